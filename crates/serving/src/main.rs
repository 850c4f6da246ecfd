//! `cargo xtask bench spike`: a rush of visitors on this machine, and from what was really sent, what a million of
//! them would cost.

mod report;

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use clap::Parser;
use leeward_serving::{Kind, Release, Server, Visit};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// A bounded rush of visitors.
#[derive(Parser)]
struct Options {
    /// How many visits there are.
    #[arg(long)]
    visits: NonZeroUsize,
    /// How many of them go on at a time.
    #[arg(long)]
    at_a_time: NonZeroUsize,
    /// The playbook that the visitors get.
    #[arg(long)]
    playbook: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    let release = Release::find()?;
    let playbook = fs::read(&options.playbook)
        .with_context(|| format!("{} cannot be read", options.playbook.display()))?;
    let server = Arc::new(Server::start(Kind::NginxWithBrotli, &release, &playbook).await?);
    let visit = Arc::new(Visit::whole(&release, &server).await?);
    let before = server.sent().await?.len();
    let start = Instant::now();
    let took = rush(&options, &server, &visit).await?;
    let elapsed = start.elapsed();
    let sent = server.sent().await?.split_off(before);
    print!("{}", report::rush(elapsed, &took, visit.requests()));
    print!("{}", report::transfer(&sent, options.visits.get())?);
    Ok(())
}

/// All the visits, and how long each of them took. The first failure ends the rush.
async fn rush(
    options: &Options,
    server: &Arc<Server>,
    visit: &Arc<Visit>,
) -> Result<Vec<Duration>> {
    let turns = Arc::new(Semaphore::new(options.at_a_time.get()));
    let mut visits = JoinSet::new();
    for _ in 0..options.visits.get() {
        let (turns, server, visit) = (turns.clone(), server.clone(), visit.clone());
        visits.spawn(async move {
            let _turn = turns.acquire_owned().await?;
            let start = Instant::now();
            visit.make(server).await?;
            Ok::<_, anyhow::Error>(start.elapsed())
        });
    }
    let mut took = Vec::new();
    while let Some(visit) = visits.join_next().await {
        took.push(visit??);
    }
    took.sort();
    Ok(took)
}
