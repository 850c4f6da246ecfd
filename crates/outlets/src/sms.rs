//! How a text message counts: the 7-bit alphabet of phones or UCS-2, and segments.
//!
//! 3GPP TS 23.038, section 6.2.1: each letter of the basic table is one septet; a letter of the extension table is two, an
//! escape and itself. A text with any other letter is sent in UCS-2, in UTF-16 code units. 3GPP TS 23.040, section 9.2.3.24:
//! a message has 140 octets, which are 160 septets or 70 code units; in each of several that belong together six octets say
//! so, which leaves 153 or 67. Neither an escape and its letter nor a surrogate pair is parted.

/// The letters of the basic table but the escape, in its order (TS 23.038, section 6.2.1).
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// The letters of the extension table (section 6.2.1.1).
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// In what a text message is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The 7-bit alphabet: 160 septets in one segment, 153 in each of several.
    Gsm7,
    /// UTF-16 code units: 70 in one segment, 67 in each of several.
    Ucs2,
}

impl Encoding {
    /// Its name, as providers write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gsm7 => "GSM-7",
            Self::Ucs2 => "UCS-2",
        }
    }

    /// How many units a segment takes when there are so many.
    const fn room(self, segments: usize) -> usize {
        match (self, segments) {
            (Self::Gsm7, 0 | 1) => 160,
            (Self::Gsm7, _) => 153,
            (Self::Ucs2, 0 | 1) => 70,
            (Self::Ucs2, _) => 67,
        }
    }
}

/// How long a text message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// In what it is sent.
    pub encoding: Encoding,
    /// Septets, or UTF-16 code units.
    pub units: usize,
    /// How many segments it takes; none when it is empty.
    pub segments: usize,
    /// How many units so many segments take.
    pub room: usize,
    /// The letters that keep it from being sent in GSM-7, each once, in their order.
    pub odd: Vec<char>,
}

/// How long a text message is.
///
/// ```
/// use leeward_outlets::sms::{Encoding, measure};
///
/// let euro = measure("10 €");
/// assert_eq!((euro.encoding, euro.units, euro.segments), (Encoding::Gsm7, 5, 1));
/// assert_eq!(measure("fête").odd, ['ê']);
/// ```
#[must_use]
pub fn measure(text: &str) -> Size {
    let mut odd = Vec::new();
    for letter in text.chars() {
        if septets(letter).is_none() && !odd.contains(&letter) {
            odd.push(letter);
        }
    }
    let encoding = if odd.is_empty() {
        Encoding::Gsm7
    } else {
        Encoding::Ucs2
    };
    let width = |letter: char| match encoding {
        Encoding::Gsm7 => septets(letter).unwrap_or(1),
        Encoding::Ucs2 => letter.len_utf16(),
    };
    let units = text.chars().map(width).sum();
    let segments = if units <= encoding.room(1) {
        usize::from(units > 0)
    } else {
        several(text.chars().map(width), encoding.room(2))
    };
    Size {
        encoding,
        units,
        segments,
        room: segments.max(1) * encoding.room(segments),
        odd,
    }
}

/// How many segments letters of these widths fill, none of them parted.
fn several(widths: impl Iterator<Item = usize>, room: usize) -> usize {
    let (mut segments, mut filled) = (1, 0);
    for width in widths {
        if filled + width > room {
            segments += 1;
            filled = 0;
        }
        filled += width;
    }
    segments
}

fn septets(letter: char) -> Option<usize> {
    if BASIC.contains(letter) {
        Some(1)
    } else {
        EXTENSION.contains(letter).then_some(2)
    }
}

/// The same text with the marks that phones lack written as those that they have: typographic quotes, dashes, dots and
/// spaces. One of them would more than halve what a segment takes.
///
/// ```
/// assert_eq!(leeward_outlets::sms::plain("We don’t know – yet…"), "We don't know - yet...");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '‘' | '’' | '‚' | '′' => plain.push('\''),
            '“' | '”' | '„' | '″' => plain.push('"'),
            '‐' | '‑' | '–' | '—' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => plain.push(' '),
            '·' | '•' => plain.push('-'),
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{BASIC, EXTENSION, Encoding, measure, plain};

    #[test]
    fn the_tables_have_as_many_letters_as_the_standard() {
        // 128 places of 7 bits, one of which is the escape.
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
    }

    #[test]
    fn letters_of_the_extension_count_twice_and_others_make_it_ucs_2() {
        for (text, encoding, units) in [
            ("", Encoding::Gsm7, 0),
            ("é", Encoding::Gsm7, 1),
            ("Ω@\n", Encoding::Gsm7, 3),
            ("€", Encoding::Gsm7, 2),
            ("[~]", Encoding::Gsm7, 6),
            ("ê", Encoding::Ucs2, 1),
            ("ç", Encoding::Ucs2, 1),
            ("`", Encoding::Ucs2, 1),
            ("a\u{301}", Encoding::Ucs2, 2),
            ("😀", Encoding::Ucs2, 2),
            ("地震", Encoding::Ucs2, 2),
        ] {
            let size = measure(text);
            assert_eq!((size.encoding, size.units), (encoding, units), "{text}");
        }
    }

    #[test]
    fn a_segment_takes_160_or_70_and_each_of_several_153_or_67() {
        for (letter, count, segments) in [
            ("a", 0, 0),
            ("a", 160, 1),
            ("a", 161, 2),
            ("a", 306, 2),
            ("a", 307, 3),
            ("あ", 70, 1),
            ("あ", 71, 2),
            ("あ", 134, 2),
            ("あ", 135, 3),
            ("€", 80, 1),
            // 76 to a segment, as the 153rd septet can't take half of the 77th.
            ("€", 152, 2),
            ("€", 153, 3),
            ("😀", 35, 1),
            ("😀", 66, 2),
            // 33 to a segment.
            ("😀", 67, 3),
        ] {
            assert_eq!(
                measure(&letter.repeat(count)).segments,
                segments,
                "{count} {letter}"
            );
        }
    }

    #[test]
    fn what_is_plain_is_sent_in_seven_bits() {
        let text = "“Don’t wait” – call…";
        assert_eq!(measure(text).odd, ['“', '’', '”', '–', '…']);
        assert_eq!(measure(&plain(text)).encoding, Encoding::Gsm7);
    }
}
