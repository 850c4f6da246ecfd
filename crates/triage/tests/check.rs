//! The checker's findings: one small slip each in an otherwise sound playbook, with the sentence
//! that names its place and its cure.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;
mod slips;

use common::report;
use slips::{FATAL, HARMLESS, SOUND, Slip};
use triage::{Code, Severity};

/// Whether there is a playbook in spite of a slip. With words, they must be the right ones; without them, nothing else
/// may be different.
fn is_usable(slip: &Slip) -> bool {
    assert!(
        SOUND.contains(slip.right),
        "{} stands in the sound playbook",
        slip.right
    );
    let report = report(&SOUND.replacen(slip.right, slip.wrong, 1));
    if cfg!(feature = "advice") {
        let found = report
            .problems
            .iter()
            .find(|problem| problem.code == slip.code);
        let message = found.map(ToString::to_string).unwrap_or_default();
        assert!(
            message.starts_with(slip.told),
            "{message}\nis not\n{}\nin {:?}",
            slip.told,
            report.problems
        );
    }
    report.playbook.is_some()
}

#[test]
fn the_sound_playbook_has_no_problem() {
    let report = report(SOUND);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert!(report.playbook.is_some());
}

#[test]
fn a_slip_on_which_the_way_depends_makes_the_playbook_unusable_and_names_the_cure() {
    for slip in FATAL {
        let usable = is_usable(slip);
        assert!(!usable, "{}", slip.told);
        assert_eq!(slip.code.severity(), Severity::Error, "{}", slip.told);
    }
}

#[test]
fn a_slip_in_something_else_leaves_a_playbook_and_names_the_cure() {
    for slip in HARMLESS {
        let usable = is_usable(slip);
        assert!(usable, "{}", slip.told);
    }
}

#[test]
fn a_broken_channel_is_left_out_and_the_others_stay() {
    let report = report(&SOUND.replace("+81312345678", "call us"));
    let playbook = report.playbook.expect("a playbook");
    let ids: Vec<&str> = playbook
        .channels()
        .iter()
        .map(|channel| channel.id.as_str())
        .collect();
    assert_eq!(ids, ["form", "mail"]);
}

#[test]
fn a_translation_that_is_refused_leaves_the_default_one() {
    let report = report(&SOUND.replace("電話する", " "));
    let playbook = report.playbook.expect("a playbook");
    let words = playbook.words(&playbook.channels()[0].name, 1);
    assert_eq!((words.text, words.lang), ("Call", Some("en")));
    if cfg!(feature = "advice") {
        assert_eq!(report.problems[0].path, "channels.phone.name.ja");
    }
}

#[test]
#[cfg(feature = "advice")]
fn a_test_for_words_needs_words() {
    let text = SOUND
        .replace("\"type\": \"number\", \"min\": 1, \"max\": 100, \"unit\": { \"en\": { \"one\": \"{count} person\", \"other\": \"{count} people\" }, \"ja\": { \"other\": \"{count}人\" } }", "\"type\": \"text\"")
        .replace("\"at_least\": 50", "\"mentions\": {}");
    let report = report(&text);
    assert!(report.playbook.is_none());
    assert_eq!(
        report.problems[0].to_string(),
        "routes[0].when.mentions: write at least one keyword"
    );
}

#[test]
fn a_file_full_of_slips_is_judged_at_once() {
    let fields: String = (0..20_000)
        .map(|number| format!("\"f{number}\":0,"))
        .collect();
    let report = report(&SOUND.replacen('{', &format!("{{{fields}"), 1));
    assert!(report.playbook.is_none());
    assert_eq!(report.problems[0].code, Code::TooLarge);
}

#[test]
#[cfg(feature = "advice")]
fn every_problem_of_a_file_is_found_at_once_with_its_place_in_the_text() {
    let text = SOUND
        .replacen("\"topic\", \"is\"", "\"topc\", \"is\"", 1)
        .replace("#0b5c58", "teal");
    let report = report(&text);
    let marked: Vec<&str> = report
        .problems
        .iter()
        .filter_map(|problem| problem.span)
        .filter_map(|(from, to)| text.get(from..to))
        .collect();
    assert_eq!(marked, ["\"teal\"", "\"topc\""]);
}

#[test]
#[cfg(feature = "advice")]
fn one_slip_in_a_channel_hides_no_other_and_makes_up_none() {
    let text = SOUND
        .replace("+81312345678", "03-1234-5678")
        .replace("\"hours\": \"office\"", "\"hours\": \"ofice\"")
        .replace("[2, 6]", "[6, 2]")
        .replace("\"first\": [\"phone\"]", "\"first\": [\"phon\"]")
        .replace("\"kind\": \"form\"", "\"kind\": \"from\"");
    let mut problems = report(&text).problems;
    problems.sort_by_key(|problem| problem.span);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "channels: visitors in \"en\", \"ja\" need two channels of different kinds that have \"always\": true, so that they find two ways to reach you at any hour; only \"mail\" counts so far, but \"form\" will count once it is mended",
            "channels.phone.address: \"03-1234-5678\" can't be dialled from other countries; write it with + and the country code in place of its first 0, such as +81 3-1234-5678; or add the \"country\" in which it works, such as \"JP\"",
            "channels.phone.hours: no opening hours \"ofice\"; did you mean \"office\"?",
            "channels.phone.wait_minutes: write the shorter wait first, such as [2, 6]",
            "channels.form.kind: there is no kind of channel \"from\"; did you mean \"form\"?",
            "routes[0].first[0]: no channel \"phon\"; did you mean \"phone\"?",
        ]
    );
}

#[test]
fn text_that_is_no_json_gets_one_problem_with_its_place() {
    let problem = triage::source::parse("{ \"version\": 1,, }").expect_err("two commas");
    assert_eq!(problem.code, Code::Syntax);
    assert_eq!(problem.span.map(|(from, _)| from), Some(15));
    let deep = "[".repeat(65) + &"]".repeat(65);
    assert_eq!(
        triage::source::parse(&deep).expect_err("too deep").code,
        Code::TooLarge
    );
    let long = format!("\"{}\"", "a".repeat(256 * 1024));
    assert_eq!(
        triage::source::parse(&long).expect_err("too long").code,
        Code::TooLarge
    );
}

#[test]
fn each_code_is_explained_in_the_reference() {
    let reference = include_str!("../../../docs/playbook.md");
    let (_, codes) = reference
        .split_once("<!-- codes:begin -->\n")
        .expect("the beginning");
    let (codes, _) = codes.split_once("<!-- codes:end -->").expect("the end");
    let mut expected = String::from("| code | | what it means |\n| --- | --- | --- |\n");
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        expected += &format!(
            "| `{}` | {severity} | {} |\n",
            code.as_str(),
            code.explanation().trim()
        );
    }
    assert_eq!(
        codes, expected,
        "copy the expected table into docs/playbook.md"
    );
}
