//! How long people wait, as people say it: `40`, `40 min`, `30-40`, `1 hour`, `40分`, `40 मिनट`.

use super::plain;

/// The longest wait that the format has, in minutes: a week.
pub const MOST: u32 = 7 * 24 * 60;

/// Words that say that it may be a little more or less.
const ABOUT: [&str; 8] = [
    "about",
    "approx.",
    "around",
    "約",
    "およそ",
    "लगभग",
    "क़रीब",
    "करीब",
];

/// Half an hour, in words.
const HALF: [&str; 3] = ["half an hour", "आधा घंटा", "आधे घंटे"];

/// The units, each with its minutes. Longer words come before those that they begin with.
const UNITS: [(&str, u32); 16] = [
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min.", 1),
    ("min", 1),
    ("मिनट", 1),
    ("分", 1),
    ("hours", 60),
    ("hour", 60),
    ("hrs", 60),
    ("hr", 60),
    ("時間", 60),
    ("घंटे", 60),
    ("घंटा", 60),
    ("h", 60),
    ("m", 1),
];

/// The shortest and the longest wait in minutes, the same where one number was typed. `Ok(None)` where nothing was typed.
///
/// # Errors
///
/// When it is no wait, or one of more than a week.
pub fn read(text: &str) -> Result<Option<(u32, u32)>, ()> {
    let plain = plain(text);
    let mut rest = plain.as_str();
    for word in ABOUT {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim();
    }
    if rest.is_empty() {
        return if plain.is_empty() { Ok(None) } else { Err(()) };
    }
    if HALF.contains(&rest) {
        return Ok(Some((30, 30)));
    }
    let joined = rest
        .replace(" to ", "-")
        .replace("から", "-")
        .replace(" से ", "-");
    let (from, to) = joined.split_once('-').unwrap_or((&joined, &joined));
    let (to, unit) = span(to).ok_or(())?;
    // "1-2 hours": what the second number counts, the first one does, too.
    let (from, own) = span(from).ok_or(())?;
    let from = if own.is_none() {
        from.checked_mul(unit.unwrap_or(1)).ok_or(())?
    } else {
        from
    };
    (from <= to && to <= MOST)
        .then_some(Some((from, to)))
        .ok_or(())
}

/// So many minutes: numbers with their units, and the unit where there is but one number. One without a unit counts
/// minutes, or what the other end of a range counts.
fn span(text: &str) -> Option<(u32, Option<u32>)> {
    let mut rest = text.trim();
    let mut minutes: u32 = 0;
    let mut units = Vec::new();
    while !rest.is_empty() {
        let end = rest
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let number: u32 = number.parse().ok()?;
        let after = after.trim_start();
        let unit = UNITS
            .iter()
            .find_map(|(word, unit)| Some((after.strip_prefix(word)?, *unit)));
        let (after, unit) = match unit {
            Some((after, unit)) => (after, Some(unit)),
            None => (after, None),
        };
        // Hours come first, and each unit once.
        if units
            .last()
            .is_some_and(|last: &Option<u32>| *last != Some(60) || unit != Some(1))
        {
            return None;
        }
        minutes = minutes.checked_add(number.checked_mul(unit.unwrap_or(1))?)?;
        units.push(unit);
        rest = after.trim_start();
    }
    let unit = match units.as_slice() {
        [] => return None,
        [unit] => *unit,
        _ => Some(1),
    };
    Some((minutes, unit))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn waits_are_read_as_people_say_them_and_the_rest_is_refused() {
        for (typed, wait) in [
            ("40", Some((40, 40))),
            ("40 minutes", Some((40, 40))),
            ("40min", Some((40, 40))),
            ("about 40 min.", Some((40, 40))),
            ("30-40", Some((30, 40))),
            ("30 – 40 minutes", Some((30, 40))),
            ("30 min to 1 hour", Some((30, 60))),
            ("1-2 hours", Some((60, 120))),
            ("1 h 30 min", Some((90, 90))),
            ("half an hour", Some((30, 30))),
            ("40分", Some((40, 40))),
            ("約３０〜４０分", Some((30, 40))),
            ("1時間30分", Some((90, 90))),
            ("४० मिनट", Some((40, 40))),
            ("30 से 40 मिनट", Some((30, 40))),
            ("2 घंटे", Some((120, 120))),
            ("10080", Some((10_080, 10_080))),
        ] {
            assert_eq!(read(typed), Ok(wait), "{typed}");
        }
        assert_eq!(read("  "), Ok(None));
        for refused in [
            "soon",
            "40 people",
            "40-30",
            "10081",
            "-5",
            "4 40",
            "about",
            "1.5 hours",
            "30-",
            "40 minutes 1 hour",
            "999999999999 h",
        ] {
            assert_eq!(read(refused), Err(()), "{refused}");
        }
    }
}
