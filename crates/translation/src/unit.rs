//! Everything in a playbook that a visitor reads, as units for translators, each under a key that survives when
//! questions or stories change places: ids where there are ids, else a fingerprint of what is said.

use triage::{
    grammar::{Field, PLAYBOOK, Plural, Shape},
    source::{Node, Value},
};

/// A text, or one plural form of a counted text.
#[derive(Debug)]
pub struct Unit<'a> {
    /// Where it stands: `questions.topic.text`.
    pub key: String,
    /// What the field means.
    pub meaning: &'static str,
    /// The text in the file, whole.
    pub node: &'a Node,
    /// Which plural form it is, of a counted text.
    pub plural: Option<Plural>,
}

impl Unit<'_> {
    /// What it says in a locale. One string for everybody is said in each.
    #[must_use]
    pub fn words(&self, locale: &str) -> Option<&str> {
        let words = match (&self.node.value, self.plural) {
            (Value::String(text), _) => text,
            (_, None) => self.node.entry(locale)?.text(),
            (_, Some(plural)) => self.node.entry(locale)?.entry(plural.name())?.text(),
        };
        Some(words)
    }

    /// What there is to translate. A plural form that the language doesn't have is made from the general one.
    #[must_use]
    pub fn source(&self, locale: &str) -> &str {
        let general = || Some(self.node.entry(locale)?.entry("other")?.text());
        self.words(locale).or_else(general).unwrap_or_default()
    }
}

/// The units of a file in their order, with the plural forms of the language into which it is translated.
#[must_use]
pub fn units<'a>(source: &'a Node, to: &str) -> Vec<Unit<'a>> {
    let locales = source
        .entry("locales")
        .map(Node::elements)
        .unwrap_or_default();
    let mut collector = Collector {
        default: locales.first().map(Node::text).unwrap_or_default(),
        to,
        units: Vec::new(),
    };
    collector.collect(source, &PLAYBOOK, "", "");
    collector.number_namesakes();
    collector.units
}

struct Collector<'a, 't> {
    default: &'a str,
    to: &'t str,
    units: Vec<Unit<'a>>,
}

impl<'a> Collector<'a, '_> {
    fn collect(&mut self, node: &'a Node, shape: &'static Shape, key: &str, meaning: &'static str) {
        match shape {
            Shape::Text => self.push(node, key.to_owned(), meaning, None),
            Shape::CountedText => {
                for plural in self.plurals(node) {
                    let key = format!("{key}.{}", plural.name());
                    self.push(node, key, meaning, Some(plural));
                }
            }
            Shape::List(list) => {
                for element in node.elements() {
                    let key = format!("{key}.{}", self.name(element));
                    self.collect(element, list.of, &key, meaning);
                }
            }
            Shape::Table(table) => {
                for (name, entry) in node.entries() {
                    self.collect(entry, table.of, &format!("{key}.{name}"), meaning);
                }
            }
            Shape::Object { tag, fields } => self.fields(node, tag, fields, key),
            _ => {}
        }
    }

    fn fields(&mut self, node: &'a Node, tag: &str, fields: &'static [Field], key: &str) {
        let tag = node.entry(tag).map_or("", Node::text);
        for (name, entry) in node.entries() {
            let field = fields.iter().find(|field| {
                field.name == name && (field.only_for.is_empty() || field.only_for.contains(&tag))
            });
            if let Some(field) = field {
                let key = if key.is_empty() {
                    name.clone()
                } else {
                    format!("{key}.{name}")
                };
                self.collect(entry, field.shape, &key, field.meaning);
            }
        }
    }

    fn push(&mut self, node: &'a Node, key: String, meaning: &'static str, plural: Option<Plural>) {
        self.units.push(Unit {
            key,
            meaning,
            node,
            plural,
        });
    }

    /// The forms of the target language, and what else is written for it already.
    fn plurals(&self, node: &Node) -> Vec<Plural> {
        let written = node.entry(self.to).or_else(|| node.entry(self.default));
        let known = Plural::used_by(self.to);
        let here = node.entry(self.to);
        let is_wanted = |plural: &Plural| {
            let is_here = |forms: Option<&Node>| {
                forms.is_some_and(|forms| forms.entry(plural.name()).is_some())
            };
            known.map_or_else(
                || is_here(written),
                |used| used.contains(plural) || is_here(here),
            )
        };
        Plural::ALL.into_iter().filter(is_wanted).collect()
    }

    /// The id of an element; without one, a fingerprint of the first text in it.
    fn name(&self, element: &Node) -> String {
        if let Some(id) = element.entry("id") {
            return id.text().to_owned();
        }
        let text = |node: &'_ Node| match &node.value {
            Value::String(text) => text.clone(),
            _ => node
                .entry(self.default)
                .map_or_else(String::new, |line| line.text().to_owned()),
        };
        let first = ["text", "title", "name"]
            .iter()
            .find_map(|name| element.entry(name));
        format!("h{:08x}", fingerprint(&text(first.unwrap_or(element))))
    }

    /// Elements that say the same have the same fingerprint; the later ones get a number.
    fn number_namesakes(&mut self) {
        let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        for unit in &mut self.units {
            let count = seen.entry(unit.key.clone()).or_default();
            *count += 1;
            if *count > 1 {
                unit.key = format!("{}-{count}", unit.key);
            }
        }
    }
}

/// FNV-1a, 32 bits. It must never change, or translations under way lose their place.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
