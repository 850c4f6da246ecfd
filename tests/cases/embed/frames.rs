//! The snippet in a frame: of the same origin, of another, and of none (sandboxed), where storage throws.

use anyhow::{Result, ensure};
use leeward_tests::{
    embed,
    harness::{Case, case},
    page::OWN_CHILD,
    site::Site,
    visitor::Visitor,
};
use serde_json::json;

const INSIDE: &str = "iframe";

pub fn cases() -> Vec<Case> {
    vec![
        case("a frame shows all of it", same_origin),
        case("a frame of another origin shows all of it", other_origin),
        case(
            "a sandboxed frame, whose origin is none, shows all of it when the files are open to all",
            sandboxed,
        ),
        case(
            "a sandboxed frame that may not have the files shows what stands between the tags",
            sandboxed_and_barred,
        ),
    ]
}

async fn same_origin(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("frame/index.html").await?;
    visitor.enters_frame(INSIDE).await?;
    journey(visitor).await?;
    visitor.leaves_frame().await
}

async fn other_origin(visitor: &Visitor) -> Result<()> {
    let elsewhere = Site::start().await?;
    embed::publish("frame", &elsewhere, None)?;
    visitor
        .looks_at_with("frame-elsewhere/index.html", &elsewhere)
        .await?;
    visitor.enters_frame(INSIDE).await?;
    let origin = visitor.finds_out("return origin", Vec::new()).await?;
    ensure!(origin == json!(elsewhere.url("")), "the origin is {origin}");
    journey(visitor).await?;
    visitor.leaves_frame().await
}

async fn sandboxed(visitor: &Visitor) -> Result<()> {
    visitor.site.is_open_to_all();
    embed::publish("frame", &visitor.site, None)?;
    visitor.looks_at("sandbox/index.html").await?;
    visitor.enters_frame(INSIDE).await?;
    let script =
        "try { return [origin, localStorage.length] } catch ({ name }) { return [origin, name] }";
    let found = visitor.finds_out(script, Vec::new()).await?;
    ensure!(found == json!(["null", "SecurityError"]), "it is {found}");
    journey(visitor).await?;
    visitor.leaves_frame().await
}

async fn sandboxed_and_barred(visitor: &Visitor) -> Result<()> {
    embed::publish("frame", &visitor.site, None)?;
    visitor.looks_at("sandbox/index.html").await?;
    visitor.waits_for_request("/leeward/leeward.js", 1).await?;
    visitor.expects_failing("/leeward/leeward.js");
    visitor.enters_frame(INSIDE).await?;
    let script = "return customElements.get('leeward-help') === undefined";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "the files came"
    );
    // Nothing but the children is there, so they can't be asked for as parts of ours.
    let script = "return document.querySelector(`leeward-help > a[href='${arguments[0]}']`).checkVisibility()";
    ensure!(
        visitor.finds_out(script, vec![json!(OWN_CHILD)]).await? == json!(true),
        "the number can't be seen"
    );
    visitor.leaves_frame().await
}

/// The panel fits into the frame, and leads to a result.
async fn journey(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.scrolls_one_way_only("welcome in a frame").await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.scrolls_one_way_only("result in a frame").await?;
    let script = "const { top, bottom } = probe.all('#panel')[0].getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "the panel is larger than the frame"
    );
    visitor.closes().await
}
