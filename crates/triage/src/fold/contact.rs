//! Telling an address or a number from other words. Whether somebody is really reached there belongs to nobody here.

use super::{
    letters::{is_invisible, width},
    number::digit,
    words::is_letter,
};

/// The fewest digits of a number that can be dialled from elsewhere; an extension or a room has fewer.
const FEWEST_DIGITS: usize = 6;

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
    let visible = text.chars().filter(|letter| !is_invisible(*letter));
    let text: String = visible.map(width).collect();
    text.split_whitespace().any(is_mail) || most_digits(&text) >= FEWEST_DIGITS
}

/// Something, an at sign, and a host of two parts or more. IDNA 2008 (RFC 5895, section 2) takes ideographic full stops
/// for points.
fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        let parts = host.split(['.', '。', '｡']).filter(|part| !part.is_empty());
        !name.is_empty() && parts.count() > 1
    })
}

/// The most digits between which no letter stands.
fn most_digits(text: &str) -> usize {
    let (mut most, mut count) = (0, 0);
    for letter in text.chars() {
        if digit(letter).is_some() {
            count += 1;
            most = most.max(count);
        // Japanese keyboards write a vowel's sign where others write a dash.
        } else if letter != 'ー' && is_letter(letter) {
            count = 0;
        }
    }
    most
}
