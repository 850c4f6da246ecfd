//! The examples of docs/cli.md do what the page says.

mod common;

use std::{fs, io};

use common::{leeward, root};

/// An example: what is typed, and what is printed.
struct Example {
    arguments: Vec<String>,
    printed: String,
}

fn examples() -> io::Result<Vec<Example>> {
    let page = fs::read_to_string(root().join("docs/cli.md"))?;
    let blocks = page.split("```console\n$ leeward ").skip(1);
    let examples = blocks.filter_map(|block| {
        let (typed, rest) = block.split_once('\n')?;
        let (printed, _) = rest.split_once("```")?;
        Some(Example {
            arguments: typed.split_whitespace().map(str::to_owned).collect(),
            printed: printed.trim_end().to_owned(),
        })
    });
    Ok(examples.collect())
}

#[test]
fn each_example_of_the_page_prints_what_stands_below_it() -> io::Result<()> {
    let examples = examples()?;
    assert!(examples.len() >= 8, "{} examples", examples.len());
    for example in examples {
        let arguments: Vec<&str> = example.arguments.iter().map(String::as_str).collect();
        let output = leeward(&arguments, "")?;
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed);
        assert_eq!(
            example.printed,
            printed.trim_end(),
            "after \"$ leeward {}\" in docs/cli.md (left) and in truth (right)",
            arguments.join(" ")
        );
    }
    Ok(())
}

#[test]
fn each_command_has_a_section_and_examples_in_its_help() -> io::Result<()> {
    let page = fs::read_to_string(root().join("docs/cli.md"))?;
    for command in [
        "check",
        "hours",
        "decide",
        "routes",
        "flow",
        "outlets",
        "report",
        "completions",
        "man",
    ] {
        assert!(page.contains(&format!("`{command}`")), "{command}");
        let output = leeward(&[command, "--help"], "")?;
        let help = String::from_utf8_lossy(&output.stdout).into_owned();
        let example = format!("Examples:\n  leeward {command} ");
        assert!(help.contains(&example), "{help}");
    }
    Ok(())
}

#[test]
fn completions_and_manual_pages_know_every_command() -> io::Result<()> {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = leeward(&["completions", shell], "")?;
        let script = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            script.contains("decide") && script.contains("timezone"),
            "{shell}"
        );
    }
    let page = leeward(&["man"], "")?;
    assert!(String::from_utf8_lossy(&page.stdout).contains("leeward\\-hours"));
    let page = leeward(&["man", "check"], "")?;
    assert!(
        String::from_utf8_lossy(&page.stdout)
            .contains("leeward check playbooks/*.json \\-\\-format github")
    );
    assert_eq!(leeward(&["man", "chek"], "")?.status.code(), Some(2));
    Ok(())
}
