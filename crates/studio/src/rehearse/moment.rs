//! Moments as clocks on a wall show them, and as files write them.

use std::fmt;

use triage::hours::{Date, Offsets};

/// What a clock on a wall shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date.
    pub date: Date,
    /// Minutes since midnight.
    pub minute: i32,
}

impl Reading {
    /// Reads what a field for date and time gives: `2026-11-29T03:00`, perhaps with seconds.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let mut parts = time.split(':');
        let mut part = |most: i32| {
            let number: i32 = parts.next()?.parse().ok()?;
            (0..most).contains(&number).then_some(number)
        };
        let minute = part(24)? * 60 + part(60)?;
        let date = Date::parse(date)?;
        Some(Self { date, minute })
    }

    /// What a clock in a zone shows at an instant in UTC seconds.
    pub fn at(instant: i64, zone: &Offsets) -> Self {
        let (date, second) = zone.local(instant);
        let minute = second / 60;
        Self { date, minute }
    }

    /// The first instant, in UTC seconds, at which a clock in a zone shows it.
    pub fn instant(self, zone: &Offsets) -> i64 {
        zone.to_utc(self.date, self.minute)
    }

    /// The time: `03:00`.
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }

    /// The next such time of day that is later than another moment.
    pub fn next(minute: i32, after: Self) -> Self {
        let days = i32::from(minute <= after.minute);
        let date = after.date.plus_days(days);
        Self { date, minute }
    }
}

/// As fields for date and time have it: `2026-11-29T03:00`.
impl fmt::Display for Reading {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}T{}", self.date, self.time())
    }
}

/// An instant in UTC seconds as feeds and playbooks write it: `2026-11-29T03:00:00Z`.
pub fn written(instant: i64) -> String {
    const DAY: i64 = 24 * 60 * 60;
    let date = Date::from_days(i32::try_from(instant.div_euclid(DAY)).unwrap_or_default());
    let second = instant.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{date}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::{Reading, written};
    use triage::hours::{Offsets, parse_moment};

    #[test]
    fn a_reading_is_an_instant_in_its_zone_and_back() {
        let kolkata = Offsets::new(vec![(0, 19_800)]).unwrap();
        let reading = Reading::parse("2026-11-29T03:00").unwrap();
        let instant = reading.instant(&kolkata);
        assert_eq!(written(instant), "2026-11-28T21:30:00Z");
        assert_eq!(parse_moment(&written(instant)), Some(instant));
        assert_eq!(Reading::at(instant, &kolkata), reading);
        assert_eq!(reading.to_string(), "2026-11-29T03:00");
        for nonsense in [
            "",
            "2026-11-29",
            "2026-13-29T03:00",
            "2026-11-29T24:00",
            "2026-11-29T-1:00",
        ] {
            assert_eq!(Reading::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn the_next_three_o_clock_is_today_or_tomorrow() {
        let at = |text| Reading::parse(text).unwrap();
        assert_eq!(
            Reading::next(180, at("2026-11-28T02:59")),
            at("2026-11-28T03:00")
        );
        assert_eq!(
            Reading::next(180, at("2026-11-28T03:00")),
            at("2026-11-29T03:00")
        );
    }
}
