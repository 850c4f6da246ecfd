//! `cargo xtask size`: what a visitor downloads, and whether it stays within the budgets of ARCHITECTURE.md.
//!
//! This file picks the files of a release and measures them; how that is shown and judged stands in `table`.

mod table;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use self::table::{Budget, Row, Size};
use crate::workspace::Workspace;
use crate::{compress, dist, site};

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

/// The playbook that is measured: nine questions in several languages.
const PLAYBOOK: &str = "service-crisis";

/// What each file weighs, and what a visitor downloads in all.
pub struct Report {
    rows: Vec<Row>,
    totals: [(Budget, Size); 2],
    beside: Vec<Row>,
    on_demand: Vec<Row>,
}

pub fn run(workspace: &Workspace) -> Result<()> {
    let report = dist::make(workspace, &workspace.dist())?;
    print!("\n{report}");
    match table::broken(&report.totals) {
        broken if broken.is_empty() => Ok(()),
        broken => bail!("{}", broken.join("; ")),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&table::render(&self.rows, &self.totals))?;
        f.write_str(&table::apart("that no question waits for", &self.beside))?;
        f.write_str(&table::apart("when a page asks for it", &self.on_demand))
    }
}

/// Measures the files of a release, and a playbook.
pub fn report(leeward: &Path, playbooks: &Path) -> Result<Report> {
    let safe_layer = row("safe layer", leeward, "leeward.js")?;
    let on_intent = [
        row("judge of files", leeward, "load.js")?,
        row("glue", leeward, "widget.js")?,
        row("wasm", leeward, "widget_bg.wasm")?,
        row("styles", leeward, "widget.css")?,
        largest("labels", &leeward.join("labels"), "")?,
        largest(
            "playbook in one language",
            &playbooks.join("split"),
            PLAYBOOK,
        )?,
    ];
    let before_intent = safe_layer.size;
    let first_question = on_intent
        .iter()
        .fold(before_intent, |sum, row| sum + row.size);
    let whole = row(
        "not counted: the whole playbook",
        playbooks,
        &[PLAYBOOK, ".json"].concat(),
    )?;
    let mut rows = vec![safe_layer];
    rows.extend(on_intent);
    rows.push(whole);
    let totals = [
        (BEFORE_INTENT, before_intent),
        (FIRST_QUESTION, first_question),
    ];
    let beside = vec![
        row("page's handlers", leeward, "boundary.js")?,
        row("beside questions", leeward, "beside.js")?,
        row("translated pages", leeward, "translated.js")?,
    ];
    let on_demand = vec![
        row("layouts", leeward, "display.js")?,
        row("triggers", leeward, "triggers.js")?,
    ];
    Ok(Report {
        rows,
        totals,
        beside,
        on_demand,
    })
}

fn row(name: &str, folder: &Path, file: &str) -> Result<Row> {
    let path = folder.join(file);
    let content = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
    // A release has both already, and the best compression takes its time.
    let encoded = |ending, encode: fn(&[u8]) -> Result<Vec<u8>>| {
        fs::read(path.with_added_extension(ending)).or_else(|_| encode(&content))
    };
    Ok(Row {
        name: name.into(),
        size: Size {
            raw: content.len(),
            gzip: encoded("gz", compress::gzip)?.len(),
            brotli: encoded("br", compress::brotli)?.len(),
        },
    })
}

/// A visitor downloads the file of one language at most, so the largest one is the one to count.
fn largest(what: &str, folder: &Path, beginning: &str) -> Result<Row> {
    let mut rows = Vec::new();
    for file in site::files_below(folder)? {
        let name = file.to_string_lossy();
        if site::is_json(&file) && name.starts_with(beginning) {
            rows.push(row(&format!("{what} ({name})"), folder, &name)?);
        }
    }
    rows.into_iter()
        .max_by_key(|row| row.size.brotli)
        .with_context(|| format!("there is no {what}"))
}
