//! The engine as a page runs it: what an editor of playbooks does at each key stroke, for `bench/analysis.js` to
//! measure. It is compiled like the widget, for size.

#[path = "../../../crates/triage/tests/common/flows.rs"]
mod flows;

use triage::{Playbook, analyse, check, source};
use wasm_bindgen::prelude::*;

/// The text of the same playbook that the native bench has for this size and seed.
#[wasm_bindgen]
#[must_use]
pub fn made(questions: usize, routes: usize, seed: u32) -> String {
    let size = flows::Size {
        questions,
        routes,
        passages: 8,
        reach: 3,
        locales: &["en", "ja", "hi"],
    };
    flows::flow(size, seed.into())
}

/// A checked playbook.
#[wasm_bindgen]
pub struct Checked(Playbook);

#[wasm_bindgen]
impl Checked {
    /// Reads and checks a text.
    ///
    /// # Errors
    ///
    /// When there is no playbook in it.
    pub fn from_text(text: &str) -> Result<Checked, JsError> {
        let parsed = source::parse(text).map_err(|problem| JsError::new(&problem.to_string()))?;
        let report = check(parsed);
        report
            .playbook
            .map(Checked)
            .ok_or_else(|| JsError::new("no playbook"))
    }

    /// Analyses all paths, and tells how many states that took.
    #[must_use]
    pub fn analyse(&self) -> usize {
        analyse(&self.0).nodes
    }
}
