//! Conditions, and their truth while some questions are still open.

use crate::{
    answer::Answer,
    fold::{self, Keyword},
    playbook::QuestionId,
    walk::{Knowledge, Known},
};

/// A condition of a playbook. The grammar is closed: no variables, no expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It doesn't hold.
    Not(Box<Self>),
    /// One question is tested.
    Question(QuestionId, Test),
}

/// What is tested about one answer. Options are given by their place in the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// The chosen option is one of these.
    IsAnyOf(Vec<usize>),
    /// The answer is yes, or no.
    IsYes(bool),
    /// The answer is "I'm not sure".
    IsNotSure,
    /// The option was ticked.
    Includes(usize),
    /// The option was put first.
    First(usize),
    /// The number is not smaller.
    AtLeast(i64),
    /// The number is smaller.
    Below(i64),
    /// There is an answer other than "I'm not sure", or there is none.
    Answered(bool),
    /// One of the keywords stands in the text.
    Mentions(Vec<Keyword>),
}

/// Truth in three values (Kleene's strong logic): a condition may still be open.
///
/// ```
/// use triage::Truth;
/// assert_eq!(Truth::False.and(Truth::Unknown), Truth::False);
/// assert_eq!(Truth::True.or(Truth::Unknown), Truth::True);
/// assert_eq!(!Truth::Unknown, Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It doesn't hold, whatever else is answered.
    False,
    /// It depends on answers that are not there yet.
    Unknown,
    /// It holds, whatever else is answered.
    True,
}

impl Truth {
    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl Condition {
    /// Whether it holds, given what is known.
    pub(crate) fn truth(&self, known: &Known<'_>) -> Truth {
        match self {
            Self::All(all) => all
                .iter()
                .fold(Truth::True, |truth, one| truth.and(one.truth(known))),
            Self::Any(any) => any
                .iter()
                .fold(Truth::False, |truth, one| truth.or(one.truth(known))),
            Self::Not(one) => !one.truth(known),
            Self::Question(question, test) => test.truth(known.of(*question)),
        }
    }

    /// Calls `open` with each question on which the truth still depends. A part that is already
    /// decided can't make a difference any more, so the questions in it don't count.
    pub(crate) fn open_questions(&self, known: &Known<'_>, open: &mut dyn FnMut(QuestionId)) {
        if self.truth(known) != Truth::Unknown {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.open_questions(known, open);
                }
            }
            Self::Not(part) => part.open_questions(known, open),
            Self::Question(question, _) => open(*question),
        }
    }
}

/// The truth of an optional condition; without one it holds.
pub(crate) fn truth_of(condition: Option<&Condition>, known: &Known<'_>) -> Truth {
    condition.map_or(Truth::True, |condition| condition.truth(known))
}

impl Test {
    /// Whether it holds, given what is known of its question.
    pub(crate) fn truth(&self, knowledge: Knowledge<'_>) -> Truth {
        match knowledge {
            Knowledge::Open => Truth::Unknown,
            Knowledge::NotAsked => matches!(self, Self::Answered(false)).into(),
            Knowledge::Answered(answer) => self.holds(answer).into(),
        }
    }

    fn holds(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Answered(wanted), answer) => *wanted != matches!(answer, Answer::NotSure),
            (Self::IsNotSure, answer) => matches!(answer, Answer::NotSure),
            (Self::IsAnyOf(options), Answer::Choice(chosen)) => options.contains(chosen),
            (Self::IsYes(wanted), Answer::YesNo(yes)) => wanted == yes,
            (Self::Includes(option), Answer::Multiple(ticked)) => ticked.contains(option),
            (Self::First(option), Answer::Ranking(order)) => order.first() == Some(option),
            (Self::AtLeast(least), Answer::Number(number)) => number >= least,
            (Self::Below(bound), Answer::Number(number)) => number < bound,
            (Self::Mentions(keywords), Answer::Text(text)) => fold::any(keywords, text),
            _ => false,
        }
    }
}
