//! Live chats of other makers: opened in the visitor's place, and another way at once where one doesn't open. The makers
//! are stood in for by tests/chats/stand-ins.js.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};
use triage::grammar::{OBJECTS, Shape};

const STAND_INS: &str = include_str!("../chats/stand-ins.js");

/// The makers that a playbook may name.
fn vendors() -> impl Iterator<Item = &'static str> {
    let channel = OBJECTS.iter().find(|(name, _)| *name == "channel");
    let fields = match channel {
        Some((_, Shape::Object { fields, .. })) => *fields,
        _ => &[],
    };
    let vendor = fields.iter().find(|field| field.name == "vendor");
    let names = match vendor.map(|field| field.shape) {
        Some(Shape::OneOf(names)) => *names,
        _ => &[],
    };
    names.iter().copied().filter(|name| *name != "own")
}

/// Chats that never open: a maker, what its page does, and in which way it fails.
const FAILING: &[(&str, &str, &str)] = &[
    (
        "intercom",
        "chats.intercom.stub()",
        "whose stub takes every call",
    ),
    (
        "crisp",
        "chats.crisp.stub()",
        "whose queue takes every call",
    ),
    ("livechat", "chats.livechat.stub()", "whose getters throw"),
    ("gorgias", "", "whose script is blocked"),
    (
        "salesforce",
        "chats.salesforce.refuse()",
        "whose server refuses",
    ),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for vendor in vendors() {
        cases.push(case(
            format!("the chat of {vendor} opens, late as it comes, and the panel gives way"),
            async move |visitor| opens(visitor, vendor).await,
        ));
    }
    for (vendor, script, how) in FAILING {
        cases.push(case(
            format!("a chat of {vendor} {how} counts as down, and another way takes its place"),
            async move |visitor| fails(visitor, vendor, script).await,
        ));
    }
    for vendor in ["intercom", "livechat", "freshchat", "crisp", "helpscout"] {
        cases.push(case(
            format!(
                "the chat of {vendor} begins with the visitor's answers where the playbook wants it"
            ),
            async move |visitor| drafts(visitor, vendor).await,
        ));
    }
    cases.push(case("a page may open a chat of its own", own));
    cases.push(case(
        "a chat of the page's own that nobody opens counts as down",
        own_nobody,
    ));
    cases.push(case(
        "a playbook without chats of other makers brings nothing of them",
        none,
    ));
    cases
}

/// Comes to the result whose best option is the chat of a maker.
async fn comes(visitor: &Visitor, vendor: &str) -> Result<()> {
    comes_with(visitor, vendor, false).await
}

async fn comes_with(visitor: &Visitor, vendor: &str, draft: bool) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    playbook["channels"]["it_chat"]["vendor"] = vendor.into();
    playbook["channels"]["it_chat"]["draft"] = draft.into();
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    visitor.injects(STAND_INS).await?;
    walks(visitor).await
}

async fn walks(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.is_offered("it_chat", "email_us").await
}

/// The script comes when the visitor has pressed already.
async fn opens(visitor: &Visitor, vendor: &str) -> Result<()> {
    comes(visitor, vendor).await?;
    visitor.waits_for_request("/leeward/chat.js", 1).await?;
    let load = "const chat = chats[arguments[0]]; chat.stub(); setTimeout(chat.load, 400)";
    visitor.finds_out(load, vec![json!(vendor)]).await?;
    visitor.clicks("[data-channel='it_chat'] .action").await?;
    visitor.sees_panel_closed().await?;
    let seen = visitor
        .finds_out("return [chats.seen, chats.drafts]", Vec::new())
        .await?;
    ensure!(seen == json!([[vendor], []]), "opened: {seen}");
    // The result is still there for who comes back.
    visitor.clicks("#launcher").await?;
    visitor.is_offered("it_chat", "email_us").await
}

async fn drafts(visitor: &Visitor, vendor: &str) -> Result<()> {
    comes_with(visitor, vendor, true).await?;
    visitor.sees("[data-channel='it_chat'] .hint").await?;
    let load = "const chat = chats[arguments[0]]; chat.stub(); chat.load()";
    visitor.finds_out(load, vec![json!(vendor)]).await?;
    visitor.clicks("[data-channel='it_chat'] .action").await?;
    visitor.sees_panel_closed().await?;
    let drafts = visitor.finds_out("return chats.drafts", Vec::new()).await?;
    let text = drafts[0].as_str().unwrap_or_default();
    ensure!(
        text.contains("What do you need help with first?"),
        "the chat has {drafts}"
    );
    Ok(())
}

async fn fails(visitor: &Visitor, vendor: &str, script: &str) -> Result<()> {
    comes(visitor, vendor).await?;
    visitor.waits_for_request("/leeward/chat.js", 1).await?;
    visitor.finds_out(script, Vec::new()).await?;
    visitor.clicks("[data-channel='it_chat'] .action").await?;
    // Under way, the other option stays.
    visitor.reads("#status", "Loading").await?;
    visitor.sees("[data-channel='email_us'] .action").await?;
    is_sent_elsewhere(visitor).await
}

async fn is_sent_elsewhere(visitor: &Visitor) -> Result<()> {
    visitor
        .reads(".passed", "Not working right now: Chat with the IT team")
        .await?;
    visitor.is_offered("email_us", "message_form").await?;
    visitor.has_focus_on("[data-step='result'] h3").await
}

async fn own(visitor: &Visitor) -> Result<()> {
    comes(visitor, "own").await?;
    visitor.waits_for_request("/leeward/chat.js", 1).await?;
    let listen = "document.addEventListener('leeward-chat', (event) => {
        event.preventDefault();
        chats.seen.push(event.detail);
    })";
    visitor.finds_out(listen, Vec::new()).await?;
    visitor.clicks("[data-channel='it_chat'] .action").await?;
    visitor.sees_panel_closed().await?;
    let seen = visitor.finds_out("return chats.seen", Vec::new()).await?;
    let expected = json!([{ "channel": "it_chat", "vendor": "own" }]);
    ensure!(seen == expected, "the page was told {seen}");
    Ok(())
}

async fn own_nobody(visitor: &Visitor) -> Result<()> {
    comes(visitor, "own").await?;
    visitor.waits_for_request("/leeward/chat.js", 1).await?;
    visitor.clicks("[data-channel='it_chat'] .action").await?;
    is_sent_elsewhere(visitor).await
}

async fn none(visitor: &Visitor) -> Result<()> {
    ensure!(vendors().count() > 10, "the format names hardly any makers");
    walks(visitor).await?;
    ensure!(
        visitor.site.times_asked("/leeward/chat.js") == 0,
        "the makers' calls were brought for nothing"
    );
    Ok(())
}
