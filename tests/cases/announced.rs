//! What is announced to those who listen while something happens that moves no focus, in order and once.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    site::{self, Gate, Reply},
    visitor::Visitor,
};

/// Somebody who ranks, and then writes.
const EXHAUSTED: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "exhaustion"),
];

const EXPECTED: &[&str] = &[
    "status: Loading",
    "new alert: Please check your answerChoose one of the answers",
    "status: Worry about somebody is now number 2 of 3",
    "status: Worry about somebody is now number 1 of 3",
    "status: Sending…",
    "new status: Your message has arrived. We will answer you at ann@example.test.",
];

pub fn cases() -> Vec<Case> {
    vec![case(
        "what happens without the focus is announced, in order and once",
        in_order,
    )]
}

async fn in_order(visitor: &Visitor) -> Result<()> {
    let wasm = "/leeward/widget_bg.wasm";
    let gate = Gate::default();
    let late = Reply::of_type(wasm, site::file(wasm)?).behind(&gate);
    visitor.site.answers(wasm, late);
    visitor.holds_long_timers().await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_announcements().await?;
    visitor.clicks("#launcher").await?;
    visitor.is_announced("status: Loading").await?;
    visitor.sees_contact_list().await?;
    gate.opens();
    visitor.sees_step("welcome").await?;

    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.presses("continue").await?;
    visitor.has_focus_on(".error-summary").await?;
    visitor.walks(EXHAUSTED).await?;
    visitor
        .answers("draining", "family,paperwork,sleep")
        .await?;
    visitor.answers("one_thing", "not_sure").await?;
    visitor.sees_result("listen").await?;

    visitor.wants_to_write("message_form").await?;
    visitor
        .composes("", "ann@example.test", "Please write back.")
        .await?;
    let gate = Gate::default();
    visitor
        .site
        .answers("/messages", Reply::json("{}").behind(&gate));
    visitor.sends().await?;
    visitor.is_announced("status: Sending").await?;
    gate.opens();
    // What comes with its text gets the focus, so it is heard.
    visitor.is_told("sent").await?;

    let announced = visitor.announcements().await?;
    ensure!(announced == EXPECTED, "announced {announced:#?}");
    Ok(())
}
