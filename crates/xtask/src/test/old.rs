//! Real browsers of 2021 to 2024, from npm: what docs/embed.md promises of them. `tests/old-browsers` has the cases.
//!
//! They are large (about 290 MB to fetch, 160 MB each when unpacked), so they are a part of their own, which runs only
//! when it is asked for. Packages and browsers go into the target folder.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::browser;
use super::stage::Stage;
use crate::command::step;
use crate::install;
use crate::site;
use crate::workspace::Workspace;

/// Said when something fails.
const AGAIN: &str = "cargo xtask test --only old-browsers";

/// The list of packages, and what pins them.
const LISTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The stages. `site_is_built` is whether an earlier stage makes the site.
pub fn stages(workspace: &Workspace, site_is_built: bool) -> Vec<Stage<'_>> {
    let site = workspace.site();
    let folder = workspace.target.join("leeward").join("old-browsers");
    let mut tests = Command::new("node");
    tests
        .current_dir(&workspace.root)
        .args(["--test", "tests/old-browsers/old.test.mjs"])
        .env("LEEWARD_SITE", &site)
        .env("LEEWARD_OLD_BROWSERS", &folder);
    let mut stages = vec![Stage::new("old browsers", AGAIN, move || {
        // Today's Chromium brings the libraries that the old ones need, too.
        browser::ensure(workspace, "chromium")?;
        fetch(workspace, &folder)
    })];
    if !site_is_built {
        stages.push(Stage::new("site", "cargo xtask build", move || {
            site::build(workspace, &site)
        }));
    }
    stages.push(Stage::command("tests in old browsers", tests));
    stages
}

/// Gets the packages that are listed, unless the folder has them already.
fn fetch(workspace: &Workspace, folder: &std::path::Path) -> Result<()> {
    let lists = workspace.root.join("tests/old-browsers");
    let same = |name: &str| -> Result<bool> {
        let wanted = fs::read(lists.join(name))
            .with_context(|| format!("tests/old-browsers/{name} is missing"))?;
        Ok(fs::read(folder.join(name)).is_ok_and(|there| there == wanted))
    };
    if same(LISTS[0])?
        && same(LISTS[1])?
        && folder.join("node_modules/.package-lock.json").is_file()
    {
        return Ok(());
    }
    step("Getting five old browsers from npm (about 290 MB, once)");
    fs::create_dir_all(folder)?;
    for name in LISTS {
        fs::copy(lists.join(name), folder.join(name))?;
    }
    install::npm_packages(folder)
}
