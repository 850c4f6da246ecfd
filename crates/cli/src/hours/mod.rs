//! `leeward hours`: who can be reached, and when nobody can.

mod channel;
mod gaps;
mod heat;

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use crate::{
    clock::{Clock, locale, moment},
    load::rehearse,
};

/// Whose hours, and for whom.
#[derive(Args)]
pub struct Hours {
    /// The playbook; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The visitor's language; the playbook's first if not given.
    #[arg(long, value_name = "TAG")]
    locale: Option<String>,
    /// The visitor's time zone; that of the first channel with hours if not given.
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// The moment from which on is looked, such as 2026-11-22T10:00+09:00; now if not given.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Timestamp>,
}

/// Prints the week, the channels and the gaps.
pub fn run(arguments: &Hours) -> Result<(), String> {
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let (playbook, situation) = rehearse(&arguments.file, now)?;
    let locale = locale(&playbook, arguments.locale.as_deref())?;
    let clock = Clock::new(arguments.timezone.as_deref(), &playbook)?;
    heat::print(&playbook, &situation, &locale, &clock);
    channel::print(&playbook, &situation, &locale, &clock);
    gaps::print(&playbook, &situation, &locale, &clock);
    Ok(())
}
