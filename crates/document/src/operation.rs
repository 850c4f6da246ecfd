//! The changes from which all others are made, and how each is made in the text.

use triage::source::{Node, Value};

use crate::{
    Path, Refusal, Step,
    edit::{Edit, apply, insert, replace},
    layout::{in_place, inline, quoted},
};

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Puts another value in the place of what stands at the path.
    Set {
        /// Where.
        path: Path,
        /// What to write.
        value: Node,
    },
    /// Adds a value to an object or a list.
    Insert {
        /// The object or list.
        into: Path,
        /// Before which entry or element; behind the last one when there are fewer.
        place: usize,
        /// Its name, in an object; a list has none.
        name: Option<String>,
        /// What to write.
        value: Node,
    },
    /// Takes away an entry with its name, or an element.
    Remove {
        /// Which.
        path: Path,
    },
    /// Gives an entry of an object another name. Its place and its value stay.
    Rename {
        /// Which.
        path: Path,
        /// The name then.
        name: String,
    },
    /// Gives an entry or an element another place among its neighbours.
    Move {
        /// The object or list.
        within: Path,
        /// Its place now.
        from: usize,
        /// Its place then.
        to: usize,
    },
}

impl Operation {
    /// Where it happens.
    #[must_use]
    pub fn path(&self) -> Path {
        match self {
            Self::Set { path, .. } | Self::Remove { path } => path.clone(),
            Self::Insert {
                into, place, name, ..
            } => match name {
                Some(name) => into.name(name),
                None => into.place(*place),
            },
            Self::Rename { path, name } => match path.parent() {
                Some((parent, _)) => parent.name(name),
                None => path.clone(),
            },
            Self::Move { within, to, .. } => within.place(*to),
        }
    }

    /// The text after the change.
    pub(crate) fn rewrite(&self, text: &str, tree: &Node) -> Result<String, Refusal> {
        let edits = match self {
            Self::Set { path, value } => {
                let node = path.find(tree).ok_or(Refusal::Nowhere)?;
                let (indent, column) = place_of(text, node);
                vec![replace(node, in_place(value, indent, column))]
            }
            Self::Insert {
                into,
                place,
                name,
                value,
            } => {
                let outer = into.find(tree).ok_or(Refusal::Nowhere)?;
                vec![insert(
                    text,
                    outer,
                    *place,
                    &written(outer, name.as_deref(), value)?,
                )]
            }
            Self::Remove { path } => {
                let (parent, step) = path.parent().ok_or(Refusal::Nowhere)?;
                let outer = parent.find(tree).ok_or(Refusal::Nowhere)?;
                remove(outer, place_in(outer, step)?).into_iter().collect()
            }
            Self::Rename { path, name } => vec![rename(tree, path, name)?],
            Self::Move { within, from, to } => {
                let outer = within.find(tree).ok_or(Refusal::Nowhere)?;
                rearrange(text, outer, *from, *to)?
            }
        };
        Ok(apply(text, edits))
    }
}

/// What stands in the text for a new entry or element.
fn written(outer: &Node, name: Option<&str>, value: &Node) -> Result<String, Refusal> {
    let value = inline(value, "");
    match (&outer.value, name) {
        (Value::Map(_), Some(name)) if outer.entry(name).is_some() => Err(Refusal::Taken),
        (Value::Map(_), Some(name)) => Ok([&quoted(name), ": ", &value].concat()),
        (Value::List(_), None) => Ok(value),
        _ => Err(Refusal::Nowhere),
    }
}

/// Another name for an entry.
fn rename(tree: &Node, path: &Path, name: &str) -> Result<Edit, Refusal> {
    let (parent, step) = path.parent().ok_or(Refusal::Nowhere)?;
    let outer = parent.find(tree).ok_or(Refusal::Nowhere)?;
    let entry = path.find(tree).ok_or(Refusal::Nowhere)?;
    if outer.entry(name).is_some() && *step != Step::Name(name.to_owned()) {
        return Err(Refusal::Taken);
    }
    let (from, to) = entry.name.ok_or(Refusal::Nowhere)?;
    Ok(Edit::new(from, to, quoted(name)))
}

/// The indentation of the line on which a value begins, and its column.
fn place_of(text: &str, node: &Node) -> (usize, usize) {
    let (from, _) = node.span.unwrap_or_default();
    let before = text.get(..from).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent = line.len() - line.trim_start_matches(' ').len();
    (indent, line.chars().count())
}

/// The bytes of each entry or element, names included.
fn items(outer: &Node) -> Vec<(usize, usize)> {
    let whole = |node: &Node| node.span.unwrap_or_default();
    let named = |node: &Node| {
        let (from, to) = whole(node);
        (node.name.map_or(from, |(from, _)| from), to)
    };
    match &outer.value {
        Value::Map(entries) => entries.iter().map(|(_, node)| named(node)).collect(),
        Value::List(elements) => elements.iter().map(whole).collect(),
        _ => Vec::new(),
    }
}

fn place_in(outer: &Node, step: &Step) -> Result<usize, Refusal> {
    let place = match step {
        Step::Name(name) => outer.entries().iter().position(|(known, _)| known == name),
        Step::Place(place) => Some(*place).filter(|place| *place < outer.elements().len()),
    };
    place.ok_or(Refusal::Nowhere)
}

/// Takes an item away with the comma that separates it, and the blanks beside it.
fn remove(outer: &Node, place: usize) -> Option<Edit> {
    let items = items(outer);
    let &(from, to) = items.get(place)?;
    let (start, end) = outer.span?;
    let before = place.checked_sub(1).and_then(|place| items.get(place));
    let (from, to) = match (items.get(place + 1), before) {
        (Some(&(next, _)), _) => (from, next),
        (None, Some(&(_, last))) => (last, to),
        (None, None) => (start + 1, end - 1),
    };
    Some(Edit::new(from, to, String::new()))
}

/// The same places with other items in them, so that commas and indentation stay.
fn rearrange(text: &str, outer: &Node, from: usize, to: usize) -> Result<Vec<Edit>, Refusal> {
    let items = items(outer);
    if from >= items.len() || to >= items.len() {
        return Err(Refusal::Nowhere);
    }
    let mut order = items.clone();
    let moved = order.remove(from);
    order.insert(to, moved);
    let raw = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default().to_owned();
    let moves = items
        .iter()
        .zip(order)
        .filter(|(place, item)| *place != item);
    Ok(moves
        .map(|(&(from, to), item)| Edit::new(from, to, raw(item)))
        .collect())
}
