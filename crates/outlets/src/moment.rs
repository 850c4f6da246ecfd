//! Moments in words, by the clock of the place for which the playbook was written: the offset that stands beside them.

use triage::{Playbook, hours::Date, source::Node};

use crate::words::Words;

const DAY: i64 = 24 * 60 * 60;

/// A moment, on the clock on which its author wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// UTC seconds.
    pub utc: i64,
    /// Seconds east of UTC.
    pub offset: i64,
    /// The key of the zone's own name, where there is one.
    zone: Option<&'static str>,
}

/// How much of a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The day only when it isn't today.
    Brief,
    /// With the day.
    Day,
    /// With the day and the year.
    Date,
}

/// Zones that have a name in `words/`. Their clocks never change, so an offset belongs to them or doesn't.
const NAMED: [(&str, i64, &str); 3] = [
    ("Asia/Tokyo", 9 * 3600, "zone_tokyo"),
    ("Asia/Kolkata", 5 * 3600 + 1800, "zone_kolkata"),
    ("Asia/Shanghai", 8 * 3600, "zone_shanghai"),
];

impl Moment {
    /// A moment of a playbook, as it is written in its source: 2026-11-22T07:30:00+09:00.
    pub fn read(written: Option<&Node>, playbook: &Playbook) -> Option<Self> {
        let text = written?.text();
        let utc = triage::hours::parse_moment(text)?;
        // The same moment read as if it were in UTC is as many seconds away as the offset says.
        let shown = triage::hours::parse_moment(&[text.get(..19)?, "Z"].concat())?;
        let offset = shown - utc;
        let zones = playbook.timezones();
        let named = NAMED
            .iter()
            .find(|(name, seconds, _)| *seconds == offset && zones.contains(name));
        Some(Self {
            utc,
            offset,
            zone: named.map(|(_, _, key)| *key),
        })
    }

    /// The moment in words, with its zone.
    pub fn written(&self, detail: Detail, words: &Words, now: i64) -> String {
        let (hour, minute) = self.clock();
        let time = format!("{hour:02}:{minute:02}");
        let moment = self.dated(time, detail, words, now);
        let zone = self.zone(words).unwrap_or_else(|| utc(self.offset));
        let values = [("moment", moment.as_str()), ("zone", &zone)];
        words
            .own("in_zone", &values)
            .unwrap_or_else(|| format!("{moment} ({zone})"))
    }

    /// The moment as it is read out; in figures where the language has no words for it.
    pub fn spoken(&self, words: &Words, now: i64) -> String {
        let Some(time) = self.spoken_time(words) else {
            return self.written(Detail::Brief, words, now);
        };
        let moment = self.dated(time, Detail::Brief, words, now);
        let named = self
            .zone(words)
            .and_then(|zone| words.own("phone_zone", &[("moment", &moment), ("zone", &zone)]));
        named.unwrap_or(moment)
    }

    /// The time alone, as it may stand in a text: written, and spoken.
    pub fn times(&self, words: &Words) -> Vec<String> {
        let (hour, minute) = self.clock();
        let written = [
            format!("{hour:02}:{minute:02}"),
            format!("{hour}:{minute:02}"),
        ];
        written.into_iter().chain(self.spoken_time(words)).collect()
    }

    fn spoken_time(&self, words: &Words) -> Option<String> {
        let (hour, minute) = self.clock();
        let part = match hour {
            0..=4 => "part_night",
            5..=11 => "part_morning",
            12..=16 => "part_day",
            17..=19 => "part_evening",
            _ => "part_late",
        };
        let part = words.own(part, &[])?;
        let hour = match hour % 12 {
            0 => words.own("spoken_twelve", &[])?,
            hour => hour.to_string(),
        };
        let key = if minute == 0 {
            "spoken_hour"
        } else {
            "spoken_minutes"
        };
        let minute = format!("{minute:02}");
        words.own(
            key,
            &[("part", &part), ("hour", &hour), ("minute", &minute)],
        )
    }

    fn dated(&self, time: String, detail: Detail, words: &Words, now: i64) -> String {
        let today = (now + self.offset).div_euclid(DAY) == self.day();
        if detail == Detail::Brief && today {
            return time;
        }
        let date = Date::from_days(i32::try_from(self.day()).unwrap_or(i32::MAX));
        let day = self.day_in_words(date, detail, words);
        let dated = day.and_then(|day| words.own("on_day", &[("day", &day), ("time", &time)]));
        dated.unwrap_or_else(|| format!("{date} {time}"))
    }

    fn day_in_words(&self, date: Date, detail: Detail, words: &Words) -> Option<String> {
        let key = if detail == Detail::Date {
            "date"
        } else {
            "day"
        };
        let month = words.own(&["month_", &date.month().to_string()].concat(), &[])?;
        let (day, year) = (date.day().to_string(), date.year().to_string());
        words.own(key, &[("day", &day), ("month", &month), ("year", &year)])
    }

    fn zone(&self, words: &Words) -> Option<String> {
        words.own(self.zone?, &[])
    }

    const fn day(&self) -> i64 {
        (self.utc + self.offset).div_euclid(DAY)
    }

    const fn clock(&self) -> (i64, i64) {
        let seconds = (self.utc + self.offset).rem_euclid(DAY);
        (seconds / 3600, seconds % 3600 / 60)
    }
}

/// An offset in figures, in letters that every phone has.
fn utc(offset: i64) -> String {
    let sign = match offset {
        0 => return "UTC".to_owned(),
        1.. => '+',
        _ => '-',
    };
    let (hours, minutes) = (offset.abs() / 3600, offset.abs() % 3600 / 60);
    if minutes == 0 {
        format!("UTC{sign}{hours}")
    } else {
        format!("UTC{sign}{hours}:{minutes:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn offsets_are_written_as_they_are_said() {
        for (offset, expected) in [
            (0, "UTC"),
            (32_400, "UTC+9"),
            (19_800, "UTC+5:30"),
            (-12_600, "UTC-3:30"),
        ] {
            assert_eq!(utc(offset), expected);
        }
    }
}
