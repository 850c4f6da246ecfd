//! Files that take their time, or never come. Within a second of the click the visitor has a contact list; what comes
//! late takes its place only while nobody uses it. No timer of more than a second ends here by itself.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, OWN_CHILD, SERVICE_CRISIS},
    site::{self, Gate, Reply},
    visitor::Visitor,
};
use serde_json::json;

const WASM: &str = "/leeward/widget_bg.wasm";

/// A file that never comes.
struct Hanging {
    path: &'static str,
    /// Whether the list has the playbook's channels, and not only what stands between the tags.
    channels: bool,
}

const HANGING: &[Hanging] = &[
    Hanging {
        path: "/leeward/load.js",
        channels: false,
    },
    Hanging {
        path: "/leeward/widget.js",
        channels: true,
    },
    Hanging {
        path: WASM,
        channels: true,
    },
    Hanging {
        path: "/leeward/widget.css",
        channels: true,
    },
    Hanging {
        path: "/leeward/labels/ja.json",
        channels: true,
    },
    Hanging {
        path: SERVICE_CRISIS,
        channels: false,
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HANGING
        .iter()
        .map(|hanging| {
            let name = format!(
                "{} that hangs brings the list within a second",
                hanging.path
            );
            case(name, async |visitor| hangs(visitor, hanging).await)
        })
        .collect();
    cases.extend([
        case(
            "a contact list that hangs as well leaves the element's own children",
            list_hangs_too,
        ),
        case(
            "questions that come late take the place of a list that nobody uses",
            late,
        ),
        case("questions that come late move nothing", nothing_moves).needs(Need::Tools),
        case(
            "questions that come late leave a list alone that somebody uses, until the next click",
            late_and_used,
        ),
        case(
            "questions that come after three seconds leave the list alone, until the next click",
            too_late,
        ),
        case(
            "on a line of slow 2G the list comes within a second, and the questions when they are there",
            slow_2g,
        )
        .needs(Need::Tools),
        case(
            "a message endpoint that hangs is given up after 15 seconds, and nothing is called sent",
            message_hangs,
        ),
    ]);
    cases
}

async fn visits(visitor: &Visitor, locale: &str) -> Result<()> {
    visitor.holds_long_timers().await?;
    visitor.visits(&HostPage::in_language(locale)).await
}

async fn hangs(visitor: &Visitor, hanging: &Hanging) -> Result<()> {
    visitor.site.answers(hanging.path, Reply::silent());
    visits(visitor, "ja").await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    if hanging.channels {
        visitor
            .sees("#panel[lang='ja'] [data-channel='agent_sms'] a[href='sms:+819000000120']")
            .await?;
    } else {
        visitor.does_not_see("#contacts li").await?;
    }
    // The words themselves may be what hangs: then it is said in English, and marked so.
    let speechless = hanging.path == "/leeward/load.js" || hanging.path.contains("/labels/");
    let (lang, words) = if speechless {
        ("en", "Loading")
    } else {
        ("ja", "読み込んでいます")
    };
    visitor
        .reads(&format!("#status[lang='{lang}']"), words)
        .await?;
    ensure!(
        visitor.site.times_asked(hanging.path) == 1,
        "{} was not asked for once",
        hanging.path
    );
    visitor.lets_seconds_pass(3).await?;
    visitor.sees_contact_list().await?;
    visitor.does_not_see("#status:not(:empty)").await
}

async fn list_hangs_too(visitor: &Visitor) -> Result<()> {
    for path in [WASM, "/leeward/contacts.js"] {
        visitor.site.answers(path, Reply::silent());
    }
    visits(visitor, "en").await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.waits_for_request("/leeward/contacts.js", 1).await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.does_not_see("#contacts li").await
}

/// Opens the panel while the WebAssembly is held back, and waits for the list.
async fn sees_the_list_first(visitor: &Visitor) -> Result<Gate> {
    let gate = Gate::default();
    let reply = Reply::text("application/wasm", site::file(WASM)?);
    visitor.site.answers(WASM, reply.behind(&gate));
    visits(visitor, "en").await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts [data-channel='agent_sms']").await?;
    ensure!(visitor.site.times_asked(WASM) == 1, "nothing is held back");
    Ok(gate)
}

async fn late(visitor: &Visitor) -> Result<()> {
    let gate = sees_the_list_first(visitor).await?;
    gate.opens();
    visitor.sees_step("welcome").await?;
    visitor.does_not_see("#contacts").await?;
    visitor.has_focus_on("[data-step='welcome'] h3").await
}

/// What moves half a second after a click or later counts against the page (layout shift, a Core Web Vital).
async fn nothing_moves(visitor: &Visitor) -> Result<()> {
    let gate = sees_the_list_first(visitor).await?;
    gate.opens();
    visitor.sees_step("welcome").await?;
    visitor.has_focus_on("[data-step='welcome'] h3").await?;
    let script = "const done = arguments[0], moved = [];
        new PerformanceObserver((list) => moved.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done({
            observed: PerformanceObserver.supportedEntryTypes.includes('layout-shift'),
            moved: moved.filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value),
        }), 200))";
    let found = visitor.finds_out_later(script, Vec::new()).await?;
    ensure!(
        found == json!({ "observed": true, "moved": [] }),
        "shifts: {found}"
    );
    Ok(())
}

async fn late_and_used(visitor: &Visitor) -> Result<()> {
    let gate = sees_the_list_first(visitor).await?;
    visitor
        .clicks("#contacts [data-channel='agent_sms'] p")
        .await?;
    stays_until_the_next_click(visitor, &gate).await
}

async fn too_late(visitor: &Visitor) -> Result<()> {
    let gate = sees_the_list_first(visitor).await?;
    visitor.lets_seconds_pass(3).await?;
    stays_until_the_next_click(visitor, &gate).await
}

async fn stays_until_the_next_click(visitor: &Visitor, gate: &Gate) -> Result<()> {
    gate.opens();
    // The questions are there, and hidden.
    let ready = "return probe.all('[data-step=welcome]').length === 1";
    visitor
        .waits_for("the questions", ready, Vec::new())
        .await?;
    visitor.sees_contact_list().await?;
    visitor.closes().await?;
    visitor.opens().await?;
    visitor.does_not_see("#contacts").await
}

/// 50 kbit/s and two seconds there and back.
async fn slow_2g(visitor: &Visitor) -> Result<()> {
    visits(visitor, "en").await?;
    let conditions = |latency: u32, throughput: i32| json!({ "offline": false, "latency": latency, "downloadThroughput": throughput, "uploadThroughput": throughput });
    visitor.commands("Network.enable", json!({})).await?;
    let method = "Network.emulateNetworkConditions";
    visitor.commands(method, conditions(2000, 6250)).await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    let arrived =
        "return performance.getEntriesByName(new URL(arguments[0], location).href).length";
    let arrived = visitor.finds_out(arrived, vec![json!(WASM)]).await?;
    ensure!(arrived == json!(0), "the line is not slow");
    // What has come by a fast line in the end is shown, as nobody has used the list.
    visitor.commands(method, conditions(0, -1)).await?;
    visitor.sees_step("welcome").await
}

async fn message_hangs(visitor: &Visitor) -> Result<()> {
    visitor.site.answers("/messages", Reply::silent());
    visits(visitor, "en").await?;
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("Ann", "ann@example.test", "Help").await?;
    visitor.sends().await?;
    visitor.waits_for_request("/messages", 1).await?;
    visitor.does_not_see("[data-outcome]").await?;
    visitor.lets_seconds_pass(15).await?;
    visitor.is_told("unknown").await?;
    visitor.still_has("Ann", "ann@example.test", "Help").await
}
