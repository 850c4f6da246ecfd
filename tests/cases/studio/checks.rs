//! What the studio finds: in plain words, mended at a press.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    site::file,
    visitor::Visitor,
};
use serde_json::json;

use super::author::{
    begins_with, downloads, pastes, pastes_in, presses, rewrites, sees, stands, waits,
};

/// A slip for nearly every kind of finding.
const STORM: &str = include_str!("../../../crates/cli/tests/broken/storm.json");

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer mends a playbook at a press, and takes it back to the byte",
            mends,
        ),
        case("a problem under a field is mended there", mends_a_field),
        case(
            "the checks speak Japanese and Hindi, and English only where a developer asks",
            speaks,
        ),
        case("axe finds nothing in the checks, on a desk", desk),
        case("axe finds nothing in the checks, on a phone", phone).needs(Need::Phone),
    ]
}

async fn mends(visitor: &Visitor) -> Result<()> {
    let sound = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let wrong = sound.replacen("\"stolen\" }", "\"stole\" }", 1);
    ensure!(wrong != sound, "the playbook is another one");
    pastes(visitor, &wrong).await?;
    let found = "[data-code='unknown_reference']";
    presses(visitor, &format!("{found} [data-fix='0']")).await?;
    waits(visitor, "!document.querySelector(\"[data-kind='errors']\")").await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.includes('Undo')",
    )
    .await?;
    // Whoever works by keyboard is still there.
    waits(visitor, "document.activeElement.closest('.work')").await?;
    ensure!(
        downloads(visitor).await? == sound,
        "something else has changed"
    );
    presses(visitor, "nav [data-pane='checks']").await?;
    presses(visitor, "[data-action='undo']").await?;
    sees(visitor, found).await?;
    ensure!(
        downloads(visitor).await? == wrong,
        "undo leaves something behind"
    );
    sees(visitor, &format!(".gate {found}")).await
}

async fn mends_a_field(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    let field = "[id='channels.refund_page.url']";
    rewrites(visitor, field, "http://www.riverside-shop.jp/refund").await?;
    presses(
        visitor,
        "[data-path='channels.refund_page.url'] [data-fix='0']",
    )
    .await?;
    stands(visitor, field, "https://www.riverside-shop.jp/refund").await?;
    waits(
        visitor,
        "!document.querySelector(\"[data-path='channels.refund_page.url'] .problem\")",
    )
    .await?;
    Ok(())
}

async fn speaks(visitor: &Visitor) -> Result<()> {
    for locale in ["ja", "hi"] {
        opens_in(visitor, locale).await?;
        let many = "document.querySelectorAll('.findings li').length > 15";
        waits(visitor, many).await?;
        let told = english(visitor, ".findings li > p, .findings button, .work h3").await?;
        ensure!(told == json!([]), "English in {locale}: {told}");
        presses(visitor, ".findings li:first-child .exactly summary").await?;
        sees(visitor, ".findings li:first-child .exactly [lang='en']").await?;
        presses(visitor, "nav [data-pane='channels']").await?;
        let unfold =
            "document.querySelectorAll('.item details').forEach((item) => (item.open = true))";
        visitor.finds_out(unfold, Vec::new()).await?;
        sees(visitor, ".problem").await?;
        let told = english(visitor, ".problem").await?;
        ensure!(
            told == json!([]),
            "English under a field in {locale}: {told}"
        );
    }
    Ok(())
}

/// What is said in English in some elements, but for what stands in quotes: that is the author's.
async fn english(visitor: &Visitor, selector: &str) -> Result<serde_json::Value> {
    let script = "return [...document.querySelectorAll(arguments[0])]
        .map((told) => told.innerText.replace(/「.*?」|“.*?”/g, ''))
        .filter((told) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(told))";
    visitor.finds_out(script, vec![json!(selector)]).await
}

async fn opens_in(visitor: &Visitor, locale: &str) -> Result<()> {
    pastes_in(visitor, locale, STORM).await?;
    sees(visitor, ".findings li [data-fix]").await
}

async fn desk(visitor: &Visitor) -> Result<()> {
    opens_in(visitor, "en").await?;
    visitor
        .finds_no_barrier_on_the_page("checks on a desk")
        .await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    presses(visitor, ".gate > details summary").await?;
    visitor
        .finds_no_barrier_on_the_page("the publish gate on a desk")
        .await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    opens_in(visitor, "ja").await?;
    visitor
        .finds_no_barrier_on_the_page("checks on a phone")
        .await
}
