//! The browsers that tests use one after the other, each with a driver process of its own.
//!
//! A test gets a tab of its own in a browser that another test has used before: that is
//! twenty times faster than a new browser. Each site has a port of its own, hence an origin of its own, so
//! nothing that a page could store is there when the next one comes.

mod bidi;
mod chromium;
mod driver;
mod family;
mod firefox;
mod tab;
mod webkit;

pub use family::{Family, Need};
pub use tab::Tab;

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context as _, Result};
use thirtyfour::WebDriver;

use self::driver::Driver;

/// How long a browser may take to say that it lives. One that is merely busy answers in a second.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// A running browser.
pub struct Browser {
    family: Family,
    session: WebDriver,
    driver: Driver,
}

/// The idle browsers.
#[derive(Default)]
pub struct Browsers {
    idle: Mutex<Vec<Browser>>,
}

impl Browsers {
    /// A browser of a family, with one fresh tab.
    pub async fn take(&self, family: Family) -> Result<Browser> {
        let idle = {
            let mut all = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            let place = all.iter().position(|browser| browser.family == family);
            place.map(|place| all.swap_remove(place))
        };
        match idle {
            Some(browser) => {
                fresh_tab(&browser.session).await?;
                Ok(browser)
            }
            None => Browser::start(family).await,
        }
    }

    /// Takes a browser back for the next test.
    pub fn give_back(&self, browser: Browser) {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(browser);
    }

    /// Ends all browsers and their drivers, and waits until they are gone.
    pub async fn end(mut self) -> Result<()> {
        let idle = std::mem::take(self.idle.get_mut().unwrap_or_else(PoisonError::into_inner));
        for browser in idle {
            browser.end().await?;
        }
        Ok(())
    }
}

impl Browser {
    async fn start(family: Family) -> Result<Self> {
        let (driver, capabilities) = match family {
            Family::Chromium => (chromium::driver().await?, chromium::capabilities()?),
            Family::Firefox => (firefox::driver().await?, firefox::capabilities()?),
            Family::WebKit => (webkit::driver().await?, webkit::capabilities()?),
        };
        let session = WebDriver::new(driver.address(), capabilities)
            .await
            .with_context(|| format!("{family} cannot be started"))?;
        Ok(Self {
            family,
            session,
            driver,
        })
    }

    /// The tab that it shows.
    pub async fn tab(&self) -> Result<Tab> {
        Tab::of(self.family, self.session.clone()).await
    }

    /// Why nothing more can be expected of this browser, if it is dead: that is another fault than the widget's.
    pub async fn cause_of_death(&mut self) -> Option<String> {
        if let Some(status) = self.driver.has_ended() {
            return Some(format!("the driver of {} ended with {status}", self.family));
        }
        match tokio::time::timeout(SIGN_OF_LIFE, self.session.windows()).await {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(format!("{} died: {error}", self.family)),
            Err(_) => Some(format!("{} does not answer any more", self.family)),
        }
    }

    /// Ends it, and its driver, whatever state they are in.
    pub async fn end(self) -> Result<()> {
        let Self {
            session, driver, ..
        } = self;
        // One that is dead already can't be told to quit.
        let _ = tokio::time::timeout(SIGN_OF_LIFE, session.quit()).await;
        driver.end().await
    }
}

/// What is set for a tab goes with the tab.
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
