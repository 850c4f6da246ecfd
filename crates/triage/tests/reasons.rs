//! Why a route is never taken, or a question never asked: the author is told the cause, and of two findings with one
//! cause only one.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(all(feature = "advice", feature = "text"))]

use triage::{Code, Situation, advise, check, source::parse};

/// What is said of a flow: two choices, a question on the first of them, and what the case is about.
fn told(more: &str, routes: &str, rest: &str) -> Vec<String> {
    let text = format!(
        r#"{{
  "version": 1, "name": "Example", "locales": ["en"],
  "questions": [
    {{ "id": "topic", "type": "choice", "text": "What?", "options": [
      {{ "id": "refund", "text": "Refund" }}, {{ "id": "order", "text": "Order" }} ] }},
    {{ "id": "many", "type": "number", "min": 1, "max": 20, "text": "How many?", {more} }}
  ],
  "channels": {{
    "form": {{ "kind": "form", "name": "Write", "endpoint": "/messages", "always": true }},
    "mail": {{ "kind": "email", "name": "Email", "address": "help@example.test", "always": true }}
  }},
  "routes": [ {routes} {{ "id": "rest", "first": ["form"], "second": ["mail"] }} ] {rest}
}}"#
    );
    let source = parse(&text).expect("JSON");
    let playbook = check(source.clone()).playbook.expect("a sound playbook");
    let flow = [Code::DeadRoute, Code::UnreachableQuestion];
    let problems = advise(&source, Some(&playbook), &Situation::default()).into_iter();
    problems
        .filter(|problem| flow.contains(&problem.code))
        .map(|problem| problem.to_string())
        .collect()
}

const ON_ORDERS: &str = r#""ask_when": { "question": "topic", "is": "order" }"#;
const MANY: &str =
    r#"{ "id": "many", "when": { "question": "many", "at_least": 10 }, "first": ["mail"] },"#;

/// A route for a condition, before all others.
fn route(id: &str, when: &str) -> String {
    format!(r#"{{ "id": "{id}", "when": {when}, "first": ["mail"] }},"#)
}

#[test]
fn a_route_that_takes_everybody_is_named_and_the_question_is_not_told_as_well() {
    let both = route(
        "topics",
        r#"{ "question": "topic", "is_any_of": ["refund", "order"] }"#,
    );
    assert_eq!(
        told(ON_ORDERS, &(both.clone() + MANY), ""),
        [
            "routes[1]: nobody gets here, since \"topics\" above takes everybody for whom this \"when\" holds; move this route above \"topics\", or remove it"
        ]
    );
    assert_eq!(told(ON_ORDERS, &(MANY.to_owned() + &both), ""), [""; 0]);
}

#[test]
fn routes_that_take_everybody_together_are_told_without_a_name() {
    let some = route("some", r#"{ "question": "many", "below": 15 }"#);
    let others = route("others", r#"{ "question": "many", "at_least": 12 }"#);
    let found = told(ON_ORDERS, &(some + &others + MANY), "");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("routes[2]: nobody gets here, since the routes above together take"),
        "{found:#?}"
    );
}

#[test]
fn nobody_is_left_for_the_last_route_when_those_above_take_everybody() {
    let all = route(
        "all",
        r#"{ "not": { "all": [{ "question": "topic", "is": "refund" }, { "question": "topic", "is": "order" }] } }"#,
    );
    let found = told(r#""for": "agent""#, &all, "");
    assert!(
        found.contains(&"routes[1]: nobody is left for this route, since those above take everybody; remove it, and the \"when\" of the route above it".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn a_condition_that_never_holds_is_told_where_it_stands() {
    let never = r#""ask_when": { "all": [{ "question": "topic", "is": "refund" }, { "question": "topic", "is": "order" }] }"#;
    assert_eq!(
        told(never, MANY, ""),
        [
            "routes[0]: nobody gets here, since its \"when\" never holds; mend it, or remove the route",
            "questions[1]: nobody is asked this, since its \"ask_when\" never holds; mend it, or remove the question",
        ]
    );
}

#[test]
fn a_question_on_which_nothing_depends_is_told_from_one_whose_answer_comes_too_late() {
    let orders = route("orders", r#"{ "question": "topic", "is": "order" }"#);
    assert_eq!(
        told(ON_ORDERS, &orders, ""),
        [
            "questions[1]: nobody is asked this, since nothing depends on the answer; use it in the \"when\" of a route, or add \"for\": \"agent\" to ask it after the result"
        ]
    );
    let emergency = orders.replace("\"first\"", "\"emergency\": true, \"first\"");
    let story = r#", "stories": [{ "text": "It went well.", "show_when": { "question": "many", "below": 5 } }]"#;
    assert_eq!(
        told(ON_ORDERS, &emergency, story),
        [
            "questions[1]: nobody is asked this, since its answer can't change anything any more when it could be asked; move it further up, use it in the \"when\" of a route, or remove it"
        ]
    );
}
