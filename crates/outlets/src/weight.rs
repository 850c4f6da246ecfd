//! How X counts: most of the letters of alphabets are 1, those of Chinese, Japanese and Korean 2, an emoji 2, a link 23
//! (twitter-text, configuration 3). Counted in Unicode's composed form, as X does.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// What a link counts, however long it is.
const LINK: usize = 23;

/// The weight of a text: what X allows 280 of.
///
/// ```
/// use leeward_outlets::weight;
///
/// assert_eq!(weight("help"), 4);
/// assert_eq!(weight("助け"), 4);
/// assert_eq!(weight("see https://example.test/a/very/long/address/of/a/page"), 27);
/// ```
#[must_use]
pub fn weight(text: &str) -> usize {
    let composed: String = text.nfc().collect();
    let mut rest = composed.as_str();
    let mut weight = 0;
    while let Some(start) = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
    {
        let (before, link) = rest.split_at(start);
        let (_, after) = link.split_at(link_end(link));
        weight += plain(before) + LINK;
        rest = after;
    }
    weight + plain(rest)
}

/// The bytes of the link with which a text begins. A stop at its end belongs to the sentence.
pub fn link_end(text: &str) -> usize {
    let end = text
        .find(|letter: char| !letter.is_ascii_graphic() || "\"<>".contains(letter))
        .unwrap_or(text.len());
    let (link, _) = text.split_at(end);
    link.trim_end_matches(['.', ',', '!', '?', ';', ':', ')', '\''])
        .len()
}

fn plain(text: &str) -> usize {
    text.graphemes(true).map(of_grapheme).sum()
}

fn of_grapheme(grapheme: &str) -> usize {
    let mut letters = grapheme.chars();
    let is_emoji = letters.next().is_some() && letters.any(is_of_emoji);
    if is_emoji {
        2
    } else {
        grapheme.chars().map(of_letter).sum()
    }
}

/// What makes one picture of several letters: joiner, variation, keycap, flags, tones.
const fn is_of_emoji(letter: char) -> bool {
    matches!(letter, '\u{fe0f}' | '\u{20e3}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}')
}

const fn of_letter(letter: char) -> usize {
    match letter {
        '\u{0}'..='\u{10ff}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn alphabets_count_one_the_east_two_and_a_picture_two() {
        for (text, expected) in [
            ("", 0),
            ("नमस्ते", 6),
            ("مرحبا", 5),
            ("“a” – b", 7),
            ("한국", 4),
            ("。", 2),
            ("😀", 2),
            ("👨‍👩‍👧‍👦", 2),
            ("🇯🇵", 2),
            ("1️⃣", 2),
            ("e\u{301}", 1),
            ("(https://example.test/a).", 26),
            ("https://example.test/a。", 25),
            ("http:", 5),
        ] {
            assert_eq!(weight(text), expected, "{text}");
        }
    }
}
