//! What a page holds in memory, counted by the browser after it has thrown away what nobody needs.
//! Only Chromium tells it (`Need::Tools`).

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::visitor::Visitor;

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Documents, frames' included.
    pub documents: u64,
    /// Nodes, those outside of the document included.
    pub nodes: u64,
    /// Event listeners.
    pub listeners: u64,
    /// Bytes of script objects.
    pub bytes: u64,
}

impl Visitor {
    /// Counts what the page holds.
    pub async fn counts(&self) -> Result<Held> {
        // What finalizers let go of is found the second time.
        for _ in 0..2 {
            self.commands("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        let counters = self
            .asks_the_browser("Memory.getDOMCounters", json!({}))
            .await?;
        let heap = self
            .asks_the_browser("Runtime.getHeapUsage", json!({}))
            .await?;
        let count = |value: &Value| {
            value
                .as_f64()
                .map(|number| number as u64)
                .context("no number")
        };
        Ok(Held {
            documents: count(&counters["documents"])?,
            nodes: count(&counters["nodes"])?,
            listeners: count(&counters["jsEventListeners"])?,
            bytes: count(&heap["usedSize"])?,
        })
    }
}
