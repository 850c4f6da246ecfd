//! Answers, and how they are read from what a form sends.

use crate::{
    fold::parse_whole_number,
    playbook::{Question, QuestionKind, QuestionOption},
};

/// An answer. Options are given by their place in the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I'm not sure", which every question takes.
    NotSure,
    /// One option.
    Choice(usize),
    /// The ticked options, in the question's order; never empty.
    Multiple(Vec<usize>),
    /// All options, most pressing first.
    Ranking(Vec<usize>),
    /// Yes or no.
    YesNo(bool),
    /// A whole number within the question's bounds.
    Number(i64),
    /// The visitor's own words, trimmed; never empty.
    Text(String),
}

/// Why an answer was not taken. Shown at the field and above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// Nothing was chosen.
    ChooseOne,
    /// Nothing was ticked.
    ChooseSome,
    /// The field is empty, or what stands there is no whole number.
    EnterNumber,
    /// The number lies outside of the bounds.
    OutOfRange {
        /// The smallest that is taken.
        min: i64,
        /// The largest that is taken.
        max: i64,
    },
    /// The field is empty.
    EnterText,
    /// The text is too long.
    TooLong {
        /// The most characters that are taken.
        most: usize,
    },
}

impl Answer {
    /// The value by which forms say "I'm not sure"; no option may have it as its id.
    pub const NOT_SURE: &'static str = "not_sure";

    /// The options that it names, by their places.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        match self {
            Self::Choice(place) => std::slice::from_ref(place),
            Self::Multiple(places) | Self::Ranking(places) => places,
            Self::NotSure | Self::YesNo(_) | Self::Number(_) | Self::Text(_) => &[],
        }
    }

    /// Reads the values of a form's fields for a question: option ids, `yes` or `no`, digits in
    /// any script, or text.
    ///
    /// # Errors
    ///
    /// What to tell the visitor when the values are no answer.
    pub fn read(question: &Question, values: &[String]) -> Result<Self, Complaint> {
        let first = values.first().map_or("", |value| value.trim());
        if first == Self::NOT_SURE {
            return Ok(Self::NotSure);
        }
        match &question.kind {
            QuestionKind::Choice(options) => place(options, first)
                .map(Self::Choice)
                .ok_or(Complaint::ChooseOne),
            QuestionKind::YesNo => match first {
                "yes" => Ok(Self::YesNo(true)),
                "no" => Ok(Self::YesNo(false)),
                _ => Err(Complaint::ChooseOne),
            },
            QuestionKind::Multiple(options) => {
                let is_ticked = |place: &usize| {
                    options
                        .get(*place)
                        .is_some_and(|option| values.contains(&option.id))
                };
                let ticked: Vec<usize> = (0..options.len()).filter(is_ticked).collect();
                if ticked.is_empty() {
                    Err(Complaint::ChooseSome)
                } else {
                    Ok(Self::Multiple(ticked))
                }
            }
            QuestionKind::Ranking(options) => Ok(Self::Ranking(ranking(options, values))),
            QuestionKind::Number { min, max, .. } => {
                let number = parse_whole_number(first).ok_or(Complaint::EnterNumber)?;
                if (*min..=*max).contains(&number) {
                    Ok(Self::Number(number))
                } else {
                    Err(Complaint::OutOfRange {
                        min: *min,
                        max: *max,
                    })
                }
            }
            QuestionKind::Text { max_length } => {
                if first.is_empty() {
                    Err(Complaint::EnterText)
                } else if first.chars().count() > *max_length {
                    Err(Complaint::TooLong { most: *max_length })
                } else {
                    Ok(Self::Text(first.to_owned()))
                }
            }
        }
    }
}

fn place(options: &[QuestionOption], id: &str) -> Option<usize> {
    options.iter().position(|option| option.id == id)
}

/// An order of all options: the named ones first, the others as the question has them.
pub(crate) fn ranking(options: &[QuestionOption], values: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(options.len());
    let named = values.iter().filter_map(|value| place(options, value));
    for option in named.chain(0..options.len()) {
        if !order.contains(&option) {
            order.push(option);
        }
    }
    order
}
