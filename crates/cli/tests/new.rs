//! `leeward new`, as somebody meets it on the worst morning of the year.

mod common;

use common::{Folder, leeward_in};
use serde_json::Value;
use triage::{Code, check, source::parse};

const KINDS: [&str; 5] = ["outage", "disaster", "hardship", "health", "service-crisis"];

/// Runs it at a fixed moment; the playbook, and what is said beside it.
fn new(arguments: &[&str]) -> (String, String) {
    let folder = Folder::new();
    let at = ["new", "--at", "2027-05-05T23:30:40Z"];
    let output = leeward_in(&folder.0, &[&at, arguments].concat());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    (String::from_utf8(output.stdout).unwrap(), told)
}

#[test]
fn every_kind_in_any_languages_is_a_playbook_without_errors() {
    for kind in KINDS {
        for locales in ["en", "ja", "hi", "hi,en", "ja,en,hi", "en-GB,fr", "fr,ja"] {
            let (text, told) = new(&["--kind", kind, "--locales", locales]);
            let report = check(parse(&text).unwrap());
            let wrong: Vec<String> = report
                .problems
                .iter()
                .filter(|problem| problem.code != Code::MissingTranslation)
                .map(ToString::to_string)
                .collect();
            assert_eq!(wrong, [""; 0], "{kind} {locales}");
            let missing = report.problems.len() > wrong.len();
            assert_eq!(missing, locales.contains("fr"), "{kind} {locales}");
            assert_eq!(
                told.contains("translate everything into fr"),
                missing,
                "{told}"
            );
        }
    }
}

#[test]
fn name_zone_and_moments_are_those_of_the_author() {
    let (text, told) = new(&[
        "--kind",
        "outage",
        "--locales",
        "ja",
        "--name",
        "Minato Mutual",
        "--timezone",
        "Asia/Tokyo",
    ]);
    let playbook: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(playbook["name"], "Minato Mutual");
    assert_eq!(playbook["hours"]["chat_shift"]["timezone"], "Asia/Tokyo");
    let notice = &playbook["notice"];
    assert_eq!(notice["updated_at"], "2027-05-06T08:30:00+09:00");
    assert_eq!(notice["next_update_at"], "2027-05-06T11:30:00+09:00");
    assert_eq!(notice["expires_at"], "2027-06-05T08:30:00+09:00");
    assert!(told.contains("put in your holidays"), "{told}");
}

#[test]
fn fields_keep_the_order_of_the_ready_playbook() {
    let (text, _) = new(&["--kind", "disaster", "--locales", "en,ja,hi,ar,zh-Hans"]);
    let ready: Value =
        serde_json::from_str(include_str!("../../../playbooks/disaster.json")).unwrap();
    let playbook: Value = serde_json::from_str(&text).unwrap();
    let names = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&playbook)[0], "$schema");
    assert_eq!(names(&playbook)[1..], names(&ready));
    assert_eq!(playbook["questions"], ready["questions"]);
    assert!(
        text.contains("\n  \"theme\": { \"brand\":"),
        "one line where one is enough"
    );
}

#[test]
fn what_can_not_be_made_is_refused_with_a_cure() {
    let folder = Folder::new();
    for (arguments, told) in [
        (
            ["--locales", "fr"],
            "this playbook is written in en, ja, hi, ar, zh-Hans; name at least one of them",
        ),
        (
            ["--locales", "en_GB"],
            "--locales en_GB: isn't a language tag; write one such as",
        ),
        (["--locales", "en,en"], "--locales en: stands there twice"),
        (
            ["--locales=en", "--timezone=Tokyo"],
            "--timezone Tokyo: there is no such time zone; write its IANA name",
        ),
    ] {
        let output = leeward_in(
            &folder.0,
            &[&["new", "--kind", "outage"], &arguments[..]].concat(),
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with(told), "{said}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
}
