//! A string in the place of another one, which is what happens at each letter that is typed. Nothing else in the text
//! changes then, so neither the tree is read nor the whole file laid out anew.

use triage::source::{MOST_BYTES, Node, Value};

use crate::{
    Operation, Patch, Path,
    layout::{WIDTH, inline, quoted},
};

/// The text with the string replaced, and the patch that takes it back; the tree is brought to that text. Nothing, and
/// nothing has happened, where it takes more than that: another value, a text that gets too large, or lines that have to
/// be broken elsewhere.
pub fn replace(
    text: &str,
    tree: &mut Node,
    is_ours: bool,
    operation: &Operation,
) -> Option<(String, Patch)> {
    let Operation::Set { path, value } = operation else {
        return None;
    };
    let Value::String(string) = &value.value else {
        return None;
    };
    let node = path.find(tree)?;
    if !matches!(node.value, Value::String(_)) {
        return None;
    }
    let (from, to) = node.span?;
    let with = quoted(string);
    let after = [text.get(..from)?, &with, text.get(to..)?].concat();
    let more = chars(&with) - chars(text.get(from..to)?);
    if after.len() > MOST_BYTES || is_ours && !keeps_its_lines(text, tree, path, more) {
        return None;
    }
    let old = text.get(from..to)?.to_owned();
    let back = Patch::new(from, with.len(), old);
    shift(
        tree,
        to,
        with.len().cast_signed() - (to - from).cast_signed(),
    );
    path.find_mut(tree)?.value = Value::String(string.clone());
    Some((after, back))
}

/// Whether a file that is laid out as Leeward lays files out has its lines broken at the same places when a string in it
/// is so many characters longer. An object or a list is on one line when it fits on one, so only those around the string
/// can change.
fn keeps_its_lines(text: &str, tree: &Node, path: &Path, more: isize) -> bool {
    let Some(around) = around(tree, path) else {
        return false;
    };
    // Words that share lines may move from one to the next.
    let shares = around.last().is_none_or(
        |list| matches!(&list.value, Value::List(elements) if elements.iter().all(is_plain)),
    );
    if shares {
        return false;
    }
    let written = |node: &Node| node.span.and_then(|(from, to)| text.get(from..to));
    let is_on_one_line = |node: &&&Node| written(node).is_some_and(|it| !it.contains('\n'));
    let outermost = around.iter().find(is_on_one_line);
    let still_fits = outermost.is_none_or(|node| {
        let width = written(node).map_or(0, chars);
        column(text, node) + width + more <= WIDTH.cast_signed()
    });
    // What didn't fit on a line before may do so now. If the innermost doesn't, no other one does.
    let innermost = around.iter().rev().find(|node| !is_on_one_line(node));
    let still_too_wide = more >= 0
        || innermost.is_none_or(|node| {
            let is_file = std::ptr::eq(*node, tree);
            is_file || column(text, node) + chars(&inline(node, text)) + more > WIDTH.cast_signed()
        });
    still_fits && still_too_wide
}

/// The objects and lists in which something stands, from the file inwards.
fn around<'n>(tree: &'n Node, path: &Path) -> Option<Vec<&'n Node>> {
    let mut around = vec![tree];
    let (outer, _) = path.parent()?;
    for step in outer.steps() {
        let node = *around.last()?;
        around.push(Path::default().step(step.clone()).find(node)?);
    }
    Some(around)
}

const fn is_plain(node: &Node) -> bool {
    !matches!(node.value, Value::Map(_) | Value::List(_))
}

fn chars(text: &str) -> isize {
    text.chars().count().cast_signed()
}

/// The column at which a value begins.
fn column(text: &str, node: &Node) -> isize {
    let before = node.span.and_then(|(from, _)| text.get(..from));
    let line = before.unwrap_or_default().rsplit('\n').next();
    chars(line.unwrap_or_default())
}

/// Moves what stands from a byte on, and the ends of what it stands in.
fn shift(node: &mut Node, from: usize, by: isize) {
    let moved = |at: usize| {
        if at >= from {
            at.saturating_add_signed(by)
        } else {
            at
        }
    };
    for (start, end) in [&mut node.span, &mut node.name].into_iter().flatten() {
        *start = moved(*start);
        *end = moved(*end);
    }
    match &mut node.value {
        Value::Map(entries) => {
            for (_, node) in entries {
                shift(node, from, by);
            }
        }
        Value::List(elements) => {
            for node in elements {
                shift(node, from, by);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::replace;
    use crate::{Operation, Path};
    use triage::source::{Value, parse};

    #[test]
    fn a_letter_needs_nothing_else_and_a_line_that_gets_too_long_does() {
        let text = include_str!("../../../playbooks/outage.json");
        let path = Path::parse("name.en");
        let mut tree = parse(text).unwrap();
        let old = path.find(&tree).unwrap().text().to_owned();
        let mut write = |string: String| {
            let value = Value::String(string).into();
            let operation = Operation::Set {
                path: path.clone(),
                value,
            };
            replace(text, &mut tree, true, &operation).is_some()
        };
        assert!(!write(old.repeat(40)));
        assert!(write([&old, "!"].concat()));
    }
}
