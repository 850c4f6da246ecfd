//! `leeward report`, as a marketer meets it.

mod common;

use common::{Folder, json, leeward, written};

const SAMPLE: &str = "docs/signals-sample.ndjson";

#[test]
fn each_visit_has_one_fate_and_leaves_at_one_question() -> std::io::Result<()> {
    let report = json(&["report", SAMPLE, "--json"])?;
    assert_eq!(report["visits"], 6);
    let fates = ["reached", "not_helped", "left"].map(|fate| report[fate].as_u64().unwrap());
    assert_eq!(fates, [2, 2, 2]);
    assert_eq!(report["sent"], 1);
    let questions = report["questions"].as_array().unwrap();
    let left: Vec<_> = questions
        .iter()
        .filter(|question| question["left"] != 0)
        .collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["id"], "safe");
    assert_eq!(questions[0]["id"], "topic");
    assert_eq!(questions[0]["asked"], 4);
    Ok(())
}

#[test]
fn broken_lines_are_named_and_the_rest_is_counted() -> std::io::Result<()> {
    let good = r#"{"version":1,"session":"a","at":1,"event":"leeward-open"}"#;
    let output = leeward(&["report", "-", SAMPLE], &format!("{good}\n{{\"vers\n"))?;
    assert!(output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(told.trim_end(), "-:2: left out: no JSON, or cut off");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("7 visits, "));
    let output = leeward(&["report", "nowhere.ndjson"], "")?;
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}

#[test]
fn a_hostile_id_is_no_markup_and_no_command_to_a_terminal() -> std::io::Result<()> {
    let folder = Folder::new();
    let evil = r#"{"version":1,"session":"a","at":1,"event":"leeward-step","locale":"<b>","step":"question","question":"<script>alert(1)</script>\u001b[2J"}"#;
    let file = folder.write("events.ndjson", evil);
    let page = folder.0.join("report.html");
    let printed = written(&["report", &file, "--html", &page.to_string_lossy()]);
    assert!(printed.contains("<script>") && !printed.contains('\u{1b}'));
    let page = folder.read("report.html");
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    for never in ["<script", "<b>", "\u{1b}", "http://", "https://", " style="] {
        let body = page.split("<body>").nth(1).unwrap();
        assert!(!body.contains(never), "{never}");
    }
    Ok(())
}

#[test]
fn a_playbook_brings_the_words() {
    let printed = written(&[
        "report",
        SAMPLE,
        "--playbook",
        "playbooks/service-crisis.json",
    ]);
    assert!(printed.contains("topic: What do you need help with first?"));
    assert!(printed.contains("message_form: "));
}

#[test]
fn nothing_is_a_report_too() -> std::io::Result<()> {
    let output = leeward(&["report", "-"], "")?;
    assert!(output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "0 visits, 0 signals.\n"
    );
    Ok(())
}

#[test]
fn a_flood_of_made_up_ids_is_read_at_once_and_said() -> std::io::Result<()> {
    let folder = Folder::new();
    let step = |session: usize, question: &str| {
        format!(
            r#"{{"version":1,"session":"{session}","at":1,"event":"leeward-step","locale":"en","step":"question","question":"{question}"}}"#
        )
    };
    // Each in a visit of its own, then all in one.
    let made_up = |number: usize| step(number % 60_000, &format!("forged_{number}"));
    let mut lines: Vec<String> = (0..60_000).map(made_up).collect();
    lines.extend((0..60_000).map(|number| step(70_000, &format!("forged_{number}"))));
    lines.push(step(80_000, "topic"));
    let file = folder.write("events.ndjson", &lines.join("\n"));
    let known = ["report", &file, "--playbook", "playbooks/outage.json"];
    let report = json(&[&known[..], &["--json"]].concat())?;
    assert_eq!(report["visits"], 60_002);
    let questions = report["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 500);
    assert_eq!(report["left_out"]["questions"], 60_001 - 500);
    let topic = questions.iter().find(|question| question["id"] == "topic");
    assert!(topic.is_some(), "the playbook's own question is left out");
    let page = folder.0.join("report.html");
    let printed = written(&[&known[..], &["--html", &page.to_string_lossy()]].concat());
    let said = "Left out: 59501 questions. No playbook has so many ids";
    assert!(printed.contains(said), "{printed:.600}");
    assert!(folder.read("report.html").contains(said));
    Ok(())
}
