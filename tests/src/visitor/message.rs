//! The message form.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Visitor;

impl Visitor {
    /// Opens the message form of a channel that is offered, and waits for it.
    pub async fn wants_to_write(&self, channel: &str) -> Result<()> {
        self.clicks(&format!(
            "[data-channel='{channel}'] button[data-action='message']"
        ))
        .await?;
        self.sees_step("message").await
    }

    /// Fills in the message form.
    pub async fn composes(&self, name: &str, contact: &str, message: &str) -> Result<()> {
        for (field, text) in [("message", message), ("contact", contact), ("name", name)] {
            self.writes(&format!("[data-step='message'] [name='{field}']"), text)
                .await?;
        }
        Ok(())
    }

    /// Sends the message.
    pub async fn sends(&self) -> Result<()> {
        self.presses("send").await
    }

    /// Waits until what came of the message is told, and has the focus.
    pub async fn is_told(&self, outcome: &str) -> Result<()> {
        self.has_focus_on(&format!("[data-outcome='{outcome}']"))
            .await
    }

    /// Makes sure that nothing of what was written is lost.
    pub async fn still_has(&self, name: &str, contact: &str, message: &str) -> Result<()> {
        let script = "return ['name', 'contact', 'message'].map((name) =>
            probe.find(`[data-step=message] [name=${name}]`)?.value ?? null)";
        let fields = self.finds_out(script, Vec::new()).await?;
        ensure!(
            fields == json!([name, contact, message]),
            "the form has {fields}"
        );
        Ok(())
    }

    /// Cuts the browser off from the network, or connects it again.
    pub async fn goes_offline(&self, offline: bool) -> Result<()> {
        self.tab.goes_offline(offline).await
    }
}
