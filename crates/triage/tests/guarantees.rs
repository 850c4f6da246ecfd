//! What the engine promises of every playbook, visitor and hour, on the ready playbooks.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::{playbooks, ready_playbooks, situation, visit};
use jiff::Timestamp;
use proptest::{prelude::*, sample::Index};
use triage::{
    Answer, Event, Question, QuestionKind, Session, Situation, decide, screen::Screen, walk,
};

/// The values of some answer to a question.
fn values(question: &Question, pick: Index) -> Vec<String> {
    let mut all: Vec<Vec<String>> = vec![vec![Answer::NOT_SURE.to_owned()]];
    let ids: Vec<String> = question
        .kind
        .options()
        .iter()
        .map(|option| option.id.clone())
        .collect();
    match &question.kind {
        QuestionKind::Choice(_) | QuestionKind::Multiple(_) => {
            all.extend(ids.into_iter().map(|id| vec![id]));
        }
        QuestionKind::Ranking(_) => {
            for first in 0..ids.len() {
                let mut order = ids.clone();
                order.rotate_left(first);
                all.push(order);
            }
        }
        QuestionKind::YesNo => all.extend([vec!["yes".to_owned()], vec!["no".to_owned()]]),
        QuestionKind::Number { min, max, .. } => {
            all.extend(
                [*min, *max, (min + max) / 2, min + 20].map(|number| vec![number.to_string()]),
            );
        }
        QuestionKind::Text { .. } => {
            all.extend(
                ["smoke", "ガス漏れ", "the letter", "गैस लीक"].map(|text| vec![text.to_owned()]),
            );
        }
    }
    pick.get(&all).clone()
}

/// Answers whatever is asked until the result is there.
fn to_the_end(mut session: Session, situation: &Situation, picks: &[Index]) -> Session {
    for pick in picks.iter().cycle().take(100) {
        let Screen::Question(asked) = session.screen(situation) else {
            return session;
        };
        let values = values(session.playbook().question(asked.question), *pick);
        let event = Event::Answered {
            question: asked.question,
            values,
        };
        session = session.update(event, situation).0;
    }
    panic!("a hundred answers and no result");
}

fn a_moment() -> impl Strategy<Value = Timestamp> {
    // From November 2026 to December 2027, the time for which the playbooks have holidays.
    (1_795_000_000_i64..1_829_000_000)
        .prop_map(|second| Timestamp::from_second(second).expect("a moment"))
}

fn picks() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn there_are_always_two_ways_that_are_open_to_this_visitor(
        moment in a_moment(), which in any::<Index>(), locale in any::<Index>(), picks in picks(),
    ) {
        let playbooks = playbooks();
        let playbook = which.get(&playbooks);
        let locale = locale.get(playbook.locales()).clone();
        let situation = situation(playbook, moment);
        let visit = visit(playbook, &locale, situation);
        let end = to_the_end(visit.session, &visit.situation, &picks);
        let Screen::Result(result) = end.screen(&visit.situation) else { unreachable!() };
        prop_assert_ne!(result.best.id, result.second.id);
        prop_assert!(result.best.availability.is_open());
        for offer in [&result.best, &result.second] {
            prop_assert!(offer.languages.is_none(), "{} speaks {}", offer.id, locale);
        }
    }

    #[test]
    fn asking_everything_leads_to_the_same_decision(
        moment in a_moment(), which in any::<Index>(), picks in picks(),
    ) {
        let playbooks = playbooks();
        let playbook = which.get(&playbooks);
        let situation = situation(playbook, moment);
        let visit = visit(playbook, "en", situation);
        let end = to_the_end(visit.session, &visit.situation, &picks);
        // The same answers, and some more to every question that was not asked.
        let mut all: Vec<Option<Answer>> = vec![None; playbook.questions().len()];
        for id in playbook.question_ids() {
            let question = playbook.question(id);
            all[id.index()] = Answer::read(question, &values(question, picks[id.index() % picks.len()])).ok();
        }
        let Screen::Result(result) = end.screen(&visit.situation) else { unreachable!() };
        for told in &result.told {
            let answered = end.answer(told.question).cloned();
            all[told.question.index()] = answered;
        }
        let walked = walk(playbook, &all);
        prop_assert_eq!(walked.next, None);
        let decision = decide(playbook, walked.route(playbook), "en", &visit.situation);
        prop_assert_eq!(&playbook.route(decision.route).id, result.route);
        prop_assert_eq!(&playbook.channel(decision.best).id, result.best.id);
        prop_assert_eq!(&playbook.channel(decision.second).id, result.second.id);
    }

    #[test]
    fn changing_an_answer_is_like_never_having_given_another(
        moment in a_moment(), which in any::<Index>(), first in picks(), then in picks(), change in any::<Index>(),
    ) {
        let playbooks = playbooks();
        let playbook = which.get(&playbooks);
        let visit = visit(playbook, "en", situation(playbook, moment));
        let situation = &visit.situation;
        let end = to_the_end(visit.session.clone(), situation, &first);
        let Screen::Result(result) = end.screen(situation) else { unreachable!() };
        let changed = change.get(&result.told).question;
        let again = end.update(Event::ChangeRequested(changed), situation).0;
        let again = to_the_end(again, situation, &then);
        // A fresh visitor who gives the answers that count now.
        let mut fresh = visit.session.clone();
        while let Screen::Question(asked) = fresh.screen(situation) {
            let answer = again.answer(asked.question).cloned().expect("an answer that counts");
            let id = asked.question;
            fresh = fresh.with_answer(id, answer);
        }
        prop_assert_eq!(
            format!("{:?}", fresh.screen(situation)),
            format!("{:?}", again.screen(situation))
        );
    }

    #[test]
    fn any_text_is_checked_without_a_panic(text in ".{0,200}") {
        if let Ok(source) = triage::source::parse(&text) {
            prop_assert!(triage::check(source).playbook.is_none());
        }
    }

    #[test]
    fn a_playbook_with_a_hole_in_it_is_checked_without_a_panic(
        which in any::<Index>(), from in any::<Index>(), length in 1_usize..400,
    ) {
        let texts = ready_playbooks();
        let text = &which.get(&texts).1;
        let from = from.index(text.len());
        let kept: String = text
            .char_indices()
            .filter(|(place, _)| !(from..from + length).contains(place))
            .map(|(_, character)| character)
            .collect();
        if let Ok(source) = triage::source::parse(&kept) {
            let _ = triage::check(source);
        }
    }
}
