//! What a fuzzer has tried, tried again each time: the inputs in `fuzz/corpus/`, with the bodies of the fuzz targets.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(feature = "advice")]

#[path = "../../../fuzz/src/bodies.rs"]
mod bodies;

use std::path::PathBuf;

fn each(target: &str, body: fn(&[u8])) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target);
    let inputs: Vec<_> = std::fs::read_dir(folder).expect("a corpus").collect();
    assert!(inputs.len() >= 8, "there are inputs for {target}");
    for input in inputs {
        let path = input.expect("an input").path();
        println!("{}", path.display());
        body(&std::fs::read(path).expect("a readable input"));
    }
}

#[test]
fn any_source_is_judged() {
    each("source", bodies::source);
}

#[test]
fn what_is_said_of_hours_comes_true() {
    each("hours", bodies::hours);
}

#[test]
fn a_link_leads_where_it_seems_to_lead() {
    each("links", bodies::links);
}

#[test]
fn two_ways_are_left_whatever_happens() {
    each("decide", bodies::decide);
}
