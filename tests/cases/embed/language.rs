//! Which language is spoken when a page writes its elements anew, puts them elsewhere, or says its language as servers
//! do. What a visitor has chosen stays theirs.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use serde_json::{Value, json};

/// What a page asks for by `locale` or `<html lang>`, and what is spoken in a playbook of en, ja, hi, ar and zh-Hans.
const WRITTEN: &[(&str, &str)] = &[
    ("ja_JP", "ja"),
    ("ja_JP.UTF-8", "ja"),
    ("hi_IN@rupee", "hi"),
    ("zh_CN", "zh-Hans"),
    ("zh_Hans_CN", "zh-Hans"),
    ("AR_eg", "ar"),
];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "a morph takes nothing of what the visitor has chosen, and the page's next wish holds",
            morphed,
        ),
        case(
            "an element that comes back to a page in another language speaks it in heading and questions",
            comes_back,
        ),
        case(
            "a banner that was put away leaves no room behind after a morph",
            banner,
        ),
        case("the page hears which language a visitor chooses", told),
    ];
    cases.extend(WRITTEN.iter().map(|(written, spoken)| {
        let name = format!("a page that says {written} is spoken to in {spoken}");
        case(name, async |visitor| says(visitor, written, spoken).await)
    }));
    cases
}

async fn morphs(visitor: &Visitor, attributes: Value) -> Result<()> {
    visitor
        .finds_out("morph(arguments[0])", vec![attributes])
        .await?;
    Ok(())
}

async fn morphed(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("morph/index.html").await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.fills_in("affected", "25").await?;
    let script = "document.querySelector('leeward-help').setAttribute('locale', 'en')";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.chooses_language("ja").await?;
    // A wish that is taken away, or repeated, is no new one.
    for attributes in [json!({}), json!({ "locale": "en" }), json!({})] {
        morphs(visitor, attributes).await?;
        speaks_all(visitor, "ja").await?;
        visitor.sees_answer("affected", "25").await?;
    }
    morphs(visitor, json!({ "locale": "hi" })).await?;
    visitor.is_spoken_to_in("hi").await?;
    visitor.sees_answer("affected", "25").await?;
    visitor.chooses_language("en").await?;
    visitor.closes().await?;
    morphs(visitor, json!({})).await?;
    visitor.clicks("#launcher").await?;
    visitor.is_asked("affected").await?;
    speaks_all(visitor, "en").await
}

/// Heading and questions speak one language, and go on doing so.
async fn speaks_all(visitor: &Visitor, locale: &str) -> Result<()> {
    let script = "const done = arguments[0];
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => done(probe.all('#panel, .smart').map(({ lang }) => lang)))))";
    let spoken = visitor.finds_out_later(script, Vec::new()).await?;
    ensure!(
        spoken == json!([locale, locale]),
        "heading and questions speak {spoken} instead of {locale}"
    );
    Ok(())
}

async fn comes_back(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let anew = "const help = document.querySelector('leeward-help');
        help.remove();
        document.documentElement.lang = arguments[0];
        document.body.append(help)";
    visitor.finds_out(anew, vec![json!("ja")]).await?;
    visitor.clicks("#launcher").await?;
    visitor.is_asked("topic").await?;
    visitor.is_spoken_to_in("ja").await?;
    visitor.reads("#title", "みなと共済").await?;
    visitor.closes().await?;
    // An application that leaves the element in place: at the next opening, in both.
    let lang = "document.documentElement.lang = arguments[0]";
    visitor.finds_out(lang, vec![json!("hi")]).await?;
    visitor.clicks("#launcher").await?;
    visitor.is_spoken_to_in("hi").await?;
    // What was chosen outlives both.
    visitor.chooses_language("en").await?;
    visitor.closes().await?;
    visitor.finds_out(anew, vec![json!("ja")]).await?;
    visitor.clicks("#launcher").await?;
    visitor.is_asked("topic").await?;
    speaks_all(visitor, "en").await
}

async fn banner(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("morph/index.html").await?;
    let script = "const help = document.querySelector('leeward-help');
        help.remove(); help.setAttribute('mode', 'banner'); document.body.prepend(help)";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.sees("#banner").await?;
    visitor.clicks("#dismiss").await?;
    visitor.sees("#launcher").await?;
    morphs(visitor, json!({ "mode": "banner" })).await?;
    let script = "return document.querySelector('leeward-help').getBoundingClientRect().height";
    let height = visitor.finds_out(script, Vec::new()).await?;
    ensure!(height == json!(0), "{height} pixels are kept free");
    Ok(())
}

async fn told(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    let script = "window.chosen = []; document.addEventListener('leeward-language', ({ detail }) => window.chosen.push(detail))";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.opens().await?;
    visitor.picks_language("ja").await?;
    let found = visitor
        .finds_out(
            "return [window.chosen, document.querySelector('leeward-help').getAttribute('locale')]",
            Vec::new(),
        )
        .await?;
    ensure!(
        found == json!([[{ "locale": "ja" }], null]),
        "the page hears, and has, {found}"
    );
    Ok(())
}

async fn says(visitor: &Visitor, written: &str, spoken: &str) -> Result<()> {
    let attribute = format!("locale='{written}'");
    for page in [
        HostPage::in_language(written),
        HostPage::default().with_attributes(&attribute),
    ] {
        visitor.visits(&page).await?;
        visitor.opens().await?;
        visitor.is_spoken_to_in(spoken).await?;
    }
    Ok(())
}
