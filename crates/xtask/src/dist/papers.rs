//! What lies in the folder for whoever puts it on a server: the list of integrity values, the snippet, and the ready
//! configurations of servers.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::LIST;
use super::release::{Release, SAFE_LAYER, integrity};
use crate::workspace::Workspace;

/// The folder of the configurations, here and there.
const SERVERS: &str = "servers";

/// What stands in them for the name of a release's folder.
const FOLDER: &str = "RELEASE";

/// Each file's name, and its text.
pub fn write(workspace: &Workspace, release: &Release) -> Result<Vec<(String, String)>> {
    let mut papers = vec![
        (LIST.to_owned(), list(release)?),
        ("snippet.html".to_owned(), snippet(release)),
    ];
    let servers = workspace.root.join(SERVERS);
    for file in crate::site::files_below(&servers)? {
        let text = fs::read_to_string(servers.join(&file))
            .with_context(|| format!("{} cannot be read", file.display()))?;
        papers.push((
            format!("{SERVERS}/{}", file.display()),
            text.replace(FOLDER, &release.folder),
        ));
    }
    ensure!(
        papers.len() > 2,
        "servers/ is missing or empty; restore it with `git checkout servers`"
    );
    Ok(papers)
}

/// For machines: which files there are, and what an `integrity` attribute for each has to be.
fn list(release: &Release) -> Result<String> {
    let files: BTreeMap<String, String> = release
        .served()
        .map(|(name, content)| (name, integrity(content)))
        .collect();
    let list =
        json!({ "version": env!("CARGO_PKG_VERSION"), "folder": release.folder, "files": files });
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

/// For people: what to paste.
fn snippet(release: &Release) -> String {
    let (folder, value) = (&release.folder, integrity(&release.files[SAFE_LAYER]));
    format!(
        r#"<!-- Put your playbook's address and your most reliable ways to make contact here. -->
<leeward-help playbook="/leeward/playbook.json" label="Get help">
  <a href="tel:+81312345678">03-1234-5678 (24 h)</a>
  <a href="mailto:help@example.test">help@example.test</a>
</leeward-help>

<!-- Either the script that follows every release that you put there: -->
<script type="module" src="/leeward/leeward.js"></script>

<!-- Or the one of this release, which the browser refuses when a byte of it was changed: -->
<script type="module" src="/leeward/{folder}/leeward.js" integrity="{value}" crossorigin></script>
"#
    )
}
