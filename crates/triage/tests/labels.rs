//! The files in `labels/` say everything that the English texts say, and nothing else.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use triage::{
    Label, placeholders,
    source::{Value, parse},
};

fn files() -> Vec<(&'static str, &'static str)> {
    vec![
        ("ja", include_str!("../../../labels/ja.json")),
        ("hi", include_str!("../../../labels/hi.json")),
    ]
}

#[test]
fn every_language_has_every_label_with_its_placeholders() {
    for (language, text) in files() {
        let Value::Map(entries) = parse(text).expect("JSON").value else {
            panic!("{language}: an object is expected")
        };
        let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        let expected: Vec<&str> = Label::ALL.iter().map(|label| label.key()).collect();
        assert_eq!(
            keys, expected,
            "{language}: the keys, in the order of label.rs"
        );
        for (key, node) in &entries {
            let Value::String(text) = &node.value else {
                panic!("{language}: {key} is a string")
            };
            let label = Label::from_key(key).expect("a known key");
            let sorted = |text| {
                let mut names: Vec<_> = placeholders(text).collect();
                names.sort_unstable();
                names
            };
            assert_eq!(
                sorted(text),
                sorted(label.english()),
                "{language}: placeholders of {key}"
            );
        }
    }
}
