//! What the format has at a place: which fields there are, and what a value must be.

use leeward_document::{Path, Step};
use triage::{
    grammar::{Field, PLAYBOOK, Shape},
    source::{Node, Value},
};

static LINE: Shape = Shape::Line;

/// What stands at a path must be this; nothing where the format has no such place.
pub fn at(tree: &Node, path: &Path) -> Option<&'static Shape> {
    let mut shape = &PLAYBOOK;
    let mut node = Some(tree);
    for step in path.steps() {
        shape = match (shape, step) {
            (Shape::List(list), Step::Place(_)) => list.of,
            (Shape::Text, Step::Name(_)) => &LINE,
            (Shape::Table(table), Step::Name(_)) => table.of,
            (Shape::Object { .. }, Step::Name(name)) => {
                let mut namesakes = fields(shape, node).filter(|field| field.name == name);
                namesakes.next()?.shape
            }
            _ => return None,
        };
        node = node.and_then(|node| inner(node, step));
    }
    Some(shape)
}

fn inner<'n>(node: &'n Node, step: &Step) -> Option<&'n Node> {
    match step {
        Step::Name(name) => node.entry(name),
        Step::Place(place) => node.elements().get(*place),
    }
}

/// The fields that an object may have as it is.
pub fn fields(shape: &'static Shape, node: Option<&Node>) -> impl Iterator<Item = &'static Field> {
    let (tag, fields) = match shape {
        Shape::Object { tag, fields } => (*tag, *fields),
        _ => ("", &[][..]),
    };
    let value = node.and_then(|node| node.entry(tag)).map(Node::text);
    let value = value.unwrap_or_default().to_owned();
    fields
        .iter()
        .filter(move |field| field.only_for.is_empty() || field.only_for.contains(&value.as_str()))
}

/// The names that an entry may have, where the format gives them.
pub fn names(shape: &'static Shape, node: Option<&Node>) -> Vec<&'static str> {
    match shape {
        Shape::Table(table) => match table.names {
            Shape::OneOf(known) => known.to_vec(),
            _ => Vec::new(),
        },
        _ => fields(shape, node).map(|field| field.name).collect(),
    }
}

/// The fields that an object needs and doesn't have, in the order of the format.
pub fn missing(shape: &'static Shape, node: &Node) -> Vec<&'static str> {
    if !matches!(node.value, Value::Map(_)) {
        return Vec::new();
    }
    fields(shape, Some(node))
        .filter(|field| field.required && node.entry(field.name).is_none())
        .map(|field| field.name)
        .collect()
}

/// Looks at every value, from the file inwards.
pub fn each(node: &Node, path: &Path, look: &mut dyn FnMut(&Path, &Node)) {
    look(path, node);
    for (name, node) in node.entries() {
        each(node, &path.name(name), look);
    }
    for (place, node) in node.elements().iter().enumerate() {
        each(node, &path.place(place), look);
    }
}

#[cfg(test)]
mod tests {
    use super::{at, missing, names};
    use leeward_document::Path;
    use triage::{grammar::Shape, source::parse};

    #[test]
    fn a_place_has_its_shape_and_depends_on_the_kind_around_it() {
        let tree = parse(
            r#"{ "channels": { "desk": { "kind": "phone", "always": true } }, "routes": [ { "when": { "any": [ { "question": "q" } ] } } ] }"#,
        )
        .unwrap();
        let shape = |path: &str| at(&tree, &Path::parse(path));
        assert!(matches!(shape("channels.desk.always"), Some(Shape::Flag)));
        assert!(matches!(shape("name.en"), Some(Shape::Line)));
        assert!(shape("channels.desk.endpoint").is_none());
        assert!(matches!(
            shape("routes[0].when.any[0].at_least"),
            Some(Shape::Whole(..))
        ));
        let desk = Path::parse("channels.desk");
        let node = desk.find(&tree).unwrap();
        assert_eq!(
            missing(shape("channels.desk").unwrap(), node),
            ["name", "address"]
        );
        let known = names(shape("labels").unwrap(), None);
        assert!(known.contains(&"continue") && known.len() > 50);
    }
}
