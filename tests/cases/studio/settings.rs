//! Languages, look and what comes first, chosen without a word of JSON.

use anyhow::Result;
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::Reply,
    visitor::Visitor,
};

use super::author::{begins_with, chooses, downloads, presses, previews, rewrites, sees, waits};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer adds a notice, a language, a number and a colour, and a visitor meets them",
            sets,
        ),
        case("axe finds nothing among the settings, on a desk", desk),
        case("axe finds nothing among the settings, on a phone", phone).needs(Need::Phone),
    ]
}

async fn sets(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "[data-add='notice']").await?;
    waits(visitor, "document.activeElement.id === 'notice.text:en'").await?;
    visitor.types("There is no water in the north.").await?;
    presses(visitor, "[data-path='notice.updated_at'] button").await?;
    previews(visitor, "There is no water in the north.").await?;

    presses(visitor, "nav [data-pane='settings']").await?;
    chooses(visitor, "#add-language", "ja").await?;
    presses(
        visitor,
        "[data-language='ja'] [data-action='copy-language']",
    )
    .await?;
    waits(
        visitor,
        "!document.querySelector('[data-action=copy-language]')",
    )
    .await?;
    presses(visitor, "[data-add='emergency.lines']").await?;
    waits(visitor, "document.activeElement.id === 'emergency.text:en'").await?;
    visitor.types("Is somebody in danger?").await?;
    rewrites(visitor, "[id='emergency.lines[0].name:en']", "Fire brigade").await?;
    rewrites(visitor, "[id='emergency.lines[0].number']", "119").await?;
    let pick = "const pick = document.querySelector('#brand');
        pick.value = '#ffd400';
        pick.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor.finds_out(pick, Vec::new()).await?;
    presses(visitor, "[data-action='darker']").await?;
    sees(visitor, ".sound").await?;

    presses(visitor, "nav [data-pane='words']").await?;
    chooses(visitor, "#beside", "ja").await?;
    rewrites(visitor, "[id='notice.text:ja']", "北部で断水しています。").await?;
    waits(visitor, "!document.querySelector('[data-found=errors]')").await?;
    let playbook = downloads(visitor).await?;

    visitor
        .site
        .answers("/published.json", Reply::json(playbook));
    let page = HostPage::default()
        .about("/published.json")
        .with_attributes("locale='ja'");
    visitor.visits(&page).await?;
    visitor.opens().await?;
    visitor.reads("h3", "北部で断水しています。").await?;
    visitor.reads(".emergency", "119").await?;
    let brand = "return !['#0b5c58', '#ffd400'].includes(getComputedStyle(probe.find('.primary')).getPropertyValue('--leeward-brand').trim())";
    visitor
        .waits_for("the darker colour", brand, Vec::new())
        .await?;
    Ok(())
}

async fn desk(visitor: &Visitor) -> Result<()> {
    everything(visitor, "a desk").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    everything(visitor, "a phone").await
}

async fn everything(visitor: &Visitor, place: &str) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='settings']").await?;
    chooses(visitor, "#add-language", "fr").await?;
    sees(visitor, "[data-language='fr'] [data-action='write']").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("settings on {place}"))
        .await?;
    waits(
        visitor,
        "document.documentElement.scrollWidth <= innerWidth",
    )
    .await?;
    Ok(())
}
