//! The quick exit, for somebody who may be watched.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};
use thirtyfour::Key;

const WEATHER: &str = "/weather.html";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a playbook without a quick exit brings neither its button nor its code",
            off,
        ),
        case(
            "the quick exit leaves for a page from which nothing leads back",
            button,
        ),
        case(
            "Shift three times leaves, and Shift for capital letters doesn't",
            shift,
        ),
        case(
            "the quick exit speaks the language that the visitor changes to",
            language,
        ),
    ]
}

async fn off(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.does_not_see("#exit").await?;
    ensure!(visitor.site.times_asked("/leeward/exit.js") == 0);
    Ok(())
}

/// A page whose playbook has a quick exit; an ordinary page was looked at before.
async fn opens(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    let weather = visitor.site.url(WEATHER).replace("127.0.0.1", "localhost");
    playbook["exit"] = json!({ "url": weather });
    let page = Reply::text(
        "text/html",
        "<!doctype html><title>Weather</title><h1>Sunny</h1>",
    );
    visitor.site.answers(WEATHER, page.clone());
    visitor.site.answers("/before.html", page);
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    visitor.goes_to("/before.html").await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.reads("#exit", "Leave this page").await
}

async fn is_away(visitor: &Visitor) -> Result<()> {
    let script =
        "return location.pathname === '/weather.html' && document.readyState === 'complete'";
    visitor.waits_for("the weather", script, Vec::new()).await?;
    visitor.goes_back().await?;
    let script = "return document.readyState === 'complete' && location.pathname";
    let back = visitor.waits_for("a page", script, Vec::new()).await?;
    let back = back.as_str().context("a path")?;
    ensure!(back == "/before.html", "back leads to {back}");
    Ok(())
}

async fn button(visitor: &Visitor) -> Result<()> {
    opens(visitor).await?;
    visitor
        .finds_no_barrier("a welcome with a quick exit")
        .await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.clicks("#exit").await?;
    is_away(visitor).await
}

async fn shift(visitor: &Visitor) -> Result<()> {
    opens(visitor).await?;
    visitor.starts().await?;
    for _ in 0..3 {
        visitor.types(Key::Shift + "a").await?;
    }
    visitor.is_asked("topic").await?;
    for _ in 0..3 {
        visitor.types(Key::Shift).await?;
    }
    is_away(visitor).await
}

async fn language(visitor: &Visitor) -> Result<()> {
    opens(visitor).await?;
    visitor.picks_language("ja").await?;
    visitor.reads("#exit", "このページを離れる").await
}
