//! Messages after the first attempt: what is another message and what is the same one, and what somebody is told who has
//! left the form.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::Reply,
    visitor::Visitor,
};
use serde_json::json;

use crate::outbox::{LETTER, keeps, opens, posted, sends, writes};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a message that was changed after an attempt is not taken for the first one",
            changed,
        ),
        case(
            "whoever has left the form is told what came of the message, and not called away",
            left,
        )
        .needs(Need::Offline),
        case("what was kept is gone after a day", forgotten),
    ]
}

async fn changed(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    visitor.expects_failing("/messages");
    visitor.site.answers("/messages", Reply::dropped());
    sends(visitor, "unknown").await?;
    visitor.site.recovers("/messages");
    let field = "[data-step='message'] [name='message']";
    visitor.writes(field, "The roof is gone.").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let letters = visitor.site.messages()?;
    let [first, .., second] = &letters[..] else {
        anyhow::bail!("one attempt only: {letters:?}")
    };
    ensure!(
        first["key"] != second["key"],
        "the receiver knows it already"
    );
    Ok(())
}

async fn left(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.goes_offline(true).await?;
    sends(visitor, "queued").await?;
    visitor.presses("return").await?;
    visitor.is_asked("topic").await?;
    visitor.clicks("[data-step='question'] label").await?;
    visitor.has_focus_on("input:checked").await?;
    ensure!(posted(&visitor.site).is_empty(), "it was not offline");
    visitor.goes_offline(false).await?;
    let words = "Your message has arrived. We will answer you at ann@example.test.";
    visitor.reads("#status", words).await?;
    visitor.has_focus_on("input:checked").await
}

async fn forgotten(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    let [name, contact, message] = LETTER;
    visitor.composes(name, contact, message).await?;
    keeps(visitor).await?;
    let ages = "const kept = JSON.parse(localStorage.getItem('leeward-outbox'));
        localStorage.setItem('leeward-outbox', JSON.stringify({ ...kept, at: kept.at - 25 * 3600e3 }));
        return kept.message";
    let had = visitor.finds_out(ages, Vec::new()).await?;
    ensure!(had == message, "{had} was kept");
    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await?;
    visitor.still_has("", "", "").await?;
    let gone = "return localStorage.length === 0";
    visitor.waits_for("nothing kept", gone, Vec::new()).await?;
    Ok(())
}
