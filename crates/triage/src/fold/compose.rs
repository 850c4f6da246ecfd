//! Composing: a letter and an accent that follows it, as some keyboards and copied texts have them, make one
//! letter. Known are the accents of European and Vietnamese spelling, the hamza of Arabic, and the parts of Korean syllables; all of
//! Unicode's tables would be larger than the rest of the engine.

/// The letter that a small letter and the mark behind it make together.
pub(super) fn composed(letter: char, mark: char) -> Option<char> {
    let pairs = pairs(mark);
    let mut letters = pairs.chars();
    while let (Some(plain), Some(accented)) = (letters.next(), letters.next()) {
        if plain == letter {
            return Some(accented);
        }
    }
    syllable(u32::from(letter), u32::from(mark))
}

/// Each letter that takes a mark, followed by what it becomes.
const fn pairs(mark: char) -> &'static str {
    match mark {
        '\u{300}' => "aàeèiìoòuùâầăằêềôồơờưừyỳеѐиѝ",
        '\u{301}' => "aáeéiíoóuúyýcćlĺnńrŕsśzźâấăắêếôốơớưứαάεέηήιίϋΰοόυύωώϊΐϋΰгѓкќ",
        '\u{302}' => "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷạậẹệọộ",
        '\u{303}' => "aãnñoõiĩuũâẫăẵeẽêễôỗơỡưữyỹ",
        '\u{304}' => "aāeēiīoōuū",
        '\u{306}' => "aăeĕgğiĭoŏuŭạặийуў",
        '\u{307}' => "cċeėgġzżii",
        '\u{308}' => "aäeëiïoöuüyÿιϊυϋеёії",
        '\u{309}' => "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ",
        '\u{30a}' => "aåuů",
        '\u{30b}' => "oőuű",
        '\u{30c}' => "cčdďeělľnňrřsštťzž",
        '\u{31b}' => "oơuư",
        '\u{323}' => "aạeẹiịoọơợuụưựyỵ",
        '\u{326}' => "sștț",
        '\u{327}' => "cçgģkķlļnņrŗsştţ",
        '\u{328}' => "aąeęiįuų",
        // Of the letters that `letters::arabic` has made one, also the plain one stays.
        '\u{653}' | '\u{655}' => "اا",
        '\u{654}' => "ااههوؤيئےۓ",
        _ => "",
    }
}

/// Korean syllables stand in the order of their parts: leading consonant, vowel, trailing consonant or none.
fn syllable(letter: u32, part: u32) -> Option<char> {
    let code = match (letter, part) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            0xac00 + ((letter - 0x1100) * 21 + part - 0x1161) * 28
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (letter - 0xac00).is_multiple_of(28) => {
            letter + part - 0x11a7
        }
        _ => return None,
    };
    char::from_u32(code)
}
