//! What is made of a playbook beside the popup, as text. Pure Rust, without a browser: the studio and the command line
//! share it.
//!
//! | word | meaning |
//! | --- | --- |
//! | *contact page* | every way to reach the organisation, in each language of the playbook, as HTML without scripts |
//! | *contact data* | the same for search engines: schema.org, as JSON-LD |
//! | *guide* | what the support team has to know of each channel, one page |
//! | *names* | what days, zones and languages are called; brought by whoever calls |
//! | *voice* | one language of a playbook: its texts, and the built-in words |

mod builtin;
mod contacts;
mod data;
mod guide;
mod hours;
mod names;
mod voice;

pub use builtin::BuiltIn;
pub use contacts::{STYLE_HASH, contact_page};
pub use data::contact_data;
pub use guide::{Guide, Row, Sent, guide};
pub use hours::{Days, Week, week};
pub use names::Names;
pub use voice::{Voice, waits};
