//! Compiles the widget and makes its glue. What is served around it is the site's business.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{self, step};
use crate::toolchain::{self, TARGET};
use crate::workspace::Workspace;

/// Writes `widget.js` and `widget_bg.wasm` into the folder.
pub fn build(workspace: &Workspace, into: &Path) -> Result<()> {
    same_bindgen(workspace)?;
    toolchain::ensure_target(workspace)?;
    fetch(workspace)?;
    let wasm = compile(workspace)?;
    bindgen(&wasm, into)
}

/// wasm-bindgen's macro and its command-line half speak a private format that changes with each version.
fn same_bindgen(workspace: &Workspace) -> Result<()> {
    let path = workspace.root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).context("Cargo.lock cannot be read")?;
    compare_bindgen(
        locked(&lock, "wasm-bindgen"),
        locked(&lock, "wasm-bindgen-cli-support"),
    )
}

fn compare_bindgen(widget: Option<&str>, tool: Option<&str>) -> Result<()> {
    ensure!(
        widget.is_some() && widget == tool,
        "wasm-bindgen is {} in Cargo.lock but wasm-bindgen-cli-support is {}; \
         give both the same version, in Cargo.toml and in crates/xtask/Cargo.toml",
        widget.unwrap_or("missing"),
        tool.unwrap_or("missing"),
    );
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Gets the crates in a step of its own, so that a missing network is not mistaken for a fault in the code.
///
/// `cargo tree` downloads what this one package needs; `cargo fetch` would bring the tests' crates as well.
fn fetch(workspace: &Workspace) -> Result<()> {
    let mut tree = workspace.cargo();
    tree.args([
        "tree",
        "--package",
        "leeward",
        "--target",
        TARGET,
        "--edges",
        "normal,build",
    ]);
    // The tree itself is of no interest; the progress of a download is, and so is cargo's complaint.
    ensure!(
        command::status(tree.stdout(Stdio::null()))?.success(),
        "cargo could not get the widget's crates (its own message is above); \
         check the network connection and run this command again"
    );
    Ok(())
}

fn compile(workspace: &Workspace) -> Result<PathBuf> {
    step("Compiling the widget (half a minute the first time, then only what changed)");
    let mut build = workspace.cargo();
    build.args([
        "build",
        "--lib",
        "--package",
        "leeward",
        "--target",
        TARGET,
        "--profile",
        "widget",
    ]);
    // Panic messages name source files. The folders they were built in are nobody's business.
    build.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        remap(&source_folders(workspace)?),
    );
    command::run(&mut build)?;
    Ok(workspace
        .target
        .join(TARGET)
        .join("widget")
        .join("leeward.wasm"))
}

/// Where the sources of others lie on this machine, and what to call those folders instead.
fn source_folders(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let crates = cargo_home.map(|home| (home.join("registry").join("src"), "crates"));
    let sysroot = command::output(workspace.program("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    Ok(crates.into_iter().chain([(library, "rust")]).collect())
}

/// The compiler's flags that rename folders. A folder with a blank keeps its name: the flag would be torn apart.
fn remap(folders: &[(PathBuf, &str)]) -> String {
    let folders = folders
        .iter()
        .map(|(folder, name)| (folder.to_string_lossy(), name));
    let flags = folders.filter(|(folder, _)| !folder.contains(' '));
    flags
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn bindgen(wasm: &Path, into: &Path) -> Result<()> {
    step("Making its JavaScript glue");
    Bindgen::new()
        .input_path(wasm)
        .out_name("widget")
        .web(true)?
        .typescript(false)
        // The safe layer always says where the wasm is, so the glue needs no guess of its own.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(into)
        .context("wasm-bindgen could not make the widget's glue")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"…\"

[[package]]
name = \"wasm-bindgen-cli-support\"
version = \"0.2.129\"
";

    #[test]
    fn versions_are_read_from_the_lock_file() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-cli-support"), Some("0.2.129"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn folders_of_this_machine_are_renamed_unless_their_names_have_a_blank() {
        let folder = |path: &str, name| (PathBuf::from(path), name);
        let folders = [
            folder("/home/a/src", "crates"),
            folder("/home/a b/rust", "rust"),
            folder("/opt/rust", "rust"),
        ];
        assert_eq!(
            remap(&folders),
            "--remap-path-prefix=/home/a/src=crates --remap-path-prefix=/opt/rust=rust"
        );
    }

    #[test]
    fn two_versions_of_wasm_bindgen_are_refused_with_both_named() {
        assert!(compare_bindgen(Some("0.2.130"), Some("0.2.130")).is_ok());
        let told = compare_bindgen(Some("0.2.130"), Some("0.2.129"))
            .unwrap_err()
            .to_string();
        assert!(
            told.contains("0.2.130")
                && told.contains("0.2.129")
                && told.contains("crates/xtask/Cargo.toml"),
            "{told}"
        );
        assert!(compare_bindgen(None, None).is_err());
    }
}
