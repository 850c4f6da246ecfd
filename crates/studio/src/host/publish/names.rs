//! What days, zones, languages, lengths of time and moments are called: the browser's `Intl`, and what else the browser can do.
//!
//! `Intl` throws on locales and zones that it doesn't know; then the tag or the zone's own name stands there.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, Object, Reflect};
use leeward_pages::Names;
use triage::{Span, hours::Date};
use wasm_bindgen::prelude::*;

use super::place;
use crate::{host::language, publish::Around};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, js_name = formatToParts)]
    fn parts(this: &DateTimeFormat) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(catch, method, js_name = format)]
    fn format_number(this: &NumberFormat, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(catch, method, js_name = format)]
    fn format_list(this: &ListFormat, list: &Array) -> Result<String, JsValue>;
}

/// Milliseconds in a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Names, each asked for once: the browser needs a while for each.
#[derive(Default)]
pub struct Intl(RefCell<HashMap<[String; 3], String>>);

impl Intl {
    fn known(&self, key: [&str; 3], find: impl FnOnce() -> Option<String>) -> String {
        let key = key.map(str::to_owned);
        if let Some(name) = self.0.borrow().get(&key) {
            return name.clone();
        }
        let name = find().unwrap_or_else(|| key[2].clone());
        self.0.borrow_mut().insert(key, name.clone());
        name
    }
}

impl Names for Intl {
    fn day(&self, locale: &str, day: usize) -> String {
        self.known(["day", locale, &day.to_string()], || {
            // The fifth of January 1970 was a Monday.
            let moment = (4 + day as i64) * DAY;
            said(locale, &[("weekday", "short"), ("timeZone", "UTC")], moment)
        })
    }

    fn zone(&self, locale: &str, zone: &str) -> String {
        self.known(["zone", locale, zone], || {
            let options = options(&[("timeZone", zone), ("timeZoneName", "longGeneric")]);
            let parts = DateTimeFormat::new(locale, &options).ok()?.parts().ok()?;
            let get =
                |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
            let part = parts
                .iter()
                .find(|part| get(part, "type").as_deref() == Some("timeZoneName"))?;
            get(&part, "value")
        })
    }

    fn language(&self, locale: &str, tag: &str) -> String {
        self.known(["language", locale, tag], || language::named(locale, tag))
    }

    fn date(&self, locale: &str, date: Date) -> String {
        self.known(["date", locale, &date.to_string()], || {
            let style = [("dateStyle", "medium"), ("timeZone", "UTC")];
            said(locale, &style, i64::from(date.days()) * DAY)
        })
    }

    fn span(&self, locale: &str, span: Span) -> String {
        let count = span.count.to_string();
        self.known([span.unit.name(), locale, &count], || {
            let wanted = [
                ("style", "unit"),
                ("unit", span.unit.name()),
                ("unitDisplay", "long"),
            ];
            let format = NumberFormat::new(locale, &options(&wanted)).ok()?;
            format.format_number(span.count.into()).ok()
        })
    }

    fn list(&self, locale: &str, things: &[String]) -> String {
        let array: Array = things
            .iter()
            .map(|thing| JsValue::from_str(thing))
            .collect();
        let format = ListFormat::new(locale);
        let list = format.and_then(|format| format.format_list(&array));
        list.unwrap_or_else(|_| things.join(", "))
    }
}

impl Around for Intl {
    fn today(&self) -> Date {
        let now = js_sys::Date::new_0();
        let here = now.get_time() - now.get_timezone_offset() * 60_000.0;
        Date::from_days((here as i64).div_euclid(DAY) as i32)
    }

    fn moment(&self, locale: &str, moment: i64) -> String {
        let day = |moment: i64| said("en", &[("dateStyle", "short")], moment);
        let time = [("hour", "numeric"), ("minute", "2-digit")];
        let date = [("month", "short"), ("day", "numeric")];
        let is_today = day(moment) == day(super::now());
        let wanted = if is_today {
            &time[..]
        } else {
            &[date, time].concat()[..]
        };
        said(locale, wanted, moment).unwrap_or_default()
    }

    fn keeps_files(&self) -> bool {
        place::is_possible()
    }
}

fn said(locale: &str, wanted: &[(&str, &str)], moment: i64) -> Option<String> {
    let format = DateTimeFormat::new(locale, &options(wanted)).ok()?;
    format.format(moment as f64).ok()
}

fn options(wanted: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in wanted {
        // Setting a field of a fresh object can't fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}
