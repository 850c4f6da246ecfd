//! Ways: who goes to which channels.

use leeward_document::{Operation, Path};
use triage::source::Node;

use super::{add, first_locale, put, put_or_remove};
use crate::{
    asked::asked,
    shape::{fresh_id, ids, object},
};

/// Another way before the last one, which is for everybody else, and where its reason is to be written. It begins with
/// something that can be asked, and with the channels of the last one. A playbook without any begins with the last one.
pub fn route(tree: &Node) -> Option<(Operation, Path)> {
    let list = Path::default().name("routes");
    let there = list.find(tree).map_or(&[][..], Node::elements);
    if there.is_empty() {
        return Some((only(tree)?, list.place(0).name("because")));
    }
    let locale = first_locale(tree);
    let when = asked(tree, usize::MAX, &locale)
        .first()?
        .first_test(&locale);
    let place = there.len().saturating_sub(1);
    let last = there.last();
    let channels = |name: &str| last.and_then(|last| last.entry(name)).cloned();
    let mut entries = vec![
        ("id".to_owned(), Node::string(&fresh_id(ids(there), "way"))),
        ("when".to_owned(), when.write()),
    ];
    let chosen = ["first", "second"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), channels(name)?)));
    entries.extend(chosen);
    let operation = add(tree, &list, place, Node::map(entries))?;
    Some((operation, list.place(place).name("because")))
}

fn only(tree: &Node) -> Option<Operation> {
    let channels = tree.entry("channels").map_or(&[][..], Node::entries);
    let (id, _) = channels.first()?;
    let route = object([
        ("id", Node::string("everyone")),
        ("first", Node::list([Node::string(id)])),
    ]);
    add(tree, &Path::default().name("routes"), 0, route)
}

/// The channels in a list of a way, by their ids.
pub fn chosen<'n>(route: &'n Node, name: &str) -> Vec<&'n str> {
    let list = route.entry(name).map_or(&[][..], Node::elements);
    list.iter().map(Node::text).collect()
}

/// A channel more at the end of a list of a way.
pub fn choose(tree: &Node, route: &Path, name: &str, channel: &str) -> Option<Operation> {
    let list = route.name(name);
    let place = list.find(tree).map_or(0, |list| list.elements().len());
    match list.find(tree) {
        Some(_) => add(tree, &list, place, Node::string(channel)),
        None => put(tree, &list, Node::list([Node::string(channel)])),
    }
}

/// Whether a channel must be able to do something here.
pub fn need(tree: &Node, route: &Path, what: &str, is_needed: bool) -> Option<Operation> {
    let path = route.name("needs");
    let there = path.find(tree).map_or(&[][..], Node::elements);
    let mut needs: Vec<&str> = there
        .iter()
        .map(Node::text)
        .filter(|one| *one != what)
        .collect();
    needs.extend(is_needed.then_some(what));
    let list = (!needs.is_empty()).then(|| Node::list(needs.into_iter().map(Node::string)));
    put_or_remove(tree, &path, list)
}

/// What people somewhere can do, over all channels: what a way may need.
pub fn abilities(tree: &Node) -> Vec<&str> {
    let channels = tree.entry("channels").map_or(&[][..], Node::entries).iter();
    let mut all: Vec<&str> = channels
        .flat_map(|(_, channel)| channel.entry("can").map_or(&[][..], Node::elements))
        .map(Node::text)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
