//! One language of a playbook: its texts, and the built-in words. What it doesn't have is said in another language, and
//! that is known.

use triage::{
    Label, Playbook, Text, Words,
    source::{Node, parse},
    spans,
};

use crate::Names;

/// The built-in words, one file a language; English is in the engine.
const LABELS: [(&str, &str); 16] = [
    ("ar", include_str!("../../../labels/ar.json")),
    ("bn", include_str!("../../../labels/bn.json")),
    ("de", include_str!("../../../labels/de.json")),
    ("es", include_str!("../../../labels/es.json")),
    ("fa", include_str!("../../../labels/fa.json")),
    ("fr", include_str!("../../../labels/fr.json")),
    ("he", include_str!("../../../labels/he.json")),
    ("hi", include_str!("../../../labels/hi.json")),
    ("id", include_str!("../../../labels/id.json")),
    ("ja", include_str!("../../../labels/ja.json")),
    ("ko", include_str!("../../../labels/ko.json")),
    ("pt-BR", include_str!("../../../labels/pt-BR.json")),
    ("ur", include_str!("../../../labels/ur.json")),
    ("vi", include_str!("../../../labels/vi.json")),
    ("zh-Hans", include_str!("../../../labels/zh-Hans.json")),
    ("zh-Hant", include_str!("../../../labels/zh-Hant.json")),
];

/// What pages say beside the built-in words, by language.
pub(crate) const PAGES: &str = include_str!("../words.json");

/// One language of a playbook.
pub struct Voice<'p> {
    playbook: &'p Playbook,
    place: usize,
    locale: &'p str,
    labels: Option<Node>,
    pages: Option<Node>,
    /// The tag by which [`PAGES`] knows the language.
    known_as: &'static str,
}

impl<'p> Voice<'p> {
    /// The language at a place of the playbook's locales.
    #[must_use]
    pub fn new(playbook: &'p Playbook, place: usize) -> Self {
        let locale = playbook.locales().get(place).map_or("en", String::as_str);
        let tags: Vec<String> = LABELS.iter().map(|(tag, _)| (*tag).to_owned()).collect();
        let file = triage::locale::lookup(&[locale], &tags).and_then(|place| LABELS.get(place));
        Self {
            playbook,
            place,
            locale,
            labels: file.and_then(|(_, text)| parse(text).ok()),
            pages: parse(PAGES).ok(),
            known_as: file.map_or("en", |(tag, _)| tag),
        }
    }

    /// Its tag.
    #[must_use]
    pub const fn locale(&self) -> &'p str {
        self.locale
    }

    /// The words of a text, with their language where it is another.
    #[must_use]
    pub fn words(&self, text: &'p Text) -> Words<'p> {
        self.playbook.words(text, self.place)
    }

    /// The words of a text, whatever their language.
    #[must_use]
    pub fn said(&self, text: &Text) -> String {
        self.playbook.words(text, self.place).text.to_owned()
    }

    /// The built-in words, or what the playbook has in their place.
    #[must_use]
    pub fn label(&self, label: Label) -> String {
        if let Some(text) = self.playbook.label(label) {
            return self.words(text).text.to_owned();
        }
        let words = self
            .labels
            .as_ref()
            .and_then(|file| file.entry(label.key()));
        words.map_or(label.english(), Node::text).to_owned()
    }

    /// The language of the built-in words, where it is another.
    #[must_use]
    pub fn label_language(&self) -> Option<&'static str> {
        let is_english = self.locale == "en" || self.locale.starts_with("en-");
        (self.labels.is_none() && !is_english).then_some("en")
    }

    /// Built-in words with their placeholders filled in.
    #[must_use]
    pub fn fill(&self, label: Label, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(self.label(label), |words, (name, value)| {
                words.replace(&["{", name, "}"].concat(), value)
            })
    }

    /// How long people wait, from minutes, as the popup says it.
    #[must_use]
    pub fn wait(&self, minutes: (u32, u32), names: &dyn Names) -> String {
        match waits(minutes, self.locale, names) {
            (Some(low), high) => self.fill(Label::Wait, &[("low", &low), ("high", &high)]),
            (None, time) => self.fill(Label::WaitAbout, &[("time", &time)]),
        }
    }

    /// What pages say beside the built-in words.
    pub(crate) fn page_words(&self, key: &str) -> String {
        let words = self.pages.as_ref().and_then(|file| file.entry(key));
        let line = words.and_then(|words| words.entry(self.known_as));
        line.map_or(key, Node::text).to_owned()
    }
}

/// A range of minutes in the units in which people say it: its lower end, unless that is the same, and its upper one.
#[must_use]
pub fn waits(minutes: (u32, u32), locale: &str, names: &dyn Names) -> (Option<String>, String) {
    let [low, high] = spans(minutes);
    let time = names.span(locale, high);
    // The unit is said once, where there is a number beside it.
    let is_shared = low.unit == high.unit && time.contains(&high.count.to_string());
    let shorter = || {
        if is_shared {
            low.count.to_string()
        } else {
            names.span(locale, low)
        }
    };
    ((low != high).then(shorter), time)
}

#[cfg(test)]
mod tests {
    use super::{LABELS, PAGES, waits};
    use crate::BuiltIn;
    use triage::source::parse;

    #[test]
    fn a_wait_is_said_as_people_say_it() {
        for (tag, minutes, said) in [
            ("en", (2, 6), "2 – 6 minutes"),
            ("en", (60, 1440), "1 – 24 hours"),
            ("en", (45, 120), "45 minutes – 2 hours"),
            ("en", (60, 90), "60 – 90 minutes"),
            ("en", (1440, 4320), "1 – 3 days"),
            ("en", (5, 5), "5 minutes"),
            ("ja", (60, 1440), "1 – 24 時間"),
            ("ja", (45, 120), "45 分 – 2 時間"),
            ("hi", (60, 1440), "1 – 24 घंटे"),
            ("ar", (60, 120), "ساعة – ساعتان"),
            ("ar", (60, 300), "1 – 5 ساعات"),
            ("he", (1440, 2880), "1 יום – יומיים"),
        ] {
            let (low, high) = waits(minutes, tag, &BuiltIn::default());
            let words: Vec<String> = low.into_iter().chain([high]).collect();
            assert_eq!(words.join(" – "), said, "{tag} {minutes:?}");
        }
    }

    #[test]
    fn pages_have_their_words_in_every_language_that_the_popup_has() {
        let words = parse(PAGES).unwrap();
        assert!(!words.entries().is_empty());
        for (key, lines) in words.entries() {
            let mut tags: Vec<&str> = lines
                .entries()
                .iter()
                .map(|(tag, _)| tag.as_str())
                .collect();
            tags.sort_unstable();
            let mut known: Vec<&str> = LABELS.iter().map(|(tag, _)| *tag).chain(["en"]).collect();
            known.sort_unstable();
            assert_eq!(tags, known, "{key}");
        }
    }
}
