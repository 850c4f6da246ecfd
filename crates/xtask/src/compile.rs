//! Compiles our packages for the browser, together with a standard library that is built for size.
//!
//! What each of these flags gives is measured in docs/decisions/0002-small-wasm.md.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Result, ensure};

use crate::command;
use crate::toolchain::{self, TARGET};
use crate::workspace::Workspace;

/// Has cargo compile the standard library too, as it compiles our packages.
const BUILD_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// A panic becomes a trap at once, without a message, and nothing is kept that only messages need. The safe layer
/// has to learn of traps in any case, as a panic isn't the only cause of one.
const NO_MESSAGES: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Handles of browser objects kept in a list of JavaScript's, not in a table of the module's: less code, and
/// older browsers can run it.
const NO_TABLES: &str = "-Ctarget-feature=-multivalue,-reference-types";

/// Compiles a package, and gives the path of its wasm.
pub fn run(workspace: &Workspace, package: &str) -> Result<PathBuf> {
    fetch(workspace, package)?;
    let own_std = toolchain::ensure_std_source(workspace)?;
    let mut build = workspace.cargo();
    build.args([
        "build",
        "--lib",
        "--package",
        package,
        "--target",
        TARGET,
        "--profile",
        profile(package),
    ]);
    let mut flags = remap(&source_folders(workspace)?);
    if own_std {
        toolchain::allow_unstable(&mut build).args(BUILD_STD);
        flags = format!("{flags} {NO_MESSAGES} {NO_TABLES}");
    } else {
        println!(
            "The standard library's source could not be had (see above), so its ready-made build is used; \
             everything works the same, but is larger than the budget allows."
        );
    }
    command::run(build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags))?;
    Ok(workspace
        .target
        .join(TARGET)
        .join(profile(package))
        .join(package.replace('-', "_"))
        .with_extension("wasm"))
}

/// Which profile of Cargo.toml a package is built with: what visitors download is small, what authors write in is fast.
fn profile(package: &str) -> &'static str {
    if package == "leeward-studio" {
        "studio"
    } else {
        "widget"
    }
}

/// Gets the crates in a step of its own, so that a missing network is not mistaken for a fault in the code.
///
/// `cargo tree` downloads what this one package needs; `cargo fetch` would bring the tests' crates as well.
fn fetch(workspace: &Workspace, package: &str) -> Result<()> {
    let mut tree = workspace.cargo();
    tree.args([
        "tree",
        "--package",
        package,
        "--target",
        TARGET,
        "--edges",
        "normal,build",
    ]);
    // The tree itself is of no interest; the progress of a download is, and so is cargo's complaint.
    ensure!(
        command::status(tree.stdout(Stdio::null()))?.success(),
        "cargo could not get the crates of {package} (its own message is above); \
         check the network connection and run this command again"
    );
    Ok(())
}

/// Where the sources of others lie on this machine, and what to call those folders instead: they would otherwise
/// stand in panic messages, and the folders of whoever built a widget are nobody's business.
fn source_folders(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let crates = cargo_home.map(|home| (home.join("registry").join("src"), "crates"));
    let library = toolchain::std_source(workspace)?;
    // The compiler names files without symbolic links.
    let library = library.canonicalize().unwrap_or(library);
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
