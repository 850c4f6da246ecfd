//! Changing a playbook's text where it has to change and nowhere else: its layout and the order of its fields are its
//! author's.

use triage::source::{Node, Value};

use crate::layout::quoted;

/// Bytes to replace.
#[derive(Debug)]
pub struct Edit {
    from: usize,
    to: usize,
    with: String,
}

impl Edit {
    pub(crate) const fn new(from: usize, to: usize, with: String) -> Self {
        Self { from, to, with }
    }
}

/// A text with all edits made, which may not overlap.
#[must_use]
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.from, edit.to));
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        edited.push_str(text.get(done..edit.from).unwrap_or_default());
        edited.push_str(&edit.with);
        done = edit.to;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    edited
}

/// Puts something else in the place of a value.
#[must_use]
pub fn replace(node: &Node, with: String) -> Edit {
    let (from, to) = node.span.unwrap_or_default();
    Edit { from, to, with }
}

/// What stands in the text for a value.
#[must_use]
pub fn raw<'t>(text: &'t str, node: &Node) -> &'t str {
    let (from, to) = node.span.unwrap_or_default();
    text.get(from..to).unwrap_or_default()
}

/// Adds entries (name and JSON) at the end of an object, laid out as its last one is.
#[must_use]
pub fn add_entries(text: &str, map: &Node, entries: &[(String, String)]) -> Edit {
    add_entries_at(text, map, map.entries().len(), entries)
}

/// Adds entries to an object, before the entry at a place.
#[must_use]
pub fn add_entries_at(text: &str, map: &Node, place: usize, entries: &[(String, String)]) -> Edit {
    let written: Vec<String> = entries
        .iter()
        .map(|(name, json)| format!("{}: {json}", quoted(name)))
        .collect();
    let there: Vec<&Node> = map.entries().iter().map(|(_, node)| node).collect();
    add(text, map, &there, place, &written)
}

/// Adds JSON values at the end of a list, laid out as its last one is.
#[must_use]
pub fn add_elements(text: &str, list: &Node, elements: &[String]) -> Edit {
    let there: Vec<&Node> = list.elements().iter().collect();
    add(text, list, &there, there.len(), elements)
}

/// Adds an entry with its name, or an element, as JSON, at a place; behind the last one when there are fewer.
pub(crate) fn insert(text: &str, outer: &Node, place: usize, json: &str) -> Edit {
    let there: Vec<&Node> = match &outer.value {
        Value::Map(entries) => entries.iter().map(|(_, node)| node).collect(),
        _ => outer.elements().iter().collect(),
    };
    let place = place.min(there.len());
    add(text, outer, &there, place, &[json.to_owned()])
}

fn add(text: &str, outer: &Node, there: &[&Node], place: usize, written: &[String]) -> Edit {
    let (start, end) = outer.span.unwrap_or_default();
    let Some(neighbour) = there.get(place.saturating_sub(1)) else {
        let with = format!(" {} ", written.join(", "));
        return Edit {
            from: start + 1,
            to: end.saturating_sub(1),
            with,
        };
    };
    let (from, to) = neighbour.span.unwrap_or_default();
    let before = place.checked_sub(2).and_then(|place| there.get(place));
    let gap_start = before
        .and_then(|node| node.span)
        .map_or(start, |(_, end)| end);
    let space = space(text.get(gap_start..from).unwrap_or_default());
    if place == 0 {
        let with = written
            .iter()
            .map(|piece| format!("{space}{piece},"))
            .collect();
        return Edit {
            from: start + 1,
            to: start + 1,
            with,
        };
    }
    let with = written
        .iter()
        .map(|piece| format!(",{space}{piece}"))
        .collect();
    Edit { from: to, to, with }
}

/// What separates two entries, given what stands between their values: a line break with its indent, or a space.
fn space(gap: &str) -> String {
    match gap.rsplit_once('\n') {
        Some((_, line)) => {
            let indent = line.len() - line.trim_start().len();
            format!("\n{}", line.get(..indent).unwrap_or_default())
        }
        None => " ".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{add_elements, add_entries, add_entries_at, apply, replace};
    use triage::source::parse;

    #[test]
    fn what_is_added_is_laid_out_as_what_is_there() {
        let text = "{\n\n  \"a\": { \"en\": \"x\" }  ,\n  \"b\": [\n    1 \n  ]\n}\n";
        let source = parse(text).unwrap();
        let (a, b) = (source.entry("a").unwrap(), source.entry("b").unwrap());
        let more = [("c".to_owned(), "true".to_owned())];
        let edits = vec![
            add_entries(text, &source, &more),
            add_entries(text, a, &more),
            replace(a.entry("en").unwrap(), "\"y\"".into()),
            add_elements(text, b, &["2".into()]),
        ];
        assert_eq!(
            apply(text, edits),
            "{\n\n  \"a\": { \"en\": \"y\", \"c\": true }  ,\n  \"b\": [\n    1,\n    2 \n  ],\n  \"c\": true\n}\n"
        );
    }

    #[test]
    fn an_empty_object_is_filled() {
        let text = "{}";
        let edit = add_entries(text, &parse(text).unwrap(), &[("a".into(), "1".into())]);
        assert_eq!(apply(text, vec![edit]), "{ \"a\": 1 }");
    }

    #[test]
    fn entries_are_put_between_others() {
        let text = "{ \"a\": 1, \"c\": 3 }";
        for (place, expected) in [
            (0, "{ \"b\": 2, \"a\": 1, \"c\": 3 }"),
            (1, "{ \"a\": 1, \"b\": 2, \"c\": 3 }"),
            (2, "{ \"a\": 1, \"c\": 3, \"b\": 2 }"),
        ] {
            let edit = add_entries_at(
                text,
                &parse(text).unwrap(),
                place,
                &[("b".into(), "2".into())],
            );
            assert_eq!(apply(text, vec![edit]), expected);
        }
    }
}
