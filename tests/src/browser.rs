//! chromedriver, started once a run, and the browsers that tests use one after the other.
//!
//! A test gets a tab of its own in a browser that another test has used before: that is twenty
//! times faster than a new browser. Each site has a port of its own, hence an origin of its own, so
//! nothing that a page could store is there when the next one comes.

use std::{
    process::Stdio,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context as _, Result};
use thirtyfour::{
    Capabilities, CapabilitiesHelper as _, ChromiumLikeCapabilities as _, DesiredCapabilities,
    LoggingPrefsLogLevel, PageLoadStrategy, WebDriver,
};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// Headless, alone, and without the requests that a browser makes for itself.
const FLAGS: &[&str] = &[
    "--headless=new",
    // Containers, CI among them, run as root, where the sandbox refuses to start.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--window-size=1280,1000",
    "--lang=en-US",
];

/// What chromedriver says when it listens, before the number of its port.
const LISTENING: &str = "started successfully on port ";

/// A running chromedriver and its idle browsers.
pub struct Browsers {
    driver: Child,
    address: String,
    idle: Mutex<Vec<WebDriver>>,
}

impl Browsers {
    /// Starts chromedriver on a free port.
    pub async fn start() -> Result<Self> {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context(
                "chromedriver cannot be started; `cargo xtask test --only browser` installs it",
            )?;
        let output = driver.stdout.take().context("chromedriver has no output")?;
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await? {
            if let Some((_, port)) = line.split_once(LISTENING) {
                let address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
                // Read on: chromedriver would stop at a full pipe.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Self {
                    driver,
                    address,
                    idle: Mutex::default(),
                });
            }
        }
        anyhow::bail!("chromedriver ended without naming its port")
    }

    /// A browser with one fresh tab.
    pub async fn take(&self) -> Result<WebDriver> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match idle {
            Some(browser) => {
                fresh_tab(&browser).await?;
                Ok(browser)
            }
            None => Ok(WebDriver::new(&self.address, capabilities()?).await?),
        }
    }

    /// Takes a browser back for the next test.
    pub fn give_back(&self, browser: WebDriver) {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(browser);
    }

    /// Ends all browsers, then chromedriver, and waits until they are gone.
    pub async fn end(mut self) -> Result<()> {
        let idle = std::mem::take(self.idle.get_mut().unwrap_or_else(PoisonError::into_inner));
        for browser in idle {
            browser.quit().await?;
        }
        self.driver.kill().await?;
        Ok(())
    }
}

/// What CDP has set for a tab goes with the tab.
async fn fresh_tab(browser: &WebDriver) -> Result<()> {
    let fresh = browser.new_tab().await?;
    for tab in browser.windows().await? {
        if tab != fresh {
            browser.switch_to_window(tab).await?;
            browser.close_window().await?;
        }
    }
    browser.switch_to_window(fresh).await?;
    Ok(())
}

fn capabilities() -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // The tests wait for what they need; a page that never finishes loading is one of them.
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(capabilities.into())
}
