//! What the browser tells assistive technology: its accessibility tree, as lines that can be read aloud. Only Chromium
//! gives it away (`Need::Tools`).
//!
//! A line is a role, a name in quotes, and what else is said: states, a value, a description, and the language where it
//! changes. A text stands alone unless the name above it has it already. What nobody hears is left out: what the
//! browser ignores, and boxes without a role of their own.

use std::{collections::HashMap, fmt::Write as _};

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::visitor::Visitor;

/// Roles that say nothing; their children are said instead.
const SILENT: &[&str] = &[
    "generic",
    "none",
    "paragraph",
    "LabelText",
    "Legend",
    "Figcaption",
    "MenuListPopup",
    "RootWebArea",
];

/// What is only a part of what is said already.
const PARTS: &[&str] = &["InlineTextBox", "ListMarker"];

/// States that are said when they are there.
const STATES: &[&str] = &[
    "focused", "modal", "checked", "pressed", "expanded", "selected", "disabled", "required",
    "invalid", "level", "hasPopup", "live",
];

/// States that are none.
const SILENT_STATES: &[&str] = &["", "false", "off"];

/// An element of the page, as far as it matters here.
struct Element {
    lang: String,
    /// Whether it is ours.
    ours: bool,
}

/// The two trees of a page, and what has been read of them.
struct Reading {
    nodes: HashMap<String, Value>,
    elements: HashMap<i64, Element>,
    text: String,
}

/// What is above a node, as far as it was said.
#[derive(Clone, Default)]
struct Above {
    depth: usize,
    name: String,
    lang: String,
}

impl Visitor {
    /// What is told of the widget now: of the panel, or, while that is closed, of the launcher.
    pub async fn listens(&self) -> Result<String> {
        let told = self
            .asks_the_browser("Accessibility.getFullAXTree", json!({}))
            .await?;
        let whole = json!({ "depth": -1, "pierce": true });
        let document = self.asks_the_browser("DOM.getDocument", whole).await?;
        let nodes: Vec<Value> = told["nodes"].as_array().cloned().unwrap_or_default();
        let root = nodes.first().cloned().unwrap_or_default();
        let mut reading = Reading {
            nodes: nodes
                .into_iter()
                .map(|node| (text(&node["nodeId"]), node))
                .collect(),
            elements: HashMap::new(),
            text: String::new(),
        };
        reading.learns(&document["root"], "", false);
        reading.reads(&root, &Above::default());
        ensure!(!reading.text.is_empty(), "nothing is told of the widget");
        Ok(reading.text)
    }
}

impl Reading {
    /// Learns the language of every element, and whether it is ours.
    fn learns(&mut self, node: &Value, lang: &str, ours: bool) {
        let attributes: Vec<String> = list(&node["attributes"]).map(text).collect();
        let own = attributes
            .chunks(2)
            .find(|pair| pair.first().is_some_and(|name| name == "lang"));
        let lang = own
            .and_then(|pair| pair.get(1))
            .map_or(lang, String::as_str);
        let ours = ours || node["localName"] == "leeward-help";
        if let Some(id) = node["backendNodeId"].as_i64() {
            self.elements.insert(
                id,
                Element {
                    lang: lang.to_owned(),
                    ours,
                },
            );
        }
        for child in list(&node["shadowRoots"]).chain(list(&node["children"])) {
            self.learns(child, lang, ours);
        }
    }

    /// Reads a node and what is below it.
    fn reads(&mut self, node: &Value, above: &Above) {
        let role = plain(&node["role"]);
        if PARTS.contains(&role.as_str()) {
            return;
        }
        let id = node["backendDOMNodeId"].as_i64().unwrap_or_default();
        let ours = self.elements.get(&id).is_some_and(|element| element.ours);
        // A form without a name is no landmark (HTML-AAM); newer Chromium has it in the tree all the same.
        let nameless = role == "form" && plain(&node["name"]).is_empty();
        let silent = node["ignored"] == true || nameless || SILENT.contains(&role.as_str());
        let below = if ours && !silent {
            self.says(node, &role, above)
        } else {
            above.clone()
        };
        let children: Vec<Value> = list(&node["childIds"])
            .filter_map(|child| self.nodes.get(&text(child)).cloned())
            .collect();
        for child in children {
            self.reads(&child, &below);
        }
    }

    /// Writes the line of a node, and gives what is above its children.
    fn says(&mut self, node: &Value, role: &str, above: &Above) -> Above {
        let name = plain(&node["name"]);
        if role == "StaticText" && above.name.contains(&name) {
            return above.clone();
        }
        let id = node["backendDOMNodeId"].as_i64().unwrap_or_default();
        let lang = self
            .elements
            .get(&id)
            .map(|element| element.lang.clone())
            .unwrap_or_default();
        let mut line = "  ".repeat(above.depth);
        line += if role == "StaticText" { "text" } else { role };
        if !name.is_empty() {
            let _ = write!(line, " “{name}”");
        }
        line += &states(node, role);
        for (label, value) in [
            ("value", &node["value"]),
            ("described by", &node["description"]),
        ] {
            let value = plain(value);
            if !value.is_empty() {
                let _ = write!(line, ", {label} “{value}”");
            }
        }
        if lang != above.lang {
            let _ = write!(line, ", in {lang}");
        }
        self.text += &line;
        self.text.push('\n');
        Above {
            depth: above.depth + 1,
            name,
            lang,
        }
    }
}

fn states(node: &Value, role: &str) -> String {
    let properties: HashMap<String, String> = list(&node["properties"])
        .map(|property| (text(&property["name"]), plain(&property["value"])))
        .collect();
    let said = STATES.iter().filter_map(|state| {
        let value = properties.get(*state)?;
        match value.as_str() {
            "true" => Some(format!(", {state}")),
            "false" if matches!(*state, "checked" | "pressed" | "expanded") => {
                Some(format!(", not {state}"))
            }
            _ if *state == "level" && role != "heading" => None,
            value if SILENT_STATES.contains(&value) => None,
            value => Some(format!(", {state} {value}")),
        }
    });
    said.collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The value of a property. Which blanks stand in a time of day is each browser's own affair.
fn plain(property: &Value) -> String {
    let value = text(&property["value"]);
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
