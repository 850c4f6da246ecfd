//! Putting translations into a playbook. What was there and isn't translated anew stays as it was.

use std::collections::{BTreeMap, BTreeSet};

use leeward_document::{
    edit::{Edit, add_elements, add_entries, apply, raw, replace},
    quoted,
};
use triage::{
    grammar::Plural,
    is_hidden, placeholders,
    source::{Node, Value},
};

use crate::{Translated, Unit, locales, units};

/// A playbook with translations, and what came of them.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The playbook's text.
    pub text: String,
    /// How many texts were taken.
    pub used: usize,
    /// Keys that could not be used, each with the reason.
    pub refused: Vec<String>,
    /// Keys that were not translated.
    pub missing: Vec<String>,
}

/// Puts translations into a playbook.
#[must_use]
pub fn merge(text: &str, source: &Node, translated: &Translated) -> Merged {
    let to = &translated.to;
    let locales = locales(source);
    let default = locales.first().copied().unwrap_or_default();
    let units = units(source, to);
    let keys: BTreeSet<&str> = units.iter().map(|unit| unit.key.as_str()).collect();
    let mut strings: BTreeMap<&str, &str> = BTreeMap::new();
    let mut refused = Vec::new();
    for (key, string) in &translated.strings {
        if !keys.contains(key.as_str()) {
            refused.push(format!(
                "{key}: the playbook has no such text; it was changed or removed since the export"
            ));
        } else if strings.insert(key, string).is_some() {
            refused.push(format!("{key}: stands there twice; the last one is taken"));
        }
    }
    let (mut taken, mut missing) = (Vec::new(), Vec::new());
    for unit in &units {
        match strings.get(unit.key.as_str()) {
            None | Some(&"") => missing.push(unit.key.clone()),
            Some(words) => match fault(unit, words, to, default) {
                None => taken.push((unit, *words)),
                Some(fault) => refused.push(format!("{}: {fault}", unit.key)),
            },
        }
    }
    let mut merger = Merger {
        text,
        to,
        locales: &locales,
        edits: Vec::new(),
    };
    merger.merge(&taken);
    if !taken.is_empty() && !locales.contains(&to.as_str()) {
        let list = source
            .entry("locales")
            .map(|list| add_elements(text, list, &[quoted(to)]));
        merger.edits.extend(list);
    }
    Merged {
        text: apply(text, merger.edits),
        used: taken.len(),
        refused,
        missing,
    }
}

/// What is wrong with a translation.
fn fault(unit: &Unit<'_>, words: &str, to: &str, default: &str) -> Option<String> {
    if words.trim().is_empty() {
        return Some("only spaces; write the translation, or leave it empty".into());
    }
    // What stood there before is for the checker to tell (`hidden_sign`).
    let is_new = unit.words(to) != Some(words);
    if is_new && let Some(sign) = words.chars().find(|sign| is_hidden(*sign)) {
        return Some(format!(
            "nobody sees the sign U+{:04X} in it, and visitors would be shown the text without it; remove it",
            u32::from(sign)
        ));
    }
    let names = |text| placeholders(text).collect::<BTreeSet<_>>();
    let (wanted, found) = (names(unit.source(default)), names(words));
    // "one person" may do without the number.
    let is_free = unit.plural.is_some_and(|plural| plural != Plural::Other) && found.is_empty();
    let spelled: Vec<String> = wanted.iter().map(|name| format!("{{{name}}}")).collect();
    match wanted == found || is_free {
        true => None,
        false if wanted.is_empty() => {
            Some("there are no placeholders in the source; remove those in the translation".into())
        }
        false => Some(format!(
            "use the placeholders of the source, no others: {}",
            spelled.join(" ")
        )),
    }
}

struct Merger<'t> {
    text: &'t str,
    to: &'t str,
    locales: &'t [&'t str],
    edits: Vec<Edit>,
}

impl Merger<'_> {
    /// The plural forms of one text come one after the other, and are put in together.
    fn merge(&mut self, taken: &[(&Unit<'_>, &str)]) {
        for of_one in taken.chunk_by(|(a, _), (b, _)| std::ptr::eq(a.node, b.node)) {
            let Some((unit, words)) = of_one.first() else {
                continue;
            };
            match (&unit.node.value, unit.node.entry(self.to)) {
                (Value::String(everybody), _) => self.split(unit.node, everybody, words),
                (_, None) => {
                    let json = json(of_one);
                    self.edits.push(add_entries(
                        self.text,
                        unit.node,
                        &[(self.to.to_owned(), json)],
                    ));
                }
                (_, Some(line)) if unit.plural.is_none() => self.set(line, words),
                (_, Some(forms)) => self.set_forms(forms, of_one),
            }
        }
    }

    fn set(&mut self, line: &Node, words: &str) {
        if line.text() != words {
            self.edits.push(replace(line, quoted(words)));
        }
    }

    fn set_forms(&mut self, forms: &Node, of_one: &[(&Unit<'_>, &str)]) {
        let mut new = Vec::new();
        for (unit, words) in of_one {
            let name = unit.plural.unwrap_or(Plural::Other).name();
            match forms.entry(name) {
                Some(form) => self.set(form, words),
                None => new.push((name.to_owned(), quoted(words))),
            }
        }
        if !new.is_empty() {
            self.edits.push(add_entries(self.text, forms, &new));
        }
    }

    /// One string for everybody becomes one per locale; the others keep what they had.
    fn split(&mut self, node: &Node, everybody: &str, words: &str) {
        if everybody == words {
            return;
        }
        let mut lines: Vec<(&str, String)> = self
            .locales
            .iter()
            .map(|locale| (*locale, raw(self.text, node).to_owned()))
            .collect();
        match lines.iter_mut().find(|(locale, _)| *locale == self.to) {
            Some((_, line)) => *line = quoted(words),
            None => lines.push((self.to, quoted(words))),
        }
        self.edits.push(replace(node, object(&lines)));
    }
}

/// The JSON of what a new language is given.
fn json(of_one: &[(&Unit<'_>, &str)]) -> String {
    let forms: Vec<(&str, String)> = of_one
        .iter()
        .filter_map(|(unit, words)| Some((unit.plural?.name(), quoted(words))))
        .collect();
    match of_one.first() {
        Some((_, words)) if forms.is_empty() => quoted(words),
        _ => object(&forms),
    }
}

fn object(entries: &[(&str, String)]) -> String {
    let entries: Vec<String> = entries
        .iter()
        .map(|(name, json)| format!("{}: {json}", quoted(name)))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}
