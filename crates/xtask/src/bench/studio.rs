//! `cargo xtask bench studio`: how long the preview takes to follow a letter. This file builds the site; bench/studio.js
//! measures, in a ready playbook and in one as large as they may be (bench/large.js).

use anyhow::Result;

use crate::command::{self, step};
use crate::test::browser;
use crate::workspace::Workspace;
use crate::{install, site};

pub fn run(workspace: &Workspace) -> Result<()> {
    browser::ensure(workspace, "chromium")?;
    step("Getting what drives the browser from npm (half a minute)");
    install::npm_packages(&workspace.root.join("bench"))?;
    let folder = workspace.target.join("leeward/site");
    site::build(workspace, &folder)?;

    step("Measuring the studio (two minutes; nothing else should run meanwhile)");
    let mut bench = workspace.program("node");
    bench.args(["bench/studio.js", "--site"]).arg(folder);
    command::run(&mut bench)
}
