//! "Did you mean": the known name that is nearest to a slip of the pen.

/// `did you mean "topic"?` when a known name is near; else what to do instead.
///
/// ```
/// # #[cfg(feature = "advice")]
/// assert_eq!(triage::did_you_mean("topc", &["topic", "safe"], "remove it"), "did you mean \"topic\"?");
/// ```
#[inline(never)]
#[must_use]
pub fn did_you_mean(written: &str, known: &[&str], otherwise: &str) -> String {
    nearest(written, known).map_or_else(
        || otherwise.to_owned(),
        |name| ["did you mean \"", name, "\"?"].concat(),
    )
}

/// The known name that is nearest to a slip of the pen, when one is near.
///
/// ```
/// # #[cfg(feature = "advice")]
/// assert_eq!(triage::nearest("topc", &["topic", "safe"]), Some("topic"));
/// ```
#[must_use]
pub fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let near = known.iter().filter_map(|name| {
        let distance = distance(written, name);
        (distance <= 1 + name.len() / 4).then_some((distance, *name))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many bytes must be put in, taken out or changed (Levenshtein 1966).
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (place, a) in from.bytes().enumerate() {
        let mut corner = place;
        let mut left = place + 1;
        for (above, b) in row.iter_mut().skip(1).zip(to.bytes()) {
            let changed = corner + usize::from(a != b);
            corner = *above;
            left = changed.min(corner + 1).min(left + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = place + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, distance};

    #[test]
    fn distance_counts_the_slips() {
        for (from, to, slips) in [
            ("topic", "topic", 0),
            ("topc", "topic", 1),
            ("tpoic", "topic", 2),
            ("", "abc", 3),
            ("abc", "", 3),
        ] {
            assert_eq!(distance(from, to), slips, "{from} → {to}");
        }
    }

    #[test]
    fn only_near_names_are_suggested() {
        let known = ["text", "why", "hint"];
        assert_eq!(
            did_you_mean("txt", &known, "remove it"),
            "did you mean \"text\"?"
        );
        assert_eq!(did_you_mean("colour", &known, "remove it"), "remove it");
    }
}
