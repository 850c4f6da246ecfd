//! What two versions of a playbook have in common, and what not.

use std::collections::BTreeSet;

use triage::source::{Node, Value};

use crate::Path;

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It wasn't there before.
    Added,
    /// It isn't there any more.
    Removed,
    /// Something else stands there.
    Changed,
    /// It stands elsewhere among its neighbours.
    Moved,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it is: in the older version for what was removed, else in the newer one.
    pub path: Path,
    /// What became of it.
    pub what: What,
}

/// Whether two trees say the same, wherever they were written. An object's entries have an order.
#[must_use]
pub fn is_same(left: &Node, right: &Node) -> bool {
    match (&left.value, &right.value) {
        (Value::List(left), Value::List(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| is_same(left, right))
        }
        (Value::Map(left), Value::Map(right)) => {
            let same =
                |((left_name, left), (right_name, right)): (&(String, Node), &(String, Node))| {
                    left_name == right_name && is_same(left, right)
                };
            left.len() == right.len() && left.iter().zip(right).all(same)
        }
        (left, right) => left == right,
    }
}

/// The differences between two versions, in the order of the newer one. Elements with an `id` are known by it.
#[must_use]
pub fn compare(before: &Node, after: &Node) -> Vec<Change> {
    let mut changes = Vec::new();
    look(
        before,
        after,
        &Path::default(),
        &Path::default(),
        &mut changes,
    );
    changes
}

/// Elements and entries by what they are known by, with their path.
fn parts<'n>(node: &'n Node, path: &Path) -> Vec<(String, Path, &'n Node)> {
    match &node.value {
        Value::Map(entries) => {
            let entries = entries.iter();
            entries
                .map(|(name, node)| (name.clone(), path.name(name), node))
                .collect()
        }
        Value::List(elements) => {
            let named = |(place, node): (usize, &'n Node)| {
                let id = node
                    .entry("id")
                    .map_or_else(|| place.to_string(), |id| ["#", id.text()].concat());
                (id, path.place(place), node)
            };
            elements.iter().enumerate().map(named).collect()
        }
        _ => Vec::new(),
    }
}

fn look(before: &Node, after: &Node, old: &Path, new: &Path, changes: &mut Vec<Change>) {
    if is_same(before, after) {
        return;
    }
    let of_a_kind = matches!(
        (&before.value, &after.value),
        (Value::Map(_), Value::Map(_)) | (Value::List(_), Value::List(_))
    );
    if !of_a_kind {
        changes.push(Change {
            path: new.clone(),
            what: What::Changed,
        });
        return;
    }
    let (olds, news) = (parts(before, old), parts(after, new));
    for (key, path, node) in &news {
        match olds.iter().find(|(known, _, _)| known == key) {
            Some((_, old, was)) => look(was, node, old, path, changes),
            None => changes.push(Change {
                path: path.clone(),
                what: What::Added,
            }),
        }
    }
    for (key, path, _) in &olds {
        if !news.iter().any(|(known, _, _)| known == key) {
            changes.push(Change {
                path: path.clone(),
                what: What::Removed,
            });
        }
    }
    if matches!(after.value, Value::List(_)) {
        moved(&olds, &news, changes);
    }
}

/// Elements that both versions have, in another order: the fewest that had to be moved one by one would be nicer to
/// read, but the first that stands elsewhere already says what happened.
fn moved(
    olds: &[(String, Path, &Node)],
    news: &[(String, Path, &Node)],
    changes: &mut Vec<Change>,
) {
    let keys = |parts: &[(String, Path, &Node)]| {
        parts
            .iter()
            .map(|(key, _, _)| key.clone())
            .collect::<BTreeSet<_>>()
    };
    let both: BTreeSet<String> = keys(olds).intersection(&keys(news)).cloned().collect();
    let kept = |(key, _, _): &&(String, Path, &Node)| both.contains(key);
    let pairs = olds.iter().filter(kept).zip(news.iter().filter(kept));
    let first = pairs
        .into_iter()
        .find(|((old, _, _), (new, _, _))| old != new);
    if let Some((_, (_, path, _))) = first {
        changes.push(Change {
            path: path.clone(),
            what: What::Moved,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{What, compare};
    use triage::source::parse;

    #[test]
    fn differences_are_named_where_they_are_and_elements_are_known_by_their_id() {
        let before = parse(
            r#"{ "a": 1, "b": { "en": "x" }, "q": [ { "id": "one", "t": 1 }, { "id": "two" } ] }"#,
        )
        .unwrap();
        let after = parse(r#"{ "b": { "en": "y", "ja": "z" }, "q": [ { "id": "two" }, { "id": "one", "t": 2 } ] }"#).unwrap();
        let found = compare(&before, &after);
        let found: Vec<_> = found
            .iter()
            .map(|change| (change.path.to_string(), change.what))
            .collect();
        let expected = [
            ("b.en", What::Changed),
            ("b.ja", What::Added),
            ("q[1].t", What::Changed),
            ("q[0]", What::Moved),
            ("a", What::Removed),
        ];
        assert_eq!(found, expected.map(|(path, what)| (path.to_owned(), what)));
        assert_eq!(compare(&before, &before), []);
    }
}
