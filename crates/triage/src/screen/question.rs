//! The screen of one question.

use super::Stage;
use crate::{
    answer::{Answer, Complaint, ranking},
    playbook::{QuestionId, QuestionKind, QuestionOption},
    session::Session,
    text::Words,
};

/// A question as it is asked.
#[derive(Debug)]
pub struct QuestionScreen<'a> {
    /// Which one.
    pub question: QuestionId,
    /// Its id in the file.
    pub id: &'a str,
    /// The kind's name in the file.
    pub kind: &'static str,
    /// The question itself.
    pub text: Words<'a>,
    /// Why it is asked.
    pub why: Option<Words<'a>>,
    /// Help with answering.
    pub hint: Option<Words<'a>>,
    /// What to answer with.
    pub field: Field<'a>,
    /// Whether the visitor has said "I'm not sure".
    pub not_sure: bool,
    /// Whether it comes after the result, for the person who is reached.
    pub for_agent: bool,
    /// Its number on the visitor's way, beginning with 1.
    pub number: usize,
    /// How many there can be at the most, as far as the answers tell.
    pub most: usize,
    /// Why the last attempt was not taken.
    pub complaint: Option<Complaint>,
}

/// What to answer with, filled in with what was entered.
#[derive(Debug)]
pub enum Field<'a> {
    /// One of several.
    Choice(Vec<Choice<'a>>),
    /// Any number of several.
    Multiple(Vec<Choice<'a>>),
    /// All of them, in their present order.
    Ranking(Vec<Choice<'a>>),
    /// Yes or no.
    YesNo(Option<bool>),
    /// A whole number, as it stands there.
    Number(&'a str),
    /// The visitor's own words.
    Text {
        /// What stands there.
        text: &'a str,
        /// The most characters.
        max_length: usize,
    },
}

/// An option as it is offered.
#[derive(Debug)]
pub struct Choice<'a> {
    /// Its id, the value of the field.
    pub id: &'a str,
    /// What it says.
    pub text: Words<'a>,
    /// A line of explanation.
    pub hint: Option<Words<'a>>,
    /// Whether it is part of the present answer.
    pub chosen: bool,
}

impl<'a> Stage<'a> {
    pub(super) fn question(&self, id: QuestionId) -> QuestionScreen<'a> {
        let session: &'a Session = self.session;
        let question = session.playbook.question(id);
        let walk = session.walk();
        let entered = session.entered.get(id.index());
        let entered = entered.map_or(&[][..], Vec::as_slice);
        let before = walk
            .answered
            .iter()
            .filter(|answered| **answered < id)
            .count();
        QuestionScreen {
            question: id,
            id: &question.id,
            kind: question.kind.name(),
            text: self.words(&question.text),
            why: self.maybe(&question.why),
            hint: self.maybe(&question.hint),
            field: self.field(&question.kind, entered),
            for_agent: question.for_agent,
            not_sure: entered
                .first()
                .is_some_and(|value| value == Answer::NOT_SURE),
            number: before + 1,
            most: walk.answered.len() + walk.remaining_at_most,
            complaint: session.complaint,
        }
    }

    fn field(&self, kind: &'a QuestionKind, entered: &'a [String]) -> Field<'a> {
        let first = entered.first().map_or("", String::as_str);
        match kind {
            QuestionKind::Choice(options) => Field::Choice(self.choices(options, entered)),
            QuestionKind::Multiple(options) => Field::Multiple(self.choices(options, entered)),
            QuestionKind::Ranking(options) => {
                let order = ranking(options, entered);
                let ranked = order.into_iter().filter_map(|place| options.get(place));
                Field::Ranking(ranked.map(|option| self.choice(option, true)).collect())
            }
            QuestionKind::YesNo => Field::YesNo(match first {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            }),
            QuestionKind::Number { .. } => Field::Number(first),
            QuestionKind::Text { max_length } => Field::Text {
                text: first,
                max_length: *max_length,
            },
        }
    }

    fn choices(&self, options: &'a [QuestionOption], entered: &[String]) -> Vec<Choice<'a>> {
        options
            .iter()
            .map(|option| self.choice(option, entered.contains(&option.id)))
            .collect()
    }

    fn choice(&self, option: &'a QuestionOption, chosen: bool) -> Choice<'a> {
        Choice {
            id: &option.id,
            text: self.words(&option.text),
            hint: self.maybe(&option.hint),
            chosen,
        }
    }
}
