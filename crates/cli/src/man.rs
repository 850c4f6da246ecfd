//! `leeward man`: the manual pages, made from the same help texts.

use std::io;

use clap::{Args, CommandFactory as _};

/// Which page.
#[derive(Args)]
pub struct Man {
    /// The command whose page is wanted; all commands if not given.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Prints a page.
pub fn run(arguments: &Man) -> Result<(), String> {
    let mut all = crate::Arguments::command();
    all.build();
    let page = match &arguments.command {
        None => all,
        Some(name) => all
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| format!("there is no command \"{name}\""))?,
    };
    clap_mangen::Man::new(page)
        .render(&mut io::stdout())
        .map_err(|error| error.to_string())
}
