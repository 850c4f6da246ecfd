//! Translations as one flat JSON object: a key and a string each, and the language under `@@locale` as in ARB files.

use leeward_document::pretty;
use triage::source::{Node, Value, parse, place};

use crate::{Translated, Unit};

/// The name under which the language stands.
const LOCALE: &str = "@@locale";

/// What there is in a language. A string that isn't there yet is empty.
#[must_use]
pub fn write(units: &[Unit<'_>], to: &str) -> String {
    let locale = (LOCALE.to_owned(), Node::string(to));
    let strings = units.iter().map(|unit| {
        let words = unit.words(to).unwrap_or_default();
        (unit.key.clone(), Node::string(words))
    });
    pretty(&Node::map(std::iter::once(locale).chain(strings)), "")
}

/// Reads what a translator sent back.
///
/// # Errors
///
/// A sentence about what is no flat JSON.
pub fn read(text: &str) -> Result<Translated, String> {
    let text = text.trim_start_matches('\u{feff}');
    let told = |error| format!("no flat JSON: {error}");
    let strings = parse(text).map_err(|problem| {
        let (line, column) = place(text, problem.span.unwrap_or_default().0);
        told(format!("line {line}, column {column}: {problem}"))
    })?;
    let Value::Map(strings) = strings.value else {
        return Err(told("write one object with a string a key".to_owned()));
    };
    let mut translated = Translated::default();
    for (key, node) in strings {
        match node.value {
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
