//! The studio in a release: the site's, with the safe layer where a release has it.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::release::{Files, read};

/// The page on which the preview stands, and by which address it knows the safe layer in the site.
const PREVIEW: &str = "studio/preview.js";
const IN_THE_SITE: &str = "'../leeward/leeward.js'";
const IN_A_RELEASE: &str = "'../leeward.js'";

/// Its files, from a whole site.
pub fn files(site: &Path) -> Result<Files> {
    let files = read(&site.join("studio"))?.into_iter();
    let mut files: Files = files
        .map(|(name, content)| (["studio/", &name].concat(), content))
        .collect();
    let preview = files
        .get_mut(PREVIEW)
        .context("the site's studio has no preview")?;
    *preview = moved(preview)?;
    Ok(files)
}

fn moved(preview: &[u8]) -> Result<Vec<u8>> {
    let text = std::str::from_utf8(preview).context("the preview is not text")?;
    ensure!(
        text.matches(IN_THE_SITE).count() == 1,
        "the preview does not import {IN_THE_SITE} once; change crates/studio/page/preview.js and crates/xtask/src/dist/studio.rs together"
    );
    Ok(text.replace(IN_THE_SITE, IN_A_RELEASE).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn the_preview_finds_the_safe_layer_beside_the_studio() {
        let ours = include_bytes!("../../../studio/page/preview.js");
        let text = String::from_utf8(moved(ours).unwrap()).unwrap();
        assert!(text.contains("import('../leeward.js')"), "{text}");
        assert!(moved(b"import('./other.js')").is_err());
    }
}
