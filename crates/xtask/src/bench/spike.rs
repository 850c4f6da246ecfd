//! `cargo xtask bench spike`: makes a release and gets a server; the visitors are sent by crates/serving.

use std::num::NonZeroUsize;

use anyhow::Result;

use crate::command::{self, step};
use crate::workspace::Workspace;
use crate::{dist, servers};

/// How many visitors, and how many at once.
#[derive(clap::Args)]
pub struct Options {
    /// How many visits there are.
    #[arg(long, default_value = "5000")]
    visits: NonZeroUsize,
    /// How many of them go on at a time.
    #[arg(long, default_value = "50")]
    at_a_time: NonZeroUsize,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    servers::ensure(workspace)?;
    dist::make(workspace, &workspace.dist())?;
    step("Sending visitors (a minute or two, compiling included)");
    let mut spike = workspace.cargo();
    spike
        .args(["run", "--release", "--package", "leeward-serving", "--"])
        .args(["--playbook", "playbooks/service-crisis.json"])
        .args(["--visits", &options.visits.to_string()])
        .args(["--at-a-time", &options.at_a_time.to_string()])
        .env("LEEWARD_SERVERS", servers::folder(workspace))
        .env("LEEWARD_DIST", workspace.dist());
    command::run(&mut spike)
}
