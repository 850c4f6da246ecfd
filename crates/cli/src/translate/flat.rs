//! Translations as one flat JSON object: a key and a string each, and the language under `@@locale` as in ARB files.

use serde_json::{Map, Value};

use super::{Translated, unit::Unit};
use crate::pretty::pretty;

/// The name under which the language stands.
const LOCALE: &str = "@@locale";

/// What there is in a language. A string that isn't there yet is empty.
pub fn write(units: &[Unit<'_>], to: &str) -> String {
    let mut strings = Map::new();
    strings.insert(LOCALE.into(), to.into());
    for unit in units {
        strings.insert(unit.key.clone(), unit.words(to).unwrap_or_default().into());
    }
    pretty(&Value::Object(strings))
}

/// Reads what a translator sent back.
///
/// # Errors
///
/// A sentence about what is no flat JSON.
pub fn read(text: &str) -> Result<Translated, String> {
    let strings: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| format!("no flat JSON: {error}"))?;
    let mut translated = Translated::default();
    for (key, value) in strings {
        match value {
            Value::String(locale) if key == LOCALE => translated.to = locale,
            Value::String(text) => translated.strings.push((key, text)),
            _ => {
                return Err(format!(
                    "{key}: no string; write each translation as one string"
                ));
            }
        }
    }
    if translated.to.is_empty() {
        return Err(format!(
            "the language is missing; add \"{LOCALE}\": \"hi\" or another tag"
        ));
    }
    Ok(translated)
}
