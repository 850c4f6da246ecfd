//! A page that shows the studio in a frame, to have its buttons pressed by somebody who sees other ones.

use anyhow::Result;
use leeward_tests::{
    harness::{Case, case},
    site::Reply,
    visitor::Visitor,
};

const PAGE: &str = "/win-a-prize.html";

pub fn cases() -> Vec<Case> {
    vec![case(
        "the studio does not start in a frame of another page",
        framed,
    )]
}

async fn framed(visitor: &Visitor) -> Result<()> {
    let page = "<!doctype html><html lang=\"en\"><title>Win a prize</title>
        <iframe title=\"Prize\" src=\"/studio/index.html\"></iframe>";
    visitor
        .site
        .answers(PAGE, Reply::text("text/html; charset=utf-8", page));
    visitor.goes_to(PAGE).await?;
    let refused = "const inside = document.querySelector('iframe').contentDocument;
        const said = inside?.querySelector('#framed');
        return !!said && !said.hidden && inside.querySelector('#studio').childElementCount === 0";
    visitor
        .waits_for("the studio to refuse", refused, Vec::new())
        .await?;
    Ok(())
}
