//! The licences of everything that is compiled into a release: ours, those of the crates, and those of Rust's
//! standard library. Which of them we accept at all is decided by deny.toml.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::command;
use crate::toolchain::{self, TARGET};
use crate::workspace::Workspace;

/// What is compiled for the browser.
const COMPILED: [&str; 3] = ["leeward", "leeward-checker", "leeward-qr"];

/// The texts by which a licence is known to lie in a package.
const FILES: [&str; 4] = ["LICEN", "COPYING", "NOTICE", "COPYRIGHT"];

const OPENING: &str = "\
Leeward, and what is compiled into it.

Leeward is yours under the MIT licence or the Apache License, Version 2.0, as you like; so are most of the others.
Each text is preceded by what it belongs to, with its licence as an SPDX expression.
";

/// A package that is compiled in.
#[derive(Clone)]
struct Package {
    /// Its name and version.
    name: String,
    /// Its licence, as an SPDX expression.
    licence: String,
    folder: PathBuf,
    /// Whether it lies in the workspace, and not in the registry.
    is_local: bool,
}

/// The whole text.
pub fn gather(workspace: &Workspace) -> Result<String> {
    let read = |name: &str| {
        fs::read_to_string(workspace.root.join(name))
            .with_context(|| format!("{name} cannot be read"))
    };
    let apache = read("LICENSE-APACHE")?;
    let mut texts = Texts::default();
    for text in [&read("LICENSE-MIT")?, &apache] {
        texts.add(
            concat!(
                "Leeward ",
                env!("CARGO_PKG_VERSION"),
                " (MIT OR Apache-2.0)"
            ),
            text,
        );
    }
    for package in packages(workspace)? {
        let title = format!("{} ({})", package.name, package.licence);
        let mut own = licence_files(&package.folder)?;
        if own.is_empty() {
            own.extend(above_the_code(&package.folder));
        }
        // Some packages forget the text. That of the Apache License is the same for everybody.
        ensure!(
            !own.is_empty() || package.licence.contains("Apache-2.0"),
            "{title} has no licence text; add one for it to crates/xtask/src/dist/licences.rs"
        );
        for text in if own.is_empty() {
            std::slice::from_ref(&apache)
        } else {
            &own
        } {
            texts.add(&title, text);
        }
    }
    Ok(texts.render())
}

/// The licence that stands as a comment above a package's code.
fn above_the_code(folder: &Path) -> Option<String> {
    let code = fs::read_to_string(folder.join("src/lib.rs")).ok()?;
    let (comment, _) = code.trim_start().strip_prefix("/*")?.split_once("*/")?;
    let lines = comment.lines();
    let lines = lines.map(|line| line.trim().trim_start_matches('*').trim_end());
    let text: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let text = text.join("\n");
    text.contains("Permission is hereby granted")
        .then(|| text.trim().to_owned())
}

/// Texts in the order in which they were added, each with all that it belongs to.
#[derive(Default)]
struct Texts(Vec<(String, BTreeSet<String>)>);

impl Texts {
    fn add(&mut self, title: &str, text: &str) {
        // The same licence is often the same but for blanks.
        let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
        let text = lines.join("\n");
        match self.0.iter_mut().find(|(known, _)| *known == text) {
            Some((_, titles)) => {
                titles.insert(title.to_owned());
            }
            None => self.0.push((text, BTreeSet::from([title.to_owned()]))),
        }
    }

    fn render(&self) -> String {
        let rule = "=".repeat(80);
        let mut all = OPENING.to_owned();
        for (text, titles) in &self.0 {
            let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
            all += &format!("\n{rule}\n{}\n{rule}\n\n{text}\n", titles.join("\n"));
        }
        all
    }
}

/// The crates of others, and those of the standard library.
fn packages(workspace: &Workspace) -> Result<Vec<Package>> {
    let mut packages = Vec::new();
    for package in COMPILED {
        let linked = linked(|| workspace.cargo(), &workspace.root, package)?;
        packages.extend(linked.into_iter().filter(|package| !package.is_local));
    }
    let library = toolchain::std_source(workspace)?.join("library");
    let cargo = || {
        let mut cargo = workspace.cargo();
        toolchain::allow_unstable(&mut cargo);
        cargo
    };
    for mut package in linked(cargo, &library, "std")? {
        package.name += ", of Rust's standard library";
        packages.push(package);
    }
    Ok(packages)
}

/// What is linked into a package of the workspace in a folder. Macros only write code, and are not in it.
fn linked(cargo: impl Fn() -> Command, workspace: &Path, package: &str) -> Result<Vec<Package>> {
    let manifest = workspace.join("Cargo.toml");
    let mut metadata = cargo();
    metadata.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        TARGET,
    ]);
    let metadata = command::output(metadata.arg("--manifest-path").arg(&manifest))?;
    let known = known(&serde_json::from_str(&metadata).context("cargo metadata is not JSON")?)?;
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package", package, "--target", TARGET]);
    tree.args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let tree = command::output(tree.arg("--manifest-path").arg(&manifest))?;
    let names: BTreeSet<String> = tree.lines().filter_map(name_in_tree).collect();
    names
        .iter()
        .map(|name| {
            known
                .get(name)
                .cloned()
                .with_context(|| format!("cargo does not know where {name} lies"))
        })
        .collect()
}

/// The name and the version in a line such as `serde v1.0.0 (…)`.
fn name_in_tree(line: &str) -> Option<String> {
    let (name, rest) = line.split_once(" v")?;
    Some(format!("{name} {}", rest.split(' ').next()?))
}

/// Every package that cargo tells of, by name and version.
fn known(metadata: &Value) -> Result<BTreeMap<String, Package>> {
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata has no packages")?;
    let mut known = BTreeMap::new();
    for package in packages {
        let field = |key: &str| {
            package[key]
                .as_str()
                .with_context(|| format!("cargo metadata has no {key} of a package"))
        };
        let name = format!("{} {}", field("name")?, field("version")?);
        let package = Package {
            name: name.clone(),
            licence: package["license"]
                .as_str()
                .unwrap_or("no licence told")
                .to_owned(),
            folder: Path::new(field("manifest_path")?)
                .parent()
                .context("a manifest lies nowhere")?
                .to_owned(),
            is_local: package["source"].is_null(),
        };
        known.insert(name, package);
    }
    Ok(known)
}

/// The texts of the licences in a package's folder, or in the one above, where several packages share them.
fn licence_files(folder: &Path) -> Result<Vec<String>> {
    for folder in [Some(folder), folder.parent()].into_iter().flatten() {
        let mut files = BTreeSet::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_uppercase();
            if path.is_file() && FILES.iter().any(|beginning| name.starts_with(beginning)) {
                files.insert(path);
            }
        }
        if !files.is_empty() {
            let read = |path: &PathBuf| {
                fs::read_to_string(path)
                    .with_context(|| format!("{} cannot be read", path.display()))
            };
            return files.iter().map(read).collect();
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_once_below_all_that_it_belongs_to() {
        let mut texts = Texts::default();
        texts.add("b 1.0.0 (MIT)", "Do as you like. \r\n\n");
        texts.add("c 1.0.0 (ISC)", "Likewise.");
        texts.add("a 1.0.0 (MIT)", "Do as you like.");
        let all = texts.render();
        assert_eq!(all.matches("Do as you like.").count(), 1);
        let at = |what: &str| all.find(what).unwrap();
        assert!(at("a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n=") < at("Do as you like."));
        assert!(at("Do as you like.") < at("c 1.0.0 (ISC)\n="));
    }

    #[test]
    fn packages_are_read_from_what_cargo_prints() {
        assert_eq!(
            name_in_tree("triage v0.1.0 (/x y)"),
            Some("triage 0.1.0".into())
        );
        assert_eq!(
            name_in_tree("serde v1.0.229 (*)"),
            Some("serde 1.0.229".into())
        );
        let package = serde_json::json!({ "name": "a", "version": "1.0.0", "license": "MIT", "manifest_path": "/x/Cargo.toml", "source": null });
        let known = known(&serde_json::json!({ "packages": [package] })).unwrap();
        assert_eq!(known["a 1.0.0"].folder, Path::new("/x"));
        assert!(known["a 1.0.0"].is_local);
    }
}
