//! A session between the questions: back, changes, detours, and what becomes of a message.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{Visit, at, playbook, ready_playbooks, report, visit};
use triage::{
    ChannelId, DraftField, Effect, Event, Outcome, Session, Signal, check, screen::Screen, source,
};

fn starts() -> (Visit, ChannelId) {
    let playbook = playbook("outage");
    let mut ids = playbook.channel_ids();
    let form = ids.find(|id| playbook.channel(*id).target.href().is_none());
    let situation = at(&playbook, "2026-11-24T10:30:00+09:00");
    (visit(&playbook, "en", situation), form.expect("a form"))
}

fn effects(visit: &Visit, event: Event) -> Vec<Effect> {
    visit.session.update(event, &visit.situation).1
}

/// What the visitor sees, in a word.
fn sees(visit: &Visit) -> String {
    match visit.session.screen(&visit.situation) {
        Screen::Welcome(_) => "welcome".to_owned(),
        Screen::Question(question) => question.id.to_owned(),
        Screen::Result(result) => result.route.to_owned(),
        Screen::Message(message) => format!("message {:?}", message.outcome),
        Screen::Contacts(_) => "contacts".to_owned(),
    }
}

#[test]
fn back_goes_one_step_at_a_time_and_keeps_every_answer() {
    let (visit, _) = starts();
    let mut visit = visit
        .answers("topic", &["locked"])
        .answers("other_way", &["no"]);
    assert_eq!(sees(&visit), "cash_now");
    for step in ["other_way", "topic", "welcome", "welcome"] {
        visit = visit.happens(Event::WentBack);
        assert_eq!(sees(&visit), step);
    }
    let visit = visit.happens(Event::Started);
    assert_eq!(sees(&visit), "cash_now", "the answers are still there");
    let visit = visit
        .happens(Event::ContactsRequested)
        .happens(Event::WentBack);
    assert_eq!(sees(&visit), "cash_now", "a detour is left, not the result");
    assert_eq!(sees(&visit.happens(Event::Restarted)), "welcome");
}

#[test]
fn a_message_is_sent_once_it_is_complete_and_nothing_is_lost_until_it_has_arrived() {
    let (visit, form) = starts();
    let visit = visit
        .answers("topic", &["not_sure"])
        .happens(Event::MessageRequested(form))
        .happens(Event::MessageEdited(DraftField::Name, "Ravi".into()))
        .happens(Event::MessageEdited(DraftField::Trap, String::new()))
        .happens(Event::MessageEdited(DraftField::Message, "Help".into()));
    assert_eq!(
        effects(&visit, Event::MessageSubmitted),
        [],
        "nobody could answer"
    );
    let visit = visit.happens(Event::MessageSubmitted);
    assert_eq!(sees(&visit), "message Incomplete");

    let visit = visit.happens(Event::MessageEdited(
        DraftField::Contact,
        "a@example.test".into(),
    ));
    assert!(matches!(
        effects(&visit, Event::MessageSubmitted)[..],
        [Effect::Send(_)]
    ));
    let sending = visit.happens(Event::MessageSubmitted);
    assert_eq!(
        effects(&sending, Event::MessageSubmitted),
        [],
        "it is under way"
    );

    let failed = sending.happens(Event::MessageSettled(form, Outcome::Failed));
    let kept = |visit: &Visit| match visit.session.screen(&visit.situation) {
        Screen::Message(message) => message.draft.message.clone(),
        other => panic!("expected the message form, found {other:?}"),
    };
    assert_eq!(kept(&failed), "Help");
    let sent = effects(&failed, Event::MessageSettled(form, Outcome::Sent));
    assert!(
        matches!(sent[..], [Effect::Signal(Signal::Contacted { .. })]),
        "{sent:?}"
    );
    let sent = failed.happens(Event::MessageSettled(form, Outcome::Sent));
    assert_eq!(kept(&sent), "", "it has arrived");
    let again = sent.happens(Event::MessageRequested(form));
    assert_eq!(sees(&again), "message Writing");
}

#[test]
fn what_makes_no_sense_at_a_step_changes_nothing() {
    let (visit, _) = starts();
    let (before, _) = starts();
    let visit = visit
        .happens(Event::MessageSubmitted)
        .happens(Event::Returned);
    assert_eq!(visit.session, before.session);
    assert_eq!(
        effects(&visit, Event::LocaleRequested("ja".into())),
        [Effect::RequestLocale("ja".into())]
    );
}

#[test]
fn a_file_in_another_language_takes_over_where_the_visitor_is() {
    let source = source::parse(&text("outage")).expect("JSON");
    let files = triage::split(&source, "outage");
    let read = |place: usize| {
        let playbook = check(files[place].1.clone()).playbook;
        Rc::new(playbook.expect("a sound playbook"))
    };
    let situation = at(&read(0), "2026-11-24T10:30:00+09:00");
    let english = visit(&read(0), "en", situation).answers("topic", &["locked"]);
    let japanese = english.session.clone().translated(read(1), "ja");
    assert_eq!(japanese.locale(), "ja");
    let screen = format!("{:?}", japanese.screen(&english.situation));
    assert!(screen.contains("other_way"), "{screen}");
    assert_eq!(japanese.translated(read(0), "en"), english.session);
}

#[test]
fn a_file_with_another_option_begins_anew() {
    let (visit, _) = starts();
    let visit = visit.answers("topic", &["locked"]);
    let other = text("outage").replace("\"shop\"", "\"store\"");
    let other = Rc::new(report(&other).playbook.expect("a sound playbook"));
    let anew = visit.session.clone().translated(other.clone(), "ja");
    assert_eq!(anew, Session::new(other, "ja"));
}

fn text(name: &str) -> String {
    let mut ready = ready_playbooks().into_iter();
    let (_, text) = ready
        .find(|(known, _)| known == name)
        .expect("a ready playbook");
    text
}
