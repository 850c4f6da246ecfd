//! The five things that a warning needs (Mileti and Sorensen, 1990; FEMA asks the same of alerts): who says so, what has
//! happened, where, when, and what to do. Of each: whether a text has it in the words of the playbook, and if not, from
//! which field of the playbook it would come.

use crate::{html::find_whole, message::Message, sms, spoken};

/// One of the five things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// Who says so.
    Source,
    /// What has happened.
    Hazard,
    /// Where it holds.
    Place,
    /// When it was last true, or when more will be said.
    Time,
    /// Whom to call or where to turn.
    Action,
}

impl Element {
    /// All five, as people say them.
    pub const ALL: [Self; 5] = [
        Self::Source,
        Self::Hazard,
        Self::Place,
        Self::Time,
        Self::Action,
    ];

    /// Its name, for people and programs; must never change.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Hazard => "hazard",
            Self::Place => "place",
            Self::Time => "time",
            Self::Action => "action",
        }
    }

    /// The field of the playbook from which it comes.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Source => "name",
            Self::Hazard => "notice.text",
            Self::Place => "notice.place",
            Self::Time => "notice.updated_at",
            Self::Action => "channels",
        }
    }
}

/// How it stands with one of the five things in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is there, in the words of the playbook.
    There,
    /// The playbook has it, and this text hasn't: it was left out, or somebody has said it in other words.
    Absent,
    /// The playbook hasn't.
    Missing,
    /// The playbook's notice, from which it would come, has expired.
    Expired,
}

impl Standing {
    /// Its name, for programs; must never change.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::There => "there",
            Self::Absent => "absent",
            Self::Missing => "missing",
            Self::Expired => "expired",
        }
    }
}

/// What was found about one of the five things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which one.
    pub element: Element,
    /// How it stands with it.
    pub standing: Standing,
}

impl Check {
    /// Whether it is there.
    #[must_use]
    pub fn is_there(self) -> bool {
        self.standing == Standing::There
    }
}

/// Looks for the five things in a text, be it as it was made or changed by somebody. Case, spaces and the shape of
/// quotes and dashes don't matter.
#[must_use]
pub fn examine(text: &str, message: &Message) -> [Check; 5] {
    let text = folded(text);
    Element::ALL.map(|element| {
        let known = known(element, message);
        let mut all = known.iter();
        let is_said = |known: &String| find_whole(&text, &folded(known)).is_some();
        let is_there = match element {
            // What has happened may take two sentences; a part of it is not enough.
            Element::Hazard => !known.is_empty() && all.all(is_said),
            _ => all.any(is_said),
        };
        let is_of_notice = matches!(element, Element::Hazard | Element::Place | Element::Time);
        let standing = match (is_there, known.is_empty()) {
            (true, _) => Standing::There,
            (false, false) => Standing::Absent,
            (false, true) if is_of_notice && message.expired.is_some() => Standing::Expired,
            (false, true) => Standing::Missing,
        };
        Check { element, standing }
    })
}

/// The ways in which the playbook says it; of what has happened each sentence that it takes.
fn known(element: Element, message: &Message) -> Vec<String> {
    match element {
        Element::Source => vec![message.source.clone()],
        Element::Hazard => message.facts(),
        Element::Place => message.place.iter().cloned().collect(),
        Element::Time => {
            let moments = message.updated.iter().chain(&message.next_update);
            moments
                .flat_map(|moment| moment.times(&message.words))
                .collect()
        }
        Element::Action => {
            let pause = message.words.own("pause", &[]);
            let pause = pause.unwrap_or_else(|| ", ".to_owned());
            let numbers = message.lines.iter().map(|(_, number)| number.clone());
            let ways = message
                .ways
                .iter()
                .map(|way| way.address.clone().unwrap_or_else(|| way.name.clone()));
            let written: Vec<String> = numbers.chain(ways).collect();
            let said: Vec<String> = written
                .iter()
                .map(|number| spoken::number(number, None, &pause))
                .filter(|said| said.len() > 3)
                .collect();
            written.into_iter().chain(said).collect()
        }
    }
}

fn folded(text: &str) -> String {
    let plain = sms::plain(text).to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
