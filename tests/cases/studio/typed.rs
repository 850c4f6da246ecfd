//! What people type is taken as they mean it, or they are told; and what they haven't typed is still the sample's.

use anyhow::Result;
use leeward_tests::{
    harness::{Case, case},
    visitor::Visitor,
};
use thirtyfour::Key;

use super::author::{begins_with, chooses, presses, rewrites, sees, stands, waits};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer types a day and a time as people say them, and is asked where that can mean two things",
            moments,
        ),
        case(
            "a wait is read as people say it, and what is none stays in its box with the reason",
            waits_said,
        ),
        case(
            "an untouched blank playbook is not ready, and leads to what is still the sample's",
            samples,
        ),
    ]
}

async fn moments(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "[data-add='notice']").await?;
    waits(visitor, "document.activeElement.id === 'notice.text:en'").await?;
    visitor.types("Burst main in Elmford.").await?;
    let field = "[id='notice.next_update_at']";
    let value = "document.getElementById('notice.next_update_at').value";
    rewrites(visitor, field, "tomorrow 9am").await?;
    let note = "document.getElementById('note:notice.next_update_at')?.innerText.includes('09:00')";
    waits(visitor, note).await?;
    visitor.types(Key::Tab).await?;
    let written = format!("/^\\d{{4}}-\\d\\d-\\d\\dT09:00:00[+-]\\d\\d:\\d\\d$/.test({value})");
    waits(visitor, &written).await?;

    rewrites(visitor, field, "11/12/2099 22:00").await?;
    for day in ["2099-12-11", "2099-11-12"] {
        sees(visitor, &format!("[data-meant^='{day}T22:00']")).await?;
    }
    presses(visitor, "[data-meant^='2099-12-11']").await?;
    waits(
        visitor,
        &format!("{value}.startsWith('2099-12-11T22:00:00')"),
    )
    .await?;
    waits(
        visitor,
        "document.activeElement.id === 'notice.next_update_at'",
    )
    .await?;

    // What isn't understood stays, and is said.
    rewrites(visitor, field, "soon").await?;
    visitor.types(Key::Tab).await?;
    sees(visitor, "[data-path='notice.next_update_at'] .problem").await?;
    stands(visitor, field, "soon").await
}

async fn waits_said(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "nav [data-pane='live']").await?;
    chooses(visitor, "#live-phone", "busy").await?;
    let field = "#live-wait-phone";
    rewrites(visitor, field, "40 minutes").await?;
    visitor.types(Key::Tab).await?;
    stands(visitor, field, "40").await?;
    rewrites(visitor, field, "a while").await?;
    visitor.types(Key::Tab).await?;
    sees(visitor, "#work .problem").await?;
    stands(visitor, field, "a while").await?;

    presses(visitor, "nav [data-pane='channels']").await?;
    presses(visitor, "[data-id='phone'] summary").await?;
    rewrites(
        visitor,
        "[id='channels.phone.wait_minutes[0]']",
        "30-40 min",
    )
    .await?;
    visitor.types(Key::Tab).await?;
    stands(visitor, "[id='channels.phone.wait_minutes[0]']", "30").await?;
    stands(visitor, "[id='channels.phone.wait_minutes[1]']", "40").await
}

async fn samples(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    let count = "document.querySelectorAll('.gate [data-kind=samples] li').length";
    waits(visitor, &format!("{count} === 2")).await?;
    presses(
        visitor,
        ".gate [data-kind='samples'] li:first-child .cures button",
    )
    .await?;
    waits(visitor, "document.activeElement.id === 'name:en'").await?;
    rewrites(visitor, "[id='name:en']", "Harbour Water").await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    waits(visitor, &format!("{count} === 1")).await?;
    presses(
        visitor,
        ".gate [data-kind='samples'] li:first-child .cures button",
    )
    .await?;
    waits(
        visitor,
        "document.activeElement.id === 'channels.phone.address'",
    )
    .await?;
    rewrites(visitor, "[id='channels.phone.address']", "+44 20 7123 4567").await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    sees(visitor, ".gate .sound").await
}
