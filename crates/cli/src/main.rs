//! The `leeward` command: what authors do with playbooks until they are published.

mod check;
mod edit;
mod holidays;
mod load;
mod new;
mod output;
mod pretty;
mod schema;
mod translate;
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
    /// Write the JSON Schema of playbooks, with which editors complete and explain what you type.
    ///
    /// Name it at the top of a playbook: `"$schema": "playbook.schema.json"`.
    #[command(after_help = "Example:\n  leeward schema -o playbook.schema.json")]
    Schema {
        /// Where to write; standard output if not given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Begin a playbook from a ready one.
    ///
    /// What is left to do is said on standard error.
    #[command(
        after_help = "Example:\n  leeward new --kind outage --locales en,ja --name \"Minato Mutual\" -o playbook.json"
    )]
    New(new::New),
    /// Write a country's public holidays as a list for a playbook.
    #[command(
        after_help = "Examples:\n  leeward holidays --country jp --year 2027\n  leeward holidays --country jp --year 2027 --into playbook.json --list japan"
    )]
    Holidays(holidays::Holidays),
    /// Take the texts of a playbook to translators and back.
    #[command(
        after_help = "Examples:\n  leeward translate export playbook.json --to hi --format xliff -o hi.xlf\n  leeward translate import playbook.json hi.xlf -o playbook.json"
    )]
    Translate {
        #[command(subcommand)]
        command: translate::Translate,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { files } => check::files(&files),
        Command::Schema { output } => schema::write(output.as_deref()),
        Command::New(wanted) => new::run(&wanted),
        Command::Holidays(wanted) => holidays::run(&wanted),
        Command::Translate { command } => translate::run(&command),
    }
}
