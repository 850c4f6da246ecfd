//! Something that happens after a rest.

use std::cell::Cell;

use wasm_bindgen::{JsCast as _, closure::Closure};

/// Calls after a while, unless it is started again before.
pub struct Timer {
    milliseconds: i32,
    running: Cell<Option<i32>>,
    act: Closure<dyn FnMut()>,
}

impl Timer {
    pub fn new(milliseconds: i32, act: impl Fn() + 'static) -> Self {
        Self {
            milliseconds,
            running: Cell::new(None),
            act: Closure::new(act),
        }
    }

    /// Begins the rest anew.
    pub fn start(&self) {
        let Some(window) = web_sys::window() else {
            return;
        };
        if let Some(running) = self.running.take() {
            window.clear_timeout_with_handle(running);
        }
        let act = self.act.as_ref().unchecked_ref();
        let started =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act, self.milliseconds);
        self.running.set(started.ok());
    }
}
