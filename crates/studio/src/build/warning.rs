//! What comes before every question: what is happening, and whom to call in danger to life.

use leeward_document::{Operation, Path};
use triage::source::Node;

use super::{add, first_locale, put};
use crate::shape::{object, unwritten};

/// The most lines that are read when it matters.
pub const LINES: usize = 4;

/// Another line, and where it is to be written; with all around it where there is nothing yet.
pub fn line(tree: &Node) -> Option<(Operation, Path)> {
    let emergency = Path::default().name("emergency");
    let lines = emergency.name("lines");
    let locale = first_locale(tree);
    let line = object([("name", unwritten(&locale)), ("number", Node::string(""))]);
    if emergency.find(tree).is_none() {
        let begun = object([("text", unwritten(&locale)), ("lines", Node::list([line]))]);
        return Some((put(tree, &emergency, begun)?, emergency.name("text")));
    }
    let place = lines.find(tree).map_or(0, |lines| lines.elements().len());
    Some((
        add(tree, &lines, place, line)?,
        lines.place(place).name("name"),
    ))
}

/// What is happening, to be written.
pub fn notice(tree: &Node) -> Option<(Operation, Path)> {
    let notice = Path::default().name("notice");
    let begun = object([
        ("text", unwritten(&first_locale(tree))),
        ("updated_at", Node::string("")),
    ]);
    Some((put(tree, &notice, begun)?, notice.name("text")))
}
