//! From a message to the text of an outlet: what stands there, in which order, and what is left out when not all fits.
//!
//! The order is that of a warning: what has happened and what to do, then where to find help, then when more will be said.

mod long;
mod phone;
mod short;
#[cfg(test)]
mod tests;

use triage::Label;

use crate::{
    comfort::Role,
    message::{Message, Way},
    moment::Detail,
    outlet::{Outlet, Wishes, count, count_title},
    part::{Gap, Kind, Part, fit, join, said},
    sms,
};

/// A text for an outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it goes.
    pub outlet: Outlet,
    /// The subject of an e-mail, the title of an entry.
    pub title: Option<String>,
    /// The text.
    pub text: String,
    /// What was left out, as not all fitted; in the order in which it would stand.
    pub left_out: Vec<Kind>,
}

impl Made {
    /// Title and text, as they are read one after the other.
    #[must_use]
    pub fn whole(&self) -> String {
        match &self.title {
            Some(title) => [title, "\n", &self.text].concat(),
            None => self.text.clone(),
        }
    }
}

/// Makes the text of an outlet.
///
/// It never exceeds the outlet's limit and nothing in it is cut: what doesn't fit is left out whole, the least important
/// first. A message of which nothing fits is an empty text.
#[must_use]
pub fn make(outlet: Outlet, message: &Message, wishes: Wishes) -> Made {
    let parts = parts(outlet, message);
    let line = if outlet == Outlet::Banner {
        " · "
    } else {
        "\n"
    };
    let fits = |parts: &[&Part]| count(outlet, &join(parts.iter().copied(), line), wishes).fits();
    let mut kept = fit(&parts, fits, |_| true);
    // Comfort never takes the place of what has happened.
    if parts
        .iter()
        .zip(&kept)
        .any(|(part, kept)| part.rank == rank::FACT && !kept)
    {
        kept = fit(&parts, fits, |part| part.rank != rank::COMFORT);
    }
    let mut left_out: Vec<Kind> = Vec::new();
    for (part, kept) in parts.iter().zip(&kept) {
        if !kept && part.kind != Kind::Heading && !left_out.contains(&part.kind) {
            left_out.push(part.kind);
        }
    }
    Made {
        outlet,
        title: outlet.has_title().then(|| title(message)),
        text: join(said(&parts, &kept), line),
        left_out,
    }
}

/// All parts of an outlet's text, in their order.
pub fn parts(outlet: Outlet, message: &Message) -> Vec<Part> {
    match outlet {
        Outlet::Sms => short::sms(message),
        Outlet::Banner => short::banner(message),
        Outlet::X => short::post(message),
        Outlet::Line => short::chat(message),
        Outlet::Phone => phone::greeting(message),
        Outlet::Facebook | Outlet::Email | Outlet::Status => long::parts(outlet, message),
    }
}

/// Who is speaking, and what it is about: what the launcher says; without one, what has happened.
fn title(message: &Message) -> String {
    let mut parts = Parts::default();
    parts.add(Kind::Source, 1, Gap::Line, sender(message));
    let topic = message.topic.clone();
    if let Some(topic) = topic.or_else(|| message.facts().into_iter().next()) {
        parts.add(Kind::Hazard, 0, Gap::Space, topic);
    }
    let fits = |parts: &[&Part]| count_title(&join(parts.iter().copied(), " ")).fits();
    let kept = fit(&parts.0, fits, |_| true);
    join(said(&parts.0, &kept), " ")
}

/// Parts while they are put together.
#[derive(Default)]
struct Parts(Vec<Part>);

impl Parts {
    fn add(&mut self, kind: Kind, rank: usize, gap: Gap, text: String) {
        if !text.is_empty() {
            self.0.push(Part {
                kind,
                rank,
                gap,
                text,
            });
        }
    }
}

/// How long the parts of a warning stay, the longest first: what has happened, who says so, one thing to do, where, when;
/// then the rest.
mod rank {
    pub const FACT: usize = 0;
    pub const SOURCE: usize = 1;
    pub const FIRST_ACTION: usize = 2;
    pub const PLACE: usize = 3;
    pub const UPDATED: usize = 4;
    /// Perhaps a fact, perhaps kind.
    pub const UNSURE: usize = 5;
    pub const WAY: usize = 6;
    pub const MORE_FACTS: usize = 7;
    pub const COMFORT: usize = 8;
    pub const KNOWN: usize = 9;
    pub const NEXT_UPDATE: usize = 10;
    pub const DANGER: usize = 11;
    pub const SECOND_WAY: usize = 12;
    pub const MORE_KNOWN: usize = 13;
    pub const UNKNOWN: usize = 14;
    pub const MORE_LINES: usize = 15;
    pub const LINKS: usize = 16;
    pub const HEADING: usize = 17;
}

/// The rank of a way: without a line for danger to life the first one is what there is to do.
fn way_rank(place: usize, message: &Message) -> usize {
    match place {
        0 if message.lines.is_empty() => rank::FIRST_ACTION,
        0 => rank::WAY,
        _ => rank::SECOND_WAY,
    }
}

/// What has happened, sentence by sentence.
fn hazard(parts: &mut Parts, message: &Message, gap: Gap) {
    for (place, (role, sentence)) in message.told().enumerate() {
        let rank = match role {
            Role::Comfort => rank::COMFORT,
            Role::Unsure => rank::UNSURE,
            Role::Fact => rank::FACT,
            Role::More => rank::MORE_FACTS,
        };
        let gap = if place == 0 { gap } else { Gap::Space };
        parts.add(Kind::Hazard, rank, gap, sentence.clone());
    }
}

fn sender(message: &Message) -> String {
    let said = message.words.own("sender", &[("name", &message.source)]);
    said.unwrap_or_else(|| [&message.source, ":"].concat())
}

fn place(message: &Message) -> Option<String> {
    let place = message.place.as_ref()?;
    let said = message.words.own("place", &[("place", place)]);
    Some(said.unwrap_or_else(|| place.clone()))
}

/// A number for danger to life: `119 (fire and ambulance)`.
fn line((name, number): &(String, String), message: &Message) -> String {
    let number = left_to_right(number, message);
    let values = [("number", number.as_str()), ("name", name)];
    let said = message.words.own("line", &values);
    said.unwrap_or_else(|| format!("{number} ({name})"))
}

/// What one does, and the number or address for it. `None` for a form where the language has no words for where it is.
fn way(way: &Way, message: &Message) -> Option<String> {
    match &way.address {
        Some(address) => {
            let address = if way.is_number {
                left_to_right(address, message)
            } else {
                address.clone()
            };
            Some(leading(&way.name, &address, message))
        }
        None => message.words.own("on_website", &[("way", &way.name)]),
    }
}

/// Something, and where it leads.
fn leading(what: &str, address: &str, message: &Message) -> String {
    let values = [("way", what), ("address", address)];
    let said = message.words.own("way", &values);
    said.unwrap_or_else(|| format!("{what}: {address}"))
}

/// A number in groups among words that run from right to left: without a mark before it (U+200E) its groups would change
/// places (UAX #9).
fn left_to_right(number: &str, message: &Message) -> String {
    let in_groups = number.bytes().any(|byte| !byte.is_ascii_digit());
    if in_groups && message.direction() == "rtl" {
        ["\u{200e}", number].concat()
    } else {
        number.to_owned()
    }
}

/// *Updated …*; the moment alone where the language has no words for it.
fn updated(message: &Message, detail: Detail) -> Option<String> {
    let time = message.updated.as_ref()?;
    let time = time.written(detail, &message.words, message.now);
    let said = message.words.label(Label::Updated, &[("time", &time)]);
    Some(said.unwrap_or(time))
}

/// *Next update …*; nothing where the language has no words for it, as a moment alone would seem to be the last one.
fn next_update(message: &Message, detail: Detail) -> Option<String> {
    let time = message.next_update.as_ref()?;
    let time = time.written(detail, &message.words, message.now);
    message.words.label(Label::NextUpdate, &[("time", &time)])
}

/// Writes typographic marks as phones have them, where that keeps a text in their alphabet.
fn plain(parts: &mut Parts) {
    let whole: String = parts.0.iter().map(|part| part.text.as_str()).collect();
    if sms::measure(&sms::plain(&whole)).encoding == sms::Encoding::Gsm7 {
        for part in &mut parts.0 {
            part.text = sms::plain(&part.text);
        }
    }
}
