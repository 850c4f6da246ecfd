//! Channels and their hours, put together without a word of JSON.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    visitor::Visitor,
};
use serde_json::{Value, json};

use super::author::{
    begins_with, chooses, downloads, is_published, presses, rewrites, sees, stands, waits,
};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer adds WhatsApp, paints and types its hours, and visitors have it",
            adds,
        ),
        case(
            "a channel that ways name is replaced there when it goes, in one step",
            replaces,
        ),
        case("axe finds nothing where channels are, on a desk", desk),
        case("axe finds nothing where channels are, on a phone", phone).needs(Need::Phone),
    ]
}

const WEEK: &str = "hours.whatsapp.week";

/// Goes over the picture of a week with the mouse, from the middle of a half hour to that of another on the same day.
async fn paints(visitor: &Visitor, table: &str, day: usize, slots: (usize, usize)) -> Result<()> {
    let place = "const picture = document.querySelector(arguments[0]);
        picture.scrollIntoView({ block: 'center' });
        const frame = picture.getBoundingClientRect();
        return [frame.left, frame.top, frame.width, frame.height]";
    let picture = format!("[data-id='{table}'] .grid svg");
    sees(visitor, &picture).await?;
    let frame = visitor.finds_out(place, vec![json!(picture)]).await?;
    let side = |side: usize| frame[side].as_f64().context("a picture without a place");
    let (left, top, width, height) = (side(0)?, side(1)?, side(2)?, side(3)?);
    let at = |slot: usize| {
        let x = left + width * (slot as f64 + 0.5) / 48.0;
        let y = top + height * (day as f64 + 0.5) / 7.0;
        (x as i64, y as i64)
    };
    let ((from, line), (to, _)) = (at(slots.0), at(slots.1));
    let points = [(from, line), ((from + to) / 2, line), (to, line)];
    visitor.strokes_on_the_page(points).await
}

/// The channel comes to a playbook that has none such, with hours of its own: painted on Saturday, typed on Sunday.
async fn adds(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='channels']").await?;
    presses(visitor, "[data-add='whatsapp']").await?;
    waits(
        visitor,
        "document.activeElement.id === 'channels.whatsapp.url'",
    )
    .await?;
    visitor.types("wa.me/4420794").await?;
    sees(visitor, "[data-path='channels.whatsapp.url'] .problem").await?;
    rewrites(
        visitor,
        "[id='channels.whatsapp.url']",
        "https://wa.me/442079460199",
    )
    .await?;
    waits(
        visitor,
        "!document.querySelector('[data-path=\"channels.whatsapp.url\"] .problem')",
    )
    .await?;
    presses(visitor, "[data-id='whatsapp'] [data-action='everywhere']").await?;
    chooses(visitor, "[id='channels.whatsapp.hours']", "+").await?;
    waits(
        visitor,
        &format!("document.activeElement.id === '{WEEK}.mon'"),
    )
    .await?;
    for day in ["sat", "sun"] {
        rewrites(visitor, &format!("[id='{WEEK}.{day}']"), "closed").await?;
    }
    paints(visitor, "whatsapp", 5, (20, 27)).await?;
    stands(visitor, &format!("[id='{WEEK}.sat']"), "10:00-14:00").await?;
    rewrites(visitor, &format!("[id='{WEEK}.sun']"), "10:15-12:07; 22-2").await?;
    visitor.types(thirtyfour::Key::Tab).await?;
    stands(
        visitor,
        &format!("[id='{WEEK}.sun']"),
        "10:15-12:07, 22:00-02:00",
    )
    .await?;

    let published = downloads(visitor).await?;
    let playbook: Value = serde_json::from_str(&published)?;
    let week = json!({
        "mon-fri": ["07:00-02:00"],
        "sat": ["10:00-14:00"],
        "sun": ["10:15-12:07", "22:00-02:00"]
    });
    ensure!(playbook["hours"]["whatsapp"]["week"] == week, "{published}");
    ensure!(
        playbook["channels"]["whatsapp"]["hours"] == "whatsapp",
        "its hours are another's"
    );

    is_published(visitor, published).await?;
    visitor.presses("contacts").await?;
    visitor
        .reads("[data-channel='whatsapp']", "Write on WhatsApp")
        .await
}

async fn replaces(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    let before = downloads(visitor).await?;
    presses(visitor, "nav [data-pane='channels']").await?;
    let item = "[data-id='any_hour_phone'][data-list='channels']";
    presses(visitor, &format!("{item} summary")).await?;
    presses(visitor, &format!("{item} [data-action='remove']")).await?;
    chooses(
        visitor,
        "[id='instead-channels.any_hour_phone']",
        "merchant_phone",
    )
    .await?;
    presses(visitor, &format!("{item} [data-action='replace']")).await?;
    waits(visitor, &format!("!document.querySelector(\"{item}\")")).await?;
    let after = downloads(visitor).await?;
    ensure!(!after.contains("any_hour_phone"), "it is named still");
    let playbook: Value = serde_json::from_str(&after)?;
    let routes = playbook["routes"].as_array().context("no ways")?;
    let first = |route: &Value| {
        route["first"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    };
    ensure!(routes.iter().all(first), "a way leads to nobody");
    presses(visitor, "[data-action='undo']").await?;
    ensure!(downloads(visitor).await? == before, "undo isn't exact");
    Ok(())
}

async fn desk(visitor: &Visitor) -> Result<()> {
    barriers(visitor, "a desk").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    barriers(visitor, "a phone").await
}

async fn barriers(visitor: &Visitor, place: &str) -> Result<()> {
    begins_with(visitor, "service-crisis").await?;
    presses(visitor, "nav [data-pane='channels']").await?;
    sees(visitor, "[data-id='it_chat']").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("channels on {place}"))
        .await?;
    let unfold = "document.querySelectorAll('.work details').forEach((it) => { it.open = true; })";
    visitor.finds_out(unfold, Vec::new()).await?;
    presses(visitor, "[data-id='it_chat'] [data-action='remove']").await?;
    rewrites(visitor, "[id='hours.tokyo_office.week.mon']", "nine").await?;
    sees(visitor, "[id='problem:hours.tokyo_office.week.mon']").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("everything about channels on {place}"))
        .await?;
    let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    waits(visitor, fits).await?;
    Ok(())
}
