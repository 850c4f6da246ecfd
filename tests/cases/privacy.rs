//! A good guest: nothing is loaded before somebody wants help, nothing is stored, and what a visitor says
//! goes nowhere but into the message that they send.

use anyhow::{Result, ensure};
use hyper::Method;
use leeward_tests::{
    harness::{Case, case},
    page::{self, HostPage},
    site::Reply,
    visitor::Visitor,
    watch::Heard,
};
use serde_json::{Value, json};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "nothing but the safe layer is asked for before a visitor shows intent",
            before_intent,
        ),
        case(
            "a whole journey stores nothing and tells nothing",
            leaves_no_trace,
        ),
        case("signals carry ids and never words", signals),
        case(
            "a window that a link opens does not know who opened it",
            new_windows,
        ),
    ]
}

/// What the visitor says, and nobody may repeat.
const SECRET: &str = "zq-secret";

const SAID: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "money"),
    ("finances", "living"),
    ("one_thing", SECRET),
];

async fn before_intent(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    let script = "arguments[0](document.readyState === 'complete' || addEventListener('load', arguments[0]))";
    visitor.finds_out_later(script, Vec::new()).await?;
    let mut paths: Vec<String> = visitor
        .site
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    paths.sort();
    ensure!(
        paths == [page::SHEET, page::PATH, "/leeward/leeward.js"],
        "asked for {paths:?}"
    );
    visitor.opens().await?;
    Ok(())
}

/// Everything in which a page can store something, as one value.
const STORED: &str = "
const done = arguments[0];
Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((lists) => done({
  cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, history: history.state,
  lists: lists.map(({ length }) => length), name: window.name, address: location.pathname + location.search + location.hash,
}));
";

async fn leaves_no_trace(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor
        .finds_out("document.cookie = 'host=1'", Vec::new())
        .await?;
    let before = visitor.finds_out_later(STORED, Vec::new()).await?;
    whole_journey(visitor).await?;
    let after = visitor.finds_out_later(STORED, Vec::new()).await?;
    ensure!(before == after, "{before} became {after}");

    for request in visitor.site.requests() {
        let told = format!("{} {:?} {:?}", request.path, request.query, request.telling);
        ensure!(
            !told.contains(SECRET),
            "an address tells what was said: {told}"
        );
        // Modules are fetched by the browser itself, under the page's own policy.
        let pages_own = [page::PATH, page::SHEET].contains(&request.path.as_str());
        ensure!(
            pages_own || request.path.ends_with(".js") || request.telling.is_empty(),
            "a request tells who asks: {told}"
        );
        let said = String::from_utf8_lossy(&request.body).contains(SECRET);
        ensure!(
            said == (request.method == Method::POST),
            "{told} carries what was said: {said}"
        );
    }
    Ok(())
}

async fn whole_journey(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.picks_language("ja").await?;
    visitor.picks_language("en").await?;
    visitor.starts().await?;
    visitor.walks(SAID).await?;
    visitor.sees_result("listen").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("Ann", "ann@example.test", SECRET).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.closes().await?;
    Ok(())
}

async fn signals(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    // A link is followed, but not to its end: the device of a test can't make calls.
    let stay = "addEventListener('click', (event) => event.composedPath().some(({ localName }) => localName === 'a') && event.preventDefault(), true)";
    visitor.finds_out(stay, Vec::new()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(SAID).await?;
    visitor.sees_result("listen").await?;
    visitor.clicks("[data-channel='claims_phone'] a").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("Ann", "ann@example.test", SECRET).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.closes().await?;

    let heard = |event: &str, detail: Value| Heard {
        event: event.into(),
        detail,
    };
    let expected = [
        heard("leeward-open", Value::Null),
        heard(
            "leeward-route",
            json!({ "route": "listen", "best": "message_form", "second": "claims_phone" }),
        ),
        heard(
            "leeward-contact",
            json!({ "channel": "claims_phone", "kind": "phone" }),
        ),
        heard(
            "leeward-contact",
            json!({ "channel": "message_form", "kind": "form" }),
        ),
        heard("leeward-close", Value::Null),
    ];
    let signals = visitor.heard().await?;
    ensure!(signals == expected, "heard {signals:#?}");
    Ok(())
}

async fn new_windows(visitor: &Visitor) -> Result<()> {
    const WASM: &str = "/leeward/widget_bg.wasm";
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(SAID).await?;
    visitor.sees_result("listen").await?;
    knows_nothing(visitor, "result").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    knows_nothing(visitor, "contacts").await?;
    visitor.closes().await?;

    visitor.site.answers(WASM, Reply::status(404));
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    knows_nothing(visitor, "the contact list of the safe layer").await
}

async fn knows_nothing(visitor: &Visitor, screen: &str) -> Result<()> {
    let script = "const links = probe.all('a[href^=http]');
        return links.length > 0 && links.map(({ target, rel }) => `${target} ${rel}`).filter((told) => told !== '_blank noopener noreferrer')";
    let telling = visitor.finds_out(script, Vec::new()).await?;
    ensure!(telling == json!([]), "{screen}: {telling}");
    Ok(())
}
