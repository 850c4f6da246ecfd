//! What a press mends in a text that isn't JSON, and what it leaves to people: nothing that was said may be lost.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use leeward_document::{Document, Repair, is_same, mend};
use proptest::prelude::*;

const OUTAGE: &str = include_str!("../../../playbooks/outage.json");

#[test]
fn what_is_clear_is_mended_and_everything_else_stays_as_it_is() {
    use Repair::{Blanks, Commas, Comments, Controls, Quotes, Signs, Values};
    for (text, mended, repairs) in [
        ("{ \"a\": 1 } // b", "{ \"a\": 1 }", &[Comments][..]),
        (
            "// b\n{\n  // c\n  \"a\": 1 // d\n}\n",
            "{\n  \"a\": 1\n}\n",
            &[Comments],
        ),
        (
            "// b\r\n{\r\n\t/* c */\r\n\t\"a\": 1 }",
            "{\r\n\t\"a\": 1 }",
            &[Comments],
        ),
        ("[1, /* b */ 2]/* c */", "[1, 2]", &[Comments]),
        ("{\n  /* b */ \"a\": 1\n}", "{\n  \"a\": 1\n}", &[Comments]),
        (
            "{\u{a0}\"a\":\u{3000}1\u{2028}}",
            "{ \"a\": 1\n}",
            &[Blanks],
        ),
        ("\u{feff}[1,\u{200b}2]", "[1,2]", &[Blanks]),
        (
            "[\"a\tb\r\nc\u{1}\"]",
            "[\"a\\tb\\r\\nc\\u0001\"]",
            &[Controls],
        ),
        ("[\"a\tb\\u00e9\"]", "[\"a\\tbé\"]", &[Controls]),
        ("{ \"a\": [1, 2, ], }", "{ \"a\": [1, 2 ] }", &[Commas]),
        (
            "{ \"a\": 1\n  \"b\": 2 }",
            "{ \"a\": 1,\n  \"b\": 2 }",
            &[Commas],
        ),
        ("[{}\n{}\n// b\n{}]", "[{},\n{},\n{}]", &[Comments, Commas]),
        (
            "{ 'a': 'say \"b\" it\\'s' }",
            "{ \"a\": \"say \\\"b\\\" it's\" }",
            &[Quotes],
        ),
        (
            "{ a: 1, $b: 2, 3: 4, null: 5 }",
            "{ \"a\": 1, \"$b\": 2, \"3\": 4, \"null\": 5 }",
            &[Quotes],
        ),
        (
            "{ \u{201c}a\u{201d}: \u{201c}あ\u{201d} }",
            "{ \"a\": \"あ\" }",
            &[Quotes],
        ),
        (
            "\u{ff5b}\"a\"\u{ff1a}1\u{3001}\"b\":2\u{ff5d}",
            "{\"a\":1,\"b\":2}",
            &[Signs],
        ),
        (
            "[0x1F, +1, -.5, 5., 5.e3]",
            "[31, 1, -0.5, 5, 5e3]",
            &[Values],
        ),
        ("[True, FALSE, None]", "[true, false, null]", &[Values]),
    ] {
        let found = mend(text).unwrap_or_else(|| panic!("{text:?} isn't mended"));
        assert_eq!(
            (found.text.as_str(), &found.repairs[..]),
            (mended, repairs),
            "{text:?}"
        );
    }
}

#[test]
fn what_could_be_meant_in_two_ways_is_left_to_people() {
    for text in [
        "",
        "{}",
        "[1.5, \"\\u3042\"]",
        "hello",
        "<html>",
        "[1",
        "[1]]",
        "{} {}",
        "[1 2]",
        "[01]",
        "-01",
        "[NaN]",
        "[-Infinity]",
        "[\"C:\\data\"]",
        "[\"it\\'s\"]",
        "[\"\\x41\"]",
        "[\"\\ud83d\"]",
        "{ \"a\": \"b,\n  \"c\": \"d\" }",
        "{ \"a\": \"say \"b\" it\" }",
        "[\"a\"\"b\"]",
        "[1,,2]",
        "{ \u{201c}a\u{201d}: \"b\" }",
        "{ \"a\" 1 }",
        "version: 1",
    ] {
        assert_eq!(mend(text), None, "{text:?}");
    }
    assert_eq!(mend(&"[".repeat(100_000)), None);
    assert_eq!(mend(&format!("{OUTAGE}//{}", "-".repeat(300_000))), None);
}

/// Ways in which a playbook comes that say the same. None of them stands in its texts.
const WAYS: [(&str, &str, Repair); 7] = [
    ("\n  ", "\n\u{3000}\u{a0}", Repair::Blanks),
    ("\n", "\r\n// note \"a'\r\n", Repair::Comments),
    (": {", "/* {} */: {", Repair::Comments),
    ("\n}", ",\n}", Repair::Commas),
    ("},\n", "}\n", Repair::Commas),
    ("\"en\":", "'en':", Repair::Quotes),
    ("\"ja\":", "ja:", Repair::Quotes),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_mended_playbook_says_what_it_said(ways in prop::sample::subsequence(WAYS.to_vec(), 1..5), tabs in any::<bool>()) {
        let mut text = OUTAGE.to_owned();
        let mut repairs = Vec::new();
        for (plain, odd, repair) in ways {
            repairs.extend(text.contains(plain).then_some(repair));
            text = text.replace(plain, odd);
        }
        let mut expected = OUTAGE.to_owned();
        if tabs {
            text = text.replace("Kestrel Pay", "Kestrel\tPay\nLtd");
            expected = OUTAGE.replace("Kestrel Pay", "Kestrel\\tPay\\nLtd");
        }
        let expected = Document::read(&expected).unwrap();
        let mended = mend(&text).unwrap();
        let document = Document::read(&mended.text).unwrap();
        prop_assert!(is_same(document.tree(), expected.tree()), "{}", mended.text);
        prop_assert_eq!(mended.repairs.contains(&Repair::Controls), tabs);
        for repair in repairs {
            prop_assert!(mended.repairs.contains(&repair), "{repair:?} {:?}", mended.repairs);
        }
        prop_assert_eq!(mend(&mended.text), None);
    }

    #[test]
    fn any_text_is_mended_to_json_or_left(text in "[\\[\\]{}:,\"'/*\\\\ \n\ta-f0-3.+\u{a0}\u{201c}\u{201d}\u{feff}：、-]{0,24}") {
        if let Some(mended) = mend(&text) {
            prop_assert!(Document::read(&mended.text).is_ok(), "{}", mended.text);
        }
    }
}
