//! Tools that only this project needs, at one exact version: from crates.io into the target folder, from npm beside
//! the list that names them. Nothing global is touched.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{self, step};
use crate::workspace::Workspace;

/// A program from crates.io.
pub struct Tool {
    /// The package, and its program.
    pub name: &'static str,
    /// The exact version, so that everybody sees the same verdicts.
    pub version: &'static str,
    /// Further arguments for `cargo install`.
    pub features: &'static [&'static str],
    /// How long the installation takes on two cores.
    pub takes: &'static str,
}

/// Installs the tool when it is missing, and gives back its path.
pub fn ensure(workspace: &Workspace, tool: &Tool) -> Result<PathBuf> {
    let folder = workspace
        .tools()
        .join(format!("{}-{}", tool.name, tool.version));
    let program = folder
        .join("bin")
        .join(format!("{}{}", tool.name, std::env::consts::EXE_SUFFIX));
    if is_runnable(&program) {
        return Ok(program);
    }
    step(&format!(
        "Installing {} {} into the target folder ({}, once)",
        tool.name, tool.version, tool.takes
    ));
    let mut install = workspace.cargo();
    install
        .args(["install", "--locked", tool.name, "--version", tool.version])
        .args(tool.features);
    install.arg("--root").arg(folder);
    command::run(&mut install).with_context(|| {
        format!(
            "{} could not be installed; check the network connection and try again",
            tool.name
        )
    })?;
    Ok(program)
}

/// Installs the npm packages of a folder exactly as its lock file has them.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    ensure!(
        lock.is_file(),
        "{lock} is missing; restore it with `git checkout {lock}`",
        lock = lock.display()
    );
    let mut npm = Command::new("npm");
    npm.current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
    command::run(&mut npm)
}

/// The version is part of the folder's name, so a program that starts is the right one.
fn is_runnable(program: &PathBuf) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}
