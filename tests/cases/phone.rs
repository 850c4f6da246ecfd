//! What fingers meet: the keyboard that covers half of the screen, and entries that are dragged.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use serde_json::{Value, json};

const RANKING: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "exhaustion"),
];

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a phone's keyboard covers neither the field with its label nor the button",
            keyboard,
        )
        .needs(Need::Phone),
        case(
            "who zooms in with two fingers, or writes into the page's own field, moves no panel",
            no_keyboard,
        )
        .needs(Need::Phone),
        case(
            "with a visual viewport that tells nothing everything can be answered",
            no_viewport,
        )
        .needs(Need::Phone),
        case(
            "a ranking is dragged into order by mouse, and each move is announced",
            dragged,
        ),
        case(
            "a finger drags an entry by its number, and scrolls by its words",
            touched,
        )
        .needs(Need::Tools),
    ]
}

/// No browser of the tests has a keyboard on the screen. What one does to a page is injected: the visual viewport is
/// lower, or seems so, and says that it was resized.
const KEYBOARD: &str = "
globalThis.keyboard = { height: 0, scale: 1 };
const { prototype } = VisualViewport;
const height = Object.getOwnPropertyDescriptor(prototype, 'height').get;
Object.defineProperty(prototype, 'height', { get() { return height.call(this) - keyboard.height; } });
Object.defineProperty(prototype, 'scale', { get: () => keyboard.scale });
";

async fn shows_keyboard(visitor: &Visitor, height: u32, scale: u32) -> Result<()> {
    let script = "Object.assign(keyboard, { height: arguments[0], scale: arguments[1] });
        visualViewport.dispatchEvent(new Event('resize'));
        return Math.round(innerHeight - visualViewport.height)";
    let arguments = vec![json!(height), json!(scale)];
    let covered = visitor.finds_out(script, arguments).await?;
    ensure!(covered == json!(height), "the keyboard covers {covered}");
    Ok(())
}

/// The upper and the lower edge of something.
async fn edges(visitor: &Visitor, selector: &str) -> Result<(i64, i64)> {
    let script = "const { top, bottom } = probe.find(arguments[0]).getBoundingClientRect();
        return [Math.round(top), Math.round(bottom)]";
    let found = visitor.finds_out(script, vec![json!(selector)]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Somebody with the keyboard before them, in a field.
async fn writes_above_keyboard(visitor: &Visitor, field: &str, label: &str) -> Result<()> {
    visitor.clicks(field).await?;
    visitor.has_focus_on(field).await?;
    visitor.waits_for_request("/leeward/keyboard.js", 1).await?;
    shows_keyboard(visitor, 300, 1).await?;
    let raised = "return probe.find('#panel').getBoundingClientRect().bottom <= 440";
    visitor
        .waits_for("the panel above the keyboard", raised, Vec::new())
        .await?;
    let (_, head) = edges(visitor, "#panel header").await?;
    let (bar, _) = edges(visitor, ".bar").await?;
    for (part, from, to) in [
        (label, head, bar),
        (field, head, bar),
        (".primary", bar, 440),
        ("#close", 0, head),
    ] {
        let (top, bottom) = edges(visitor, part).await?;
        ensure!(
            from <= top && bottom <= to,
            "{part} is at {top} to {bottom}, but seen from {from} to {to}"
        );
    }
    Ok(())
}

async fn keyboard(visitor: &Visitor) -> Result<()> {
    visitor.injects(KEYBOARD).await?;
    visitor.holds_a_phone_of(360).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    let before = edges(visitor, "#panel").await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    ensure!(
        visitor.site.times_asked("/leeward/keyboard.js") == 0,
        "it was asked for too early"
    );
    writes_above_keyboard(visitor, "[name='answer']", "#step-title").await?;

    shows_keyboard(visitor, 0, 1).await?;
    let after = edges(visitor, "#panel").await?;
    ensure!(
        before == after,
        "the panel was at {before:?}, is at {after:?}"
    );

    visitor.answers("affected", "25").await?;
    visitor.sees_result("technical").await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    for name in ["message", "contact", "name"] {
        let field = format!("[name='{name}']");
        let label = format!(".field:has([name='{name}'])");
        writes_above_keyboard(visitor, &field, &label).await?;
    }
    // Closed with the keyboard on the screen, and opened without it.
    visitor.clicks("#close").await?;
    visitor.sees_panel_closed().await?;
    shows_keyboard(visitor, 0, 1).await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_step("message").await?;
    let after = edges(visitor, "#panel").await?;
    ensure!(
        before == after,
        "the panel was at {before:?}, is at {after:?}"
    );
    Ok(())
}

async fn no_keyboard(visitor: &Visitor) -> Result<()> {
    visitor.injects(KEYBOARD).await?;
    visitor.holds_a_phone_of(360).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    let before = edges(visitor, "#panel").await?;
    writes_above_keyboard(visitor, "[name='answer']", "#step-title").await?;
    shows_keyboard(visitor, 300, 2).await?;
    let zoomed = edges(visitor, "#panel").await?;
    ensure!(before == zoomed, "zoomed in, it is at {zoomed:?}");
    // The same keyboard, for something that isn't the panel's.
    let script = "probe.active().blur(); probe.find('#panel').blur()";
    visitor.finds_out(script, Vec::new()).await?;
    shows_keyboard(visitor, 300, 1).await?;
    let elsewhere = edges(visitor, "#panel").await?;
    ensure!(
        before == elsewhere,
        "without the focus, it is at {elsewhere:?}"
    );
    Ok(())
}

async fn no_viewport(visitor: &Visitor) -> Result<()> {
    // The driver asks it, too, where to click.
    let mute = "const { width, height } = visualViewport;
        const value = { width, height, offsetLeft: 0, offsetTop: 0, pageLeft: 0, pageTop: 0, scale: 1 };
        Object.defineProperty(globalThis, 'visualViewport', { value });";
    visitor.injects(mute).await?;
    visitor.holds_a_phone_of(360).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.answers("affected", "25").await?;
    visitor.waits_for_request("/leeward/keyboard.js", 1).await?;
    visitor.sees_result("technical").await?;
    visitor.closes().await
}

async fn comes_to_the_ranking(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(RANKING).await?;
    visitor.is_asked("draining").await?;
    visitor.is_at_heading_of("question").await?;
    ensure!(
        visitor.ranking().await? == ["paperwork", "sleep", "family"],
        "another first order"
    );
    Ok(())
}

async fn dragged(visitor: &Visitor) -> Result<()> {
    comes_to_the_ranking(visitor).await?;
    visitor
        .drags("[data-option='family'] span", "#step-title")
        .await?;
    visitor.sees_rank("family", 0).await?;
    visitor.lets_go().await?;
    visitor
        .reads(
            "[data-step] [role='status']",
            "Worry about somebody is now number 1 of 3",
        )
        .await?;
    // Nothing sticks to a hand that has let go.
    visitor.points_at("[data-option='sleep']").await?;
    ensure!(
        visitor.ranking().await? == ["family", "paperwork", "sleep"],
        "another last order"
    );
    // What is sent is what is seen.
    visitor.presses("continue").await?;
    visitor.answers("one_thing", "not_sure").await?;
    visitor.sees_result("listen").await?;
    visitor
        .reads(".told", "Worry about somebody, Forms and phone calls")
        .await
}

async fn touches(visitor: &Visitor, kind: &str, points: Value) -> Result<()> {
    let event = json!({ "type": kind, "touchPoints": points });
    visitor.commands("Input.dispatchTouchEvent", event).await
}

/// A finger goes down on something and moves by so many pixels.
async fn swipes(visitor: &Visitor, selector: &str, down: i64) -> Result<()> {
    let script = "const { x, y, width, height } = probe.find(arguments[0]).getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round)";
    let middle = visitor.finds_out(script, vec![json!(selector)]).await?;
    let (x, y): (i64, i64) = serde_json::from_value(middle)?;
    touches(visitor, "touchStart", json!([{ "x": x, "y": y }])).await?;
    for part in 1..=10 {
        let point = json!([{ "x": x, "y": y + down * part / 10 }]);
        touches(visitor, "touchMove", point).await?;
    }
    touches(visitor, "touchEnd", json!([])).await
}

async fn touched(visitor: &Visitor) -> Result<()> {
    visitor.has_a_screen_of(360, 500).await?;
    comes_to_the_ranking(visitor).await?;
    swipes(visitor, "[data-option='paperwork'] .place", 90).await?;
    visitor.sees_rank("paperwork", 1).await?;
    let order = visitor.ranking().await?;
    swipes(visitor, "[data-option='sleep'] > span", -90).await?;
    let scrolled = "return probe.find('.scroll').scrollTop > 0";
    visitor
        .waits_for("the scrolled step", scrolled, Vec::new())
        .await?;
    ensure!(
        visitor.ranking().await? == order,
        "scrolling has moved an entry"
    );
    Ok(())
}
