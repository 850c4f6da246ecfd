//! Keywords in the sentences of people in trouble, and numbers as they are typed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;
use triage::fold::{Keyword, parse_whole_number};
use unicode_normalization::UnicodeNormalization as _;

/// Whether a keyword stands in a text.
fn mentions(text: &str, keyword: &str) -> bool {
    Keyword::new(keyword)
        .unwrap_or_else(|| panic!("{keyword} is a keyword"))
        .matches(text)
}

#[test]
fn spellings_that_mean_the_same_match() {
    for (text, keyword) in [
        ("I smell GAS!", "gas"),
        ("i smell gas", "GAS"),
        ("ＧＡＳのにおい", "gas"),
        ("ガスのにおい", "がす"),
        ("がすのにおい", "ガス"),
        ("ｶﾞｽのにおい", "ガス"),
        ("カ\u{3099}スのにおい", "ガス"),
        ("か\u{3099}すのにおい", "ｶﾞｽ"),
        ("ﾊﾟｲﾌﾟから水", "パイプ"),
        ("パイプから水", "ﾊﾟｲﾌﾟ"),
        ("ｳﾞｧｲｵﾘﾝ", "ヴァイオリン"),
        ("ｻｰﾊﾞｰが落ちた", "サーバー"),
        ("１１９に電話", "119"),
        ("ΠΥΡΚΑΓΙΑ ΣΤΟ ΣΠΙΤΙ ΜΑΣ", "μας"),
        ("ПОЖАР в доме", "пожар"),
        ("ÜBERSCHWEMMUNG", "überschwemmung"),
        ("the power  cut\nagain", "power cut"),
        ("power\u{3000}cut", "power cut"),
        ("सड़क पर पानी", "सड\u{93c}क"),
        ("सड\u{93c}क पर पानी", "सड़क"),
        ("ज\u{93c}रूरी है", "ज़रूरी"),
        ("İSTANBUL'DA SEL", "istanbul"),
        ("CHÁY Ở NHÀ TRỌ", "cháy ở nhà"),
        ("ƘARAMIN GOBARA", "ƙaramin"),
        ("ՀՐԴԵՀ", "հրդեհ"),
        ("ᲮᲐᲜᲫᲐᲠᲘ", "ხანძარი"),
        ("fl\u{ad}ood", "flood"),
        ("I can’t pay", "can't pay"),
        ("می‌خواهم", "میخواهم"),
        ("火事\u{fe0f}です", "火事"),
    ] {
        assert!(mentions(text, keyword), "{keyword:?} is in {text:?}");
    }
}

/// The letters of Unicode, by their names, that everyday Arabic writes for one another.
#[test]
fn arabic_matches_however_it_is_typed() {
    for (text, keyword) in [
        // ALEF WITH HAMZA ABOVE, BELOW, WITH MADDA ABOVE, ALEF WASLA
        ("انقذونا", "أنقذونا"),
        ("اسعاف", "إسعاف"),
        ("الان", "الآن"),
        ("ٱلغاز", "الغاز"),
        // TEH MARBUTA and HEH, ALEF MAKSURA and YEH
        ("رائحه غاز", "رائحة غاز"),
        ("مستشفي", "مستشفى"),
        // TATWEEL, FATHA, SHADDA, FATHATAN, SUPERSCRIPT ALEF
        ("غـــاز", "غاز"),
        ("تَسَرُّب", "تسرب"),
        ("حريقًا", "حريقا"),
        ("هٰذا", "هذا"),
        // FARSI YEH, KEHEH, HEH GOAL
        ("ماء فی بیتک", "ماء في بيتك"),
        ("آگ لگی ہے", "اگ لگي هے"),
        // In one character and in two
        ("ا\u{654}نقذونا", "أنقذونا"),
        ("ا\u{653}لام", "آلام"),
        ("مسو\u{654}ول", "مسؤول"),
        ("طواري\u{654}", "طوارئ"),
    ] {
        assert!(mentions(text, keyword), "{keyword:?} is in {text:?}");
        assert!(mentions(keyword, text), "{text:?} is in {keyword:?}");
    }
    for (text, keyword) in [("سيل", "سئل"), ("مسوول", "مسؤول"), ("لڑکے", "لڑکی")]
    {
        assert!(!mentions(text, keyword), "{keyword:?} is not in {text:?}");
    }
}

#[test]
fn an_arabic_keyword_is_found_behind_the_article() {
    for text in [
        "الغاز",
        "والغاز",
        "بالغاز يا ناس",
        "أشم رائحة الغاز",
        "للغاز",
        "وللغاز",
    ] {
        assert!(mentions(text, "غاز"), "{text}");
        assert!(mentions(&format!("{text}ات"), "غاز*"), "{text}");
    }
    for (text, keyword) in [
        ("الغازات", "غاز"),
        ("ألغاز", "لغاز"),
        ("مالغاز", "غاز"),
        ("الهي", "هي"),
        ("غاز", "الغاز"),
    ] {
        assert!(!mentions(text, keyword), "{keyword:?} is not in {text:?}");
    }
}

#[test]
fn composed_and_decomposed_letters_are_the_same_in_the_spellings_of_today() {
    for text in [
        "àâäçéèêëîïôœùûüÿñáíóúãõåøæßěščřžýůďťňąćęłńśźżőűģķļņāēīūčšžėįųășțğışċġħżñêŷŵäöü",
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ",
        "άέήίόύώϊϋΐΰ",
        "йёїўѓќ",
        "가스가새요화재홍수정전",
        "ガパヴがぱゔ",
    ] {
        for letter in text.chars().chain(text.to_uppercase().chars()) {
            let composed = letter.to_string();
            let apart: String = composed.nfd().collect();
            assert!(
                mentions(&apart, &composed) && mentions(&composed, &apart),
                "{letter}"
            );
            let (plain, marked) = (composed.chars().next(), apart.chars().next());
            assert!(
                plain == marked || !mentions(&apart, &marked.unwrap().to_string()),
                "{letter} is another letter"
            );
        }
    }
}

#[test]
fn a_keyword_is_a_whole_word_where_words_are_set_apart() {
    for (text, keyword) in [
        ("a gasp", "gas"),
        ("gasoline", "gas"),
        ("Las Vegas", "gas"),
        ("gas2", "gas"),
        ("biogas", "gas"),
        ("ungáss", "gás"),
        ("I can't", "can"),
        ("I can’t", "can"),
        ("1,119 people", "119"),
        ("119.5 m", "119"),
        ("2119", "119"),
        ("пожарный", "пожар"),
        ("πυρκαγιάς", "πυρκαγιά"),
        ("आगरा", "आग"),
        ("बागी", "बाग"),
        ("बाग्", "बाग"),
        ("भाग", "आग"),
        ("पानीपत", "पानी"),
        ("बाढ़ग्रस्त", "बाढ़"),
        ("বন্যার্ত", "বন্যা"),
        ("غازي", "غاز"),
        ("وغاز", "غاز"),
        ("שרפה", "שרפ"),
        ("cafe\u{301}", "cafe"),
        ("불편해요", "불"),
        ("가스가 새요", "가스"),
        ("power cuts", "power cut"),
        ("empower cut", "power cut"),
    ] {
        assert!(!mentions(text, keyword), "{keyword:?} is not in {text:?}");
    }
}

#[test]
fn whole_words_are_found_wherever_they_stand() {
    for (text, keyword) in [
        ("gas", "gas"),
        ("gas.", "gas"),
        ("(gas)", "gas"),
        ("gas-leak", "gas"),
        ("a/gas/b", "gas"),
        ("gas_leak", "gas"),
        ("a gasp, then gas", "gas"),
        ("the fire's here", "fire"),
        ("l'eau monte", "eau"),
        ("dell’acqua", "acqua"),
        ("j'te l'ai dit", "te"),
        ("ガスgas漏れ", "gas"),
        ("119番", "119"),
        ("Call 119, now", "119"),
        ("Call 119.", "119"),
        ("आग लगी है", "आग"),
        ("यहाँ आग।", "आग"),
        ("बाढ़, बारिश", "बाढ़"),
        ("غاز يتسرب", "غاز"),
        ("가스 냄새", "가스"),
        ("🔥gas🔥", "gas"),
        ("①gas", "gas"),
        ("C++ crashed", "c++"),
    ] {
        assert!(mentions(text, keyword), "{keyword:?} is in {text:?}");
    }
}

#[test]
fn a_keyword_matches_anywhere_where_words_are_not_set_apart() {
    for (text, keyword) in [
        ("地震で家が倒れた", "家"),
        ("水が漏れています", "漏れ"),
        ("プロパンガスの匂い", "ガス"),
        ("我家着火了", "着火"),
        ("บ้านไฟไหม้แล้ว", "ไฟไหม้"),
        ("ဖုန်းမရပါ", "ဖုန်း"),
    ] {
        assert!(mentions(text, keyword), "{keyword:?} is in {text:?}");
    }
    assert!(!mentions("地震です", "火事"));
}

#[test]
fn a_star_lets_the_last_word_go_on_but_not_begin_earlier() {
    for text in ["flood", "flooding", "FLOODED cellar", "a flood-wave"] {
        assert!(mentions(text, "flood*"), "{text}");
    }
    for text in ["bloodflood", "floo", "floo d"] {
        assert!(!mentions(text, "flood*"), "{text}");
    }
    assert!(mentions("power cuts", "power cut*"));
    assert!(mentions("가스가 새요", "가스*"));
    assert!(mentions("पानीपत", "पानी*"));
    assert!(mentions("flooding", "flood＊"));
    assert!(mentions("flooding", "flood * "));
    assert!(
        mentions("five * stars", "* stars"),
        "elsewhere a star is a star"
    );
}

#[test]
fn without_a_letter_or_a_digit_there_is_no_keyword() {
    for text in ["", " ", "*", "**", "!", "…", "\u{200b}", "\u{202e}", "、"] {
        assert_eq!(Keyword::new(text), None, "{text:?}");
    }
}

#[test]
fn numbers_are_read_in_the_digits_of_every_keyboard() {
    for (text, number) in [
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("50", 50),
        (" 50\n", 50),
        ("+50", 50),
        ("-50", -50),
        ("−50", -50),
        ("－５０", -50),
        ("＋５０", 50),
        ("１２００", 1_200),
        ("１,２００", 1_200),
        ("１，２００", 1_200),
        ("१२००", 1_200),
        ("१,२००", 1_200),
        ("१,००,०००", 100_000),
        ("1,00,00,000", 10_000_000),
        ("١٢٣", 123),
        ("١٬٢٣٤", 1_234),
        ("۱۲۳", 123),
        ("১২৩", 123),
        ("੧੨੩", 123),
        ("૧૨૩", 123),
        ("୧୨୩", 123),
        ("௧௨௩", 123),
        ("౧౨౩", 123),
        ("೧೨೩", 123),
        ("൧൨൩", 123),
        ("๑๒๓", 123),
        ("໑໒໓", 123),
        ("༡༢༣", 123),
        ("၁၂၃", 123),
        ("១២៣", 123),
        ("1,234,567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("1\u{a0}234", 1_234),
        ("1\u{202f}234", 1_234),
        ("1'234", 1_234),
        ("1’234’567", 1_234_567),
        ("\u{200f}١٢٣\u{200f}", 123),
        ("9007199254740991", 9_007_199_254_740_991),
        ("-9,007,199,254,740,991", -9_007_199_254_740_991),
    ] {
        assert_eq!(parse_whole_number(text), Some(number), "{text:?}");
    }
}

#[test]
fn what_is_no_whole_number_is_not_guessed() {
    for text in [
        "",
        " ",
        "-",
        "+",
        "--5",
        "+-5",
        "- 5",
        "5-",
        "ー5",
        "—5",
        "5.0",
        "1.500",
        "1,5",
        "1,50",
        "1,5000",
        "1,",
        ",1",
        "1,,000",
        "1,000,",
        "1234,567",
        "1,234 567",
        "1,000'000",
        "12 34",
        "5 0",
        "1 2 3",
        "1e3",
        "0x10",
        "Infinity",
        "NaN",
        "five",
        "about 50",
        "50人",
        "五十",
        "½",
        "²",
        "५.०",
        "9007199254740992",
        "-9007199254740992",
        "99999999999999999999999999999",
        "5\u{0}",
        "5%",
    ] {
        assert_eq!(parse_whole_number(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_number_is_read_back_however_it_is_written(number in -9_007_199_254_740_991..=9_007_199_254_740_991_i64, zero in prop::sample::select(vec!['0', '０', '०', '٠', '۰', '০']), comma in prop::sample::select(vec!["", ",", " ", "'", "，"])) {
        let digits: Vec<char> = number.unsigned_abs().to_string().chars().collect();
        let mut text = String::from(if number < 0 { "−" } else { "" });
        for (place, digit) in digits.iter().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(comma);
            }
            text.push(char::from_u32(u32::from(zero) + digit.to_digit(10).unwrap()).unwrap());
        }
        prop_assert_eq!(parse_whole_number(&text), Some(number), "{}", text);
    }

    #[test]
    fn a_number_that_is_read_lies_in_the_range(text in "[-+−]?[0-9०-९０-９, '.e]{0,20}") {
        if let Some(number) = parse_whole_number(&text) {
            prop_assert!(number.unsigned_abs() <= 9_007_199_254_740_991);
            let plain: String = text.chars().filter(char::is_ascii_digit).collect();
            let ascii = text.chars().filter(|letter| letter.is_numeric()).count() == plain.len();
            prop_assert!(!ascii || plain.parse::<u64>() == Ok(number.unsigned_abs()), "{}", text);
        }
    }

    #[test]
    fn a_latin_word_is_found_exactly_when_it_is_one_of_the_words(words in prop::collection::vec("[a-c]{1,3}", 0..8), keyword in "[a-c]{1,3}") {
        let text = words.join(" ");
        prop_assert_eq!(mentions(&text, &keyword), words.contains(&keyword));
        let begins = words.iter().any(|word| word.starts_with(&keyword));
        prop_assert_eq!(mentions(&text, &format!("{keyword}*")), begins);
    }

    #[test]
    fn a_devanagari_word_is_found_exactly_when_it_is_one_of_the_words(words in prop::collection::vec("[कखआ][ा-़्ँं]{0,2}[कख]?", 0..8), keyword in "[कखआ][ा-़्ँं]{0,2}[कख]?") {
        prop_assert_eq!(mentions(&words.join(" "), &keyword), words.contains(&keyword));
    }

    #[test]
    fn signs_and_pictures_set_words_apart_and_letters_and_marks_do_not(sign in r"[[\p{P}\p{S}\p{Z}]&&[\p{Common}\p{Latin}\p{Greek}\p{Armenian}\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Ethiopic}]&&[\u{0}-\u{13ff}\u{2000}-\u{2bff}\u{2e00}-\u{30ff}\u{fe10}-\u{ffff}\u{1f300}-\u{1faff}]]", letter in r"[[\p{L}\p{M}\p{Nd}]&&[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Hangul}\p{Ethiopic}]&&[\u{0}-\u{1fff}\u{a000}-\u{fdfb}]]") {
        prop_assert!(mentions(&format!("a{sign}gas{sign}b"), "gas"), "{}", sign);
        prop_assert!(!mentions(&format!("a{letter}gas"), "gas"), "{}", letter);
        prop_assert!(!mentions(&format!("gas{letter}"), "gas"), "{}", letter);
    }

    #[test]
    fn a_text_contains_itself(text in "\\PC{1,30}") {
        if let Some(keyword) = Keyword::new(&text) {
            prop_assert!(keyword.matches(&text) || text.trim_end().ends_with(['*', '＊']));
        }
    }
}
