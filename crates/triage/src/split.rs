//! One playbook as a file for each of its languages, so that visitors download the words that they read and no others.
//!
//! Each file is a whole playbook in one locale. Ids, conditions and order stay, so a visitor who changes the language
//! goes on where they are ([`Session::translated`](crate::Session::translated)).

use std::cell::Cell;

use crate::{
    check::grammar::{PLAYBOOK, Shape},
    source::{Node, Value},
};

/// The name and the content of each file, the default locale first: of `help` come `help.json`, `help.ja.json` and so on.
///
/// The source must be one in which [`check`](crate::check()) finds no error, of version 1. A text that lacks a language
/// stays in the default one; the file then has two locales, its own after the default one. Keywords of all languages are
/// in every file, and channels that say nothing of languages get those of the whole playbook.
///
/// ```
/// # #[cfg(feature = "text")] {
/// let source = triage::source::parse(include_str!("../../../playbooks/outage.json")).unwrap();
/// let files = triage::split(&source, "outage");
/// assert_eq!(files[1].0, "outage.ja.json");
/// let japanese = triage::check(files[1].1.clone()).playbook.unwrap();
/// assert_eq!(japanese.locales(), ["ja"]);
/// assert_eq!(japanese.languages()[0], "en");
/// # }
/// ```
#[must_use]
pub fn split(source: &Node, name: &str) -> Vec<(String, Node)> {
    let tags = source.entry("locales").map_or(&[][..], Node::elements);
    let locales: Vec<&str> = tags.iter().map(Node::text).collect();
    let names = locales
        .iter()
        .enumerate()
        .map(|(place, locale)| match place {
            0 => [name, ".json"].concat(),
            _ => [name, ".", locale, ".json"].concat(),
        });
    let names: Vec<String> = names.collect();
    let files = locales.iter().map(|locale| {
        let splitter = Splitter {
            names: &names,
            locales: &locales,
            locale,
            lacks: Cell::new(false),
        };
        splitter.file(source)
    });
    names.iter().cloned().zip(files).collect()
}

/// Makes the file of one locale.
struct Splitter<'a> {
    names: &'a [String],
    locales: &'a [&'a str],
    locale: &'a str,
    /// Whether a text isn't there in this locale.
    lacks: Cell<bool>,
}

impl Splitter<'_> {
    fn file(&self, source: &Node) -> Node {
        let entries = source.entries().iter().filter(|(name, _)| {
            // The schema is seen from where the whole playbook is.
            name != "$schema" && name != "locales" && name != "version"
        });
        let entries = entries.map(|(name, node)| {
            let said = self.said(node, PLAYBOOK.part(name));
            let node = match (name.as_str(), said.value) {
                ("channels", Value::Map(channels)) => map(channels
                    .into_iter()
                    .map(|(id, channel)| (id, self.with_languages(channel)))),
                (_, value) => value.into(),
            };
            (name.clone(), node)
        });
        let entries: Vec<_> = entries.collect();
        let default = self.locales.iter().take(1).filter(|_| self.lacks.get());
        let locales = default.chain([&self.locale]).map(|tag| string(tag));
        let translations = self.locales.iter().zip(self.names);
        let translations = translations.map(|(tag, name)| ((*tag).to_owned(), string(name)));
        let head = [
            ("version", Value::Whole(1).into()),
            ("locales", Value::List(locales.collect()).into()),
            ("translations", map(translations)),
        ];
        let head = head.map(|(name, node)| (name.to_owned(), node));
        map(head.into_iter().chain(entries))
    }

    /// Without languages, a channel answers in all of the playbook's.
    fn with_languages(&self, mut channel: Node) -> Node {
        if let Value::Map(fields) = &mut channel.value
            && fields.iter().all(|(name, _)| name != "languages")
        {
            let tags = self.locales.iter().map(|locale| string(locale));
            fields.push(("languages".to_owned(), Value::List(tags.collect()).into()));
        }
        channel
    }

    /// What stands at a node, as far as it is in the locale or in none.
    fn said(&self, node: &Node, shape: Option<&'static Shape>) -> Node {
        match (&node.value, shape) {
            (Value::Map(_), Some(Shape::Text)) => {
                let own = node.entry(self.locale).cloned();
                own.unwrap_or_else(|| self.by_default(node))
            }
            (Value::Map(_), Some(Shape::CountedText)) => {
                let own = node.entry(self.locale).cloned();
                own.map_or_else(|| self.by_default(node), |own| self.only(own))
            }
            (Value::Map(entries), Some(Shape::Table(table)))
                if matches!(table.names, Shape::Locale) =>
            {
                let keywords = entries.iter().flat_map(|(_, words)| words.elements());
                self.only(Value::List(keywords.cloned().collect()).into())
            }
            (Value::Map(entries), Some(shape)) => map(entries.iter().map(|(name, node)| {
                let node = self.said(node, shape.part(name));
                (name.clone(), node)
            })),
            (Value::List(elements), Some(Shape::List(list))) => {
                let elements = elements.iter().map(|node| self.said(node, Some(list.of)));
                Value::List(elements.collect()).into()
            }
            _ => node.clone(),
        }
    }

    fn only(&self, node: Node) -> Node {
        map([(self.locale.to_owned(), node)])
    }

    fn by_default(&self, node: &Node) -> Node {
        self.lacks.set(true);
        let default = self.locales.first().copied().unwrap_or_default();
        let entry = node.entry(default).cloned();
        map(entry.map(|entry| (default.to_owned(), entry)))
    }
}

fn string(text: &str) -> Node {
    Value::String(text.to_owned()).into()
}

fn map(entries: impl IntoIterator<Item = (String, Node)>) -> Node {
    Value::Map(entries.into_iter().collect()).into()
}
