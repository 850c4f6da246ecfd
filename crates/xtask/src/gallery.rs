//! `cargo xtask gallery`: pictures of every screen, for people to judge. This file builds the site; tests/gallery/
//! takes the pictures, with what the browser tests have.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::command::{self, step};
use crate::site;
use crate::test::{apt, browser};
use crate::workspace::Workspace;

/// Where the pictures and their page go, from the top of the checkout.
const FOLDER: &str = "docs/gallery";

/// Without these, letters of other scripts are drawn as boxes; every visitor's system has its own. The same packages on
/// Debian and Ubuntu.
const FONTS: [(&str, &str); 2] = [
    ("fonts-noto-core", "Noto Sans Devanagari"),
    ("fonts-noto-cjk", "Noto Sans CJK JP"),
];

pub fn run(workspace: &Workspace) -> Result<()> {
    browser::ensure(workspace, "chromium")?;
    ensure_fonts(workspace)?;
    let site = workspace.site();
    site::build(workspace, &site)?;
    step("Taking the pictures (a minute or two)");
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

fn ensure_fonts(workspace: &Workspace) -> Result<()> {
    let missing = || -> Vec<&str> {
        let fonts = FONTS.into_iter();
        let fonts = fonts.filter(|(_, family)| !is_there(family));
        fonts.map(|(package, _)| package).collect()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    if let Some(apt) = apt::apt_get() {
        apt::install(workspace, &apt, &packages)?;
    }
    let missing = missing();
    ensure!(
        missing.is_empty(),
        "the pictures need the fonts of {}; install them with your system's packages",
        missing.join(", ")
    );
    Ok(())
}

/// Whether the system knows a family of fonts; without fontconfig, nobody does.
fn is_there(family: &str) -> bool {
    let list = Command::new("fc-list").arg(family).output();
    list.is_ok_and(|output| !output.stdout.is_empty())
}
