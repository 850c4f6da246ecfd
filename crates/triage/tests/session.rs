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
    ChannelId, Complaint, DraftField, Effect, Event, Missing, Outcome, Session, Signal, check,
    screen::{Field, Screen},
    source,
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

/// What is shown in the message form: what came of it, and what is missing.
fn form(visit: &Visit) -> (Outcome, Missing) {
    match visit.session.screen(&visit.situation) {
        Screen::Message(message) => (message.outcome, message.missing),
        other => panic!("expected the message form, found {other:?}"),
    }
}

fn writes(visit: Visit, field: DraftField, text: &str) -> Visit {
    visit.happens(Event::MessageEdited(field, text.to_owned()))
}

#[test]
fn a_complaint_about_the_message_form_goes_with_its_mistake() {
    let (visit, channel) = starts();
    let visit = visit.happens(Event::MessageRequested(channel));
    let visit = visit.happens(Event::MessageSubmitted);
    let both = Missing {
        message: true,
        contact: true,
        address: false,
    };
    assert_eq!(form(&visit), (Outcome::Incomplete, both));
    let visit = writes(visit, DraftField::Message, "Help");
    let left = Missing {
        message: false,
        ..both
    };
    assert_eq!(form(&visit), (Outcome::Incomplete, left));
    // Nobody is told that the first letter of an address is none.
    let visit = writes(visit, DraftField::Contact, "a");
    assert_eq!(form(&visit), (Outcome::Writing, Missing::default()));
}

#[test]
fn what_is_no_address_is_asked_about_once_and_taken_when_it_is_sent_again() {
    let doubted = Missing {
        address: true,
        ..Missing::default()
    };
    let (visit, channel) = starts();
    let visit = writes(
        visit.happens(Event::MessageRequested(channel)),
        DraftField::Message,
        "Help",
    );
    let visit = writes(visit, DraftField::Contact, "not an address");
    assert_eq!(effects(&visit, Event::MessageSubmitted), []);
    let visit = visit.happens(Event::MessageSubmitted);
    assert_eq!(form(&visit), (Outcome::Incomplete, doubted));

    let better = writes(visit.clone(), DraftField::Contact, "ann@example");
    assert_eq!(form(&better), (Outcome::Incomplete, doubted));
    assert_eq!(
        effects(&better, Event::MessageSubmitted),
        [],
        "that is another one"
    );
    let good = writes(better, DraftField::Contact, "ann@example.test");
    assert_eq!(form(&good), (Outcome::Writing, Missing::default()));
    assert_eq!(effects(&good, Event::MessageSubmitted).len(), 1);

    let sent = effects(&visit, Event::MessageSubmitted);
    let [Effect::Send(message)] = &sent[..] else {
        panic!("a person is turned away: {sent:?}")
    };
    assert_eq!(message.draft.contact, "not an address");
    let visit = visit
        .happens(Event::MessageSubmitted)
        .happens(Event::MessageSettled(channel, Outcome::Sent));
    let Screen::Message(message) = visit.session.screen(&visit.situation) else {
        panic!("no form")
    };
    assert!(
        !message.reachable,
        "nobody says that there will be an answer"
    );
}

/// What stands in the fields of the present question.
fn entered(visit: &Visit) -> (Option<Complaint>, String) {
    let Screen::Question(question) = visit.session.screen(&visit.situation) else {
        panic!("no question")
    };
    let chosen = match &question.field {
        Field::Choice(options) | Field::Multiple(options) => {
            let chosen = options.iter().filter(|option| option.chosen);
            chosen.map(|option| option.id).collect::<Vec<_>>().join(",")
        }
        Field::Ranking(options) => {
            let all = options.iter().map(|option| option.id);
            all.collect::<Vec<_>>().join(",")
        }
        Field::YesNo(answer) => format!("{answer:?}"),
        Field::Number(number) => number.to_string(),
        Field::Text { text, .. } => (*text).to_owned(),
    };
    let not_sure = if question.not_sure { "not sure" } else { "" };
    (question.complaint, chosen + not_sure)
}

#[test]
fn what_was_entered_is_there_again_after_a_complaint_and_after_not_being_sure() {
    let playbook = playbook("service-crisis");
    let question = |id: &str| {
        let mut ids = playbook.question_ids();
        ids.find(|known| playbook.question(*known).id == id)
            .expect("a question")
    };
    let happens = |visit: Visit, id: &str, values: &[&str], sent: bool| {
        let question = question(id);
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        visit.happens(if sent {
            Event::Answered { question, values }
        } else {
            Event::AnswerEdited { question, values }
        })
    };
    let begins = || {
        let situation = at(&playbook, "2026-11-24T10:30:00+09:00");
        visit(&playbook, "en", situation)
    };
    let tired = |visit: Visit| {
        visit
            .answers("topic", &["other"])
            .answers("safe", &["yes"])
            .answers("danger", &["exhaustion"])
    };
    // The way there, the question, what is no answer, what is still none, what is one.
    let number = begins().answers("topic", &["technical"]);
    let text = tired(begins()).answers("draining", &["not_sure"]);
    let several = begins()
        .answers("topic", &["coverage"])
        .answers("safe", &["yes"]);
    let too_long = "a".repeat(5000);
    let out_of_range = Complaint::OutOfRange {
        min: 1,
        max: 100_000,
    };
    for (visit, id, wrong, complaint, still, later, right) in [
        (
            number.clone(),
            "affected",
            "many",
            Complaint::EnterNumber,
            "0",
            Some(out_of_range),
            "12",
        ),
        (
            text.clone(),
            "one_thing",
            "",
            Complaint::EnterText,
            "",
            Some(Complaint::EnterText),
            "S",
        ),
        (
            several.clone(),
            "touched",
            "",
            Complaint::ChooseSome,
            "",
            Some(Complaint::ChooseSome),
            "work",
        ),
        (
            begins().happens(Event::Started),
            "topic",
            "",
            Complaint::ChooseOne,
            "",
            Some(Complaint::ChooseOne),
            "other",
        ),
    ] {
        let visit = happens(visit, id, &[wrong], true);
        assert_eq!(entered(&visit), (Some(complaint), wrong.to_owned()), "{id}");
        let visit = happens(visit, id, &[still], false);
        assert_eq!(entered(&visit), (later, still.to_owned()), "{id}");
        let visit = happens(visit, id, &[right], false);
        assert_eq!(
            entered(&visit),
            (None, right.to_owned()),
            "{id}: it has gone"
        );
        let visit = happens(visit, id, &[wrong], false);
        assert_eq!(
            entered(&visit).0,
            None,
            "{id}: it comes back only when it is sent"
        );
        assert_eq!(
            visit.session.answer(question(id)),
            None,
            "{id}: nothing was sent"
        );
    }
    let visit = happens(text.clone(), "one_thing", &[&too_long], true);
    assert_eq!(
        entered(&visit).1,
        too_long,
        "what is too long is there to be shortened"
    );

    for (visit, id, values, shown) in [
        (number, "affected", &["not_sure", "120"][..], "120"),
        (text, "one_thing", &["not_sure", "The roof"], "The roof"),
        (
            several,
            "touched",
            &["not_sure", "home", "work"],
            "home,work",
        ),
        (
            tired(begins()),
            "draining",
            &["not_sure", "family", "sleep", "paperwork"],
            "family,sleep,paperwork",
        ),
    ] {
        let visit = happens(visit, id, values, true);
        let answer = visit.session.answer(question(id));
        assert_eq!(answer, Some(&triage::Answer::NotSure), "{id}");
        let visit = visit.happens(Event::ChangeRequested(question(id)));
        assert_eq!(
            entered(&visit).1.trim_end_matches("not sure"),
            shown,
            "{id}"
        );
        let visit = happens(visit, id, &values[1..], true);
        assert_ne!(
            visit.session.answer(question(id)),
            Some(&triage::Answer::NotSure),
            "{id}"
        );
        let visit = visit.happens(Event::Restarted).happens(Event::Started);
        assert_eq!(entered(&visit).1, "", "whoever begins anew finds nothing");
    }
    // A detour costs nobody what they have picked.
    let visit = happens(begins().happens(Event::Started), "topic", &["other"], false)
        .happens(Event::ContactsRequested)
        .happens(Event::Returned);
    assert_eq!(entered(&visit).1, "other");
}
