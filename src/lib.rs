//! The smart layer: asks, decides and explains. Loaded by the safe layer (`loader/leeward.js`) when
//! a visitor shows intent, and mounted inside its panel.
//!
//! Three kinds of code live here, and the arrows only point one way:
//! [`widget`] (the shell: one component, its messages) uses [`view`] (screens to HTML, pure) and
//! [`host`] (the page: clock, forms' network, events). `view` knows nothing of `host`.

mod host;
mod intl;
mod view;
mod vocabulary;
mod widget;

use std::rc::Rc;

use triage::Playbook;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use widget::{Msg, Properties, Widget};

/// A smaller allocator than the standard library's (docs/decisions/0002-small-wasm.md).
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A mounted widget, as the safe layer holds it. Names are part of the contract with `leeward.js`.
#[wasm_bindgen]
pub struct Mounted {
    widget: yew::AppHandle<Widget>,
    flawed: bool,
}

#[wasm_bindgen]
impl Mounted {
    /// The panel was opened, or the page came back: works out anew what is open, and moves the
    /// focus to the step's heading.
    pub fn show(&self) {
        self.widget.send_message(Msg::Shown);
    }

    /// Whether something in the playbook was left out because it is wrong. The safe layer then has
    /// `checker` say what, for the site's developers.
    pub fn flawed(&self) -> bool {
        self.flawed
    }

    /// Changes the language. `playbook` is the file that has it, the present one or another; `labels` is the parsed
    /// file of `labels/`, or undefined for English.
    ///
    /// # Errors
    ///
    /// When the playbook can't be used. Then nothing changes.
    pub fn translate(
        &self,
        playbook: &JsValue,
        locale: String,
        labels: JsValue,
    ) -> Result<(), JsError> {
        let (playbook, _) = checked(playbook)?;
        self.widget
            .send_message(Msg::Translated(playbook, locale, labels));
        Ok(())
    }

    /// Tells what a live feed says: what `JSON.parse` made of it, or null when nothing is known any more.
    pub fn status(&self, feed: &JsValue) {
        self.widget.send_message(Msg::Told(host::source(feed)));
    }

    /// Tells that the visitor has tried a channel, and that it didn't work.
    pub fn fail(&self, channel: String) {
        self.widget.send_message(Msg::Failed(channel));
    }

    /// Tells what has come of a message to a channel: `sent`, `sending`, `queued`, `failed`, or `unknown`.
    pub fn settle(&self, channel: String, outcome: &str) {
        let outcome = host::outcome(outcome);
        self.widget.send_message(Msg::Settled(channel, outcome));
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.widget.destroy();
    }
}

/// Mounts a widget in `root`, an empty element inside the panel of `element`.
///
/// `playbook` is what `JSON.parse` made of the file, `locale` one of its locales, `labels` the
/// parsed file of `labels/` or undefined. `skewed` says that the visitor's clock and the server's
/// differ so much that one of them must be wrong: then nothing is called open or closed. `post` takes a message that is
/// to be sent (`host/send.rs`); what comes of it is told by [`Mounted::settle`].
///
/// A panic is a trap, and has no text (docs/decisions/0002-small-wasm.md). The safe layer hears of it
/// as an exception, or as an error event when the browser had called, and never calls in again.
///
/// # Errors
///
/// When the playbook can't be used. What is wrong with it is `checker`'s to say, and not every visitor's to download.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    element: HtmlElement,
    playbook: &JsValue,
    locale: String,
    labels: JsValue,
    skewed: bool,
    post: js_sys::Function,
) -> Result<Mounted, JsError> {
    let (playbook, flawed) = checked(playbook)?;
    let properties = Properties {
        playbook,
        element,
        locale,
        labels,
        skewed,
        post,
    };
    let widget = yew::Renderer::<Widget>::with_root_and_props(root, properties).render();
    Ok(Mounted { widget, flawed })
}

/// The playbook as it holds today, and whether something was left out.
fn checked(playbook: &JsValue) -> Result<(Rc<Playbook>, bool), JsError> {
    let report = triage::check(host::source(playbook));
    match report.playbook {
        Some(playbook) => Ok((
            Rc::new(playbook.without_expired(host::today())),
            !report.problems.is_empty(),
        )),
        None => Err(JsError::new("the playbook can't be used")),
    }
}
