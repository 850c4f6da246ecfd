//! Names for whoever has no browser: days and languages as they call themselves, in the languages that the popup speaks.
//! Zones have their IANA names, and dates are written as ISO 8601 has them, which every language reads.

use triage::{
    Plural, Span,
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
        self.entry(key, locale)
            .map(|(tag, line)| (tag, line.text()))
    }

    fn entry(&self, key: &str, locale: &str) -> Option<(&str, &Node)> {
        let lines = self.words.as_ref()?.entry(key)?.entries();
        let tags: Vec<String> = lines.iter().map(|(tag, _)| tag.clone()).collect();
        let (tag, line) = lines.get(lookup(&[locale], &tags)?)?;
        Some((tag, line))
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

    fn span(&self, locale: &str, span: Span) -> String {
        let forms = self
            .entry(span.unit.name(), locale)
            .or_else(|| self.entry(span.unit.name(), "en"));
        let form = forms.and_then(|(tag, forms)| {
            let form = forms.entry(plural(tag, span.count).name());
            form.or_else(|| forms.entry(Plural::Other.name()))
        });
        let count = span.count.to_string();
        form.map_or_else(
            || count.clone(),
            |form| form.text().replace("{count}", &count),
        )
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

/// The plural category of a whole number in one of the languages that have words here (CLDR 46, "Language Plural
/// Rules"). A language without that category has only one form.
fn plural(tag: &str, count: u32) -> Plural {
    let language = tag.split('-').next().unwrap_or_default();
    match (language, count) {
        ("ar", 0) => Plural::Zero,
        ("ar" | "he", 2) => Plural::Two,
        (_, 1) | ("bn" | "fa" | "fr" | "hi" | "pt", 0) => Plural::One,
        ("ar", _) => match count % 100 {
            3..=10 => Plural::Few,
            11.. => Plural::Many,
            _ => Plural::Other,
        },
        _ => Plural::Other,
    }
}

#[cfg(test)]
mod tests {
    use triage::{Span, Unit};

    use super::BuiltIn;
    use crate::Names as _;

    /// As `Intl.NumberFormat` has them in Node 24 (ICU 78), but for the digits.
    #[test]
    fn lengths_of_time_have_the_plural_that_each_language_asks_for() {
        let names = BuiltIn::default();
        for (tag, said) in [
            (
                "en",
                "0 hours, 1 hour, 2 hours, 3 hours, 24 hours, 100 hours, 103 hours",
            ),
            (
                "en-XA",
                "0 hours, 1 hour, 2 hours, 3 hours, 24 hours, 100 hours, 103 hours",
            ),
            (
                "sw",
                "0 hours, 1 hour, 2 hours, 3 hours, 24 hours, 100 hours, 103 hours",
            ),
            (
                "de",
                "0 Stunden, 1 Stunde, 2 Stunden, 3 Stunden, 24 Stunden, 100 Stunden, 103 Stunden",
            ),
            (
                "fr",
                "0 heure, 1 heure, 2 heures, 3 heures, 24 heures, 100 heures, 103 heures",
            ),
            ("hi", "0 घंटा, 1 घंटा, 2 घंटे, 3 घंटे, 24 घंटे, 100 घंटे, 103 घंटे"),
            (
                "ja",
                "0 時間, 1 時間, 2 時間, 3 時間, 24 時間, 100 時間, 103 時間",
            ),
            (
                "he",
                "0 שעות, 1 שעה, שעתיים, 3 שעות, 24 שעות, 100 שעות, 103 שעות",
            ),
            (
                "ar",
                "0 ساعة, ساعة, ساعتان, 3 ساعات, 24 ساعة, 100 ساعة, 103 ساعات",
            ),
        ] {
            let counts = [0, 1, 2, 3, 24, 100, 103];
            let spans = counts.map(|count| {
                let unit = Unit::Hour;
                names.span(tag, Span { count, unit })
            });
            let spans = spans.join(", ").replace('\u{a0}', " ");
            assert_eq!(spans, said, "{tag}");
        }
        let day = Span {
            count: 11,
            unit: Unit::Day,
        };
        assert_eq!(names.span("ar", day), "11 يومًا");
        assert_eq!(names.span("pt-BR", day), "11 dias");
    }

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
