//! What `cargo xtask dist` made: where it is, and which files it has.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

/// The variable in which `cargo xtask` gives the folder.
const VARIABLE: &str = "LEEWARD_DIST";

/// A release on the disk.
pub struct Release {
    /// The folder that is put on a server.
    pub root: PathBuf,
    /// The name of the folder in it that never changes.
    pub folder: String,
    /// The path of each file that visitors may ask for, without what lies compressed beside it.
    pub files: Vec<String>,
}

impl Release {
    /// Finds the release that `cargo xtask` has made.
    pub fn find() -> Result<Self> {
        let root = std::env::var_os(VARIABLE)
            .context("LEEWARD_DIST is not set; run `cargo xtask test --only release`, which makes a release and sets it")?;
        Self::read(Path::new(&root))
    }

    fn read(root: &Path) -> Result<Self> {
        let list: Value = serde_json::from_slice(&fs::read(root.join("integrity.json"))?)?;
        let files = list["files"]
            .as_object()
            .context("the release has no files")?;
        Ok(Self {
            root: root.to_owned(),
            folder: list["folder"]
                .as_str()
                .context("the release has no folder")?
                .to_owned(),
            files: files.keys().cloned().collect(),
        })
    }

    /// The content of a file; none when there is no such file.
    #[must_use]
    pub fn content(&self, file: &str) -> Option<Vec<u8>> {
        fs::read(self.root.join(file)).ok()
    }

    /// The path of a file in the folder that never changes.
    #[must_use]
    pub fn inside(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }

    /// The `Cache-Control` with which a file has to come.
    #[must_use]
    pub fn cache_control(file: &str) -> &'static str {
        if file == "leeward.js" {
            "public, max-age=300, stale-while-revalidate=86400"
        } else {
            "public, max-age=31536000, immutable"
        }
    }
}

/// The headers that let pages of any origin use a file, in isolation too, and let nobody guess at its type.
pub const OPEN_TO_ALL: [(&str, &str); 3] = [
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("x-content-type-options", "nosniff"),
];
