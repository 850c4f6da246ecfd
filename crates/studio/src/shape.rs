//! Making what isn't there yet: objects, copies of what is there, and ids that nobody has.

use leeward_document::{Operation, Path, Step};
use triage::source::{Node, Value};

/// An object with these entries, in this order.
pub fn object<const N: usize>(entries: [(&str, Node); N]) -> Node {
    Node::map(entries.map(|(name, node)| (name.to_owned(), node)))
}

/// A text that is still to be written, in a language.
pub fn unwritten(locale: &str) -> Node {
    object([(locale, Node::string(""))])
}

/// An id that none of those who are there has: the wish itself, or with a number.
pub fn fresh_id<'a>(taken: impl Iterator<Item = &'a str> + Clone, wish: &str) -> String {
    let is_free = |id: &String| taken.clone().all(|taken| taken != id);
    let numbered = (2..).map(|number| format!("{wish}_{number}"));
    let mut ids = std::iter::once(wish.to_owned()).chain(numbered);
    ids.find(is_free).unwrap_or_default()
}

/// The ids in a list of objects that have one.
pub fn ids(list: &[Node]) -> impl Iterator<Item = &str> + Clone {
    list.iter()
        .filter_map(|node| node.entry("id"))
        .map(Node::text)
}

/// The operation that puts a copy of something right behind it, and where it is then. An element with an id, and an entry
/// of an object, get one of their own.
pub fn duplicate(tree: &Node, path: &Path) -> Option<(Operation, Path)> {
    let (into, step) = path.parent()?;
    let outer = into.find(tree)?;
    let node = path.find(tree)?;
    let (place, name, value) = match step {
        Step::Place(place) => (place + 1, None, with_own_id(node, outer.elements())),
        Step::Name(name) => {
            let entries = outer.entries();
            let place = entries.iter().position(|(known, _)| known == name)?;
            let taken = entries.iter().map(|(known, _)| known.as_str());
            (place + 1, Some(fresh_id(taken, stem(name))), node.clone())
        }
    };
    let operation = Operation::Insert {
        into,
        place,
        name,
        value,
    };
    let path = operation.path();
    Some((operation, path))
}

fn with_own_id(node: &Node, list: &[Node]) -> Node {
    let mut copy = node.clone();
    if let Value::Map(entries) = &mut copy.value {
        let id = entries.iter_mut().find(|(name, _)| name == "id");
        if let Some((_, id)) = id {
            *id = Node::string(&fresh_id(ids(list), stem(id.text())));
        }
    }
    copy
}

/// An id without the number at its end.
fn stem(id: &str) -> &str {
    let (stem, number) = id.rsplit_once('_').unwrap_or((id, ""));
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { stem } else { id }
}

#[cfg(test)]
mod tests {
    use super::duplicate;
    use leeward_document::{Document, Path};

    #[test]
    fn a_copy_stands_behind_its_original_with_an_id_of_its_own() {
        let text =
            r#"{ "a": [ { "id": "x", "b": 1 }, { "id": "x_2" } ], "c": { "y": 1, "z": 2 } }"#;
        let document = Document::read(text).unwrap();
        let copied = |path: &str| {
            let (operation, path) = duplicate(document.tree(), &Path::parse(path)).unwrap();
            let (document, _) = document.apply(&operation).unwrap();
            (document.text().to_owned(), path.to_string())
        };
        let (with, path) = copied("a[0]");
        assert!(
            with.contains(r#"{ "id": "x", "b": 1 }, { "id": "x_3", "b": 1 }, { "id": "x_2" }"#),
            "{with}"
        );
        assert_eq!(path, "a[1]");
        let (with, path) = copied("c.y");
        assert!(
            with.contains(r#""c": { "y": 1, "y_2": 1, "z": 2 }"#),
            "{with}"
        );
        assert_eq!(path, "c.y_2");
        assert!(duplicate(document.tree(), &Path::parse("a[2]")).is_none());
    }
}
