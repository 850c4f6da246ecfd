//! Conditions as sentences: what can be chosen to build one, and how it stands in the file.
//!
//! A condition is read into a tree of [`Condition`]s, changed there, and written back whole. What can't be read as a
//! sentence stays as it is until somebody replaces it.

use triage::source::{Node, Value};

use crate::{asked::Asked, shape::object};

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Something is said of an answer, or is not.
    Test {
        /// The id of the question.
        question: String,
        /// What is said of its answer.
        said: Said,
        /// Whether it must be so, or must not.
        holds: bool,
    },
    /// Several conditions together.
    Group(Join, Vec<Self>),
    /// Something that is no condition.
    Unreadable(Node),
}

/// How many conditions of a group must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Every one.
    All,
    /// One at least.
    Any,
    /// None.
    None,
    /// Not all of them together.
    NotAll,
}

/// What can be said of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is one of these options.
    Options(Vec<String>),
    /// It is yes, or no.
    Yes(bool),
    /// It is "I'm not sure".
    NotSure,
    /// There is one, other than "I'm not sure".
    Answered,
    /// This option was ticked.
    Includes(String),
    /// This option was put first.
    First(String),
    /// The number is not smaller.
    AtLeast(i64),
    /// The number is smaller.
    Below(i64),
    /// One of these keywords stands in the text, by language.
    Mentions(Vec<(String, Vec<String>)>),
}

impl Join {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Any, Self::None, Self::NotAll];

    /// Its name in the page; with `join_` before it the studio's words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::None => "none",
            Self::NotAll => "not_all",
        }
    }
}

impl Condition {
    /// A condition as it stands in the file.
    pub fn read(node: &Node) -> Self {
        Self::understood(node).unwrap_or_else(|| Self::Unreadable(node.clone()))
    }

    fn understood(node: &Node) -> Option<Self> {
        let group = |join, list: &Node| {
            let parts = list.elements().iter().map(Self::read).collect();
            Some(Self::Group(join, parts))
        };
        match node.entries() {
            [(name, list)] if name == "all" => group(Join::All, list),
            [(name, list)] if name == "any" => group(Join::Any, list),
            [(name, part)] if name == "not" => Some(match Self::understood(part)? {
                Self::Test {
                    question,
                    said,
                    holds,
                } => Self::Test {
                    question,
                    said,
                    holds: !holds,
                },
                Self::Group(Join::All, parts) => Self::Group(Join::NotAll, parts),
                Self::Group(Join::Any, parts) => Self::Group(Join::None, parts),
                Self::Group(Join::NotAll, parts) => Self::Group(Join::All, parts),
                Self::Group(Join::None, parts) => Self::Group(Join::Any, parts),
                Self::Unreadable(_) => return None,
            }),
            [one, other] => {
                let (question, test) = if one.0 == "question" {
                    (one, other)
                } else {
                    (other, one)
                };
                let (said, holds) = said(&test.0, &test.1)?;
                let question = Some(question).filter(|(name, _)| name == "question")?;
                Some(Self::Test {
                    question: question.1.text().to_owned(),
                    said,
                    holds,
                })
            }
            _ => None,
        }
    }

    /// As it is to stand in the file.
    pub fn write(&self) -> Node {
        let not = |node| object([("not", node)]);
        let group =
            |name, parts: &[Self]| object([(name, Node::list(parts.iter().map(Self::write)))]);
        match self {
            Self::Test {
                question,
                said,
                holds,
            } => {
                let (name, value, holds) = said.written(*holds);
                let test = object([("question", Node::string(question)), (name, value)]);
                if holds { test } else { not(test) }
            }
            Self::Group(Join::All, parts) => group("all", parts),
            Self::Group(Join::Any, parts) => group("any", parts),
            Self::Group(Join::None, parts) => not(group("any", parts)),
            Self::Group(Join::NotAll, parts) => not(group("all", parts)),
            Self::Unreadable(node) => node.clone(),
        }
    }

    /// The condition with another one in the place to which the numbers lead, from group to group; without it, for `None`.
    /// Nothing is left when that was all.
    pub fn with(&self, address: &[usize], other: Option<Self>) -> Option<Self> {
        let Some((place, rest)) = address.split_first() else {
            return other;
        };
        let Self::Group(join, parts) = self else {
            return Some(self.clone());
        };
        let mut parts = parts.clone();
        let changed = parts.get(*place).and_then(|part| part.with(rest, other));
        match changed {
            Some(part) => parts[*place] = part,
            None if *place < parts.len() => drop(parts.remove(*place)),
            None => {}
        }
        match (join, parts.len()) {
            (_, 0) => None,
            (Join::All | Join::Any, 1) => parts.pop(),
            _ => Some(Self::Group(*join, parts)),
        }
    }

    /// The condition with one more at the end of the group to which the numbers lead; what is no group becomes one.
    pub fn and(&self, address: &[usize], other: Self) -> Self {
        match (self, address.split_first()) {
            (Self::Group(join, parts), None) => {
                let parts = parts.iter().cloned().chain([other]).collect();
                Self::Group(*join, parts)
            }
            (Self::Group(join, parts), Some((place, rest))) => {
                let mut parts = parts.clone();
                if let Some(part) = parts.get_mut(*place) {
                    *part = part.and(rest, other);
                }
                Self::Group(*join, parts)
            }
            _ => Self::Group(Join::All, vec![self.clone(), other]),
        }
    }

    /// The ids of the questions on which it depends.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Self::Test { question, .. } => vec![question],
            Self::Group(_, parts) => parts.iter().flat_map(Self::questions).collect(),
            Self::Unreadable(_) => Vec::new(),
        }
    }
}

/// What a field of a condition says of the answer.
fn said(name: &str, value: &Node) -> Option<(Said, bool)> {
    let text = || Some(value.text().to_owned()).filter(|text| !text.is_empty());
    let said = match (name, &value.value) {
        ("is", Value::Bool(yes)) => Said::Yes(*yes),
        ("is", Value::String(id)) if id == "not_sure" => Said::NotSure,
        ("is", _) => Said::Options(vec![text()?]),
        ("is_any_of", Value::List(ids)) => {
            Said::Options(ids.iter().map(|id| id.text().to_owned()).collect())
        }
        ("includes", _) => Said::Includes(text()?),
        ("first", _) => Said::First(text()?),
        ("at_least", Value::Whole(number)) => Said::AtLeast(*number),
        ("below", Value::Whole(number)) => Said::Below(*number),
        ("answered", Value::Bool(answered)) => return Some((Said::Answered, *answered)),
        ("mentions", Value::Map(languages)) => {
            let keywords = |list: &Node| {
                list.elements()
                    .iter()
                    .map(|word| word.text().to_owned())
                    .collect()
            };
            let languages = languages.iter();
            Said::Mentions(
                languages
                    .map(|(tag, list)| (tag.clone(), keywords(list)))
                    .collect(),
            )
        }
        _ => return None,
    };
    Some((said, true))
}

impl Said {
    /// The field that says it, its value, and whether it must hold.
    fn written(&self, holds: bool) -> (&'static str, Node, bool) {
        let strings = |texts: &[String]| Node::list(texts.iter().map(|text| Node::string(text)));
        let (name, value) = match self {
            Self::Options(ids) => match ids.as_slice() {
                [id] => ("is", Node::string(id)),
                ids => ("is_any_of", strings(ids)),
            },
            Self::Yes(yes) => ("is", Value::Bool(*yes).into()),
            Self::NotSure => ("is", Node::string("not_sure")),
            Self::Answered => return ("answered", Value::Bool(holds).into(), true),
            Self::Includes(id) => ("includes", Node::string(id)),
            Self::First(id) => ("first", Node::string(id)),
            Self::AtLeast(number) => ("at_least", Value::Whole(*number).into()),
            Self::Below(number) => ("below", Value::Whole(*number).into()),
            Self::Mentions(languages) => {
                let languages = languages.iter();
                let lists = languages.map(|(tag, words)| (tag.clone(), strings(words)));
                ("mentions", Node::map(lists))
            }
        };
        (name, value, holds)
    }

    /// The names, in the page, of what can be said of an answer of a kind, and whether it must be so. With `test_` before
    /// it, each is the studio's words for it.
    pub fn offered(kind: &str) -> &'static [(&'static str, bool)] {
        match kind {
            "choice" => &[
                ("is", true),
                ("is", false),
                ("not_sure", true),
                ("answered", true),
                ("answered", false),
            ],
            "yes_no" => &[
                ("yes", true),
                ("no", true),
                ("not_sure", true),
                ("answered", true),
                ("answered", false),
            ],
            "multiple" => &[
                ("includes", true),
                ("includes", false),
                ("not_sure", true),
                ("answered", true),
                ("answered", false),
            ],
            "ranking" => &[
                ("first", true),
                ("first", false),
                ("not_sure", true),
                ("answered", true),
                ("answered", false),
            ],
            "number" => &[
                ("at_least", true),
                ("below", true),
                ("not_sure", true),
                ("answered", true),
                ("answered", false),
            ],
            "text" => &[
                ("mentions", true),
                ("mentions", false),
                ("answered", true),
                ("answered", false),
            ],
            _ => &[("answered", true), ("answered", false)],
        }
    }

    /// Its name among those that are offered.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Options(_) => "is",
            Self::Yes(true) => "yes",
            Self::Yes(false) => "no",
            Self::NotSure => "not_sure",
            Self::Answered => "answered",
            Self::Includes(_) => "includes",
            Self::First(_) => "first",
            Self::AtLeast(_) => "at_least",
            Self::Below(_) => "below",
            Self::Mentions(_) => "mentions",
        }
    }

    /// What is said under a name, about a question, to begin with.
    pub fn begun(name: &str, asked: &Asked, locale: &str) -> Self {
        let option = || {
            let first = asked.options.first();
            first.map(|(id, _)| id.clone()).unwrap_or_default()
        };
        match name {
            "is" => Self::Options(vec![option()]),
            "yes" => Self::Yes(true),
            "no" => Self::Yes(false),
            "not_sure" => Self::NotSure,
            "includes" => Self::Includes(option()),
            "first" => Self::First(option()),
            "at_least" => Self::AtLeast(1),
            "below" => Self::Below(1),
            "mentions" => Self::Mentions(vec![(locale.to_owned(), Vec::new())]),
            _ => Self::Answered,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Join, Said};
    use leeward_document::is_same;
    use triage::source::{Node, parse};

    const READY: [&str; 6] = [
        include_str!("../../../playbooks/outage.json"),
        include_str!("../../../playbooks/disaster.json"),
        include_str!("../../../playbooks/hardship.json"),
        include_str!("../../../playbooks/health.json"),
        include_str!("../../../playbooks/service-crisis.json"),
        include_str!("../../cli/tests/cases/every-field.json"),
    ];

    fn conditions<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
        for (name, part) in node.entries() {
            if matches!(name.as_str(), "ask_when" | "when" | "show_when") {
                found.push(part);
            } else {
                conditions(part, found);
            }
        }
        for part in node.elements() {
            conditions(part, found);
        }
    }

    #[test]
    fn every_condition_of_every_ready_playbook_is_a_sentence_that_is_written_back_as_it_was() {
        let mut count = 0;
        for text in READY {
            let tree = parse(text).unwrap();
            let mut found = Vec::new();
            conditions(&tree, &mut found);
            for node in found {
                count += 1;
                let condition = Condition::read(node);
                assert!(!format!("{condition:?}").contains("Unreadable"), "{node}");
                assert!(is_same(&condition.write(), node), "{node}");
            }
        }
        assert!(count > 50, "{count}");
    }

    #[test]
    fn parts_are_added_replaced_and_taken_away() {
        let test = |id: &str| Condition::Test {
            question: id.into(),
            said: Said::Answered,
            holds: true,
        };
        let two = test("a").and(&[], test("b"));
        assert_eq!(two, Condition::Group(Join::All, vec![test("a"), test("b")]));
        assert_eq!(two.questions(), ["a", "b"]);
        let nested = two.and(&[1], test("c"));
        assert_eq!(nested.questions(), ["a", "b", "c"]);
        assert_eq!(
            nested.with(&[1, 0], Some(test("d"))).unwrap().questions(),
            ["a", "d", "c"]
        );
        assert_eq!(
            nested.with(&[1, 0], None).unwrap(),
            Condition::Group(Join::All, vec![test("a"), test("c")])
        );
        assert_eq!(two.with(&[0], None), Some(test("b")));
        assert_eq!(test("a").with(&[], None), None);
        let none = Condition::Group(Join::None, vec![test("a")]);
        assert_eq!(
            none.with(&[0], Some(test("b")))
                .unwrap()
                .write()
                .to_string(),
            r#"{"not":{"any":[{"question":"b","answered":true}]}}"#
        );
    }

    #[test]
    fn what_is_no_condition_stays_as_it_is() {
        for text in [
            r#"{"question":"a","is":7}"#,
            r#"{"al":[]}"#,
            "7",
            r#"{"question":"a","is":"b","below":2}"#,
        ] {
            let node = parse(text).unwrap();
            let condition = Condition::read(&node);
            assert!(matches!(condition, Condition::Unreadable(_)), "{text}");
            assert!(is_same(&condition.write(), &node));
        }
    }
}
