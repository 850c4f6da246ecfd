//! `cargo xtask`: every chore of the project, one file per command.
//!
//! This file owns the command line and the way a failure is told; what a command does stands in its module.

mod audit;
mod bare;
mod bench;
mod command;
mod compile;
mod compress;
mod dist;
mod gallery;
mod glue;
mod http;
mod install;
mod serve;
mod servers;
mod shrink;
mod site;
mod size;
mod test;
mod tidy;
mod toolchain;
mod trunk;
mod wasm;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

use crate::workspace::Workspace;

/// What `cargo xtask` can do.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "The chores of Leeward. Nothing global is installed or overwritten.",
    after_help = EXAMPLES,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    task: Option<Task>,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask serve --open            build the widget and open the demo site
  cargo xtask serve --port 9000       the same on another port
  cargo xtask test                    everything that has to hold before a change goes in
  cargo xtask test --only native      the half of it that needs no browser
  cargo xtask test --all              the same, and real browsers of 2021 to 2024
  cargo xtask tidy                    only the invariants of ARCHITECTURE.md
  cargo xtask dist                    the folder that is put on a server
  cargo xtask size                    what a visitor downloads, and the budgets
  cargo xtask gallery                 pictures of every screen, in docs/gallery
  cargo xtask bench embed             the widget beside its peers, on a machine that does nothing else";

#[derive(Subcommand)]
enum Task {
    /// Build the optimised widget and serve the demo site on this machine.
    Serve(serve::Options),
    /// Build the same site into a folder, without serving it.
    Build {
        /// The folder to fill [default: target/leeward/site]. Trunk names it in the variable.
        #[arg(long, value_name = "DIR", env = "TRUNK_STAGING_DIR")]
        into: Option<PathBuf>,
    },
    /// Check format, lints and invariants, then run every test, those in a real browser included.
    Test(test::Options),
    /// Check the invariants of ARCHITECTURE.md.
    Tidy,
    /// Make the folder that is put on a server.
    Dist(dist::Options),
    /// Measure what a visitor downloads, and compare it with the budgets.
    Size,
    /// Measure how long things take: the engine, the widget beside its peers, a server in a rush of visitors.
    Bench {
        #[command(subcommand)]
        bench: Option<bench::Bench>,
    },
    /// Take a picture of every screen, by day and by night, in each language.
    Gallery,
    /// Check the dependencies: bans, licences, sources.
    Audit,
    /// Prove that Trunk, the developers' live reload, builds the same site.
    Trunk,
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Some(task) => run(task),
        None => Cli::command().print_help().map_err(Into::into),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence, the cause after the colon: whoever reads it wants the cure, not a backtrace.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve(options) => serve::run(&workspace, &options),
        Task::Build { into } => {
            let site = into.unwrap_or_else(|| workspace.site());
            site::build(&workspace, &site)?;
            println!("The site is in {}", site.display());
            Ok(())
        }
        Task::Test(options) => test::run(&workspace, &options),
        Task::Tidy => tidy::run(&workspace),
        Task::Dist(options) => dist::run(&workspace, &options),
        Task::Size => size::run(&workspace),
        Task::Bench { bench } => bench::run(&workspace, bench),
        Task::Gallery => gallery::run(&workspace),
        Task::Audit => audit::run(&workspace),
        Task::Trunk => trunk::run(&workspace),
    }
}
