//! A marketer rehearses the worst night before publishing.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    site::file,
    visitor::Visitor,
};
use serde_json::{Value, json};

use super::author::{
    begins_with, catches_downloads, chooses, downloaded, presses, previews, sees, waits,
};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer rehearses a Sunday night in Kolkata with the phone down, and the preview's visitor is told so",
            night,
        ),
        case("the week of a rehearsal names a gap that is there", gap),
        case(
            "a rehearsal's picture of the flow is a file of its own with every question in it",
            picture,
        ),
        case("axe finds nothing in a rehearsal, on a desk", desk),
        case("axe finds nothing in a rehearsal, on a phone", phone).needs(Need::Phone),
    ]
}

/// Three at night on a Sunday in Kolkata, while nobody answers the phone.
async fn rehearses(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='rehearse']").await?;
    chooses(visitor, "#rehearse-zone", "Asia/Kolkata").await?;
    chooses(visitor, "#rehearse-moment", "2026-11-29T03:00").await?;
    presses(visitor, "[aria-labelledby='rehearse-visitor'] summary").await?;
    chooses(visitor, "#rehearse-channel-any_hour_phone", "down").await?;
    let banner = "(() => { const said = document.querySelector('.rehearsing')?.textContent;
        return said?.includes('29 November') && said.includes('03:00, Kolkata') && said.includes('Not working'); })()";
    waits(visitor, banner).await?;
    Ok(())
}

async fn night(visitor: &Visitor) -> Result<()> {
    rehearses(visitor).await?;
    // By their time zone, the visitor is in India.
    previews(visitor, "Numbers for other places").await?;
    presses(visitor, "[data-route='block'] [data-path='0']").await?;
    previews(visitor, "Best for you now").await?;
    previews(visitor, "Not working right now: Call our 24-hour line").await?;
    // On every pane, one press leads back to the present.
    presses(visitor, "nav [data-pane='words']").await?;
    presses(visitor, ".seen [data-action='now']").await?;
    waits(visitor, "!document.querySelector('.rehearsing')").await?;
    previews(visitor, "Standing at a till").await
}

async fn gap(visitor: &Visitor) -> Result<()> {
    rehearses(visitor).await?;
    // The chat is closed from two to seven in London.
    waits(
        visitor,
        "document.querySelector('[data-week=en] .gaps li')?.textContent.includes('Sunday 07:30 to 12:30, in English')",
    )
    .await?;
    let row = "return [...document.querySelectorAll('[data-week=en] tbody tr:first-child td')].map((cell) => cell.textContent).join('')";
    let row = visitor.finds_out(row, Vec::new()).await?;
    ensure!(
        row == "111111100000011111111111",
        "the hours of Sunday are {row}"
    );
    Ok(())
}

async fn picture(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='rehearse']").await?;
    sees(visitor, "#flow svg").await?;
    catches_downloads(visitor).await?;
    presses(visitor, "[data-action='picture']").await?;
    let svg = downloaded(visitor).await?;
    let read = "const page = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return page.querySelector('parsererror') ? '' : page.documentElement.textContent.replaceAll(/\\s/g, '')";
    let words = visitor.finds_out(read, vec![json!(svg)]).await?;
    let words = words.as_str().unwrap_or_default();
    let playbook: Value = serde_json::from_slice(&file("/playbooks/outage.json")?)?;
    let questions = playbook["questions"].as_array().into_iter().flatten();
    for question in questions.filter(|question| question["for"].is_null()) {
        let text = question["text"]["en"].as_str().unwrap_or_default();
        ensure!(
            words.contains(&text.replace(' ', "")),
            "the picture lacks {text:?}"
        );
    }
    Ok(())
}

async fn desk(visitor: &Visitor) -> Result<()> {
    no_barrier(visitor, "a desk").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    no_barrier(visitor, "a phone").await?;
    let over = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    let over = visitor.finds_out(over, Vec::new()).await?;
    ensure!(over == 0, "the page is {over} pixels too wide");
    Ok(())
}

async fn no_barrier(visitor: &Visitor, place: &str) -> Result<()> {
    rehearses(visitor).await?;
    sees(visitor, "#flow svg").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("a rehearsal on {place}"))
        .await
}
