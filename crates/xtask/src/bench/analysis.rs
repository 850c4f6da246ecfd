//! `cargo xtask bench analysis`: the engine in a page. This file compiles it for the browser; bench/analysis.js measures.

use std::fs;

use anyhow::{Context, Result};

use crate::command::{self, step};
use crate::test::browser;
use crate::workspace::Workspace;
use crate::{install, wasm};

pub fn run(workspace: &Workspace) -> Result<()> {
    browser::ensure(workspace, "chromium")?;
    step("Getting what drives the browser from npm (half a minute)");
    install::npm_packages(&workspace.root.join("bench"))?;
    let engine = workspace.target.join("leeward/bench-engine");
    fs::create_dir_all(&engine).with_context(|| format!("{} cannot be made", engine.display()))?;
    wasm::make(workspace, "leeward-bench-engine", "engine", &engine)?;

    step("Measuring the engine in a page (two minutes)");
    let mut bench = workspace.program("node");
    bench.args(["bench/analysis.js", "--engine"]).arg(engine);
    command::run(&mut bench)
}
