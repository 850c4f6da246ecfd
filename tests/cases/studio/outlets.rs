//! Texts for elsewhere, from the playbook to the clipboard.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    visitor::Visitor,
};

use super::author::{STUDIO, begins_with, chooses, presses, rewrites, sees, stands, value, waits};

const SMS: &str = "[id='outlet-sms:en']";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer changes the text message, sees what it takes, copies it, and finds it again",
            changes,
        ),
        case("axe finds nothing in texts for elsewhere, on a desk", desk),
        case(
            "axe finds nothing in texts for elsewhere, on a phone",
            phone,
        )
        .needs(Need::Phone),
    ]
}

/// Waits until the length of the text message is told so.
async fn counts(visitor: &Visitor, words: &str) -> Result<()> {
    let count = "document.querySelector('[data-outlet=sms] .count')?.innerText";
    waits(visitor, &format!("{count}.startsWith('{words}')")).await?;
    Ok(())
}

async fn changes(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "disaster").await?;
    presses(visitor, "nav [data-pane='outlets']").await?;
    counts(visitor, "1 of 1 parts").await?;
    let made = value(visitor, SMS).await?;
    ensure!(made.starts_with("Kazehama City: "), "{made}");
    // The clipboard belongs to the whole machine; what it is given is what is looked at.
    let script = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })";
    visitor.finds_out(script, Vec::new()).await?;

    let long = format!("{}水", "a".repeat(140));
    rewrites(visitor, SMS, &long).await?;
    counts(visitor, "3 of 2 parts").await?;
    sees(visitor, "[data-outlet='sms'] [data-element='place']").await?;
    chooses(visitor, "#segments", "3").await?;
    counts(visitor, "3 of 3 parts").await?;
    presses(visitor, "[data-outlet='sms'] [data-action='copy-text']").await?;
    waits(visitor, &format!("window.copied === '{long}'")).await?;

    // Kept with the draft, which is carried on with.
    let kept = "Object.keys(localStorage).some((key) => key.startsWith('leeward-studio-texts-') && localStorage[key].includes('水'))";
    waits(visitor, kept).await?;
    visitor.goes_to(STUDIO).await?;
    presses(visitor, ".drafts button").await?;
    presses(visitor, "nav [data-pane='outlets']").await?;
    stands(visitor, SMS, &long).await?;
    presses(visitor, "[data-outlet='sms'] [data-action='remake']").await?;
    waits(
        visitor,
        &format!("document.querySelector(\"{SMS}\").value.startsWith('Kazehama City: ')"),
    )
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
    begins_with(visitor, "disaster").await?;
    presses(visitor, "nav [data-pane='outlets']").await?;
    chooses(visitor, "#outlets-language", "hi").await?;
    // A text message in Hindi has no room for the time.
    sees(visitor, "[data-outlet='sms'] [data-element='time']").await?;
    presses(visitor, "[data-outlet='email'] summary").await?;
    sees(visitor, "[data-outlet='email'] pre").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("texts for elsewhere on {place}"))
        .await?;
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    waits(visitor, wide).await?;
    Ok(())
}
