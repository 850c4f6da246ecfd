//! Parts of a text, and which of them are said when not all fit.

/// What a part says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Who is speaking.
    Source,
    /// What has happened.
    Hazard,
    /// Where.
    Place,
    /// What to do when life is in danger, and whom to call.
    Danger,
    /// How to make contact.
    Way,
    /// What is known.
    Known,
    /// What isn't known yet.
    Unknown,
    /// Useful links.
    Links,
    /// When it was last true.
    Updated,
    /// When more will be said.
    NextUpdate,
    /// What stands above a list.
    Heading,
}

impl Kind {
    /// Its name, for programs; must never change.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Hazard => "hazard",
            Self::Place => "place",
            Self::Danger => "danger",
            Self::Way => "way",
            Self::Known => "known",
            Self::Unknown => "unknown",
            Self::Links => "links",
            Self::Updated => "updated",
            Self::NextUpdate => "next_update",
            Self::Heading => "heading",
        }
    }
}

/// What stands between a part and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A space, in scripts that have any.
    Space,
    /// A line break, or what an outlet has in its place.
    Line,
    /// An empty line.
    Blank,
}

/// A sentence or a line: said whole, or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    /// The lower, the longer it stays.
    pub rank: usize,
    pub gap: Gap,
    pub text: String,
}

/// Joins parts; `line` is what stands for a line break.
pub fn join<'a>(parts: impl Iterator<Item = &'a Part>, line: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            match part.gap {
                Gap::Space if text.ends_with(is_wide) => {}
                Gap::Space => text.push(' '),
                Gap::Line => text.push_str(line),
                Gap::Blank => text.push_str("\n\n"),
            }
        }
        text.push_str(&part.text);
    }
    text
}

/// Letters and stops of scripts that have no spaces.
const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// The parts that are said, of those that may be: all, without the least important until the rest fits; then those of the
/// left-out ones for which there is room after all.
pub fn fit(
    parts: &[Part],
    fits: impl Fn(&[&Part]) -> bool,
    may: impl Fn(&Part) -> bool,
) -> Vec<bool> {
    let mut kept: Vec<bool> = parts.iter().map(&may).collect();
    let is_fine = |kept: &[bool]| {
        let said: Vec<&Part> = said(parts, kept).collect();
        fits(&said)
    };
    let mut by_rank: Vec<usize> = (0..parts.len())
        .filter(|place| parts.get(*place).is_some_and(&may))
        .collect();
    by_rank.sort_by_key(|place| parts.get(*place).map(|part| part.rank));
    let mut dropped = Vec::new();
    while !is_fine(&kept) {
        let Some(place) = by_rank.pop() else { break };
        set(&mut kept, place, false);
        dropped.push(place);
    }
    for place in dropped.into_iter().rev() {
        let is_heading = parts
            .get(place)
            .is_some_and(|part| part.kind == Kind::Heading);
        set(&mut kept, place, true);
        if is_heading || !is_fine(&kept) {
            set(&mut kept, place, false);
        }
    }
    kept
}

fn set(kept: &mut [bool], place: usize, value: bool) {
    if let Some(kept) = kept.get_mut(place) {
        *kept = value;
    }
}

/// The parts that are said.
pub fn said<'a>(parts: &'a [Part], kept: &'a [bool]) -> impl Iterator<Item = &'a Part> {
    parts
        .iter()
        .zip(kept)
        .filter_map(|(part, kept)| kept.then_some(part))
}
