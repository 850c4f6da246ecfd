//! One message for every outlet: from a playbook to the text that is sent, posted, shown or read out elsewhere.
//!
//! # The words
//!
//! | word | meaning |
//! | --- | --- |
//! | *outlet* | where a text goes: a text message, an e-mail, a post, a phone greeting |
//! | *message* | what there is to say, in one language, at one moment |
//! | *part* | a sentence or a line that is said whole or not at all |
//! | *limit* | how much an outlet takes, in its own way of counting |
//! | *check* | whether a text names source, hazard, place, time and action |
//!
//! # The way through
//!
//! ```
//! use leeward_outlets::{Message, Outlet, Wishes, count, examine, make};
//!
//! let source = triage::source::parse(include_str!("../../../playbooks/disaster.json")).unwrap();
//! let playbook = triage::check(source.clone()).playbook.unwrap();
//! // 2026-11-22T10:00+09:00
//! let message = Message::new(&playbook, &source, "en", 1_795_309_200).unwrap();
//! let made = make(Outlet::Sms, &message, Wishes::default());
//! assert!(made.text.starts_with("Kazehama City: "));
//! assert_eq!(count(Outlet::Sms, &made.text, Wishes::default()).used, 1);
//! assert!(examine(&made.whole(), &message).iter().all(|check| check.is_there()));
//! ```
//!
//! What doesn't fit is left out whole, the least important first; nothing is cut. Pure: no clock, no I/O, no browser.
//!
//! | module | what it owns |
//! | --- | --- |
//! | `message` | what there is to say |
//! | `words`, `moment`, `spoken` | connecting words, moments, and how numbers are read out |
//! | [`outlet`], [`sms`], `weight` | outlets, and how they count |
//! | `comfort` | which sentence comforts, and which says what has happened |
//! | `part`, `make` | parts, what is left out, and the order in which they stand |
//! | `html` | the HTML of an e-mail |
//! | `examine` | the five checks |

mod comfort;
mod examine;
mod html;
mod make;
mod message;
mod moment;
pub mod outlet;
mod part;
pub mod sms;
mod spoken;
mod weight;
mod words;

pub use examine::{Check, Element, Standing, examine};
pub use html::html;
pub use make::{Made, make};
pub use message::{Message, Way};
pub use moment::Moment;
pub use outlet::{Count, Outlet, Unit, Wishes, count, count_title};
pub use part::Kind;
pub use weight::weight;
