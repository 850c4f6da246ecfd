//! `cargo xtask trunk`: proves that `trunk build` works, and that it goes through our own build.
//!
//! See docs/decisions/0001-one-build-pipeline.md.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::command::{self, step};
use crate::install::{self, Tool};
use crate::workspace::Workspace;

const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    // Its default features bring a second TLS library and a check for updates.
    features: &["--no-default-features", "--features", "rustls"],
    takes: "about six minutes",
};

/// Where Trunk.toml puts the result.
const DIST: &str = "target/trunk";

pub fn run(workspace: &Workspace) -> Result<()> {
    let trunk = install::ensure(workspace, &TRUNK)?;
    step("Building the site through Trunk");
    let mut build = std::process::Command::new(trunk);
    build.current_dir(&workspace.root).arg("build");
    // This version of Trunk takes only "true" and "false" for an answer, and CI services set "1".
    build.env_remove("NO_COLOR");
    command::run(&mut build)?;
    inspect(&workspace.root.join(DIST))
}

/// One pipeline: the widget came from our hook, and Trunk compiled none of its own.
fn inspect(dist: &Path) -> Result<()> {
    let ours = dist.join("leeward").join("widget_bg.wasm");
    ensure!(
        ours.is_file(),
        "trunk built a site without leeward/widget_bg.wasm; look at the hooks in Trunk.toml"
    );
    for entry in fs::read_dir(dist).context("trunk left no site")? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        ensure!(
            !name.ends_with(".wasm"),
            "trunk compiled the widget a second time ({name}); index.html needs its <link data-trunk … data-trunk-skip>"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widget_built_by_trunk_itself_is_refused() {
        let dist = std::env::temp_dir().join(format!("leeward-xtask-{}-dist", std::process::id()));
        fs::create_dir_all(dist.join("leeward")).unwrap();
        let without = inspect(&dist);
        fs::write(dist.join("leeward/widget_bg.wasm"), "").unwrap();
        let once = inspect(&dist);
        fs::write(dist.join("leeward-0123456789abcdef_bg.wasm"), "").unwrap();
        let twice = inspect(&dist);
        fs::remove_dir_all(dist).unwrap();

        assert!(without.unwrap_err().to_string().contains("Trunk.toml"));
        assert!(once.is_ok());
        assert!(twice.unwrap_err().to_string().contains("second time"));
    }
}
