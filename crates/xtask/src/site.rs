//! Assembles the site: which file of the checkout is served under which address.
//!
//! Everything here is copied as it is, but for the loader's scripts and the widget's sheet, which are copied bare, and
//! the playbooks, which are there split by language, too. What is compiled comes from a module of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::command::step;
use crate::workspace::Workspace;
use crate::{bare, wasm};

/// What a part of the site consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    File,
    /// A script or a style sheet, of which only what browsers read is served.
    Bare,
    /// Everything below a folder.
    Folder,
    /// The JSON files of a folder; what else lies there is for people, not for browsers.
    Json,
}

/// Every part: where it is in the checkout, where it is in the site. These addresses must never change.
const PARTS: &[(Part, &str, &str)] = &[
    (Part::File, "index.html", "index.html"),
    (Part::Folder, "demo", "demo"),
    (Part::Bare, "loader/leeward.js", "leeward/leeward.js"),
    (Part::Bare, "loader/load.js", "leeward/load.js"),
    (Part::Bare, "loader/beside.js", "leeward/beside.js"),
    (Part::Bare, "loader/boundary.js", "leeward/boundary.js"),
    (Part::Bare, "loader/chat.js", "leeward/chat.js"),
    (Part::Bare, "loader/contacts.js", "leeward/contacts.js"),
    (Part::Bare, "loader/display.js", "leeward/display.js"),
    (Part::Bare, "loader/triggers.js", "leeward/triggers.js"),
    (Part::Bare, "loader/explain.js", "leeward/explain.js"),
    (Part::Bare, "loader/exit.js", "leeward/exit.js"),
    (Part::Bare, "loader/outbox.js", "leeward/outbox.js"),
    (Part::Bare, "loader/feed.js", "leeward/feed.js"),
    (Part::Bare, "loader/incidents.js", "leeward/incidents.js"),
    (Part::Bare, "loader/drafts.js", "leeward/drafts.js"),
    (Part::Bare, "loader/handoff.js", "leeward/handoff.js"),
    (Part::Bare, "loader/summary.js", "leeward/summary.js"),
    (Part::Json, "loader/handoff", "leeward/handoff"),
    (Part::Bare, "loader/keyboard.js", "leeward/keyboard.js"),
    (Part::Bare, "loader/status.js", "leeward/status.js"),
    (Part::Bare, "loader/signals.js", "leeward/signals.js"),
    (Part::Bare, "loader/translated.js", "leeward/translated.js"),
    (Part::Bare, "style/widget.css", "leeward/widget.css"),
    (Part::Json, "labels", "leeward/labels"),
    (Part::Json, "playbooks", "playbooks"),
    (Part::Folder, "crates/studio/page", "studio"),
    (Part::Json, "playbooks", "studio/playbooks"),
    (
        Part::File,
        "crates/studio/blank.json",
        "studio/playbooks/blank.json",
    ),
];

/// Builds the whole site into a folder. Files that are already there and don't belong to it are left alone.
pub fn build(workspace: &Workspace, into: &Path) -> Result<()> {
    // First, because a missing file should be told before a minute of compiling, not after.
    let copies = plan(&workspace.root)?;
    let into = std::path::absolute(into)?;
    let leeward = into.join("leeward");
    fs::create_dir_all(&leeward)
        .with_context(|| format!("{} cannot be made", leeward.display()))?;
    wasm::build(workspace, &leeward)?;
    let studio = into.join("studio");
    fs::create_dir_all(&studio).with_context(|| format!("{} cannot be made", studio.display()))?;
    wasm::build_studio(workspace, &studio)?;

    step("Assembling the site");
    for (part, from, to) in copies {
        copy(part, &workspace.root.join(from), &into.join(to))?;
    }
    split_playbooks(&into.join("playbooks"))
}

/// Every playbook once more, as a file a language: what `leeward split` makes for those who publish them.
fn split_playbooks(playbooks: &Path) -> Result<()> {
    let into = playbooks.join("split");
    fs::create_dir_all(&into).with_context(|| format!("{} cannot be made", into.display()))?;
    for entry in fs::read_dir(playbooks)? {
        let path = entry?.path();
        if !is_json(&path) {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let source = triage::source::parse(&text)
            .map_err(|problem| anyhow!("{} is no JSON: {problem}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        for (name, playbook) in triage::split(&source, &name) {
            fs::write(into.join(name), playbook.to_string())?;
        }
    }
    Ok(())
}

/// Every file to copy: what it is a part of, its path in the checkout, its path in the site.
fn plan(root: &Path) -> Result<Vec<(Part, PathBuf, PathBuf)>> {
    let mut copies = Vec::new();
    for (part, from, to) in PARTS {
        let files = match part {
            Part::File | Part::Bare => vec![PathBuf::new()],
            Part::Folder => files_below(&root.join(from))?,
            Part::Json => files_below(&root.join(from))?
                .into_iter()
                .filter(|file| is_json(file))
                .collect(),
        };
        if files.is_empty() || !root.join(from).exists() {
            bail!(
                "{from} is missing or empty; the site needs it, restore it with `git checkout {from}`"
            );
        }
        copies.extend(
            files
                .into_iter()
                .map(|file| (*part, join(from, &file), join(to, &file))),
        );
    }
    Ok(copies)
}

/// Joins, but leaves no slash behind when there is nothing to add.
fn join(folder: &str, file: &Path) -> PathBuf {
    if file.as_os_str().is_empty() {
        PathBuf::from(folder)
    } else {
        Path::new(folder).join(file)
    }
}

pub fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "json")
}

/// The files below a folder, as paths relative to it, in a stable order; none when there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&below)) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn copy(part: Part, from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    write(part, from, to)
        .with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}

fn write(part: Part, from: &Path, to: &Path) -> Result<()> {
    if part == Part::Bare {
        let text = fs::read_to_string(from)?;
        fs::write(to, bare::lines(&text)?.join("\n"))?;
    } else {
        fs::copy(from, to)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checkout with one file for each part of the site, in a folder of its own.
    fn checkout(name: &str) -> PathBuf {
        let root =
            std::env::temp_dir().join(format!("leeward-xtask-{}-{name}", std::process::id()));
        for file in [
            "index.html",
            "demo/pictures/storm.svg",
            "loader/leeward.js",
            "loader/leeward.d.ts",
            "loader/load.js",
            "loader/beside.js",
            "loader/boundary.js",
            "loader/chat.js",
            "loader/contacts.js",
            "loader/display.js",
            "loader/triggers.js",
            "loader/explain.js",
            "loader/exit.js",
            "loader/outbox.js",
            "loader/feed.js",
            "loader/incidents.js",
            "loader/drafts.js",
            "loader/handoff.js",
            "loader/summary.js",
            "loader/handoff/en.json",
            "loader/keyboard.js",
            "loader/status.js",
            "loader/signals.js",
            "loader/translated.js",
            "style/widget.css",
            "labels/ja.json",
            "labels/README.md",
            "playbooks/service-crisis.json",
            "crates/studio/page/index.html",
            "crates/studio/blank.json",
        ] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        root
    }

    #[test]
    fn every_part_gets_its_address_and_what_is_for_people_stays_behind() {
        let root = checkout("whole");
        let addresses: Vec<String> = plan(&root)
            .unwrap()
            .iter()
            .map(|(_, _, to)| to.to_string_lossy().replace('\\', "/"))
            .collect();
        fs::remove_dir_all(root).unwrap();
        assert_eq!(
            addresses,
            [
                "index.html",
                "demo/pictures/storm.svg",
                "leeward/leeward.js",
                "leeward/load.js",
                "leeward/beside.js",
                "leeward/boundary.js",
                "leeward/chat.js",
                "leeward/contacts.js",
                "leeward/display.js",
                "leeward/triggers.js",
                "leeward/explain.js",
                "leeward/exit.js",
                "leeward/outbox.js",
                "leeward/feed.js",
                "leeward/incidents.js",
                "leeward/drafts.js",
                "leeward/handoff.js",
                "leeward/summary.js",
                "leeward/handoff/en.json",
                "leeward/keyboard.js",
                "leeward/status.js",
                "leeward/signals.js",
                "leeward/translated.js",
                "leeward/widget.css",
                "leeward/labels/ja.json",
                "playbooks/service-crisis.json",
                "studio/index.html",
                "studio/playbooks/service-crisis.json",
                "studio/playbooks/blank.json",
            ]
        );
    }

    #[test]
    fn a_missing_part_is_named_with_a_cure() {
        let root = checkout("without-style");
        fs::remove_file(root.join("style/widget.css")).unwrap();
        let told = plan(&root).unwrap_err().to_string();
        fs::remove_dir_all(root).unwrap();
        assert!(
            told.starts_with("style/widget.css is missing") && told.contains("git checkout"),
            "{told}"
        );
    }
}
