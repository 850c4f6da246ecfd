//! What a browser does with a page beside showing it: keeps it for the way back, makes it ready before anybody asked,
//! prints it, or runs no scripts at all.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    embed,
    harness::{Case, case},
    page::OWN_CHILD,
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::json;

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "without scripts the page shows what stands between the tags",
            no_scripts,
        )
        .needs(Need::Tools),
        case(
            "a page that comes back out of the browser's memory says anew what is open",
            comes_back,
        )
        .needs(Need::Keeping),
        case(
            "a page that is made ready beforehand opens nothing and asks for nothing but the safe layer",
            prerendered,
        )
        .needs(Need::Speculation),
        case(
            "the contact list prints whole, and the launcher doesn't",
            printed,
        )
        .needs(Need::Tools),
    ]
}

async fn no_scripts(visitor: &Visitor) -> Result<()> {
    visitor.switches_scripts_off().await?;
    visitor.looks_at("plain/index.html").await?;
    let link = format!("leeward-help > a[href='{OWN_CHILD}']");
    visitor.clicks_on_the_page(&link).await?;
    let script = "return customElements.get('leeward-help') === undefined";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "scripts were run"
    );
    Ok(())
}

/// A copy of the plain page that browsers may keep.
fn publish_kept(visitor: &Visitor) -> Result<()> {
    embed::publish("plain", &visitor.site, None)?;
    let text = include_str!("../../embed/plain/index.html");
    let reply = Reply::text("text/html; charset=utf-8", text);
    visitor
        .site
        .answers("/kept.html", reply.with_header("cache-control", "no-cache"));
    visitor.site.answers(
        "/elsewhere.html",
        Reply::text("text/html", "<!doctype html><title>Elsewhere</title>"),
    );
    Ok(())
}

async fn comes_back(visitor: &Visitor) -> Result<()> {
    publish_kept(visitor)?;
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.goes_to("/kept.html").await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor
        .reads("[data-channel='it_chat']", "Open until 12:00")
        .await?;
    let script =
        "addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted })";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.lets_hours_pass(2).await?;
    visitor.goes_to("/elsewhere.html").await?;
    visitor.goes_back().await?;
    let persisted = visitor
        .finds_out("return globalThis.persisted ?? null", Vec::new())
        .await?;
    ensure!(
        persisted == json!(true),
        "it was loaded anew: {persisted}, {}",
        visitor.finds_out("return JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null)", Vec::new()).await?
    );
    visitor.sees_result("technical").await?;
    visitor.reads(".passed", "Closed until 1:00 PM").await?;
    visitor
        .does_not_see("[data-place='best'][data-channel='it_chat']")
        .await
}

async fn prerendered(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("prerender/index.html").await?;
    visitor.waits_for_request("/leeward/leeward.js", 1).await?;
    visitor.clicks_on_the_page("#next").await?;
    let there = "return location.pathname.endsWith('/next.html')";
    visitor
        .waits_for("the next page", there, Vec::new())
        .await?;
    visitor.brings_probe().await?;
    let was = visitor
        .finds_out(
            "return wasPrerendering && !document.prerendering",
            Vec::new(),
        )
        .await?;
    ensure!(was == json!(true), "it was not prerendered");
    visitor.sees("#launcher").await?;
    visitor.does_not_see("#panel").await?;
    let mut asked: Vec<String> = visitor
        .site
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    asked.sort();
    ensure!(
        asked
            == [
                "/embed/prerender/index.html",
                "/embed/prerender/next.html",
                "/leeward/leeward.js"
            ],
        "asked for {asked:?}"
    );
    visitor.opens().await
}

async fn printed(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("plain/index.html").await?;
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    prints_every_channel(visitor).await?;
    visitor.closes().await?;
    let paper = json!({ "media": "print" });
    visitor
        .commands("Emulation.setEmulatedMedia", paper)
        .await?;
    visitor.does_not_see("#launcher").await?;
    visitor
        .commands("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;

    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    visitor.looks_at("plain/index.html").await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    prints_every_channel(visitor).await
}

/// Every number and address of the playbook is a link on paper.
async fn prints_every_channel(visitor: &Visitor) -> Result<()> {
    let playbook: serde_json::Value =
        serde_json::from_slice(&site::file(leeward_tests::page::SERVICE_CRISIS)?)?;
    let channels = playbook["channels"].as_object().context("no channels")?;
    let paper = visitor.prints().await?;
    for (id, channel) in channels {
        let scheme = match channel["kind"].as_str() {
            Some("phone") => "tel:",
            Some("sms") => "sms:",
            Some("email") => "mailto:",
            _ => continue,
        };
        let address = channel["address"].as_str().context("no address")?;
        // In numbers, groups are for reading; addresses have other hyphens.
        let address = match scheme {
            "mailto:" => address.to_owned(),
            _ => address.replace([' ', '-'], ""),
        };
        ensure!(
            paper.contains(&format!("{scheme}{address}")),
            "{id} is not on paper"
        );
    }
    // Also those that are folded on the screen.
    for number in [119, 110, 112, 999] {
        let is_there = paper.contains(&format!("tel:{number})"));
        ensure!(is_there, "{number} is not on paper");
    }
    Ok(())
}
