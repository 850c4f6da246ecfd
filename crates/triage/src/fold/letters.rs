//! Folding: one spelling for letters that mean the same to a reader. Small letters belong to `case`, the
//! borders of words to `words`.

use super::{case::small, compose::composed};

/// Half-width katakana from U+FF66 to U+FF9D, as the hiragana they are folded to.
const HALF_WIDTH: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The letters of a text, folded, with single spaces and none at the ends.
pub(super) fn fold(text: &str) -> Vec<char> {
    let mut folded: Vec<char> = Vec::with_capacity(text.len());
    let written = |letter: &char| !is_invisible(*letter) && !is_arabic_sign(*letter);
    for letter in text.chars().filter(written) {
        let letter = arabic(width(letter));
        if letter.is_whitespace() {
            if folded.last().is_some_and(|last| *last != ' ') {
                folded.push(' ');
            }
        } else if let Some(joined) = folded.last().and_then(|last| joined(*last, letter)) {
            folded.pop();
            folded.push(joined);
        } else if let Some(plain) = without_nukta(letter) {
            folded.extend([plain, '\u{93c}']);
        } else {
            folded.push(small(hiragana(letter)));
        }
    }
    if folded.last() == Some(&' ') {
        folded.pop();
    }
    folded
}

/// Characters that nobody sees: joiners, direction marks, soft hyphens, variation selectors. The zero
/// width space is not among them: Thai and Khmer writers put it between words.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The usual form of a full-width ASCII or half-width katakana character, and of the apostrophe that
/// phones and word processors write.
pub(super) fn width(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).unwrap_or(letter),
        '\u{ff66}'..='\u{ff9d}' => HALF_WIDTH
            .chars()
            .nth((code - 0xff66) as usize)
            .unwrap_or(letter),
        '’' => '\'',
        _ => letter,
    }
}

/// What everyday Arabic leaves out: the stroke that stretches a word (tatweel) and the signs of short vowels, doubled
/// letters and endings (U+064B FATHATAN to U+0652 SUKUN, U+0670 SUPERSCRIPT ALEF).
fn is_arabic_sign(letter: char) -> bool {
    matches!(letter, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}')
}

/// One letter for those that everyday Arabic doesn't tell apart: alef without its hamza or madda, heh for teh marbuta,
/// yeh for alef maksura, as search engines have them (Apache Lucene, `ArabicNormalizer`). And the Arabic letter for
/// that of Persian and Urdu keyboards, on which Arabic is written as well (`PersianNormalizer`).
fn arabic(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ة' | 'ۃ' | 'ہ' | 'ۀ' | 'ۂ' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        _ => letter,
    }
}

/// The hiragana of a katakana letter. Those few that have none stay.
fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        _ => letter,
    }
}

/// What a letter and a mark behind it make together.
fn joined(letter: char, mark: char) -> Option<char> {
    voiced(letter, mark).or_else(|| composed(letter, mark))
}

/// The kana that a hiragana and a voicing mark make together: か and ゛ are が. Half-width text and
/// decomposed text (NFD) write them apart.
fn voiced(kana: char, mark: char) -> Option<char> {
    let (voiceable, step) = match mark {
        '\u{3099}' | '\u{309b}' | '\u{ff9e}' => ("かきくけこさしすせそたちつてとはひふへほゝ", 1),
        '\u{309a}' | '\u{309c}' | '\u{ff9f}' => ("はひふへほ", 2),
        _ => return None,
    };
    match kana {
        // Its voiced form was added later, at another place.
        'う' if step == 1 => Some('ゔ'),
        _ if voiceable.contains(kana) => char::from_u32(u32::from(kana) + step),
        _ => None,
    }
}

/// The letter under the dot of a Devanagari letter that has it built in. Unicode's normal forms
/// disagree about these two groups; here all are taken apart.
fn without_nukta(letter: char) -> Option<char> {
    let code = u32::from(letter);
    match letter {
        'ऩ' | 'ऱ' | 'ऴ' => char::from_u32(code - 1),
        '\u{958}'..='\u{95f}' => "कखगजडढफय".chars().nth((code - 0x958) as usize),
        _ => None,
    }
}
