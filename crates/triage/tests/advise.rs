//! What authors are advised: one thing each that should be looked at, in an otherwise good playbook.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(feature = "advice")]

mod common;

use common::ready_playbooks;
use triage::{Code, Severity, Situation, advise, check, hours::parse_moment, source::parse};

/// The ready playbooks are written for this morning.
const NOW: &str = "2026-11-22T10:00:00+09:00";

fn advice(text: &str, now: &str) -> Vec<(Code, String)> {
    let source = parse(text).expect("JSON");
    let playbook = check(source.clone()).playbook.expect("a sound playbook");
    let situation = Situation {
        now: parse_moment(now).expect("a moment"),
        ..Situation::default()
    };
    let problems = advise(&source, Some(&playbook), &situation);
    for problem in &problems {
        assert_eq!(problem.severity(), Severity::Warning, "{problem}");
        assert!(problem.span.is_some(), "{problem}");
    }
    problems
        .into_iter()
        .map(|problem| (problem.code, problem.to_string()))
        .collect()
}

fn outage() -> String {
    let mut all = ready_playbooks().into_iter();
    all.find(|(name, _)| name == "outage")
        .expect("outage.json")
        .1
}

/// What stands in the playbook, what somebody wrote instead, and what they are told.
const CASES: &[(&str, &str, &str)] = &[
    (
        "\"en\": \"Write us a message\"",
        "\"en\": \"Elementarschadenversicherung\"",
        "channels.message_form.name.en: \"Elementarschadenversicherung\" is wider than a small phone; say it in shorter words, or put a soft hyphen (U+00AD) where it may break",
    ),
    (
        "      \"wait_minutes\": [0, 3],\n",
        "",
        "channels.any_hour_phone: add \"wait_minutes\"",
    ),
    (
        "      \"cost\": { \"en\": \"The usual price of a call\"",
        "      \"best_times\": { \"en\": \"Before noon\"",
        "channels.any_hour_phone: add \"cost\"",
    ),
    (
        "    \"next_update_at\": \"2026-11-22T20:00:00+09:00\",\n",
        "",
        "notice: say when there will be more news, such as \"next_update_at\": \"2026-11-23T12:00:00+09:00\"",
    ),
    (
        "Your balance is safe.",
        "Your balance is safe, so please do not panic.",
        "notice.known[0].en: this tells people how not to feel",
    ),
    (
        "Your balance is safe.",
        "Your balance is safe, so don’t worry.",
        "notice.known[0].en: this tells people how not to feel",
    ),
    (
        "残高は無事です。",
        "残高は無事ですので、心配しないでください。",
        "notice.known[0].ja: this tells people how not to feel",
    ),
    (
        "رصيدكم بأمان.",
        "رصيدكم بأمان. لا تقلقوا.",
        "notice.known[0].ar: this tells people how not to feel",
    ),
    (
        "您的余额是安全的，",
        "请不要担心，",
        "notice.known[0].zh-Hans: this tells people how not to feel",
    ),
    (
        "Your balance is safe.",
        "Your balance is safe and it is held apart from our app at a bank that is regulated here \
         and that has nothing to do with the failures you see.",
        "notice.known[0].en: a sentence here has 30 words; make two of it",
    ),
    (
        "\"ja\": \"支払いでお困りの方へ\"",
        "\"ja\": \"支払いについてお困りの方はこちら\"",
        "launcher.text.ja: this is 32 columns wide, and 28 have room here; shorten it",
    ),
    (
        "https://example.test/refunds",
        "https://www.XN--e1awd7f.test/refunds?to=https://example.test",
        "channels.refund_page.url: \"www.XN--e1awd7f.test\" stands for \"www.",
    ),
    (
        "残高は無事です。",
        "残高は無事であり、アプリとは別に銀行で保管しているため、お客様のお金が失われることはなく、今回の障害がすべて解消したあとも、\
         これまでどおりに残高をご確認いただけますし、お引き出しやお振り込みにもお使いいただけます。",
        "notice.known[0].ja: a sentence here has ",
    ),
    (
        "{ \"question\": \"affected\", \"at_least\": 100 },\n      \"first\"",
        "{ \"all\": [{ \"question\": \"affected\", \"at_least\": 100 }, { \"question\": \"topic\", \"is\": \"locked\" }] },\n      \"first\"",
        "routes[3]: nobody gets here, since its \"when\" never holds; mend it",
    ),
    (
        "  \"questions\": [",
        "  \"display\": { \"expires_at\": \"2026-11-22T10:00:00+09:00\" },\n  \"questions\": [",
        "display.expires_at: this has passed, so that there is only the button",
    ),
    (
        "  \"questions\": [",
        "  \"display\": { \"mode\": \"banner\", \"open_when\": { \"leaving\": true } },\n  \"questions\": [",
        "display.open_when: a display of the mode \"banner\" doesn't open by itself",
    ),
    (
        "  \"questions\": [",
        "  \"display\": { \"open_when\": {} },\n  \"questions\": [",
        "display.open_when: add a sign, such as \"after_seconds\": 20",
    ),
    (
        "\"why\": {\n        \"en\": \"If not, an agent",
        "\"labels\": {\n        \"en\": \"If not, an agent",
        "questions[1]: a bare yes or no; say what each of them means, such as \"hint\": { \"en\": \"…\", \"ja\": \"…\", \"hi\": \"…\", … }",
    ),
];

/// What the ready playbooks are told all the same: `service-crisis` shows all that a playbook can do, which takes more
/// than three questions.
const KNOWN: &[(&str, &str)] = &[(
    "service-crisis",
    "questions: some visitors are asked 5 questions",
)];

#[test]
fn the_ready_playbooks_need_no_other_advice_on_the_day_they_are_written_for() {
    let mut told = Vec::new();
    for (name, text) in ready_playbooks() {
        let advice = advice(&text, NOW).into_iter();
        told.extend(advice.map(|(_, message)| (name.clone(), message)));
    }
    assert_eq!(told.len(), KNOWN.len(), "{told:#?}");
    for (name, begins) in KNOWN {
        let is_told = |(of, message): &(String, String)| of == name && message.starts_with(begins);
        assert!(
            told.iter().any(is_told),
            "{name}: {begins}\nis not among\n{told:#?}"
        );
    }
}

#[test]
fn each_thing_to_look_at_is_told_alone_with_its_place_and_its_cure() {
    let sound = outage();
    for (right, wrong, told) in CASES {
        assert!(sound.contains(right), "{right} stands in outage.json");
        let found = advice(&sound.replacen(right, wrong, 1), NOW);
        let messages: Vec<&str> = found.iter().map(|(_, message)| message.as_str()).collect();
        assert!(
            matches!(messages[..], [message] if message.starts_with(told)),
            "{messages:#?}\nis not only\n{told}"
        );
    }
}

#[test]
fn words_that_only_contain_unhelpful_ones_are_left_alone() {
    let text = outage().replacen("Your balance is safe.", "The panic button is red.", 1);
    assert_eq!(advice(&text, NOW), []);
}

#[test]
fn the_question_mark_of_arabic_ends_a_sentence() {
    let question = "هل تعرفون متى بدأ ذلك وفي أي متجر وكم كان المبلغ ومن كان معكم؟ ";
    let text = outage().replacen("رصيدكم بأمان.", &question.repeat(2), 1);
    assert_eq!(advice(&text, NOW), []);
}

#[test]
fn what_is_over_is_told_from_its_last_moment_on() {
    let places = |now: &str| -> Vec<String> {
        let found = advice(&outage(), now).into_iter();
        found
            .filter(|(code, _)| *code == Code::Expired)
            .map(|(_, message)| message.split(':').next().expect("a place").to_owned())
            .collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(places("2026-11-22T19:59:59+09:00"), none);
    assert_eq!(
        places("2026-11-22T20:00:00+09:00"),
        ["notice.next_update_at"]
    );
    assert_eq!(places("2026-12-20T00:00:00Z"), ["notice.expires_at"]);
    let list = outage().contains("\"2027-12-28\"");
    assert!(list, "the last day of the list");
    assert!(!places("2027-09-29T00:00:00Z").contains(&"holidays.england".to_owned()));
    assert!(places("2027-09-30T00:00:00Z").contains(&"holidays.england".to_owned()));
}
