//! Time zones and days, from the browser's `Intl`.

use js_sys::{Array, Date, Object, Reflect};
use triage::{
    hours::{self, Offsets, Zones, parse_offset},
    zones::meant,
};
use wasm_bindgen::prelude::*;

use crate::{
    clocks::Zone,
    rehearse::{World, moment::Reading},
    view::Length,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> Result<Object, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = supportedValuesOf)]
    fn supported_values_of(what: &str) -> Result<Array, JsValue>;
}

const DAY: i64 = 24 * 60 * 60;

/// How far before and after a moment offsets are looked up: a span may have begun days before, and the engine looks five
/// weeks ahead from the end of a week.
const BACK: i64 = 6 * DAY;
const AHEAD: i64 = 46 * DAY;

/// The advice looks 371 days ahead. Nobody moves their clocks twice in a week.
const YEAR: i64 = 378 * DAY;
const WEEK: i64 = 7 * DAY;

/// Names that some browsers have for a zone, and the one by which people there know it.
const RENAMED: [(&str, &str); 12] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Godthab", "America/Nuuk"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
    ("Pacific/Enderbury", "Pacific/Kanton"),
];

/// What the browser knows: the offsets of some zones around a moment on any clock, or around now.
pub fn world(zones: &[String], moment: Option<Reading>) -> World {
    let now = (Date::now() / 1000.0) as i64;
    let here = here().unwrap_or_else(|| "UTC".to_owned());
    // No clock on earth is farther from UTC than the days before and after that are looked up.
    let around = moment.map_or(now, |moment| {
        i64::from(moment.date.days()) * DAY + i64::from(moment.minute) * 60
    });
    let mut offsets = Zones::default();
    for zone in zones.iter().chain([&here]) {
        if offsets.get(zone).is_none()
            && let Some(known) = self::offsets(zone, around)
        {
            offsets.insert(zone, known);
        }
    }
    World {
        now,
        here,
        zones: all(),
        offsets,
    }
}

/// What is known of each of some zones for a year ahead, at an instant in UTC seconds. Of a browser that doesn't even
/// know UTC nothing is believed.
pub fn known(names: &[String], now: i64) -> Vec<Zone> {
    if year("UTC", now).is_none() {
        return Vec::new();
    }
    let zone = |name: &String| {
        let offsets = year(name, now);
        let near = if offsets.is_none() {
            let all = all();
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            meant(name, &all)
        } else {
            Vec::new()
        };
        Zone {
            name: name.clone(),
            near,
            offsets,
        }
    };
    names.iter().map(zone).collect()
}

/// The offsets of a zone for a year: it is looked at once a week, and more closely where two looks differ.
pub fn year(zone: &str, now: i64) -> Option<Offsets> {
    let format = format("en", &[("timeZone", zone), ("timeZoneName", "longOffset")])?;
    let offset_at = |utc: i64| parse_offset(&format.format(utc as f64 * 1000.0).ok()?);
    let start = now - BACK;
    let mut table = vec![(start, offset_at(start)?)];
    for week in 0..YEAR / WEEK {
        let from = start + week * WEEK;
        let (_, offset) = *table.last()?;
        if offset_at(from + WEEK)? != offset {
            let (mut before, mut after) = (from, from + WEEK);
            while after - before > 1 {
                let middle = before + (after - before) / 2;
                if offset_at(middle)? == offset {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            table.push((after, offset_at(after)?));
        }
    }
    Offsets::new(table)
}

/// A day in a language.
pub fn day(locale: &str, date: hours::Date, length: Length) -> String {
    let parts: &[(&str, &str)] = match length {
        Length::Weekday => &[("weekday", "long")],
        Length::Short => &[("weekday", "short"), ("day", "numeric")],
        Length::Long => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
    };
    // The browser's own English has the day in an American place.
    let locale = if locale == "en" { "en-GB" } else { locale };
    let format = format(locale, &[parts, &[("timeZone", "UTC")]].concat());
    let noon = (i64::from(date.days()) * DAY + DAY / 2) as f64 * 1000.0;
    let said = format.and_then(|format| format.format(noon).ok());
    said.unwrap_or_else(|| date.to_string())
}

fn format(locale: &str, parts: &[(&str, &str)]) -> Option<DateTimeFormat> {
    let options = Object::new();
    for (name, value) in parts {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    DateTimeFormat::new(locale, &options).ok()
}

/// The author's own zone.
pub fn here() -> Option<String> {
    let options = format("en", &[])?.resolved_options().ok()?;
    let zone = Reflect::get(&options, &"timeZone".into()).ok()?;
    Some(known_as(zone.as_string()?))
}

/// The zones that the browser knows, by the names that people there know.
pub fn all() -> Vec<String> {
    let names = supported_values_of("timeZone").unwrap_or_default();
    let names = names.iter().filter_map(|name| name.as_string());
    let mut names: Vec<String> = names.map(known_as).collect();
    names.sort();
    names
}

fn known_as(zone: String) -> String {
    let other = RENAMED.iter().find(|(old, _)| *old == zone);
    other.map_or(zone, |(_, new)| (*new).to_owned())
}

/// The offsets of a zone; `None` when the browser doesn't know it.
pub fn offsets(zone: &str, around: i64) -> Option<Offsets> {
    let format = format("en", &[("timeZone", zone), ("timeZoneName", "longOffset")])?;
    let offset_at = |utc: i64| parse_offset(&format.format(utc as f64 * 1000.0).ok()?);
    Offsets::scan(around - BACK, around + AHEAD, offset_at)
}
