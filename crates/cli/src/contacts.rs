//! `leeward contacts`: every way to reach the organisation, as a page without scripts or as data for search engines.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use leeward_pages::{BuiltIn, contact_data, contact_page};
use triage::link::check_link;

use crate::{load::rehearse, output};

/// Of what to make a page, and where to put it.
#[derive(Args)]
pub struct Contacts {
    /// The playbook; `-` reads standard input.
    file: PathBuf,
    /// Write the data for search engines (schema.org, JSON-LD) and not the page, which holds it too.
    #[arg(long)]
    data: bool,
    /// The address of your website, to which the form and other things that only work there lead.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// For which moment; now if not given.
    #[arg(long, value_name = "MOMENT")]
    at: Option<Timestamp>,
    /// Where to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes the page or the data.
pub fn run(arguments: &Contacts) -> Result<(), String> {
    let site = arguments.site.as_deref();
    if let Some((site, Err(problem))) = site.map(|site| (site, check_link(site))) {
        return Err(format!("--site {site}: {}", problem.cure()));
    }
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let (playbook, situation) = rehearse(&arguments.file, now)?;
    let (names, today) = (BuiltIn::default(), situation.today());
    let text = if arguments.data {
        contact_data(&playbook, &names, today, site)
    } else {
        contact_page(&playbook, &names, today, site)
    };
    match output::write(arguments.output.as_deref(), &text) {
        code if code == std::process::ExitCode::SUCCESS => Ok(()),
        _ => Err("nothing was written".to_owned()),
    }
}
