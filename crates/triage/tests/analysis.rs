//! The analysis of all paths: what the diagram says is what walking each path says.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(all(feature = "advice", feature = "text"))]

#[path = "common/brute.rs"]
mod brute;
mod common;
#[path = "common/flows.rs"]
mod flows;

use brute::{expect_witnesses, walk_every_path};
use common::{ready_playbooks, report};
use flows::{Size, flow};
use proptest::prelude::*;
use triage::{MOST_WORK, Playbook, analyse, analyse_within, paths, walk};

fn made(size: Size, seed: u64) -> Playbook {
    let report = report(&flow(size, seed));
    report
        .playbook
        .unwrap_or_else(|| panic!("{:#?}", report.problems))
}

fn a_small_playbook() -> impl Strategy<Value = Playbook> {
    (1_usize..6, 1_usize..7, 0_usize..7, 1_usize..4, any::<u64>()).prop_map(
        |(questions, routes, passages, reach, seed)| {
            let size = Size {
                questions,
                routes,
                passages,
                reach,
                locales: &["en"],
            };
            made(size, seed)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_diagram_says_what_walking_every_path_says(playbook in a_small_playbook()) {
        let analysis = analyse(&playbook);
        prop_assert!(analysis.proven);
        let walked = walk_every_path(&playbook);
        prop_assert_eq!(walked.of(&analysis), walked);
    }

    #[test]
    fn every_witness_leads_where_it_says(playbook in a_small_playbook()) {
        expect_witnesses(&playbook, &analyse(&playbook));
    }

    /// Every route that is taken is at the end of a path, and every path is walked as it says.
    #[test]
    fn paths_show_every_route_and_lead_where_they_say(playbook in a_small_playbook()) {
        let found = paths(&playbook, 10_000);
        prop_assert!(found.complete);
        for path in &found.paths {
            let places = path.witness.places(&playbook);
            let walked = walk(&playbook, &places);
            prop_assert_eq!(walked.next, None);
            let asked: Vec<_> = path.witness.answers.iter().map(|(question, _)| *question).collect();
            prop_assert_eq!(&walked.answered, &asked);
            prop_assert_eq!(walked.route(&playbook), path.route);
        }
        let analysis = analyse(&playbook);
        for (id, win) in playbook.route_ids().zip(&analysis.routes) {
            prop_assert_eq!(win.is_some(), found.paths.iter().any(|path| path.route == id));
        }
        for (id, witness) in playbook.question_ids().zip(&analysis.questions) {
            let asked = |path: &triage::Path| path.witness.answers.iter().any(|(asked, _)| *asked == id);
            prop_assert_eq!(witness.is_some(), found.paths.iter().any(asked));
        }
        let few = paths(&playbook, 1);
        prop_assert_eq!(few.paths.len(), 1);
        prop_assert_eq!(few.complete, found.paths.len() == 1);
    }

    #[test]
    fn what_is_seen_before_giving_up_is_true_and_nothing_else_is_claimed(
        playbook in a_small_playbook(), most_work in 1_u64..2_000,
    ) {
        let (whole, part) = (analyse(&playbook), analyse_within(&playbook, most_work));
        expect_witnesses(&playbook, &part);
        prop_assert!(part.paths <= whole.paths);
        prop_assert!(part.asked.longest <= whole.asked.longest);
        if part.proven {
            prop_assert_eq!(&part, &whole);
        } else {
            prop_assert!(part.asked.mean_thousandths.is_none() || part.asked_without_early_stop.mean_thousandths.is_none());
        }
    }
}

/// A playbook in which each question and each route stands as written here, as JSON.
fn heavy(questions: &[String], routes: &[String]) -> Playbook {
    let (questions, routes) = (questions.join(","), routes.join(","));
    let text = format!(
        r#"{{"version":1,"name":"Example","locales":["en"],"questions":[{questions}],"channels":{{
        "form":{{"kind":"form","name":"Write","endpoint":"/messages","always":true}},
        "mail":{{"kind":"email","name":"Email","address":"help@example.test","always":true}}}},
        "routes":[{routes},{{"id":"rest","first":["form"],"second":["mail"]}}]}}"#
    );
    let report = report(&text);
    report
        .playbook
        .unwrap_or_else(|| panic!("{:#?}", report.problems))
}

fn route(place: usize, join: &str, parts: &[String]) -> String {
    let parts = parts.join(",");
    format!(
        r#"{{"id":"r{place}","when":{{"{join}":[{parts}]}},"first":["mail"],"second":["form"]}}"#
    )
}

/// Forty questions with every subset of eight options told apart: each state has 256 answers, and each leads elsewhere.
#[test]
fn an_analysis_of_wide_questions_keeps_to_its_work_and_says_that_it_did_not_see_all() {
    let options: Vec<String> = (0..8)
        .map(|option| format!(r#"{{"id":"o{option}","text":"This"}}"#))
        .collect();
    let options = options.join(",");
    let questions: Vec<String> = (0..40)
        .map(|at| {
            format!(r#"{{"id":"q{at}","type":"multiple","text":"What?","options":[{options}]}}"#)
        })
        .collect();
    let ticked = |question: usize, option: usize| {
        let (question, option) = (question % 40, option % 8);
        format!(r#"{{"question":"q{question}","includes":"o{option}"}}"#)
    };
    let pair = |at: usize| {
        let (one, other) = (ticked(at / 8, at), ticked(at / 3, at * 3));
        format!(r#"{{"all":[{one},{other}]}}"#)
    };
    let routes: Vec<String> = (0..39)
        .map(|place| {
            let pairs: Vec<String> = (0..16).map(|part| pair(place * 16 + part * 7)).collect();
            route(place, "any", &pairs)
        })
        .collect();
    let playbook = heavy(&questions, &routes);
    let analysis = analyse(&playbook);
    assert!(!analysis.proven);
    assert!(
        analysis.asked.longest > 1,
        "some paths are seen to their end"
    );
    // One answer more in each of the two diagrams, and what the walk without early stop began with.
    assert!(
        analysis.work < MOST_WORK + MOST_WORK / 100,
        "{}",
        analysis.work
    );
    assert!(!paths(&playbook, 1).complete);
}

/// Each would be tried with each, and with what came of that: for 180 keywords it took most of a minute.
#[test]
fn of_more_keywords_than_can_be_combined_it_is_said_that_not_all_was_seen() {
    let question = r#"{"id":"q","type":"text","text":"What?","max_length":2000}"#.to_owned();
    let mentions = |from: usize, to: usize| {
        let words: Vec<String> = (from..to).map(|word| format!(r#""word{word}""#)).collect();
        format!(
            r#"{{"question":"q","mentions":{{"en":[{}]}}}}"#,
            words.join(",")
        )
    };
    let single: Vec<String> = (0..30)
        .map(|place| {
            let words: Vec<String> = (0..6)
                .map(|word| mentions(place * 6 + word, place * 6 + word + 1))
                .collect();
            route(place, "all", &words)
        })
        .collect();
    assert!(!analyse(&heavy(std::slice::from_ref(&question), &single)).proven);
    // Where each list has what the one before has, there are only as many kinds of texts as lists.
    let nested: Vec<String> = (0..39)
        .map(|place| {
            let lists: Vec<String> = (1..=3).map(|list| mentions(0, place * 3 + list)).collect();
            route(place, "all", &lists)
        })
        .collect();
    let analysis = analyse(&heavy(std::slice::from_ref(&question), &nested));
    assert!(analysis.proven);
    assert_eq!(analysis.routes.iter().flatten().count(), 40);
}

/// What is between two keywords in a tried text stands in none of them.
#[test]
fn keywords_with_commas_are_told_from_their_parts() {
    let question = r#"{"id":"q","type":"text","text":"What?"}"#.to_owned();
    let mentions = |words: &str| format!(r#"{{"question":"q","mentions":{{"en":["{words}"]}}}}"#);
    let parts_only = [
        mentions("gas"),
        mentions("fire"),
        format!(r#"{{"not":{}}}"#, mentions("gas, fire")),
    ];
    let routes = [
        route(0, "all", &parts_only),
        route(1, "all", &[mentions("gas, fire")]),
    ];
    let analysis = analyse(&heavy(&[question], &routes));
    assert!(analysis.proven);
    assert!(analysis.routes.iter().all(Option::is_some));
}

#[test]
fn in_the_ready_playbooks_every_question_is_asked_and_every_route_taken() {
    let mut longest = Vec::new();
    for (name, text) in ready_playbooks() {
        let playbook = report(&text).playbook.expect("a sound playbook");
        let analysis = analyse(&playbook);
        assert!(analysis.proven, "{name}");
        for (question, witness) in playbook.questions().iter().zip(&analysis.questions) {
            assert_ne!(
                witness.is_some(),
                question.for_agent,
                "{name}: {}",
                question.id
            );
        }
        assert!(analysis.routes.iter().all(Option::is_some), "{name}");
        expect_witnesses(&playbook, &analysis);
        longest.push(analysis.asked.longest);
    }
    assert_eq!(longest, [3, 3, 3, 2, 5]);
}
