//! Languages: which ones the author reads, and what they are called.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::words::Words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn of(this: &DisplayNames, tag: &str) -> Result<String, JsValue>;
}

/// The languages that the author wishes, best first. `?locale=ja` in the address comes before the browser's.
pub fn wishes() -> Vec<String> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let query = window.location().search().unwrap_or_default();
    let asked = query
        .trim_start_matches('?')
        .split('&')
        .filter_map(|part| part.strip_prefix("locale="));
    let browser = window.navigator().languages();
    asked
        .map(str::to_owned)
        .chain(browser.iter().filter_map(|tag| tag.as_string()))
        .collect()
}

/// Has the page say in which language it is.
pub fn speaks(words: &Words) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        document.set_title(&words.say("bar_title"));
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", words.locale());
        }
    }
}

/// Names of languages; the browser needs a while for each, and each is asked for with every field.
#[derive(Default)]
pub struct Languages(RefCell<HashMap<String, String>>);

impl Languages {
    /// What a language is called in another; its tag where the browser doesn't know.
    pub fn name(&self, locale: &str, tag: &str) -> String {
        let mut known = self.0.borrow_mut();
        let name = known
            .entry(tag.to_owned())
            .or_insert_with(|| named(locale, tag).unwrap_or_else(|| tag.to_owned()));
        name.clone()
    }
}

/// What a language is called in another, where the browser knows.
pub fn named(locale: &str, tag: &str) -> Option<String> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    DisplayNames::new(locale, &options).ok()?.of(tag).ok()
}
