//! Questions for the agent: after the result, if the visitor likes, and never in its way.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{at, ready_playbooks, report, visit};
use triage::{Code, DraftField, Effect, Event, Playbook, screen::Screen};

/// Two questions for the agent behind the others; the second one only for whom it concerns.
const QUESTIONS: &str = r#"
    {
      "id": "card", "type": "yes_no", "for": "agent",
      "text": "Is your card at hand?",
      "why": "The agent will ask."
    },
    {
      "id": "digits", "type": "number", "min": 0, "max": 9999, "for": "agent",
      "ask_when": { "question": "card", "is": true },
      "text": "What are its last four digits?"
    }
"#;

/// The ready playbook about an outage, with something written behind its questions.
fn outage(behind: &str) -> String {
    let mut all = ready_playbooks().into_iter();
    let (_, text) = all.find(|(name, _)| name == "outage").expect("outage.json");
    let (before, after) = text
        .split_once("  ],\n  \"channels\"")
        .expect("the end of the questions");
    format!("{},{behind}  ],\n  \"channels\"{after}", before.trim_end())
}

fn playbook() -> Rc<Playbook> {
    let report = report(&outage(QUESTIONS));
    Rc::new(
        report
            .playbook
            .unwrap_or_else(|| panic!("{:?}", report.problems)),
    )
}

#[test]
fn they_come_after_the_result_one_by_one_and_their_answers_go_along_with_a_message() {
    let playbook = playbook();
    let situation = at(&playbook, "2026-11-24T10:30:00+09:00");
    let at_result = visit(&playbook, "en", situation).answers("topic", &["not_sure"]);
    let route = match at_result.session.screen(&at_result.situation) {
        Screen::Result(result) => {
            assert!(result.asks_for_agent);
            result.route.to_owned()
        }
        other => panic!("expected the result, found {other:?}"),
    };
    let form = playbook
        .channel_ids()
        .find(|id| playbook.channel(*id).target.href().is_none());
    let asked = at_result
        .happens(Event::AgentQuestionsRequested)
        .answers("card", &["yes"])
        .answers("digits", &["1234"]);
    match asked.session.screen(&asked.situation) {
        Screen::Result(result) => {
            assert_eq!(result.route, route, "nothing before them has changed");
            assert!(!result.asks_for_agent, "all are answered");
        }
        other => panic!("expected the result, found {other:?}"),
    }
    let written = asked
        .happens(Event::MessageRequested(form.expect("a form")))
        .happens(Event::MessageEdited(
            DraftField::Contact,
            "a@example.test".into(),
        ))
        .happens(Event::MessageEdited(
            DraftField::Message,
            "Please call.".into(),
        ));
    let (_, effects) = written
        .session
        .update(Event::MessageSubmitted, &written.situation);
    let [Effect::Send(message)] = &effects[..] else {
        panic!("expected a message, found {effects:?}");
    };
    let told: Vec<_> = message
        .told
        .iter()
        .map(|(question, answer)| (question.as_str(), answer.as_str()))
        .collect();
    assert_eq!(
        told[1..],
        [
            ("Is your card at hand?", "yes"),
            ("What are its last four digits?", "1234")
        ]
    );
}

#[test]
fn they_can_be_left_and_those_that_do_not_concern_a_visitor_are_not_asked() {
    let playbook = playbook();
    let situation = at(&playbook, "2026-11-24T10:30:00+09:00");
    let visit = visit(&playbook, "en", situation)
        .answers("topic", &["not_sure"])
        .happens(Event::AgentQuestionsRequested)
        .happens(Event::Returned);
    let is_result =
        |visit: &common::Visit| matches!(visit.session.screen(&visit.situation), Screen::Result(_));
    assert!(is_result(&visit), "left without an answer");
    let visit = visit
        .happens(Event::AgentQuestionsRequested)
        .answers("card", &["no"]);
    assert!(
        is_result(&visit),
        "the digits of a card that is not at hand are not asked for"
    );
}

#[test]
fn nothing_before_the_result_may_depend_on_them() {
    let codes = |text: &str| -> Vec<Code> {
        report(text)
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect()
    };
    assert_eq!(codes(&outage(QUESTIONS)), []);
    let behind =
        format!("{QUESTIONS}, {{ \"id\": \"late\", \"type\": \"text\", \"text\": \"More?\" }}");
    assert_eq!(codes(&outage(&behind)), [Code::AgentQuestion]);
    let stolen = "\"when\": { \"question\": \"topic\", \"is\": \"stolen\" }";
    let card = "\"when\": { \"question\": \"card\", \"is\": true }";
    let tested = outage(QUESTIONS);
    assert!(tested.contains(stolen), "a route of outage.json");
    assert_eq!(
        codes(&tested.replacen(stolen, card, 1)),
        [Code::AgentQuestion]
    );
}
