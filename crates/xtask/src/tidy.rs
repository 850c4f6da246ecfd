//! `cargo xtask tidy`: keeps the invariants of ARCHITECTURE.md true.
//!
//! This file walks the checkout and tells the findings. What is forbidden where stands in `rules`, how a line of
//! source is read in `source`, what may stand beside what in a view in `siblings`, who may depend on whom in `dependencies`, and what is promised in `requirements`.

mod dependencies;
mod requirements;
mod rules;
mod siblings;
mod source;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::step;
use crate::workspace::Workspace;

/// A broken rule: where, what, why it matters, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, with its line where there is one.
    pub place: String,
    /// What was found.
    pub what: String,
    /// Why that is not allowed.
    pub why: &'static str,
    /// What to do instead.
    pub cure: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            what,
            why,
            cure,
        } = self;
        write!(f, "{place}: {what}; {why}; {cure}")
    }
}

/// Folders that hold no source of ours. Those whose names begin with a dot are left out as well.
const NOT_OURS: &[&str] = &["target", "dist", "node_modules"];

pub fn run(workspace: &Workspace) -> Result<()> {
    step("Checking the invariants of ARCHITECTURE.md");
    let mut findings = Vec::new();
    visit(&workspace.root, "", &mut |path, text| {
        findings.extend(rules::check(path, text));
        findings.extend(siblings::check(path, text));
    })?;
    findings.extend(dependencies::check(workspace)?);
    findings.extend(requirements::check(&workspace.root));

    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("tidy found a broken rule; see above"),
        many => bail!("tidy found {many} broken rules; see above"),
    }
}

/// Shows every source file below the folder to the visitor, with its path from the top, always with `/`.
fn visit(folder: &Path, prefix: &str, visitor: &mut impl FnMut(&str, &str)) -> Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                visit(&entry.path(), &format!("{path}/"), visitor)?;
            }
        } else if source::is_source(&path) {
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("{path} is not readable text"))?;
            visitor(&path, &text);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_where_what_why_and_what_to_do() {
        let finding = Finding {
            place: "src/view/result.rs:7".into(),
            what: "`host` is used".into(),
            why: "views are pure",
            cure: "dispatch an event",
        };
        assert_eq!(
            finding.to_string(),
            "src/view/result.rs:7: `host` is used; views are pure; dispatch an event"
        );
    }

    #[test]
    fn only_source_of_ours_is_visited() {
        let root = std::env::temp_dir().join(format!("leeward-xtask-{}-tidy", std::process::id()));
        for file in [
            "src/lib.rs",
            "target/out.rs",
            ".git/x.js",
            "tests/node_modules/axe.js",
            "demo/storm.png",
        ] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        let mut seen = Vec::new();
        visit(&root, "", &mut |path, text| {
            seen.push(format!("{path} {text}"));
        })
        .unwrap();
        fs::remove_dir_all(root).unwrap();
        assert_eq!(seen, ["src/lib.rs text"]);
    }
}
