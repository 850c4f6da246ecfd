//! A driver: the process that speaks WebDriver to the tests, and ends with them.

use std::{
    process::{ExitStatus, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
};

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often a silent driver is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(20);

/// How many ports a silent driver may find taken.
const MOST_PORTS: usize = 5;

/// A running driver.
pub struct Driver {
    process: Child,
    /// Another process that it can't do without.
    companion: Option<Child>,
    address: String,
}

impl Driver {
    /// Starts one that chooses a free port itself and says so, at the end of a line with some words.
    pub async fn start(mut command: Command, words: &str) -> Result<Self> {
        let mut process = spawned(command.stdout(Stdio::piped()))?;
        let output = process.stdout.take().context("a driver without output")?;
        let mut lines = BufReader::new(output).lines();
        let listening = async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, port)) = line.rsplit_once(words) {
                    return Ok(port.trim_end_matches('.').parse()?);
                }
            }
            bail!("ended without naming its port")
        };
        let port = tokio::time::timeout(PATIENCE, listening).await;
        let port = port.map_err(anyhow::Error::from).flatten();
        let port = port.with_context(|| name(&command))?;
        // Read on: a driver would stop at a full pipe.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self::at(port, process))
    }

    /// Starts one that has to be told its port, and says nothing of use. Where another program was faster it ends, and is
    /// told another port.
    pub async fn start_at_a_port(command: impl Fn(u16) -> Command) -> Result<Self> {
        for _ in 0..MOST_PORTS {
            let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
            let mut process = spawned(command(port).stdout(Stdio::null()).stderr(Stdio::null()))?;
            let deadline = Instant::now() + PATIENCE;
            while Instant::now() < deadline {
                let listens = TcpStream::connect(("127.0.0.1", port)).await.is_ok();
                // Whoever listens after it has ended is somebody else.
                if process.try_wait()?.is_some() {
                    break;
                }
                if listens {
                    return Ok(Self::at(port, process));
                }
                tokio::time::sleep(GLANCE).await;
            }
        }
        bail!("{} found no port", name(&command(0)))
    }

    fn at(port: u16, process: Child) -> Self {
        Self {
            process,
            companion: None,
            address: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Keeps another process as long as the driver.
    pub fn together_with(mut self, companion: Child) -> Self {
        self.companion = Some(companion);
        self
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// How it ended, if it has.
    pub fn has_ended(&mut self) -> Option<ExitStatus> {
        self.process.try_wait().ok().flatten()
    }

    /// Ends it and waits until it is gone.
    pub async fn end(mut self) -> Result<()> {
        if self.has_ended().is_none() {
            self.process.kill().await?;
        }
        if let Some(mut companion) = self.companion {
            companion.kill().await?;
        }
        Ok(())
    }
}

fn spawned(command: &mut Command) -> Result<Child> {
    let child = command.kill_on_drop(true).spawn();
    child.with_context(|| {
        format!(
            "{} cannot be started; `cargo xtask test --only browser` installs it",
            name(command)
        )
    })
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.as_std().get_program());
    program
        .file_name()
        .unwrap_or_default()
        .display()
        .to_string()
}
