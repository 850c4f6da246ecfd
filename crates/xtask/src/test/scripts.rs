//! Tests of scripts that need no browser, in Node's own runner.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::command;
use crate::workspace::Workspace;

/// Runs the tests that lie in a folder, given from the top of the checkout. Each file is named: what a folder stands for
/// has changed between Node's versions.
pub fn run(workspace: &Workspace, folder: &str) -> Result<()> {
    let entries = fs::read_dir(workspace.root.join(folder));
    let mut files = Vec::new();
    for entry in entries.with_context(|| format!("{folder} cannot be read"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    files.sort();
    let mut node = Command::new("node");
    command::run(node.current_dir(&workspace.root).arg("--test").args(files))
}
