//! One playbook as a file for each of its languages, so that visitors download the words that they read and no others.
//!
//! Each file is a whole playbook in one locale. Ids, conditions and order stay, so a visitor who changes the language
//! goes on where they are ([`Session::translated`](crate::Session::translated)).

use std::cell::Cell;

use crate::{
    check::grammar::{PLAYBOOK, Shape},
    source::{Node, Value},
    status::names::fold,
};

/// The name and the content of each file, the default locale first: of `help` come `help.json`, `help.ja.json` and so on.
///
/// The source must be one in which [`check`](crate::check()) finds no error, of version 1. A text that lacks a language
/// stays in the default one; the file then has two locales, its own after the default one. Keywords of all languages are
/// in every file, channels that say nothing of languages get those of the whole playbook, and with a `status` each file has
/// the channels' names in the other languages, by which a status page may have them.
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

/// A status page is in one language, and closes a channel by its name in that one: those that a file goes without are told
/// beside what the playbook's `status` has already.
fn with_names(status: &Node, source: &Node, locale: &str) -> Node {
    let components = status.entry("components").map_or(&[][..], Node::entries);
    let mut components = components.to_vec();
    let channels = source.entry("channels").map_or(&[][..], Node::entries);
    for (id, channel) in channels {
        let names = channel.entry("name").map_or(&[][..], Node::entries);
        for (_, name) in names.iter().filter(|(tag, _)| tag != locale) {
            let (name, folded) = (name.text(), fold(name.text()));
            let is_new = components.iter().all(|(known, _)| fold(known) != folded);
            if is_new && !folded.is_empty() {
                components.push((name.to_owned(), Node::string(id)));
            }
        }
    }
    let entries = status
        .entries()
        .iter()
        .filter(|(name, _)| name != "components");
    let components = ("components".to_owned(), Node::map(components));
    Node::map(entries.cloned().chain([components]))
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
        let said = PLAYBOOK.retold(source, &|shape, node| self.tell(shape, node));
        let entries = said.entries().iter().filter(|(name, _)| {
            // The schema is seen from where the whole playbook is.
            name != "$schema" && name != "locales" && name != "version"
        });
        let entries = entries.map(|(name, node)| match name.as_str() {
            "channels" => (name.clone(), self.with_languages(node)),
            "status" => (name.clone(), with_names(node, source, self.locale)),
            _ => (name.clone(), node.clone()),
        });
        let default = self.locales.iter().take(1).filter(|_| self.lacks.get());
        let locales = default.chain([&self.locale]).map(|tag| Node::string(tag));
        let translations = self.locales.iter().zip(self.names);
        let translations = translations.map(|(tag, name)| ((*tag).to_owned(), Node::string(name)));
        let head = [
            ("version", Value::Whole(1).into()),
            ("locales", Node::list(locales)),
            ("translations", Node::map(translations)),
        ];
        let head = head.map(|(name, node)| (name.to_owned(), node));
        Node::map(head.into_iter().chain(entries))
    }

    /// Without languages, a channel answers in all of the playbook's.
    fn with_languages(&self, channels: &Node) -> Node {
        Node::map(channels.entries().iter().map(|(id, channel)| {
            let mut fields = channel.entries().to_vec();
            if channel.entry("languages").is_none() {
                let tags = self.locales.iter().map(|locale| Node::string(locale));
                fields.push(("languages".to_owned(), Node::list(tags)));
            }
            (id.clone(), Node::map(fields))
        }))
    }

    /// What is said in several languages, in the locale.
    fn tell(&self, shape: &Shape, node: &Node) -> Option<Node> {
        let Value::Map(entries) = &node.value else {
            return None;
        };
        let own = || node.entry(self.locale).cloned();
        match shape {
            Shape::Text => own().or_else(|| Some(self.by_default(node))),
            Shape::CountedText => own()
                .map(|own| self.only(own))
                .or_else(|| Some(self.by_default(node))),
            _ if shape.is_by_locale() => {
                let keywords = entries.iter().flat_map(|(_, words)| words.elements());
                Some(self.only(Node::list(keywords.cloned())))
            }
            _ => None,
        }
    }

    fn only(&self, node: Node) -> Node {
        Node::map([(self.locale.to_owned(), node)])
    }

    fn by_default(&self, node: &Node) -> Node {
        self.lacks.set(true);
        let default = self.locales.first().copied().unwrap_or_default();
        let entry = node.entry(default).cloned();
        Node::map(entry.map(|entry| (default.to_owned(), entry)))
    }
}
