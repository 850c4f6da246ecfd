//! `leeward routes` and `leeward flow`, as somebody at a terminal meets them.

use std::{
    path::Path,
    process::{Command, Output},
};

fn leeward(arguments: &[&str]) -> std::io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_leeward"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
}

#[test]
fn the_decision_table_names_each_route_with_answers_that_lead_there() -> std::io::Result<()> {
    let output = leeward(&["routes", "playbooks/outage.json"])?;
    let told = String::from_utf8_lossy(&output.stdout);
    for parts in [
        &[
            "cash_now",
            "topic is locked and (other_way is no or",
            "topic=locked, other_way=no",
        ][..],
        &[
            "shop_large",
            "affected is 100 or more",
            "merchant_phone",
            "10.0 %",
            "topic=shop, affected=100",
        ],
        &["everyone_else", "always", "topic=not_sure"],
        &["All 8 paths were looked at."],
        &["Questions: 1.4 on average, 2 at most"],
    ] {
        let line = told
            .lines()
            .find(|line| parts.iter().all(|part| line.contains(part)));
        assert!(line.is_some(), "{parts:?}\nstand in no line of\n{told}");
    }
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

#[test]
fn what_is_never_shown_is_named_below_the_table() -> std::io::Result<()> {
    let output = leeward(&["routes", "crates/cli/tests/broken/maze.json"])?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.ends_with("never asked: dog\nnever shown: stories[1]\n"),
        "{told}"
    );
    Ok(())
}

#[test]
fn a_flow_is_drawn_in_either_language_with_its_conditions() -> std::io::Result<()> {
    for (format, line) in [
        (
            "mermaid",
            "  decision -->|\"4: affected is 100 or more\"| route_shop_large",
        ),
        (
            "dot",
            "  \"decision\" -> \"route_shop_large\" [label=\"4: affected is 100 or more\"]",
        ),
    ] {
        let output = leeward(&["flow", "playbooks/outage.json", "--format", format])?;
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(
            told.lines().any(|told| told == line),
            "{line}\nis not in\n{told}"
        );
    }
    Ok(())
}

#[test]
fn a_file_without_a_playbook_is_sent_to_the_checker() -> std::io::Result<()> {
    let output = leeward(&["routes", "Cargo.toml"])?;
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("see them with: leeward check Cargo.toml"),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}
