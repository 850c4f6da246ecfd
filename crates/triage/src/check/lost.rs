//! What is refused: it is left out before anybody reads the file, but its author wants to hear everything at once.

#[cfg(feature = "advice")]
use super::reader::{Reader, elements, string, strings};
#[cfg(feature = "advice")]
use crate::problem::Problem;
use crate::source::{Node, Value};

/// What else is wrong with channels that are refused: the readers, which compare values with each other, won't meet
/// them. Only what is sound by itself is looked at, so that no slip is told twice.
#[cfg(feature = "advice")]
pub(super) fn look_at_lost(file: &Node, refused: &[*const Node]) -> Vec<Problem> {
    let mut reader = Reader::new(file, Vec::new());
    let channels = file.entry("channels").map_or(&[][..], Node::entries);
    let is_lost = |node: &&Node| refused.contains(&std::ptr::from_ref(*node));
    for node in channels.iter().map(|(_, node)| node).filter(is_lost) {
        let is_name = |hours: &Node| matches!(hours.value, Value::String(_));
        if node.entry("hours").is_none_or(is_name) {
            reader.look_at_opening(node);
        }
        let is_number = |node: &Node| matches!(node.value, Value::Whole(_));
        if elements(node, "wait_minutes").all(is_number) {
            reader.wait_minutes(node);
        }
    }
    reader.findings.problems
}

/// A channel that is meant never to close. Whether anything is wrong with it doesn't matter here.
#[cfg(feature = "advice")]
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Hope {
    pub id: String,
    /// What is written for its kind.
    pub kind: String,
    /// Nothing when it speaks all languages.
    pub languages: Vec<String>,
}

/// The channels that are meant never to close.
#[cfg(feature = "advice")]
pub(super) fn hopes(file: &Node) -> Vec<Hope> {
    let channels = file.entry("channels").map_or(&[][..], Node::entries);
    let is_meant = |node: &Node| {
        let always = node.entry("always");
        always.is_some_and(|always| always.value != Value::Bool(false))
    };
    let meant = channels.iter().filter(|(_, node)| is_meant(node));
    meant
        .map(|(id, node)| Hope {
            id: id.clone(),
            kind: string(node, "kind").to_owned(),
            languages: strings(node, "languages"),
        })
        .collect()
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
