//! Phone numbers held against the numbering plans of their countries: what can't be dialled, what is dialled in one
//! country only, and how a number that was written as people write it stands in a playbook.
//!
//! The plans are those of libphonenumber. They are for the command line and the studio; the widget and the console's
//! checker do without (`docs/decisions/0014-numbering-plans.md`), and know only what a number looks like.

mod plan;
mod playbook;
mod written;

pub use plan::{Fault, Home, Verdict, judge};
pub use playbook::{countries, merge};
pub use written::readings;
