//! Comparing what a visitor has typed with what a playbook expects: keywords in free text, whole
//! numbers, and where somebody can be answered. What follows from a match belongs to conditions; nothing here understands a sentence.
//!
//! # What counts as the same
//!
//! Upper and lower case, in the alphabets of today; full-width and half-width forms (`ＧＡＳ`, `ｶﾞｽ`); katakana and hiragana;
//! Devanagari letters with a dot below, in one character or two; any run of spaces and line breaks.
//! Both apostrophes (`can't`, `can’t`) are one. Characters that can't be seen are left out.
//!
//! Arabic as it is typed in haste: with or without hamza and madda on alef, `ه` for `ة`, `ى` for `ي`, without vowel
//! signs, or stretched (`غـــاز`); `ك` and `ي` of any keyboard.
//!
//! Letters with accents, in one character or in several (NFC and NFD), in European, Vietnamese and Korean spelling.
//!
//! This is not all of Unicode normalisation, whose tables would be larger than the rest of the engine: accents
//! that no spelling of today uses are compared as they are. And `café` doesn't match `cafe`. A match is never
//! wrong because of this, but one can be missed.
//!
//! # What counts as a word
//!
//! In scripts that put spaces between words, a keyword matches whole words only: `gas` is not in
//! `gasp`. Vowel signs, viramas and accents are parts of words. Japanese, Chinese, Thai, Lao, Khmer,
//! Burmese and Tibetan don't separate words, so there a keyword matches anywhere, and a longer keyword
//! is a safer one. Korean has spaces, but hangs its particles on to words (`가스가`): whole words are
//! the rule there too, as a short stem begins many other words, and `가스*` is the way to allow them.
//!
//! Arabic writes its article and some small words on to the next one. A keyword of three letters or more is
//! found behind the article (`غاز` in `الغاز`, `بالغاز`, `للغاز`), but not behind a single letter, which as often
//! belongs to the word.
//!
//! Where two such scripts meet there is a border as well: `ガスgas漏れ` contains the word `gas`.

mod case;
mod compose;
mod contact;
mod letters;
mod number;
mod words;

pub use contact::is_contact;
pub use number::parse_whole_number;

/// Whether one of some keywords stands in a text.
pub(crate) fn any(keywords: &[Keyword], text: &str) -> bool {
    let text = letters::fold(text);
    let stands = |keyword: &Keyword| (0..text.len()).any(|start| keyword.matches_at(&text, start));
    keywords.iter().any(stands)
}

/// A keyword of a playbook, ready to be looked for.
///
/// ```
/// use triage::fold::Keyword;
///
/// let flood = Keyword::new("flood*").unwrap();
/// assert!(flood.matches("FLOODING on the ground floor"));
/// assert!(!flood.matches("a bloodflood"));
///
/// assert!(Keyword::new("ガス").unwrap().matches("ｶﾞｽのにおいがします"));
/// assert!(!Keyword::new("gas").unwrap().matches("a gasp, gasoline"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    letters: Vec<char>,
    goes_on: bool,
}

impl Keyword {
    /// A keyword as a playbook writes it: a word or several, with `*` at the end if the last word may
    /// go on. Nothing when there is no letter and no digit to look for, only spaces and signs.
    pub fn new(text: &str) -> Option<Keyword> {
        let stem = text.trim_end().strip_suffix(['*', '＊']);
        let letters = letters::fold(stem.unwrap_or(text));
        let solid = letters.iter().any(|letter| words::is_letter(*letter));
        solid.then_some(Keyword {
            letters,
            goes_on: stem.is_some(),
        })
    }

    /// Whether the keyword stands in a text.
    pub fn matches(&self, text: &str) -> bool {
        any(std::slice::from_ref(self), text)
    }

    /// A text in which it stands, for those who look for an example.
    #[cfg(feature = "advice")]
    pub(crate) fn text(&self) -> String {
        self.letters.iter().collect()
    }

    fn matches_at(&self, text: &[char], start: usize) -> bool {
        let end = start + self.letters.len();
        let behind_article = || self.letters.len() >= 3 && words::behind_article(text, start);
        text.get(start..end) == Some(&self.letters)
            && (!words::joined(text, start) || behind_article())
            && (self.goes_on || !words::joined(text, end))
    }
}
