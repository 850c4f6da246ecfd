//! Languages, look and what comes first, chosen without a word of JSON.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::Reply,
    visitor::Visitor,
};
use serde_json::json;

use super::author::{
    begins_with, catches_downloads, chooses, downloaded, downloads, presses, previews, rewrites,
    sees, stands, waits,
};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer adds a notice, a language, a number and a colour, and a visitor meets them",
            sets,
        ),
        case(
            "texts go to a translator as a file, and come back into the playbook",
            translates,
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
    for channel in ["phone", "form"] {
        presses(
            visitor,
            &format!("[data-language='ja'] [data-answers='{channel}'] input"),
        )
        .await?;
    }
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
    chooses(visitor, "[id='theme.corners']", "square").await?;
    chooses(visitor, "[id='theme.font']", "page").await?;
    chooses(visitor, "[id='display.corner']", "start").await?;

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
        .with_attributes("locale='ja' display");
    visitor.visits(&page).await?;
    visitor.opens().await?;
    visitor.reads("h3", "北部で断水しています。").await?;
    visitor.reads(".emergency", "119").await?;
    let look = "const style = getComputedStyle(probe.find('.primary'));
        return !['#0b5c58', '#ffd400'].includes(style.getPropertyValue('--leeward-brand').trim()) && style.borderRadius === '2px'";
    visitor
        .waits_for("the darker colour, and square corners", look, Vec::new())
        .await?;
    let corner = "return document.querySelector('leeward-help').shadowRoot.querySelector('#launcher').getBoundingClientRect().left === 24";
    visitor
        .waits_for("the button in the other corner", corner, Vec::new())
        .await?;
    Ok(())
}

async fn translates(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "nav [data-pane='settings']").await?;
    chooses(visitor, "#add-language", "hi").await?;
    catches_downloads(visitor).await?;
    presses(visitor, "[data-language='hi'] [data-action='export']").await?;
    let sent = downloaded(visitor).await?;
    let source = "<source>Get help</source>";
    ensure!(sent.contains(source), "the texts are not in it: {sent}");
    let back = sent.replacen(source, &format!("{source}<target>मदद लें</target>"), 1);
    let gives = "const given = new DataTransfer();
        given.items.add(new File([arguments[0]], 'hi.xlf'));
        const input = document.querySelector('#translation');
        input.files = given.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor.finds_out(gives, vec![json!(back)]).await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.startsWith('1 texts taken')",
    )
    .await?;
    presses(visitor, "nav [data-pane='words']").await?;
    chooses(visitor, "#beside", "hi").await?;
    stands(visitor, "[id='launcher.text:hi']", "मदद लें").await?;
    presses(visitor, "[data-action='undo']").await?;
    stands(visitor, "[id='launcher.text:hi']", "").await
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
