//! What `loader/signals.js` hands to a site's own statistics: ids, to the tools and the endpoint that the page names,
//! and nothing before the visitor agrees where the page waits for that.
//!
//! The lines of docs/signals-sample.ndjson, of which the documentation's report is made, are what the endpoint gets here.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use hyper::Method;
use leeward_tests::{
    harness::{Case, case},
    page::{self, HostPage},
    site::Reply,
    visitor::Visitor,
};
use serde_json::{Value, json};

/// Where the endpoint is.
const ENDPOINT: &str = "/events";

/// What the visitor says, and nobody may repeat.
const SECRET: &str = "zq-secret";

/// The strictest policy with which everything works.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/// The queues that each maker's snippet puts into a page before the tool itself has come.
const SNIPPETS: &str = "
window.dataLayer = window.dataLayer || [];
window.gtag = function () { dataLayer.push(arguments); };
window._paq = window._paq || [];
window.plausible = window.plausible || function () { (window.plausible.q = window.plausible.q || []).push(arguments); };
window.posthog = []; posthog.capture = function (...given) { posthog.push(['capture', ...given]); };
";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "each statistics tool gets the signals as its maker documents",
            tools,
        ),
        case("nothing is passed on before the visitor agrees", consent),
        case(
            "an endpoint gets a line for each signal, with ids and never words",
            endpoint,
        ),
    ]
}

/// Visits a page that brings `signals.js`.
async fn visits(visitor: &Visitor, page: &HostPage, wishes: &str) -> Result<()> {
    visitor.visits(page).await?;
    brings(visitor, wishes).await
}

/// Puts `signals.js` into the page, and waits until the questions are there.
async fn brings(visitor: &Visitor, wishes: &str) -> Result<()> {
    let script = "const done = arguments[1];
        const script = Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] });
        script.onload = () => done(true);
        script.onerror = () => done(false);
        document.body.append(script);
        addEventListener('click', (event) => event.composedPath().some(({ localName }) => localName === 'a') && event.preventDefault(), true);";
    let address = json!(format!("/leeward/signals.js?{wishes}"));
    let came = visitor.finds_out_later(script, vec![address]).await?;
    ensure!(came == json!(true), "signals.js did not come");
    // A busy machine shows the contact list first, which would be a signal more.
    // The mouse may be where the launcher is already.
    let points = "probe.all('#launcher')[0].dispatchEvent(new window.PointerEvent('pointerenter'))";
    visitor.finds_out(points, Vec::new()).await?;
    let ready = "return probe.all('[data-step]').length > 0";
    visitor
        .waits_for("the questions", ready, Vec::new())
        .await?;
    Ok(())
}

async fn tools(visitor: &Visitor) -> Result<()> {
    visitor.injects(SNIPPETS).await?;
    visits(
        visitor,
        &HostPage::default(),
        "to=dataLayer,gtag,matomo,plausible,posthog,constructor",
    )
    .await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.answers("affected", "25").await?;
    visitor.sees_result("technical").await?;
    visitor.closes().await?;

    let script = "const list = (given) => Array.from(given, (one) => one);
        return JSON.parse(JSON.stringify({
            dataLayer: dataLayer.filter(({ event }) => event),
            gtag: dataLayer.filter(({ event }) => !event).map(list),
            matomo: _paq,
            plausible: plausible.q.map(list),
            posthog: list(posthog),
        }))";
    let got = visitor.finds_out(script, Vec::new()).await?;
    let result = |tool: &str, name: &str| {
        let calls = got[tool].as_array().cloned().unwrap_or_default();
        calls
            .into_iter()
            .find(|call| call.to_string().contains(&format!("\"{name}\"")))
            .unwrap_or_default()
    };
    for tool in ["dataLayer", "gtag", "matomo", "plausible", "posthog"] {
        let calls = got[tool].as_array().map_or(0, Vec::len);
        ensure!(calls == 7, "{tool} got {calls} signals: {:#}", got[tool]);
    }
    let ids = json!({ "locale": "en", "step": "question", "question": "affected" });
    let expected = [
        (
            "dataLayer",
            "affected",
            json!({ "event": "leeward_step", "leeward_locale": "en", "leeward_step": "question", "leeward_question": "affected" }),
        ),
        ("gtag", "affected", json!(["event", "leeward_step", ids])),
        (
            "matomo",
            "step=question question=affected",
            json!([
                "trackEvent",
                "Leeward",
                "leeward_step",
                "step=question question=affected"
            ]),
        ),
        (
            "matomo",
            "leeward_close",
            json!(["trackEvent", "Leeward", "leeward_close"]),
        ),
        (
            "plausible",
            "affected",
            json!(["leeward_step", { "props": ids }]),
        ),
        (
            "posthog",
            "affected",
            json!(["capture", "leeward_step", ids]),
        ),
    ];
    for (tool, name, call) in expected {
        let got = result(tool, name);
        ensure!(got == call, "{tool} got {got}, not {call}");
    }
    ensure!(
        result("plausible", "leeward_route")[1]["props"]["route"] == "technical",
        "{:#}",
        got["plausible"]
    );
    let posted = visitor.site.requests();
    ensure!(
        posted.iter().all(|request| request.method == Method::GET),
        "something was posted, and no endpoint is named"
    );
    Ok(())
}

async fn consent(visitor: &Visitor) -> Result<()> {
    const SAYS: &str =
        "document.dispatchEvent(new window.CustomEvent('leeward-consent', { detail: arguments[0] }));
        return dataLayer.length";
    const LEAVES: &str =
        "window.dispatchEvent(new window.Event('pagehide')); return dataLayer.length";
    let wishes = format!("to=dataLayer&beacon={ENDPOINT}&consent=wait");
    visitor.site.answers(ENDPOINT, Reply::json("{}"));
    visitor.injects(SNIPPETS).await?;

    visits(visitor, &HostPage::default(), &wishes).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let passed = visitor
        .finds_out("return dataLayer.length", Vec::new())
        .await?;
    ensure!(
        passed == 0,
        "{passed} signals before the visitor has agreed"
    );
    let passed = visitor.finds_out(SAYS, vec![json!(true)]).await?;
    ensure!(passed == 3, "{passed} signals were held back, not 3");
    visitor.finds_out(LEAVES, Vec::new()).await?;
    visitor.waits_for_request(ENDPOINT, 1).await?;

    // Who says no, and who says nothing before the page is left.
    for answer in [Some(false), None] {
        visits(visitor, &HostPage::default(), &wishes).await?;
        visitor.opens().await?;
        if let Some(answer) = answer {
            visitor.finds_out(SAYS, vec![json!(answer)]).await?;
        }
        visitor.starts().await?;
        visitor.is_asked("topic").await?;
        visitor.finds_out(LEAVES, Vec::new()).await?;
        let passed = visitor.finds_out(SAYS, vec![json!(true)]).await?;
        ensure!(passed == 0, "{answer:?}: {passed} signals were passed on");
    }

    // Who agreed on an earlier page, where question ids are not wanted.
    visitor.visits(&HostPage::default()).await?;
    let agreed = "document.documentElement.dataset.leewardConsent = 'yes'";
    visitor.finds_out(agreed, Vec::new()).await?;
    brings(visitor, "to=dataLayer&consent=wait&steps=no").await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let script = "return dataLayer.map(({ event }) => event)";
    let passed = visitor.finds_out(script, Vec::new()).await?;
    ensure!(passed == json!(["leeward_open"]), "passed on: {passed}");

    let asked = visitor.site.times_asked(ENDPOINT);
    ensure!(asked == 1, "the endpoint was asked {asked} times");
    Ok(())
}

async fn endpoint(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(ENDPOINT, Reply::json("{}"));
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    let wishes = format!("beacon={ENDPOINT}");
    let page = HostPage::with_policy(POLICY);
    for visit in 0..VISITS {
        visits(visitor, &page, &wishes).await?;
        journey(visitor, visit).await?;
        visitor.goes_to(page::PATH).await?;
    }
    let texts = || {
        let requests = visitor.site.requests().into_iter();
        requests
            .filter(|request| request.path == ENDPOINT)
            .map(|request| String::from_utf8_lossy(&request.body).into_owned())
            .collect::<Vec<String>>()
    };
    visitor.waits_for_request(ENDPOINT, VISITS).await?;
    let text = texts().concat();
    ensure!(
        !text.contains(SECRET) && !text.contains("Ann"),
        "words were sent: {text}"
    );
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/signals-sample.ndjson");
    let sample = std::fs::read_to_string(&sample).with_context(|| sample.display().to_string())?;
    ensure!(
        shape(&text)? == shape(&sample)?,
        "docs/signals-sample.ndjson is no longer what is sent, which is\n{text}"
    );
    let cookieless = "return 'keepalive' in Request.prototype";
    if visitor.finds_out(cookieless, Vec::new()).await? == json!(true) {
        let mut requests = visitor.site.requests().into_iter();
        let telling =
            requests.find(|request| request.path == ENDPOINT && !request.telling.is_empty());
        ensure!(
            telling.is_none(),
            "the endpoint is told who asks: {telling:?}"
        );
    }
    Ok(())
}

/// Lines without what differs from run to run; sessions are counted.
fn shape(text: &str) -> Result<Vec<Value>> {
    let mut sessions: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut line: Value = serde_json::from_str(line).with_context(|| line.to_owned())?;
        ensure!(line["at"].is_u64(), "{line}");
        let session = line["session"].as_str().context("no session")?.to_owned();
        ensure!(session.len() == 16, "{line}");
        let place = sessions.iter().position(|known| *known == session);
        line["session"] = json!(place.unwrap_or(sessions.len()));
        if place.is_none() {
            sessions.push(session);
        }
        line["at"] = json!(0);
        lines.push(line);
    }
    // Two visits' requests may arrive in either order, the lines of one visit not.
    lines.sort_by_key(|line| line["session"].as_u64());
    Ok(lines)
}

/// How many journeys there are.
const VISITS: usize = 6;

/// Somebody who writes, somebody who leaves at a question, and so on: one of each fate.
async fn journey(visitor: &Visitor, visit: usize) -> Result<()> {
    visitor.opens().await?;
    match visit {
        0 => {
            visitor.starts().await?;
            let said = [
                ("topic", "other"),
                ("safe", "yes"),
                ("danger", "money"),
                ("finances", "living"),
                ("one_thing", SECRET),
            ];
            visitor.walks(&said).await?;
            visitor.sees_result("listen").await?;
            visitor.clicks("[data-channel='claims_phone'] a").await?;
            visitor.wants_to_write("message_form").await?;
            visitor.composes("Ann", "ann@example.test", SECRET).await?;
            visitor.sends().await?;
            visitor.is_told("sent").await?;
            visitor.closes().await
        }
        1 => {
            visitor.starts().await?;
            visitor.answers("topic", "other").await?;
            visitor.is_asked("safe").await
        }
        2 | 3 => {
            if visit == 3 {
                visitor.picks_language("ja").await?;
            }
            visitor.starts().await?;
            visitor.answers("topic", "technical").await?;
            visitor.answers("affected", "25").await?;
            visitor.sees_result("technical").await?;
            if visit == 3 {
                visitor.clicks("a[data-action='contact']").await?;
            }
            visitor.closes().await
        }
        4 => {
            visitor.presses("contacts").await?;
            visitor.sees_step("contacts").await?;
            visitor.closes().await
        }
        _ => Ok(()),
    }
}
