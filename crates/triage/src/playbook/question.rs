//! Questions: what is asked, and what may be answered.

use crate::{
    condition::Condition,
    text::{CountedText, Text},
};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The id in the file.
    pub id: String,
    /// The question itself.
    pub text: Text,
    /// Why it is asked.
    pub why: Option<Text>,
    /// Help with answering.
    pub hint: Option<Text>,
    /// When it may be asked at all; always without one. Refers to earlier questions only.
    pub ask_when: Option<Condition>,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// Whether only the person who is reached has use for the answer. Such a question is offered
    /// after the result, and nothing before it depends on it.
    pub for_agent: bool,
}

/// The six kinds of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of several options.
    Choice(Vec<QuestionOption>),
    /// Any number of several options.
    Multiple(Vec<QuestionOption>),
    /// All options, in an order.
    Ranking(Vec<QuestionOption>),
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number {
        /// The smallest that is taken.
        min: i64,
        /// The largest that is taken.
        max: i64,
        /// How the number is said when the answer is repeated: `{count} people`.
        unit: Option<CountedText>,
    },
    /// The visitor's own words.
    Text {
        /// The most characters (Unicode scalar values) that are taken.
        max_length: usize,
    },
}

impl QuestionKind {
    /// The name in the file.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Multiple(_) => "multiple",
            Self::Ranking(_) => "ranking",
            Self::YesNo => "yes_no",
            Self::Number { .. } => "number",
            Self::Text { .. } => "text",
        }
    }

    /// The options; none for kinds without.
    #[must_use]
    pub fn options(&self) -> &[QuestionOption] {
        match self {
            Self::Choice(options) | Self::Multiple(options) | Self::Ranking(options) => options,
            Self::YesNo | Self::Number { .. } | Self::Text { .. } => &[],
        }
    }

    /// The unit of a number, where it has one; none for other kinds.
    #[must_use]
    pub const fn unit(&self) -> Option<&CountedText> {
        match self {
            Self::Number { unit, .. } => unit.as_ref(),
            _ => None,
        }
    }
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOption {
    /// The id in the file.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// A line of explanation below it.
    pub hint: Option<Text>,
}
