//! `leeward hours`: who can be reached, and when nobody can.

mod channel;
mod gaps;
mod heat;

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use crate::{
    clock::{Visitor, moment},
    load::rehearse,
};

/// Whose hours, and for whom.
#[derive(Args)]
pub struct Hours {
    /// The playbook; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    visitor: Visitor,
    /// The moment from which on is looked, such as 2026-11-22T10:00+09:00; now if not given.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Timestamp>,
}

/// Prints the week, the channels and the gaps.
pub fn run(arguments: &Hours) -> Result<(), String> {
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let (playbook, situation) = rehearse(&arguments.file, now)?;
    let (locale, clock) = arguments.visitor.at(&playbook)?;
    heat::print(&playbook, &situation, &locale, &clock);
    channel::print(&playbook, &situation, &locale, &clock);
    gaps::print(&playbook, &situation, &locale, &clock);
    Ok(())
}
