//! Connecting words in the language of a message: Leeward's own labels, which exist in seventeen languages, and a few more
//! that only outlets need, in `words/`.
//!
//! A language without the latter does without: its moments are written in figures, and what can't be said is left out.

use triage::{
    Label, Playbook, locale,
    source::{Node, parse},
};

/// Words that only outlets need. Keys and placeholders are the same in each, which a test checks.
const OWN: [(&str, &str); 5] = [
    ("en", include_str!("../words/en.json")),
    ("ja", include_str!("../words/ja.json")),
    ("hi", include_str!("../words/hi.json")),
    ("ar", include_str!("../words/ar.json")),
    ("zh-Hans", include_str!("../words/zh-Hans.json")),
];

macro_rules! labels {
    ($($tag:literal)+) => {
        [$(($tag, include_str!(concat!("../../../labels/", $tag, ".json")))),+]
    };
}

/// Leeward's own labels but English, which `triage` has.
const LABELS: [(&str, &str); 16] = labels!(
    "ar" "bn" "de" "es" "fa" "fr" "he" "hi" "id" "ja" "ko" "pt-BR" "ur" "vi" "zh-Hans" "zh-Hant"
);

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    own: Option<Node>,
    labels: Vec<(Label, String)>,
}

/// The labels that texts for elsewhere are made with.
const USED: [Label; 6] = [
    Label::Updated,
    Label::NextUpdate,
    Label::Known,
    Label::Unknown,
    Label::ContactsTitle,
    Label::Resources,
];

impl Words {
    /// The words for the locale at a place of a playbook, which may have labels of its own.
    pub fn of(playbook: &Playbook, place: usize) -> Self {
        let tag = playbook.locales().get(place).map_or("", String::as_str);
        let file = file(tag, &LABELS);
        let is_english = locale::covers("en", tag);
        let built_in = |label: Label| match &file {
            _ if is_english => Some(label.english().to_owned()),
            Some(file) => Some(file.entry(label.key())?.text().to_owned()),
            None => None,
        };
        let labels = USED.iter().filter_map(|label| {
            let own = playbook
                .label(*label)
                .map(|text| playbook.words(text, place));
            let own = own.filter(|words| words.lang.is_none());
            let text = own.map(|words| words.text.to_owned());
            Some((*label, text.or_else(|| built_in(*label))?))
        });
        Self {
            own: file_of_own(tag),
            labels: labels.collect(),
        }
    }

    /// A label, with its placeholder filled in; `None` where the language has none.
    pub fn label(&self, label: Label, values: &[(&str, &str)]) -> Option<String> {
        let (_, text) = self.labels.iter().find(|(known, _)| *known == label)?;
        Some(fill(text, values))
    }

    /// One of the own words, with its placeholders filled in; `None` where the language has none.
    pub fn own(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        Some(fill(self.own.as_ref()?.entry(key)?.text(), values))
    }
}

fn file_of_own(tag: &str) -> Option<Node> {
    file(tag, &OWN)
}

fn file(tag: &str, files: &[(&str, &str)]) -> Option<Node> {
    let tags: Vec<String> = files.iter().map(|(known, _)| (*known).to_owned()).collect();
    let (_, text) = files.get(locale::lookup(&[tag], &tags)?)?;
    parse(text).ok()
}

/// One pass, so that what is filled in is never filled in itself.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match known {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::{OWN, fill};
    use std::collections::BTreeMap;
    use triage::{placeholders, source::parse};

    #[test]
    fn every_language_has_the_same_keys_and_placeholders() {
        let shape = |text: &str| -> BTreeMap<String, Vec<String>> {
            let file = parse(text).unwrap();
            let entries = file.entries().iter();
            entries
                .map(|(key, node)| {
                    let mut names: Vec<String> =
                        placeholders(node.text()).map(str::to_owned).collect();
                    names.sort();
                    (key.clone(), names)
                })
                .collect()
        };
        for (tag, text) in OWN {
            assert_eq!(shape(text), shape(OWN[0].1), "{tag}");
        }
    }

    #[test]
    fn what_is_filled_in_is_left_as_it_is() {
        let values = [("name", "{place}"), ("place", "here")];
        assert_eq!(
            fill("{name}, {place}, {other}", &values),
            "{place}, here, {other}"
        );
    }
}
