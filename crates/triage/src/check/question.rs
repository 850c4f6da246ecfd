//! Reading questions.

use super::reader::{Reader, elements, field, mark, string};
use crate::{
    playbook::{Question, QuestionKind, QuestionOption},
    problem::Code,
    source::{Node, Value},
    text::{CountedText, Plural},
};

impl Reader<'_> {
    /// Reads all questions, one by one: the conditions of each refer to those before it.
    pub fn read_questions(&mut self) {
        let mut before = self.file;
        for node in elements(self.file, "questions") {
            let question = self.question(node);
            let after_agent = self.questions.last().is_some_and(|last| last.for_agent);
            if after_agent && !question.for_agent {
                note!(
                    self.findings
                        .report(mark(before, "for"), Code::AgentQuestion),
                    "\"",
                    string(before, "id"),
                    "\" is for the agent and comes after the result, but \"",
                    &question.id,
                    "\" below it is for visitors; move \"",
                    &question.id,
                    "\" up, give it \"for\": \"agent\" too, or remove \"for\" here",
                );
            }
            self.questions.push(question);
            before = node;
        }
    }

    fn question(&mut self, node: &Node) -> Question {
        let for_agent = string(node, "for") == "agent";
        Question {
            for_agent,
            id: string(node, "id").to_owned(),
            text: self.text(node, "text"),
            why: self.extra_text(node, "why"),
            hint: self.extra_text(node, "hint"),
            ask_when: self.condition_of(node, "ask_when", for_agent),
            kind: match string(node, "type") {
                "choice" => QuestionKind::Choice(self.options(node)),
                "multiple" => QuestionKind::Multiple(self.options(node)),
                "ranking" => QuestionKind::Ranking(self.options(node)),
                "number" => self.number(node),
                "text" => QuestionKind::Text {
                    max_length: node
                        .entry("max_length")
                        .and_then(|length| usize::try_from(length.whole()).ok())
                        .unwrap_or(500),
                },
                _ => QuestionKind::YesNo,
            },
        }
    }

    #[inline(never)]
    fn options(&self, node: &Node) -> Vec<QuestionOption> {
        let option = |node: &Node| QuestionOption {
            id: string(node, "id").to_owned(),
            text: self.text(node, "text"),
            hint: self.extra_text(node, "hint"),
        };
        elements(node, "options").map(option).collect()
    }

    fn number(&mut self, node: &Node) -> QuestionKind {
        let bound = |name| node.entry(name).map_or(0, Node::whole);
        let (min, max) = (bound("min"), bound("max"));
        // A bound that isn't there, or is no number, has been noted.
        let is_number = |name| matches!(node.entry(name), Some(bound) if matches!(bound.value, Value::Whole(_)));
        let are_numbers = || is_number("min") && is_number("max");
        if min >= max && (cfg!(not(feature = "advice")) || are_numbers()) {
            note!(
                self.findings.report(mark(node, "max"), Code::BadNumber),
                "\"max\" is ",
                &max.to_string(),
                " and \"min\" is ",
                &min.to_string(),
                "; write a \"max\" above ",
                &min.to_string(),
            );
        }
        let unit = field(node, "unit").map(|unit| self.counted_text(unit));
        QuestionKind::Number { min, max, unit }
    }

    fn counted_text(&self, node: &Node) -> CountedText {
        let form = |(name, line): &(String, Node)| {
            Some((Plural::from_name(name)?, line.text().to_owned()))
        };
        let forms = |locale: &String| {
            let forms = field(node, locale)?.entries();
            Some(forms.iter().filter_map(form).collect())
        };
        CountedText(self.locales.iter().map(forms).collect())
    }
}
