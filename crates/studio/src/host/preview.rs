//! The preview: a page of its own in a frame, with the real element on it (`page/preview.js`).

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlIFrameElement;

/// Shows a text in a language.
pub fn show(text: &str, locale: &str) {
    let message = Object::new();
    for (name, value) in [("text", text), ("locale", locale)] {
        let _ = Reflect::set(&message, &name.into(), &value.into());
    }
    if let Some(window) = frame().and_then(|frame| frame.content_window()) {
        let _ = window.post_message(&message, &origin());
    }
}

/// Loads the page anew. It says so when it waits for a text.
pub fn restart() {
    if let Some(frame) = frame() {
        frame.set_src("preview.html");
    }
}

/// Whom to talk to, and to listen to: nobody but our own site.
pub fn origin() -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin.unwrap_or_default()
}

fn frame() -> Option<HtmlIFrameElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id("preview")?.dyn_into().ok()
}
