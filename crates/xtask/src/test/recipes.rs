//! The programs of docs/recipes that people run on their own servers, tested in Node's own runner.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::command;
use crate::workspace::Workspace;

/// Where the tests lie, from the top of the checkout.
const FOLDER: &str = "tests/node/recipes";

/// Each file is named: what a folder stands for has changed between Node's versions.
pub fn run(workspace: &Workspace) -> Result<()> {
    let folder = fs::read_dir(workspace.root.join(FOLDER));
    let mut files = Vec::new();
    for entry in folder.with_context(|| format!("{FOLDER} cannot be read"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    ensure!(!files.is_empty(), "there are no tests in {FOLDER}");
    files.sort();
    let mut node = Command::new("node");
    command::run(node.current_dir(&workspace.root).arg("--test").args(files))
}
