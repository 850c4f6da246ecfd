//! WebDriver BiDi, as far as the tests need it: one command, and whether it was obeyed. It is for commands that plain
//! WebDriver lacks (<https://w3c.github.io/webdriver-bidi/>); a few in a test, so that each may dial anew.
//!
//! The WebDriver client has a BiDi of its own, which brings a whole TLS library for a line that never leaves this
//! machine.

use anyhow::{Context as _, Result, bail};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio_tungstenite::{connect_async, tungstenite::Message};

/// Sends a command to the session of a browser.
pub async fn sends(browser: &WebDriver, method: &str, parameters: Value) -> Result<()> {
    let session = browser.handle().capabilities();
    let address = session.get("webSocketUrl").and_then(Value::as_str);
    let address = address.context("the browser has no WebDriver BiDi")?;
    let (mut line, _) = connect_async(address).await?;
    let command = json!({ "id": 1, "method": method, "params": parameters });
    line.send(Message::text(command.to_string())).await?;
    while let Some(message) = line.next().await {
        let Message::Text(text) = message? else {
            continue;
        };
        let answer: Value = serde_json::from_str(&text)?;
        // Events have no id; nobody has asked for them here.
        if answer["id"] == json!(1) {
            line.close(None).await?;
            if answer["type"] == json!("error") {
                bail!("{method}: {}: {}", answer["error"], answer["message"]);
            }
            return Ok(());
        }
    }
    bail!("{method}: the line was cut")
}
