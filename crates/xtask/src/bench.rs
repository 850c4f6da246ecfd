//! `cargo xtask bench`: how long the engine takes. What the figures mean, and what they were, is in
//! docs/performance.md.

use anyhow::Result;

use crate::command::{self, step};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace) -> Result<()> {
    step("Measuring the engine (some minutes, compiling included)");
    let mut bench = workspace.cargo();
    bench.args([
        "bench",
        "--package",
        "triage",
        "--all-features",
        "--bench",
        "analysis",
    ]);
    command::run(&mut bench)
}
