//! Playbooks with a mistake in them. Each gives one line on the console that names the place and the cure, and
//! the contact list; what is only decoration is left out, and the rest works.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{CHECKER, HostPage, OWN_CHILD, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

/// A mistake: what it is, how it is made, and what the line on the console must name.
struct Mistake {
    name: &'static str,
    make: fn(String) -> Result<String>,
    line: &'static [&'static str],
    /// Whether enough of the file can be read to show its channels.
    channels: bool,
    /// Whether the checker is brought to say more than the file's cause of failure.
    explained: bool,
}

const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "is cut off",
        make: |text| Ok(text.chars().take(text.chars().count() / 2).collect()),
        line: &[
            SERVICE_CRISIS,
            "is not valid JSON",
            "leeward check",
            "\nline ",
        ],
        channels: false,
        explained: true,
    },
    Mistake {
        name: "has a comma too many",
        // The first list is that of the locales.
        make: |text| Ok(text.replacen(']', ",]", 1)),
        line: &[
            SERVICE_CRISIS,
            "is not valid JSON",
            "leeward check",
            "\nline 4, column 48: a comma behind the last value; remove this comma",
        ],
        channels: false,
        explained: true,
    },
    Mistake {
        name: "is a web page",
        make: |_| Ok("<!doctype html><title>Not here</title>".into()),
        line: &[
            SERVICE_CRISIS,
            "is an HTML page, not JSON; put the file there, or correct its address",
        ],
        channels: false,
        explained: false,
    },
    Mistake {
        name: "has a comment",
        make: |text| Ok(text.replacen("{", "{ // ours", 1)),
        line: &[
            SERVICE_CRISIS,
            "is not valid JSON",
            "\nline 1, column 3: a comment, and JSON has none; remove it",
        ],
        channels: false,
        explained: true,
    },
    Mistake {
        name: "is larger than a page should have to read",
        make: |text| Ok(text + " ".repeat(256 * 1024).as_str()),
        line: &[SERVICE_CRISIS, "more than 256 KiB", "shorten it"],
        channels: false,
        explained: false,
    },
    Mistake {
        name: "is of a newer version",
        make: |text| edited(&text, "/version", json!(2)),
        line: &["version 2", "knows 1", "update the leeward folder"],
        channels: true,
        explained: false,
    },
    Mistake {
        name: "has questions that are no list",
        make: |text| edited(&text, "/questions", json!({ "topic": {} })),
        line: &[
            "questions: expected a list such as [{ \"id\": ",
            ", found { … }",
        ],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "names an unknown channel on a route",
        make: |text| edited(&text, "/routes/1/first/0", json!("it_chta")),
        line: &["routes[1].first[0]: no channel \"it_chta\"; did you mean \"it_chat\"?"],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "asks depending on a later question",
        make: |text| {
            edited(
                &text,
                "/questions/1/ask_when",
                json!({ "question": "one_thing", "answered": true }),
            )
        },
        line: &[
            "questions[1].ask_when.question: no earlier question \"one_thing\"; name one that stands further up",
        ],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "has the same question twice",
        make: |text| edited(&text, "/questions/3/id", json!("safe")),
        line: &["questions[3].id: \"safe\" is taken already; choose another"],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "has no ways that never close",
        make: |text| {
            let mut playbook: Value = serde_json::from_str(&text)?;
            for channel in ["emergency_phone", "portal", "message_form", "email_us"] {
                let channel = playbook["channels"][channel]
                    .as_object_mut()
                    .context(channel)?;
                channel.remove("always");
                channel.insert("hours".into(), json!("tokyo_office"));
            }
            Ok(playbook.to_string())
        },
        line: &[
            "channels: visitors in \"en\", \"ja\", \"hi\", \"ar\", \"zh-Hans\" need two channels of different kinds that have \"always\": true",
            "none counts so far; add a form and an e-mail address",
        ],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "tests a choice by a number",
        make: |text| {
            edited(
                &text,
                "/routes/1/when",
                json!({ "question": "topic", "at_least": 3 }),
            )
        },
        line: &["routes[1].when", "\"is\" or \"is_any_of\""],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "tests a question by an operator that there isn't",
        make: |text| {
            edited(
                &text,
                "/routes/1/when",
                json!({ "question": "topic", "equals": "technical" }),
            )
        },
        line: &[
            "routes[1].when.equals: there is no field \"equals\" here",
            "exactly one of \"is\"",
        ],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "has a condition on its last route",
        make: |text| {
            let mut playbook: Value = serde_json::from_str(&text)?;
            let last = playbook["routes"]
                .as_array_mut()
                .and_then(|routes| routes.last_mut());
            last.context("no route")?["when"] = json!({ "question": "topic", "is": "other" });
            Ok(playbook.to_string())
        },
        line: &[
            "routes[9]: the last route must take everybody who is left; add one without \"when\" after this",
        ],
        channels: true,
        explained: true,
    },
    Mistake {
        name: "has no routes",
        make: |text| {
            let mut playbook: Value = serde_json::from_str(&text)?;
            playbook
                .as_object_mut()
                .context("no object")?
                .remove("routes");
            Ok(playbook.to_string())
        },
        line: &["add the field \"routes\""],
        channels: true,
        explained: true,
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = MISTAKES
        .iter()
        .map(|mistake| {
            let name = format!(
                "a playbook that {} brings the contact list and one line with the cure",
                mistake.name
            );
            case(name, async |visitor| is_told(visitor, mistake).await)
        })
        .collect();
    cases.push(case(
        "one broken channel of many is dropped and the rest works",
        one_channel,
    ));
    cases.push(case(
        "a playbook in another encoding is named on the console",
        another_encoding,
    ));
    cases.push(case(
        "fields that nobody knows are passed over",
        unknown_fields,
    ));
    cases
}

/// The playbook with one value replaced.
fn edited(text: &str, place: &str, value: Value) -> Result<String> {
    let mut playbook: Value = serde_json::from_str(text)?;
    match playbook.pointer_mut(place) {
        Some(slot) => *slot = value,
        None => {
            let (parent, name) = place.rsplit_once('/').context("no such place")?;
            let parent = playbook.pointer_mut(parent).context("no such place")?;
            parent
                .as_object_mut()
                .context("not an object")?
                .insert(name.to_owned(), value);
        }
    }
    Ok(playbook.to_string())
}

fn publish(visitor: &Visitor, make: impl FnOnce(String) -> Result<String>) -> Result<()> {
    let right = String::from_utf8(site::file(SERVICE_CRISIS)?.to_vec())?;
    let wrong = make(right.clone())?;
    ensure!(wrong != right, "nothing was changed");
    visitor.site.answers(SERVICE_CRISIS, Reply::json(wrong));
    Ok(())
}

async fn is_told(visitor: &Visitor, mistake: &Mistake) -> Result<()> {
    publish(visitor, mistake.make)?;
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_line(mistake.line);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    if mistake.channels {
        visitor
            .sees("#contacts [data-channel='agent_sms'] a[href='sms:+819000000120']")
            .await?;
    }
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == "playbook", "the error is {error}");
    ensure!(
        visitor.site.times_asked(SERVICE_CRISIS) == 1,
        "the playbook was not asked for once"
    );
    if mistake.explained {
        return visitor.waits_for_request(CHECKER, 1).await;
    }
    ensure!(
        visitor.site.times_asked(CHECKER) == 0,
        "nothing was to be explained"
    );
    Ok(())
}

async fn one_channel(visitor: &Visitor) -> Result<()> {
    publish(visitor, |text| {
        edited(&text, "/channels/it_chat/url", json!("javascript:alert(1)"))
    })?;
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_line(&["channels.it_chat.url: \"javascript:alert(1)\" isn't a safe link; "]);
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.sees("[data-channel='email_us']").await?;
    visitor.does_not_see("[data-channel='it_chat']").await?;
    visitor.presses("return").await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "2")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.is_offered("email_us", "message_form").await?;
    Ok(())
}

/// Browsers read what isn't UTF-8 as far as they can: words in Latin-1 are spoilt and the rest works, UTF-16 is no JSON.
async fn another_encoding(visitor: &Visitor) -> Result<()> {
    let text = String::from_utf8(site::file(SERVICE_CRISIS)?.to_vec())?;
    let (before, behind) = text.split_once("Mutual").context("nothing to spoil")?;
    let latin = [before.as_bytes(), b"Mutu\xe9l", behind.as_bytes()].concat();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut times = 0;
    for (bytes, told, is_usable) in [
        (latin, "a character is lost here (U+FFFD)", true),
        (
            wide,
            "written in UTF-16, and browsers read UTF-8 alone; save it as UTF-8",
            false,
        ),
    ] {
        visitor.site.answers(SERVICE_CRISIS, Reply::json(bytes));
        visitor.visits(&HostPage::default()).await?;
        visitor.expects_line(&[SERVICE_CRISIS, told]);
        if is_usable {
            visitor.opens().await?;
            visitor.starts().await?;
            visitor.is_asked("topic").await?;
        } else {
            visitor.clicks("#launcher").await?;
            visitor.sees_contact_list().await?;
        }
        times += 1;
        visitor.waits_for_request(CHECKER, times).await?;
    }
    Ok(())
}

async fn unknown_fields(visitor: &Visitor) -> Result<()> {
    publish(visitor, |text| {
        edited(&text, "/questions/0/colour", json!("green"))
    })?;
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_line(&["questions[0].colour: there is no field \"colour\" here; remove it"]);
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    Ok(())
}
