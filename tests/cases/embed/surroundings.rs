//! What stands around the element: small screens, a dialog of the page, another direction of writing, an inert body,
//! storage that is denied or full, a policy with nothing but a nonce.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    site::Reply,
    visitor::Visitor,
};
use serde_json::json;
use thirtyfour::Key;

const WASM: &str = "/leeward/widget_bg.wasm";

pub fn cases() -> Vec<Case> {
    let zoomed = case(
        "a window of 1280 by 1024 at 400 % shows and reaches all of it, scrolled one way only",
        zoomed_in,
    );
    let mut cases = vec![zoomed.needs(Need::Phone)];
    cases.extend(policies());
    cases.extend([
        case("storage that is denied is never looked at", denied),
        case("storage that is full is nobody's concern", full),
        case(
            "the panel opens above a dialog of the page, and leaves it as it was",
            host_dialog,
        ),
        case(
            "a page from right to left has the launcher and the panel on the screen, in their own direction",
            right_to_left,
        ),
        case("a page that is inert can still open the panel", inert),
    ]);
    cases
}

/// A release meets them too: it brings its scripts in another way.
pub fn policies() -> Vec<Case> {
    let policies = ["nonce", "strict-dynamic"].map(|page| {
        let name = format!("a policy of {page} is not violated once on a whole journey");
        case(name, async move |visitor| policy(visitor, page).await)
    });
    policies.into()
}

/// Zoomed in, the window has 320 by 256 CSS pixels.
async fn zoomed_in(visitor: &Visitor) -> Result<()> {
    visitor.has_a_screen_of(320, 256).await?;
    visitor.looks_at("plain/index.html").await?;
    visitor.opens().await?;
    reaches(visitor, "welcome").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    reaches(visitor, "choice").await?;
    visitor
        .walks(&[
            ("topic", "other"),
            ("safe", "yes"),
            ("danger", "exhaustion"),
        ])
        .await?;
    visitor.is_asked("draining").await?;
    reaches(visitor, "ranking").await?;
    visitor
        .answers("draining", "family,sleep,paperwork")
        .await?;
    visitor.answers("one_thing", "…").await?;
    visitor.sees_result("listen").await?;
    reaches(visitor, "result").await?;
    visitor.wants_to_write("message_form").await?;
    reaches(visitor, "message").await?;
    visitor.composes("Ann", "ann@example.test", "Help").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.closes().await?;

    visitor.site.answers(WASM, Reply::status(404));
    visitor.looks_at("plain/index.html").await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    reaches(visitor, "contact list").await?;
    visitor.closes().await
}

/// Nothing is scrolled sideways, and there is room to read: the part that scrolls has a third of the screen at least.
async fn reaches(visitor: &Visitor, screen: &str) -> Result<()> {
    visitor.scrolls_one_way_only(screen).await?;
    let script = "const panel = probe.all('#panel')[0].getBoundingClientRect();
        const body = probe.find('#contacts, .scroll').getBoundingClientRect();
        return [panel.top, innerHeight - panel.bottom, body.height - innerHeight / 3].map(Math.round)";
    let room: Vec<i64> = serde_json::from_value(visitor.finds_out(script, Vec::new()).await?)?;
    ensure!(
        room.iter().all(|room| *room >= 0),
        "{screen}: above, below and for reading there are {room:?} pixels left"
    );
    Ok(())
}

async fn policy(visitor: &Visitor, page: &str) -> Result<()> {
    visitor.looks_at(&format!("{page}/index.html")).await?;
    visitor.opens().await?;
    visitor.picks_language("ja").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("", "ann@example.test", "助けて").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    // The browser's own wish for an icon is none of the page's.
    let script =
        "const before = probe.seen.violations.filter((line) => !line.includes('/favicon.ico'));
        const intruder = document.createElement('script');
        try { intruder.textContent = 'globalThis.ran = true' } catch { /* Trusted Types */ }
        document.body.append(intruder);
        return { before, ran: globalThis.ran ?? null }";
    visitor.expects_violations();
    let found = visitor.finds_out(script, Vec::new()).await?;
    ensure!(found["before"] == json!([]), "violated on the way: {found}");
    ensure!(found["ran"].is_null(), "there is no policy");
    Ok(())
}

async fn denied(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("storage/denied.html").await?;
    journey(visitor).await?;
    let looks = visitor.finds_out("return looks", Vec::new()).await?;
    ensure!(looks == json!(0), "looked {looks} times");
    let script = "try { localStorage } catch ({ name }) { return name }";
    let denied = visitor.finds_out(script, Vec::new()).await?;
    ensure!(denied == json!("SecurityError"), "the fault is {denied}");
    Ok(())
}

async fn full(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("storage/full.html").await?;
    let full = visitor.finds_out("return full", Vec::new()).await?;
    ensure!(full == json!("QuotaExceededError"), "the fault is {full}");
    journey(visitor).await
}

async fn journey(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.picks_language("hi").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.closes().await
}

async fn host_dialog(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("host-dialog/index.html").await?;
    visitor.clicks_on_the_page("#help").await?;
    visitor.sees_step("welcome").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    let script = "return document.querySelector('#host-dialog').open && document.activeElement.id";
    let focus = visitor.finds_out(script, Vec::new()).await?;
    ensure!(focus == json!("help"), "the focus is on {focus}");
    visitor.clicks_on_the_page("#stay").await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_result("emergency").await?;
    visitor.closes().await
}

async fn right_to_left(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("rtl/index.html").await?;
    visitor.sees("#launcher").await?;
    let inside = "const { left, right } = probe.find(arguments[0]).getBoundingClientRect();
        return left >= 0 && right <= document.documentElement.clientWidth
          && document.scrollingElement.scrollWidth === document.scrollingElement.clientWidth";
    for part in ["#launcher", "#panel"] {
        let found = visitor.finds_out(inside, vec![json!(part)]).await?;
        ensure!(found == json!(true), "{part} is not on the screen");
        if part == "#launcher" {
            visitor.opens().await?;
        }
    }
    visitor.sees("#panel[dir='rtl'] .smart[dir='rtl']").await?;
    // A language that is written from left to right is, on such a page, too.
    visitor.picks_language("en").await?;
    visitor.sees("#panel[dir='ltr'] .smart[dir='ltr']").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.closes().await
}

async fn inert(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("inert/index.html").await?;
    visitor.sees("#launcher").await?;
    let script =
        "return document.body.inert && (document.querySelector('leeward-help').open(), true)";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "the page is not inert"
    );
    visitor.sees_step("welcome").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.closes().await
}
