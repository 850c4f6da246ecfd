//! `cargo xtask size`: what a visitor downloads, and whether it stays within the budgets of ARCHITECTURE.md.
//!
//! This file picks the files of the served site and measures them; how that is shown and judged stands in `table`.

mod table;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use self::table::{Budget, Row, Size};
use crate::command::step;
use crate::shrink::Shrinker;
use crate::site;
use crate::workspace::Workspace;

/// In bytes after brotli, as the table in ARCHITECTURE.md has them.
const BEFORE_INTENT: Budget = Budget {
    name: "before intent",
    must: 5_000,
    aim: 4_000,
};
const FIRST_QUESTION: Budget = Budget {
    name: "for the first question",
    must: 110_000,
    aim: 80_000,
};

pub fn run(workspace: &Workspace) -> Result<()> {
    let site = workspace.site();
    site::build(workspace, &site)?;
    let shrinker = Shrinker::ready(workspace)?;
    step("Measuring what a release serves (some seconds)");
    let row = |site: &Path, name: &str, file: &str| row(site, name, file, &shrinker);
    let safe_layer = row(&site, "safe layer", "leeward/leeward.js")?;
    let on_intent = [
        row(&site, "judge of files", "leeward/load.js")?,
        row(&site, "glue", "leeward/widget.js")?,
        row(&site, "wasm", "leeward/widget_bg.wasm")?,
        row(&site, "styles", "leeward/widget.css")?,
        largest_labels(&site, &shrinker)?,
        row(&site, "playbook", "playbooks/service-crisis.json")?,
    ];
    let before_intent = safe_layer.size;
    let first_question = on_intent
        .iter()
        .fold(before_intent, |sum, row| sum + row.size);

    let mut rows = vec![safe_layer];
    rows.extend(on_intent);
    let totals = [
        (BEFORE_INTENT, before_intent),
        (FIRST_QUESTION, first_question),
    ];
    print!("{}", table::render(&rows, &totals));
    match table::broken(&totals) {
        broken if broken.is_empty() => Ok(()),
        broken => bail!("{}", broken.join("; ")),
    }
}

fn row(site: &Path, name: &str, file: &str, shrinker: &Shrinker) -> Result<Row> {
    let mut content =
        fs::read(site.join(file)).with_context(|| format!("{file} is not in the site"))?;
    if Path::new(file)
        .extension()
        .is_some_and(|ending| ending == "js")
    {
        content = shrinker.script(&content)?;
    }
    Ok(Row {
        name: name.into(),
        size: measure(&content)?,
    })
}

/// A visitor downloads the labels of one language at most, so the largest file is the one to count.
fn largest_labels(site: &Path, shrinker: &Shrinker) -> Result<Row> {
    let labels = fs::read_dir(site.join("leeward/labels")).context("the site has no labels")?;
    let mut rows = Vec::new();
    for entry in labels {
        let file = PathBuf::from("leeward/labels").join(entry?.file_name());
        let language = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        rows.push(row(
            site,
            &format!("labels ({language})"),
            &file.to_string_lossy(),
            shrinker,
        )?);
    }
    rows.into_iter()
        .max_by_key(|row| row.size.brotli)
        .context("the site has no labels")
}

/// The three sizes of a file: as it is, and as the two usual encodings carry it.
fn measure(content: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut brotli = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut brotli, &best)?;
    Ok(Size {
        raw: content.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_really_applied() {
        let size = measure("a sentence that repeats itself. ".repeat(100).as_bytes()).unwrap();
        assert_eq!(size.raw, 3_200);
        assert!(size.gzip < 200 && size.brotli < size.gzip, "{size:?}");
    }
}
