//! "Did you mean": what somebody meant who wrote a name that isn't known. Other words for it come first (`synonyms`),
//! then the name that is nearest in spelling. Where two readings are left, none is chosen.

use super::synonyms::{self, Meaning};
#[cfg(feature = "advice")]
use crate::locale;

/// What to do about a name that isn't known: `did you mean "topic"?` where it is clear what was meant; else what its
/// author has to decide, or what to do instead.
///
/// ```
/// # #[cfg(feature = "advice")] {
/// use triage::did_you_mean;
/// assert_eq!(did_you_mean("topc", &["topic", "safe"], "remove it"), "did you mean \"topic\"?");
/// assert_eq!(did_you_mean("and", &["all", "any", "not"], "remove it"), "did you mean \"all\"?");
/// # }
/// ```
#[inline(never)]
#[must_use]
pub fn did_you_mean(written: &str, known: &[&str], otherwise: &str) -> String {
    match meant(written, known) {
        Some(Meaning::Name(name)) => question(name),
        Some(Meaning::Cure(cure)) => cure.to_owned(),
        None => otherwise.to_owned(),
    }
}

/// The same for a language tag.
#[cfg(feature = "advice")]
pub(super) fn did_you_mean_locale(written: &str, known: &[&str], otherwise: &str) -> String {
    nearest_locale(written, known).map_or_else(|| otherwise.to_owned(), question)
}

fn question(name: &str) -> String {
    ["did you mean \"", name, "\"?"].concat()
}

/// The known name that was meant, where only one can be.
///
/// ```
/// # #[cfg(feature = "advice")] {
/// use triage::nearest;
/// assert_eq!(nearest("topc", &["topic", "safe"]), Some("topic"));
/// assert_eq!(nearest("at_most", &["at_least", "below"]), None, "it means the opposite");
/// # }
/// ```
#[cfg(feature = "advice")]
#[must_use]
pub fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    match meant(written, known)? {
        Meaning::Name(name) => Some(name),
        Meaning::Cure(_) => None,
    }
}

/// Whether a name is known to mean something that is written in another way, so that it isn't simply too much.
#[cfg(feature = "advice")]
#[must_use]
pub fn is_written_otherwise(written: &str, known: &[&str]) -> bool {
    matches!(meant(written, known), Some(Meaning::Cure(_)))
}

/// The language tag of several that was meant. Never by spelling: tags of two letters are all neighbours.
///
/// ```
/// # #[cfg(feature = "advice")] {
/// use triage::nearest_locale;
/// assert_eq!(nearest_locale("jp", &["en", "ja"]), Some("ja"));
/// assert_eq!(nearest_locale("cn", &["en", "ja"]), None, "it isn't English");
/// assert_eq!(nearest_locale("pt_br", &["pt-BR"]), Some("pt-BR"));
/// # }
/// ```
#[cfg(feature = "advice")]
#[must_use]
pub fn nearest_locale<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let tag = written.trim().replace('_', "-");
    let find = |tag: &str| known.iter().find(|known| known.eq_ignore_ascii_case(tag));
    if let Some(same) = find(&tag) {
        return Some(same);
    }
    let meant = synonyms::language(&tag);
    let tag = meant.unwrap_or(&tag);
    let covers = |known: &&&str| locale::covers(known, tag) || locale::covers(tag, known);
    let mut of_that_language = known.iter().filter(covers);
    let first = of_that_language.next()?;
    of_that_language
        .all(|other| other == first)
        .then_some(*first)
}

fn meant<'k>(written: &str, known: &[&'k str]) -> Option<Meaning<'k>> {
    synonyms::meaning(written, known).or_else(|| by_spelling(written, known).map(Meaning::Name))
}

/// The name that is nearest to a slip of the pen, where no other is as near. Names that differ in a digit are names of
/// two things, and a name to which `un` or `not` was added means the opposite.
fn by_spelling<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let digits = |name: &str| -> Vec<u8> { name.bytes().filter(u8::is_ascii_digit).collect() };
    let written_digits = digits(written);
    let near = known.iter().filter_map(|name| {
        let distance = distance(written, name);
        let is_slip = distance <= 1 + name.len() / 4
            && digits(name) == written_digits
            && !is_opposite(written, name);
        is_slip.then_some((distance, *name))
    });
    let near: Vec<(usize, &str)> = near.collect();
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let mut nearest = near.iter().filter(|(distance, _)| *distance == least);
    let (_, first) = nearest.next()?;
    nearest.all(|(_, other)| other == first).then_some(first)
}

/// Whether one of two names denies the other: `answered` and `unanswered`, `on_pages` and `not_on_pages`.
fn is_opposite(one: &str, other: &str) -> bool {
    const DENIALS: [&str; 10] = [
        "un", "not_", "no_", "non_", "dis", "in", "de", "anti_", "never_", "no",
    ];
    let denies = |longer: &str, shorter: &str| {
        let rest = |denial: &&str| longer.strip_prefix(*denial) == Some(shorter);
        DENIALS.iter().any(rest)
    };
    denies(one, other) || denies(other, one)
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

#[cfg(all(test, feature = "advice"))]
mod tests {
    use super::{did_you_mean, distance, nearest, nearest_locale};

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

    #[test]
    fn names_of_two_things_and_opposites_are_no_slips_of_each_other() {
        for (written, known) in [
            ("claims_1", &["claims_2"][..]),
            ("phone_2026", &["phone_2025"]),
            ("roof_a", &["roof_b", "roof_c"]),
            ("safe", &["unsafe"]),
            ("unpaid", &["paid"]),
        ] {
            assert_eq!(nearest(written, known), None, "{written}");
        }
    }

    #[test]
    fn languages_are_known_by_their_countries_and_never_by_spelling() {
        for (written, known, meant) in [
            ("jp", &["en", "ja", "hi"][..], Some("ja")),
            ("cn", &["en", "ja"], None),
            ("cn", &["en", "zh-Hans"], Some("zh-Hans")),
            ("zh", &["zh-Hans", "zh-Hant"], None),
            ("tw", &["zh-Hans", "zh-Hant"], Some("zh-Hant")),
            ("kr", &["fr", "ko"], Some("ko")),
            ("ua", &["ur", "uk"], Some("uk")),
            ("gr", &["fr", "el"], Some("el")),
            ("cz", &["cy", "cs"], Some("cs")),
            ("dk", &["de", "da"], Some("da")),
            ("dk", &["de"], None),
            ("se", &["de", "es"], None),
            ("br", &["pt-BR", "fr"], Some("pt-BR")),
            ("en_US", &["en", "ja"], Some("en")),
            ("EN", &["en", "ja"], Some("en")),
            ("English", &["en", "ja"], Some("en")),
        ] {
            assert_eq!(nearest_locale(written, known), meant, "{written}");
        }
    }
}
