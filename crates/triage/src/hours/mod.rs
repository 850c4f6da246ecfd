//! Opening hours as plain data and pure functions. This module owns dates, moments, spans, weekly
//! schedules and the tables of UTC offsets that tie them to the world's time line. It leaves to
//! others the reading of a playbook, the words ("opens at nine"), the live status of a channel, and
//! the time-zone database: the host of the engine fills [`Offsets`] and says what time it is.
//!
//! # Words
//!
//! - an **instant** is a point of the time line: UTC seconds since 1970-01-01T00:00:00Z, an `i64`;
//! - a **reading** is what a clock on the wall shows at an instant: a [`Date`] and a second of that
//!   day. One instant has one reading in a zone, but a reading may be shown twice (a *fold*, when
//!   clocks go back) or never (a *gap*, when they go forward);
//! - a **span** is a stretch of readings during which somebody answers. It belongs to the day on
//!   which it begins, also where it ends on the next;
//! - a **schedule** says which spans a day has.
//!
//! # The one rule
//!
//! Somebody answers at an instant exactly when the reading of that instant lies in a span: at or
//! after its opening and before its closing. Everything else follows. What lies in a gap is never
//! shown by a clock and takes no time; what lies in a fold is shown twice and counts twice; and a
//! duration is a difference of instants, never of readings.
//!
//! ```
//! use triage::hours::{Offsets, Schedule, Span, State, parse_moment};
//!
//! let tokyo = Offsets::new(vec![(0, 9 * 3600)]).unwrap();
//! let span = Span::parse("09:00-18:00").unwrap();
//! let schedule = Schedule::new("Asia/Tokyo", std::array::from_fn(|_| vec![span]), vec![], vec![]);
//!
//! let now = parse_moment("2026-11-22T17:30:00+09:00").unwrap();
//! assert_eq!(schedule.state(now, &tokyo), State::Open { until: Some(now + 30 * 60) });
//! ```

mod date;
mod moment;
mod offsets;
mod schedule;
mod span;
mod state;

pub use date::Date;
pub use moment::parse_moment;
pub use offsets::{Offsets, Zones, parse_offset};
pub use schedule::Schedule;
pub(crate) use span::WEEKDAYS;
#[cfg(feature = "advice")]
pub use span::read_days;
pub use span::{Span, SpanProblem, overlaps, parse_days};
pub use state::{HORIZON_DAYS, State};

/// Seconds in a day of readings. A day of instants may be shorter or longer.
const DAY: i64 = 86_400;

/// The number that two ASCII digits write.
fn two_digits(tens: u8, units: u8) -> Option<u8> {
    (tens.is_ascii_digit() && units.is_ascii_digit()).then(|| (tens - b'0') * 10 + (units - b'0'))
}
