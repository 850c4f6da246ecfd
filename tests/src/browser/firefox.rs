//! Firefox: how it is started, and what WebDriver BiDi does for a tab.

use std::{path::PathBuf, process::Stdio};

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, CapabilitiesHelper as _, DesiredCapabilities, PageLoadStrategy, WebDriver,
    common::capabilities::firefox::FirefoxPreferences,
};
use tokio::process::Command;

use super::{bidi, driver::Driver};

/// Headless, and as large as the other browsers.
const FLAGS: &[&str] = &["-headless", "--width=1280", "--height=1000"];

/// The requests that Firefox makes for itself.
const SWITCHED_OFF: &[&str] = &[
    "app.normandy.enabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.safebrowsing.phishing.enabled",
    "browser.safebrowsing.downloads.enabled",
    "browser.safebrowsing.blockedURIs.enabled",
    "browser.topsites.contile.enabled",
];

/// Whether there is a geckodriver.
pub fn is_there() -> bool {
    std::process::Command::new(program())
        .arg("--version")
        .output()
        .is_ok()
}

/// Starts geckodriver, which serves one browser only.
pub async fn driver() -> Result<Driver> {
    let mut command = Command::new(program());
    command.args(["--port=0", "--websocket-port=0"]);
    // Firefox talks of itself all the time.
    command.stderr(Stdio::null());
    Driver::start(command, "Listening on 127.0.0.1:").await
}

/// What geckodriver is asked for.
pub fn capabilities() -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::firefox();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    let mut preferences = FirefoxPreferences::new();
    for name in SWITCHED_OFF {
        preferences.set(name, false)?;
    }
    // An address that nothing answers, in the form that Firefox knows as one of tests.
    preferences.set(
        "services.settings.server",
        "data:,#remote-settings-dummy/v1",
    )?;
    preferences.set("intl.accept_languages", "en-US,en")?;
    capabilities.set_preferences(preferences)?;
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    capabilities.set("webSocketUrl", true)?;
    Ok(capabilities.into())
}

/// Has a script run before everything else in every page from now on.
pub async fn injects(browser: &WebDriver, script: &str) -> Result<()> {
    let function = format!("() => {{ {script} }}");
    let parameters = json!({ "functionDeclaration": function });
    commands(browser, "script.addPreloadScript", parameters).await
}

/// Sets the time zone.
pub async fn moves_to(browser: &WebDriver, zone: &str) -> Result<()> {
    let parameters = json!({ "timezone": zone });
    commands(browser, "emulation.setTimezoneOverride", parameters).await
}

/// Makes its page as small as a phone.
pub async fn holds(browser: &WebDriver, width: u32, height: u32) -> Result<()> {
    let context = browser.window().await?.to_string();
    let parameters =
        json!({ "context": context, "viewport": { "width": width, "height": height } });
    bidi::sends(browser, "browsingContext.setViewport", parameters).await
}

/// Cuts it off from the network, or connects it again.
pub async fn goes_offline(browser: &WebDriver, offline: bool) -> Result<()> {
    let conditions = if offline {
        json!({ "type": "offline" })
    } else {
        Value::Null
    };
    let parameters = json!({ "networkConditions": conditions });
    commands(browser, "emulation.setNetworkConditions", parameters).await
}

/// Sends a command that is for one tab.
async fn commands(browser: &WebDriver, method: &str, mut parameters: Value) -> Result<()> {
    parameters["contexts"] = json!([browser.window().await?.to_string()]);
    bidi::sends(browser, method, parameters).await
}

/// geckodriver where `cargo xtask test` puts it, in the target folder that this very program is in;
/// otherwise the one of this machine.
fn program() -> PathBuf {
    let tools = std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.ancestors().nth(3)?.join("tools")));
    let folders = tools.and_then(|tools| tools.read_dir().ok());
    let ours = folders.into_iter().flatten().flatten().filter(|folder| {
        folder
            .file_name()
            .to_string_lossy()
            .starts_with("geckodriver-")
    });
    let programs = ours.map(|folder| {
        folder
            .path()
            .join("bin")
            .join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX))
    });
    programs
        .filter(|program| program.is_file())
        .max()
        .unwrap_or_else(|| "geckodriver".into())
}
