//! Pages with a dialog of their own that keeps everything else away, by script. The panel can be used and closed all the
//! same, and the page's dialog stays as it was.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::SERVICE_CRISIS,
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The names in `tests/embed/modals/modals.js`.
const HOLDS: &[&str] = &[
    "focus-trap",
    "focus-trap that gives way to a click beside it",
    "Bootstrap",
    "an inert page",
    "a focus that is taken back",
];

/// Where the pages find a playbook whose panel opens by itself.
const BY_ITSELF: &str = "/by-itself.json";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HOLDS
        .iter()
        .map(|hold| {
            let name = format!("an open panel is used and closed beside {hold}");
            case(name, async |visitor| beside(visitor, hold).await)
        })
        .collect();
    cases.extend(HOLDS[..3].iter().map(|hold| {
        let name = format!("a panel that opened by itself is used and closed beside {hold}");
        case(name, async |visitor| by_itself(visitor, hold).await)
    }));
    cases.extend([
        case(
            "launcher and banner can be pressed beside focus-trap",
            banner,
        ),
        case(
            "a panel that opened by itself gives way to a page that becomes inert, unless somebody is in it",
            gives_way,
        ),
        case(
            "a dialog of the page above the panel is closed first, and the panel goes on",
            native,
        ),
        case("a finger reaches everything beside focus-trap", touched).needs(Need::Tools),
    ]);
    cases
}

async fn holds(visitor: &Visitor, hold: &str) -> Result<()> {
    visitor
        .finds_out("holds[arguments[0]](); ended.length = 0", vec![json!(hold)])
        .await?;
    Ok(())
}

/// Nothing that was done in the panel has ended the page's dialog.
async fn left_alone(visitor: &Visitor) -> Result<()> {
    let closed = visitor.finds_out("return ended", Vec::new()).await?;
    ensure!(closed == json!([]), "the page's dialog hears {closed}");
    Ok(())
}

/// From the first question to a text that is typed.
async fn uses(visitor: &Visitor) -> Result<()> {
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    visitor.clicks("[name='answer']").await?;
    visitor.types("3").await?;
    visitor.tabs_to("[data-action='continue']").await?;
    visitor.tabs_back().await?;
    visitor.has_focus_on("[name='answer']").await?;
    visitor.sees_answer("affected", "3").await
}

async fn beside(visitor: &Visitor, hold: &str) -> Result<()> {
    visitor.looks_at("modals/index.html").await?;
    visitor.opens().await?;
    holds(visitor, hold).await?;
    uses(visitor).await?;
    let script = "return document.querySelector('leeward-help').ariaHidden";
    let hidden = visitor.finds_out(script, Vec::new()).await?;
    ensure!(
        hidden != json!("true"),
        "the panel is hidden from those who listen"
    );
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    left_alone(visitor).await?;

    // With the focus on nothing, as after a click beside the controls.
    visitor
        .finds_out("document.querySelector('leeward-help').open()", Vec::new())
        .await?;
    visitor.has_focus_on("[data-step] h3").await?;
    visitor
        .finds_out("probe.active().blur()", Vec::new())
        .await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    visitor
        .finds_out("document.querySelector('leeward-help').open()", Vec::new())
        .await?;
    visitor.has_focus_on("[data-step] h3").await?;
    visitor.closes().await?;
    left_alone(visitor).await
}

/// Opens a page whose panel has opened by itself.
async fn opened(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["display"] = json!({ "open_when": { "after_seconds": 1 } });
    visitor
        .site
        .answers(BY_ITSELF, Reply::json(playbook.to_string()));
    visitor
        .looks_at(&format!("modals/index.html?display&playbook={BY_ITSELF}"))
        .await?;
    visitor.sees("dialog#panel:not(:modal)").await?;
    visitor.sees_step("welcome").await
}

async fn by_itself(visitor: &Visitor, hold: &str) -> Result<()> {
    opened(visitor).await?;
    holds(visitor, hold).await?;
    uses(visitor).await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    left_alone(visitor).await
}

async fn gives_way(visitor: &Visitor) -> Result<()> {
    opened(visitor).await?;
    holds(visitor, "an inert page").await?;
    visitor.sees_panel_closed().await?;

    opened(visitor).await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    visitor.writes("[name='answer']", "3").await?;
    holds(visitor, "an inert page").await?;
    visitor.sees("#panel:modal").await?;
    visitor.has_focus_on("[name='answer']").await?;
    visitor.presses("continue").await?;
    visitor.sees_result("technical").await?;
    visitor.closes().await
}

async fn banner(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modals/index.html?mode=banner").await?;
    visitor.sees("#banner #launcher").await?;
    // Pointing at it has its code come, as it does for everybody.
    visitor.points_at("#launcher").await?;
    visitor.waits_for_request("/leeward/boundary.js", 1).await?;
    let ready = "return probe.all('[data-step]').length > 0";
    visitor
        .waits_for("the questions", ready, Vec::new())
        .await?;
    holds(visitor, "focus-trap").await?;
    visitor.opens().await?;
    visitor.closes().await?;
    visitor.clicks("#dismiss").await?;
    visitor.sees("#launcher").await?;
    visitor.does_not_see("#banner").await?;
    visitor.opens().await?;
    visitor.closes().await?;
    left_alone(visitor).await
}

async fn native(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modals/index.html").await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let script = "document.querySelector('#native').showModal()";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.types(Key::Escape).await?;
    let there =
        "return !document.querySelector('#native').open && probe.all('#panel[open]').length === 1";
    visitor
        .waits_for("the page's dialog to close alone", there, Vec::new())
        .await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await
}

/// Puts a finger on something, and takes it off.
async fn taps(visitor: &Visitor, selector: &str) -> Result<()> {
    visitor.sees(selector).await?;
    let script =
        "const { left, top, width, height } = probe.find(arguments[0]).getBoundingClientRect();
        return [left + width / 2, top + height / 2]";
    let place = visitor.finds_out(script, vec![json!(selector)]).await?;
    let finger = json!([{ "x": place[0], "y": place[1] }]);
    for (kind, points) in [("touchStart", finger), ("touchEnd", json!([]))] {
        let event = json!({ "type": kind, "touchPoints": points });
        visitor.commands("Input.dispatchTouchEvent", event).await?;
    }
    Ok(())
}

async fn touched(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modals/index.html").await?;
    visitor.opens().await?;
    holds(visitor, "focus-trap").await?;
    taps(visitor, "[data-action='start']").await?;
    visitor.is_asked("topic").await?;
    taps(visitor, "label:has([value='technical'])").await?;
    visitor.sees("[value='technical']:checked").await?;
    taps(visitor, "[data-action='continue']").await?;
    visitor.is_asked("affected").await?;
    taps(visitor, "#close").await?;
    visitor.sees_panel_closed().await
}
