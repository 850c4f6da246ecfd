//! What a channel is told of a visitor: drafts, and parameters behind a link. `docs/contact.md` says what comes of it.

use leeward_document::{Operation, Path};
use triage::{
    Kind,
    source::{Node, Value},
};

use crate::writing::insert;

/// Whether the visitor's answers are filled in: for some kinds unless the channel says otherwise, for some only if it does.
pub fn has_draft(channel: &Node, kind: Kind) -> bool {
    match channel.entry("draft").map(|draft| &draft.value) {
        Some(Value::Bool(is_set)) => *is_set,
        _ => has_draft_unsaid(kind),
    }
}

const fn has_draft_unsaid(kind: Kind) -> bool {
    matches!(kind, Kind::Sms | Kind::Email)
}

/// The answers are filled in, or aren't. What holds anyway needn't be said.
pub fn draft(tree: &Node, path: &Path, kind: Kind, is_set: bool) -> Option<Vec<Operation>> {
    let path = path.name("draft");
    let value = (is_set != has_draft_unsaid(kind)).then(|| Value::Bool(is_set).into());
    put(tree, path, value)
}

/// Parameters as they are typed: `topic=topic, ref=reference`.
pub fn typed(channel: &Node) -> String {
    let parameters = channel
        .entry("parameters")
        .map_or(&[][..], Node::entries)
        .iter();
    let pairs = parameters.map(|(name, source)| [name, "=", source.text()].concat());
    pairs.collect::<Vec<_>>().join(", ")
}

/// Reads what was typed; nothing when it isn't names and what fills them.
pub fn read(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = text
        .split([',', '、', '،'])
        .filter(|pair| !pair.trim().is_empty());
    let pair = |pair: &str| {
        let (name, source) = pair.split_once(['=', '＝'])?;
        let (name, source) = (name.trim(), source.trim());
        (!name.is_empty() && !source.is_empty()).then(|| (name.to_owned(), source.to_owned()))
    };
    pairs.map(pair).collect()
}

/// The link is told these, or nothing.
pub fn parameters(tree: &Node, path: &Path, pairs: &[(String, String)]) -> Option<Vec<Operation>> {
    let path = path.name("parameters");
    let entries = pairs
        .iter()
        .map(|(name, source)| (name.clone(), Node::string(source)));
    let value = (!pairs.is_empty()).then(|| Node::map(entries));
    put(tree, path, value)
}

fn put(tree: &Node, path: Path, value: Option<Node>) -> Option<Vec<Operation>> {
    let operation = match (path.find(tree).is_some(), value) {
        (true, Some(value)) => Operation::Set { path, value },
        (true, None) => Operation::Remove { path },
        (false, Some(value)) => insert(tree, &path, value)?,
        (false, None) => return Some(Vec::new()),
    };
    Some(vec![operation])
}

/// What a channel of another kind has no use for.
pub fn misfits(channel: &Node, path: &Path, kind: Kind) -> Vec<Operation> {
    use super::parts::Part;
    let fields = [(Part::Draft, "draft"), (Part::Parameters, "parameters")];
    let gone = fields
        .into_iter()
        .filter(|(part, name)| !part.is_of(kind) && channel.entry(name).is_some());
    gone.map(|(_, name)| Operation::Remove {
        path: path.name(name),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn parameters_are_read_as_people_type_them() {
        let pair = |name: &str, source: &str| (name.to_owned(), source.to_owned());
        assert_eq!(
            read(" topic = topic, ref=reference ,"),
            Some(vec![pair("topic", "topic"), pair("ref", "reference")])
        );
        assert_eq!(read("topic＝topic、"), Some(vec![pair("topic", "topic")]));
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("topic"), None);
        assert_eq!(read("=topic"), None);
    }
}
