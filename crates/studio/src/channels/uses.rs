//! What leads to what: ways to channels, channels to hours, hours to holidays.

use leeward_document::{Operation, Path};
use triage::source::{Node, Value};

use super::week::list;

/// The places at which something is named, in the order of the file: a channel in the lists of the ways, a table of hours
/// in channels, a list of holidays in tables of hours.
pub fn uses(tree: &Node, path: &Path) -> Vec<Path> {
    let Some((table, id)) = split(path) else {
        return Vec::new();
    };
    match table {
        "channels" => of_channel(tree, id),
        "hours" => {
            let name = Path::default().name("channels");
            let channels = tree.entry("channels").map_or(&[][..], Node::entries);
            let uses = channels.iter().filter(|(_, channel)| {
                channel
                    .entry("hours")
                    .is_some_and(|hours| hours.text() == id)
            });
            uses.map(|(channel, _)| name.name(channel).name("hours"))
                .collect()
        }
        _ => {
            let name = Path::default().name("hours");
            let tables = tree.entry("hours").map_or(&[][..], Node::entries);
            let lists = tables.iter().flat_map(|(table, hours)| {
                let list = name.name(table).name("closed_on");
                places(hours.entry("closed_on"), id).map(move |place| list.place(place))
            });
            lists.collect()
        }
    }
}

/// The table in which something stands, and the name that it has there.
pub fn split(path: &Path) -> Option<(&str, &str)> {
    match path.steps() {
        [
            leeward_document::Step::Name(table),
            leeward_document::Step::Name(id),
        ] => Some((table, id)),
        _ => None,
    }
}

fn of_channel(tree: &Node, id: &str) -> Vec<Path> {
    let routes = Path::default().name("routes");
    let all = tree.entry("routes").map_or(&[][..], Node::elements);
    let lists = all.iter().enumerate().flat_map(|(place, route)| {
        let route_path = routes.place(place);
        ["first", "second"].into_iter().flat_map(move |name| {
            let list = route_path.name(name);
            places(route.entry(name), id).map(move |place| list.place(place))
        })
    });
    lists.collect()
}

fn places<'n>(list: Option<&'n Node>, id: &'n str) -> impl Iterator<Item = usize> + 'n {
    let elements = list.map_or(&[][..], Node::elements).iter().enumerate();
    elements
        .filter(move |(_, node)| node.text() == id)
        .map(|(place, _)| place)
}

/// Whether it can go without anything in its place: nothing that needs something would be left with nothing.
pub fn can_just_go(tree: &Node, path: &Path) -> bool {
    let Some((_, id)) = split(path) else {
        return false;
    };
    uses(tree, path).iter().all(|place| {
        let list = place.parent().map(|(list, _)| list);
        let list = list.as_ref();
        match list.and_then(|list| list.find(tree)) {
            Some(node) if matches!(node.value, Value::List(_)) => {
                let is_needed = list.is_some_and(|list| list.to_string().ends_with("first"));
                !is_needed || node.elements().iter().any(|other| other.text() != id)
            }
            _ => false,
        }
    })
}

/// The operations after which something is gone, and something else of its kind stands wherever it was named, or nothing.
/// The other is the name of a channel, a table, a list; for hours it may be nothing, which is day and night.
pub fn leave(tree: &Node, path: &Path, other: Option<&str>) -> Option<Vec<Operation>> {
    let (table, id) = split(path)?;
    path.find(tree)?;
    let mut operations = Vec::new();
    if table == "hours" {
        for place in uses(tree, path) {
            operations.extend(opening(tree, &place.parent()?.0, other));
        }
    } else {
        let mut lists: Vec<Path> = Vec::new();
        for place in uses(tree, path) {
            let (list, _) = place.parent()?;
            if !lists.contains(&list) {
                lists.push(list);
            }
        }
        for path in lists {
            operations.extend(without(path.find(tree)?, &path, id, other));
        }
        if table == "channels" {
            operations.extend(components(tree, id, other));
        }
    }
    operations.push(Operation::Remove { path: path.clone() });
    Some(operations)
}

/// The components of a status page that were a channel, as another one or as none: no way leads to it by them.
fn components(tree: &Node, id: &str, other: Option<&str>) -> Vec<Operation> {
    let path = Path::parse("status.components");
    let components = path.find(tree).map_or(&[][..], Node::entries);
    let named = components
        .iter()
        .filter(|(_, channel)| channel.text() == id);
    let operations = named.map(|(name, _)| match other {
        Some(other) => Operation::Set {
            path: path.name(name),
            value: Node::string(other),
        },
        None => Operation::Remove {
            path: path.name(name),
        },
    });
    operations.collect()
}

/// One list, with something else in the place of a name; nothing stands in it twice.
fn without(node: &Node, path: &Path, id: &str, other: Option<&str>) -> Vec<Operation> {
    let mut there = node
        .elements()
        .iter()
        .any(|node| Some(node.text()) == other);
    let mut operations = Vec::new();
    let mut removed = 0;
    for place in places(Some(node), id) {
        let path = path.place(place - removed);
        match other {
            Some(other) if !there => {
                there = true;
                let value = Node::string(other);
                operations.push(Operation::Set { path, value });
            }
            _ => {
                removed += 1;
                operations.push(Operation::Remove { path });
            }
        }
    }
    operations
}

/// The operations after which a channel keeps hours of a name, or is there day and night.
pub fn opening(tree: &Node, channel: &Path, hours: Option<&str>) -> Vec<Operation> {
    let Some(node) = channel.find(tree) else {
        return Vec::new();
    };
    let (wished, value) = match hours {
        Some(hours) => ("hours", Node::string(hours)),
        None => ("always", Value::Bool(true).into()),
    };
    let other = if wished == "hours" { "always" } else { "hours" };
    let place_of = |name: &str| node.entries().iter().position(|(known, _)| known == name);
    let mut operations = Vec::new();
    match (node.entry(wished), node.entry(other)) {
        (Some(there), gone) => {
            if there.value != value.value {
                let path = channel.name(wished);
                operations.push(Operation::Set { path, value });
            }
            operations.extend(gone.map(|_| Operation::Remove {
                path: channel.name(other),
            }));
        }
        // In the place of the other, so that its line and what is said beside it stay.
        (None, Some(_)) => {
            let name = wished.to_owned();
            operations.push(Operation::Rename {
                path: channel.name(other),
                name,
            });
            let path = channel.name(wished);
            operations.push(Operation::Set { path, value });
        }
        (None, None) => operations.push(Operation::Insert {
            into: channel.clone(),
            place: ["address", "url", "endpoint", "vendor"]
                .into_iter()
                .filter_map(place_of)
                .max()
                .map_or(node.entries().len(), |place| place + 1),
            name: Some(wished.to_owned()),
            value,
        }),
    }
    operations
}

/// The operation after which a list of names at a path has one, or hasn't; the list comes with its first name and goes with
/// its last.
pub fn tick(tree: &Node, path: &Path, name: &str, is_in: bool) -> Option<Operation> {
    let names = path.find(tree).map_or_else(Vec::new, super::week::texts);
    let place = names.iter().position(|known| known == name);
    match (place, is_in) {
        (None, true) if names.is_empty() && path.find(tree).is_none() => {
            crate::writing::insert(tree, path, list(&[name.to_owned()]))
        }
        (None, true) => Some(Operation::Insert {
            into: path.clone(),
            place: names.len(),
            name: None,
            value: Node::string(name),
        }),
        (Some(_), false) if names.len() == 1 => Some(Operation::Remove { path: path.clone() }),
        (Some(place), false) => Some(Operation::Remove {
            path: path.place(place),
        }),
        _ => None,
    }
}
