//! What opens by itself: at its sign, once, without the focus, never again after it was closed; on the pages and days
//! that the playbook names.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{OWN_CHILD, SERVICE_CRISIS},
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Where the pages find their playbook.
const PLAYBOOK: &str = "/display.json";

/// The day for which the playbook is written.
const MOMENT: &str = "2026-11-22T10:00:00+09:00";

/// A sign, and what a visitor does that gives it.
const SIGNS: &[(&str, &str)] = &[
    ("after_seconds", ""),
    (
        "scrolled_percent",
        "scrollTo(0, document.documentElement.scrollHeight)",
    ),
    (
        "leaving",
        "document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }))",
    ),
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = SIGNS
        .iter()
        .map(|(sign, act)| {
            let name =
                format!("the sign {sign} opens the panel once, and takes the focus from nobody");
            case(name, async |visitor| opens_once(visitor, sign, act).await)
        })
        .collect();
    cases.extend([
        case("nobody is interrupted while writing", writing),
        case("a playbook that names days and pages holds on them only, in an application too", pages),
        case("a display that is over leaves the children and the button", over),
        case("a display that can't be read leaves the layout of the attribute", unreadable),
        case("what was closed is remembered only where the site allows it", remembered),
        case("nothing opens by itself, and nothing is asked for, before somebody looks at a page that is made ready", prerendered)
            .needs(Need::Speculation),
    ]);
    cases
}

/// Puts the service crisis on the site, with a display.
fn publish(visitor: &Visitor, display: Value) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["display"] = display;
    visitor
        .site
        .answers(PLAYBOOK, Reply::json(playbook.to_string()));
    Ok(())
}

/// A display that opens by itself at a sign.
fn at(sign: &str) -> Value {
    let value = if sign == "leaving" {
        json!(true)
    } else {
        json!(if sign == "after_seconds" { 1 } else { 90 })
    };
    json!({ "open_when": { sign: value } })
}

/// Gives the sign until the panel is open: before the page has come to rest, nobody heeds it.
async fn gives_the_sign(visitor: &Visitor, act: &str) -> Result<()> {
    let script = format!("{act}; return probe.all('#panel[open]').length > 0");
    visitor
        .waits_for("the open panel", &script, Vec::new())
        .await?;
    Ok(())
}

/// Gives the sign, and waits until it would have been heeded. Timers of one length end in their order.
async fn gives_the_sign_in_vain(visitor: &Visitor, act: &str) -> Result<()> {
    let script = format!(
        "const done = arguments[0]; {act}; setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 1000)"
    );
    visitor.finds_out_later(&script, Vec::new()).await?;
    visitor.does_not_see("#panel").await
}

async fn opens_once(visitor: &Visitor, sign: &str, act: &str) -> Result<()> {
    publish(visitor, at(sign))?;
    visitor.looks_at("modes/follows.html").await?;
    let script = "document.querySelector('#link').focus({ preventScroll: true })";
    visitor.finds_out(script, Vec::new()).await?;
    gives_the_sign(visitor, act).await?;
    visitor.does_not_see("#panel:modal").await?;
    visitor.sees_step("welcome").await?;
    visitor.finds_no_barrier("what opened by itself").await?;
    let script = "return document.activeElement.id";
    let focus = visitor.finds_out(script, Vec::new()).await?;
    ensure!(focus == json!("link"), "the focus is on {focus}");
    // Keys are the page's until the visitor is in the panel.
    visitor.types(Key::Escape).await?;
    visitor.clicks("#panel [data-step='welcome'] h3").await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    visitor.has_focus_on("#launcher").await?;
    visitor
        .finds_out("history.pushState(null, '', '?again')", Vec::new())
        .await?;
    gives_the_sign_in_vain(visitor, act).await?;
    let opened = visitor.heard().await?;
    let times = opened.iter().filter(|heard| heard.event == "leeward-open");
    ensure!(times.count() == 1, "it opened again");
    visitor.opens().await
}

async fn writing(visitor: &Visitor) -> Result<()> {
    publish(visitor, at("scrolled_percent"))?;
    visitor.looks_at("modes/follows.html").await?;
    visitor.clicks_on_the_page("#search").await?;
    visitor.waits_for_request("/leeward/triggers.js", 1).await?;
    let down = "scrollTo(0, document.documentElement.scrollHeight - Math.random())";
    gives_the_sign_in_vain(visitor, down).await?;
    visitor
        .finds_out("document.activeElement.blur()", Vec::new())
        .await?;
    gives_the_sign(visitor, down).await
}

/// Goes to another view, as an application does.
async fn navigates(visitor: &Visitor, path: &str) -> Result<()> {
    // Without the Navigation API only the way back, and fragments, can be noticed.
    let script = "history.pushState(null, '', arguments[0]);
        if (!globalThis.navigation) dispatchEvent(new PopStateEvent('popstate'))";
    visitor.finds_out(script, vec![json!(path)]).await?;
    Ok(())
}

async fn pages(visitor: &Visitor) -> Result<()> {
    visitor.comes_at(MOMENT, "Asia/Tokyo").await?;
    publish(
        visitor,
        json!({
            "starts_at": MOMENT, "expires_at": "2026-11-22T11:00:00+09:00",
            "on_pages": ["/claims/*", "/保険", "/embed/modes/season.html"],
        }),
    )?;
    visitor.looks_at("modes/season.html").await?;
    // Its words and its number are the playbook's.
    visitor
        .reads("#banner", "You have had two hard nights")
        .await?;
    visitor.sees("#banner a[href='tel:+81300000119']").await?;
    visitor.finds_no_barrier("the banner").await?;
    for (path, holds) in [
        ("/about", false),
        ("/claims", true),
        ("/claimsmen", false),
        ("/claims/new/photos", true),
        ("/", false),
        ("/%E4%BF%9D%E9%99%BA/", true),
    ] {
        navigates(visitor, path).await?;
        let script = "return (probe.find('#banner') !== undefined) === arguments[0]";
        let what = format!("the banner on {path}: {holds}");
        visitor.waits_for(&what, script, vec![json!(holds)]).await?;
        visitor.sees("#launcher").await?;
    }
    visitor.opens().await
}

async fn over(visitor: &Visitor) -> Result<()> {
    visitor.comes_at(MOMENT, "Asia/Tokyo").await?;
    for display in [
        json!({ "expires_at": MOMENT }),
        json!({ "starts_at": "2026-11-23T10:00:00+09:00" }),
        json!({ "expires_at": "soon" }),
        json!({ "on_pages": "/*" }),
    ] {
        publish(visitor, display)?;
        visitor.looks_at("modes/season.html").await?;
        visitor.sees("#launcher").await?;
        visitor.does_not_see("#banner").await?;
        visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    }
    Ok(())
}

async fn unreadable(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(PLAYBOOK, Reply::status(404));
    visitor.looks_at("modes/season.html").await?;
    visitor
        .expects_failing(PLAYBOOK)
        .expects_line(&["display.json answered 404", "not followed"]);
    visitor.sees("#banner #launcher").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    Ok(())
}

async fn remembered(visitor: &Visitor) -> Result<()> {
    publish(visitor, json!({ "once_per": "day" }))?;
    for (attribute, value, again) in [
        ("forget", "", true),
        ("remember", "false", true),
        ("remember", "remember", false),
    ] {
        visitor.looks_at("modes/season.html").await?;
        let script =
            "document.querySelector('leeward-help').setAttribute(arguments[0], arguments[1])";
        let arguments = vec![json!(attribute), json!(value)];
        visitor.finds_out(script, arguments).await?;
        visitor.clicks("#dismiss").await?;
        let script = "return JSON.stringify([{ ...sessionStorage }, { ...localStorage }])";
        let stored = visitor.finds_out(script, Vec::new()).await?;
        ensure!(
            (stored == json!("[{},{}]")) == again,
            "with {attribute}=\"{value}\" there is {stored}"
        );
    }
    visitor
        .injects("document.addEventListener('DOMContentLoaded', () => document.querySelector('leeward-help').setAttribute('remember', ''))")
        .await?;
    visitor.looks_at("modes/season.html").await?;
    visitor.sees("#launcher").await?;
    visitor.does_not_see("#banner").await?;
    visitor
        .finds_out("sessionStorage.clear(); localStorage.clear()", Vec::new())
        .await?;
    visitor.looks_at("modes/season.html").await?;
    visitor.sees("#banner").await?;
    Ok(())
}

async fn prerendered(visitor: &Visitor) -> Result<()> {
    publish(visitor, at("after_seconds"))?;
    visitor.looks_at("modes/before.html").await?;
    visitor.waits_for_request("/leeward/display.js", 1).await?;
    ensure!(
        visitor.site.times_asked(PLAYBOOK) == 0,
        "the playbook was asked for"
    );
    visitor.clicks_on_the_page("#next").await?;
    let there = "return location.pathname.endsWith('/follows.html')";
    visitor
        .waits_for("the next page", there, Vec::new())
        .await?;
    visitor.brings_probe().await?;
    let was = visitor
        .finds_out("return wasPrerendering", Vec::new())
        .await?;
    ensure!(was == json!(true), "it was not prerendered");
    gives_the_sign(visitor, "").await?;
    visitor.does_not_see("#panel:modal").await
}
