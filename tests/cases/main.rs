//! The browser tests. Each file below is about one thing that a visitor, or the host page, relies on;
//! the data of its cases stands beside the helper that walks through them.
//!
//! `cargo xtask test --only browser` builds the site and runs them. With the site built already,
//! `LEEWARD_SITE=<folder> cargo test --package leeward-tests -- <part of a name>` runs some of them.

mod accessibility;
mod agreement;
mod changes;
mod clocks;
mod demo;
mod faults;
mod guest;
mod hostile;
mod journeys;
mod keyboard;
mod malformed;
mod outage;
mod policies;
mod privacy;
mod questions;

use std::process::ExitCode;

fn main() -> ExitCode {
    let cases = [
        journeys::cases(),
        keyboard::cases(),
        questions::cases(),
        changes::cases(),
        clocks::cases(),
        agreement::cases(),
        policies::cases(),
        faults::cases(),
        malformed::cases(),
        outage::cases(),
        accessibility::cases(),
        privacy::cases(),
        hostile::cases(),
        guest::cases(),
        demo::cases(),
    ];
    leeward_tests::harness::run(cases.into_iter().flatten().collect())
}
