//! Panics. A trapped instance stays callable with half-written state, so the safe layer must learn
//! of it at once and never call in again (REQUIREMENTS R11).

use std::{cell::RefCell, sync::Once};

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static LISTENERS: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// Has a function called when anything in this instance panics.
pub fn tell(listener: Function) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| yew::set_custom_panic_hook(Box::new(|info| announce(&describe(info)))));
    LISTENERS.with_borrow_mut(|listeners| listeners.push(listener));
}

fn announce(message: &str) {
    // Taken out first: a listener that leads back here must not find the list borrowed.
    let listeners = LISTENERS.try_with(RefCell::take).unwrap_or_default();
    for listener in listeners {
        // The other listeners must hear of it even if one throws.
        let _ = listener.call1(&JsValue::NULL, &JsValue::from_str(message));
    }
}

fn describe(info: &std::panic::PanicHookInfo<'_>) -> String {
    let mut message = String::from("the engine broke");
    if let Some(text) = info.payload().downcast_ref::<&str>() {
        message.push_str(": ");
        message.push_str(text);
    }
    if let Some(place) = info.location() {
        message.push_str(" at ");
        message.push_str(place.file());
        message.push(':');
        message.push_str(&place.line().to_string());
    }
    message
}
