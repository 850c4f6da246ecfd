//! Reading a whole number as people type it. Whether it lies in a question's range belongs to the
//! question.

use super::letters::{is_invisible, width};

/// The largest whole number that JavaScript and JSON agree on, 2⁵³ − 1.
const LARGEST: i64 = 9_007_199_254_740_991;

/// The zeros of the decimal digits that keyboards have; nine more follow each. Full-width digits are
/// ASCII by then. Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu,
/// Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer.
const ZEROS: [char; 17] = [
    '0', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០',
];

/// Reads a whole number, or nothing when the text is anything else or lies beyond
/// ±9,007,199,254,740,991 (what a JavaScript number holds exactly).
///
/// Digits may be those of any script with its own keyboard. A sign may stand in front: `+`, `-`, `−`
/// or their full-width forms, but not `ー`, which is a vowel. Thousands may be set apart by commas,
/// spaces or apostrophes, one kind throughout, and only where they can be nothing else: the last
/// group has three digits, those before it three or (as in India) two. So `1,5` is no fifteen. Points
/// are refused: half of the world reads `1.500` as one and a half.
///
/// ```
/// use triage::fold::parse_whole_number;
///
/// assert_eq!(parse_whole_number("１,２００"), Some(1_200));
/// assert_eq!(parse_whole_number("१,००,०००"), Some(100_000));
/// assert_eq!(parse_whole_number("about 50"), None);
/// ```
pub fn parse_whole_number(text: &str) -> Option<i64> {
    let visible = text.chars().filter(|letter| !is_invisible(*letter));
    let text: String = visible.map(width).collect();
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let size = digits(text)?;
    Some(if negative { -size } else { size })
}

/// The number that digits and their separators write.
fn digits(text: &str) -> Option<i64> {
    let mut size: i64 = 0;
    let mut group = 0;
    let mut separator = None;
    for letter in text.chars() {
        if let Some(digit) = digit(letter) {
            size = size * 10 + i64::from(digit);
            group += 1;
            if size > LARGEST {
                return None;
            }
        } else {
            let kind = separator_kind(letter)?;
            let (shortest, same) = match separator {
                None => (1, true),
                Some(before) => (2, before == kind),
            };
            if !same || !(shortest..=3).contains(&group) {
                return None;
            }
            separator = Some(kind);
            group = 0;
        }
    }
    let complete = if separator.is_none() {
        group > 0
    } else {
        group == 3
    };
    complete.then_some(size)
}

/// The value of a decimal digit.
pub(super) fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    let value = |zero: &char| {
        code.checked_sub(u32::from(*zero))
            .filter(|value| *value < 10)
    };
    ZEROS.iter().find_map(value).map(|value| value as u8)
}

/// The kind of a separator, by the character that stands for it.
fn separator_kind(letter: char) -> Option<char> {
    match letter {
        ',' | '٬' | '،' => Some(','),
        '\'' | '’' => Some('\''),
        _ if letter.is_whitespace() => Some(' '),
        _ => None,
    }
}
