//! Playbooks at the limits: as large as is allowed, nested without end, and with channels that nobody should be led
//! to. Neither layer shows those, and both show the others.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

const WASM: &str = "/leeward/widget_bg.wasm";
const LIMIT: usize = 256 * 1024;

/// Links that run script, or lead elsewhere than they seem to.
const LINKS: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u{1}javascript:alert(1)",
    " https://example.test/chat",
    "//evil.example.test",
    "/\\evil.example.test",
    "https://good.example.test@evil.example.test",
    "https:\\\\evil.example.test",
    "data:text/html,evil",
    "blob:https://evil.example.test/1",
    "vbscript:evil",
    "http://evil.example.test",
    "file:///etc/passwd",
    "",
];

pub fn cases() -> Vec<Case> {
    vec![
        case("a playbook of exactly 256 KiB is taken", at_the_limit),
        case(
            "a playbook that is nested without end brings the contact list",
            nested,
        ),
        case(
            "channels that lead astray, or are none, are left out by both layers",
            astray,
        ),
        case(
            "short codes, extensions and numbers of one country are called by both layers",
            dialled,
        ),
    ]
}

fn playbook() -> Result<Value> {
    Ok(serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?)
}

async fn at_the_limit(visitor: &Visitor) -> Result<()> {
    let text = String::from_utf8(site::file(SERVICE_CRISIS)?.to_vec())?;
    let padding = LIMIT - text.len();
    let text = format!("{text}{}", " ".repeat(padding));
    ensure!(text.len() == LIMIT, "{} bytes", text.len());
    visitor.site.answers(SERVICE_CRISIS, Reply::json(text));
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await
}

async fn nested(visitor: &Visitor) -> Result<()> {
    const LEVELS: usize = 60_000;
    let mut playbook = playbook()?;
    playbook["questions"] = json!("DEEP");
    let deep = format!("{}{}", "[".repeat(LEVELS), "]".repeat(LEVELS));
    let text = playbook.to_string().replace("\"DEEP\"", deep.as_str());
    ensure!(text.len() < LIMIT, "too large to be read at all");
    visitor.site.answers(SERVICE_CRISIS, Reply::json(text));
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_line(&[SERVICE_CRISIS, "leeward check"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor
        .sees("#contacts [data-channel='agent_sms'] a[href='sms:+819000000120']")
        .await?;
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == "playbook", "the error is {error}");
    Ok(())
}

/// The playbook with channels that are none, each with an id that begins with `bad`.
fn with_bad_channels() -> Result<String> {
    let mut playbook = playbook()?;
    let channels = playbook["channels"]
        .as_object_mut()
        .context("no channels")?;
    let name = json!({ "en": "Bad", "ja": "Bad", "hi": "Bad" });
    let links = LINKS.iter().map(
        |link| json!({ "kind": "chat", "url": link, "always": true, "name": name, "languages": ["en"] }),
    );
    let others = [
        json!(null),
        json!(7),
        json!([]),
        json!("tel:+810000"),
        json!({ "kind": "fax", "address": "+810000", "always": true }),
        json!({ "kind": ["phone"], "address": "+810000", "always": true }),
        json!({ "kind": "phone", "address": { "href": "+810000" }, "always": true }),
        json!({ "kind": "email", "address": "a@example.test?bcc=evil@example.test", "always": true }),
        json!({ "kind": "phone", "always": true }),
    ];
    for (number, channel) in links.chain(others).enumerate() {
        channels.insert(format!("bad_{number}"), channel);
    }
    Ok(playbook.to_string())
}

/// The ids of the channels that can be seen.
async fn listed(visitor: &Visitor) -> Result<Vec<String>> {
    let script = "return probe.all('[data-channel]').filter((node) => node.checkVisibility()).map(({ dataset }) => dataset.channel).sort()";
    Ok(serde_json::from_value(
        visitor.finds_out(script, Vec::new()).await?,
    )?)
}

/// The safe layer's list, in place of an engine that isn't there.
async fn comes_without_engine(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(WASM, Reply::status(404));
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    Ok(())
}

async fn astray(visitor: &Visitor) -> Result<()> {
    let good = playbook()?;
    let good = good["channels"].as_object().context("no channels")?;
    let mut expected: Vec<String> = good.keys().cloned().collect();
    expected.sort();
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(with_bad_channels()?));
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_line(&["channels.bad_0.url: \"javascript:alert(1)\" isn't a safe link"]);
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    let smart = listed(visitor).await?;
    ensure!(smart == expected, "the smart layer lists {smart:?}");
    visitor.closes().await?;
    comes_without_engine(visitor).await?;
    let safe = listed(visitor).await?;
    // A form is the smart layer's.
    expected.retain(|id| {
        good.get(id)
            .is_some_and(|channel| channel["kind"] != "form")
    });
    ensure!(safe == expected, "the safe layer lists {safe:?}");
    Ok(())
}

/// Numbers as they stand in a playbook: the kind, the address, the link, and how it is shown.
const NUMBERS: &[(&str, &str, &str, &str)] = &[
    ("sms", "741741", "sms:741741", "741741"),
    ("phone", "988", "tel:988", "988"),
    (
        "phone",
        "+81 3-0000-0119;ext=12",
        "tel:+81300000119,12",
        "+81 3-0000-0119 ext. 12",
    ),
    ("phone", "0120-000-000", "tel:0120000000", "0120-000-000"),
];

async fn dialled(visitor: &Visitor) -> Result<()> {
    let mut playbook = playbook()?;
    let channels = playbook["channels"]
        .as_object_mut()
        .context("no channels")?;
    for ((kind, address, ..), letter) in NUMBERS.iter().zip('a'..) {
        let channel = json!({ "kind": kind, "address": address, "country": "JP", "name": "Call", "always": true, "languages": ["en"] });
        channels.insert(format!("number_{letter}"), channel);
    }
    let playbook = Reply::json(playbook.to_string());
    visitor.site.answers(SERVICE_CRISIS, playbook);
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    reads_numbers(visitor).await?;
    visitor.closes().await?;
    comes_without_engine(visitor).await?;
    reads_numbers(visitor).await
}

async fn reads_numbers(visitor: &Visitor) -> Result<()> {
    let script = "return probe.all('[data-channel^=number_] a').filter((node) => node.checkVisibility()).map((node) => [node.getAttribute('href'), node.querySelector('bdi').textContent])";
    let found = visitor.finds_out(script, Vec::new()).await?;
    let expected: Vec<_> = NUMBERS
        .iter()
        .map(|(_, _, href, shown)| [href, shown])
        .collect();
    ensure!(found == json!(expected), "the numbers are {found}");
    Ok(())
}
