//! The page around the widget. Only here are window, document and network touched; what comes from
//! them may fail or lie, so nothing here panics.

mod clock;
mod send;
mod source;

use js_sys::{Function, Object, Reflect};
use triage::{Message, Signal};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{CustomEvent, HtmlElement};
use yew::{Callback, NodeRef};

pub use clock::{Clock, today};
pub use send::outcome;
pub use source::source;

/// How often what is open is worked out anew, in milliseconds.
const TICK: i32 = 30_000;

/// The page, as one widget sees it.
pub struct Host {
    element: HtmlElement,
    post: Function,
    ticking: Option<i32>,
    /// Kept for as long as the browser may call it.
    _tick: Closure<dyn FnMut()>,
}

impl Host {
    /// `tick` is called now and then, so that a line that has closed isn't shown as open.
    /// `post` takes messages to be sent.
    pub fn new(element: HtmlElement, post: Function, tick: Callback<()>) -> Self {
        let tick = Closure::<dyn FnMut()>::new(move || tick.emit(()));
        let ticking = web_sys::window().and_then(|window| {
            let function = tick.as_ref().unchecked_ref();
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(function, TICK)
                .ok()
        });
        Self {
            element,
            post,
            ticking,
            _tick: tick,
        }
    }

    /// Tells the page, as a bubbling event that crosses shadow roots. Ids only, never words.
    pub fn signal(&self, signal: &Signal) {
        let (name, detail) = match signal {
            Signal::Routed {
                route,
                best,
                second,
            } => (
                "leeward-route",
                object(&[
                    ("route", route.into()),
                    ("best", best.into()),
                    ("second", second.into()),
                ]),
            ),
            Signal::Contacted { channel, kind } => (
                "leeward-contact",
                object(&[("channel", channel.into()), ("kind", kind.name().into())]),
            ),
        };
        self.emit(name, detail);
    }

    /// Tells that the visitor has chosen a language. The safe layer hears it as the page does, and answers with
    /// `Mounted::translate`. The element's attributes are the page's, which may write them anew at any moment.
    pub fn request_locale(&self, tag: &str) {
        self.emit("leeward-language", object(&[("locale", tag.into())]));
    }

    fn emit(&self, name: &str, detail: Object) {
        let init = object(&[
            ("bubbles", JsValue::TRUE),
            ("composed", JsValue::TRUE),
            ("detail", detail.into()),
        ]);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, init.unchecked_ref()) {
            // A listener of the page that throws is the page's affair.
            let _ = self.element.dispatch_event(&event);
        }
    }

    /// Hands a message over to be sent; the safe layer answers with `Mounted::settle`.
    pub fn send(&self, message: &Message, channel: &str) {
        let letter = send::letter(message, channel);
        let _ = self.post.call1(&JsValue::NULL, &letter);
    }

    /// Moves the focus to what the visitor should read next: complaints first, else the heading.
    pub fn focus_step(&self, body: &NodeRef) {
        let Some(body) = body.cast::<web_sys::Element>() else {
            return;
        };
        let target = [".error-summary", "[data-outcome]", "h3"]
            .iter()
            .find_map(|selector| body.query_selector(selector).ok().flatten());
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            let _ = target.focus();
        }
        if let Ok(Some(scroll)) = body.query_selector(".scroll") {
            scroll.set_scroll_top(0);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let (Some(window), Some(ticking)) = (web_sys::window(), self.ticking) {
            window.clear_interval_with_handle(ticking);
        }
    }
}

/// An object with these fields.
fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object can't fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
