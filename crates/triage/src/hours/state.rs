//! Whether somebody answers at an instant, until when, or from when again. How that is said, and
//! whether a live status knows better, belongs to others.

use super::offsets::{clamp, day_of};
use super::schedule::covered;
use super::{DAY, Date, Offsets, Schedule};

/// How far ahead an opening or a closing is looked for, in days. Who is closed for longer has no
/// opening time that would help a person in a crisis.
pub const HORIZON_DAYS: i64 = 35;

/// What a schedule says about an instant. Instants are UTC seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody answers, and does so until an instant; nothing when that lies beyond the horizon.
    Open {
        /// The first instant at which nobody answers any more: spans that touch count as one.
        until: Option<i64>,
    },
    /// Nobody answers before an instant; nothing when that lies beyond the horizon.
    Closed {
        /// The first instant at which somebody answers again.
        opens: Option<i64>,
    },
}

impl State {
    /// Whether somebody answers.
    pub fn is_open(self) -> bool {
        matches!(self, State::Open { .. })
    }
}

impl Schedule {
    /// The state at an instant (UTC seconds), by the rule on the first page of this module.
    ///
    /// ```
    /// use triage::hours::{Offsets, Schedule, Span, State, parse_moment};
    ///
    /// let kolkata = Offsets::new(vec![(0, 19_800)]).unwrap();
    /// let night = vec![Span::parse("22:00-06:00").unwrap()];
    /// let mut week = <[Vec<Span>; 7]>::default();
    /// week[5] = night;
    /// let schedule = Schedule::new("Asia/Kolkata", week, vec![], vec![]);
    ///
    /// let sunday = parse_moment("2026-11-22T05:00:00+05:30").unwrap();
    /// assert_eq!(schedule.state(sunday, &kolkata), State::Open { until: Some(sunday + 3600) });
    /// ```
    pub fn state(&self, now_utc: i64, offsets: &Offsets) -> State {
        let now = clamp(now_utc);
        let horizon = now + HORIZON_DAYS * DAY;
        let mut until = now;
        while let Some(end) = self.covered_until(until, offsets) {
            until = end;
            if until > horizon {
                return State::Open { until: None };
            }
        }
        if until > now {
            State::Open { until: Some(until) }
        } else {
            State::Closed {
                opens: self.next_opening(now, horizon, offsets),
            }
        }
    }

    /// The farthest end of the stretches of covered instants in which one instant lies, or nothing
    /// when it lies in none.
    fn covered_until(&self, utc: i64, offsets: &Offsets) -> Option<i64> {
        let period = offsets.period(utc);
        let today = day_of(utc + period.offset);
        let mut farthest = None;
        // A span lasts at most until the end of the day after its own.
        for date in [today.plus_days(-1), today] {
            for span in self.spans_of(date) {
                match covered(date, *span, period) {
                    Some((from, to)) if from <= utc && utc < to => {
                        farthest = farthest.max(Some(to));
                    }
                    _ => {}
                }
            }
        }
        farthest
    }

    /// The first covered instant from one on which nobody answers to the horizon, or nothing.
    fn next_opening(&self, now: i64, horizon: i64, offsets: &Offsets) -> Option<i64> {
        offsets
            .periods()
            .filter(|period| now < period.to && period.from <= horizon)
            .find_map(|period| {
                let first = day_of(period.from.max(now) + period.offset).plus_days(-1);
                let last = day_of(period.to.min(horizon) + period.offset);
                (first.days()..=last.days())
                    .map(Date::from_days)
                    .find_map(|date| {
                        let openings = self
                            .spans_of(date)
                            .iter()
                            .filter_map(|span| covered(date, *span, period));
                        openings
                            .map(|(from, _)| from)
                            .filter(|from| now < *from && *from <= horizon)
                            .min()
                    })
            })
    }
}
