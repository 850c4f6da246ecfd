//! Names for whoever has no browser: days and languages as they call themselves, in the languages that the popup speaks.
//! Zones have their IANA names, and dates are written as ISO 8601 has them, which every language reads.

use triage::{
    hours::Date,
    locale::lookup,
    source::{Node, parse},
};

use crate::{Names, voice::PAGES};

/// Names that are compiled in.
pub struct BuiltIn {
    words: Option<Node>,
}

impl Default for BuiltIn {
    fn default() -> Self {
        Self {
            words: parse(PAGES).ok(),
        }
    }
}

impl BuiltIn {
    /// What stands under a key for a language; in English where there is nothing.
    fn line(&self, key: &str, locale: &str) -> Option<(&str, &str)> {
        let lines = self.words.as_ref()?.entry(key)?.entries();
        let tags: Vec<String> = lines.iter().map(|(tag, _)| tag.clone()).collect();
        let (tag, line) = lines.get(lookup(&[locale], &tags)?)?;
        Some((tag, line.text()))
    }
}

impl Names for BuiltIn {
    fn day(&self, locale: &str, day: usize) -> String {
        let days = self
            .line("days", locale)
            .or_else(|| self.line("days", "en"));
        let name = days.and_then(|(_, days)| days.split(',').nth(day));
        name.unwrap_or_default().to_owned()
    }

    fn zone(&self, _: &str, zone: &str) -> String {
        zone.to_owned()
    }

    fn language(&self, _: &str, tag: &str) -> String {
        let known = self.line("itself", tag);
        known.map_or(tag, |(_, name)| name).to_owned()
    }

    fn date(&self, _: &str, date: Date) -> String {
        date.to_string()
    }

    fn list(&self, locale: &str, things: &[String]) -> String {
        let comma = match locale.split('-').next() {
            Some("ja" | "zh") => "、",
            Some("ar" | "fa" | "ur") => "، ",
            _ => ", ",
        };
        things.join(comma)
    }
}

#[cfg(test)]
mod tests {
    use super::BuiltIn;
    use crate::Names as _;

    #[test]
    fn seven_days_and_every_language_have_names_in_every_language() {
        let names = BuiltIn::default();
        for tag in ["en", "ar", "ja", "pt-BR", "zh-Hant-TW", "vi"] {
            let days: Vec<String> = (0..7).map(|day| names.day(tag, day)).collect();
            assert!(days.iter().all(|day| !day.is_empty()), "{tag}: {days:?}");
            assert_ne!(names.language("en", tag), tag);
        }
        assert_eq!(names.day("ja-JP", 6), "日");
        assert_eq!(names.day("sw", 0), "Mon", "as the built-in words would be");
        assert_eq!(names.language("en", "sw"), "sw");
    }
}
