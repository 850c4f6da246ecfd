//! What is said beside the answer: reassurance, what to expect, stories, links.

use leeward_document::{Operation, Path};
use triage::source::Node;

use super::{add, first_locale};
use crate::shape::{object, unwritten};

/// The lists, in the order in which they are shown.
pub const LISTS: [&str; 4] = ["reassurance", "expectations", "stories", "resources"];

/// Who may offer a link, as the format names them. With `resource_` before it, each is the studio's words for it.
pub const OFFERED_BY: [&str; 4] = ["government", "community", "self_care", "guide"];

/// One more in a list, and where it is to be written.
pub fn statement(tree: &Node, name: &str) -> Option<(Operation, Path)> {
    let list = Path::default().name(name);
    let place = list.find(tree).map_or(0, |list| list.elements().len());
    let text = unwritten(&first_locale(tree));
    let (value, field) = match name {
        "resources" => (
            object([("title", text), ("url", Node::string("https://"))]),
            "title",
        ),
        _ => (object([("text", text)]), "text"),
    };
    Some((
        add(tree, &list, place, value)?,
        list.place(place).name(field),
    ))
}
