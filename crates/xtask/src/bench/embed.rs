//! `cargo xtask bench embed`: the widget beside its peers, on one page template, in one browser. This file makes the
//! release that is measured and gets what measures it; measuring is done in bench/, a folder of its own that nothing
//! depends on.

use anyhow::Result;

use crate::command::{self, step};
use crate::dist;
use crate::install;
use crate::test::browser;
use crate::workspace::Workspace;

/// How to measure.
#[derive(clap::Args)]
pub struct Options {
    /// Two visits of each kind and no word in docs/performance.md: shows that everything works.
    #[arg(long)]
    quick: bool,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    browser::ensure(workspace, "chromium")?;
    step("Installing the peers from npm (half a minute)");
    install::npm_packages(&workspace.root.join("bench"))?;
    let site = dist::in_site(workspace)?;

    step(
        "Measuring the widget beside its peers (a quarter of an hour; nothing else should run meanwhile)",
    );
    let mut bench = workspace.program("node");
    bench.args(["bench/run.js", "--site"]).arg(site);
    bench
        .arg("--raw")
        .arg(workspace.target.join("leeward/bench-embed.json"));
    if options.quick {
        bench.arg("--quick");
    } else {
        bench.args(["--write", "docs/performance.md"]);
    }
    command::run(&mut bench)
}
