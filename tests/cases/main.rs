//! The browser tests. Each file below is about one thing that a visitor, or the host page, relies on;
//! the data of its cases stands beside the helper that walks through them.
//!
//! `cargo xtask test --only browser` builds the site and runs them. With the site built already,
//! `LEEWARD_SITE=<folder> cargo test --package leeward-tests -- <part of a name>` runs some of them;
//! `LEEWARD_BROWSER=firefox` chooses a browser.

mod accessibility;
mod agreement;
mod announced;
mod attempts;
mod changes;
mod chat;
mod clocks;
mod demo;
mod display;
mod drafts;
mod embed;
mod exit;
mod faults;
mod guest;
mod handoff;
mod hostile;
mod journeys;
mod keyboard;
mod languages;
mod listening;
mod live;
mod long_words;
mod look;
mod mail;
mod malformed;
mod order;
mod outage;
mod outbox;
mod phone;
mod policies;
mod privacy;
mod questions;
mod release;
mod signals;
mod studio;
mod triggers;
mod wishes;

use std::process::ExitCode;

use leeward_tests::harness::Case;

fn main() -> ExitCode {
    let cases = match leeward_tests::site::release() {
        Ok(Some(_)) => of_a_release(),
        // Without a site the harness says what is missing.
        Ok(None) | Err(_) => of_the_site(),
    };
    leeward_tests::harness::run(cases.into_iter().flatten().collect())
}

/// A release is the same program with shorter scripts: what goes through all of it, and what only it has.
fn of_a_release() -> Vec<Vec<Case>> {
    vec![journeys::cases(), embed::policies(), release::cases()]
}

fn of_the_site() -> Vec<Vec<Case>> {
    vec![
        journeys::cases(),
        keyboard::cases(),
        order::cases(),
        questions::cases(),
        changes::cases(),
        languages::cases(),
        clocks::cases(),
        live::cases(),
        chat::cases(),
        agreement::cases(),
        policies::cases(),
        faults::cases(),
        malformed::cases(),
        outage::cases(),
        outbox::cases(),
        attempts::cases(),
        accessibility::cases(),
        listening::cases(),
        announced::cases(),
        wishes::cases(),
        privacy::cases(),
        signals::cases(),
        exit::cases(),
        long_words::cases(),
        look::cases(),
        mail::cases(),
        hostile::cases(),
        guest::cases(),
        handoff::cases(),
        phone::cases(),
        display::cases(),
        drafts::cases(),
        triggers::cases(),
        demo::cases(),
        studio::cases(),
        embed::cases(),
    ]
}
