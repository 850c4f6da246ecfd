//! The civil date: a day on a calendar, without a time and without a zone. Zones belong to
//! `offsets`, times of day to `span`.

use super::two_digits;
use std::fmt;

/// A day of the proleptic Gregorian calendar (ISO 8601), kept as days since 1970-01-01.
///
/// ```
/// use triage::hours::Date;
///
/// let date = Date::parse("2026-11-22").unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 22));
/// assert_eq!(date.weekday(), 6, "a Sunday");
/// assert_eq!(date.plus_days(9).to_string(), "2026-12-01");
/// assert!(Date::parse("2026-02-29").is_none(), "not a leap year");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    days: i32,
}

impl Date {
    /// Reads `YYYY-MM-DD` (the `full-date` of RFC 3339), or nothing when the text has another form
    /// or names a day that no calendar has.
    pub fn parse(text: &str) -> Option<Date> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let year = i32::from(two_digits(y1, y2)?) * 100 + i32::from(two_digits(y3, y4)?);
        let (month, day) = (two_digits(m1, m2)?, two_digits(d1, d2)?);
        let date = Date {
            days: days_from_civil(year, month, day),
        };
        // An impossible day lands on another one, so it doesn't come back as it was written.
        (date.civil() == (year, month, day)).then_some(date)
    }

    /// The day so many days after 1970-01-01.
    pub fn from_days(days: i32) -> Date {
        Date { days }
    }

    /// Days since 1970-01-01, negative before it.
    pub fn days(self) -> i32 {
        self.days
    }

    /// The year, as people count them.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.civil().1
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.civil().2
    }

    /// The day of the week: Monday is 0, Sunday is 6.
    pub fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        (i64::from(self.days) + 3).rem_euclid(7) as usize
    }

    /// The day so many days later, or earlier when negative. It stops at the ends of the range.
    pub fn plus_days(self, days: i32) -> Date {
        Date {
            days: self.days.saturating_add(days),
        }
    }

    /// Year, month and day. The algorithm is `civil_from_days` of Howard Hinnant's "chrono-compatible
    /// low-level date algorithms": years begin in March, so that the leap day is the last of a year.
    fn civil(self) -> (i32, u8, u8) {
        let days = i64::from(self.days) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }
}

/// `YYYY-MM-DD`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days since 1970-01-01 of a date, `days_from_civil` of the same source. Total: a month or day that
/// no calendar has gives some other day.
fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
