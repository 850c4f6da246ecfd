//! Round trips: what goes out to translators comes back to the same place.

use proptest::prelude::*;
use triage::{check, source::parse};

use crate::{Translated, flat, merge, units, xliff};

const READY: [&str; 5] = [
    include_str!("../../../playbooks/disaster.json"),
    include_str!("../../../playbooks/hardship.json"),
    include_str!("../../../playbooks/health.json"),
    include_str!("../../../playbooks/outage.json"),
    include_str!("../../../playbooks/service-crisis.json"),
];

/// What a translator would get, and send back unread.
fn there_and_back(text: &str, to: &str, is_xml: bool) -> Translated {
    let source = parse(text).unwrap();
    let units = units(&source, to);
    if is_xml {
        xliff::read(&xliff::write(&units, "en", to).unwrap()).unwrap()
    } else {
        flat::read(&flat::write(&units, to)).unwrap()
    }
}

#[test]
fn what_comes_back_unchanged_changes_nothing() {
    for text in READY {
        for to in ["en", "ja", "hi", "ar", "zh-Hans"] {
            for is_xml in [false, true] {
                let merged = merge(
                    text,
                    &parse(text).unwrap(),
                    &there_and_back(text, to, is_xml),
                );
                assert_eq!((merged.refused, merged.missing), (vec![], vec![]), "{to}");
                assert!(merged.used > 50 && merged.text == text, "{to}");
            }
        }
    }
}

#[test]
fn every_text_of_a_ready_playbook_has_a_key_of_its_own() {
    for text in READY {
        let source = parse(text).unwrap();
        let units = units(&source, "fr");
        let mut keys: Vec<&str> = units.iter().map(|unit| unit.key.as_str()).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
        assert!(
            units
                .iter()
                .all(|unit| !unit.meaning.is_empty() && !unit.source("en").is_empty())
        );
    }
}

#[test]
fn a_new_language_reaches_every_text_and_the_playbook_stays_sound() {
    for text in READY {
        let source = parse(text).unwrap();
        let strings = units(&source, "fr")
            .iter()
            .map(|unit| (unit.key.clone(), unit.source("en").to_owned()))
            .collect();
        let merged = merge(
            text,
            &source,
            &Translated {
                to: "fr".into(),
                strings,
            },
        );
        assert_eq!((merged.refused, merged.missing), (vec![], vec![]));
        let report = check(parse(&merged.text).unwrap());
        let told: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        // Who answers in a language is nothing that a translator could say.
        assert!(
            told.iter()
                .all(|told| told.contains("two of different kinds")),
            "{told:?}"
        );
    }
}

#[test]
fn keys_stay_when_questions_and_stories_change_places() {
    let mut playbook: serde_json::Value = serde_json::from_str(READY[4]).unwrap();
    let keys = |text: &str| {
        let source = parse(text).unwrap();
        let mut keys: Vec<String> = units(&source, "ja")
            .into_iter()
            .map(|unit| unit.key)
            .collect();
        keys.sort_unstable();
        keys
    };
    let before = keys(READY[4]);
    for list in ["stories", "resources", "questions", "expectations"] {
        playbook[list].as_array_mut().unwrap().reverse();
    }
    assert_eq!(keys(&playbook.to_string()), before);
}

#[test]
fn what_does_not_fit_is_told_and_what_was_there_stays() {
    let text = r#"{ "locales": ["en", "ja"], "labels": { "progress": { "en": "{number} of {most}", "ja": "{number}" } }  ,
  "name": "Kestrel", "launcher": { "text": { "en": "Help" } } }"#;
    let strings = [
        ("labels.progress", "{nombre}"),
        ("name", "ケストレル"),
        ("launcher.text", ""),
        ("launcher.txt", "x"),
    ];
    let strings = strings
        .map(|(key, words)| (key.to_owned(), words.to_owned()))
        .to_vec();
    let merged = merge(
        text,
        &parse(text).unwrap(),
        &Translated {
            to: "ja".into(),
            strings,
        },
    );
    assert_eq!(merged.missing, ["launcher.text"]);
    assert_eq!(
        merged.refused,
        [
            "launcher.txt: the playbook has no such text; it was changed or removed since the export",
            "labels.progress: use the placeholders of the source, no others: {most} {number}",
        ]
    );
    let expected = text.replace(
        "\"Kestrel\"",
        "{ \"en\": \"Kestrel\", \"ja\": \"ケストレル\" }",
    );
    assert_eq!(merged.text, expected);
}

proptest! {
    #[test]
    fn any_words_come_back_as_they_were_sent(words in "[^{}\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]{0,30}[a-z<&>\"' \n]{0,8}") {
        prop_assume!(!words.trim().is_empty());
        let text = r#"{ "locales": ["en"], "name": { "en": "Kestrel" } }"#;
        let source = parse(text).unwrap();
        let strings = vec![("name".to_owned(), words.clone())];
        let merged = merge(text, &source, &Translated { to: "ja".into(), strings }).text;
        let again = parse(&merged).unwrap();
        prop_assert_eq!(again.entry("name").unwrap().entry("ja").unwrap().text(), &words);
        for is_xml in [false, true] {
            let sent = there_and_back(&merged, "ja", is_xml);
            prop_assert_eq!(&sent.strings, &vec![("name".to_owned(), words.clone())]);
        }
    }
}

#[test]
fn a_translation_brings_no_sign_that_nobody_sees() {
    let playbook = r#"{ "locales": ["en"], "name": { "en": "Harbour" } }"#;
    let source = parse(playbook).unwrap();
    for (sent, refused) in [
        (r#"{ "@@locale": "ja", "name": "港\u001b[2J" }"#, "U+001B"),
        (r#"{ "@@locale": "ja", "name": "港\u009b2J" }"#, "U+009B"),
        (r#"{ "@@locale": "ja", "name": "\u202e港" }"#, "U+202E"),
        (r#"{ "@@locale": "ja", "name": "港\n口" }"#, ""),
    ] {
        let merged = merge(playbook, &source, &crate::read(sent).unwrap());
        assert_eq!(
            merged.refused.len(),
            usize::from(!refused.is_empty()),
            "{sent}"
        );
        assert!(
            merged.refused.iter().all(|told| told.contains(refused)),
            "{sent}"
        );
        assert_eq!(merged.text == playbook, !refused.is_empty(), "{sent}");
    }
    let words = |target: &str| {
        let sent = format!(
            r#"<xliff version="2.0" trgLang="ja"><unit id="name"><segment><target>{target}</target></segment></unit></xliff>"#
        );
        merge(playbook, &source, &crate::read(&sent).unwrap())
    };
    assert_eq!(words("港&#27;[2J").used, 0);
    assert_eq!(words("港&#x202E;").used, 0);
    // As a tool on Windows breaks lines.
    assert!(words("港\r\n口").text.contains(r#""ja": "港\n口""#));
}

#[test]
fn a_file_that_is_no_translation_is_refused_by_its_size() {
    let sent = format!(
        r#"{{ "@@locale": "ja", "name": "{}" }}"#,
        "x".repeat(20_000_000)
    );
    for sent in [sent.clone(), sent.replace("{ \"", "<!-- ")] {
        let told = crate::read(&sent).unwrap_err();
        assert!(told.starts_with("larger than 2 MiB"), "{told}");
    }
}
