//! Reading conditions. They refer to questions that were read before, so a flow can't run in circles.

use super::reader::Reader;
use crate::{
    answer::Answer,
    condition::{Condition, Test},
    fold::Keyword,
    playbook::{QuestionId, QuestionKind, QuestionOption},
    problem::Code,
    source::{Node, Value},
};

/// Six levels of `all`, `any` and `not` are more than anybody can follow.
const MOST_LEVELS: usize = 6;

/// The fields of a condition that say what it is about.
pub(crate) const JOINS: &[&str] = &["question", "all", "any", "not"];

/// Those that test a question.
pub(crate) const OPERATORS: &[&str] = &[
    "is",
    "is_any_of",
    "includes",
    "first",
    "at_least",
    "below",
    "answered",
    "mentions",
];

/// What stands in for a condition that could not be read.
const NEVER: Condition = Condition::Any(Vec::new());

impl Reader<'_> {
    /// A condition that may be there.
    pub fn condition(&mut self, node: &Node, name: &str) -> Option<Condition> {
        self.condition_of(node, name, false)
    }

    /// A condition that may be there, of something that comes after the result or before it.
    #[inline(never)]
    pub fn condition_of(
        &mut self,
        node: &Node,
        name: &str,
        after_result: bool,
    ) -> Option<Condition> {
        self.after_result = after_result;
        Some(self.nested_condition(node.entry(name)?, 0))
    }

    fn nested_condition(&mut self, node: &Node, level: usize) -> Condition {
        if level > MOST_LEVELS {
            note!(
                self.findings.report(node, Code::TooLarge),
                "at most six levels of all, any and not; simplify",
            );
            return NEVER;
        }
        let Some((join, part)) = self.one_of(node, JOINS) else {
            return NEVER;
        };
        match join {
            "all" => Condition::All(self.parts(part, level + 1)),
            "any" => Condition::Any(self.parts(part, level + 1)),
            "not" => Condition::Not(Box::new(self.nested_condition(part, level + 1))),
            _ => self.test_of(node, part),
        }
    }

    /// The one field of several that must be there.
    #[inline(never)]
    fn one_of<'n>(&mut self, node: &'n Node, names: &[&str]) -> Option<(&'n str, &'n Node)> {
        // What isn't even a condition has been noted, with a sample of one.
        if cfg!(feature = "advice") && !matches!(node.value, Value::Map(_)) {
            return None;
        }
        let mut present = node.entries().iter();
        let mut next =
            || present.find(|(name, node)| names.contains(&name.as_str()) && !node.is_null());
        let (first, second) = (next(), next());
        if first.is_none() || second.is_some() {
            note!(
                self.findings.report(node, Code::BadCondition),
                "write exactly one of \"",
                &names.join("\", \""),
                "\"",
            );
            return None;
        }
        first.map(|(name, node)| (name.as_str(), node))
    }

    #[inline(never)]
    fn parts(&mut self, node: &Node, level: usize) -> Vec<Condition> {
        let parts = node.elements().iter();
        parts
            .map(|part| self.nested_condition(part, level))
            .collect()
    }

    /// A condition on one question.
    fn test_of(&mut self, node: &Node, name: &Node) -> Condition {
        let operator = self.one_of(node, OPERATORS);
        let id = name.text();
        let Some(index) = self.questions.iter().position(|question| question.id == id) else {
            let known = self.questions.iter().map(|earlier| earlier.id.as_str());
            let otherwise = ["name one that stands further up in \"questions\""];
            self.findings
                .unknown(name, "earlier question", known, &otherwise);
            return NEVER;
        };
        let (Some((operator, value)), Some(question)) = (operator, self.questions.get(index))
        else {
            return NEVER;
        };
        if question.for_agent && !self.after_result {
            note!(
                self.findings.report(name, Code::AgentQuestion),
                "this question is for the agent and comes after the result, so nothing before it can depend on it",
            );
            return NEVER;
        }
        let kind = &question.kind;
        match test(operator, value, kind) {
            Ok(Test::Mentions(keywords)) if keywords.is_empty() => {
                note!(
                    self.findings.report(value, Code::BadCondition),
                    "write at least one keyword",
                );
            }
            Ok(test) => return Condition::Question(QuestionId(index), test),
            Err(Misfit::Option(node))
                if cfg!(feature = "advice") && !matches!(node.value, Value::String(_)) =>
            {
                let first = kind.options().first().map_or("", |option| &option.id);
                note!(
                    self.findings.report(node, Code::BadCondition),
                    "\"",
                    operator,
                    "\" takes the id of an option in quotes, such as \"",
                    first,
                    "\"",
                );
            }
            Err(Misfit::Option(node)) => {
                let known = kind.options().iter().map(|option| option.id.as_str());
                let otherwise = ["name one of the question's options"];
                self.findings.unknown(node, "option", known, &otherwise);
            }
            Err(Misfit::Operator) => {
                note!(
                    self.findings.report(value, Code::BadCondition),
                    "\"",
                    operator,
                    "\" doesn't fit a question of type ",
                    kind.name(),
                    "; use ",
                    fitting(kind),
                );
            }
        }
        NEVER
    }
}

/// Why a test doesn't fit the question.
enum Misfit<'n> {
    /// There is no such test of it.
    Operator,
    /// It has no such option.
    Option(&'n Node),
}

fn test<'n>(operator: &str, node: &'n Node, kind: &QuestionKind) -> Result<Test, Misfit<'n>> {
    use QuestionKind as Kind;
    Ok(match (operator, kind, &node.value) {
        ("is", _, Value::String(id)) if id == Answer::NOT_SURE => Test::IsNotSure,
        ("is", Kind::YesNo, Value::Bool(yes)) => Test::IsYes(*yes),
        ("is", Kind::Choice(options), _) => Test::IsAnyOf(vec![option(node, options)?]),
        ("is_any_of", Kind::Choice(options), _) => {
            let named = node.elements().iter();
            Test::IsAnyOf(
                named
                    .map(|node| option(node, options))
                    .collect::<Result<_, _>>()?,
            )
        }
        ("includes", Kind::Multiple(options), _) => Test::Includes(option(node, options)?),
        ("first", Kind::Ranking(options), _) => Test::First(option(node, options)?),
        ("at_least", Kind::Number { .. }, _) => Test::AtLeast(node.whole()),
        ("below", Kind::Number { .. }, _) => Test::Below(node.whole()),
        ("mentions", Kind::Text { .. }, _) => Test::Mentions(keywords(node)),
        ("answered", _, Value::Bool(answered)) => Test::Answered(*answered),
        _ => return Err(Misfit::Operator),
    })
}

#[inline(never)]
fn option<'n>(node: &'n Node, options: &[QuestionOption]) -> Result<usize, Misfit<'n>> {
    let id = node.text();
    let index = options.iter().position(|option| option.id == id);
    index.ok_or(Misfit::Option(node))
}

fn keywords(node: &Node) -> Vec<Keyword> {
    let words = node
        .entries()
        .iter()
        .flat_map(|(_, words)| words.elements());
    words.filter_map(|word| Keyword::new(word.text())).collect()
}

/// The tests that fit a question, as they are written.
const fn fitting(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Choice(_) => "\"is\" or \"is_any_of\"",
        QuestionKind::Multiple(_) => "\"includes\"",
        QuestionKind::Ranking(_) => "\"first\"",
        QuestionKind::YesNo => "\"is\": true or \"is\": false",
        QuestionKind::Number { .. } => "\"at_least\" or \"below\"",
        QuestionKind::Text { .. } => "\"mentions\"",
    }
}
