//! Cures that are clear: what a press of a button can do about a finding, as one step that undo takes back.
//!
//! Only what nobody has to decide is offered, and never words for visitors: a cure may put right how something is
//! written, and take away what nobody meets. Whatever needs a person (a translation, a price, a time) is shown to them.

mod address;
mod hours;
mod ids;
mod parts;
mod values;

use leeward_document::{Document, Operation, Path, Step};
use triage::{
    Code,
    source::{Node, Value},
};

use crate::{clocks::Clocks, findings::Finding, said::Said};
pub use hours::overlapping;
pub use parts::is_unused;

/// A cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says.
    pub said: Said,
    /// What it does, in this order.
    pub operations: Vec<Operation>,
}

/// What a cure is made of.
struct Case<'a> {
    document: &'a Document,
    tree: &'a Node,
    path: &'a Path,
    /// What stands there.
    node: Option<&'a Node>,
    about: Option<&'a str>,
    /// Now, in UTC seconds.
    now: i64,
    clocks: &'a Clocks,
}

/// The cures of a finding, the likeliest first, at an instant in UTC seconds. None where somebody has to decide.
pub fn fixes(document: &Document, finding: &Finding, now: i64, clocks: &Clocks) -> Vec<Fix> {
    let tree = document.tree();
    let case = Case {
        document,
        tree,
        path: &finding.path,
        node: finding.path.find(tree),
        about: finding.about.as_deref(),
        now,
        clocks,
    };
    let fix = match finding.code {
        Code::OldVersion => case.newer_version(),
        Code::WrongKind => case.right_kind(),
        Code::UnknownField => case.known_field(),
        Code::MissingField => case.missing_field(),
        Code::Duplicate => case.only_once(),
        Code::BadId => case.good_id(),
        Code::UnknownReference => case.known_reference(),
        Code::BadLocale => case.known_locale(),
        Code::BadPlural => case.right_plural(),
        Code::BadPlaceholder => case.right_placeholder(),
        Code::BadDate => case.right_date(),
        Code::BadHours => return case.right_hours(),
        Code::BadAddress => return case.right_address(),
        Code::FixedZone => return case.places(),
        Code::WholeDay => return case.whole_or_closed(),
        Code::HomeNumber => return case.home_number(),
        Code::BadPage => case.right_page(),
        Code::BadNumber => case.right_number(),
        Code::AgentQuestion => case.asked_before(),
        Code::BadColour => case.right_colour(),
        Code::WeakContrast => case.readable_colour(),
        Code::RouteOrder => case.right_order(),
        Code::Unused => case.used(),
        Code::MissingFact => case.news_to_come(),
        Code::Expired => return case.current(),
        Code::UnreachableQuestion => return case.reachable(),
        Code::DeadRoute => case.without_dead_route(),
        Code::NeverShown => Some(case.removed("fix_remove_unseen")),
        // The rest is for somebody to decide, or to write.
        _ => None,
    };
    fix.into_iter().collect()
}

impl Case<'_> {
    fn found(&self) -> &str {
        self.node.map_or("", Node::text)
    }

    fn outer(&self) -> Option<Path> {
        self.path.parent().map(|(outer, _)| outer)
    }

    fn removed(&self, key: &str) -> Fix {
        Fix {
            said: Said::plain(key),
            operations: vec![remove(self.path)],
        }
    }

    /// Writes another text in the place of what stands there.
    fn written(&self, text: &str) -> Fix {
        Fix {
            said: Said::plain("fix_write").text("text", text),
            operations: vec![set(self.path, Node::string(text))],
        }
    }

    /// Gives an entry another name, in its place.
    fn renamed(&self, name: &str) -> Option<Fix> {
        Some(Fix {
            said: Said::plain("fix_write").text("text", name),
            operations: rename(self.tree, self.path, name)?,
        })
    }
}

fn set(path: &Path, value: Node) -> Operation {
    Operation::Set {
        path: path.clone(),
        value,
    }
}

fn remove(path: &Path) -> Operation {
    Operation::Remove { path: path.clone() }
}

/// Adds an entry to an object, or an element to a list, behind all others.
fn add(tree: &Node, into: &Path, name: Option<&str>, value: Node) -> Option<Operation> {
    let outer = into.find(tree)?;
    Some(Operation::Insert {
        into: into.clone(),
        place: outer.entries().len() + outer.elements().len(),
        name: name.map(str::to_owned),
        value,
    })
}

/// Gives an entry another name, in its place; nothing where that is taken.
fn rename(tree: &Node, path: &Path, name: &str) -> Option<Vec<Operation>> {
    let (into, step) = path.parent()?;
    let Step::Name(old) = step else { return None };
    let outer = into.find(tree)?;
    let mut names = outer.entries().iter().map(|(name, _)| name);
    let place = names.position(|known| known == old)?;
    if outer.entry(name).is_some() {
        return None;
    }
    let insert = Operation::Insert {
        into,
        place,
        name: Some(name.to_owned()),
        value: bare(outer.entry(old)?),
    };
    Some(vec![insert, remove(path)])
}

/// A value without its place in the text.
fn bare(node: &Node) -> Node {
    match &node.value {
        Value::Map(entries) => Node::map(
            entries
                .iter()
                .map(|(name, node)| (name.clone(), bare(node))),
        ),
        Value::List(elements) => Node::list(elements.iter().map(bare)),
        value => Node::from(value.clone()),
    }
}

#[cfg(test)]
mod meaning;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub use tests::clocks as clocks_for_tests;
