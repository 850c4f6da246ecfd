//! Who may depend on whom: the engine on no browser, the studio not on the widget.

use anyhow::Result;

use super::Finding;
use crate::command;
use crate::workspace::Workspace;

/// Crates that only make sense in a browser; a star stands for every ending.
const BROWSER: &[&str] = &["wasm-bindgen*", "js-sys", "web-sys", "gloo*", "yew*"];

/// The engine and the studio, as cargo resolves them for every platform.
pub fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for features in ["", "text", "advice"] {
        let tree = tree(workspace, "triage", features)?;
        findings.extend(engine(&tree, features));
    }
    if workspace.root.join("crates/studio/Cargo.toml").exists() {
        findings.extend(studio(&tree(workspace, "leeward-studio", "")?));
    }
    Ok(findings)
}

/// One package a line: `name v1.2.3 …`.
fn tree(workspace: &Workspace, package: &str, features: &str) -> Result<String> {
    let mut tree = workspace.cargo();
    tree.args([
        "tree",
        "--package",
        package,
        "--features",
        features,
        "--target",
        "all",
    ]);
    tree.args(["--edges", "normal,build", "--prefix", "none"]);
    command::output(&mut tree)
}

fn engine(tree: &str, features: &str) -> Option<Finding> {
    let guilty =
        packages(tree).find(|package| BROWSER.iter().any(|pattern| matches(pattern, package)))?;
    let features = if features.is_empty() {
        "its default features"
    } else {
        features
    };
    Some(Finding {
        place: "crates/triage/Cargo.toml".into(),
        what: format!("the engine depends on `{guilty}` (with {features})"),
        why: "the engine is pure Rust, so that the CLI and the tests run it as the widget does",
        cure: "take the value as an argument, and fetch it in src/host/",
    })
}

fn studio(tree: &str) -> Option<Finding> {
    packages(tree)
        .find(|package| *package == "leeward")
        .map(|_| Finding {
            place: "crates/studio/Cargo.toml".into(),
            what: "the studio links the widget's crate".into(),
            why: "its preview is the real <leeward-help>, as customers get it",
            cure: "embed the element, and share code through crates/triage",
        })
}

fn packages(tree: &str) -> impl Iterator<Item = &str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
}

fn matches(pattern: &str, package: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => package.starts_with(beginning),
        None => package == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_crate_below_the_engine_is_found() {
        for guilty in ["wasm-bindgen-futures", "js-sys", "gloo-net", "yew"] {
            let tree = format!("triage v0.1.0 (/x)\njsonc-parser v0.34.0\n{guilty} v1.0.0 (*)\n");
            let finding = engine(&tree, "text").unwrap();
            assert!(finding.what.contains(guilty), "{finding}");
        }
        assert_eq!(
            engine("triage v0.1.0 (/x)\njsonc-parser v0.34.0\n", ""),
            None
        );
    }

    #[test]
    fn a_studio_that_links_the_widget_is_found() {
        assert!(studio("leeward-studio v0.1.0\nyew v0.23.0\nleeward v0.1.0 (/x)\n").is_some());
        assert_eq!(studio("leeward-studio v0.1.0\ntriage v0.1.0 (/x)\n"), None);
    }
}
