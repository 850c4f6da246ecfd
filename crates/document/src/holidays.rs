//! The days on which a country stands still. They are data (`data/holidays.tsv`), with their source; what only a government
//! can settle is marked.

use triage::source::Node;

const TABLE: &str = include_str!("../data/holidays.tsv");

/// The languages of the names, in the order of [`Day::names`].
pub const LOCALES: [&str; 3] = ["en", "ja", "hi"];

/// The countries, or parts of one, by the names that they have in the table.
pub const COUNTRIES: [&str; 4] = ["jp", "uk", "in-ka", "in-dl"];

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// `YYYY-MM-DD`
    pub date: &'static str,
    /// Whether a person must look it up.
    pub confirm: bool,
    /// What it is called in each of [`LOCALES`]; empty where there is no name.
    pub names: [&'static str; 3],
}

impl Day {
    /// Its year.
    #[must_use]
    pub fn year(&self) -> u16 {
        let year = self.date.get(..4).and_then(|year| year.parse().ok());
        year.unwrap_or_default()
    }

    /// What it is called in each of the locales for which there is a name.
    pub fn names_in<'l>(
        &self,
        locales: &'l [String],
    ) -> impl Iterator<Item = (&'l str, &'static str)> + use<'l> {
        let names = self.names;
        locales.iter().filter_map(move |locale| {
            let language = locale.split('-').next().unwrap_or_default();
            let known = LOCALES.iter().position(|known| *known == language)?;
            let name = names.get(known).copied();
            name.filter(|name| !name.is_empty())
                .map(|name| (locale.as_str(), name))
        })
    }
}

/// All that is known of a country, in the order of the calendar.
pub fn days(country: &str) -> impl Iterator<Item = Day> {
    TABLE.lines().filter_map(move |line| {
        let mut parts = line.split('\t');
        let mut next = || parts.next();
        if next()? != country {
            return None;
        }
        let (date, mark) = (next()?, next()?);
        let names = [next()?, next()?, next()?];
        let confirm = mark == "confirm";
        Some(Day {
            date,
            confirm,
            names,
        })
    })
}

/// Where a date belongs among the entries of a list: after those before it.
#[must_use]
pub fn place(list: &Node, date: &str) -> usize {
    let mut entries = list.entries().iter();
    let earlier = entries.rposition(|(there, _)| there.as_str() < date);
    earlier.map_or(0, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, days, place};
    use triage::{hours::Date, source::parse};

    #[test]
    fn every_country_has_days_in_order_with_a_name_in_english() {
        for country in COUNTRIES {
            let days: Vec<_> = days(country).collect();
            assert!(days.len() > 10, "{country}");
            assert!(days.is_sorted_by_key(|day| day.date), "{country}");
            let locales = ["en-GB".to_owned(), "fr".to_owned()];
            for day in days {
                assert!(Date::parse(day.date).is_some(), "{day:?}");
                let names: Vec<_> = day.names_in(&locales).collect();
                assert_eq!(names, [("en-GB", day.names[0])]);
            }
        }
    }

    #[test]
    fn a_date_has_its_place() {
        let list = parse(r#"{ "2026-01-01": "a", "2026-05-01": "b" }"#).unwrap();
        for (date, expected) in [("2025-12-31", 0), ("2026-02-01", 1), ("2027-01-01", 2)] {
            assert_eq!(place(&list, date), expected, "{date}");
        }
    }
}
