//! Shortens the scripts of a release: names, blanks, what is said twice. The work is terser's, a program of npm's.
//!
//! The safe layer works as it stands, and that is how `cargo xtask serve` and the tests have it. Only a release, which
//! a million strangers download, is shorter (docs/decisions/0006-shorter-scripts.md).

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::command::step;
use crate::install;
use crate::workspace::Workspace;

/// The program, ready to run.
pub struct Shrinker {
    terser: PathBuf,
}

impl Shrinker {
    /// Installs terser as the lock file has it.
    pub fn ready(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.root.join("crates/xtask/node");
        step("Getting what shortens scripts from npm (a few seconds)");
        install::npm_packages(&folder)?;
        Ok(Self {
            terser: folder.join("node_modules/terser/bin/terser"),
        })
    }

    /// The same script, shorter. Exported names stay.
    pub fn script(&self, script: &[u8]) -> Result<Vec<u8>> {
        let mut terser = Command::new("node")
            .arg(&self.terser)
            // In this order, so that a value of several words isn't mistaken for a file.
            .args(["--module", "--ecma", "2020", "--mangle"])
            .args(["--compress", "passes=2"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("terser can't be started; install Node 20 or later")?;
        // It reads to the end before it writes, so neither side waits for the other.
        terser
            .stdin
            .take()
            .context("terser has no input")?
            .write_all(script)?;
        let output = terser.wait_with_output()?;
        ensure!(
            output.status.success() && !output.stdout.is_empty(),
            "terser could not shorten a script; its own message is above"
        );
        Ok(output.stdout)
    }
}
