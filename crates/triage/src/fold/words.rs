//! The borders of words, as far as keywords need them: a small part of Unicode's text segmentation
//! (UAX #29), without its tables.

use super::number::digit;

/// What isn't part of a word from U+00AA on: first and last character of each range. Everything else there
/// is taken for a letter, a mark or a digit, so that accents and vowel signs belong to the words they
/// stand in. The list has the signs of scripts that are typed today, and of symbols whole blocks, although a
/// few of those (`⁵`, `①`, `Ⅳ`) have a letter or a digit in them.
#[rustfmt::skip] // One script a line reads better than one range a line.
const SIGNS: [(u16, u16); 71] = [
    (0xab, 0xb1), (0xb4, 0xb4), (0xb6, 0xb8), (0xbb, 0xbb), (0xbf, 0xbf), (0xd7, 0xd7), (0xf7, 0xf7),
    (0x2c2, 0x2c5), (0x2d2, 0x2df), (0x2e5, 0x2eb), (0x2ed, 0x2ed), (0x2ef, 0x2ff),
    // Greek, Cyrillic, Armenian
    (0x375, 0x375), (0x37e, 0x37e), (0x384, 0x385), (0x387, 0x387), (0x3f6, 0x3f6), (0x482, 0x482),
    (0x55a, 0x55f), (0x589, 0x58f),
    // Hebrew, Arabic, Syriac, N'Ko
    (0x5be, 0x5be), (0x5c0, 0x5c0), (0x5c3, 0x5c3), (0x5c6, 0x5c6), (0x5f3, 0x60f), (0x61b, 0x61f),
    (0x66a, 0x66d), (0x6d4, 0x6d4), (0x6dd, 0x6de), (0x6e9, 0x6e9), (0x6fd, 0x6fe), (0x700, 0x70f),
    (0x7f6, 0x7f9), (0x7fe, 0x7ff), (0x888, 0x888),
    // The scripts of India and Sri Lanka
    (0x964, 0x965), (0x970, 0x970), (0x9f2, 0x9f3), (0x9fa, 0x9fb), (0x9fd, 0x9fd), (0xa76, 0xa76),
    (0xaf0, 0xaf1), (0xb70, 0xb70), (0xbf3, 0xbfa), (0xc77, 0xc77), (0xc7f, 0xc7f), (0xc84, 0xc84),
    (0xd4f, 0xd4f), (0xd79, 0xd79), (0xdf4, 0xdf4),
    // Georgian, Ethiopic, Mongolian
    (0x10fb, 0x10fb), (0x1360, 0x1368), (0x1390, 0x1399), (0x1800, 0x180a),
    // Punctuation and symbols
    (0x2000, 0x2bff), (0x2e00, 0x2e2e), (0x2e30, 0x2e7f), (0x3000, 0x3004), (0x3008, 0x3020), (0x3030, 0x3030), (0x3036, 0x3037),
    (0x303d, 0x303f), (0x309b, 0x309c), (0x30a0, 0x30a0), (0x30fb, 0x30fb), (0x3200, 0x33ff),
    (0xd800, 0xf8ff), (0xfd3e, 0xfd4f), (0xfdfc, 0xfe6f), (0xff5f, 0xff65), (0xffe0, 0xffff),
];

/// Whether the letters before and after a place belong to one word, so that a keyword may neither
/// begin nor end there.
pub(super) fn joined(text: &[char], place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else {
        return false;
    };
    is_part(letter(text, before)) && (is_part(letter(text, place)) || joins(text, place))
        || joins(text, before) && is_part(letter(text, place))
}

/// Whether nothing but the Arabic article (`ال`, behind "for" `لل`) stands between a place and the beginning of its
/// word, or that behind "and", "so", "with" or "as".
pub(super) fn behind_article(text: &[char], place: usize) -> bool {
    let Some(start) = place.checked_sub(2) else {
        return false;
    };
    let is_article = matches!(letter(text, start), 'ا' | 'ل') && letter(text, start + 1) == 'ل';
    let before = start.checked_sub(1);
    is_article
        && (!joined(text, start)
            || before.is_some_and(|before| {
                matches!(letter(text, before), 'و' | 'ف' | 'ب' | 'ك') && !joined(text, before)
            }))
}

/// Whether the sign at a place makes one word of what stands on its two sides. `can't` is not `can`,
/// but the French `l'eau` and the English `fire's` are what they seem; `1,119` is not `119`.
fn joins(text: &[char], place: usize) -> bool {
    let Some(before) = place.checked_sub(1).map(|before| letter(text, before)) else {
        return false;
    };
    let after = letter(text, place + 1);
    match letter(text, place) {
        '\'' => is_part(before) && after == 't' && !is_part(letter(text, place + 2)),
        '.' | ',' | '٫' | '٬' => digit(before).is_some() && digit(after).is_some(),
        _ => false,
    }
}

/// The letter at a place. Beyond the text there is as little as in a space.
fn letter(text: &[char], place: usize) -> char {
    text.get(place).copied().unwrap_or(' ')
}

/// Whether a letter belongs to a word of a script that separates words by spaces.
fn is_part(letter: char) -> bool {
    is_letter(letter) && !is_unspaced(letter)
}

/// Whether a character is a letter, a mark or a digit rather than a space or a sign.
pub(super) fn is_letter(character: char) -> bool {
    match character {
        '\0'..'\u{aa}' => character.is_ascii_alphanumeric(),
        // Pictures.
        '\u{1f000}'..='\u{1fbff}' => false,
        _ => !u16::try_from(u32::from(character)).is_ok_and(is_sign),
    }
}

fn is_sign(code: u16) -> bool {
    SIGNS
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&code))
}

/// Scripts that don't separate words: Thai, Lao, Tibetan, Burmese, Khmer, kana, bopomofo, Han.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{312f}' | '\u{3190}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    /// Whole blocks that are taken for signs although a few characters in them are more than that.
    fn is_symbol(character: char) -> bool {
        matches!(character, '\u{2000}'..='\u{2bff}' | '\u{3200}'..='\u{33ff}' | '\u{1f000}'..='\u{1fbff}')
    }

    #[test]
    fn whatever_is_a_letter_or_digit_to_the_standard_library_is_one_here() {
        for character in ('\u{2e00}'..=char::MAX)
            .chain('\0'..'\u{2000}')
            .filter(|it| !is_symbol(*it))
        {
            assert!(
                is_letter(character) || !character.is_alphanumeric(),
                "{character:?}"
            );
        }
    }

    /// In these ranges there are no marks, and nothing is unassigned but what is left out.
    #[test]
    fn what_is_a_sign_in_europe_is_one_here() {
        let unassigned = |it: &char| {
            matches!(
                it,
                '\u{378}' | '\u{379}' | '\u{380}'
                    ..='\u{383}'
                        | '\u{38b}'
                        | '\u{38d}'
                        | '\u{3a2}'
                        | '\u{530}'
                        | '\u{557}'
                        | '\u{558}'
                        | '\u{58b}'
                        | '\u{58c}'
            )
        };
        let europe = ('\0'..='\u{2ff}')
            .chain('\u{370}'..='\u{482}')
            .chain('\u{48a}'..='\u{58f}');
        for character in europe.filter(|it| !unassigned(it)) {
            assert_eq!(
                is_letter(character),
                character.is_alphanumeric(),
                "{character:?}"
            );
        }
    }
}
