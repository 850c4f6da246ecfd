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

fn files() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../labels");
    let entries = std::fs::read_dir(folder).expect("labels/ is there");
    let files = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let language = path.file_stem().expect("a name").to_string_lossy();
        (
            language.into_owned(),
            std::fs::read_to_string(&path).expect("a readable file"),
        )
    });
    let files: Vec<_> = files.collect();
    assert!(files.len() >= 2, "{files:?}");
    files
}

#[test]
fn the_launcher_speaks_every_language_that_has_a_file() {
    let loader = include_str!("../../../loader/leeward.js");
    let (_, help) = loader
        .split_once("const HELP = {")
        .expect("the launcher's words");
    let (help, _) = help.split_once('}').expect("their end");
    for (language, _) in files() {
        // As NAMES in loader/load.js has it.
        let key = match language.as_str() {
            "zh-Hans" => "zh",
            "pt-BR" => "pt",
            other => other,
        };
        let entries = [format!(" {key}: '"), format!("'{key}': '")];
        assert!(
            entries.iter().any(|entry| help.contains(entry)),
            "{language} is missing in HELP of loader/leeward.js"
        );
    }
    let words = help.matches(": '").count();
    assert_eq!(words, files().len() + 1, "a file for each but English");
}

#[test]
fn every_language_has_every_label_with_its_placeholders() {
    for (language, text) in files() {
        let Value::Map(entries) = parse(&text).expect("JSON").value else {
            panic!("{language}: an object is expected")
        };
        let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        let labels = Label::ALL.iter().filter(|label| !label.is_beside());
        let expected: Vec<&str> = labels.map(|label| label.key()).collect();
        assert_eq!(
            keys, expected,
            "{language}: the keys, in the order of label.rs"
        );
        for (key, node) in &entries {
            let Value::String(text) = &node.value else {
                panic!("{language}: {key} is a string")
            };
            let english = Label::from_key(key).expect("a known key").english();
            let sorted = |text| {
                let mut names: Vec<_> = placeholders(text).collect();
                names.sort_unstable();
                names
            };
            assert_eq!(
                sorted(text),
                sorted(english),
                "{language}: placeholders of {key}"
            );
        }
    }
}

/// What is said beside a result has files of its own, English among them, which nobody downloads before there is one.
#[test]
fn every_language_says_what_is_said_beside_a_result() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../loader/handoff");
    let entries = |language: &str| {
        let text = std::fs::read_to_string(format!("{folder}/{language}.json"))
            .unwrap_or_else(|error| panic!("loader/handoff/{language}.json: {error}"));
        let Value::Map(entries) = parse(&text).expect("JSON").value else {
            panic!("{language}: an object is expected")
        };
        let entries = entries.into_iter().map(|(key, node)| {
            let Value::String(words) = node.value else {
                panic!("{language}: {key} is a string")
            };
            assert!(!words.trim().is_empty(), "{language}: {key} is empty");
            // A playbook replaces them by the same names, with what they belong to before them.
            let label = Label::from_key(&["beside_", &key].concat()).expect("a label");
            assert!(language != "en" || words == label.english(), "{key}");
            let names: Vec<String> = placeholders(&words).map(str::to_owned).collect();
            (key, names)
        });
        entries.collect::<Vec<_>>()
    };
    let english = entries("en");
    for (language, _) in files() {
        assert_eq!(entries(&language), english, "{language}");
    }
    let written = std::fs::read_dir(folder).expect("the folder").count();
    assert_eq!(written, files().len() + 1, "a file for each, and English");
}

/// The safe layer has its English itself: it must be there when nothing else comes.
#[test]
fn the_safe_layer_speaks_the_same_english() {
    let [leeward, contacts, exit, incidents, summary] = [
        include_str!("../../../loader/leeward.js"),
        include_str!("../../../loader/contacts.js"),
        include_str!("../../../loader/exit.js"),
        include_str!("../../../loader/incidents.js"),
        include_str!("../../../loader/summary.js"),
    ];
    for (script, labels) in [
        (
            leeward,
            &[Label::Close, Label::Loading, Label::ContactsTitle][..],
        ),
        (contacts, &[Label::Always]),
        (exit, &[Label::Exit, Label::ExitHint]),
        (
            incidents,
            &[
                Label::Incident,
                Label::More,
                Label::NoNeed,
                Label::Maintenance,
                Label::Over,
                Label::Since,
                Label::Until,
                Label::NextUpdate,
                Label::Best,
            ],
        ),
        (summary, &[Label::Yes, Label::No, Label::NotSure]),
    ] {
        for label in labels {
            let words = format!("'{}'", label.english());
            assert!(script.contains(&words), "{words}");
        }
    }
}
