//! How long the engine takes: a decision, a screen, a check, and the analysis of all paths.
//!
//! `cargo bench -p triage --all-features` prints it; docs/performance.md has the figures of one machine.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a bench that can't go on has failed"
)]

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/common/brute.rs"]
mod brute;
#[path = "../tests/common/flows.rs"]
mod flows;

use std::rc::Rc;

use divan::Bencher;
use flows::{Size, flow};
use triage::{
    Event, Playbook, RouteId, Session, Situation, analyse, check, decide, source::parse, walk,
};

/// Questions and routes.
const SIZES: [(usize, usize); 5] = [(12, 21), (15, 31), (20, 31), (25, 31), (40, 60)];

/// How many playbooks of a size are made; one of them alone would say little.
const SEEDS: u64 = 8;

fn main() {
    divan::main();
}

fn text((questions, routes): (usize, usize), seed: u64) -> String {
    let size = Size {
        questions,
        routes,
        passages: 8,
        reach: 3,
        locales: &["en", "ja", "hi"],
    };
    flow(size, seed)
}

fn made(size: (usize, usize), seed: u64) -> Playbook {
    let source = parse(&text(size, seed)).expect("JSON");
    check(source).playbook.expect("a sound playbook")
}

fn ready() -> Playbook {
    let text = include_str!("../../../playbooks/service-crisis.json");
    check(parse(text).expect("JSON"))
        .playbook
        .expect("a sound playbook")
}

#[divan::bench]
fn decision(bencher: Bencher<'_, '_>) {
    let playbook = ready();
    let nothing = vec![None; playbook.questions().len()];
    let route: RouteId = walk(&playbook, &nothing).route(&playbook);
    let situation = Situation::default();
    bencher.bench_local(|| decide(&playbook, route, "en", &situation));
}

#[divan::bench]
fn screen_of_a_question(bencher: Bencher<'_, '_>) {
    let situation = Situation::default();
    let session = Session::new(Rc::new(ready()), "en")
        .update(Event::Started, &situation)
        .0;
    bencher.bench_local(|| drop(session.screen(&situation)));
}

#[divan::bench]
fn check_of_25_questions_31_routes_3_locales(bencher: Bencher<'_, '_>) {
    let text = text((25, 31), 0);
    bencher.bench_local(|| check(parse(&text).expect("JSON")));
}

/// Eight playbooks one after the other: an eighth is the mean of that size.
#[divan::bench(sample_count = 10, args = SIZES.map(|(questions, routes)| format!("{questions}x{routes}")))]
fn eight_analyses(bencher: Bencher<'_, '_>, size: &str) {
    let (questions, routes) = size.split_once('x').expect("two numbers");
    let number = |text: &str| text.parse::<usize>().expect("a number");
    let size = (number(questions), number(routes));
    let playbooks: Vec<Playbook> = (0..SEEDS).map(|seed| made(size, seed)).collect();
    for playbook in &playbooks {
        let analysis = analyse(playbook);
        let (nodes, paths) = (analysis.nodes, analysis.paths);
        eprintln!(
            "{size:?}: {nodes} nodes, {paths} paths, proven: {}",
            analysis.proven
        );
    }
    bencher.bench_local(|| {
        playbooks
            .iter()
            .map(analyse)
            .filter(|analysis| analysis.proven)
            .count()
    });
}

/// The smallest of the eight smallest flows, every path walked one by one: larger ones don't fit.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn brute_force_of_12x21(bencher: Bencher<'_, '_>) {
    let playbooks = (0..SEEDS).map(|seed| made(SIZES[0], seed));
    let smallest = playbooks.min_by_key(|playbook| analyse(playbook).paths);
    let playbook = smallest.expect("eight playbooks");
    eprintln!("brute force: {} paths", analyse(&playbook).paths);
    bencher.bench_local(|| brute::walk_every_path(&playbook));
}

/// The same flow, by the diagram.
#[divan::bench]
fn analysis_of_that_12x21(bencher: Bencher<'_, '_>) {
    let playbooks = (0..SEEDS).map(|seed| made(SIZES[0], seed));
    let smallest = playbooks.min_by_key(|playbook| analyse(playbook).paths);
    let playbook = smallest.expect("eight playbooks");
    bencher.bench_local(|| analyse(&playbook));
}
