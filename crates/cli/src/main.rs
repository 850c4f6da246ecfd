//! The `leeward` command: checks playbooks before they are published.

mod check;
mod flow;
mod load;
mod routes;
mod words;
mod zones;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Checks Leeward's playbooks before they are published.
#[derive(Parser)]
#[command(name = "leeward", version, arg_required_else_help = true)]
#[command(after_help = "Example:\n  leeward check playbooks/service-crisis.json")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with a playbook, where, and what to do about it.
    ///
    /// Exit code 0: it may be published. 1: it must not. 2: a file could not be read.
    Check {
        /// The playbooks to check; `-` reads standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Show where every visitor goes: each route, for whom, to which channels, and answers that lead there.
    ///
    /// Then how many questions are asked, and what nobody is ever asked or shown.
    ///
    /// Exit code 0: done. 2: there is no playbook.
    #[command(after_help = "Example:\n  leeward routes playbooks/outage.json")]
    Routes {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
    },
    /// Draw questions, routes and channels, with the conditions between them.
    ///
    /// Exit code 0: done. 2: there is no playbook.
    #[command(
        after_help = "Example:\n  leeward flow playbooks/outage.json --format dot | dot -Tsvg > outage.svg"
    )]
    Flow {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
        /// The language of the picture.
        #[arg(long, value_enum, default_value_t = flow::Format::Mermaid)]
        format: flow::Format,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { files } => check::files(&files),
        Command::Routes { file } => routes::table(&file),
        Command::Flow { file, format } => flow::picture(&file, format),
    }
}
