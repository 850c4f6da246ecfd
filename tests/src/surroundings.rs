//! What is around a page: frames, the size of the screen, the way back, paper, a browser without scripts.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, common::print::PrintParameters};

use crate::visitor::Visitor;

impl Visitor {
    /// Looks into a frame of the page. In a process of its own a frame doesn't get what was injected
    /// into the page, so it is watched from now on.
    pub async fn enters_frame(&self, selector: &str) -> Result<()> {
        let frame = self.browser().find(By::Css(selector)).await?;
        frame.enter_frame().await?;
        self.brings_probe().await
    }

    /// Looks at the page again; what happened in the frame is judged.
    pub async fn leaves_frame(&self) -> Result<()> {
        self.is_undisturbed().await?;
        self.browser().enter_default_frame().await?;
        Ok(())
    }

    /// Watches a page that was loaded without the probe.
    pub async fn brings_probe(&self) -> Result<()> {
        let script = concat!(
            "if (!globalThis.probe) {",
            include_str!("../pages/probe.js"),
            "}"
        );
        self.finds_out(script, Vec::new()).await?;
        Ok(())
    }

    /// Sets the size of the screen, in CSS pixels (`Need::Phone`).
    pub async fn has_a_screen_of(&self, width: u32, height: u32) -> Result<()> {
        self.tab.holds(width, height).await
    }

    /// Uses a browser without JavaScript (`Need::Tools`).
    pub async fn switches_scripts_off(&self) -> Result<()> {
        let off = json!({ "value": true });
        self.commands("Emulation.setScriptExecutionDisabled", off)
            .await
    }

    /// Goes back to the page before.
    pub async fn goes_back(&self) -> Result<()> {
        self.browser().back().await?;
        Ok(())
    }

    /// Prints the page, and gives the file (PDF). Addresses of links stand in it as they are.
    pub async fn prints(&self) -> Result<String> {
        let pdf = self
            .browser()
            .print_page(PrintParameters::default())
            .await?;
        let text = String::from_utf8_lossy(&pdf).into_owned();
        ensure!(text.starts_with("%PDF"), "this is no PDF");
        Ok(text)
    }

    /// Lets hours pass at once, as they do while a page sleeps.
    pub async fn lets_hours_pass(&self, hours: u32) -> Result<()> {
        let script = "const { Date: Before } = globalThis;
            const shift = arguments[0] * 3600e3;
            globalThis.Date = new Proxy(Before, {
              construct: (target, given, made) => Reflect.construct(target, given.length ? given : [Before.now() + shift], made),
              get: (target, name) => (name === 'now' ? () => Before.now() + shift : Reflect.get(target, name)),
            });";
        self.finds_out(script, vec![Value::from(hours)]).await?;
        Ok(())
    }
}
