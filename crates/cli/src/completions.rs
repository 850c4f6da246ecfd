//! `leeward completions`: what a shell needs to complete commands, options and files.

use std::io;

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate};

/// For which shell.
#[derive(Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the completions.
pub fn run(arguments: &Completions) -> Result<(), String> {
    let mut command = crate::Arguments::command();
    generate(arguments.shell, &mut command, "leeward", &mut io::stdout());
    Ok(())
}
