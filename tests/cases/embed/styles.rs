//! Pages whose style sheets reach for everything. Launcher, welcome, question, result and contact list look on each
//! as on a plain page, to the pixel.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    pixels::Picture,
    site::Reply,
    visitor::Visitor,
};
use serde_json::json;
use tokio::sync::OnceCell;

const WASM: &str = "/leeward/widget_bg.wasm";

/// A page with a style sheet.
struct Hostile {
    name: &'static str,
    file: &'static str,
    /// What proves that the page's style is at work: a selector, a property, and its value there.
    proof: (&'static str, &'static str, &'static str),
    /// Whether something of the page lies above the launcher, so that the page itself has to open the panel.
    covered: bool,
}

const HOSTILE: &[Hostile] = &[
    Hostile {
        name: "a reset with !important on everything",
        file: "reset",
        proof: ("main", "font-size", "31px"),
        covered: false,
    },
    Hostile {
        name: "Bootstrap",
        file: "bootstrap",
        proof: ("body", "--bs-primary", "#0d6efd"),
        covered: false,
    },
    Hostile {
        name: "Tailwind's preflight",
        file: "tailwind",
        proof: ("h1", "font-size", "16px"),
        covered: false,
    },
    Hostile {
        name: "a rem of ten pixels",
        file: "ten-pixels",
        proof: ("html", "font-size", "10px"),
        covered: false,
    },
    Hostile {
        name: "rules for every element",
        file: "elements",
        proof: ("a", "font-size", "40px"),
        covered: false,
    },
    Hostile {
        name: "an overlay with the highest z-index",
        file: "overlay",
        proof: ("#overlay", "z-index", "2147483647"),
        covered: true,
    },
];

/// The plain page, which only the first of these tests has to look at.
static PLAIN: OnceCell<Vec<(&'static str, Picture)>> = OnceCell::const_new();

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HOSTILE
        .iter()
        .map(|hostile| {
            let name = format!("{} changes no pixel of ours", hostile.name);
            case(name, async |visitor| same_pixels(visitor, hostile).await).needs(Need::Tools)
        })
        .collect();
    let zoomed = case(
        "a page that zooms leaves the whole panel on the screen",
        zoomed,
    );
    cases.push(zoomed.needs(Need::Phone));
    cases
}

async fn same_pixels(visitor: &Visitor, hostile: &Hostile) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    // A scrollbar tells how long the element's own children are, and they are the page's.
    let hidden = json!({ "hidden": true });
    visitor
        .commands("Emulation.setScrollbarsHidden", hidden)
        .await?;
    let plain = PLAIN
        .get_or_try_init(async || {
            visitor.looks_at("plain/index.html").await?;
            pictures(visitor, false).await
        })
        .await?;
    visitor
        .looks_at(&format!("hostile-css/{}.html", hostile.file))
        .await?;
    let (selector, property, value) = hostile.proof;
    let script = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1]) === arguments[2]";
    let what = format!("{property} of {selector} to be {value}");
    let proof = vec![json!(selector), json!(property), json!(value)];
    visitor.waits_for(&what, script, proof).await?;

    let differing = pictures(visitor, hostile.covered).await?;
    let differences: Vec<String> = differing
        .iter()
        .filter_map(|(screen, picture)| {
            let (_, plain) = plain.iter().find(|(name, _)| name == screen)?;
            Some(format!("{screen}: {}", picture.difference(plain)?))
        })
        .collect();
    ensure!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

/// Every screen of the page that the visitor is on, by name.
async fn pictures(visitor: &Visitor, covered: bool) -> Result<Vec<(&'static str, Picture)>> {
    let mut pictures = Vec::new();
    if !covered {
        pictures.push(("launcher", visitor.looks_like("#launcher").await?));
    }
    opens(visitor, covered).await?;
    visitor.sees_step("welcome").await?;
    pictures.push(("welcome", visitor.looks_like("#panel").await?));
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    pictures.push(("question", visitor.looks_like("#panel").await?));
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    pictures.push(("result", visitor.looks_like("#panel").await?));

    visitor.site.answers(WASM, Reply::status(404));
    let path = visitor
        .finds_out("return location.pathname", Vec::new())
        .await?;
    visitor.goes_to(path.as_str().unwrap_or_default()).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.sees("#launcher").await?;
    opens(visitor, covered).await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    pictures.push(("contact list", visitor.looks_like("#panel").await?));
    visitor.site.recovers(WASM);
    Ok(pictures)
}

async fn opens(visitor: &Visitor, covered: bool) -> Result<()> {
    if covered {
        visitor
            .finds_out("document.querySelector('leeward-help').open()", Vec::new())
            .await?;
        return Ok(());
    }
    visitor.clicks("#launcher").await
}

/// Zoom is inherited by everything, so this is about reach, not about pixels.
async fn zoomed(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("hostile-css/zoom.html").await?;
    visitor.opens().await?;
    is_on_the_screen(visitor, "welcome").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    is_on_the_screen(visitor, "result").await?;
    visitor.has_a_screen_of(360, 640).await?;
    is_on_the_screen(visitor, "result on a phone").await?;
    visitor.scrolls_one_way_only("result on a phone").await?;
    visitor.closes().await
}

async fn is_on_the_screen(visitor: &Visitor, screen: &str) -> Result<()> {
    let script = "const { left, top, right, bottom } = probe.all('#panel')[0].getBoundingClientRect();
        const zoom = document.documentElement.currentCSSZoom;
        return zoom === 1.5 && [left, top, innerWidth - right, innerHeight - bottom].map(Math.round)";
    let edges = visitor.finds_out(script, Vec::new()).await?;
    let edges: Vec<i64> = serde_json::from_value(edges)?;
    ensure!(
        edges.iter().all(|edge| *edge >= 0),
        "{screen}: left, top, right and bottom are {edges:?} pixels inside"
    );
    Ok(())
}
