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
use triage::{Playbook, analyse, analyse_within, paths, walk};

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
        playbook in a_small_playbook(), most_nodes in 1_usize..20,
    ) {
        let (whole, part) = (analyse(&playbook), analyse_within(&playbook, most_nodes));
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
