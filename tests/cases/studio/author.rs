//! What somebody does who writes a playbook in the studio.

use anyhow::Result;
use leeward_tests::{page::HostPage, site::Reply, visitor::Visitor};
use serde_json::{Value, json};

/// The studio's page on the test site.
pub const STUDIO: &str = "/studio/index.html";

/// Waits for something in the page, and gives it.
pub async fn waits(visitor: &Visitor, script: &str) -> Result<Value> {
    let whole = format!("return {script}");
    visitor.waits_for(script, &whole, Vec::new()).await
}

pub async fn sees(visitor: &Visitor, selector: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.checkVisibility()";
    visitor
        .waits_for(selector, script, vec![json!(selector)])
        .await?;
    Ok(())
}

pub async fn presses(visitor: &Visitor, selector: &str) -> Result<()> {
    sees(visitor, selector).await?;
    visitor.clicks_on_the_page(selector).await
}

/// Opens the studio, and a ready playbook in it.
pub async fn begins_with(visitor: &Visitor, playbook: &str) -> Result<()> {
    begins_in(visitor, "en", playbook).await
}

/// The same, with the studio in a language.
pub async fn begins_in(visitor: &Visitor, locale: &str, playbook: &str) -> Result<()> {
    visitor
        .goes_to(&format!("{STUDIO}?locale={locale}"))
        .await?;
    presses(visitor, &format!("[data-ready='{playbook}']")).await?;
    sees(visitor, ".card textarea").await
}

/// Opens a text of one's own.
pub async fn pastes(visitor: &Visitor, text: &str) -> Result<()> {
    pastes_in(visitor, "en", text).await
}

/// The same, with the studio in a language.
pub async fn pastes_in(visitor: &Visitor, locale: &str, text: &str) -> Result<()> {
    visitor
        .goes_to(&format!("{STUDIO}?locale={locale}"))
        .await?;
    presses(visitor, ".own summary").await?;
    sees(visitor, "#paste").await?;
    let script = "document.querySelector('#paste').value = arguments[0]";
    visitor.finds_out(script, vec![json!(text)]).await?;
    presses(visitor, ".own form button").await
}

/// Chooses from a list that opens.
pub async fn chooses(visitor: &Visitor, selector: &str, value: &str) -> Result<()> {
    sees(visitor, selector).await?;
    let choose = "const select = document.querySelector(arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor
        .finds_out(choose, vec![json!(selector), json!(value)])
        .await?;
    Ok(())
}

/// Writes a text over what stands in a field, letter by letter.
pub async fn rewrites(visitor: &Visitor, field: &str, text: &str) -> Result<()> {
    presses(visitor, field).await?;
    let select = format!("document.querySelector(\"{field}\").select()");
    visitor.finds_out(&select, Vec::new()).await?;
    let has_focus = format!("document.activeElement === document.querySelector(\"{field}\")");
    waits(visitor, &has_focus).await?;
    visitor.types(text).await
}

pub async fn value(visitor: &Visitor, field: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0])?.value";
    let value = visitor.finds_out(script, vec![json!(field)]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

pub async fn stands(visitor: &Visitor, field: &str, text: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.value === arguments[1]";
    let arguments = vec![json!(field), json!(text)];
    visitor.waits_for(text, script, arguments).await?;
    Ok(())
}

/// Waits until a visitor in the preview reads some words.
pub async fn previews(visitor: &Visitor, words: &str) -> Result<()> {
    let script = "const help = document.querySelector('#preview').contentDocument?.querySelector('leeward-help');
        return help?.shadowRoot?.querySelector('.smart')?.innerText.includes(arguments[0])";
    visitor.waits_for(words, script, vec![json!(words)]).await?;
    Ok(())
}

/// What the browser is given to save.
pub async fn catches_downloads(visitor: &Visitor) -> Result<()> {
    let script = "window.published = undefined;
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.published = blob; return make.call(URL, blob); };
        addEventListener('click', (event) => event.target.matches('a[download]') && event.preventDefault(), true)";
    visitor.finds_out(script, Vec::new()).await?;
    Ok(())
}

pub async fn downloads(visitor: &Visitor) -> Result<String> {
    catches_downloads(visitor).await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    presses(visitor, "[data-action='download']").await?;
    downloaded(visitor).await
}

pub async fn downloaded(visitor: &Visitor) -> Result<String> {
    waits(visitor, "window.published !== undefined").await?;
    let script = "window.published.text().then(arguments[0])";
    let text = visitor.finds_out_later(script, Vec::new()).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Puts a playbook online, and opens it as a visitor.
pub async fn is_published(visitor: &Visitor, playbook: String) -> Result<()> {
    visitor
        .site
        .answers("/published.json", Reply::json(playbook));
    visitor
        .visits(&HostPage::default().about("/published.json"))
        .await?;
    visitor.opens().await
}
