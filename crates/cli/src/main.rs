//! The `leeward` command: checks playbooks before they are published.

mod check;
mod load;
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
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { files } => check::files(&files),
    }
}
