//! Files that are missing, broken, mislabelled, silent or late. The visitor gets the contact list in the same
//! click, the developer one line with the cause and the cure, and every test makes sure that its fault was met.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{CHECKER, HostPage, OWN_CHILD, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};

const WASM: &str = "/leeward/widget_bg.wasm";
const GLUE: &str = "/leeward/widget.js";
const SHEET: &str = "/leeward/widget.css";
const CONTACTS: &str = "/leeward/contacts.js";
const JAPANESE: &str = "/leeward/labels/ja.json";

/// A broken file of the smart layer.
struct Fault {
    name: &'static str,
    path: &'static str,
    reply: fn() -> Result<Reply>,
    /// The code of the `leeward-error` event.
    code: &'static str,
    /// What the line on the console names.
    line: &'static [&'static str],
}

const FAULTS: &[Fault] = &[
    Fault {
        name: "WebAssembly that is missing",
        path: WASM,
        reply: || Ok(Reply::status(404)),
        code: "http",
        line: &["widget_bg.wasm", "404", "put the file there"],
    },
    Fault {
        name: "WebAssembly that is cut off",
        path: WASM,
        reply: cut_off,
        code: "compile",
        line: &["widget_bg.wasm", "application/wasm"],
    },
    Fault {
        name: "WebAssembly that is a web page",
        path: WASM,
        reply: || Ok(Reply::text("text/html", "<!doctype html>")),
        code: "mime",
        line: &["widget_bg.wasm", "application/wasm"],
    },
    Fault {
        name: "WebAssembly whose server hangs up",
        path: WASM,
        reply: || Ok(Reply::dropped()),
        code: "network",
        line: &["widget_bg.wasm", "connect-src"],
    },
    Fault {
        name: "glue that is missing",
        path: GLUE,
        reply: || Ok(Reply::status(404)),
        code: "network",
        line: &["widget.js", "did not come", "script-src"],
    },
    Fault {
        name: "glue of another release",
        path: GLUE,
        reply: other_release,
        code: "compile",
        line: &["widget.js", "same release"],
    },
    Fault {
        name: "a style sheet that is missing",
        path: SHEET,
        reply: || Ok(Reply::status(500)),
        code: "http",
        line: &["widget.css", "500"],
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = FAULTS
        .iter()
        .map(|fault| {
            let name = format!("{} brings the contact list in the same click", fault.name);
            case(name, async |visitor| broken_file(visitor, fault).await)
        })
        .collect();
    cases.extend([404, 500].map(|status| {
        let name = format!("a playbook that answers {status} leaves the element's own children");
        case(name, async move |visitor| {
            missing_playbook(visitor, status).await
        })
    }));
    cases.push(case(
        "a playbook that never comes leaves the element's own children",
        silent_playbook,
    ));
    cases.extend(
        [
            ("is missing", Reply::status(404)),
            ("never comes", Reply::silent()),
        ]
        .map(|(how, reply)| {
            let name = format!(
                "a checker that {how} costs the developer of a broken playbook its words only"
            );
            case(name, async move |visitor| no_checker(visitor, reply).await)
        }),
    );
    cases.push(case(
        "a contact list that is missing leaves the element's own children",
        no_contact_list,
    ));
    cases.push(case("WebAssembly with a wrong type works", wrong_type));
    cases.push(case(
        "what failed is forgotten, so that the next click tries again",
        tries_again,
    ));
    cases.push(case(
        "a language whose words are missing leaves the visitor where they are",
        missing_words,
    ));
    cases.push(case(
        "an engine that breaks on the way is never called again, and the contact list stands in its place",
        broken_engine,
    ));
    cases.push(case(
        "an engine that traps in an event handler leaves the contact list",
        trap_in_a_handler,
    ));
    cases
}

fn cut_off() -> Result<Reply> {
    let whole = site::file(WASM)?;
    Ok(Reply::text(
        "application/wasm",
        whole.slice(..whole.len() / 2),
    ))
}

fn other_release() -> Result<Reply> {
    let glue = String::from_utf8(site::file(GLUE)?.to_vec())?;
    ensure!(glue.contains("export function $0("), "the glue has no $0");
    Ok(Reply::text(
        "text/javascript",
        glue.replace("export function $0(", "export function other("),
    ))
}

async fn broken_file(visitor: &Visitor, fault: &Fault) -> Result<()> {
    visitor.site.answers(fault.path, (fault.reply)()?);
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_failing(fault.path).expects_line(fault.line);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.has_focus_on("#contacts h3").await?;
    visitor
        .sees("#contacts [data-channel='emergency_phone'] a[href='tel:+81300000119']")
        .await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == fault.code, "the error is {error}");
    ensure!(
        visitor.site.times_asked(fault.path) > 0,
        "nobody asked for {}",
        fault.path
    );
    Ok(())
}

async fn missing_playbook(visitor: &Visitor, status: u16) -> Result<()> {
    visitor.site.answers(SERVICE_CRISIS, Reply::status(status));
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_failing(SERVICE_CRISIS);
    visitor.expects_line(&[
        SERVICE_CRISIS,
        &status.to_string(),
        "put the file there, or correct its address",
    ]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    shows_own_children_only(visitor).await?;
    // One retry in the background, and not a second line about it.
    visitor.waits_for_request(SERVICE_CRISIS, 2).await
}

async fn silent_playbook(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(SERVICE_CRISIS, Reply::silent());
    visitor.visits(&HostPage::default()).await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    shows_own_children_only(visitor).await?;
    ensure!(
        visitor.site.times_asked(SERVICE_CRISIS) == 1,
        "nobody asked for the playbook"
    );
    Ok(())
}

async fn no_checker(visitor: &Visitor, reply: Reply) -> Result<()> {
    visitor.site.answers(CHECKER, reply);
    visitor.site.answers(SERVICE_CRISIS, Reply::json("{"));
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(CHECKER)
        .expects_line(&[SERVICE_CRISIS, "is not valid JSON; run \"leeward check\""]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    shows_own_children_only(visitor).await?;
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == "playbook", "the error is {error}");
    ensure!(
        visitor.site.times_asked(CHECKER) == 1,
        "nobody asked for {CHECKER}"
    );
    Ok(())
}

async fn no_contact_list(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(CONTACTS, Reply::status(404));
    visitor.site.answers(WASM, Reply::status(404));
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(CONTACTS)
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm", "404"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.waits_for_request(CONTACTS, 1).await?;
    shows_own_children_only(visitor).await
}

async fn shows_own_children_only(visitor: &Visitor) -> Result<()> {
    visitor.has_focus_on("#contacts h3").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.sees("a[href='mailto:help@example.test']").await?;
    visitor.does_not_see("#contacts li").await?;
    Ok(())
}

async fn wrong_type(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(
        WASM,
        Reply::text("application/octet-stream", site::file(WASM)?),
    );
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    ensure!(
        visitor.site.times_asked(WASM) == 1,
        "the WebAssembly was not asked for once"
    );
    Ok(())
}

async fn tries_again(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(WASM, Reply::dropped());
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.closes().await?;
    visitor.site.recovers(WASM);
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    Ok(())
}

/// Glue in which a call traps, as WebAssembly does after a panic.
fn trapping_glue(call: &str) -> Result<Reply> {
    let glue = String::from_utf8(site::file(GLUE)?.to_vec())?;
    ensure!(glue.contains(call), "the glue has no {call}");
    let trap = "globalThis.traps = (globalThis.traps ?? 0) + 1; throw new WebAssembly.RuntimeError('unreachable'); String(";
    Ok(Reply::text("text/javascript", glue.replace(call, trap)))
}

/// The engine traps in an event handler: the browser had called, so only the window hears of it.
async fn trap_in_a_handler(visitor: &Visitor) -> Result<()> {
    visitor
        .site
        .answers(GLUE, trapping_glue("const ret = getObject(arg0).getAll(")?);
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.expects_line(&["Leeward: ", "unreachable"]);
    // What is entered is read at once.
    visitor.clicks("input[value='technical']").await?;
    has_trapped_once(visitor).await
}

/// The trap was really injected, the visitor has the list, and the instance was left alone after.
async fn has_trapped_once(visitor: &Visitor) -> Result<()> {
    visitor.sees_contact_list().await?;
    visitor.has_focus_on("#contacts h3").await?;
    visitor.sees("#contacts [data-channel='email_us']").await?;
    ensure!(
        visitor.site.times_asked(CONTACTS) == 1,
        "the list did not come while it could"
    );
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == "panic", "the error is {error}");
    let traps = visitor.finds_out("return traps", Vec::new()).await?;
    ensure!(traps == 1, "called {traps} times");
    Ok(())
}

async fn broken_engine(visitor: &Visitor) -> Result<()> {
    visitor
        .site
        .answers(GLUE, trapping_glue("wasm.mounted_translate(")?);
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.expects_line(&["Leeward: ", "unreachable"]);
    visitor.picks_at_the_foot("ja").await?;
    has_trapped_once(visitor).await?;

    visitor.closes().await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    let traps = visitor.finds_out("return traps", Vec::new()).await?;
    ensure!(traps == 1, "called {traps} times");
    Ok(())
}

async fn missing_words(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(JAPANESE, Reply::status(404));
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .expects_failing(JAPANESE)
        .expects_line(&["labels/ja.json", "404"]);
    visitor.answers("topic", "technical").await?;
    visitor.fills_in("affected", "3").await?;
    visitor.picks_at_the_foot("ja").await?;
    visitor.hears("leeward-error").await?;
    visitor.sees(".smart[lang='en']").await?;
    visitor.answers("affected", "3").await?;
    visitor.sees_result("technical").await?;
    Ok(())
}
