//! No barrier that a machine can find: on every screen, in every layout and language, by day, by night and in the
//! visitor's own colours.

use anyhow::Result;
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{self, HostPage, SERVICE_CRISIS},
    site::Reply,
    visitor::Visitor,
};

pub fn cases() -> Vec<Case> {
    let locales = ["en", "ja", "hi", "ar"];
    let mut walks = Vec::new();
    for mode in ["popup", "inline", "banner", "page"] {
        for locale in locales.into_iter().chain([PSEUDO]) {
            let name = format!("axe finds nothing on any screen of the layout {mode}, in {locale}");
            let walk = async move |visitor: &Visitor| every_screen(visitor, mode, locale).await;
            walks.push(case(name, walk).needs(Need::Zones));
        }
    }
    let lists = locales.map(|locale| {
        let name = format!("axe finds nothing on the contact list of the safe layer, in {locale}");
        case(name, async move |visitor| {
            contact_list(visitor, locale).await
        })
    });
    walks.into_iter().chain(lists).collect()
}

/// Every text longer, accented and in brackets.
const PSEUDO: &str = "en-XA";

/// At night most channels are closed, and more has to be said than by day.
const NIGHT: &str = "2026-11-24T03:00:00+09:00";

async fn every_screen(visitor: &Visitor, mode: &str, locale: &str) -> Result<()> {
    if locale == PSEUDO {
        let playbook = page::pseudo(SERVICE_CRISIS)?;
        visitor.site.answers(SERVICE_CRISIS, playbook);
    }
    visitor.comes_at(NIGHT, "Asia/Kolkata").await?;
    let layout = format!("mode=\"{mode}\"");
    let page = HostPage::in_language(locale).with_attributes(&layout);
    page.publish(&visitor.site);
    visitor.goes_to(page::PATH).await?;
    if matches!(mode, "popup" | "banner") {
        visitor.sees("#launcher").await?;
        visitor.finds_no_barrier("the closed panel").await?;
        visitor.opens().await?;
    }
    visitor.sees_step("welcome").await?;
    visitor.is_spoken_to_in(locale).await?;
    visitor.finds_no_barrier("welcome").await?;
    if mode == "banner" {
        // From here on it is the popup.
        return Ok(());
    }
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    visitor.finds_no_barrier("the contact list").await?;
    visitor.presses("return").await?;
    questions(visitor).await?;
    message(visitor).await
}

async fn questions(visitor: &Visitor) -> Result<()> {
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.finds_no_barrier("choice").await?;
    visitor.presses("continue").await?;
    visitor.sees_complaint().await?;
    visitor
        .finds_no_barrier("the complaint about a choice")
        .await?;
    visitor.answers("topic", "technical").await?;
    visitor.fills_in("affected", "0").await?;
    visitor.finds_no_barrier("number").await?;
    visitor.presses("continue").await?;
    visitor.sees_complaint().await?;
    visitor
        .finds_no_barrier("the complaint about a number")
        .await?;
    visitor.answers("affected", "25").await?;
    visitor.sees_result("technical").await?;
    visitor.clicks(".others summary").await?;
    visitor
        .finds_no_barrier("a result with all its parts")
        .await?;

    visitor.changes("topic").await?;
    visitor.answers("topic", "coverage").await?;
    visitor.is_asked("safe").await?;
    visitor.clicks(".why summary").await?;
    visitor
        .finds_no_barrier("yes or no, with its reason")
        .await?;
    visitor.answers("safe", "yes").await?;
    visitor.fills_in("touched", "home,work").await?;
    visitor.finds_no_barrier("multiple").await?;
    visitor.presses("continue").await?;
    visitor.sees_result("coverage").await?;
    visitor.changes("topic").await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor
        .finds_no_barrier("the result of an emergency")
        .await?;

    let exhausted = [("topic", "other"), ("danger", "exhaustion")];
    visitor.changes("topic").await?;
    visitor.walks(&exhausted).await?;
    visitor.is_asked("draining").await?;
    visitor.finds_no_barrier("ranking").await?;
    visitor.answers("draining", "not_sure").await?;
    visitor.is_asked("one_thing").await?;
    visitor.finds_no_barrier("text").await?;
    visitor.answers("one_thing", "Sleep").await?;
    visitor.sees_result("listen").await?;
    Ok(())
}

async fn message(visitor: &Visitor) -> Result<()> {
    visitor.wants_to_write("message_form").await?;
    visitor.finds_no_barrier("the message form").await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary").await?;
    visitor
        .finds_no_barrier("the complaint about a message")
        .await?;
    visitor
        .composes("Ann", "ann@example.test", "Please write back.")
        .await?;
    visitor
        .expects_failing("/messages")
        .site
        .answers("/messages", Reply::status(422));
    visitor.sends().await?;
    visitor.is_told("failed").await?;
    visitor.finds_no_barrier("a message that failed").await?;
    visitor.site.answers("/messages", Reply::status(500));
    visitor.sends().await?;
    visitor.is_told("unknown").await?;
    visitor
        .finds_no_barrier("a message that may have failed")
        .await?;
    visitor.site.recovers("/messages");
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.finds_no_barrier("a message that was sent").await?;
    Ok(())
}

async fn contact_list(visitor: &Visitor, locale: &str) -> Result<()> {
    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    visitor.visits(&HostPage::in_language(locale)).await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor
        .sees(&format!("#panel[lang='{locale}'] #contacts li"))
        .await?;
    visitor
        .finds_no_barrier("the contact list of the safe layer")
        .await?;
    Ok(())
}
