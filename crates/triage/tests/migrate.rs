//! A playbook of version 0 reads as the same playbook of version 1.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::report;
use triage::Code;

/// As it was written before the first release.
const VERSION_0: &str = r#"{
  "version": 0,
  "locales": ["en"],
  "name": "Harbour Water",
  "questions": [],
  "lines": {
    "mail": { "kind": "email", "name": "Write to us", "address": "help@example.test", "always": true, "wait_minutes": [60, 240] },
    "portal": { "kind": "portal", "name": "Report it", "url": "https://example.test/report", "always": true, "wait_minutes": [0, 5] }
  },
  "routes": [{ "id": "everyone", "first": ["portal"], "second": ["mail"] }]
}"#;

#[test]
fn a_playbook_of_version_0_is_the_same_playbook_of_version_1() {
    let older = report(VERSION_0);
    let newer = VERSION_0
        .replace("\"version\": 0", "\"version\": 1")
        .replace("\"lines\"", "\"channels\"");
    let newer = report(&newer);
    assert!(newer.problems.is_empty(), "{:?}", newer.problems);
    assert_eq!(older.playbook, newer.playbook);
    assert!(older.playbook.is_some());
    let [problem] = &older.problems[..] else {
        unreachable!("one warning: {:?}", older.problems)
    };
    assert_eq!(problem.code, Code::OldVersion);
    assert_eq!(problem.path, "version");
    let (from, to) = problem.span.expect("a place");
    assert_eq!(&VERSION_0[from..to], "0");
}

#[test]
fn the_present_version_has_no_lines_and_version_0_no_channels() {
    for (right, wrong) in [
        ("\"version\": 0", "\"version\": 1"),
        (
            "{\n  \"version\": 0",
            "{\n  \"channels\": {},\n  \"version\": 0",
        ),
    ] {
        let text = VERSION_0.replacen(right, wrong, 1);
        assert_ne!(text, VERSION_0);
        assert!(report(&text).playbook.is_none(), "{text}");
    }
}

#[test]
fn there_was_nothing_before_version_0() {
    let report = report(&VERSION_0.replacen("\"version\": 0", "\"version\": -1", 1));
    assert!(report.playbook.is_none());
    assert_eq!(report.problems.len(), 1);
    assert_eq!(report.problems[0].code, Code::Version);
}
