//! Completes the Rust toolchain that rust-toolchain.toml selects: the WebAssembly target, the formatter, the lints.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::command::{self, step};
use crate::workspace::Workspace;

/// What the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target to the toolchain in use, when it is not there yet.
pub fn ensure_target(workspace: &Workspace) -> Result<()> {
    if has_target(workspace)? {
        return Ok(());
    }
    step("Adding the WebAssembly target to the Rust toolchain (a few seconds)");
    rustup(workspace, &["target", "add", TARGET])?;
    ensure!(
        has_target(workspace)?,
        "rustup added {TARGET}, but not to the toolchain of the cargo in use; \
         put rustup's cargo first in PATH (usually ~/.cargo/bin)"
    );
    Ok(())
}

/// Asks the compiler rather than rustup: a toolchain from the system's packages counts as well.
fn has_target(workspace: &Workspace) -> Result<bool> {
    let mut rustc = workspace.program("rustc");
    let folder = command::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

/// Adds the formatter and the lints, which a minimal toolchain lacks.
pub fn ensure_components(workspace: &Workspace) -> Result<()> {
    for component in ["fmt", "clippy"] {
        if command::output(workspace.cargo().args([component, "--version"])).is_ok() {
            continue;
        }
        step("Adding rustfmt and clippy to the Rust toolchain (a few seconds)");
        return rustup(workspace, &["component", "add", "rustfmt", "clippy"]);
    }
    Ok(())
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let wanted = arguments.join(" ");
    if !command::exists("rustup") {
        bail!(
            "`rustup {wanted}` is needed, and there is no rustup; \
             install Rust from https://rustup.rs, or the same with your system's packages"
        );
    }
    if !command::status(workspace.program("rustup").args(arguments))?.success() {
        bail!("`rustup {wanted}` failed; check the network connection and run this command again");
    }
    Ok(())
}
