//! The commands of `docs/authoring.md`, run one after the other as a reader would.

mod common;

use common::{Folder, leeward_in};

/// The words of a command line; quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate();
    quoted
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[test]
fn every_command_of_the_page_does_what_it_says() {
    let page = include_str!("../../../docs/authoring.md");
    let folder = Folder::new();
    let commands: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("leeward "))
        .collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        let words = words(command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = leeward_in(&folder.0, &words);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {told}");
    }
    let playbook = folder.read("playbook.json");
    for part in [
        "\"name\": \"Minato Mutual\"",
        "\"japan\": {\n      \"2027-01-01\": { \"en\": \"New Year’s Day\", \"ja\": \"元日\" }",
    ] {
        assert!(playbook.contains(part), "{part}");
    }
    assert!(folder.read("hi.xlf").contains("trgLang=\"hi\""));
    assert!(folder.read("hi.json").contains("\"launcher.text\": \"\""));
    assert!(folder.read("playbook.schema.json").contains("2020-12"));
}

#[test]
fn the_page_names_every_country_and_kind() {
    let page = include_str!("../../../docs/authoring.md");
    for command in ["holidays", "new"] {
        let output = leeward_in(&common::root(), &[command, "--help"]);
        let help = String::from_utf8_lossy(&output.stdout).into_owned();
        let names: Vec<&str> = help
            .lines()
            .filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next())
            .collect();
        assert!(names.len() >= 4, "{help}");
        for name in names {
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }
}
