//! Shortens the scripts, the sheets and the WebAssembly of a release: names, blanks, what is said twice. The work is done
//! by terser, esbuild and binaryen, programs of npm's.
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
    program: PathBuf,
}

impl Shrinker {
    /// Installs what it needs as the lock file has it.
    pub fn ready(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.root.join("crates/xtask/node");
        step("Getting what shortens scripts from npm (a few seconds)");
        install::npm_packages(&folder)?;
        Ok(Self {
            program: folder.join("shrink.js"),
        })
    }

    /// The same script, and the style sheets in it, shorter. Exported names stay.
    pub fn script(&self, script: &[u8]) -> Result<Vec<u8>> {
        self.shorten("js", script)
    }

    /// The same style sheet, shorter.
    pub fn sheet(&self, sheet: &[u8]) -> Result<Vec<u8>> {
        self.shorten("css", sheet)
    }

    /// The same WebAssembly module, shorter once it is compressed. Exported names stay.
    pub fn module(&self, module: &[u8]) -> Result<Vec<u8>> {
        self.shorten("wasm", module)
    }

    fn shorten(&self, kind: &str, content: &[u8]) -> Result<Vec<u8>> {
        let mut program = Command::new("node")
            .arg(&self.program)
            .arg(kind)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("node can't be started; install Node 20 or later")?;
        // It reads to the end before it writes, so neither side waits for the other.
        program
            .stdin
            .take()
            .context("the program has no input")?
            .write_all(content)?;
        let output = program.wait_with_output()?;
        ensure!(
            output.status.success() && !output.stdout.is_empty(),
            "a file of kind {kind} could not be shortened; the program's own message is above"
        );
        Ok(output.stdout)
    }
}
