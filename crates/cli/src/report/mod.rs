//! `leeward report`: where visitors leave, from the lines that `loader/signals.js` sends to a site's endpoint.

mod human;
mod json;
mod names;
mod page;
mod read;
mod tally;
mod visit;

use std::{fs, path::PathBuf};

use clap::Args;

use self::{names::Names, read::Broken, tally::Tally};

/// Which lines, and how they are shown.
#[derive(Args)]
pub struct Report {
    /// Files of lines, in the order in which they were written; `-` reads standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The playbook, for words beside the ids.
    #[arg(long, value_name = "FILE")]
    playbook: Option<PathBuf>,
    /// Write a page with pictures, too; it has no scripts and asks nobody for anything.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Print JSON, for programs of yours; docs/cli.md lists the fields.
    #[arg(long)]
    json: bool,
}

/// Shows the report. Lines that can't be used are named on standard error.
pub fn run(arguments: &Report) -> Result<(), String> {
    let (mut signals, mut broken) = (Vec::new(), Vec::new());
    for file in &arguments.files {
        let read = read::file(file)?;
        signals.extend(read.signals);
        broken.extend(read.broken);
    }
    let names = match &arguments.playbook {
        Some(file) => Names::of(file)?,
        None => Names::default(),
    };
    let tally = Tally::of(&visit::visits(&signals), signals.len());
    say_broken(&broken);
    if let Some(file) = &arguments.html {
        let page = page::page(&tally, &names, broken.len());
        fs::write(file, page)
            .map_err(|error| format!("{}: can't be written: {error}", file.display()))?;
        eprintln!("wrote {}", file.display());
    }
    if arguments.json {
        say!("{:#}", json::report(&tally, &broken));
    } else {
        human::print(&tally, &names);
    }
    Ok(())
}

fn say_broken(broken: &[Broken]) {
    for Broken { file, line, why } in broken {
        eprintln!("{file}:{line}: left out: {why}");
    }
}
