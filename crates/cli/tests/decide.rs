//! `leeward decide`, as somebody rehearses a playbook with it.

mod common;

use std::io;

use common::{json, leeward};
use serde_json::{Value, json};

const NIGHT: &str = "2026-11-19T03:00Z";

fn decide(playbook: &str, more: &[&str]) -> io::Result<Value> {
    let file = format!("playbooks/{playbook}.json");
    json(&[&["decide", &file, "--json"], more].concat())
}

#[test]
fn who_is_closed_is_passed_over_with_its_opening_on_the_visitors_clock() -> io::Result<()> {
    let answers = ["--answer", "affected=120", "--answer", "topic=shop"];
    let visit = ["--at", "2026-11-19T08:25+09:00", "--timezone", "Asia/Tokyo"];
    let report = decide("outage", &[answers, visit].concat())?;
    let expected = json!({
        "route": "shop_large", "best": "support_chat", "second": "message_form",
        "passed_over": [{ "channel": "merchant_phone", "reason": "closed", "until": "2026-11-19T17:00:00+09:00" }],
    });
    assert_eq!(report["decision"], expected);
    let asked: Vec<&Value> = report["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|asked| &asked["id"])
        .collect();
    assert_eq!(asked, ["topic", "affected"], "in the playbook's order");
    assert_eq!(report["next"], Value::Null);
    assert_eq!(report["shown"]["best"]["state"], "open");
    assert_eq!(
        report["shown"]["best"]["changes_at"],
        "2026-11-19T11:00:00+09:00"
    );
    Ok(())
}

#[test]
fn without_all_answers_there_is_a_next_question_and_no_decision() -> io::Result<()> {
    let report = decide("outage", &["--answer", "topic=locked", "--at", NIGHT])?;
    assert_eq!(report["next"]["id"], "other_way");
    assert_eq!(report["next"]["remaining_at_most"], 1);
    assert_eq!(
        (&report["decision"], &report["shown"]),
        (&Value::Null, &Value::Null)
    );
    Ok(())
}

#[test]
fn an_answer_that_changes_nothing_is_said_not_to_be_asked() -> io::Result<()> {
    let answers = [
        "--answer",
        "topic=stolen",
        "--answer",
        "affected=3",
        "--at",
        NIGHT,
    ];
    let report = decide("outage", &answers)?;
    assert_eq!(report["not_asked"], json!(["affected"]));
    assert!(report["decision"]["route"].is_string());
    Ok(())
}

#[test]
fn a_channel_that_is_down_is_not_offered() -> io::Result<()> {
    let visit = ["--answer", "topic=stolen", "--at", NIGHT];
    let usual = decide("outage", &visit)?;
    assert_eq!(usual["decision"]["best"], "any_hour_phone");
    let storm = decide(
        "outage",
        &[&visit[..], &["--down", "any_hour_phone"]].concat(),
    )?;
    assert_ne!(storm["decision"]["best"], "any_hour_phone");
    assert_ne!(storm["decision"]["second"], "any_hour_phone");
    assert_eq!(
        storm["decision"]["passed_over"][0],
        json!({ "channel": "any_hour_phone", "reason": "down", "until": null })
    );
    Ok(())
}

#[test]
fn several_options_are_joined_by_commas_and_a_text_keeps_its_own() -> io::Result<()> {
    let answers = [
        "--answer",
        "topic=coverage",
        "--answer",
        "safe=yes",
        "--answer",
        "touched=home,work",
        "--at",
        NIGHT,
    ];
    let report = decide("service-crisis", &answers)?;
    assert_eq!(report["questions"][2]["answer"], json!(["home", "work"]));
    let words = [
        "--answer",
        "one_thing=help, there is a gas leak, please",
        "--at",
        NIGHT,
    ];
    let way = [
        "--answer",
        "topic=other",
        "--answer",
        "safe=yes",
        "--answer",
        "danger=money",
        "--answer",
        "finances=living",
    ];
    let report = decide("service-crisis", &[&way[..], &words[..]].concat())?;
    assert_eq!(report["decision"]["route"], "emergency", "{report:#}");
    assert!(report["shown"]["emergency"]["lines"][0]["number"].is_string());
    Ok(())
}

#[test]
fn each_slip_is_told_with_its_cure() -> io::Result<()> {
    for (arguments, said) in [
        (
            ["--answer", "topik=shop"],
            "--answer topik=shop: no question \"topik\"; did you mean \"topic\"?",
        ),
        (
            ["--answer", "topic=shops"],
            "--answer topic=shops: no option \"shops\"; did you mean \"shop\"?",
        ),
        (
            ["--answer", "topic"],
            "--answer topic: write the question, an equals sign and the answer, such as topic=outage",
        ),
        (
            ["--answer", "affected=many"],
            "--answer affected=many: write a whole number, or not_sure",
        ),
        (
            ["--answer", "other_way=maybe"],
            "--answer other_way=maybe: no option \"maybe\"; use one of yes, no, not_sure",
        ),
        (
            ["--down", "chat"],
            "--down: no channel \"chat\"; use one of any_hour_phone, support_chat, refund_page, merchant_phone, message_form",
        ),
    ] {
        let output = leeward(
            &[&["decide", "playbooks/outage.json"], &arguments[..]].concat(),
            "",
        )?;
        assert_eq!(String::from_utf8_lossy(&output.stderr).trim_end(), said);
        assert_eq!(output.status.code(), Some(2));
    }
    Ok(())
}

#[test]
fn a_playbook_of_which_nothing_can_be_used_is_refused() -> io::Result<()> {
    let output = leeward(&["decide", "crates/cli/tests/broken/shop.json"], "")?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("can't be used (")
            && told.contains("leeward check crates/cli/tests/broken/shop.json"),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}
