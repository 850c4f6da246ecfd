//! Reading a moment: a date and a time with its UTC offset, as a playbook's notice gives them.

use super::{DAY, Date, two_digits};

/// Reads a `date-time` of RFC 3339 and gives the instant: UTC seconds since 1970-01-01T00:00:00Z.
/// Nothing when the text has another form.
///
/// The offset is required (`Z`, `z` or `±HH:MM`), and so are the seconds. A fraction of a second is
/// accepted and dropped, as nothing here is finer than a second. A leap second (`:60`) counts as the
/// second before it, as it does for POSIX clocks and for browsers.
///
/// ```
/// use triage::hours::parse_moment;
///
/// assert_eq!(parse_moment("2026-11-22T09:30:00+09:00"), Some(1_795_307_400));
/// assert_eq!(parse_moment("2026-11-22T00:30:00.250Z"), Some(1_795_307_400));
/// assert_eq!(parse_moment("2026-11-22T09:30:00"), None, "where on earth?");
/// ```
pub fn parse_moment(text: &str) -> Option<i64> {
    let (date, time) = text.split_at_checked(10)?;
    let date = Date::parse(date)?;
    let &[
        b'T' | b't',
        h1,
        h2,
        b':',
        m1,
        m2,
        b':',
        s1,
        s2,
        ref rest @ ..,
    ] = time.as_bytes()
    else {
        return None;
    };
    let hour = two_digits(h1, h2).filter(|hour| *hour < 24)?;
    let minute = two_digits(m1, m2).filter(|minute| *minute < 60)?;
    let second = two_digits(s1, s2).filter(|second| *second <= 60)?.min(59);
    let offset = parse_offset(without_fraction(rest)?)?;
    let clock = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Some(i64::from(date.days()) * DAY + clock - offset)
}

/// What follows the fraction of a second, when there is one. A point without a digit is a mistake.
fn without_fraction(rest: &[u8]) -> Option<&[u8]> {
    let Some((b'.', fraction)) = rest.split_first() else {
        return Some(rest);
    };
    let digits = fraction
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits == 0 {
        None
    } else {
        fraction.get(digits..)
    }
}

/// Seconds east of UTC.
fn parse_offset(text: &[u8]) -> Option<i64> {
    match *text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let hours = two_digits(h1, h2).filter(|hours| *hours < 24)?;
            let minutes = two_digits(m1, m2).filter(|minutes| *minutes < 60)?;
            let seconds = i64::from(hours) * 3600 + i64::from(minutes) * 60;
            Some(if sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}
