//! Language tags: which of a playbook's locales suits a visitor, whom an agent can talk to, which way
//! a script runs. Names of languages, plurals and formats belong to the browser's `Intl`.
//!
//! Tags are compared without regard to case (RFC 5646, section 2.1.1). `zh` with a region means the
//! script that is written there: `zh-TW`, `zh-HK` and `zh-MO` are `zh-Hant`, `zh-CN` and `zh-SG` are
//! `zh-Hans`.

/// The direction in which a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// Languages that are written from right to left unless their tag names a script.
const RTL_LANGUAGES: [&str; 21] = [
    "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo",
    "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts that run from right to left (ISO 15924).
const RTL_SCRIPTS: [&str; 11] = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
];

/// The place of the locale that suits best, or nothing when none does.
///
/// The rule is the lookup of RFC 4647 (section 3.4): each preferred tag in its order, shortened from
/// its end until a locale is equal to it, so `zh-Hant-HK` finds `zh-Hant` and then `zh`. Where that
/// finds nothing for a preferred tag, its first relative does (the same language, in a script that is
/// not known to be another): somebody who prefers `en` is better served by `en-GB` than by Japanese.
///
/// ```
/// use triage::locale::lookup;
///
/// let available = ["ja", "zh-Hant", "en-GB"].map(String::from);
/// assert_eq!(lookup(&["zh-TW", "ja"], &available), Some(1));
/// assert_eq!(lookup(&["fr", "en"], &available), Some(2));
/// assert_eq!(lookup(&["zh-Hans"], &available), None, "another script");
/// ```
pub fn lookup(preferred: &[&str], available: &[String]) -> Option<usize> {
    preferred
        .iter()
        .find_map(|tag| exact_or_shorter(tag, available).or_else(|| relative(tag, available)))
}

/// Whether a tag has the shape that browsers accept in `lang` and in `Intl`: language, script, region,
/// variants, extensions and private use, in this order (the `langtag` of RFC 5646, section 2.1, without
/// the forms that ECMA-402 refuses: extended languages, four-letter languages, a variant or an
/// extension given twice). Whether such a language exists is not asked.
///
/// ```
/// use triage::locale::is_well_formed;
///
/// assert!(is_well_formed("zh-Hant-HK"));
/// assert!(!is_well_formed("en_GB"));
/// ```
pub fn is_well_formed(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let language = parts.next().unwrap_or_default();
    if !is_alpha(language) || !matches!(language.len(), 2 | 3 | 5..=8) {
        return false;
    }
    parts.next_if(|part| is_script(part));
    parts.next_if(|part| is_region(part));
    let mut seen: Vec<&str> = Vec::new();
    while let Some(variant) = parts.next_if(|part| is_variant(part)) {
        if seen
            .iter()
            .any(|before| before.eq_ignore_ascii_case(variant))
        {
            return false;
        }
        seen.push(variant);
    }
    // What is left are singletons, each with at least one part of its own. All after `x` is private.
    while let Some(singleton) = parts.next() {
        if singleton.len() != 1
            || !is_alphanumeric(singleton)
            || seen
                .iter()
                .any(|before| before.eq_ignore_ascii_case(singleton))
        {
            return false;
        }
        seen.push(singleton);
        let private = singleton.eq_ignore_ascii_case("x");
        let shortest = if private { 1 } else { 2 };
        let mut count = 0;
        while parts
            .next_if(|part| (shortest..=8).contains(&part.len()) && is_alphanumeric(part))
            .is_some()
        {
            count += 1;
        }
        if count == 0 || (private && parts.peek().is_some()) {
            return false;
        }
    }
    true
}

/// Whether somebody who answers in a language can serve a visitor who reads a locale: the languages
/// are the same, and the scripts are not known to differ. Regions don't matter to being understood.
///
/// ```
/// use triage::locale::covers;
///
/// assert!(covers("en", "en-GB"));
/// assert!(covers("zh", "zh-Hant"));
/// assert!(!covers("zh-CN", "zh-Hant"));
/// ```
pub fn covers(language: &str, locale: &str) -> bool {
    let (language, locale) = (canonical(language), canonical(locale));
    language_of(&language) == language_of(&locale)
        && match (script_of(&language), script_of(&locale)) {
            (Some(spoken), Some(read)) => spoken == read,
            _ => true,
        }
}

/// The direction of a tag's script, or of the one that its language is usually written in.
///
/// ```
/// use triage::locale::{Direction, direction};
///
/// assert_eq!(direction("ar-EG"), Direction::Rtl);
/// assert_eq!(direction("sd-Deva"), Direction::Ltr, "Sindhi in Devanagari");
/// ```
pub fn direction(tag: &str) -> Direction {
    let tag = canonical(tag);
    let rtl = match script_of(&tag) {
        Some(script) => RTL_SCRIPTS.contains(&script),
        None => RTL_LANGUAGES.contains(&language_of(&tag)),
    };
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// The lookup of RFC 4647 for one tag.
fn exact_or_shorter(tag: &str, available: &[String]) -> Option<usize> {
    let tag = canonical(tag);
    let mut range = tag.as_str();
    loop {
        let found = available
            .iter()
            .position(|locale| canonical(locale) == range);
        if found.is_some() {
            return found;
        }
        // The RFC drops a singleton together with what follows it. No locale ends in one, so that it is
        // tried here does no harm.
        range = range.rsplit_once('-')?.0;
    }
}

/// The first locale in the same language whose script is not known to be another.
fn relative(tag: &str, available: &[String]) -> Option<usize> {
    available.iter().position(|locale| covers(locale, tag))
}

/// A tag in lower case, with today's name of its language (some systems still send the withdrawn
/// ones) and with the script that a Chinese region stands for.
fn canonical(tag: &str) -> String {
    let tag = tag.to_ascii_lowercase();
    let (language, rest) = tag.split_once('-').unwrap_or((&tag, ""));
    let language = match language {
        "iw" => "he",
        "in" => "id",
        "ji" => "yi",
        "cmn" => "zh",
        "tl" => "fil",
        "no" => "nb",
        current => current,
    };
    let script = match rest.split('-').next() {
        Some("tw" | "hk" | "mo") if language == "zh" => "-hant",
        Some("cn" | "sg") if language == "zh" => "-hans",
        _ => "",
    };
    let dash = if rest.is_empty() { "" } else { "-" };
    [language, script, dash, rest].concat()
}

/// The language of a canonical tag.
fn language_of(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The script of a canonical tag, where it has one.
fn script_of(tag: &str) -> Option<&str> {
    tag.split('-').nth(1).filter(|part| is_script(part))
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && is_alpha(part)
}

fn is_region(part: &str) -> bool {
    (part.len() == 2 && is_alpha(part))
        || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_variant(part: &str) -> bool {
    let year = part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit());
    (year || (5..=8).contains(&part.len())) && is_alphanumeric(part)
}

fn is_alpha(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_alphanumeric(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
