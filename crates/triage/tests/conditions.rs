//! What each test of an answer means: on which answers it holds, and on which it doesn't.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::report;
use triage::{Answer, walk};

/// One question of each type; the first route is the one whose condition is looked at. `late` is asked after "a" only.
const QUESTIONS: &str = r#"{
    "version": 1, "name": "Conditions", "locales": ["en"],
    "questions": [
        { "id": "choice", "type": "choice", "text": "Which?", "options": [OPTIONS] },
        { "id": "multiple", "type": "multiple", "text": "Which ones?", "options": [OPTIONS] },
        { "id": "ranking", "type": "ranking", "text": "Which first?", "options": [OPTIONS] },
        { "id": "yes_no", "type": "yes_no", "text": "Really?" },
        { "id": "number", "type": "number", "text": "How many?", "min": 0, "max": 100 },
        { "id": "text", "type": "text", "text": "What happened?" },
        { "id": "late", "type": "yes_no", "text": "Still?", "ask_when": { "question": "choice", "is": "a" } }
    ],
    "channels": {
        "mail": { "kind": "email", "name": "Mail", "address": "a@example.test", "always": true },
        "form": { "kind": "form", "name": "Form", "endpoint": "/messages", "always": true }
    },
    "routes": [
        { "id": "holds", "when": CONDITION, "first": ["mail"] },
        { "id": "rest", "first": ["form"] }
    ]
}"#;

const OPTIONS: &str =
    r#"{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }, { "id": "c", "text": "C" }"#;

/// Whether a condition holds once these questions are answered; all must be, on which it depends.
fn holds(condition: &str, answers: &[(&str, &[&str])]) -> bool {
    let text = QUESTIONS
        .replace("OPTIONS", OPTIONS)
        .replace("CONDITION", condition);
    let report = report(&text);
    let Some(playbook) = report.playbook else {
        panic!("{condition}: {:?}", report.problems);
    };
    let mut all = vec![None; playbook.questions().len()];
    for (id, values) in answers {
        let mut ids = playbook.question_ids();
        let place = ids.find(|known| playbook.question(*known).id == *id);
        let place = place.expect("a question of the playbook");
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let answer = Answer::read(playbook.question(place), &values);
        all[place.index()] = Some(answer.expect("an answer to the question"));
    }
    let walk = walk(&playbook, &all);
    assert_eq!(walk.next, None, "{condition} is still open");
    playbook.route(walk.route(&playbook)).id == "holds"
}

#[test]
fn each_test_holds_on_the_answers_that_it_names_and_on_no_others() {
    type Answers = &'static [&'static [&'static str]];
    let tests: [(&str, &str, Answers, Answers); 13] = [
        ("choice", r#""is": "a""#, &[&["a"]], &[&["b"], &["c"]]),
        (
            "choice",
            r#""is_any_of": ["a", "b"]"#,
            &[&["a"], &["b"]],
            &[&["c"]],
        ),
        ("choice", r#""answered": true"#, &[&["a"], &["c"]], &[]),
        (
            "multiple",
            r#""includes": "b""#,
            &[&["b"], &["a", "b"]],
            &[&["a", "c"]],
        ),
        (
            "ranking",
            r#""first": "b""#,
            &[&["b", "a", "c"]],
            &[&["a", "b", "c"], &["c", "a", "b"]],
        ),
        ("yes_no", r#""is": true"#, &[&["yes"]], &[&["no"]]),
        ("yes_no", r#""is": false"#, &[&["no"]], &[&["yes"]]),
        (
            "number",
            r#""at_least": 20"#,
            &[&["20"], &["21"], &["100"]],
            &[&["19"], &["0"]],
        ),
        (
            "number",
            r#""below": 20"#,
            &[&["19"], &["0"]],
            &[&["20"], &["21"], &["100"]],
        ),
        ("number", r#""answered": true"#, &[&["0"]], &[]),
        ("text", r#""answered": true"#, &[&["Hello"]], &[]),
        (
            "text",
            r#""mentions": { "en": ["smoke", "gas"] }"#,
            &[&["a smell of gas"], &["Smoke!"]],
            &[&["a gasket"]],
        ),
        ("ranking", r#""answered": true"#, &[&["c", "b", "a"]], &[]),
    ];
    for (question, test, on, not_on) in tests {
        let condition = format!(r#"{{ "question": "{question}", {test} }}"#);
        for values in on {
            assert!(
                holds(&condition, &[(question, values)]),
                "{condition} {values:?}"
            );
        }
        for values in not_on {
            assert!(
                !holds(&condition, &[(question, values)]),
                "{condition} {values:?}"
            );
        }
        let not_sure: &[&str] = &[Answer::NOT_SURE];
        assert!(
            !holds(&condition, &[(question, not_sure)]),
            "{condition}, not sure"
        );
    }
}

#[test]
fn not_being_sure_is_an_answer_to_ask_for_and_none_to_rely_on() {
    let not_sure: &[&str] = &[Answer::NOT_SURE];
    for question in ["choice", "multiple", "ranking", "yes_no", "number", "text"] {
        let is = format!(r#"{{ "question": "{question}", "is": "not_sure" }}"#);
        assert!(holds(&is, &[(question, not_sure)]), "{is}");
        let unanswered = format!(r#"{{ "question": "{question}", "answered": false }}"#);
        assert!(holds(&unanswered, &[(question, not_sure)]), "{unanswered}");
    }
    let is = r#"{ "question": "yes_no", "is": "not_sure" }"#;
    assert!(!holds(is, &[("yes_no", &["no"])]));
    let unanswered = r#"{ "question": "yes_no", "answered": false }"#;
    assert!(!holds(unanswered, &[("yes_no", &["no"])]));
}

#[test]
fn a_question_that_was_not_asked_was_not_answered_and_nothing_else_holds_of_it() {
    let passed_by: &[(&str, &[&str])] = &[("choice", &["b"]), ("late", &["yes"])];
    for (test, expected) in [
        (r#""answered": false"#, true),
        (r#""answered": true"#, false),
        (r#""is": true"#, false),
        (r#""is": "not_sure""#, false),
    ] {
        let condition = format!(r#"{{ "question": "late", {test} }}"#);
        assert_eq!(holds(&condition, passed_by), expected, "{condition}");
    }
}

#[test]
fn one_false_part_settles_all_and_one_true_part_settles_any() {
    let parts =
        r#"[{ "question": "choice", "is": "a" }, { "question": "number", "at_least": 20 }]"#;
    let (all, any) = (
        format!(r#"{{ "all": {parts} }}"#),
        format!(r#"{{ "any": {parts} }}"#),
    );
    let neither = format!(r#"{{ "not": {any} }}"#);
    // The number is not answered where the choice alone settles it: `holds` would say that it is still open.
    assert!(!holds(&all, &[("choice", &["b"])]));
    assert!(holds(&any, &[("choice", &["a"])]));
    assert!(!holds(&neither, &[("choice", &["a"])]));
    let both = |number| [("choice", &["b"][..]), ("number", number)];
    assert!(!holds(&any, &both(&["19"])));
    assert!(holds(&any, &both(&["20"])));
    assert!(holds(&neither, &both(&["19"])));
    let both = |number| [("choice", &["a"][..]), ("number", number)];
    assert!(!holds(&all, &both(&["19"])));
    assert!(holds(&all, &both(&["20"])));
}
