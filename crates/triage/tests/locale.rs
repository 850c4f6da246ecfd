//! Which locale a visitor gets, whom an agent can serve, and which way the words run.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use triage::locale::{Direction, covers, direction, is_well_formed, lookup};

/// The tag that is found, for tables that are easy to read.
fn found<'a>(preferred: &[&str], available: &[&'a str]) -> Option<&'a str> {
    let owned: Vec<String> = available.iter().map(|tag| (*tag).to_owned()).collect();
    lookup(preferred, &owned).map(|place| available[place])
}

#[test]
fn the_longest_locale_that_begins_the_preferred_tag_is_found() {
    for (preferred, available, expected) in [
        (&["en"][..], &["ja", "en"][..], Some("en")),
        (&["EN-gb"], &["ja", "en-GB", "en"], Some("en-GB")),
        (&["en-GB-oxendict"], &["en", "en-GB"], Some("en-GB")),
        (&["zh-Hant-HK"], &["zh", "zh-Hant"], Some("zh-Hant")),
        (&["zh-Hant-HK"], &["zh-Hans", "zh"], Some("zh")),
        (
            &["zh-Hant-CN-x-private1-private2"],
            &["en", "zh-Hant"],
            Some("zh-Hant"),
        ),
        (&["de-u-co-phonebk"], &["de"], Some("de")),
        (&["ja-JP", "en"], &["en", "ja"], Some("ja")),
        (&["fr", "hi-IN", "en"], &["en", "ja", "hi"], Some("hi")),
        (&["fr", "de"], &["en", "ja"], None),
        (&[], &["en"], None),
        (&["en"], &[], None),
        (&["*", ""], &["en"], None),
    ] {
        assert_eq!(
            found(preferred, available),
            expected,
            "{preferred:?} of {available:?}"
        );
    }
}

#[test]
fn a_chinese_region_stands_for_its_script() {
    for (preferred, available, expected) in [
        (&["zh-TW"][..], &["zh-Hans", "zh-Hant"][..], Some("zh-Hant")),
        (&["zh-HK"], &["zh", "zh-Hant"], Some("zh-Hant")),
        (&["zh-MO"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh-CN"], &["zh-Hant", "zh-Hans"], Some("zh-Hans")),
        (&["zh-SG"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh-Hant"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh-TW"], &["zh-Hans", "ja"], None),
        (&["zh"], &["zh-Hant"], Some("zh-Hant")),
        (&["cmn-TW"], &["zh-Hant"], Some("zh-Hant")),
    ] {
        assert_eq!(
            found(preferred, available),
            expected,
            "{preferred:?} of {available:?}"
        );
    }
}

#[test]
fn a_relative_is_better_than_a_language_that_was_not_asked_for() {
    for (preferred, available, expected) in [
        (&["en"][..], &["ja", "en-GB"][..], Some("en-GB")),
        (&["pt-PT"], &["en", "pt-BR"], Some("pt-BR")),
        (&["en-US", "ja"], &["ja", "en-GB"], Some("en-GB")),
        (&["sr-Latn"], &["sr-Cyrl", "en"], None),
        (&["iw"], &["he"], Some("he")),
        (&["no"], &["en", "nb"], Some("nb")),
    ] {
        assert_eq!(
            found(preferred, available),
            expected,
            "{preferred:?} of {available:?}"
        );
    }
}

#[test]
fn tags_that_browsers_accept_are_well_formed() {
    for tag in [
        "en",
        "ja",
        "hi",
        "fil",
        "en-GB",
        "zh-Hant",
        "zh-Hant-HK",
        "es-419",
        "sl-rozaj-biske",
        "de-1996",
        "de-CH-1901",
        "sr-Latn-RS",
        "EN-gb",
        "ar-u-nu-latn",
        "th-TH-u-ca-buddhist-nu-thai",
        "en-t-ja",
        "en-x-a",
        "en-a-bbb-x-a-ccc",
        "abcde",
    ] {
        assert!(is_well_formed(tag), "{tag}");
    }
}

#[test]
fn tags_that_browsers_refuse_are_not_well_formed() {
    for tag in [
        "",
        "e",
        "english!",
        "englishes",
        "abcd",
        "en_GB",
        "en-",
        "-en",
        "en--GB",
        "en-GB ",
        " en",
        "e1",
        "日本語",
        "en-GBR1",
        "en-G",
        "en-GB-US",
        "zh-HK-Hant",
        "en-u",
        "en-u-",
        "en-u-a",
        "en-x",
        "en-x-",
        "x-private",
        "i-klingon",
        "de-1996-1996",
        "en-a-bb-a-cc",
        "en-x-123456789",
        "zh-yue",
        "en-u-nu-x",
    ] {
        assert!(!is_well_formed(tag), "{tag}");
    }
}

#[test]
fn an_agent_serves_the_language_whatever_the_region() {
    for (language, locale) in [
        ("en", "en"),
        ("en", "en-GB"),
        ("en-GB", "en"),
        ("en-US", "en-GB"),
        ("EN", "en"),
        ("zh", "zh-Hant"),
        ("zh-Hant", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant", "zh-HK"),
        ("he", "iw"),
        ("sr", "sr-Latn"),
    ] {
        assert!(covers(language, locale), "{language} serves {locale}");
    }
}

#[test]
fn an_agent_does_not_serve_another_language_or_script() {
    for (language, locale) in [
        ("en", "ja"),
        ("e", "en"),
        ("en", "eng"),
        ("zh-Hans", "zh-Hant"),
        ("zh-CN", "zh-TW"),
        ("sr-Latn", "sr-Cyrl"),
        ("", "en"),
    ] {
        assert!(
            !covers(language, locale),
            "{language} doesn't serve {locale}"
        );
    }
}

#[test]
fn the_direction_is_that_of_the_script() {
    for tag in [
        "ar",
        "ar-EG",
        "AR",
        "he",
        "iw",
        "he-IL",
        "fa",
        "ur",
        "ur-PK",
        "ps",
        "sd",
        "ug",
        "yi",
        "ji",
        "dv",
        "ckb",
        "ku-Arab",
        "pa-Arab-PK",
        "az-Arab",
        "uz-arab",
        "ff-Adlm",
        "ar-u-nu-latn",
    ] {
        assert_eq!(direction(tag), Direction::Rtl, "{tag}");
    }
    for tag in [
        "en", "ja", "hi", "zh-Hant", "ku", "pa", "az", "sd-Deva", "ar-Latn", "ks-Deva", "arn", "",
        "x-ar",
    ] {
        assert_eq!(direction(tag), Direction::Ltr, "{tag}");
    }
    assert_eq!(
        (Direction::Ltr.as_str(), Direction::Rtl.as_str()),
        ("ltr", "rtl")
    );
}

proptest! {
    #[test]
    fn serving_is_mutual_and_begins_with_oneself(one in "[a-c]{2}(-(Hant|Latn))?(-[A-C]{2})?", other in "[a-c]{2}(-(Hant|Latn))?(-[A-C]{2})?") {
        prop_assert!(covers(&one, &one));
        prop_assert_eq!(covers(&one, &other), covers(&other, &one));
        prop_assert!(is_well_formed(&one));
    }

    #[test]
    fn what_is_found_is_in_a_language_that_was_asked_for(preferred in prop::collection::vec("[a-c]{2}(-[A-C]{2})?", 0..4), available in prop::collection::vec("[a-c]{2}(-[A-C]{2})?", 0..4)) {
        let preferred: Vec<&str> = preferred.iter().map(String::as_str).collect();
        match lookup(&preferred, &available) {
            Some(place) => prop_assert!(preferred.iter().any(|tag| covers(&available[place], tag))),
            None => prop_assert!(!preferred.iter().any(|tag| available.iter().any(|locale| covers(locale, tag)))),
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC*", other in "[a-z-]{0,20}") {
        let tags = [other.clone(), text.clone()];
        prop_assert!(lookup(&[&text, &other], &tags).is_some());
        prop_assert!(is_well_formed(&text) <= text.is_ascii());
    }
}
