//! A release: the files of one version in a folder that is named after them, and the evergreen `leeward.js` that
//! fetches the rest from there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::fill;

/// Files by their name, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The safe layer, which pages name.
pub const SAFE_LAYER: &str = "leeward.js";

/// What is put on a server.
pub struct Release {
    /// The name of the folder: the version, and a hash of all that is in it. What lies under such a name never changes.
    pub folder: String,
    /// What is in the folder.
    pub files: Files,
    /// The safe layer for pages that follow every release.
    pub evergreen: Vec<u8>,
}

impl Release {
    /// Makes a release of the site's files, with scripts made shorter, and of those that `add` puts beside them.
    pub fn from_site(
        folder: &Path,
        shorten: impl Fn(&[u8]) -> Result<Vec<u8>>,
        add: impl FnOnce(&mut Files) -> Result<()>,
    ) -> Result<Self> {
        let mut files = read(folder)?;
        fill::integrity(&mut files, &shorten)?;
        add(&mut files)?;
        Self::new(files, shorten)
    }

    fn new(mut files: Files, shorten: impl Fn(&[u8]) -> Result<Vec<u8>>) -> Result<Self> {
        let safe_layer = files
            .remove(SAFE_LAYER)
            .context("the release has no leeward.js")?;
        files.insert(SAFE_LAYER.into(), shorten(&safe_layer)?);
        let folder = name(&files);
        let evergreen = shorten(&fill::folder(&safe_layer, &folder)?)?;
        Ok(Self {
            folder,
            files,
            evergreen,
        })
    }

    /// All that visitors may ask for: path and content.
    pub fn served(&self) -> impl Iterator<Item = (String, &[u8])> {
        let inside = self.files.iter();
        let inside =
            inside.map(|(name, content)| (format!("{}/{name}", self.folder), content.as_slice()));
        std::iter::once((SAFE_LAYER.to_owned(), self.evergreen.as_slice())).chain(inside)
    }
}

/// The value that an `integrity` attribute has for this content (W3C Subresource Integrity).
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The version, and as much of a hash over names and contents as keeps two releases apart.
fn name(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, content) in files {
        hash.update(format!("{name} {}\n", integrity(content)));
    }
    let hash = hash.finalize();
    let digits: String = hash
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}-{digits}", env!("CARGO_PKG_VERSION"))
}

/// Reads every file below a folder.
pub fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for file in crate::site::files_below(folder)? {
        let content = fs::read(folder.join(&file))
            .with_context(|| format!("{} cannot be read", file.display()))?;
        files.insert(file.to_string_lossy().replace('\\', "/"), content);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let script = b"const FOLDER = './';\nconst INTEGRITY = { __proto__: null };".to_vec();
        Files::from([
            (SAFE_LAYER.into(), script),
            ("load.js".into(), b"1".to_vec()),
        ])
    }

    fn shorten(script: &[u8]) -> Result<Vec<u8>> {
        Ok([b"/* short */", script].concat())
    }

    #[test]
    fn a_folder_is_named_after_all_that_is_in_it_and_the_evergreen_file_fetches_from_there() {
        let release = Release::new(files(), shorten).unwrap();
        assert!(
            release
                .folder
                .starts_with(concat!(env!("CARGO_PKG_VERSION"), "-"))
        );
        let evergreen = String::from_utf8(release.evergreen.clone()).unwrap();
        assert!(evergreen.contains(&format!("const FOLDER = './{}/';", release.folder)));
        assert!(evergreen.starts_with("/* short */"));
        assert!(release.files[SAFE_LAYER].starts_with(b"/* short */"));
        let names: Vec<_> = release.served().map(|(name, _)| name).collect();
        let inside = |name: &str| format!("{}/{name}", release.folder);
        assert_eq!(
            names,
            [SAFE_LAYER.to_owned(), inside(SAFE_LAYER), inside("load.js")]
        );

        assert_eq!(name(&release.files), release.folder);
        let mut changed = release.files.clone();
        changed.insert("load.js".into(), b"2".to_vec());
        assert_ne!(name(&changed), release.folder);
        let mut renamed = release.files;
        let content = renamed.remove("load.js").unwrap();
        renamed.insert("lead.js".into(), content);
        assert_ne!(name(&renamed), release.folder);
    }

    #[test]
    fn an_integrity_value_is_what_browsers_compare() {
        // A hash that the specifications give as an example.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
