//! `leeward check`: every problem with its line, its code and its cure, for people and for programs.

mod github;
mod human;
mod json;
mod named;
mod place;
mod sarif;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use jiff::Timestamp;

use crate::{
    clock::moment,
    load::{self, Loaded, load},
    plain,
};

/// What to check, and how to say it.
#[derive(Args)]
pub struct Check {
    /// The playbooks to check; `-` reads standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A live feed to check for the first of the playbooks.
    #[arg(long, value_name = "FEED")]
    status: Option<PathBuf>,
    /// How to say it.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The moment for which is checked what has expired and who can be reached, such as 2026-11-22T10:00+09:00; now if
    /// not given.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Timestamp>,
}

/// How findings are said.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the line, and a mark below it.
    Human,
    /// For programs of yours; docs/cli.md lists the fields.
    Json,
    /// Annotations on a pull request, in a workflow of GitHub.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// A file as it was checked.
pub struct Checked {
    /// Its name as it was given.
    pub name: String,
    /// What was found, or why it can't be read.
    pub found: Result<Loaded, String>,
}

impl Checked {
    fn new(file: &Path, now: Timestamp) -> Self {
        Self {
            name: file.display().to_string(),
            found: load(file, now).map_err(|error| error.to_string()),
        }
    }

    /// A live feed, for a playbook that was found.
    fn feed(file: &Path, playbook: Option<&Result<Loaded, String>>) -> Self {
        let playbook = playbook.and_then(|found| found.as_ref().ok());
        Self {
            name: file.display().to_string(),
            found: load::feed(file, playbook).map_err(|error| error.to_string()),
        }
    }

    /// 0: may be published. 1: has errors. 2: is of no use.
    fn exit_code(&self) -> u8 {
        match &self.found {
            Ok(loaded) if loaded.is_json => u8::from(loaded.errors() > 0),
            _ => 2,
        }
    }
}

/// Checks files and says what is wrong with each.
pub fn run(arguments: &Check) -> ExitCode {
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let files = arguments.files.iter();
    let mut checked: Vec<Checked> = files.map(|file| Checked::new(file, now)).collect();
    if let Some(file) = &arguments.status {
        let first = checked.first().map(|checked| &checked.found);
        checked.push(Checked::feed(file, first));
    }
    match arguments.format {
        Format::Human => checked.iter().for_each(human::print),
        Format::Json => write_line!(plain::json(&json::report(&checked))),
        Format::Github => checked.iter().for_each(github::print),
        Format::Sarif => write_line!(plain::json(&sarif::log(&checked))),
    }
    let worst = checked.iter().map(Checked::exit_code).max();
    ExitCode::from(worst.unwrap_or_default())
}
