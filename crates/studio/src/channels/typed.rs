//! A day's hours as people type them: `8-12, 13:30-18`, `9am-5pm`, `９時` on a Japanese keyboard, or a word.

use super::week::{DAY, MOST_SPANS, written};
use crate::typed::plain;
use triage::hours::{Span, overlaps};

/// Why a text doesn't say when somebody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A piece of it that isn't a span.
    Span(String),
    /// Two spans share a minute.
    Overlap(String, String),
    /// More than a day may have.
    TooMany,
}

/// The words for a day on which nobody is there, and for one on which somebody always is.
#[derive(Clone, Copy)]
pub struct Special<'a> {
    /// "closed"
    pub closed: &'a str,
    /// "around the clock"
    pub always: &'a str,
}

/// What stands in the box of a day.
pub fn shown(day: &[String], special: Special<'_>) -> String {
    match day {
        [] => special.closed.to_owned(),
        [one] if is_whole(one) => special.always.to_owned(),
        several => several.join(", "),
    }
}

/// Whether a span is a day from midnight to midnight.
pub fn is_whole(span: &str) -> bool {
    Span::parse(span).is_ok_and(|span| (span.open(), span.close()) == (0, DAY))
}

/// The spans that were typed, as playbooks write them.
///
/// # Errors
///
/// What is to be typed in another way.
pub fn read(text: &str, special: Special<'_>) -> Result<Vec<String>, Slip> {
    let plain = plain(text);
    let same = |word: &str| plain == crate::typed::plain(word);
    if plain.is_empty() || same(special.closed) || plain == "closed" {
        return Ok(Vec::new());
    }
    if same(special.always) || ["24h", "24", "24/7"].contains(&plain.as_str()) {
        return Ok(vec![written((0, DAY))]);
    }
    let mut spans = Vec::new();
    for piece in plain.split([',', ';']).map(str::trim) {
        if !piece.is_empty() {
            spans.push(span(piece).ok_or_else(|| Slip::Span(piece.to_owned()))?);
        }
    }
    if spans.len() > MOST_SPANS {
        return Err(Slip::TooMany);
    }
    let texts: Vec<String> = spans
        .iter()
        .map(|span| written((span.open(), span.close())))
        .collect();
    match overlaps(&spans) {
        Some((one, other)) => Err(Slip::Overlap(texts[one].clone(), texts[other].clone())),
        None => Ok(texts),
    }
}

fn span(piece: &str) -> Option<Span> {
    let (from, to) = piece.split_once('-')?;
    let (open, close) = (minute(from)?, minute(to)?);
    // Closed, or open all day? There are words for both.
    if open == close {
        return None;
    }
    // "9-5" is from nine in the morning to five in the afternoon to most, and overnight to a clock.
    let is_bare =
        |text: &str| text.trim().len() < 3 && text.trim().bytes().all(|it| it.is_ascii_digit());
    if close < open
        && open <= 12 * 60
        && is_bare(from)
        && is_bare(to)
        && !to.trim().starts_with('0')
        && close > 0
    {
        return None;
    }
    let close = if close <= open { close + DAY } else { close };
    Span::new(open, close)
}

/// The minute of the day of `9`, `09:30`, `9.30`, `5pm`, `9時`, `9時30分`.
fn minute(text: &str) -> Option<u16> {
    let text = text.trim();
    let (text, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(text), _) => (text.trim(), Some(0)),
        (_, Some(text)) => (text.trim(), Some(12)),
        _ => (text, None),
    };
    let text = text.trim_end_matches('分').trim_end_matches('時');
    let mut parts = text.split([':', '.', '時']);
    let number = |part: &str| -> Option<u16> {
        let is_short =
            (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_short.then(|| part.parse().ok())?
    };
    let (hour, minute) = (
        number(parts.next()?)?,
        parts.next().map_or(Some(0), number)?,
    );
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    let total = hour * 60 + minute;
    (parts.next().is_none() && minute < 60 && total <= DAY).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::{Slip, Special, read, shown};

    const WORDS: Special<'_> = Special {
        closed: "休み",
        always: "24時間",
    };

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (typed, spans) in [
            (
                "08:00-18:00, 19:00-21:00",
                &["08:00-18:00", "19:00-21:00"][..],
            ),
            ("8-12;13:30-18", &["08:00-12:00", "13:30-18:00"]),
            ("9am – 5pm", &["09:00-17:00"]),
            ("12am-12pm", &["00:00-12:00"]),
            ("９時～１７時３０分", &["09:00-17:30"]),
            ("९:१५-१०", &["09:15-10:00"]),
            ("07:00-02:00", &["07:00-02:00"]),
            ("22-6", &["22:00-06:00"]),
            ("10:07-24:00", &["10:07-24:00"]),
            ("休み", &[]),
            ("", &[]),
            ("Closed", &[]),
            ("24時間", &["00:00-24:00"]),
            ("24h", &["00:00-24:00"]),
        ] {
            let read = read(typed, WORDS).unwrap();
            assert_eq!(read, spans, "{typed}");
            assert_eq!(
                super::read(&shown(&read, WORDS), WORDS),
                Ok(read),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_slip_is_named() {
        for typed in [
            "9",
            "9-",
            "25-26",
            "9:60-10",
            // Closed or open all day, and until five in the afternoon or in the morning?
            "00:00-00:00",
            "9-9",
            "9-5",
            "nine to five",
            "13pm-2pm",
            "24:00-25:00",
        ] {
            assert_eq!(
                read(typed, WORDS),
                Err(Slip::Span(typed.to_owned())),
                "{typed}"
            );
        }
        assert_eq!(
            read("9-12, 11-15", WORDS),
            Err(Slip::Overlap("09:00-12:00".into(), "11:00-15:00".into()))
        );
        let many: Vec<String> = (0..11).map(|hour| format!("{hour}:00-{hour}:30")).collect();
        assert_eq!(read(&many.join(","), WORDS), Err(Slip::TooMany));
    }
}
