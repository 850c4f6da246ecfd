//! The way of a visitor past all screens, on the demo site.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

use crate::{
    camera::Camera,
    screens::{Language, MOMENT, PLAYBOOK},
};

/// Where messages go to.
const MESSAGES: &str = "/messages";

/// Without this there are no questions.
const WASM: &str = "/leeward/widget_bg.wasm";

/// The page that shows a banner.
const BANNER: &str = "/demo/modes/banner.html";

/// Where and when the visitor is, and what they have in their hand.
pub async fn begins(camera: &Camera<'_>, language: &Language) -> Result<()> {
    camera.visitor.comes_at(MOMENT, language.zone).await?;
    camera.is_set_up().await
}

pub async fn past_all_screens(camera: &Camera<'_>, language: &Language) -> Result<()> {
    comes_in(camera, language).await?;
    questions(camera).await?;
    result(camera, language).await?;
    message(camera, language).await?;
    layouts(camera, language).await?;
    list(camera, language).await
}

fn demo(language: &Language) -> String {
    format!("/?playbook=service-crisis&locale={}", language.tag)
}

async fn comes_in(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    visitor.goes_to(&demo(language)).await?;
    visitor.sees("#launcher").await?;
    camera.takes("launcher").await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in(language.tag).await?;
    camera.takes("welcome").await?;
    camera.takes_forced("forced-welcome").await?;
    visitor.starts().await
}

/// A technical problem, then a claim: questions of most kinds.
async fn questions(camera: &Camera<'_>) -> Result<()> {
    let visitor = camera.visitor;
    visitor.fills_in("topic", "technical").await?;
    camera.takes("choice").await?;
    visitor.presses("continue").await?;
    visitor.fills_in("affected", "25").await?;
    camera.takes("number").await?;
    visitor.fills_in("affected", "0").await?;
    visitor.presses("continue").await?;
    visitor.has_focus_on(".error-summary").await?;
    camera.takes("error").await?;
    visitor.answers("affected", "25").await?;
    visitor.sees_result("technical").await?;

    visitor.changes("topic").await?;
    visitor.answers("topic", "coverage").await?;
    visitor.is_asked("safe").await?;
    visitor.clicks(".why summary").await?;
    camera.takes("yes-no").await?;
    visitor.answers("safe", "yes").await?;
    visitor.fills_in("touched", "home,work").await?;
    camera.takes("some").await?;
    visitor.presses("continue").await?;
    visitor.sees_result("coverage").await
}

/// Danger to life, and somebody who is only exhausted.
async fn result(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    camera.takes("result").await?;
    camera.takes_forced("forced-result").await?;
    below(visitor).await?;
    camera.takes("result-below").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    camera.takes("contacts").await?;
    visitor.presses("return").await?;

    visitor.changes("topic").await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    camera.takes("danger").await?;

    visitor.changes("topic").await?;
    visitor.answers("topic", "other").await?;
    visitor.answers("danger", "exhaustion").await?;
    visitor.is_asked("draining").await?;
    let last = visitor.ranking().await?.pop().unwrap_or_default();
    visitor
        .clicks(&format!("[data-option='{last}'] [data-action='up']"))
        .await?;
    visitor.sees_rank(&last, 1).await?;
    camera.takes("ranking").await?;
    visitor.presses("continue").await?;
    visitor.fills_in("one_thing", language.wish).await?;
    camera.takes("text").await?;
    visitor.presses("continue").await?;
    visitor.sees_result("listen").await
}

/// What begins below the two options is scrolled to the top.
async fn below(visitor: &Visitor) -> Result<()> {
    let script = "probe.find('[data-place=second] ~ h4').scrollIntoView();
        probe.find('.scroll').scrollBy(0, -12)";
    visitor.finds_out(script, Vec::new()).await?;
    Ok(())
}

async fn message(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    visitor.wants_to_write("message_form").await?;
    visitor
        .composes("", "ann@example.test", language.wish)
        .await?;
    camera.takes("message").await?;
    visitor
        .expects_failing(MESSAGES)
        .site
        .answers(MESSAGES, Reply::status(422));
    visitor.sends().await?;
    visitor.is_told("failed").await?;
    camera.takes("message-failed").await?;
    visitor.site.recovers(MESSAGES);
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    camera.takes("message-sent").await
}

/// The pages that show the layouts are in English; the help on them is not.
async fn layouts(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    for mode in ["inline", "page"] {
        visitor.goes_to(&format!("/demo/modes/{mode}.html")).await?;
        let speak = "document.querySelector('leeward-help').setAttribute('locale', arguments[0])";
        visitor.finds_out(speak, vec![language.tag.into()]).await?;
        visitor.is_spoken_to_in(language.tag).await?;
        let near = "document.querySelector('leeward-help').scrollIntoView()";
        visitor.finds_out(near, Vec::new()).await?;
        camera.takes(mode).await?;
    }
    banner(camera, language).await
}

/// The demo's banner has the page's own link and label, which are in English everywhere. Here the playbook fills it.
async fn banner(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    let mut playbook: Value = serde_json::from_slice(&site::file(PLAYBOOK)?)?;
    playbook["display"] = json!({ "mode": "banner" });
    let page = String::from_utf8(site::file(BANNER)?.to_vec())?;
    let follows = format!("display locale=\"{}\"", language.tag);
    let page = page.replace("label=\"Storm help\"", &follows);
    ensure!(page.contains(&follows), "{BANNER} has another label");
    visitor
        .site
        .answers(PLAYBOOK, Reply::json(playbook.to_string()));
    visitor.site.answers(BANNER, Reply::of_type(BANNER, page));
    visitor.goes_to(BANNER).await?;
    visitor.sees("#banner a[href^='tel:+']").await?;
    // The playbook's words are on the button after a sign of intent.
    visitor.points_at("#launcher").await?;
    let words = playbook["launcher"]["text"][language.tag].as_str();
    let words = words.context("the launcher has no words in this language")?;
    visitor.reads("#launcher", words).await?;
    camera.takes("banner").await?;
    visitor.site.recovers(PLAYBOOK);
    visitor.site.recovers(BANNER);
    Ok(())
}

async fn list(camera: &Camera<'_>, language: &Language) -> Result<()> {
    let visitor = camera.visitor;
    visitor.site.answers(WASM, Reply::status(404));
    visitor.goes_to(&demo(language)).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor
        .sees(&format!("#panel[lang='{}'] #contacts li", language.tag))
        .await?;
    camera.takes("list").await?;
    visitor.is_undisturbed().await
}
