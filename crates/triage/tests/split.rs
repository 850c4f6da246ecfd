//! A playbook as a file for each of its languages says in each what the whole one says.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{Visit, at, ready_playbooks, visit};
use triage::{
    Event, Playbook, Plural, Session, Situation, check,
    source::{Node, parse},
};

fn read(source: Node) -> Rc<Playbook> {
    let report = check(source);
    assert_eq!(report.problems, [], "what is split is as sound as it was");
    Rc::new(report.playbook.expect("a sound playbook"))
}

/// All that is shown on a way on which each question is answered by its option at a place, if it has that many.
fn way(playbook: &Rc<Playbook>, locale: &str, situation: &Situation, place: usize) -> Vec<String> {
    let mut visit = visit(playbook, locale, situation.clone());
    let shown = |visit: &Visit| format!("{:?}", visit.session.screen(situation));
    let welcome = Session::new(playbook.clone(), locale);
    let mut all = vec![format!("{:?}", welcome.screen(situation)), shown(&visit)];
    for question in playbook.question_ids() {
        let options = playbook.question(question).kind.options();
        let value = options.get(place).map_or("not_sure", |option| &option.id);
        let values = vec![value.to_owned()];
        visit = visit.happens(Event::Answered { question, values });
        all.push(shown(&visit));
    }
    all.push(shown(&visit.happens(Event::ContactsRequested)));
    all
}

#[test]
fn each_file_says_in_its_language_what_the_whole_one_says() {
    for (name, text) in ready_playbooks() {
        let source = parse(&text).expect("JSON");
        let whole = read(source.clone());
        let situation = at(&whole, "2026-11-22T10:00:00+09:00");
        for (place, (file, source)) in triage::split(&source, &name).into_iter().enumerate() {
            let locale = &whole.locales()[place];
            // As it comes out of the browser, which reads what was written.
            let one = read(parse(&source.to_string()).expect("JSON"));
            assert_eq!(one.locales(), std::slice::from_ref(locale));
            assert_eq!(one.languages(), whole.locales());
            for option in 0..4 {
                assert_eq!(
                    way(&one, locale, &situation, option),
                    way(&whole, locale, &situation, option),
                    "{file}, option {option}"
                );
            }
            for question in whole.question_ids() {
                let unit = |playbook: &Playbook, place| {
                    let unit = playbook.question(question).kind.unit()?;
                    Some(unit.words(place, Plural::Other)?.to_owned())
                };
                assert_eq!(unit(&one, 0), unit(&whole, place), "{file}");
            }
        }
    }
}

#[test]
fn what_is_not_translated_stays_in_the_first_language_and_says_so() {
    let (_, text) = ready_playbooks().swap_remove(0);
    let start = text.find(", \"ja\": ").expect("a Japanese name");
    let end = start
        + text[start..]
            .find(", \"hi\"")
            .expect("a Hindi one after it");
    let untranslated = [&text[..start], &text[end..]].concat();
    let files = triage::split(&parse(&untranslated).expect("JSON"), "help");
    let japanese = check(files[1].1.clone()).playbook.expect("a playbook");
    assert_eq!(japanese.locales(), ["en", "ja"], "its own language is last");
    let name = japanese.name().words(japanese.locales(), 1);
    assert_eq!(name.lang, Some("en"));
    assert_eq!(read(files[2].1.clone()).locales(), ["hi"]);
}
