//! Everything by keyboard: nothing in this file touches the mouse, or sets the focus by script.

use anyhow::{Result, bail};
use serde_json::json;
use thirtyfour::Key;

use super::Visitor;

/// How many times Tab may be pressed on the way to something. A step has about twenty stops.
const MOST_TABS: usize = 60;

impl Visitor {
    /// Presses a key, or types a text, wherever the focus is.
    pub async fn types(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        self.browser()
            .action_chain()
            .send_keys(keys)
            .perform()
            .await?;
        Ok(())
    }

    /// Types a key while others are held.
    pub async fn holds(&self, held: &[Key], key: &str) -> Result<()> {
        let chain = self.browser().action_chain();
        let chain = held
            .iter()
            .fold(chain, |chain, held| chain.key_down(held.clone()));
        let chain = chain.send_keys(key);
        let chain = held
            .iter()
            .fold(chain, |chain, held| chain.key_up(held.clone()));
        chain.perform().await?;
        Ok(())
    }

    /// Presses Shift and Tab.
    pub async fn tabs_back(&self) -> Result<()> {
        let chain = self.browser().action_chain();
        chain
            .key_down(Key::Shift)
            .send_keys(Key::Tab)
            .key_up(Key::Shift)
            .perform()
            .await?;
        Ok(())
    }

    /// Presses Tab, or Shift and Tab to what lies behind, until an element has the focus. The long way round leads
    /// through Firefox's own toolbar, from which no key of a test leads back.
    pub async fn tabs_to(&self, selector: &str) -> Result<()> {
        self.sees(selector).await?;
        let script =
            "const way = probe.active()?.compareDocumentPosition(probe.find(arguments[0]));
            return way === Node.DOCUMENT_POSITION_PRECEDING";
        let back = self.finds_out(script, vec![json!(selector)]).await? == json!(true);
        for _ in 0..MOST_TABS {
            if back {
                self.tabs_back().await?;
            } else {
                self.types(Key::Tab).await?;
            }
            let script = "return probe.active()?.matches(arguments[0])";
            if self.finds_out(script, vec![json!(selector)]).await? == json!(true) {
                return Ok(());
            }
        }
        bail!("{MOST_TABS} times Tab never led to {selector}")
    }

    /// Goes to a button by Tab and presses it.
    pub async fn presses_by_key(&self, selector: &str, key: Key) -> Result<()> {
        self.tabs_to(selector).await?;
        self.types(key).await
    }

    /// Waits until the heading of a step has the focus, as a screen reader needs it (and never the
    /// body, from which a keyboard begins anew at the top of the page).
    pub async fn is_at_heading_of(&self, step: &str) -> Result<()> {
        self.has_focus_on(&format!("[data-step='{step}'] h3")).await
    }
}
