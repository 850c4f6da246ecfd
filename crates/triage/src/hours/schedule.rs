//! The schedule: which spans a day has, and which instants these cover. Whether somebody answers now,
//! and for how long, is asked in `state`.

use super::offsets::Period;
use super::{DAY, Date, Offsets, Span};

/// Opening hours in one zone: a week, single days that differ, and holidays.
///
/// ```
/// use triage::hours::{Date, Schedule, Span};
///
/// let day = |text| Date::parse(text).unwrap();
/// let span = |text| Span::parse(text).unwrap();
/// let schedule = Schedule::new(
///     "Asia/Tokyo",
///     std::array::from_fn(|_| vec![span("09:00-18:00")]),
///     vec![(day("2026-12-31"), vec![span("09:00-12:00")])],
///     vec![day("2026-11-23"), day("2026-12-31")],
/// );
/// assert_eq!(schedule.spans_of(day("2026-11-22")), [span("09:00-18:00")], "the week");
/// assert_eq!(schedule.spans_of(day("2026-11-23")), [], "a holiday beats the week");
/// assert_eq!(schedule.spans_of(day("2026-12-31")), [span("09:00-12:00")], "a date beats a holiday");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    timezone: String,
    week: [Vec<Span>; 7],
    dates: Vec<(Date, Vec<Span>)>,
    closures: Vec<Date>,
}

impl Schedule {
    /// A schedule from its parts, in any order: the IANA name of its zone, the spans of each weekday
    /// (Monday first), the spans of single dates, and the dates on which the week doesn't hold. Of two
    /// entries for one date the first counts.
    pub fn new(
        timezone: &str,
        week: [Vec<Span>; 7],
        dates: Vec<(Date, Vec<Span>)>,
        closures: Vec<Date>,
    ) -> Schedule {
        let mut schedule = Schedule {
            timezone: timezone.to_owned(),
            week: week.map(in_order),
            dates: Vec::new(),
            closures: Vec::new(),
        };
        for (date, spans) in dates {
            if let Err(place) = schedule.dates.binary_search_by_key(&date, |entry| entry.0) {
                schedule.dates.insert(place, (date, in_order(spans)));
            }
        }
        for date in closures {
            if let Err(place) = schedule.closures.binary_search(&date) {
                schedule.closures.insert(place, date);
            }
        }
        schedule
    }

    /// The IANA name of the zone, as the playbook gives it.
    pub fn timezone(&self) -> &str {
        &self.timezone
    }

    /// The spans of each weekday, Monday first, in order of opening.
    pub fn week(&self) -> &[Vec<Span>; 7] {
        &self.week
    }

    /// The dates with spans of their own, in order.
    pub fn dates(&self) -> &[(Date, Vec<Span>)] {
        &self.dates
    }

    /// The holidays, in order. A date with spans of its own may be among them.
    pub fn closures(&self) -> &[Date] {
        &self.closures
    }

    /// The spans that begin on a day, in order of opening: those of its date, else none on a holiday,
    /// else those of its weekday.
    pub fn spans_of(&self, date: Date) -> &[Span] {
        if let Ok(place) = self.dates.binary_search_by_key(&date, |entry| entry.0) {
            return self.dates.get(place).map_or(&[], |entry| &entry.1);
        }
        if self.closures.binary_search(&date).is_ok() {
            return &[];
        }
        self.week.get(date.weekday()).map_or(&[], Vec::as_slice)
    }

    /// The instants covered by the spans that begin on a day, as pairs of UTC seconds (the second one
    /// no longer covered), in order, with those that touch joined. A span may give no pair (it lies in
    /// a gap) or two (its end lies in a fold and is shown twice).
    pub fn spans_on(&self, date: Date, offsets: &Offsets) -> Vec<(i64, i64)> {
        let mut pairs: Vec<(i64, i64)> = Vec::new();
        for period in offsets.periods() {
            for span in self.spans_of(date) {
                let Some((from, to)) = covered(date, *span, period) else {
                    continue;
                };
                match pairs.last_mut() {
                    Some(last) if from <= last.1 => last.1 = last.1.max(to),
                    _ => pairs.push((from, to)),
                }
            }
        }
        pairs
    }
}

/// The instants of a period whose readings lie in a span: first one, and first one after. Within a
/// period readings run as evenly as instants do, so this is one stretch or none.
pub(super) fn covered(date: Date, span: Span, period: Period) -> Option<(i64, i64)> {
    let midnight = i64::from(date.days()) * DAY - period.offset;
    let from = period.from.max(midnight + i64::from(span.open()) * 60);
    let to = period.to.min(midnight + i64::from(span.close()) * 60);
    (from < to).then_some((from, to))
}

/// The spans by opening. A day has few, so the shortest code is the best.
fn in_order(spans: Vec<Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        sorted.insert(sorted.partition_point(|before| *before <= span), span);
    }
    sorted
}
