//! Telling an address or a number from other words. Whether somebody is really reached there belongs to nobody here.

use super::{letters::width, number::digit, words::is_letter};

/// The fewest digits of a number that can be dialled from elsewhere; an extension or a room has fewer.
const FEWEST_DIGITS: usize = 6;

/// How much of an e-mail address has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mail {
    Nothing,
    Name,
    At,
    Host,
    Point,
    Whole,
}

/// Whether somebody could be answered there: an e-mail address or a phone number stands in the text, in any script and
/// with whatever people write around it. Generous, because a mistake here costs a visitor more than it saves anybody.
///
/// ```
/// use triage::fold::is_contact;
///
/// assert!(is_contact("ann@example.test"));
/// assert!(is_contact("name＠例え。jp"));
/// assert!(is_contact("+91 (०२२) १२३४ ५६७८"));
/// assert!(!is_contact("I have no phone"));
/// ```
pub fn is_contact(text: &str) -> bool {
    let (mut mail, mut digits) = (Mail::Nothing, 0);
    for letter in text.chars().map(width) {
        mail = mail.and(letter);
        if digit(letter).is_some() {
            digits += 1;
        // Japanese keyboards write a vowel's sign where others write a dash.
        } else if letter != 'ー' && is_letter(letter) {
            digits = 0;
        }
        if mail == Mail::Whole || digits == FEWEST_DIGITS {
            return true;
        }
    }
    false
}

impl Mail {
    /// A name, an at sign, and a host of two parts or more. IDNA 2008 (RFC 5895, section 2) takes ideographic full stops
    /// for points.
    fn and(self, letter: char) -> Self {
        match (self, letter) {
            (_, ' ' | '\u{3000}' | '\n') => Self::Nothing,
            (Self::Name, '@') => Self::At,
            (Self::Host | Self::Point, '.' | '。' | '｡') => Self::Point,
            (Self::At, '.' | '。' | '｡') => Self::At,
            (Self::Nothing, '@') => Self::Nothing,
            (Self::Nothing | Self::Name, _) => Self::Name,
            (Self::At | Self::Host, _) => Self::Host,
            (Self::Point | Self::Whole, _) => Self::Whole,
        }
    }
}
