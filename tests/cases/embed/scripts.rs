//! Pages whose scripts and names are in the way: `<base>`, clobbered names, polluted and frozen prototypes, broken
//! natives, errors of the page. Either nothing changes, or the visitor has the contact list.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::OWN_CHILD,
    site::Site,
    visitor::Visitor,
};
use serde_json::json;

/// When the page's script runs, as the name of a file.
const TIMES: [&str; 2] = ["before", "after"];

/// A native that a page has broken.
struct Broken {
    /// Its name in `tests/embed/natives/break.js`.
    native: &'static str,
    /// What is left when it is broken before our script runs, and after.
    left: [Left; 2],
    /// What the line on the console names, if there is one.
    line: Option<&'static [&'static str]>,
}

/// What a visitor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// The questions, as on any other page.
    Questions,
    /// The contact list in the panel.
    List,
}

const BROKEN: &[Broken] = &[
    Broken {
        native: "fetch",
        left: [Left::List; 2],
        line: Some(&["service-crisis.json did not come", "broken fetch"]),
    },
    Broken {
        native: "fetch that answers nothing",
        left: [Left::List; 2],
        line: Some(&["Leeward: "]),
    },
    Broken {
        native: "JSON",
        left: [Left::List; 2],
        line: Some(&["service-crisis.json has mistakes"]),
    },
    Broken {
        native: "JSON.parse that throws",
        left: [Left::List; 2],
        line: Some(&["service-crisis.json is not valid JSON"]),
    },
    Broken {
        native: "Array.prototype.reduce",
        left: [Left::Questions; 2],
        line: None,
    },
    Broken {
        native: "Promise",
        left: [Left::List; 2],
        line: Some(&["Leeward: "]),
    },
    Broken {
        native: "Map",
        left: [Left::Questions; 2],
        line: None,
    },
    Broken {
        native: "Function.prototype.bind",
        left: [Left::Questions; 2],
        line: None,
    },
    Broken {
        native: "URL",
        left: [Left::List; 2],
        line: Some(&["Leeward: "]),
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "a base address of another server sends no request there, nor a message",
            base,
        ),
        case("clobbered names change nothing", clobbered),
        case(
            "a page whose scripts fail before and after has errors of its own only",
            errors,
        ),
    ];
    for when in TIMES {
        cases.push(case(
            format!("a prototype that is polluted {when} ours runs changes no word and no request"),
            async move |visitor| polluted(visitor, when).await,
        ));
        cases.push(case(
            format!("prototypes that are frozen {when} ours runs change nothing"),
            async move |visitor| frozen(visitor, when).await,
        ));
    }
    for library in ["Prototype.js", "MooTools"] {
        for when in TIMES {
            let name =
                format!("a page on which {library} was loaded {when} ours sends whole letters");
            cases.push(case(name, async move |visitor| {
                sends_whole_letters(visitor, library, when).await
            }));
        }
    }
    for broken in BROKEN {
        for (when, left) in TIMES.into_iter().zip(broken.left) {
            let name = format!(
                "{} that is broken {when} ours runs leaves {left:?}",
                broken.native
            );
            cases.push(case(name, async move |visitor| {
                is_left(visitor, broken, when, left).await
            }));
        }
    }
    cases
}

async fn base(visitor: &Visitor) -> Result<()> {
    let elsewhere = Site::start().await?;
    elsewhere.is_open_to_all();
    visitor.looks_at_with("base/index.html", &elsewhere).await?;
    let base = visitor
        .finds_out("return document.baseURI", Vec::new())
        .await?;
    ensure!(
        base == json!(elsewhere.url("/nowhere/")),
        "the base is {base}"
    );
    whole_journey(visitor).await?;
    ensure!(
        elsewhere.requests().is_empty(),
        "asked elsewhere for {:?}",
        elsewhere.requests()
    );
    Ok(())
}

async fn clobbered(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("clobbered/index.html").await?;
    let script = "return ['currentScript', 'scripts', 'forms'].filter((name) => document[name] instanceof HTMLImageElement || document[name] instanceof HTMLFormElement)";
    let clobbered = visitor.finds_out(script, Vec::new()).await?;
    ensure!(
        clobbered.as_array().is_some_and(|names| names.len() == 3),
        "only {clobbered} are clobbered"
    );
    whole_journey(visitor).await
}

async fn errors(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("errors/index.html").await?;
    whole_journey(visitor).await?;
    visitor
        .expects_error("host: a rejection before")
        .expects_error("host: a script before")
        .expects_error("host: a listener of leeward-open")
        .expects_error("host: a listener of leeward-route")
        .expects_error("host: a rejection after")
        .expects_error("host: a module after")
        .expects_error("host: a listener of every click");
    Ok(())
}

async fn polluted(visitor: &Visitor, when: &str) -> Result<()> {
    visitor.looks_at(&format!("polluted/{when}.html")).await?;
    let polluted = visitor
        .finds_out("return new window.Object().endpoint ?? null", Vec::new())
        .await?;
    ensure!(!polluted.is_null(), "nothing is polluted");
    whole_journey(visitor).await?;
    ensure!(
        visitor
            .site
            .requests()
            .iter()
            .all(|request| !request.path.contains("evil")),
        "asked for {:?}",
        visitor.site.requests()
    );
    Ok(())
}

async fn frozen(visitor: &Visitor, when: &str) -> Result<()> {
    visitor.looks_at(&format!("frozen/{when}.html")).await?;
    let script = "return Object.isFrozen(window.Object.prototype) && Object.isFrozen(window.Error.prototype)";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "nothing is frozen"
    );
    whole_journey(visitor).await
}

/// From the launcher to a message that arrives.
async fn whole_journey(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.does_not_see("[lang='hi'] h3").await?;
    visitor.starts().await?;
    visitor
        .walks(&[
            ("topic", "other"),
            ("safe", "yes"),
            ("danger", "money"),
            ("finances", "living"),
            ("one_thing", "Rent"),
        ])
        .await?;
    visitor.sees_result("listen").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("Ann", "ann@example.test", "Help").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let messages = visitor.site.messages()?;
    ensure!(messages.len() == 1, "posted {messages:?}");
    visitor.presses("contacts").await?;
    visitor
        .sees("[data-channel='agent_sms'] a[href='sms:+819000000120']")
        .await?;
    visitor.reads("#panel", "").await?;
    let script = "return probe.all('#panel')[0].innerText.includes('Evil')";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(false),
        "words were slipped in"
    );
    visitor.closes().await
}

/// A library of old that gives natives other meanings. The feed shows what incidents.js does there.
async fn sends_whole_letters(visitor: &Visitor, library: &str, when: &str) -> Result<()> {
    visitor
        .looks_at(&format!("natives/{when}.html?break={library}"))
        .await?;
    let script = "return document.documentElement.dataset.broken";
    let what = visitor.waits_for("the library", script, Vec::new()).await?;
    ensure!(what == json!(library), "{what} was loaded");
    let other = "return Array.from({ length: 2 }, () => 7).join() !== '7,7'";
    let other = if visitor
        .finds_out("return window.Array !== Array", Vec::new())
        .await?
        == json!(true)
    {
        other.replace("Array.from", "window.Array.from")
    } else {
        other.to_owned()
    };
    ensure!(
        visitor.finds_out(&other, Vec::new()).await? == json!(true),
        "natives are as ever"
    );
    whole_journey(visitor).await?;
    let letter = &visitor.site.messages()?[0];
    let answers = letter["answers"].as_array();
    ensure!(
        answers.is_some_and(|answers| answers.len() == 5),
        "posted {letter}"
    );
    let key = letter["key"].as_str().unwrap_or_default();
    ensure!(
        key.len() == 32 && key.chars().all(|digit| digit.is_ascii_hexdigit()),
        "the key is {key:?}"
    );
    Ok(())
}

async fn is_left(visitor: &Visitor, broken: &Broken, when: &str, left: Left) -> Result<()> {
    let native = broken.native.replace(' ', "%20");
    visitor
        .looks_at(&format!("natives/{when}.html?break={native}"))
        .await?;
    let script = "return document.documentElement.dataset.broken";
    let what = visitor.waits_for("the break", script, Vec::new()).await?;
    ensure!(what == json!(broken.native), "{what} is broken");
    if let Some(line) = broken.line {
        visitor.expects_line(line);
    }
    match left {
        Left::Questions => {
            visitor.clicks("#launcher").await?;
            visitor.sees_step("welcome").await?;
            visitor.starts().await?;
            visitor.answers("topic", "emergency").await?;
            visitor.sees_result("emergency").await?;
        }
        Left::List => {
            visitor.clicks("#launcher").await?;
            visitor.sees_contact_list().await?;
            visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
        }
    }
    Ok(())
}
