//! Spans of one day and names of weekdays, as a playbook writes them. Which span holds on which day
//! belongs to `schedule`.

use super::two_digits;

/// Minutes in a day of readings.
const MINUTES: u16 = 1_440;

/// The names of the weekdays in playbooks, Monday first. They must never change.
pub(crate) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A stretch of one day during which somebody answers: the opening minute is in it, the closing
/// minute is not. Minutes count from the start of the day to which the span belongs, so a closing
/// beyond 1,440 lies on the next day.
///
/// ```
/// use triage::hours::Span;
///
/// let night = Span::parse("22:00-06:00").unwrap();
/// assert_eq!((night.open(), night.close()), (22 * 60, 30 * 60));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    open: u16,
    close: u16,
}

/// Why a text is not a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanProblem {
    /// The text is not `HH:MM-HH:MM` with two digits each.
    Shape,
    /// The opening is not a time from `00:00` to `23:59`.
    Opening,
    /// The closing is not a time from `00:00` to `24:00`.
    Closing,
}

impl SpanProblem {
    /// What to write instead, as the second half of a problem's text.
    pub fn cure(&self) -> &'static str {
        match self {
            SpanProblem::Shape => "write it as HH:MM-HH:MM, such as \"09:00-17:30\"",
            SpanProblem::Opening => "let it open between 00:00 and 23:59",
            SpanProblem::Closing => "let it close between 00:00 and 24:00",
        }
    }
}

impl Span {
    /// A span from one minute to another: `0 <= open < 1440`, `open < close <= 2880`; otherwise
    /// nothing.
    pub fn new(open: u16, close: u16) -> Option<Span> {
        (open < MINUTES && open < close && close <= 2 * MINUTES).then_some(Span { open, close })
    }

    /// Reads `HH:MM-HH:MM`. A closing at or before the opening is on the next day, so `00:00-00:00`
    /// and `00:00-24:00` are both the whole day.
    pub fn parse(text: &str) -> Result<Span, SpanProblem> {
        let &[a, b, b':', c, d, b'-', e, f, b':', g, h] = text.as_bytes() else {
            return Err(SpanProblem::Shape);
        };
        let open = clock(a, b, c, d)?;
        let close = clock(e, f, g, h)?;
        let open = open
            .filter(|open| *open < MINUTES)
            .ok_or(SpanProblem::Opening)?;
        let close = close.ok_or(SpanProblem::Closing)?;
        let close = if close <= open {
            close + MINUTES
        } else {
            close
        };
        Ok(Span { open, close })
    }

    /// Whether it is a whole day and opens when it closes, as `09:00-09:00` and `00:00-24:00` do.
    pub fn is_whole_day(self) -> bool {
        self.close - self.open == MINUTES
    }

    /// The minute of its day at which it opens, 0 to 1,439.
    pub fn open(self) -> u16 {
        self.open
    }

    /// The minute at which it closes, 1 to 2,880, counted from the start of the same day.
    pub fn close(self) -> u16 {
        self.close
    }
}

/// The places of the first two spans of one day that share a minute, or nothing. A span that runs
/// into the next day's is no mistake: people write `22:00-06:00` beside `00:00-02:00`.
///
/// ```
/// use triage::hours::{Span, overlaps};
///
/// let spans = ["09:00-12:00", "13:00-18:00", "17:00-19:00"].map(|text| Span::parse(text).unwrap());
/// assert_eq!(overlaps(&spans), Some((1, 2)));
/// assert_eq!(overlaps(&spans[..2]), None);
/// ```
pub fn overlaps(spans: &[Span]) -> Option<(usize, usize)> {
    spans.iter().enumerate().find_map(|(later, b)| {
        let earlier = spans
            .iter()
            .take(later)
            .position(|a| a.open < b.close && b.open < a.close)?;
        Some((earlier, later))
    })
}

/// The weekdays (Monday is 0) that `mon`, `mon-fri` or `fri-mon` name, in order. Nothing for any other text,
/// and for a range from a day to itself, which could mean one day or all seven.
///
/// ```
/// use triage::hours::parse_days;
///
/// assert_eq!(parse_days("fri-mon").unwrap().collect::<Vec<_>>(), [4, 5, 6, 0]);
/// assert!(parse_days("Monday").is_none());
/// ```
pub fn parse_days(text: &str) -> Option<impl Iterator<Item = usize> + use<>> {
    let day = |name: &str| WEEKDAYS.iter().position(|weekday| *weekday == name);
    let (first, more) = match text.split_once('-') {
        None => (day(text)?, 0),
        Some((first, last)) => {
            let (first, last) = (day(first)?, day(last)?);
            (first, (last + 7 - first) % 7)
        }
    };
    if more == 0 && text.contains('-') {
        return None;
    }
    Some((first..=first + more).map(|day| day % 7))
}

/// The days of somebody who wrote them out, as a playbook has them: `mon-fri` for `Monday – Friday`. Nothing for a list of
/// days, of which each has an entry of its own, and for words that might mean others.
///
/// ```
/// use triage::hours::read_days;
///
/// assert_eq!(read_days("Monday to Friday").as_deref(), Some("mon-fri"));
/// assert_eq!(read_days("Mon, Wed, Fri"), None);
/// assert_eq!(read_days("Satisfaction"), None);
/// ```
#[cfg(feature = "advice")]
#[must_use]
pub fn read_days(text: &str) -> Option<String> {
    const LONG: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let text = text.trim().to_lowercase().replace(['–', '—', '−'], "-");
    if ["daily", "every day", "everyday"].contains(&text.as_str()) {
        return Some("mon-sun".to_owned());
    }
    let text = text
        .replace(" to ", "-")
        .replace(" through ", "-")
        .replace(" bis ", "-");
    // "weds" is written, though no letter of Wednesday stands there.
    let short = |day: &str| {
        let day = day.trim().trim_end_matches('.');
        let day = if day == "weds" { "wed" } else { day };
        let mut names = LONG.iter();
        let place = names.position(|long| day.len() >= 3 && long.starts_with(day));
        place.and_then(|place| WEEKDAYS.get(place)).copied()
    };
    let days: Option<Vec<&str>> = text.split('-').map(short).collect();
    let days = days?.join("-");
    parse_days(&days).is_some().then_some(days)
}

/// The minute of the day of `HH:MM`: `Err` when these are no digits, `Ok(None)` when no clock shows
/// them. `24:00` is a time here, as closing times need it.
fn clock(h1: u8, h2: u8, m1: u8, m2: u8) -> Result<Option<u16>, SpanProblem> {
    let hour = two_digits(h1, h2).ok_or(SpanProblem::Shape)?;
    let minute = two_digits(m1, m2).ok_or(SpanProblem::Shape)?;
    let total = u16::from(hour) * 60 + u16::from(minute);
    Ok((minute < 60 && total <= MINUTES).then_some(total))
}
