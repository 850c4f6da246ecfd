//! Going back, changing one's mind, beginning anew, and changing the language on the way.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};

pub fn cases() -> Vec<Case> {
    vec![
        case("Back keeps every answer, of every kind", back_keeps_answers),
        case(
            "one answer can be changed from the result, and leads to another result",
            change,
        ),
        case("beginning anew forgets the answers", restart),
        case(
            "what is picked and not confirmed yet stays while time passes and the panel is closed",
            picked,
        ),
        case(
            "changing the language on the way keeps the place and the answers",
            language,
        ),
        case(
            "the contact list is one press away at every step, and leads back to it",
            contacts,
        ),
    ]
}

const TO_REPAIRS: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "damage"),
    ("touched", "home,health"),
];

const TO_LISTENING: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "exhaustion"),
    ("draining", "sleep,family,paperwork"),
    ("one_thing", "Somebody to talk to"),
];

async fn starts(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    Ok(())
}

async fn back_keeps_answers(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    for (answers, route) in [(TO_REPAIRS, "make_safe"), (TO_LISTENING, "listen")] {
        visitor.walks(answers).await?;
        visitor.sees_result(route).await?;
        for (question, answer) in answers.iter().rev() {
            visitor.presses("back").await?;
            visitor.sees_answer(question, answer).await?;
        }
        visitor.presses("back").await?;
        visitor.sees_step("welcome").await?;
        visitor.starts().await?;
        // All answers are there, so what comes is the result; the first question is one press away.
        visitor.sees_result(route).await?;
        visitor.presses("restart").await?;
        visitor.starts().await?;
    }
    Ok(())
}

async fn change(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor
        .walks(&[("topic", "reschedule"), ("affected", "3")])
        .await?;
    visitor.sees_result("reschedule").await?;
    visitor.changes("affected").await?;
    visitor.sees_answer("affected", "3").await?;
    visitor.answers("affected", "20").await?;
    visitor.sees_result("large_group").await?;
    visitor.changes("affected").await?;
    visitor.answers("affected", "19").await?;
    visitor.sees_result("reschedule").await?;
    // An answer that is asked for on both ways isn't asked for twice.
    visitor.changes("topic").await?;
    visitor.answers("topic", "technical").await?;
    visitor.sees_result("technical").await?;
    visitor.changes("topic").await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    Ok(())
}

/// Has the page's own ticking clocks go when the test says so.
const CLOCKS: &str = "
const ticking = [];
globalThis.setInterval = (act) => ticking.push(act);
globalThis.tick = () => { for (const act of ticking) act(); return ticking.length; };
";

async fn picked(visitor: &Visitor) -> Result<()> {
    visitor.injects(CLOCKS).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.clicks("input[value='technical']").await?;
    // What is drawn anew is drawn in the next frame.
    let script = "const done = arguments[0], ticked = tick(); setTimeout(() => requestAnimationFrame(() => done(ticked)))";
    let ticked = visitor.finds_out_later(script, Vec::new()).await?;
    ensure!(ticked == 1, "{ticked} clocks tick");
    visitor.sees("input[value='technical']:checked").await?;
    visitor.closes().await?;
    visitor.clicks("#launcher").await?;
    visitor.has_focus_on("h3").await?;
    visitor.presses("continue").await?;
    visitor.is_asked("affected").await?;
    Ok(())
}

async fn restart(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "7")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.presses("restart").await?;
    visitor.sees_step("welcome").await?;
    visitor.starts().await?;
    visitor.sees_answer("topic", "").await?;
    visitor.answers("topic", "technical").await?;
    visitor.sees_answer("affected", "").await?;
    Ok(())
}

async fn language(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor.answers("topic", "reschedule").await?;
    visitor.fills_in("affected", "25").await?;
    for locale in ["ja", "hi", "en"] {
        visitor.chooses_language(locale).await?;
        visitor.sees_answer("affected", "25").await?;
    }
    visitor.presses("continue").await?;
    visitor.sees_result("large_group").await?;
    visitor.chooses_language("ja").await?;
    visitor.sees_result("large_group").await?;
    visitor.reads(".told", "25人").await?;
    visitor.presses("back").await?;
    visitor.presses("back").await?;
    visitor.sees_answer("topic", "reschedule").await?;
    Ok(())
}

async fn contacts(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    looks_at_contacts(visitor, "welcome").await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.fills_in("affected", "4").await?;
    looks_at_contacts(visitor, "question").await?;
    visitor.answers("affected", "4").await?;
    visitor.sees_result("technical").await?;
    looks_at_contacts(visitor, "result").await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("", "", "Half a sentence").await?;
    looks_at_contacts(visitor, "contacts").await?;
    Ok(())
}

/// Every channel of the playbook is in the list.
async fn looks_at_contacts(visitor: &Visitor, back_at: &str) -> Result<()> {
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    let engine = leeward_tests::engine::Engine::reads(leeward_tests::page::SERVICE_CRISIS)?;
    for channel in engine.channels() {
        visitor
            .sees(&format!(
                "[data-place='contact'][data-channel='{channel}'] [data-action]"
            ))
            .await?;
    }
    if back_at != "contacts" {
        visitor.presses("return").await?;
        visitor.sees_step(back_at).await?;
    }
    Ok(())
}
