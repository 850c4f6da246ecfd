//! Completes the Rust toolchain that rust-toolchain.toml selects: the WebAssembly target, the formatter, the lints,
//! the source of the standard library.

use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Gets what it takes to compile the standard library; false when that can't be had, with the reason printed.
///
/// Nobody needs this to see the widget work, so whoever sits on a train or uses a system's own Rust isn't stopped.
pub fn ensure_std_source(workspace: &Workspace) -> Result<bool> {
    let library = std_source(workspace)?.join("library");
    if !library.join("Cargo.lock").is_file() {
        step("Adding the standard library's source to the Rust toolchain (a few seconds)");
        if let Err(error) = rustup(workspace, &["component", "add", "rust-src"]) {
            println!("{error:#}");
            return Ok(false);
        }
    }
    let mut fetch = workspace.cargo();
    fetch.args(["fetch", "--locked", "--quiet", "--target", TARGET]);
    fetch.arg("--manifest-path").arg(library.join("Cargo.toml"));
    Ok(command::status(allow_unstable(&mut fetch))?.success())
}

/// Where the source of the toolchain's standard library belongs, whether it is there or not.
pub fn std_source(workspace: &Workspace) -> Result<PathBuf> {
    let sysroot = command::output(workspace.program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust"))
}

/// Lets a stable toolchain use what is not stable yet. The exact version is pinned, so nothing changes under us, and
/// whatever stops working with the next one is only a matter of size.
pub fn allow_unstable(command: &mut Command) -> &mut Command {
    command.env("RUSTC_BOOTSTRAP", "1")
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
