//! Questions whose answers a condition can ask for.

use triage::source::Node;

use crate::{
    condition::{Condition, Said},
    writing::in_language,
};

/// A question whose answer can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// Its text, in the language that is written.
    pub text: String,
    /// How it is answered.
    pub kind: String,
    /// Ids and texts of its options.
    pub options: Vec<(String, String)>,
}

impl Asked {
    /// The first thing that can be said of its answer.
    pub fn first_test(&self, locale: &str) -> Condition {
        let (name, holds) = Said::offered(&self.kind)
            .first()
            .copied()
            .unwrap_or(("answered", true));
        Condition::Test {
            question: self.id.clone(),
            said: Said::begun(name, self, locale),
            holds,
        }
    }
}

/// The first questions of a playbook, as many as wished, except those for the person who is reached: nothing can depend on
/// them.
pub fn asked(tree: &Node, most: usize, locale: &str) -> Vec<Asked> {
    let questions = tree.entry("questions").map_or(&[][..], Node::elements);
    let known = |node: &Node, name: &str| {
        let text = node
            .entry(name)
            .map_or("", |text| in_language(text, locale));
        let id = node.entry("id").map_or("", Node::text);
        if text.is_empty() {
            id.to_owned()
        } else {
            text.to_owned()
        }
    };
    questions
        .iter()
        .take(most)
        .filter(|question| question.entry("for").is_none())
        .map(|question| Asked {
            id: question.entry("id").map_or("", Node::text).to_owned(),
            text: known(question, "text"),
            kind: question.entry("type").map_or("", Node::text).to_owned(),
            options: question
                .entry("options")
                .map_or(&[][..], Node::elements)
                .iter()
                .map(|option| {
                    (
                        option.entry("id").map_or("", Node::text).to_owned(),
                        known(option, "text"),
                    )
                })
                .collect(),
        })
        .collect()
}
