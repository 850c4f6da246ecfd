//! `cargo xtask audit`: bans, licences and sources of everything we depend on, by the rules of deny.toml.
//!
//! Security advisories live in a database that not every network reaches: .github/workflows/advisories.yml asks it.

use anyhow::Result;

use crate::command::{self, step};
use crate::install::{self, Tool};
use crate::workspace::Workspace;

const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    features: &[],
    takes: "three to four minutes",
};

pub fn run(workspace: &Workspace) -> Result<()> {
    let deny = install::ensure(workspace, &CARGO_DENY)?;
    step("Checking bans, licences and sources");
    let mut check = std::process::Command::new(deny);
    check
        .current_dir(&workspace.root)
        .args(["check", "bans", "licenses", "sources"]);
    command::run(&mut check)
}
