//! `cargo xtask gallery`: pictures of every screen, for people to judge. This file builds the site; tests/gallery/
//! takes the pictures, with what the browser tests have.

use anyhow::Result;

use crate::command::{self, step};
use crate::site;
use crate::test::browser;
use crate::workspace::Workspace;

/// Where the pictures and their page go, from the top of the checkout.
const FOLDER: &str = "docs/gallery";

pub fn run(workspace: &Workspace) -> Result<()> {
    browser::ensure(workspace, "chromium")?;
    let site = workspace.site();
    site::build(workspace, &site)?;
    step("Taking the pictures (two minutes)");
    let mut gallery = workspace.cargo();
    gallery
        .args([
            "run",
            "--quiet",
            "--package",
            "leeward-tests",
            "--bin",
            "gallery",
            "--",
        ])
        .arg(workspace.root.join(FOLDER))
        .env("LEEWARD_SITE", &site);
    command::run(&mut gallery)
}
