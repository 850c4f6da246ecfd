//! Leeward's engine. It turns a playbook and a visitor's answers into two ways to reach somebody.
//!
//! # The words
//!
//! | word | meaning |
//! | --- | --- |
//! | *source* | the parsed but unchecked file: a tree of [`source::Node`]s |
//! | *playbook* | the checked flow; only [`check`] can make a [`Playbook`] |
//! | *problem* | a finding of the checker, with its place and its cure |
//! | *question*, *option*, *answer* | what is asked, what may be picked, what was said |
//! | *route* | a rule with its channels |
//! | *channel* | a way to make contact |
//! | *session* | where one visitor stands: the answers so far, replayed on every change |
//! | *event*, *effect* | what happened to the session; what the page is to do about it |
//! | *situation* | the instant, the time zones and what is known to be down, given as a value |
//! | *screen* | what the visitor is shown next, ready for a view |
//!
//! # The way through
//!
//! ```text
//! source ──check──▶ Report { problems, playbook? } ──▶ Rc<Playbook> ──▶ Session
//! session.update(event, situation) ──▶ Vec<Effect>      session.screen(situation) ──▶ Screen
//! ```
//!
//! ```
//! # #[cfg(feature = "text")] {
//! let text = include_str!("../../../playbooks/service-crisis.json");
//! let report = triage::check(triage::source::parse(text).unwrap());
//! let playbook = report.playbook.unwrap();
//! assert_eq!(playbook.locales(), ["en", "ja", "hi", "ar", "zh-Hans"]);
//! # }
//! ```
//!
//! # What is deliberately absent
//!
//! No clock, no randomness, no I/O, no browser types, no panics, no floating-point numbers.
//! Whoever calls brings the time ([`Situation`]) and draws the [`Screen`](screen::Screen).

#[cfg(feature = "advice")]
mod advise;
#[cfg(feature = "advice")]
mod analysis;
mod answer;
mod check;
pub mod colour;
mod condition;
mod decide;
mod event;
pub mod fold;
#[cfg(feature = "advice")]
pub mod grammar;
pub mod hours;
mod label;
pub mod link;
pub mod locale;
mod migrate;
mod playbook;
mod problem;
#[cfg(feature = "advice")]
mod pseudo;
pub mod screen;
mod session;
mod situation;
pub mod source;
#[cfg(feature = "advice")]
mod split;
pub mod status;
mod text;
mod wait;
mod walk;
#[cfg(feature = "advice")]
pub mod zones;

#[cfg(feature = "advice")]
pub use advise::{
    Case, Gap, Sample, advise, attended, gaps, is_attended, is_hidden, open_by_day, sample_of,
    samples, unattended,
};
#[cfg(feature = "advice")]
pub use analysis::{
    Analysis, Length, Link, MOST_WORK, Path, Paths, Picture, Spot, Win, Witness, analyse,
    analyse_within, paths, picture,
};
pub use answer::{Answer, Complaint};
pub use check::{Report, check};
#[cfg(feature = "advice")]
pub use check::{check_feed, did_you_mean, is_written_otherwise, nearest, nearest_locale};
pub use condition::{Condition, Test, Truth};
pub use decide::{Decision, PassedOver, Reason, decide};
pub use event::{Draft, DraftField, Effect, Event, Message, Missing, Outcome, Signal};
pub use label::{Label, placeholders};
pub use playbook::{
    Channel, ChannelId, Emergency, EmergencyLine, Hours, Kind, Notice, Passage, Playbook, Question,
    QuestionId, QuestionKind, QuestionOption, Resource, ResourceKind, Route, RouteId, Target,
    Weekly,
};
pub use problem::{Code, Problem, Severity};
#[cfg(feature = "advice")]
pub use pseudo::pseudo;
pub use session::Session;
pub use situation::{Availability, Situation};
#[cfg(feature = "advice")]
pub use split::split;
pub use text::{CountedText, Plural, Text, Words, decimal};
pub use wait::{Span, Unit, spans};
pub use walk::{Walk, walk};
