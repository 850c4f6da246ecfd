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

use self::{
    names::Names,
    read::{Broken, Lines},
    tally::Tally,
};
use crate::plain;

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
    let mut read = Lines::default();
    for file in &arguments.files {
        read.read(file)?;
    }
    let names = match &arguments.playbook {
        Some(file) => Names::of(file)?,
        None => Names::default(),
    };
    let visits = visit::visits(&read.signals);
    let tally = Tally::of(&visits, read.signals.len(), &|id| names.has(id));
    say_broken(&read);
    if let Some(file) = &arguments.html {
        let page = page::page(&tally, &names, read.broken_count);
        fs::write(file, page)
            .map_err(|error| format!("{}: can't be written: {error}", plain::name(file)))?;
        tell!("wrote {}", plain::name(file));
    }
    if arguments.json {
        write_line!(plain::json(&json::report(&tally, &read)));
    } else {
        human::print(&tally, &names);
    }
    Ok(())
}

fn say_broken(read: &Lines) {
    for Broken { file, line, why } in &read.broken {
        tell!("{file}:{line}: left out: {why}");
    }
    let more = read.broken_count - read.broken.len();
    if more > 0 {
        tell!("and {more} more lines were left out");
    }
}
