//! A playbook that somebody else has written, printed: nothing in it commands the terminal, reads otherwise than it is
//! written, or is taken for markup or for a command by what reads the output.

mod common;

use std::io;

use common::{Folder, NOW, leeward_in};
use serde_json::Value;

/// What a terminal obeys, what turns the direction of writing, and what a workflow of GitHub obeys.
const HOSTILE: &str = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{2066}<script>alert(1)</script>`x`%%{init: {\"securityLevel\": \"loose\"}}%%\n::error::forged\n##[add-mask]a";

/// Appends to every text for people. Ids and links stay, or nothing would be printed at all.
fn poisoned(value: &mut Value, within: &str) {
    match value {
        Value::String(text) if ["en", "ja", "hi"].contains(&within) => *text += HOSTILE,
        Value::Object(fields) => {
            for (name, value) in fields {
                poisoned(value, name);
            }
        }
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|element| poisoned(element, within)),
        _ => {}
    }
}

fn acts(sign: char) -> bool {
    (sign.is_control() && sign != '\n')
        || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn playbook() -> Value {
    let text = include_str!("../../../playbooks/outage.json");
    let mut playbook: Value = serde_json::from_str(text).expect("JSON");
    poisoned(&mut playbook, "");
    playbook
}

#[test]
fn no_command_prints_what_a_terminal_or_a_workflow_obeys() {
    let folder = Folder::new();
    let file = folder.write("playbook.json", &playbook().to_string());
    let mut broken = playbook();
    broken["routes"][0]["because"] = HOSTILE.into();
    broken["routes"][0]["first"] = vec![Value::from(HOSTILE)].into();
    broken[HOSTILE] = 1.into();
    let broken = folder.write("broken.json", &broken.to_string());
    let answers = ["--at", NOW, "--answer", "topic=shop"];
    for arguments in [
        &["check", &file, "--at", NOW][..],
        &["check", &broken, "--at", NOW],
        &["check", &broken, "--format", "github"],
        &["check", &broken, "--format", "json"],
        &["check", &broken, "--format", "sarif"],
        &[&["decide", &file][..], &answers].concat(),
        &[&["decide", &file, "--json"][..], &answers].concat(),
        &["routes", &file],
        &["hours", &file, "--at", NOW],
        &["flow", &file],
        &["flow", &file, "--format", "dot"],
        &["outlets", &file, "--at", NOW],
        &["outlets", &file, "--at", NOW, "--json"],
        &[
            "translate",
            "export",
            &broken,
            "--to",
            "no such language\u{1b}",
        ],
    ] {
        let output = leeward_in(&folder.0, arguments);
        for printed in [&output.stdout, &output.stderr] {
            let printed = String::from_utf8_lossy(printed);
            let bad = printed.find(acts).and_then(|place| printed.get(place..));
            assert!(
                bad.is_none(),
                "{arguments:?} prints {:.40?}",
                bad.unwrap_or_default()
            );
            let forged =
                |line: &str| line.trim_start().starts_with("::error::") || line.contains("##[");
            assert!(
                !printed.lines().any(forged),
                "{arguments:?} prints a command"
            );
        }
        assert!(!output.stdout.is_empty() || !output.stderr.is_empty());
        if arguments
            .iter()
            .any(|wish| ["json", "sarif", "--json"].contains(wish))
        {
            let printed: Result<Value, _> = serde_json::from_slice(&output.stdout);
            assert!(printed.is_ok(), "{arguments:?} prints no JSON");
        }
    }
}

#[test]
fn a_name_of_a_file_forges_no_finding() -> io::Result<()> {
    let folder = Folder::new();
    let name = "a\n::error file=b,title=forged::c\u{1b}[2J%0A:,.json";
    let file = folder.0.join(name);
    std::fs::write(&file, "{}")?;
    for (format, commands) in [("human", 0), ("github", 4), ("json", 0), ("sarif", 0)] {
        for file in [name, "missing\n::error::forged"] {
            let output = leeward_in(&folder.0, &["check", file, "--format", format]);
            let printed = [output.stdout, output.stderr].concat();
            let printed = String::from_utf8_lossy(&printed);
            assert!(!printed.contains('\u{1b}'), "{printed}");
            let lines = printed.lines().filter(|line| line.starts_with("::"));
            let theirs = lines.clone().filter(|line| {
                !line.starts_with("::error file=a%0A%3A%3Aerror file=b%2Ctitle=forged%3A%3Ac")
                    && !line.starts_with("::error file=missing%0A%3A%3Aerror%3A%3Aforged,")
            });
            assert_eq!(theirs.count(), 0, "{printed}");
            assert!(commands > 0 || lines.count() == 0, "{printed}");
        }
    }
    Ok(())
}

#[test]
fn a_picture_has_words_and_no_markup() {
    let folder = Folder::new();
    let file = folder.write("playbook.json", &playbook().to_string());
    let output = leeward_in(&folder.0, &["flow", &file]);
    let picture = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        picture.contains("#60;script#62;alert(1)#60;/script#62;"),
        "{picture}"
    );
    assert!(!picture.contains("%%"), "a directive: {picture}");
    for line in picture.lines().skip(1) {
        let words = line.split('"').nth(1).unwrap_or_default();
        let bad = words.find(['<', '>', '&', '`', '%']);
        assert!(
            bad.is_none() && line.matches('"').count() % 2 == 0,
            "{line}"
        );
    }
    let page = leeward_in(
        &folder.0,
        &["contacts", &file, "--at", "2026-11-22T01:00:00Z"],
    );
    let page = String::from_utf8_lossy(&page.stdout).into_owned();
    assert!(
        page.contains("&lt;script&gt;") && !page.contains("<script>"),
        "{page:.400}"
    );
    let data = page.split("<script type=\"application/ld+json\">").nth(1);
    let data = data.and_then(|rest| rest.split("</script>").next());
    let data: Result<Value, _> = serde_json::from_str(data.expect("there is data"));
    assert!(data.is_ok(), "the words end the block of data");
}
