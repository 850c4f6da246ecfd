//! Numbers as people write them: with brackets, a home 0, an extension in words, the digits of other keyboards.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region,
};
use triage::link::check_phone;

use crate::plan::{formatted, is_for_home};

/// Words before an extension, as they are written in some languages; the longer one of two comes first.
const EXTENSION: [&str; 26] = [
    ";ext=",
    "extension",
    "extn.",
    "extn",
    "ext.",
    "ext",
    "x",
    "#",
    ",,",
    ",",
    "内線番号",
    "内線",
    "内线",
    "分机",
    "分機",
    "내선",
    "एक्सटेंशन",
    "durchwahl",
    "dw",
    "poste",
    "ramal",
    "anexo",
    "interno",
    "доб.",
    "доб",
    "تحويلة",
];

/// The numbers that may be meant by what was written, as a playbook has them, the likeliest first; each with the country
/// in which alone it is answered. `countries` are those of the playbook, by their two letters; a number without `+` says
/// nothing without one.
///
/// ```
/// use leeward_numbers::readings;
/// let right = |number, countries: &[&str]| -> Vec<String> {
///     readings(number, countries).into_iter().map(|(number, _)| number).collect()
/// };
/// assert_eq!(right("+49 (0)30 1234567", &[]), ["+49 30 1234567"]);
/// assert_eq!(right("+39 (0)6 6982 1234", &[]), ["+39 06 6982 1234"], "Italy dials its 0 always");
/// assert_eq!(right("03-1234-5678", &["JP"]), ["+81 3-1234-5678"]);
/// assert_eq!(right("+81 (0)3 1234 5678 ext. 12", &[]), ["+81 3-1234-5678;ext=12"]);
/// assert!(right("03-1234-5678", &[]).is_empty(), "nobody knows where");
/// ```
#[must_use]
pub fn readings(written: &str, countries: &[&str]) -> Vec<(String, Option<String>)> {
    let plain = narrow(written);
    let plain = plain.trim().to_lowercase();
    let plain = plain.strip_prefix("tel:").unwrap_or(&plain).trim();
    let (number, extension) = parted(plain);
    let number = number.trim();
    if !is_one_number(number) {
        return Vec::new();
    }
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    let mut add = |number: &PhoneNumber, national: bool| {
        let mut right = formatted(number, PhoneNumberFormat::International);
        let mut country = None;
        if is_for_home(number) {
            let Some(home) = crate::plan::home(number) else {
                return;
            };
            country = Some(home.country);
            // Whoever calls is at home there, and dials it so.
            if national && check_phone(&home.national).is_ok() {
                right = home.national;
            }
        }
        if let Some(extension) = extension {
            right = [&right, ";ext=", extension].concat();
        }
        if check_phone(&right).is_ok() && !found.iter().any(|(known, _)| *known == right) {
            found.push((right, country));
        }
    };
    if number.starts_with('+') {
        if let Ok(parsed) = PHONE_NUMBER_UTIL.parse(number, None)
            && is_possible(&parsed)
        {
            add(&parsed, false);
        }
        return found;
    }
    let regions = countries
        .iter()
        .filter_map(|country| Region::from_code(country).ok());
    let parsed: Vec<PhoneNumber> = regions
        .filter_map(|region| PHONE_NUMBER_UTIL.parse(number, Some(region)).ok())
        .filter(is_possible)
        .collect();
    let is_only = parsed.len() == 1;
    for number in &parsed {
        // Of several countries only those whose plan has it.
        if is_only || PHONE_NUMBER_UTIL.is_valid_number(number) {
            add(number, true);
        }
    }
    // What is dialled abroad in most countries in place of +. A plan that is known has said otherwise.
    if parsed.is_empty()
        && let Some(rest) = number.strip_prefix("00")
        && let Ok(parsed) = PHONE_NUMBER_UTIL.parse(["+", rest].concat(), None)
        && PHONE_NUMBER_UTIL.is_valid_number(&parsed)
    {
        add(&parsed, false);
    }
    found
}

fn is_possible(number: &PhoneNumber) -> bool {
    let possible = PHONE_NUMBER_UTIL.is_possible_number_with_reason(number);
    matches!(possible, Ok(NumberLengthType::IsPossible))
}

/// A number, and the digits of its extension.
fn parted(text: &str) -> (&str, Option<&str>) {
    let number_end = text.trim_end_matches([')', ']', ' ', '）']);
    let digits = number_end.len()
        - number_end
            .trim_end_matches(|it: char| it.is_ascii_digit())
            .len();
    let (before, extension) = number_end.split_at(number_end.len() - digits);
    if !(1..=7).contains(&digits) {
        return (text, None);
    }
    let before = before.trim_end_matches([' ', ':', '.', '：']);
    let word = EXTENSION.iter().find(|word| {
        let word = word.trim_end_matches('.');
        before
            .strip_suffix(word)
            .is_some_and(|rest| rest.contains(|it: char| it.is_ascii_digit()))
    });
    match word.and_then(|word| before.strip_suffix(word.trim_end_matches('.'))) {
        Some(number) => (
            number.trim_end_matches([' ', '(', '[', ',', ';', '（']),
            Some(extension),
        ),
        None => (text, None),
    }
}

/// Whether there is one number, and nothing else: letters may be anything, and a phone has no key for `#` in a link.
fn is_one_number(text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || " +-./()[]".contains(letter);
    let long = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() >= 7;
    let halves = text.split(['/', '+']).filter(|part| long(part)).count();
    text.chars().all(is_part) && halves == 1
}

/// Digits, signs and spaces of other keyboards as those of a phone.
fn narrow(text: &str) -> String {
    let one = |letter: char| match letter {
        '０'..='９' => digit(letter, '０'),
        '०'..='९' => digit(letter, '०'),
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '＃' => '#',
        '，' | '、' => ',',
        '–' | '—' | '−' | '‐' | '‑' | 'ー' | '－' | '〜' | '~' => '-',
        '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        other => other,
    };
    text.chars()
        .filter(|letter| {
            !matches!(
                letter,
                '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '☎' | '📞'
            )
        })
        .map(one)
        .collect()
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn what_people_write_becomes_the_number_that_they_mean_or_nothing() {
        for (written, countries, right) in [
            ("+49 (0)30 1234567", &[][..], &["+49 30 1234567"][..]),
            ("+49 030 1234567", &[], &["+49 30 1234567"]),
            ("+44 020 7946 0100", &[], &["+44 20 7946 0100"]),
            ("+81 03-1234-5678", &[], &["+81 3-1234-5678"]),
            ("＋８１－３－１２３４－５６７８", &[], &["+81 3-1234-5678"]),
            (
                "+81 (0)3 1234 5678 ext. 12",
                &[],
                &["+81 3-1234-5678;ext=12"],
            ),
            ("+81 3-1234-5678 内線12", &[], &["+81 3-1234-5678;ext=12"]),
            (
                "+81 3-1234-5678（内線 12）",
                &[],
                &["+81 3-1234-5678;ext=12"],
            ),
            ("+1 212-555-0123 x45", &[], &["+1 212-555-0123;ext=45"]),
            ("+1 212-555-0123,,45", &[], &["+1 212-555-0123;ext=45"]),
            ("tel:+44-20-7946-0100", &[], &["+44 20 7946 0100"]),
            ("+39 06 6982 1234", &[], &["+39 06 6982 1234"]),
            ("03-1234-5678", &["JP"], &["+81 3-1234-5678"]),
            ("03-1234-5678", &[], &[]),
            ("(020) 7946 0100", &["GB"], &["+44 20 7946 0100"]),
            ("030/1234567", &["DE"], &["+49 30 1234567"]),
            ("022-2654 1234", &["IN"], &["+91 22 2654 1234"]),
            ("0049 30 1234567", &[], &["+49 30 1234567"]),
            ("0049 30 1234567", &["DE"], &["+49 30 1234567"]),
            ("0120-279-338", &["JP"], &["0120-279-338"]),
            ("1800 123 4567", &["IN"], &["1800 123 4567"]),
            ("0800 123 4567", &["GB"], &["0800 123 4567"]),
            ("1-800-555-0199", &["US"], &["+1 800-555-0199"]),
            ("03-1234-5678 / 03-1234-5679", &["JP"], &[]),
            ("call us", &["JP"], &[]),
            ("#7119", &["JP"], &[]),
            ("1-800-FLOWERS", &["US"], &[]),
            ("+999 1234567", &[], &[]),
            ("+44 20 7946", &[], &[]),
        ] {
            let found: Vec<String> = readings(written, countries)
                .into_iter()
                .map(|(it, _)| it)
                .collect();
            assert_eq!(found, right, "{written} {countries:?}");
        }
    }
}
