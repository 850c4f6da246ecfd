//! What a page's Content-Security-Policy forbids: WebAssembly, styles, everything but one server, and
//! script from strings.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, OWN_CHILD},
    site::Site,
    visitor::Visitor,
};

const WASM: &str = "/leeward/widget_bg.wasm";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a policy without wasm-unsafe-eval brings the contact list in the same click",
            no_wasm,
        ),
        case(
            "the strictest policy is not violated once on a whole journey",
            strictest,
        ),
        case(
            "Trusted Types are not violated once on a whole journey",
            trusted_types,
        ),
    ]
}

async fn no_wasm(visitor: &Visitor) -> Result<()> {
    visitor
        .visits(&HostPage::with_policy("script-src 'self'"))
        .await?;
    visitor
        .expects_violations()
        .expects_line(&["Leeward: ", "'wasm-unsafe-eval'", "script-src"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.has_focus_on("#contacts h3").await?;
    visitor
        .sees("#contacts [data-channel='it_chat'] a[href='https://example.test/chat']")
        .await?;
    visitor.sees("#contacts a[href='tel:119']").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == "blocked", "the error is {error}");

    // A page's policy never changes: what it blocks is not asked for again.
    let asked = visitor.site.times_asked(WASM);
    visitor.closes().await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    ensure!(
        visitor.site.times_asked(WASM) == asked,
        "asked for the blocked WebAssembly again"
    );
    Ok(())
}

async fn strictest(visitor: &Visitor) -> Result<()> {
    let cdn = Site::start().await?;
    cdn.is_open_to_all();
    let origin = cdn.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' {origin}"
    );
    visitor
        .visits(&HostPage::with_policy(&policy).served_from(&cdn))
        .await?;
    whole_journey(visitor).await?;
    ensure!(
        cdn.times_asked(WASM) == 1,
        "the WebAssembly came from elsewhere"
    );
    Ok(())
}

async fn trusted_types(visitor: &Visitor) -> Result<()> {
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    visitor.visits(&HostPage::with_policy(policy)).await?;
    whole_journey(visitor).await
}

/// Through every kind of question and every screen; what is violated on the way fails the test.
async fn whole_journey(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.picks_language("hi").await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "x")])
        .await?;
    visitor.sees_complaint().await?;
    visitor.answers("affected", "12").await?;
    visitor.sees_result("technical").await?;
    visitor.changes("topic").await?;
    visitor
        .walks(&[
            ("topic", "coverage"),
            ("safe", "yes"),
            ("touched", "home,work"),
        ])
        .await?;
    visitor.sees_result("coverage").await?;
    visitor.changes("topic").await?;
    visitor
        .walks(&[("topic", "other"), ("danger", "exhaustion")])
        .await?;
    visitor
        .answers("draining", "family,sleep,paperwork")
        .await?;
    visitor.answers("one_thing", "नींद").await?;
    visitor.sees_result("listen").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("", "ravi@example.test", "नमस्ते").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    visitor.closes().await?;
    Ok(())
}
