//! What the readers share: what was read so far, and how values of the engine are made from a file
//! that fits the grammar. Readers only report what the grammar can't know.

use super::findings::Findings;
use crate::{
    playbook::{Channel, Hours, Question},
    source::{Node, Value},
    text::Text,
};

/// What is made from a file, in the order in which one part refers to another.
pub(super) struct Reader<'a> {
    pub findings: Findings<'a>,
    pub file: &'a Node,
    /// The playbook's locales.
    pub locales: Vec<String>,
    pub hours: Vec<(&'a str, Hours)>,
    pub questions: Vec<Question>,
    pub channels: Vec<Channel>,
    /// The channels that are meant never to close, broken ones among them.
    #[cfg(feature = "advice")]
    pub hopes: Vec<super::lost::Hope>,
    /// Whether the condition that is being read belongs to a question for the agent.
    pub after_result: bool,
}

impl<'a> Reader<'a> {
    /// Nothing is read yet.
    pub const fn new(file: &'a Node, locales: Vec<String>) -> Self {
        Self {
            findings: Findings::new(file),
            file,
            locales,
            hours: Vec::new(),
            questions: Vec::new(),
            channels: Vec::new(),
            #[cfg(feature = "advice")]
            hopes: Vec::new(),
            after_result: false,
        }
    }

    /// Text that must be there.
    pub fn text(&self, node: &Node, name: &str) -> Text {
        self.extra_text(node, name)
            .unwrap_or_else(|| Text::Same(String::new()))
    }

    /// Text that may be there.
    #[inline(never)]
    pub fn extra_text(&self, node: &Node, name: &str) -> Option<Text> {
        self.words(field(node, name)?)
    }

    #[inline(never)]
    pub fn words(&self, node: &Node) -> Option<Text> {
        match &node.value {
            Value::String(text) => Some(Text::Same(shown(text))),
            Value::Map(_) => {
                let line = |locale: &String| Some(shown(field(node, locale)?.text()));
                Some(Text::ByLocale(self.locales.iter().map(line).collect()))
            }
            _ => None,
        }
    }

    /// The entries of a table at the top level.
    pub fn entries(&self, name: &str) -> impl Iterator<Item = (&'a str, &'a Node)> + use<'a> {
        entries(self.file, name)
    }

    /// Whether a table at the top level has an entry of that name, be it sound or not.
    pub fn is_written(&self, table: &str, name: &str) -> bool {
        self.file
            .entry(table)
            .is_some_and(|table| table.entry(name).is_some())
    }

    /// Reports a name that is in no table of that kind at the top level.
    pub fn report_unknown(&mut self, node: &Node, what: &str, table: &str) {
        // Also those that were left out as broken: that is what was meant, and it is reported elsewhere.
        let written = self.file.entry(table).map_or(&[][..], Node::entries);
        let known = written.iter().map(|(name, _)| name.as_str());
        let otherwise = ["add it to \"", table, "\""];
        self.findings.unknown(node, what, known, &otherwise);
    }
}

/// A field. What was refused reads as if it weren't there.
#[inline(never)]
pub(super) fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    node.entry(name).filter(|field| !field.is_null())
}

/// Where to mark what is wrong with a node: at one of its fields, if it is there.
pub(super) fn mark<'n>(node: &'n Node, name: &str) -> &'n Node {
    let field = cfg!(feature = "advice").then(|| node.entry(name));
    field.flatten().unwrap_or(node)
}

/// The entries of a table.
pub(super) fn entries<'n>(
    node: &'n Node,
    name: &str,
) -> impl Iterator<Item = (&'n str, &'n Node)> + use<'n> {
    let entries = node.entry(name).map_or(&[][..], Node::entries);
    let sound = entries.iter().filter(|(_, node)| !node.is_null());
    sound.map(|(name, node)| (name.as_str(), node))
}

/// The elements of a list.
pub(super) fn elements<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n Node> + use<'n> {
    let elements = node.entry(name).map_or(&[][..], Node::elements);
    elements.iter().filter(|node| !node.is_null())
}

/// The strings of a list.
#[inline(never)]
pub(super) fn strings(node: &Node, name: &str) -> Vec<String> {
    elements(node, name)
        .map(|string| string.text().to_owned())
        .collect()
}

/// The string of a field.
#[inline(never)]
pub(super) fn string<'n>(node: &'n Node, name: &str) -> &'n str {
    node.entry(name).map_or("", Node::text)
}

/// Whether a field is `true`.
#[inline(never)]
pub(super) fn flag(node: &Node, name: &str) -> bool {
    let value = node.entry(name).map(|node| &node.value);
    matches!(value, Some(Value::Bool(true)))
}

/// Text without the characters that make it read otherwise than it is written: controls other than
/// line breaks, and the bidirectional embeddings, overrides and isolates (Unicode TR 9; "Trojan
/// Source", 2021).
#[inline(never)]
fn shown(text: &str) -> String {
    let hidden = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .filter(|character| !hidden(*character))
        .collect()
}
