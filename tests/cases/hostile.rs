//! A playbook whose every text is markup. Each is shown as it stands, and none becomes an
//! element.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Map, Value, json};
use triage::{Label, placeholders};

/// What would run if a text were ever taken for markup.
const MARKUP: &str = "<img src=x onerror=window.__hit=1>";

/// The names of fields that hold text.
const TEXTS: &[&str] = &[
    "name",
    "text",
    "place",
    "known",
    "unknown",
    "why",
    "hint",
    "unit",
    "about",
    "cost",
    "best_times",
    "because",
    "title",
];

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "every text of a hostile playbook is shown literally",
            smart_layer,
        )
        .needs(Need::Zones),
        case(
            "every text of a hostile playbook is shown literally in the contact list of the safe layer",
            safe_layer,
        )
        .needs(Need::Zones),
    ]
}

fn hostile_playbook() -> Result<String> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    poison(&mut playbook);
    for list in playbook["holidays"]
        .as_object_mut()
        .context("no holidays")?
        .values_mut()
    {
        for day in list.as_object_mut().context("no days")?.values_mut() {
            *day = json!(MARKUP);
        }
    }
    let labels = Label::ALL.iter().map(|label| {
        let words: Vec<String> = placeholders(label.english())
            .map(|name| format!(" {{{name}}}"))
            .collect();
        (
            label.key().to_owned(),
            json!(format!("{MARKUP}{}", words.concat())),
        )
    });
    playbook["labels"] = labels.collect::<Map<String, Value>>().into();
    Ok(playbook.to_string())
}

/// Replaces every text below a value.
fn poison(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(poison),
        Value::Object(fields) => {
            for (name, value) in fields {
                match name.as_str() {
                    "unit" => {
                        let count = json!(format!("{MARKUP} {{count}}"));
                        *value = json!({
                            "en": { "one": count, "other": count },
                            "ja": { "other": count },
                            "hi": { "one": count, "other": count },
                        });
                    }
                    "known" | "unknown" => *value = json!([MARKUP, MARKUP]),
                    name if TEXTS.contains(&name) => *value = json!(MARKUP),
                    _ => poison(value),
                }
            }
        }
        _ => {}
    }
}

async fn visits(visitor: &Visitor) -> Result<()> {
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(hostile_playbook()?));
    visitor
        .comes_at("2026-11-23T10:30:00+09:00", "Asia/Kolkata")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    Ok(())
}

/// The markup can be read, and did nothing.
async fn reads_markup(visitor: &Visitor) -> Result<()> {
    let script = "return {
        hit: window.__hit ?? null,
        elements: probe.all('img, [onerror], script, iframe').length + document.images.length,
        read: probe.all('#panel')[0].innerText.split(arguments[0]).length - 1,
    }";
    let found = visitor.finds_out(script, vec![json!(MARKUP)]).await?;
    ensure!(
        found["hit"].is_null() && found["elements"] == json!(0),
        "markup came to life: {found}"
    );
    ensure!(
        found["read"].as_u64() > Some(2),
        "the texts aren't shown: {found}"
    );
    Ok(())
}

async fn smart_layer(visitor: &Visitor) -> Result<()> {
    visits(visitor).await?;
    visitor.opens().await?;
    reads_markup(visitor).await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    reads_markup(visitor).await?;
    visitor.presses("return").await?;
    visitor.starts().await?;
    let answers = [
        ("topic", "other"),
        ("safe", "yes"),
        ("danger", "exhaustion"),
        ("draining", "sleep,family,paperwork"),
        ("one_thing", MARKUP),
    ];
    for (question, answer) in answers {
        visitor.is_asked(question).await?;
        reads_markup(visitor).await?;
        visitor.answers(question, answer).await?;
    }
    visitor.sees_result("listen").await?;
    reads_markup(visitor).await?;
    for (answers, route) in [
        (
            &[("topic", "technical"), ("affected", "2")][..],
            "technical",
        ),
        (
            &[("topic", "coverage"), ("touched", "home,work")],
            "coverage",
        ),
        (&[("topic", "emergency")], "emergency"),
    ] {
        visitor.changes("topic").await?;
        visitor.walks(answers).await?;
        visitor.sees_result(route).await?;
        reads_markup(visitor).await?;
    }
    writes(visitor).await
}

async fn writes(visitor: &Visitor) -> Result<()> {
    visitor.wants_to_write("message_form").await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary").await?;
    reads_markup(visitor).await?;
    visitor.composes(MARKUP, MARKUP, MARKUP).await?;
    visitor.sends().await?;
    // It is no address, and taken when it is sent again.
    visitor.has_focus_on(".error-summary").await?;
    reads_markup(visitor).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    reads_markup(visitor).await?;
    let message = &visitor.site.messages()?[0]["message"];
    ensure!(*message == json!(MARKUP), "what arrived is {message}");
    Ok(())
}

async fn safe_layer(visitor: &Visitor) -> Result<()> {
    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    visits(visitor).await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    reads_markup(visitor).await
}
