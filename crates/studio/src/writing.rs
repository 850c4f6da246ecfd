//! From what was typed into a field to an operation on the document.
//!
//! A text may be missing, the same for everybody, or a line for each language; whoever writes it need not know.

use std::borrow::Cow;

use leeward_document::{Operation, Path, Step};
use triage::source::{Node, Value};

use crate::fields::{Field, Kind};

/// Whose words are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language; `None` for what is the same in all of them.
    pub locale: Option<String>,
    /// The plural category of a counted text.
    pub plural: Option<String>,
}

/// The languages of a playbook, as it names them.
pub fn locales(tree: &Node) -> Vec<String> {
    let tags = leeward_translation::locales(tree);
    tags.into_iter().map(str::to_owned).collect()
}

/// A text in a language, else in the first that it is in.
pub fn in_language<'n>(text: &'n Node, locale: &str) -> &'n str {
    let line = text
        .entry(locale)
        .map(Node::text)
        .filter(|line| !line.is_empty());
    let any = || text.entries().first().map(|(_, line)| line.text());
    line.or_else(any).unwrap_or(text.text())
}

/// What the button of a channel says, in a language or in the first that it is in; its id where it says nothing.
pub fn channel_name<'n>(tree: &'n Node, id: &'n str, locale: &str) -> &'n str {
    let channel = tree
        .entry("channels")
        .and_then(|channels| channels.entry(id));
    let name = channel.and_then(|channel| channel.entry("name"));
    let name = name.map_or("", |name| in_language(name, locale));
    if name.is_empty() { id } else { name }
}

/// What stands in a field for a voice; empty where there is nothing yet.
pub fn read<'t>(tree: &'t Node, field: &Path, voice: &Voice) -> Cow<'t, str> {
    let Some(mut node) = field.find(tree) else {
        return Cow::default();
    };
    if let (Value::Map(_), Some(locale)) = (&node.value, &voice.locale) {
        match node.entry(locale) {
            Some(line) => node = line,
            None => return Cow::default(),
        }
    }
    if let Some(plural) = &voice.plural {
        return node.entry(plural).map_or("", Node::text).into();
    }
    match node.value {
        Value::Whole(number) => number.to_string().into(),
        _ => node.text().into(),
    }
}

/// Whether a text is one string for all languages.
pub fn is_for_everybody(tree: &Node, field: &Path) -> bool {
    let node = field.find(tree);
    node.is_some_and(|node| matches!(node.value, Value::String(_)))
}

/// The operation after which a field says something; nothing when it says so already.
pub fn write(tree: &Node, field: &Field, voice: &Voice, text: &str) -> Option<Operation> {
    if read(tree, &field.path, voice) == text {
        return None;
    }
    let value = || match text.parse() {
        Ok(number) if field.kind == Kind::Whole => Value::Whole(number).into(),
        // What is no number stays as it was typed, and is found.
        _ => Node::string(text),
    };
    let target = line(tree, &field.path, voice);
    match target.find(tree) {
        Some(_) if text.is_empty() && field.kind != Kind::Counted => {
            Some(clear(tree, field, target))
        }
        Some(_) => Some(Operation::Set {
            path: target,
            value: value(),
        }),
        None if text.is_empty() => None,
        None => insert(tree, &target, value()),
    }
}

/// The operation that adds an empty line, in the default language, to a list of texts; the list comes with its first line.
pub fn add_line(tree: &Node, list: &Path) -> Option<Operation> {
    let locale = locales(tree).into_iter().next()?;
    let line = Value::Map(vec![(locale, Value::String(String::new()).into())]);
    if let Some(node) = list.find(tree) {
        return Some(Operation::Insert {
            into: list.clone(),
            place: node.elements().len(),
            name: None,
            value: line.into(),
        });
    }
    insert(tree, list, Value::List(vec![line.into()]).into())
}

/// Where the line of a voice stands, or would.
pub fn line(tree: &Node, field: &Path, voice: &Voice) -> Path {
    let everybody = is_for_everybody(tree, field);
    let locale = voice.locale.as_ref().filter(|_| !everybody);
    let plural = voice.plural.as_ref().filter(|_| !everybody);
    locale
        .into_iter()
        .chain(plural)
        .fold(field.clone(), |path, name| path.name(name))
}

/// Without the line. When it was the only one, the field goes, too, where the playbook can do without it.
fn clear(tree: &Node, field: &Field, line: Path) -> Operation {
    let others = field.path.find(tree).map_or(0, |node| node.entries().len());
    if line != field.path && others > 1 {
        return Operation::Remove { path: line };
    }
    if field.required {
        let value = Value::String(String::new()).into();
        return Operation::Set { path: line, value };
    }
    Operation::Remove {
        path: field.path.clone(),
    }
}

/// Adds what isn't there, with as much around it as isn't there either.
pub fn insert(tree: &Node, target: &Path, value: Node) -> Option<Operation> {
    let (into, step) = target.parent()?;
    let Step::Name(name) = step else { return None };
    if let Some(outer) = into.find(tree) {
        let place = place(tree, outer, name);
        return Some(Operation::Insert {
            into,
            place,
            name: Some(name.clone()),
            value,
        });
    }
    let around = Value::Map(vec![(name.clone(), value)]);
    insert(tree, &into, around.into())
}

/// Languages stand in the order in which the playbook names them; everything else goes last.
fn place(tree: &Node, outer: &Node, name: &str) -> usize {
    let locales = locales(tree);
    let rank = |name: &str| locales.iter().position(|locale| locale == name);
    let own = rank(name);
    let later = outer
        .entries()
        .iter()
        .position(|(other, _)| own.is_some() && rank(other) > own);
    later.unwrap_or(outer.entries().len())
}

#[cfg(test)]
mod tests {
    use super::{Voice, read, write};
    use crate::fields::{Field, Kind};
    use leeward_document::{Document, Path};

    fn voice(locale: &str) -> Voice {
        Voice {
            locale: Some(locale.to_owned()),
            plural: None,
        }
    }

    fn typed(text: &str, path: &str, required: bool, locale: &str, words: &str) -> String {
        let document = Document::read(text).unwrap();
        let field = Field {
            path: Path::parse(path),
            label: String::new(),
            kind: Kind::Text,
            required,
        };
        let Some(operation) = write(document.tree(), &field, &voice(locale), words) else {
            return "nothing".to_owned();
        };
        let (document, _) = document.apply(&operation).unwrap();
        assert_eq!(read(document.tree(), &field.path, &voice(locale)), words);
        document.text().to_owned()
    }

    #[test]
    fn a_line_is_changed_added_in_its_place_and_taken_away() {
        let start = r#"{ "locales": ["en", "ja", "hi"], "a": { "en": "x", "hi": "z" } }"#;
        assert!(typed(start, "a", true, "en", "y").contains(r#""a": { "en": "y", "hi": "z" }"#));
        assert!(
            typed(start, "a", true, "ja", "y")
                .contains(r#""a": { "en": "x", "ja": "y", "hi": "z" }"#)
        );
        assert!(typed(start, "a", true, "hi", "").contains(r#""a": { "en": "x" }"#));
        assert_eq!(typed(start, "a", true, "en", "x"), "nothing");
        assert_eq!(typed(start, "a", true, "ja", ""), "nothing");
    }

    #[test]
    fn a_field_that_is_not_there_comes_and_goes_with_its_last_line() {
        let start = r#"{ "locales": ["en"] }"#;
        let with = typed(start, "labels.back", false, "en", "Return");
        assert!(
            with.contains(r#""labels": { "back": { "en": "Return" } }"#),
            "{with}"
        );
        assert_eq!(
            typed(&with, "labels.back", false, "en", ""),
            r#"{ "locales": ["en"], "labels": {} }"#
        );
        let needed = r#"{ "locales": ["en"], "a": { "en": "x" } }"#;
        assert!(typed(needed, "a", true, "en", "").contains(r#"{ "en": "" }"#));
    }

    #[test]
    fn a_number_is_written_as_one_and_anything_else_as_it_was_typed() {
        let start = r#"{ "locales": ["en"], "min": 1 }"#;
        let field = Field {
            path: Path::parse("min"),
            label: String::new(),
            kind: Kind::Whole,
            required: true,
        };
        let document = Document::read(start).unwrap();
        for (typed, stands) in [
            ("12", r#""min": 12"#),
            ("1x", r#""min": "1x""#),
            ("", r#""min": """#),
        ] {
            let operation = write(document.tree(), &field, &Voice::default(), typed).unwrap();
            let (document, _) = document.apply(&operation).unwrap();
            assert!(document.text().contains(stands), "{}", document.text());
            assert_eq!(read(document.tree(), &field.path, &Voice::default()), typed);
        }
    }

    #[test]
    fn what_is_the_same_for_everybody_stays_so() {
        let start = r#"{ "locales": ["en", "ja"], "a": "x" }"#;
        assert!(typed(start, "a", true, "ja", "y").ends_with(r#""a": "y" }"#));
    }
}
