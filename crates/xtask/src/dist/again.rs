//! Proves that anybody gets the same bytes: builds the last commit once more, from an empty clone in a folder of
//! another name, and compares.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail, ensure};

use super::release::{Files, read};
use crate::command::{self, step};
use crate::workspace::Workspace;

/// Builds again and compares with what was made in `made`.
pub fn verify(workspace: &Workspace, made: &Path) -> Result<()> {
    let mut changes = workspace.program("git");
    let changes = command::output(changes.args(["status", "--porcelain"]))?;
    ensure!(
        changes.is_empty(),
        "there are changes that are not committed, and a clone has only what is:\n{changes}"
    );
    step("Building the last commit again, from an empty clone (some minutes)");
    let folder = std::env::temp_dir().join(format!("leeward-again-{}", std::process::id()));
    let (clone, again) = (folder.join("checkout"), folder.join("dist"));
    let mut git = workspace.program("git");
    git.args(["clone", "--quiet", "--no-local"]);
    command::run(git.arg(&workspace.root).arg(&clone))?;
    let mut dist = workspace.cargo();
    dist.current_dir(&clone)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    command::run(dist.args(["xtask", "dist", "--into"]).arg(&again))?;
    if let Some(difference) = difference(&read(made)?, &read(&again)?) {
        bail!(
            "{difference}; the first build is in {}, the second in {}",
            made.display(),
            again.display()
        );
    }
    fs::remove_dir_all(folder)?;
    println!("A second build, from an empty clone, gave the same bytes.");
    Ok(())
}

/// The first file that isn't the same in both.
fn difference(first: &Files, second: &Files) -> Option<String> {
    let name = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .min()?;
    Some(match (first.get(name), second.get(name)) {
        (Some(first), Some(second)) => {
            let place = first
                .iter()
                .zip(second)
                .position(|(first, second)| first != second);
            let place = place.unwrap_or(first.len().min(second.len()));
            format!(
                "{name} differs from byte {place} on ({} and {} bytes)",
                first.len(),
                second.len()
            )
        }
        (Some(_), None) => format!("{name} is only in the first build"),
        _ => format!("{name} is only in the second build"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files
            .iter()
            .map(|(name, content)| (String::from(*name), content.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn the_first_file_that_differs_is_named() {
        let made = files(&[("a", "same"), ("b", "one")]);
        assert_eq!(difference(&made, &made), None);
        for (again, told) in [
            (
                files(&[("a", "same"), ("b", "ore")]),
                "b differs from byte 1 on (3 and 3 bytes)",
            ),
            (
                files(&[("a", "same"), ("b", "one more")]),
                "b differs from byte 3 on (3 and 8 bytes)",
            ),
            (files(&[("b", "one")]), "a is only in the first build"),
            (
                files(&[("a", "same"), ("aa", ""), ("b", "")]),
                "aa is only in the second build",
            ),
        ] {
            assert_eq!(difference(&made, &again).as_deref(), Some(told));
        }
    }
}
