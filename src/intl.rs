//! The browser's `Intl`, as far as it is used here.
//!
//! Declared anew rather than taken from js-sys: an unknown locale or zone throws, and js-sys lets
//! that exception pass through the wasm. Here everything that may throw is caught.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    pub type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(catch, method, js_name = format)]
    pub fn format_moment(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, js_name = resolvedOptions)]
    pub fn resolved_options(this: &DateTimeFormat) -> Result<Object, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    pub type NumberFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn new(locale: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn with_options(locale: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(catch, method, js_name = format)]
    pub fn format_number(this: &NumberFormat, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    pub type PluralRules;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn new(locale: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(catch, method)]
    pub fn select(this: &PluralRules, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    pub type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn new(locale: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(catch, method)]
    pub fn of(this: &DisplayNames, tag: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    pub type ListFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    pub fn new(locale: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(catch, method, js_name = format)]
    pub fn format_list(this: &ListFormat, list: &Array) -> Result<String, JsValue>;
}
