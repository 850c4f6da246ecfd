//! Snippets that come late, twice, in pieces or again and again: tag managers, two teams on one page, applications
//! that render everything anew.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    measure::Held,
    site::Site,
    visitor::Visitor,
};
use serde_json::json;

/// The orders in which `tests/embed/tag-manager/` puts the pieces in.
const ORDERS: [&str; 3] = ["element-first", "script-first", "element-apart"];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "the script may come from two addresses: one definition, one load, two elements that work",
            twice,
        ),
        case(
            "an application that renders a hundred times anew holds as much afterwards as before",
            rendered_anew,
        )
        .needs(Need::Tools),
        case(
            "an application that moves an element that was used a hundred times holds as much afterwards as before",
            moved,
        )
        .needs(Need::Tools),
        case(
            "an application that renders anew whenever somebody has looked holds an empty root of each in the end",
            used_and_rendered_anew,
        )
        .needs(Need::Tools),
    ];
    cases.extend(ORDERS.map(|order| {
        let name = format!("a tag manager may take the snippet apart and put it in {order}");
        case(name, async move |visitor| injected(visitor, order).await)
    }));
    cases
}

async fn twice(visitor: &Visitor) -> Result<()> {
    let elsewhere = Site::start().await?;
    elsewhere.is_open_to_all();
    visitor
        .looks_at_with("twice/index.html", &elsewhere)
        .await?;
    visitor.sees("#launcher").await?;
    let loaded = "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/leeward.js')).length === 2";
    visitor
        .waits_for("both scripts", loaded, Vec::new())
        .await?;
    // Their launchers lie in the same corner, so it is the page that opens them.
    for (element, locale) in [("shop", "en"), ("campaign", "ja")] {
        let script = "document.querySelector(`#${arguments[0]}`).open()";
        visitor.finds_out(script, vec![json!(element)]).await?;
        let script = "const panel = document.querySelector(`#${arguments[0]}`).shadowRoot.querySelector('#panel');
            const start = panel.querySelector('[lang=' + arguments[1] + '] [data-action=start]');
            if (!start?.checkVisibility()) return false;
            panel.querySelector('#close').click();
            return true";
        let what = format!("the questions of {element} in {locale}");
        visitor
            .waits_for(&what, script, vec![json!(element), json!(locale)])
            .await?;
    }
    ensure!(
        elsewhere.times_asked("/leeward/leeward.js") == 1,
        "included once only"
    );
    let asked = |site: &Site| site.times_asked("/leeward/widget_bg.wasm");
    ensure!(
        asked(&visitor.site) + asked(&elsewhere) == 1,
        "loaded {} and {} times",
        asked(&visitor.site),
        asked(&elsewhere)
    );
    Ok(())
}

async fn injected(visitor: &Visitor, order: &str) -> Result<()> {
    visitor
        .looks_at(&format!("tag-manager/index.html?order={order}"))
        .await?;
    visitor.opens().await?;
    let script = "return [...document.querySelectorAll('leeward-help, script')].flatMap(({ attributes }) => [...attributes]).map(({ name }) => name).filter((name) => name.startsWith('data-'))";
    let data = visitor.finds_out(script, Vec::new()).await?;
    ensure!(data == json!([]), "{data} were left");
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    visitor.sees("a[href='tel:+81300000119']").await?;
    visitor.closes().await
}

async fn cycles(visitor: &Visitor, function: &str, times: u32) -> Result<()> {
    let script = "for (let i = 0; i < arguments[1]; i++) app[arguments[0]]()";
    visitor
        .finds_out(script, vec![json!(function), json!(times)])
        .await?;
    Ok(())
}

/// What may stay of a cycle. An element of ours has fifty nodes and twenty listeners, and takes kilobytes.
const NOTHING: Held = Held {
    documents: 0,
    nodes: 0,
    listeners: 0,
    bytes: 1000,
};

/// Yew never lets go of the element in which it was mounted, nor of its listeners there: one for each kind of event that
/// a question hears (change, click, input, submit).
const EMPTY_ROOT: Held = Held {
    documents: 0,
    nodes: 1,
    listeners: 4,
    bytes: 25_000,
};

fn is_level(before: Held, after: Held, cycles: u64, kept: Held) -> Result<()> {
    let within = |count: fn(Held) -> u64| count(after) <= count(before) + cycles * count(kept);
    ensure!(
        within(|held| held.documents)
            && within(|held| held.nodes)
            && within(|held| held.listeners)
            && within(|held| held.bytes),
        "{before:?} became {after:?} in {cycles} cycles"
    );
    Ok(())
}

async fn rendered_anew(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    visitor.looks_at("spa/index.html").await?;
    visitor.sees("#launcher").await?;
    let hundred = async || {
        cycles(visitor, "render", 100).await?;
        visitor.lets_seconds_pass(300).await?;
        visitor.counts().await
    };
    let before = hundred().await?;
    is_level(before, hundred().await?, 100, NOTHING)?;
    visitor.opens().await?;
    visitor.closes().await
}

async fn moved(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("spa/index.html").await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.closes().await?;
    cycles(visitor, "move", 100).await?;
    let before = visitor.counts().await?;
    cycles(visitor, "move", 100).await?;
    is_level(before, visitor.counts().await?, 100, NOTHING)?;
    visitor.clicks("#launcher").await?;
    visitor.is_asked("topic").await
}

/// An element that was used holds on to the page by listeners and timers, until it has been gone for five minutes.
async fn used_and_rendered_anew(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    visitor.looks_at("spa/index.html").await?;
    // A driver that has found an element holds it, so nothing may be found here.
    let use_it = "const question = probe.all('[data-question]').length;
        if (!question) (probe.find('[data-action=start]') ?? probe.find('#launcher'))?.click();
        return question > 0";
    let look = async |times: u32| {
        for _ in 0..times {
            visitor.waits_for("a question", use_it, Vec::new()).await?;
            cycles(visitor, "render", 1).await?;
        }
        visitor.lets_seconds_pass(300).await?;
        visitor.counts().await
    };
    let before = look(2).await?;
    let after = look(5).await?;
    is_level(before, after, 5, EMPTY_ROOT)
}
