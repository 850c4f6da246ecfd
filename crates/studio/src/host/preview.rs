//! The preview: a page of its own in a frame, with the real element on it (`page/preview.js`).
//!
//! Messages go both ways, as objects with a `kind`.

use js_sys::{Array, Object, Reflect};
use leeward_document::{Path, Step};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, MessageEventInit, Window};

use crate::rehearse::Visitor;

/// Shows a text in a language.
pub fn show(text: &str, locale: &str) {
    tell(
        "playbook",
        &[("text", text.into()), ("locale", locale.into())],
    );
}

/// Shows a string in another one's place. The message is handed over instead of being sent, so that its words are there
/// when the page is painted next, together with those in the field.
pub fn follow(path: &Path, text: &str) {
    let steps: Array = path.steps().iter().map(step).collect();
    let message = message("letter", &[("path", steps.into()), ("text", text.into())]);
    let (Some(window), Some(preview)) = (web_sys::window(), window()) else {
        return;
    };
    let init = MessageEventInit::new();
    init.set_data(&message);
    init.set_origin(&origin());
    init.set_source(Some(&window));
    if let Ok(event) = MessageEvent::new_with_event_init_dict("message", &init) {
        let _ = preview.dispatch_event(&event);
    }
}

fn step(step: &Step) -> JsValue {
    match step {
        Step::Name(name) => name.into(),
        Step::Place(place) => (*place as u32).into(),
    }
}

/// Becomes a visitor.
pub fn rehearse(visitor: &Visitor) {
    let maybe = |text: &Option<String>| text.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    let list =
        |texts: &[String]| -> Array { texts.iter().map(|text| JsValue::from_str(text)).collect() };
    let at = visitor
        .at
        .map_or(JsValue::NULL, |at| JsValue::from_f64(at as f64 * 1000.0));
    let ways: Array = visitor
        .ways
        .iter()
        .map(|(href, text)| list(&[href.clone(), text.clone()]))
        .collect();
    let path: Array = visitor
        .path
        .iter()
        .map(|(question, values)| Array::of2(&question.as_str().into(), &list(values)))
        .collect();
    tell(
        "visitor",
        &[
            ("at", at),
            ("zone", maybe(&visitor.zone)),
            ("theme", visitor.theme.name().into()),
            ("page", visitor.page.name().into()),
            ("feed", maybe(&visitor.feed)),
            ("ways", ways.into()),
            ("path", path.into()),
        ],
    );
}

fn tell(kind: &str, values: &[(&str, JsValue)]) {
    if let Some(window) = window() {
        let _ = window.post_message(&message(kind, values), &origin());
    }
}

fn message(kind: &str, values: &[(&str, JsValue)]) -> Object {
    let message = Object::new();
    for (name, value) in values.iter().chain([&("kind", kind.into())]) {
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    message
}

/// Has clicks lead to fields, or be a visitor's.
pub fn point(is_on: bool) {
    tell("pointing", &[("on", is_on.into())]);
}

/// Shows where a sentence stands, if the visitor sees it.
pub fn mark(sentence: &str) {
    tell("mark", &[("text", sentence.into())]);
}

/// A text in a message from the preview; its kind is one.
pub fn text(message: &JsValue, name: &str) -> Option<String> {
    let message = message.dyn_ref::<Object>()?;
    Reflect::get(message, &name.into()).ok()?.as_string()
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

fn window() -> Option<Window> {
    frame()?.content_window()
}

fn frame() -> Option<HtmlIFrameElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id("preview")?.dyn_into().ok()
}
