//! Places as people find them: with the id of the question, option or route. Nobody counts the entries of a list.

use triage::source::Node;

/// A path, and behind it the id of the innermost entry of a list that it leads through: `questions[1] ("orders")`,
/// `questions[1].ask_when.is (in "orders")`.
pub fn named(path: &str, source: &Node) -> String {
    let mut node = Some(source);
    let (mut id, mut is_last) = ("", false);
    for step in path.split_inclusive(['.', '[', ']']) {
        let name = step.trim_end_matches(['.', '[', ']']);
        is_last &= name.is_empty();
        if name.is_empty() {
            continue;
        }
        node = match node.map(Node::elements) {
            Some([]) | None => node.and_then(|node| node.entry(name)),
            Some(elements) => name
                .parse()
                .ok()
                .and_then(|index: usize| elements.get(index)),
        };
        if step.ends_with(']')
            && let Some(found) = node.and_then(|node| node.entry("id")).map(Node::text)
            && !found.is_empty()
        {
            (id, is_last) = (found, true);
        }
    }
    match (id, is_last) {
        ("", _) => path.to_owned(),
        (id, true) => format!("{path} (\"{id}\")"),
        (id, false) => format!("{path} (in \"{id}\")"),
    }
}

#[cfg(test)]
mod tests {
    use super::named;
    use triage::source::parse;

    #[test]
    fn an_entry_of_a_list_is_named_by_its_id() {
        let text = r#"{ "a": [{}, { "id": "x", "b": [{ "id": "y" }, 2] }], "c.d": { "id": "z" } }"#;
        let source = parse(text).unwrap_or_else(|problem| panic!("{problem}"));
        for (path, expected) in [
            ("", ""),
            ("a", "a"),
            ("a[0].b", "a[0].b"),
            ("a[1]", "a[1] (\"x\")"),
            ("a[1].b", "a[1].b (in \"x\")"),
            ("a[1].b[0]", "a[1].b[0] (\"y\")"),
            ("a[1].b[1]", "a[1].b[1] (in \"x\")"),
            ("a[9].id", "a[9].id"),
            ("c.d", "c.d"),
        ] {
            assert_eq!(named(path, &source), expected);
        }
    }
}
