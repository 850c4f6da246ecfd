//! Texts that are too long for the place where they stand: a button of three lines, a question that has to be scrolled,
//! a word that is wider than a small phone.

use unicode_width::UnicodeWidthStr as _;

use super::Advisor;
use crate::{
    problem::Code,
    source::{Node, Value},
};

/// A text's place, a star standing for every entry; and the most columns that it may have, of which a Latin letter
/// takes one and a Japanese character two. On a phone of 360 CSS pixels a line of the panel has some 38.
const PLACES: &[(&str, usize)] = &[
    ("name", 32),
    ("launcher.text", 28),
    ("notice.text", 200),
    ("questions.*.text", 120),
    ("questions.*.why", 160),
    ("questions.*.hint", 160),
    ("questions.*.options.*.text", 60),
    ("questions.*.options.*.hint", 100),
    ("channels.*.name", 40),
    ("channels.*.about", 100),
    ("channels.*.cost", 60),
    ("channels.*.best_times", 80),
    ("routes.*.because", 200),
    ("reassurance.*.text", 200),
    ("expectations.*.text", 200),
    ("stories.*.text", 400),
    ("resources.*.title", 80),
    ("resources.*.about", 120),
    ("labels.*", usize::MAX),
];

/// The most columns of a word. A heading of the panel has some 23 on a phone of 320 CSS pixels, the narrowest for which
/// WCAG 2.2 (1.4.10) asks; what is longer is broken where it happens to be full.
const MOST_IN_WORD: usize = 22;

impl Advisor<'_> {
    pub(super) fn look_at_places(&mut self) {
        for (place, most) in PLACES {
            self.look_at_place(self.source, place, *most);
        }
    }

    fn look_at_place(&mut self, node: &Node, place: &str, most: usize) {
        let (step, rest) = place.split_once('.').unwrap_or((place, ""));
        match &node.value {
            _ if place.is_empty() => self.look_at_lines(node, most),
            Value::List(nodes) if step == "*" => {
                for node in nodes {
                    self.look_at_place(node, rest, most);
                }
            }
            Value::Map(entries) => {
                for (name, node) in entries {
                    if step == "*" || step == name {
                        self.look_at_place(node, rest, most);
                    }
                }
            }
            _ => {}
        }
    }

    /// A text is one line for everybody, or one per locale.
    fn look_at_lines(&mut self, node: &Node, most: usize) {
        for (_, line) in node.entries() {
            self.look_at_lines(line, most);
        }
        let columns = node.text().width();
        if columns > most {
            let (columns, most) = (columns.to_string(), most.to_string());
            let message = [
                "this is ",
                &columns,
                " columns wide, and ",
                &most,
                " have room here; shorten it",
            ];
            self.remark(node, Code::LongText, &message);
        }
        if let Some(word) = words(node.text()).find(|word| word.width() > MOST_IN_WORD) {
            let message = [
                "\"",
                word,
                "\" is wider than a small phone; say it in shorter words, or put a soft hyphen (U+00AD) where it may break",
            ];
            self.remark(node, Code::LongWord, &message);
        }
    }
}

/// What can't be broken without a hyphen. Addresses and placeholders are no words; a hyphen, a soft one too, lets a line
/// end, and so does every letter of a script without spaces.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_border = |letter: char| {
        letter.is_ascii_punctuation() && letter != '\'' || "\u{ad}\u{200b}‐–—/…".contains(letter)
    };
    let is_name = |word: &&str| {
        word.contains(['@', '{']) || word.contains("://") || !word.contains(char::is_alphabetic)
    };
    let whole = text.split_whitespace().filter(move |word| !is_name(word));
    whole.flat_map(move |word| word.split(move |letter| is_border(letter) || breaks(letter)))
}

/// Scripts whose lines end between any two letters or syllables (Unicode Line Breaking, UAX #14: ID, SA and their kin):
/// Thai, Lao, Burmese, Khmer, Japanese, Chinese.
const fn breaks(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{MOST_IN_WORD, words};
    use unicode_width::UnicodeWidthStr as _;

    #[test]
    fn a_word_is_too_long_where_no_line_can_end_in_it() {
        for (text, is_long) in [
            ("Elementarschadenversicherung", true),
            ("Elementarschaden\u{ad}versicherung", false),
            ("Elementarschaden-Versicherung", false),
            ("Meine Rechtsschutzversicherungsgesellschaft, bitte", true),
            ("käyttöoikeussopimuksessamme", true),
            ("megszentségteleníthetetlenségeskedéseitekért", true),
            ("Ich möchte etwas anderes", false),
            ("தொலைத்தொடர்புநிறுவனங்களுக்கிடையேயானஒப்பந்தம்", true),
            ("தொலைபேசி எண்", false),
            ("ग्राहकसेवाअधिकारीसंपर्कविवरणपत्रिकासंग्रह", true),
            (
                "災害時緊急連絡先一覧表示案内窓口担当者不在時連絡方法",
                false,
            ),
            ("コンピューターネットワークシステムエンジニア", false),
            ("กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา", false),
            ("소프트웨어개발자지원센터고객상담실", true),
            (
                "https://example.test/a-rather-long-address-of-a-page",
                false,
            ),
            ("customer.service.department@example.test", false),
            ("+49 30 1234567890123456789012", false),
            ("{organisationsbezeichnung} hilft", false),
        ] {
            let longest = words(text)
                .map(|word| word.width())
                .max()
                .unwrap_or_default();
            assert_eq!(longest > MOST_IN_WORD, is_long, "{text}: {longest}");
        }
    }
}
