//! The screen of one question.

use std::borrow::Cow;

use super::Stage;
use crate::{
    answer::{Answer, Complaint},
    playbook::{QuestionId, QuestionKind, QuestionOption},
    session::Session,
    text::{Words, decimal},
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

/// What to answer with, filled in with what was entered, or with the answer that is there already.
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
    Number(Cow<'a, str>),
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
        let answer = session.answers.get(id.index()).and_then(Option::as_ref);
        let entered = session.entered.get(id.index()).and_then(Option::as_deref);
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
            field: self.field(&question.kind, answer, entered),
            for_agent: question.for_agent,
            not_sure: entered.map_or(answer == Some(&Answer::NotSure), |values| {
                values.iter().any(|value| value == Answer::NOT_SURE)
            }),
            number: before + 1,
            most: walk.answered.len() + walk.remaining_at_most,
            complaint: session.complaint,
        }
    }

    fn field(
        &self,
        kind: &'a QuestionKind,
        answer: Option<&'a Answer>,
        entered: Option<&'a [String]>,
    ) -> Field<'a> {
        let written = entered.map(|values| values.first().map_or("", String::as_str));
        match kind {
            QuestionKind::Choice(options) => {
                Field::Choice(self.choices(options, &places(options, answer, entered)))
            }
            QuestionKind::Multiple(options) => {
                Field::Multiple(self.choices(options, &places(options, answer, entered)))
            }
            QuestionKind::Ranking(options) => {
                let places = places(options, answer, entered);
                if places.is_empty() {
                    return Field::Ranking(self.choices(options, &places));
                }
                let ranked = places.iter().filter_map(|place| options.get(*place));
                Field::Ranking(ranked.map(|option| self.choice(option, true)).collect())
            }
            QuestionKind::YesNo => Field::YesNo(match (written, answer) {
                (Some("yes"), _) => Some(true),
                (Some("no"), _) => Some(false),
                (None, Some(Answer::YesNo(yes))) => Some(*yes),
                _ => None,
            }),
            QuestionKind::Number { .. } => Field::Number(match (written, answer) {
                (Some(text), _) => text.into(),
                (None, Some(Answer::Number(number))) => decimal(*number).into(),
                _ => "".into(),
            }),
            QuestionKind::Text { max_length } => Field::Text {
                text: match (written, answer) {
                    (Some(text), _) => text,
                    (None, Some(Answer::Text(text))) => text,
                    _ => "",
                },
                max_length: *max_length,
            },
        }
    }

    fn choices(&self, options: &'a [QuestionOption], chosen: &[usize]) -> Vec<Choice<'a>> {
        options
            .iter()
            .enumerate()
            .map(|(place, option)| self.choice(option, chosen.contains(&place)))
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

/// The options that were entered or answered, by their places and in their order.
fn places<'a>(
    options: &[QuestionOption],
    answer: Option<&'a Answer>,
    entered: Option<&[String]>,
) -> Cow<'a, [usize]> {
    let Some(values) = entered else {
        return answer.map_or(&[][..], Answer::places).into();
    };
    let place = |value: &String| options.iter().position(|option| option.id == *value);
    values.iter().filter_map(place).collect()
}
