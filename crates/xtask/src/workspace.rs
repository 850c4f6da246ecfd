//! Where things are: the checkout, the target folder, and the cargo that belongs to them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;

/// The checkout and the folder that builds go to.
pub struct Workspace {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the user's settings put it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo, which knows `CARGO_TARGET_DIR` and every other setting better than a guess would.
    pub fn find() -> Result<Self> {
        let text =
            command::output(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            let path = metadata[key]
                .as_str()
                .with_context(|| format!("cargo metadata has no {key}"))?;
            Ok::<_, anyhow::Error>(PathBuf::from(path))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// Where the assembled site goes unless somebody asks for another folder.
    pub fn site(&self) -> PathBuf {
        self.target.join("leeward").join("site")
    }

    /// Where a release goes that is only measured and tested.
    pub fn dist(&self) -> PathBuf {
        self.target.join("leeward").join("dist")
    }

    /// Where tools are installed that belong to this project alone.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// `cargo`, to be run at the top of the checkout.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }

    /// Any other program, to be run at the top of the checkout.
    pub fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.root);
        command
    }
}

/// The cargo that runs us, so that a chosen toolchain stays chosen.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
