//! Questions and ways, put together without a word of JSON.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    visitor::Visitor,
};
use serde_json::Value;
use thirtyfour::Key;

use super::author::{begins_with, chooses, downloads, is_published, presses, sees, waits};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer adds a question and a way, and a visitor is asked and led so",
            builds,
        ),
        case(
            "questions are put in another order by mouse and by keyboard, and back",
            reorders,
        ),
        case(
            "axe finds nothing where questions are built, on a desk",
            desk,
        ),
        case(
            "axe finds nothing where questions are built, on a phone",
            phone,
        )
        .needs(Need::Phone),
    ]
}

async fn has_focus(visitor: &Visitor, id: &str) -> Result<()> {
    waits(visitor, &format!("document.activeElement.id === '{id}'")).await?;
    Ok(())
}

async fn builds(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "nav [data-pane='questions']").await?;
    presses(visitor, "[data-add='questions']").await?;
    has_focus(visitor, "questions[1].text:en").await?;
    visitor.types("Are you at home?").await?;
    chooses(visitor, "#kind-1", "yes_no").await?;
    presses(
        visitor,
        "[data-condition='questions[1].ask_when'] [data-action='begin']",
    )
    .await?;
    let box_of = |answer: usize| {
        format!("[data-condition='questions[1].ask_when'] li:nth-child({answer}) input")
    };
    presses(visitor, &box_of(2)).await?;
    waits(
        visitor,
        &format!("document.querySelector(\"{}\")?.checked", box_of(2)),
    )
    .await?;
    presses(visitor, &box_of(1)).await?;

    presses(visitor, "[data-add='routes']").await?;
    has_focus(visitor, "routes[1].because:en").await?;
    visitor.types("We come to you.").await?;
    chooses(visitor, "[id='routes[1].when-question']", "question").await?;
    sees(
        visitor,
        "[data-condition='routes[1].when'] [data-said='yes']",
    )
    .await?;
    // The best choice is the form, as everybody else has it; now it is the phone.
    let first = "[data-list='routes[1].first'][data-place='1']";
    chooses(visitor, "[id='routes[1].first-more']", "phone").await?;
    presses(visitor, &format!("{first} [data-move='up']")).await?;
    waits(
        visitor,
        "document.activeElement.matches('[data-move=down]')",
    )
    .await?;
    presses(visitor, &format!("{first} [data-action='remove']")).await?;
    presses(
        visitor,
        "[data-list='routes[1].second'] [data-action='remove']",
    )
    .await?;
    chooses(visitor, "[id='routes[1].second-more']", "form").await?;
    waits(visitor, "!document.querySelector('[data-found=errors]')").await?;

    is_published(visitor, downloads(visitor).await?).await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "other"), ("question", "yes")])
        .await?;
    visitor.sees_result("way").await?;
    visitor.is_offered("phone", "form").await
}

async fn reorders(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "service-crisis").await?;
    presses(visitor, "nav [data-pane='questions']").await?;
    let before = order(visitor).await?;
    let item = |place: usize| format!("[data-list='questions'][data-place='{place}']");
    sees(visitor, &item(2)).await?;
    visitor
        .drags_on_the_page(
            &format!("{} [data-handle]", item(0)),
            &format!("{} summary", item(2)),
        )
        .await?;
    let mut dragged = before.clone();
    let first = dragged.remove(0);
    dragged.insert(2, first);
    ensure!(
        order(visitor).await? == dragged,
        "the question wasn't dragged"
    );
    // The same way back, by keyboard: the focus goes along.
    presses(visitor, &format!("{} [data-move='up']", item(2))).await?;
    waits(
        visitor,
        &format!(
            "document.activeElement === document.querySelector(\"{} [data-move=up]\")",
            item(1)
        ),
    )
    .await?;
    visitor.types(Key::Enter).await?;
    waits(
        visitor,
        &format!(
            "document.activeElement === document.querySelector(\"{} [data-move=down]\")",
            item(0)
        ),
    )
    .await?;
    ensure!(order(visitor).await? == before, "the question isn't back");
    visitor.holds(&[Key::Control], "z").await?;
    visitor.holds(&[Key::Control], "z").await?;
    ensure!(order(visitor).await? == dragged, "undo has another order");
    Ok(())
}

/// The questions, as they stand one below the other.
async fn order(visitor: &Visitor) -> Result<Vec<Value>> {
    let script = "return [...document.querySelectorAll('[data-list=questions] > .row > details > summary strong')].map((question) => question.innerText)";
    let order = visitor.finds_out(script, Vec::new()).await?;
    Ok(order.as_array().cloned().unwrap_or_default())
}

async fn desk(visitor: &Visitor) -> Result<()> {
    everything(visitor, "a desk").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    everything(visitor, "a phone").await
}

/// Every kind of question and condition, unfolded.
async fn everything(visitor: &Visitor, place: &str) -> Result<()> {
    begins_with(visitor, "service-crisis").await?;
    presses(visitor, "nav [data-pane='questions']").await?;
    sees(visitor, ".items").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("questions on {place}"))
        .await?;
    visitor
        .finds_out(
            "document.querySelectorAll('.item details').forEach((item) => (item.open = true))",
            Vec::new(),
        )
        .await?;
    waits(visitor, "document.querySelectorAll('.test').length > 5").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("questions unfolded on {place}"))
        .await?;
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    waits(visitor, wide).await?;
    Ok(())
}
