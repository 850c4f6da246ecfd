//! Three of the broken playbooks as somebody repaired them who had never seen the format and had nothing but the
//! messages. They must stay sound, and nothing in them may differ that no message asked for.

mod common;

use std::{collections::BTreeSet, fs, io, ops::RangeInclusive};

use common::{NOW, json, root, told};
use similar::{DiffOp, TextDiff};

const REPAIRED: &[&str] = &["clinic", "shop", "storm"];

fn broken(name: &str) -> String {
    format!("crates/cli/tests/broken/{name}.json")
}

fn repaired(name: &str) -> String {
    format!("crates/cli/tests/repaired/{name}.json")
}

/// A problem: its message, and the lines of the file that it marks.
struct Found {
    message: String,
    is_error: bool,
    lines: RangeInclusive<u64>,
}

fn found(file: &str) -> io::Result<Vec<Found>> {
    let report = json(&["check", file, "--at", NOW, "--format", "json"])?;
    let problems = report["files"][0]["problems"].as_array().cloned();
    let found = problems.unwrap_or_default().into_iter().map(|problem| {
        let line = problem["line"].as_u64().unwrap_or_default();
        Found {
            message: problem["message"].as_str().unwrap_or_default().to_owned(),
            is_error: problem["severity"] == "error",
            lines: line..=problem["end"]["line"].as_u64().unwrap_or(line),
        }
    });
    Ok(found.collect())
}

/// The lines of the broken file that were changed; where lines were put in, those on either side.
fn changed(name: &str) -> io::Result<BTreeSet<u64>> {
    let old = fs::read_to_string(root().join(broken(name)))?;
    let new = fs::read_to_string(root().join(repaired(name)))?;
    let diff = TextDiff::from_lines(&old, &new);
    let mut lines = BTreeSet::new();
    for op in diff
        .ops()
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
    {
        let range = op.old_range();
        let (from, to) = (range.start as u64 + 1, range.end as u64);
        lines.extend(if range.is_empty() {
            to..=from
        } else {
            from..=to
        });
    }
    Ok(lines)
}

#[test]
fn the_repaired_playbooks_may_be_published() -> io::Result<()> {
    for name in REPAIRED {
        let told = told(&["check", &repaired(name), "--at", NOW])?;
        assert!(told.contains("may be published (0 errors"), "{told}");
    }
    Ok(())
}

#[test]
fn every_error_was_mended_where_its_mark_stands() -> io::Result<()> {
    for name in REPAIRED {
        let changed = changed(name)?;
        let errors = found(&broken(name))?
            .into_iter()
            .filter(|found| found.is_error);
        for error in errors {
            let touched = error.lines.clone().any(|line| changed.contains(&line));
            assert!(
                touched || is_consequence(&error.message),
                "{name}: {}",
                error.message
            );
        }
    }
    Ok(())
}

/// What is mended in other places, which the message names.
fn is_consequence(message: &str) -> bool {
    message.contains("will count once")
}

#[test]
fn nothing_was_changed_that_no_message_asked_for() -> io::Result<()> {
    for name in REPAIRED {
        let text = fs::read_to_string(root().join(broken(name)))?;
        let found = found(&broken(name))?;
        let is_asked_for = |line: &u64| {
            let written = text.lines().nth(*line as usize - 1).unwrap_or_default();
            let marks = |found: &&Found| found.lines.contains(line) || names_route(found, written);
            // The mark of a consequence is on all channels at once.
            let mut causes = found.iter().filter(|found| !is_consequence(&found.message));
            causes.any(|found| marks(&found))
        };
        let mut unasked = changed(name)?;
        unasked.retain(|line| !is_asked_for(line));
        assert_eq!(unasked, BTreeSet::new(), "lines of {}", broken(name));
    }
    Ok(())
}

/// A channel that no route names is mended in a route.
fn names_route(found: &Found, written: &str) -> bool {
    found.message.contains("\"second\" of a route") && written.contains("\"second\"")
}
