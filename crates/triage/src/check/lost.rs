//! What is refused: it is left out before anybody reads the file, but its author wants to hear everything at once.

use super::reader::{Reader, elements, string};
use crate::{
    problem::Problem,
    source::{Node, Value},
};

/// What else is wrong with channels that are refused: the readers, which compare values with each other, won't meet
/// them. Only what is sound by itself is looked at, so that no slip is told twice.
pub(super) fn look_at_lost(file: &Node, refused: &[*const Node]) -> Vec<Problem> {
    let mut reader = Reader::new(file, Vec::new());
    let channels = file.entry("channels").map_or(&[][..], Node::entries);
    let is_lost = |node: &&Node| refused.contains(&std::ptr::from_ref(*node));
    for node in channels.iter().map(|(_, node)| node).filter(is_lost) {
        let name = string(node, "hours");
        if let Some(hours) = node.entry("hours")
            && !name.is_empty()
            && !reader.is_written("hours", name)
        {
            reader.report_unknown(hours, "opening hours", "hours");
        }
        let is_number = |node: &Node| matches!(node.value, Value::Whole(_));
        if elements(node, "wait_minutes").all(is_number) {
            reader.wait_minutes(node);
        }
    }
    reader.findings.problems
}

/// Replaces what was refused with `null`, so that whoever reads the file afterwards meets sound
/// values only, each in its place.
pub(super) fn leave_out(node: &mut Node, refused: &[*const Node]) {
    if refused.contains(&std::ptr::from_ref(node)) {
        node.value = Value::Null;
    }
    match &mut node.value {
        Value::Map(entries) => entries
            .iter_mut()
            .for_each(|(_, entry)| leave_out(entry, refused)),
        Value::List(elements) => elements
            .iter_mut()
            .for_each(|element| leave_out(element, refused)),
        _ => {}
    }
}
