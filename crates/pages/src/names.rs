//! What days, zones, languages and lengths of time are called. Browsers have that data, and this crate has no browser.

use triage::{Span, hours::Date};

/// Names in a language, which is given as its tag.
pub trait Names {
    /// A day of the week, short; Monday is 0.
    fn day(&self, locale: &str, day: usize) -> String;
    /// A time zone, by its IANA name.
    fn zone(&self, locale: &str, zone: &str) -> String;
    /// A language, by its tag.
    fn language(&self, locale: &str, tag: &str) -> String;
    /// A day of the calendar, with its year.
    fn date(&self, locale: &str, date: Date) -> String;
    /// So many minutes, hours or days.
    fn span(&self, locale: &str, span: Span) -> String;
    /// Several things as one phrase: "A, B and C".
    fn list(&self, locale: &str, things: &[String]) -> String;
}

/// Names for tests: days in English, everything else as it stands in a playbook.
#[cfg(test)]
pub(crate) struct Plain;

#[cfg(test)]
impl Names for Plain {
    fn day(&self, _: &str, day: usize) -> String {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day].to_owned()
    }
    fn zone(&self, _: &str, zone: &str) -> String {
        zone.to_owned()
    }
    fn language(&self, _: &str, tag: &str) -> String {
        tag.to_owned()
    }
    fn date(&self, _: &str, date: Date) -> String {
        date.to_string()
    }
    fn span(&self, _: &str, span: Span) -> String {
        format!("{} {}", span.count, span.unit.name())
    }
    fn list(&self, _: &str, things: &[String]) -> String {
        things.join(", ")
    }
}
