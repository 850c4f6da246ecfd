//! From a wish about what a playbook is made of to operations on the document: another question, another answer, another way.

pub mod language;
pub mod question;
pub mod route;
pub mod statement;
#[cfg(test)]
mod tests;
pub mod warning;

use leeward_document::{Operation, Path};
use triage::source::{Node, Value};

use crate::{shape::duplicate, state::Pane, writing::insert};

/// Something that is to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Another question.
    Question,
    /// Another answer to the question at the path.
    Answer(Path),
    /// The question at the path is to be of another kind.
    Kind(Path, &'static str),
    /// Words after the number, for the question at the path.
    Unit(Path),
    /// Another way, before the last one.
    Way,
    /// Another channel at the end of a list of the way at the path.
    Channel(Path, &'static str, String),
    /// Whether the best option must be able to do something, on the way at the path.
    Need(Path, String, bool),
    /// One more in a list of what is said beside the answer.
    Statement(&'static str),
    /// What is happening.
    Notice,
    /// Another number for danger to life.
    EmergencyLine,
    /// One more language, by its tag.
    Language(String),
    /// One language less, with all its texts.
    NoLanguage(String),
    /// The texts that a language lacks, copied from another: from, to.
    CopyLanguage(String, String),
    /// A second one like what stands at the path.
    Copy(Path),
    /// Something else at the path, or nothing.
    Put(Path, Option<Node>),
    /// Only the person who is reached has use for the answer to the question at the path, or others have, too.
    ForAgent(Path, bool),
}

impl Wish {
    /// Where what is added is to be written; nothing for what is wished only where it stands.
    pub const fn pane(&self) -> Option<Pane> {
        match self {
            Self::Question | Self::Answer(_) | Self::Way | Self::Statement(_) => {
                Some(Pane::Questions)
            }
            Self::EmergencyLine | Self::Language(_) => Some(Pane::Settings),
            Self::Notice => Some(Pane::Words),
            _ => None,
        }
    }
}

/// What is to be done for a wish, and where the focus goes then; nothing where it can't be granted.
pub fn grant(tree: &Node, wish: &Wish) -> Option<(Vec<Operation>, Path)> {
    let one = |(operation, path): (Operation, Path)| (vec![operation], path);
    let there = |path: &Path, operations: Vec<Operation>| (operations, path.clone());
    Some(match wish {
        Wish::Question => one(question::question(tree)?),
        Wish::Answer(question) => one(question::answer(tree, question)?),
        Wish::Kind(path, kind) => there(path, question::retype(tree, path, kind)),
        Wish::Unit(path) => one(question::unit(tree, path)?),
        Wish::Way => one(route::route(tree)?),
        Wish::Channel(path, list, id) => there(path, vec![route::choose(tree, path, list, id)?]),
        Wish::Need(path, what, is_needed) => {
            there(path, vec![route::need(tree, path, what, *is_needed)?])
        }
        Wish::Statement(list) => one(statement::statement(tree, list)?),
        Wish::Notice => one(warning::notice(tree)?),
        Wish::EmergencyLine => one(warning::line(tree)?),
        Wish::Language(tag) => there(&languages(), language::language(tree, tag)),
        Wish::NoLanguage(tag) => there(&languages(), language::no_language(tree, tag)),
        Wish::CopyLanguage(from, to) => there(&languages(), language::copy(tree, from, to)),
        Wish::Copy(path) => one(duplicate(tree, path)?),
        Wish::Put(path, value) => there(path, vec![put_or_remove(tree, path, value.clone())?]),
        Wish::ForAgent(path, is_so) => there(path, question::for_agent(tree, path, *is_so)),
    })
}

/// A flag, which means nothing when it isn't there.
pub fn flag(path: Path, is_set: bool) -> Wish {
    Wish::Put(path, is_set.then(|| Value::Bool(true).into()))
}

/// Puts a value where something stands, or would.
fn put(tree: &Node, path: &Path, value: Node) -> Option<Operation> {
    match path.find(tree) {
        Some(_) => Some(Operation::Set {
            path: path.clone(),
            value,
        }),
        None => insert(tree, path, value),
    }
}

/// Puts a value there, or takes what stands there away.
fn put_or_remove(tree: &Node, path: &Path, value: Option<Node>) -> Option<Operation> {
    match value {
        Some(value) => put(tree, path, value),
        None => path
            .find(tree)
            .map(|_| Operation::Remove { path: path.clone() }),
    }
}

/// Adds an element at a place of a list of the file, or behind its last one. The list comes with its first element.
fn add(tree: &Node, list: &Path, place: usize, value: Node) -> Option<Operation> {
    match list.find(tree) {
        Some(_) => Some(Operation::Insert {
            into: list.clone(),
            place,
            name: None,
            value,
        }),
        None => insert(tree, list, Node::list([value])),
    }
}

fn languages() -> Path {
    Path::default().name("locales")
}

/// The language in which new texts begin.
fn first_locale(tree: &Node) -> String {
    let first = crate::writing::locales(tree).into_iter().next();
    first.unwrap_or_else(|| "en".to_owned())
}
