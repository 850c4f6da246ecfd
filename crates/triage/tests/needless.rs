//! No needless question: what can't change anything any more isn't asked.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{Visit, report, visit};
use triage::{Situation, hours::Date, screen::Screen};

/// The route `far` needs two answers, of which the last is asked for on the quay only.
const FERRY: &str = r#"{
    "version": 1, "name": "Ferry", "locales": ["en"],
    "questions": [
        { "id": "where", "type": "choice", "text": "Where?", "options": [{ "id": "home", "text": "Home" }, { "id": "quay", "text": "Quay" }] },
        { "id": "ticket", "type": "choice", "text": "Which?", "options": [{ "id": "day", "text": "Day" }, { "id": "year", "text": "Year" }] },
        { "id": "boat", "type": "choice", "text": "Which boat?", "options": [{ "id": "red", "text": "Red" }, { "id": "blue", "text": "Blue" }],
          "ask_when": { "question": "where", "is": "quay" } }
    ],
    "channels": {
        "mail": { "kind": "email", "name": "Mail", "address": "a@example.test", "always": true },
        "form": { "kind": "form", "name": "Form", "endpoint": "/messages", "always": true }
    },
    "routes": [
        { "id": "far", "when": { "all": [{ "question": "ticket", "is": "year" }, { "question": "boat", "is": "blue" }] }, "first": ["mail"] },
        { "id": "rest", "first": ["form"] }
    ]
}"#;

#[test]
fn nobody_is_asked_for_what_only_matters_together_with_a_question_that_will_not_come() {
    let playbook = Rc::new(report(FERRY).playbook.expect("a playbook"));
    let visit = |answer| visit(&playbook, "en", Situation::default()).answers("where", &[answer]);
    visit("home").offers("rest", "form", "mail");
    visit("quay")
        .answers("ticket", &["year"])
        .answers("boat", &["blue"])
        .offers("far", "mail", "form");
    visit("quay")
        .answers("ticket", &["day"])
        .offers("rest", "form", "mail");
}

#[test]
fn nobody_is_asked_for_what_has_expired() {
    let text = FERRY
        .replace(r#"{ "id": "far", "when": { "all": [{ "question": "ticket", "is": "year" }, { "question": "boat", "is": "blue" }] }, "first": ["mail"] },"#, "")
        .replacen(
            r#""routes""#,
            r#""stories": [
                { "text": "A boat got through.", "show_when": { "question": "boat", "is": "red" }, "expires_on": "2026-11-24" },
                { "text": "A ticket was found.", "show_when": { "question": "ticket", "is": "day" } }
            ],
            "routes""#,
            1,
        );
    let on = |day| {
        let playbook = report(&text).playbook.expect("a playbook");
        let day = Date::parse(day).expect("a day");
        Rc::new(playbook.without_expired(day))
    };
    visit(&on("2026-11-24"), "en", Situation::default())
        .answers("where", &["quay"])
        .answers("ticket", &["day"])
        .answers("boat", &["blue"])
        .offers("rest", "form", "mail");
    visit(&on("2026-11-25"), "en", Situation::default())
        .answers("ticket", &["day"])
        .offers("rest", "form", "mail");
}

#[test]
fn the_visitor_is_told_how_many_questions_there_can_be_at_the_most() {
    let playbook = Rc::new(report(FERRY).playbook.expect("a playbook"));
    let counted = |visit: &Visit| match visit.session.screen(&visit.situation) {
        Screen::Question(asked) => (asked.number, asked.most),
        other => panic!("expected a question, found {other:?}"),
    };
    let start = visit(&playbook, "en", Situation::default());
    assert_eq!(counted(&start), (1, 3));
    let quay = start.answers("where", &["quay"]);
    assert_eq!(counted(&quay), (2, 3));
    assert_eq!(counted(&quay.answers("ticket", &["year"])), (3, 3));
}

/// Whether `more` is asked decides only what stands around the two options.
const AROUND: &str = r#"{
    "version": 1, "name": "Around", "locales": ["en"],
    "emergency": { "text": "Call for help", "lines": [{ "name": "Ambulance", "number": "119" }] },
    "questions": [
        { "id": "topic", "type": "choice", "text": "What is it?", "options": [{ "id": "danger", "text": "Danger" }, { "id": "other", "text": "Other" }] },
        { "id": "more", "type": "yes_no", "text": "More?" }
    ],
    "channels": {
        "mail": { "kind": "email", "name": "Mail", "address": "a@example.test", "always": true },
        "form": { "kind": "form", "name": "Form", "endpoint": "/messages", "always": true }
    },
    LIST,
    "routes": [
        { "id": "danger", "when": { "question": "topic", "is": "danger" }, "emergency": true, "first": ["mail"] },
        { "id": "rest", "first": ["form"] }
    ]
}"#;

/// A visitor who has answered the first question. The list has some entries for everybody, then one for whoever wants
/// more.
fn with_list(list: &str, for_everybody: usize, topic: &str) -> Visit {
    let entry = match list {
        "resources" => r#""title": "Guide", "url": "https://example.test/guide""#,
        _ => r#""text": "So it is.""#,
    };
    let mut entries = vec![format!("{{ {entry} }}"); for_everybody];
    entries.push(format!(
        r#"{{ {entry}, "show_when": {{ "question": "more", "is": true }} }}"#
    ));
    let list = format!(r#""{list}": [{}]"#, entries.join(", "));
    let report = report(&AROUND.replace("LIST", &list));
    let playbook = report
        .playbook
        .unwrap_or_else(|| panic!("{:?}", report.problems));
    visit(&Rc::new(playbook), "en", Situation::default()).answers("topic", &[topic])
}

/// How many entries of the four lists are on the result.
fn shown(visit: &Visit) -> usize {
    match visit.session.screen(&visit.situation) {
        Screen::Result(result) => {
            let words = result.reassurance.iter().chain(&result.story).count();
            words + result.expectations.len() + result.resources.len()
        }
        other => panic!("expected a result, found {other:?}"),
    }
}

#[test]
fn nobody_is_asked_for_an_entry_when_those_before_it_leave_no_place_on_the_result() {
    for (list, places) in [
        ("reassurance", 1),
        ("expectations", 3),
        ("stories", 1),
        ("resources", 5),
    ] {
        let full = with_list(list, places, "other").offers("rest", "form", "mail");
        assert_eq!(shown(&full), places, "{list}");
        let room = |wanted| with_list(list, places - 1, "other").answers("more", &[wanted]);
        assert_eq!(shown(&room("yes")), places, "{list}");
        assert_eq!(shown(&room("no")), places - 1, "{list}");
    }
}

#[test]
fn nobody_in_danger_is_asked_for_what_an_emergency_does_not_show() {
    for list in ["reassurance", "expectations", "stories", "resources"] {
        with_list(list, 0, "danger").offers("danger", "mail", "form");
    }
}
