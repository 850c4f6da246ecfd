//! A tab, and what can be done to it beyond plain WebDriver: the same in every browser, each in its own way.

use anyhow::{Result, bail};
use serde_json::Value;
use thirtyfour::{BrowserLogEntry, WebDriver, WebElement};

use super::{Family, chromium, firefox, webkit};
use crate::site::Site;

/// The tab of a test.
pub struct Tab {
    family: Family,
    browser: WebDriver,
}

impl Tab {
    pub(super) async fn of(family: Family, browser: WebDriver) -> Result<Self> {
        let tab = Self { family, browser };
        // What the test before left in the log is not this one's.
        tab.log().await?;
        Ok(tab)
    }

    /// The browser, as WebDriver has it.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.browser
    }

    /// The family of the browser.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Sends a command to Chromium's own tools, and gives their answer.
    pub async fn asks(&self, method: &str, parameters: Value) -> Result<Value> {
        match self.family {
            Family::Chromium => chromium::asks(&self.browser, method, parameters).await,
            Family::Firefox | Family::WebKit => {
                bail!("no {method} here; the case must say `.needs(Need::Tools)`")
            }
        }
    }

    /// Has a script run before everything else in every page of a site from now on.
    pub async fn injects(&self, script: &str, site: &Site) -> Result<()> {
        match self.family {
            Family::Chromium => chromium::injects(&self.browser, script).await,
            Family::Firefox => firefox::injects(&self.browser, script).await,
            Family::WebKit => {
                site.begins_pages_with(script);
                Ok(())
            }
        }
    }

    /// Sets the time zone of every page from now on.
    pub async fn moves_to(&self, zone: &str) -> Result<()> {
        match self.family {
            Family::Chromium => chromium::moves_to(&self.browser, zone).await,
            Family::Firefox => firefox::moves_to(&self.browser, zone).await,
            Family::WebKit => webkit::is_in(zone),
        }
    }

    /// Makes the page as small as a phone.
    pub async fn holds(&self, width: u32, height: u32) -> Result<()> {
        match self.family {
            Family::Chromium => chromium::holds(&self.browser, width, height).await,
            Family::Firefox => firefox::holds(&self.browser, width, height).await,
            Family::WebKit => bail!("no phone here; the case must say `.needs(Need::Phone)`"),
        }
    }

    /// Cuts the tab off from the network, or connects it again.
    pub async fn goes_offline(&self, offline: bool) -> Result<()> {
        match self.family {
            Family::Chromium => chromium::goes_offline(&self.browser, offline).await,
            Family::Firefox => firefox::goes_offline(&self.browser, offline).await,
            Family::WebKit => bail!("always online; the case must say `.needs(Need::Offline)`"),
        }
    }

    /// Writes into a field.
    pub async fn writes(&self, field: &WebElement, text: &str) -> Result<()> {
        if text.is_empty() {
            // WebKitWebDriver would complain.
            return Ok(());
        }
        let has_keys = text
            .chars()
            .all(|character| u16::try_from(u32::from(character)).is_ok());
        if has_keys || self.family != Family::Chromium {
            field.send_keys(text).await?;
            return Ok(());
        }
        // Some versions of chromedriver have no keys for emoji; neither do keyboards, which insert them like this.
        field.focus().await?;
        chromium::inserts(&self.browser, text).await
    }

    /// The browser's own messages: failed requests, blocked scripts, deprecations. Only Chromium tells them; what a
    /// page can see by itself is remembered by the probe, in every browser.
    pub async fn log(&self) -> Result<Vec<BrowserLogEntry>> {
        match self.family {
            Family::Chromium => Ok(self.browser.browser_log().await?),
            Family::Firefox | Family::WebKit => Ok(Vec::new()),
        }
    }
}
