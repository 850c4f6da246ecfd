//! How long people wait, in the units in which people say it. The words are the page's, which has the browser's `Intl`.

/// A unit of time, as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes, up to two hours.
    Minute,
    /// Hours, up to two days.
    Hour,
    /// Days.
    Day,
}

impl Unit {
    /// Its name in CLDR and in `Intl.NumberFormat`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    const fn minutes(self) -> u32 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 24 * 60,
        }
    }

    /// The unit in which so many minutes are said: the largest of which there are two or more.
    const fn of(minutes: u32) -> Self {
        if minutes >= 2 * Self::Day.minutes() {
            Self::Day
        } else if minutes >= 2 * Self::Hour.minutes() {
            Self::Hour
        } else {
            Self::Minute
        }
    }
}

/// A count of a unit: 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// The shorter and the longer wait of a channel, from minutes. Where the longer one is said in hours, a whole hour is no
/// 60 minutes. Rounding only widens the range.
///
/// ```
/// use triage::{Unit::{Hour, Minute}, spans};
///
/// let said = |low, high| spans((low, high)).map(|span| (span.count, span.unit));
/// assert_eq!(said(60, 1440), [(1, Hour), (24, Hour)]);
/// assert_eq!(said(45, 120), [(45, Minute), (2, Hour)]);
/// assert_eq!(said(60, 90), [(60, Minute), (90, Minute)]);
/// ```
#[must_use]
pub fn spans((low, high): (u32, u32)) -> [Span; 2] {
    let longest = Unit::of(high);
    let is_whole = |unit: &Unit| low % unit.minutes() == 0 && *unit <= longest;
    let whole = [Unit::Day, Unit::Hour].into_iter().find(is_whole);
    let unit = whole.unwrap_or(Unit::of(low));
    [
        Span {
            count: low / unit.minutes(),
            unit,
        },
        Span {
            count: high.div_ceil(longest.minutes()),
            unit: longest,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::{Unit, spans};

    #[test]
    fn a_wait_is_said_in_the_units_in_which_people_say_it() {
        for (minutes, said) in [
            ((0, 2), "0 minute, 2 minute"),
            ((2, 6), "2 minute, 6 minute"),
            ((5, 5), "5 minute, 5 minute"),
            ((60, 90), "60 minute, 90 minute"),
            ((60, 119), "60 minute, 119 minute"),
            ((60, 120), "1 hour, 2 hour"),
            ((45, 120), "45 minute, 2 hour"),
            ((90, 240), "90 minute, 4 hour"),
            ((0, 180), "0 hour, 3 hour"),
            ((150, 200), "2 hour, 4 hour"),
            ((60, 1440), "1 hour, 24 hour"),
            ((1440, 1440), "24 hour, 24 hour"),
            ((1440, 2879), "24 hour, 48 hour"),
            ((1440, 2880), "1 day, 2 day"),
            ((30, 2880), "30 minute, 2 day"),
            ((720, 4320), "12 hour, 3 day"),
            ((4000, 4400), "2 day, 4 day"),
            ((u32::MAX, u32::MAX), "2982616 day, 2982617 day"),
        ] {
            let spans = spans(minutes);
            let words = spans.map(|span| format!("{} {}", span.count, span.unit.name()));
            assert_eq!(words.join(", "), said, "{minutes:?}");
            let [low, high] =
                spans.map(|span| u64::from(span.count) * u64::from(span.unit.minutes()));
            assert!(
                low <= minutes.0.into() && high >= minutes.1.into(),
                "{minutes:?}"
            );
            assert!(spans[0].unit <= spans[1].unit, "{minutes:?}");
        }
        assert!(Unit::Minute < Unit::Hour && Unit::Hour < Unit::Day);
    }
}
