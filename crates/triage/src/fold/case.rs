//! Small letters, worked out from how Unicode lays out its alphabets. The standard library's tables know
//! every alphabet there ever was, and weigh as much in the widget as the rest of this module.
//!
//! Known are the alphabets that people type today: Latin with the letters of European, African and
//! Vietnamese spelling, Greek, Cyrillic, Armenian, Georgian. Old Greek accents and historic scripts keep
//! their case.

/// The small form of a letter; the letter itself if it has none or we don't know it.
pub(super) fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        // Most alphabets come in two blocks, capitals first.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 0x20,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        0x531..=0x556 => code + 0x30,
        0x1c90..=0x1cba | 0x1cbd..=0x1cbf => code - 0xbc0,
        // A dotted I is a Turkish i; one letter becoming two, as Unicode has it, helps nobody here.
        0x130 => 0x69,
        // Letters that were added later come in pairs: a capital with an even number, or with an odd one.
        0x100..=0x137 | 0x14a..=0x177 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 => code | 1,
        0x182..=0x185 | 0x1a0..=0x1a5 | 0x246..=0x24f | 0x460..=0x481 | 0x48a..=0x4bf => code | 1,
        0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1b3..=0x1b6 | 0x1cd..=0x1dc | 0x4c1..=0x4ce => {
            code + code % 2
        }
        0x187 | 0x18b | 0x191 | 0x1af => code + 1,
        // Accents in Greek, and single letters whose other form stood in Unicode already.
        0x386 => 0x3ac,
        0x388..=0x38a => code + 0x25,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 0x3f,
        0x178 => 0xff,
        0x1e9e => 0xdf,
        0x4c0 => 0x4cf,
        // The hooked and open letters of Hausa, Ewe, Akan and their neighbours.
        0x181 => 0x253,
        0x186 => 0x254,
        0x189 | 0x18a | 0x193 => code + 0xcd,
        0x18e => 0x1dd,
        0x190 => 0x25b,
        0x194 => 0x263,
        0x196 => 0x269,
        0x198 => 0x199,
        0x19d => 0x272,
        0x1b1 | 0x1b2 => code + 0xd9,
        0x1b7 => 0x292,
        // Greek writes another sigma at the end of a word, and capitals don't.
        0x3c2 => 0x3c3,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::small;

    /// What the standard library says, where that is one letter.
    fn standard(letter: char) -> char {
        let mut letters = letter.to_lowercase();
        match letters.len() {
            1 => letters.next().unwrap_or(letter),
            _ => letter,
        }
    }

    /// Where we differ from the standard library on purpose.
    fn is_ours(letter: char) -> bool {
        matches!(letter, 'İ' | 'ς')
    }

    #[test]
    fn no_letter_becomes_another_than_the_standard_library_says() {
        for letter in ('\0'..=char::MAX).filter(|letter| !is_ours(*letter)) {
            let small = small(letter);
            assert!(
                small == letter || small == standard(letter),
                "{letter} becomes {small}"
            );
        }
    }

    #[test]
    fn the_alphabets_of_today_are_known_in_full() {
        let alphabets = [
            '\0'..='\u{188}',
            'Ơ'..='ƥ',
            'Ư'..='ư',
            'Ǎ'..='ǯ',
            'Ǹ'..='ȟ',
            'Ȣ'..='ȳ',
            '\u{380}'..='ώ',
            'Ѐ'..='Ֆ',
            'Ა'..='Ჿ',
            'Ḁ'..='ỿ',
        ];
        for letter in alphabets
            .into_iter()
            .flatten()
            .filter(|letter| !is_ours(*letter))
        {
            assert_eq!(small(letter), standard(letter), "{letter}");
        }
    }

    #[test]
    fn a_capital_at_the_end_of_a_greek_word_and_a_dotted_one_in_turkish_find_their_letter() {
        assert_eq!(['ς', 'Σ'].map(small), ['σ', 'σ']);
        assert_eq!(small('İ'), 'i');
    }
}
