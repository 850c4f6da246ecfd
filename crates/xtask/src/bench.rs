//! `cargo xtask bench`: how long things take. What the figures mean, and what they were, is in docs/performance.md.

mod analysis;
mod embed;
mod spike;
mod studio;

use anyhow::Result;

use crate::command::{self, step};
use crate::workspace::Workspace;

/// What to measure.
#[derive(clap::Subcommand)]
pub enum Bench {
    /// The engine: decisions, checks, the analysis of all paths. Without a name it is this.
    Engine,
    /// The same analysis in a real browser, where an editor of playbooks runs it.
    Analysis,
    /// The widget on a page, beside its peers from npm, in a real browser.
    Embed(embed::Options),
    /// The studio while somebody writes: from a letter to the preview, in a real browser.
    Studio,
    /// A release on nginx in a rush of visitors, and what a million of them would transfer.
    Spike(spike::Options),
}

pub fn run(workspace: &Workspace, bench: Option<Bench>) -> Result<()> {
    match bench.unwrap_or(Bench::Engine) {
        Bench::Engine => engine(workspace),
        Bench::Analysis => analysis::run(workspace),
        Bench::Embed(options) => embed::run(workspace, &options),
        Bench::Studio => studio::run(workspace),
        Bench::Spike(options) => spike::run(workspace, &options),
    }
}

fn engine(workspace: &Workspace) -> Result<()> {
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
