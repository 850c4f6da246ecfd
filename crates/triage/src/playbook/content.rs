//! What surrounds the answer: notice, emergency line, passages, resources.

use crate::{condition::Condition, hours::Date, text::Text};

/// What the company knows, what it doesn't, and when it will say more. Moments are UTC seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One kind clause, then the fact.
    pub text: Text,
    /// Where it holds.
    pub place: Option<Text>,
    /// What is known.
    pub known: Vec<Text>,
    /// What isn't known yet.
    pub unknown: Vec<Text>,
    /// When it was last true.
    pub updated_at: i64,
    /// When more will be said.
    pub next_update_at: Option<i64>,
    /// When it must not be shown any more.
    pub expires_at: Option<i64>,
}

/// The line for danger to life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// What to do, and when.
    pub text: Text,
    /// Whom to call; one to four.
    pub lines: Vec<EmergencyLine>,
}

/// A number to call when life is in danger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyLine {
    /// Whose number it is, and where.
    pub name: Text,
    /// As it is to be read: digits, perhaps in groups, with an optional leading `+`.
    pub number: String,
    /// The time zones, by their IANA names, of those whom it helps; of everybody when there are none.
    pub timezones: Vec<String>,
}

/// A reassurance, an expectation or a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it says.
    pub text: Text,
    /// For whom; for everybody without one.
    pub show_when: Option<Condition>,
    /// The last day on which it may be shown, in UTC.
    pub expires_on: Option<Date>,
}

impl Passage {
    /// How many expectations are shown at the most.
    pub const MOST_EXPECTATIONS: usize = 3;
}

/// A link that helps when nothing can be solved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub title: Text,
    /// What it is good for.
    pub about: Option<Text>,
    /// Where it is; passed the checks of [`crate::link`].
    pub url: String,
    /// Who offers it.
    pub kind: Option<ResourceKind>,
    /// Whether it is normally for members only and free now.
    pub unlocked: bool,
    /// For whom; for everybody without one.
    pub show_when: Option<Condition>,
    /// The last day on which it may be shown, in UTC.
    pub expires_on: Option<Date>,
}

impl Resource {
    /// How many are shown at the most.
    pub const MOST: usize = 5;
}

/// Which answers a component of a live feed is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusAbout {
    /// The component's name in the feed, or words of it.
    pub component: String,
    /// Whom its incidents concern.
    pub when: Condition,
}

/// Who offers a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    /// Public aid.
    Government,
    /// Neighbours and associations.
    Community,
    /// Something one can do alone.
    SelfCare,
    /// The company's own knowledge.
    Guide,
}

impl ResourceKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 4] = [
        Self::Government,
        Self::Community,
        Self::SelfCare,
        Self::Guide,
    ];

    /// Their names in the file, in the same order; must never change.
    pub(crate) const NAMES: [&'static str; 4] = ["government", "community", "self_care", "guide"];

    /// The kind of that name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let index = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(index).copied()
    }
}
