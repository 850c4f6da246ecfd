//! Words for ids, from a playbook. They are read from its text, so that one with errors has them, too.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use serde_json::Value;

use crate::{load, plain};

/// What questions ask and channels are called, in the playbook's first language.
#[derive(Default)]
pub struct Names {
    questions: HashMap<String, String>,
    channels: HashMap<String, String>,
    ids: HashSet<String>,
}

impl Names {
    /// Reads a playbook.
    pub fn of(file: &Path) -> Result<Self, String> {
        let name = plain::name(file);
        let text = load::read(file).map_err(|error| format!("{name}: can't be read: {error}"))?;
        let playbook: Value =
            serde_json::from_str(&text).map_err(|error| format!("{name}: no JSON: {error}"))?;
        let locale = playbook["locales"][0].as_str().unwrap_or_default();
        let said = |text: &Value| {
            let said = text.as_str().or_else(|| text[locale].as_str());
            said.map(str::to_owned)
        };
        let questions = playbook["questions"].as_array().into_iter().flatten();
        let channels = playbook["channels"].as_object().into_iter().flatten();
        let ids = ["questions", "routes"].iter().flat_map(|list| {
            let list = playbook[list].as_array().into_iter().flatten();
            list.filter_map(|one| one["id"].as_str())
        });
        let locales = playbook["locales"].as_array().into_iter().flatten();
        let ids = ids.chain(locales.filter_map(Value::as_str));
        let ids = ids.map(str::to_owned);
        Ok(Self {
            ids: ids
                .chain(channels.clone().map(|(id, _)| id.clone()))
                .collect(),
            questions: questions
                .filter_map(|one| Some((one["id"].as_str()?.to_owned(), said(&one["text"])?)))
                .collect(),
            channels: channels
                .filter_map(|(id, one)| Some((id.clone(), said(&one["name"])?)))
                .collect(),
        })
    }

    /// Whether the playbook has an id.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// A question's id, with its words where they are known.
    pub fn question(&self, id: &str) -> String {
        with_words(id, &self.questions)
    }

    /// A channel's id, with its words where they are known.
    pub fn channel(&self, id: &str) -> String {
        with_words(id, &self.channels)
    }
}

fn with_words(id: &str, words: &HashMap<String, String>) -> String {
    match words.get(id) {
        Some(words) => plain(&format!("{id}: {words}")),
        None => plain(id),
    }
}

/// Anybody can post lines, so an id may be written to command the terminal that shows it.
pub fn plain(text: &str) -> String {
    plain::line(text)
}
