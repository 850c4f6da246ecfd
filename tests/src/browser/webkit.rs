//! WebKitGTK's MiniBrowser: how it is started. It has plain WebDriver and nothing else, so what a page is to find
//! before everything else is put into the page by the site, and the time zone is the same for all.

use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use thirtyfour::{Capabilities, CapabilitiesHelper as _, PageLoadStrategy};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

use super::driver::Driver;

/// The zone of every visitor.
const ZONE: &str = "Asia/Tokyo";

/// The language is the system's, and the system's need not be installed.
const VARIABLES: &[(&str, &str)] = &[
    ("TZ", ZONE),
    ("LANG", "en_US.UTF-8"),
    ("LANGUAGE", "en_US:en"),
    ("LC_ALL", "en_US.UTF-8"),
    // Nothing here has a graphics card.
    ("LIBGL_ALWAYS_SOFTWARE", "1"),
];

/// Starts WebKitWebDriver, which serves one browser only, with a screen of its own.
pub async fn driver() -> Result<Driver> {
    let (screen, display) = screen().await?;
    let command = |port| {
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .envs(VARIABLES.iter().copied())
            .env("DISPLAY", &display)
            .env_remove("WAYLAND_DISPLAY");
        command
    };
    let driver = Driver::start_at_a_port(command).await?;
    Ok(driver.together_with(screen))
}

/// What WebKitWebDriver is asked for.
pub fn capabilities() -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "MiniBrowser")?;
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(capabilities)
}

/// Makes sure that a visitor is in the zone in which all of them are.
pub fn is_in(zone: &str) -> Result<()> {
    ensure!(
        zone == ZONE,
        "every visitor of webkit is in {ZONE}; the case must say `.needs(Need::Zones)`"
    );
    Ok(())
}

/// A screen that nobody looks at, and its name. It chooses a free number and tells it.
async fn screen() -> Result<(Child, String)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp"])
        .args(["-screen", "0", "1280x1000x24"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("Xvfb cannot be started; `cargo xtask test --only browser` installs it")?;
    let output = screen.stdout.take().context("Xvfb has no output")?;
    let number = BufReader::new(output).lines().next_line().await?;
    let number = number.context("Xvfb ended without naming its screen")?;
    Ok((screen, format!(":{}", number.trim())))
}
