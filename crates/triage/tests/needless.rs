//! No needless question: what can't change anything any more isn't asked.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{report, visit};
use triage::{Situation, hours::Date};

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
