//! Holding a file against the grammar.

use super::{
    findings::Findings,
    grammar::{Field, List, Shape, Table},
    reader::mark,
    suggest::did_you_mean,
};
#[cfg(feature = "advice")]
use super::{sample::sample, words};
use crate::{
    problem::Code,
    source::{Node, Value},
};

/// The most fields of an object, right ones and others. Each is compared with each.
const MOST_FIELDS: usize = 200;

/// Holds values against shapes.
pub(super) struct Inspector<'a> {
    pub findings: Findings<'a>,
    /// The playbook's locales.
    pub locales: &'a [&'a str],
    /// What is wrong and can be done without.
    pub refused: Vec<*const Node>,
}

impl Inspector<'_> {
    /// Whether a value is what it must be, apart from what is refused. Everything that is wrong is
    /// noted.
    pub fn is_sound(&mut self, node: &Node, shape: &Shape) -> bool {
        match (shape, &node.value) {
            #[cfg(not(feature = "advice"))]
            (Shape::Anything, _) => true,
            (Shape::Text, Value::Map(_)) => self.is_text(node),
            (Shape::Text | Shape::Line, Value::String(text)) => self.is_line(node, text),
            (Shape::CountedText, Value::Map(_)) => self.is_counted_text(node),
            (Shape::List(list), Value::List(elements)) => self.is_list(node, elements, list),
            (Shape::Table(table), Value::Map(_)) => self.is_table(node, table),
            (Shape::Object { tag, fields }, Value::Map(_)) => self.is_object(node, tag, fields),
            (Shape::String(_) | Shape::OneOf(_), Value::String(text)) => {
                self.is_word(node, text, shape, false)
            }
            // What a question that is counted is tested by is for the reader, who knows the question.
            (Shape::Flag | Shape::FlagOrString, Value::Bool(_))
            | (Shape::FlagOrString, Value::String(_) | Value::Whole(_))
            | (Shape::Version, Value::Whole(super::VERSION)) => true,
            (Shape::Whole(least, most), Value::Whole(number)) => {
                (least..=most).contains(&number) || {
                    note!(
                        self.refuse(node, Code::BadNumber),
                        "write a number from ",
                        &least.to_string(),
                        " to ",
                        &most.to_string(),
                    )
                }
            }
            _ => {
                #[cfg(feature = "advice")]
                let message = words::wrong_kind(node, shape, self.findings.file, self.locales);
                #[cfg(not(feature = "advice"))]
                let message = "";
                note!(self.refuse(node, Code::WrongKind), &message)
            }
        }
    }

    /// Notes a mistake. Always false.
    #[inline(never)]
    pub fn refuse(&mut self, node: &Node, code: Code, message: &[&str]) -> bool {
        self.findings.remark(node, code, message);
        false
    }

    /// The same where the name of an entry is wrong, or what has the name has no place here.
    #[inline(never)]
    fn refuse_name(&mut self, node: &Node, code: Code, message: &[&str]) -> bool {
        self.findings.remark_name(node, code, message);
        false
    }

    /// Whether a string, or the name of an entry, is one of those that may stand here.
    fn is_word(&mut self, node: &Node, word: &str, shape: &Shape, is_name: bool) -> bool {
        let fault = match shape {
            Shape::String(format) => format.fault(word),
            Shape::OneOf(known) => (!known.contains(&word)).then_some(if is_name {
                (Code::UnknownField, "")
            } else {
                (Code::WrongKind, "")
            }),
            // Without any locale the list of locales is at fault, and has been noted.
            _ => (!self.locales.is_empty() && !self.locales.contains(&word))
                .then_some((Code::BadLocale, "")),
        };
        let Some((code, cure)) = fault else {
            return true;
        };
        #[cfg(feature = "advice")]
        let cure = &words::wrong_word(word, is_name, shape, self.locales, cure);
        if cfg!(feature = "advice") && is_name {
            note!(self.refuse_name(node, code), cure)
        } else {
            note!(self.refuse(node, code), cure)
        }
    }

    fn is_list(&mut self, node: &Node, elements: &[Node], list: &List) -> bool {
        if !self.is_right_size(node, elements.len(), list.least, list.most) {
            return false;
        }
        let mut sound = true;
        for (index, element) in elements.iter().enumerate() {
            sound &= self.is_part_sound(element, list.of, list.forgiving);
            let mut earlier = elements.iter().take(index);
            if list.unique
                && let Some(id) = id(element)
                && earlier.any(|other| self::id(other) == Some(id))
            {
                sound = note!(
                    self.refuse(mark(element, "id"), Code::Duplicate),
                    "\"",
                    id,
                    "\" is taken already; choose another, or remove this",
                );
            }
        }
        sound
    }

    pub fn is_table(&mut self, node: &Node, table: &Table) -> bool {
        if !self.is_right_size(node, node.entries().len(), 0, table.most) {
            return false;
        }
        let mut sound = true;
        for (index, (name, entry)) in node.entries().iter().enumerate() {
            if !self.is_first(node, index, name, entry) {
                self.refused.push(entry);
            } else if self.is_word(entry, name, table.names, true) {
                sound &= self.is_part_sound(entry, table.of, table.forgiving);
            } else {
                if cfg!(feature = "advice") {
                    // It is lost already, but its author wants to know everything at once.
                    self.is_part_sound(entry, table.of, table.forgiving);
                }
                self.refused.push(entry);
                sound &= table.forgiving;
            }
        }
        sound
    }

    fn is_object(&mut self, node: &Node, tag: &str, fields: &[Field]) -> bool {
        if !self.is_right_size(node, node.entries().len(), 0, MOST_FIELDS) {
            return false;
        }
        let tag_value = node.entry(tag).map_or("", Node::text);
        let may_stand =
            |field: &&Field| field.only_for.is_empty() || field.only_for.contains(&tag_value);
        let mut sound = true;
        for field in fields.iter().filter(may_stand) {
            if field.required && node.entry(field.name).is_none() {
                #[cfg(feature = "advice")]
                let sample = sample(field.shape, self.locales);
                #[cfg(not(feature = "advice"))]
                let sample = "";
                sound = note!(
                    self.refuse(node, Code::MissingField),
                    "add the field \"",
                    field.name,
                    "\", such as \"",
                    field.name,
                    "\": ",
                    &sample,
                );
            }
        }
        for (index, (name, entry)) in node.entries().iter().enumerate() {
            let mut namesakes = fields.iter().filter(|field| field.name == name);
            let known = namesakes.next();
            if !self.is_first(node, index, name, entry) {
                self.refused.push(entry);
            } else if let Some(field) = known.into_iter().chain(namesakes).find(may_stand) {
                sound &= self.is_part_sound(entry, field.shape, field.forgiving);
            } else if known.is_some() {
                // An unknown tag has been noted, and nobody knows which fields were meant with it. But what a field
                // is with every tag, it must be with this one too.
                if cfg!(feature = "advice") && !is_known_tag(fields, tag, tag_value) {
                    let mut namesakes = fields.iter().filter(|field| field.name == name);
                    if let (Some(only), None) = (namesakes.next(), namesakes.next()) {
                        self.is_part_sound(entry, only.shape, only.forgiving);
                    }
                    continue;
                }
                note!(
                    self.refuse_name(entry, Code::UnknownField),
                    "there is no \"",
                    name,
                    "\" with \"",
                    tag,
                    "\": \"",
                    tag_value,
                    "\"; remove it",
                );
            } else {
                note!(
                    self.refuse_name(entry, Code::UnknownField),
                    "there is no field \"",
                    name,
                    "\" here; ",
                    &did_you_mean(name, &names(fields), "remove it"),
                );
            }
        }
        sound
    }

    /// Whether a part of something is sound, or can be done without.
    fn is_part_sound(&mut self, node: &Node, shape: &Shape, forgiving: bool) -> bool {
        let sound = self.is_sound(node, shape);
        if forgiving && !sound {
            self.refused.push(node);
        }
        sound || forgiving
    }

    /// Whether an entry is the first of its name. Objects from a browser's parser have each name once.
    fn is_first(&mut self, node: &Node, index: usize, name: &str, entry: &Node) -> bool {
        if !cfg!(feature = "text") {
            return true;
        }
        let mut earlier = node.entries().iter().take(index);
        !earlier.any(|(earlier, _)| earlier == name) || {
            note!(
                self.refuse_name(entry, Code::Duplicate),
                "\"",
                name,
                "\" stands here twice; remove one of them",
            )
        }
    }

    /// Also refuses more than a page should have to read.
    fn is_right_size(&mut self, node: &Node, count: usize, least: usize, most: usize) -> bool {
        #[cfg(feature = "advice")]
        let name = || self.findings.name_of(node);
        #[cfg(not(feature = "advice"))]
        let name = String::new;
        if count < least {
            note!(
                self.refuse(node, Code::MissingField),
                "put at least ",
                &least.to_string(),
                if least == 1 {
                    " entry into "
                } else {
                    " entries into "
                },
                &name(),
            )
        } else if count > most {
            note!(
                self.refuse(node, Code::TooLarge),
                &name(),
                " has ",
                &count.to_string(),
                " entries, of which ",
                &most.to_string(),
                " are read; remove ",
                &(count - most).to_string(),
            )
        } else {
            true
        }
    }
}

/// What no other element of a list may have: a string itself, or the id of an object.
fn id(node: &Node) -> Option<&str> {
    match &node.value {
        Value::String(text) => Some(text),
        _ => node.entry("id").map(Node::text),
    }
}

fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.name).collect()
}

/// Whether a tag is one of those that select fields.
fn is_known_tag(fields: &[Field], tag: &str, value: &str) -> bool {
    let field = fields.iter().find(|field| field.name == tag);
    field.is_some_and(|field| match field.shape {
        Shape::OneOf(known) => known.contains(&value),
        _ => true,
    })
}
