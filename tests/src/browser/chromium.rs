//! Chromium: how it is started, and what its own tools do for a tab.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, CapabilitiesHelper as _, ChromiumLikeCapabilities as _, DesiredCapabilities,
    LoggingPrefsLogLevel, PageLoadStrategy, WebDriver,
};
use tokio::process::Command;

use super::driver::Driver;

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

/// Starts chromedriver.
pub async fn driver() -> Result<Driver> {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0");
    Driver::start(command, "started successfully on port ").await
}

/// What chromedriver is asked for.
pub fn capabilities() -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // The tests wait for what they need; a page that never finishes loading is one of them.
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(capabilities.into())
}

/// Sends a command to Chromium's own tools, and gives their answer.
pub async fn asks(browser: &WebDriver, method: &str, parameters: Value) -> Result<Value> {
    let answer = browser.cdp().send_raw(method, parameters).await;
    answer.with_context(|| method.to_owned())
}

async fn commands(browser: &WebDriver, method: &str, parameters: Value) -> Result<()> {
    asks(browser, method, parameters).await.map(drop)
}

/// Has a script run before everything else in every page from now on.
pub async fn injects(browser: &WebDriver, script: &str) -> Result<()> {
    let parameters = json!({ "source": script });
    commands(browser, "Page.addScriptToEvaluateOnNewDocument", parameters).await
}

/// Sets the time zone.
pub async fn moves_to(browser: &WebDriver, zone: &str) -> Result<()> {
    let parameters = json!({ "timezoneId": zone });
    commands(browser, "Emulation.setTimezoneOverride", parameters).await
}

/// Makes a phone of it.
pub async fn holds(browser: &WebDriver, width: u32, height: u32) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
    commands(browser, "Emulation.setDeviceMetricsOverride", metrics).await
}

/// Cuts it off from the network, or connects it again.
pub async fn goes_offline(browser: &WebDriver, offline: bool) -> Result<()> {
    let conditions = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    commands(browser, "Network.emulateNetworkConditions", conditions).await
}

/// Inserts a text where the focus is, as an emoji keyboard does.
pub async fn inserts(browser: &WebDriver, text: &str) -> Result<()> {
    commands(browser, "Input.insertText", json!({ "text": text })).await
}
