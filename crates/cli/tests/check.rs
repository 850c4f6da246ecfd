//! `leeward check`, as somebody at a terminal or a CI meets it.

mod common;

use std::io;

use common::{NOW, json, leeward, told};

#[test]
fn a_sound_playbook_may_be_published() -> io::Result<()> {
    let output = leeward(&["check", "playbooks/outage.json", "--at", NOW], "")?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        told,
        "playbooks/outage.json: may be published (0 errors, 0 warnings)\n"
    );
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

#[test]
fn a_slip_is_shown_with_its_line_its_code_and_its_cure() -> io::Result<()> {
    let text = "{\n  \"version\": 1,\n  \"lokales\": [\"en\"]\n}\n";
    let output = leeward(&["check", "-"], text)?;
    let told = String::from_utf8_lossy(&output.stdout);
    for part in [
        "error[unknown_field]: lokales: there is no field \"lokales\" here; did you mean \"locales\"?",
        "3 |   \"lokales\": [\"en\"]",
        "error[missing_field]: add the field \"locales\"",
        "-: must not be published yet (6 errors, 0 warnings); opening hours and ways through the questions are looked at once",
    ] {
        assert!(told.contains(part), "{part}\nis not in\n{told}");
    }
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

#[test]
fn a_file_that_is_not_there_is_named() -> io::Result<()> {
    let output = leeward(&["check", "playbooks/nowhere.json"], "")?;
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.starts_with("playbooks/nowhere.json: can't be read: "),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}

#[test]
fn a_live_feed_is_checked_for_its_playbook() -> io::Result<()> {
    let feed = r#"{
  "version": 1,
  "expires_at": "2026-11-19T09:00:00Z",
  "channels": {
    "suport_chat": { "state": "down" },
    "any_hour_phone": { "state": "closd", "wait": 240 }
  }
}"#;
    let arguments = [
        "check",
        "playbooks/outage.json",
        "--at",
        NOW,
        "--status",
        "-",
    ];
    let output = leeward(&arguments, feed)?;
    let told = String::from_utf8_lossy(&output.stdout);
    for part in [
        "playbooks/outage.json: may be published",
        "warning[expired]: expires_at: this has passed",
        "error[unknown_reference]: channels.suport_chat: no channel \"suport_chat\"; did you mean \"support_chat\"?",
        "channels.any_hour_phone.state: there is no \"closd\" here; did you mean \"closed\"?",
        "error[unknown_field]: channels.any_hour_phone.wait",
        "-: must not be published yet (3 errors, 1 warning)",
    ] {
        assert!(told.contains(part), "{part}\nis not in\n{told}");
    }
    assert_eq!(output.status.code(), Some(1));

    let sound = r#"{ "version": 1, "expires_at": "2099-11-19T09:00:00Z", "channels": { "support_chat": { "state": "busy", "wait_seconds": 240 } } }"#;
    let output = leeward(&arguments, sound)?;
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

const BROKEN: &str = "crates/cli/tests/broken/storm.json";

#[test]
fn the_moment_decides_what_has_expired() -> io::Result<()> {
    let in_time = told(&["check", "playbooks/outage.json", "--at", NOW])?;
    let later = told(&[
        "check",
        "playbooks/outage.json",
        "--at",
        "2027-06-01T00:00Z",
    ])?;
    assert!(!in_time.contains("expired"), "{in_time}");
    assert!(
        later.contains("warning[expired]: notice.expires_at"),
        "{later}"
    );
    Ok(())
}

#[test]
fn json_names_the_place_of_each_problem_in_lines_and_characters() -> io::Result<()> {
    let report = json(&[
        "check",
        BROKEN,
        "nowhere.json",
        "--at",
        NOW,
        "--format",
        "json",
    ])?;
    let [file, missing] = [&report["files"][0], &report["files"][1]];
    assert_eq!(file["path"], BROKEN);
    let problems = file["problems"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let found = problems
        .iter()
        .find(|problem| problem["path"] == "holidays.japan.2027-02-30");
    let expected = serde_json::json!({
        "code": "bad_date", "severity": "error", "path": "holidays.japan.2027-02-30",
        "line": 23, "column": 83, "end": { "line": 23, "column": 95 },
        "message": "February 2027 has no day 30; correct the date, or remove it",
    });
    assert_eq!(
        found,
        Some(&expected),
        "Japanese characters before it count one each"
    );
    assert_eq!(
        file["errors"]
            .as_u64()
            .zip(file["warnings"].as_u64())
            .map(|(a, b)| a + b),
        Some(problems.len() as u64)
    );
    assert!(missing["unreadable"].is_string(), "{missing}");
    Ok(())
}

#[test]
fn a_workflow_gets_one_annotation_a_line() -> io::Result<()> {
    let told = told(&[
        "check",
        BROKEN,
        "nowhere.json",
        "--at",
        NOW,
        "--format",
        "github",
    ])?;
    for line in told.lines() {
        assert!(
            line.starts_with("::error file=") || line.starts_with("::warning file="),
            "{line}"
        );
    }
    let expected = "::error file=crates/cli/tests/broken/storm.json,line=56,endLine=56,col=18,endColumn=32,title=bad_address::channels.phone.address: \"03-1234-5678\" can't be dialled from other countries; write it with";
    assert!(told.contains(expected), "{told}");
    assert!(
        told.contains("::error file=nowhere.json,title=unreadable::can't be read: "),
        "{told}"
    );
    Ok(())
}

#[test]
fn sarif_has_a_rule_for_each_result() -> io::Result<()> {
    let log = json(&["check", BROKEN, "--at", NOW, "--format", "sarif"])?;
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    assert!(results.len() > 15, "{}", results.len());
    for result in results {
        let rule = result["ruleIndex"].as_u64().unwrap_or(u64::MAX) as usize;
        assert_eq!(
            run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"],
            "{result}"
        );
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], BROKEN);
        assert!(place["region"]["startLine"].as_u64() > Some(0), "{result}");
    }
    Ok(())
}

#[test]
fn the_exit_code_says_whether_a_file_is_wrong_or_of_no_use() -> io::Result<()> {
    for (file, code) in [
        ("crates/cli/tests/broken/clinic.json", 0),
        (BROKEN, 1),
        ("crates/cli/tests/broken/not-json.json", 2),
        ("nowhere.json", 2),
    ] {
        for format in ["human", "json", "github", "sarif"] {
            let output = leeward(&["check", file, "--at", NOW, "--format", format], "")?;
            assert_eq!(output.status.code(), Some(code), "{file} {format}");
        }
    }
    Ok(())
}

#[test]
fn a_time_zone_that_does_not_exist_is_a_problem() -> io::Result<()> {
    let text = std::fs::read_to_string(common::root().join("playbooks/outage.json"))?;
    let output = leeward(
        &["check", "-", "--at", NOW],
        &text.replace("Europe/London", "Europe/Londn"),
    )?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.contains(
            "timezone: there is no time zone \"Europe/Londn\"; did you mean \"Europe/London\"?"
        ),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

#[test]
fn a_byte_order_mark_is_no_mistake_and_takes_no_column() -> io::Result<()> {
    let output = leeward(&["check", "-", "--format", "json"], "\u{feff}[]")?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.contains("\"line\": 1,\n          \"column\": 1,"),
        "{told}"
    );
    assert!(told.contains("found a list"), "{told}");
    Ok(())
}

#[test]
fn a_moment_without_an_offset_is_refused_with_an_example() -> io::Result<()> {
    let output = leeward(
        &["check", "playbooks/outage.json", "--at", "2026-11-22T10:00"],
        "",
    )?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("write it with its offset, such as 2026-11-22T10:00+09:00"),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}

#[test]
fn what_browsers_refuse_is_refused_with_its_place_and_its_cure() -> io::Result<()> {
    let sound = std::fs::read_to_string(common::root().join("playbooks/outage.json"))?;
    for (from, to, place, told) in [
        (
            "{\n",
            "{\n  // ours\n",
            "-:2:3",
            "a comment, and JSON has none; remove it",
        ),
        (
            "\n  \"name\"",
            "\n\u{3000}\"name\"",
            "-:3:1",
            "an ideographic space (U+3000) between values; write a space",
        ),
        (
            "\n  \"name\"",
            "\n\u{a0} \"name\"",
            "-:3:1",
            "a no-break space (U+00A0) between values; write a space",
        ),
        (
            "Kestrel Pay",
            "Kestrel\tPay",
            "-:3:27",
            "a tab inside a text; write \\t or a space",
        ),
        (
            "Kestrel Pay",
            "Kestrel\nPay",
            "-:3:27",
            "a line break inside a text; write \\n",
        ),
    ] {
        let text = sound.replacen(from, to, 1);
        let output = leeward(&["check", "-"], &text)?;
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(&format!("error[syntax]: {told}")), "{said}");
        assert!(said.contains(&format!("--> {place}\n")), "{said}");
        assert_eq!(output.status.code(), Some(2), "{said}");
    }
    Ok(())
}

#[test]
fn a_file_in_another_encoding_is_named_with_its_place() {
    let folder = common::Folder::new();
    let sound = std::fs::read_to_string(common::root().join("playbooks/outage.json"));
    let sound = sound.expect("a playbook");
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(folder.0.join(name), bytes).expect("a file");
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    write("wide.json", &wide(&["\u{feff}", &sound].concat()));
    write("bare.json", &wide("{ \"version\": 1 }"));
    write(
        "latin.json",
        b"{\n  \"name\": \"Caf\xe9 du March\xe9, ouvert l'\xe9t\xe9\"\n}",
    );
    // 港湾保険 (Harbour Insurance).
    write("sjis.json", b"{\n  \"name\": \"\x8d\x60\x98\x70\x95\xdb\x8c\xaf\x82\xcc\x82\xa8\x92\x6d\x82\xe7\x82\xb9\"\n}");
    write("page.json", b"<!doctype html>\n<title>Log in</title>");
    write("book.json", b"PK\x03\x04\x14\x00\x06\x00");
    for (file, place, told) in [
        (
            "wide.json",
            Some(3),
            "written in UTF-16, and browsers read UTF-8 alone; save it as UTF-8",
        ),
        ("bare.json", Some(1), "written in UTF-16,"),
        ("latin.json", Some(2), "written in Windows-1252 (Latin-1),"),
        ("sjis.json", Some(2), "written in Shift_JIS,"),
        (
            "page.json",
            Some(1),
            "a web page, not a playbook; open the address that it came from in a browser",
        ),
        ("book.json", None, "no text but a document"),
    ] {
        for arguments in [
            &["check", "--format", "json", file][..],
            &["check", "--format", "json", "--status", file, "sound.json"],
        ] {
            write("sound.json", sound.as_bytes());
            let output = common::leeward_in(&folder.0, arguments);
            assert_eq!(output.status.code(), Some(2), "{file}");
            let report: serde_json::Value =
                serde_json::from_slice(&output.stdout).expect("a report");
            let files = report["files"].as_array().expect("files");
            let problem = &files[files.len() - 1]["problems"][0];
            let said = problem["message"].as_str().unwrap_or_default();
            assert!(said.starts_with(told), "{file}: {said}");
            assert_eq!(problem["line"].as_u64(), place, "{file}");
        }
        let output = common::leeward_in(&folder.0, &["check", file]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(&format!("error[syntax]: {told}")), "{said}");
    }
    // Whatever else reads files says the same.
    let output = common::leeward_in(
        &folder.0,
        &["translate", "import", "sound.json", "sjis.json"],
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("sjis.json: can't be read: written in Shift_JIS,"),
        "{said}"
    );
}

#[test]
fn a_feed_may_be_as_long_as_browsers_read_it() -> io::Result<()> {
    let folder = common::Folder::new();
    let feed = |length: usize| {
        let name = "x".repeat(length);
        folder.write(
            "feed.json",
            &format!("{{ \"page\": {{ \"name\": \"{name}\" }}, \"components\": [] }}"),
        )
    };
    for (length, code) in [(300 * 1024, 0), (512 * 1024, 2)] {
        let file = feed(length);
        let output = leeward(
            &[
                "check",
                "playbooks/outage.json",
                "--at",
                NOW,
                "--status",
                &file,
            ],
            "",
        )?;
        assert_eq!(output.status.code(), Some(code), "{length}");
    }
    Ok(())
}
