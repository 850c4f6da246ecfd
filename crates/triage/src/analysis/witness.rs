//! The answers that lead somewhere, to be tried by whoever doubts it.

use crate::{
    answer::Answer,
    playbook::{Playbook, QuestionId},
};

/// Answers in the order in which they are asked for. Nothing has to be answered to get to where it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// Each question that is asked on the way, and what is answered.
    pub answers: Vec<(QuestionId, Answer)>,
}

impl Witness {
    /// The answers with a place for each question of the playbook, as [`walk`](crate::walk) takes them.
    #[must_use]
    pub fn places(&self, playbook: &Playbook) -> Vec<Option<Answer>> {
        let mut places = vec![None; playbook.questions().len()];
        for (question, answer) in &self.answers {
            if let Some(place) = places.get_mut(question.0) {
                *place = Some(answer.clone());
            }
        }
        places
    }

    /// The answers by their ids: `topic=outage, affected=50`.
    #[must_use]
    pub fn words(&self, playbook: &Playbook) -> String {
        let one = |(question, answer): &(QuestionId, Answer)| {
            let question = playbook.question(*question);
            let ids = || {
                let options = question.kind.options();
                let ids = answer.places().iter().filter_map(|at| options.get(*at));
                ids.map(|option| option.id.as_str()).collect::<Vec<_>>()
            };
            let said = match answer {
                Answer::NotSure => Answer::NOT_SURE.to_owned(),
                Answer::Choice(_) | Answer::Multiple(_) => ids().join("+"),
                Answer::Ranking(_) => ids().join(">"),
                Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
                Answer::Number(number) => number.to_string(),
                Answer::Text(text) => format!("\"{text}\""),
            };
            format!("{}={said}", question.id)
        };
        let all: Vec<String> = self.answers.iter().map(one).collect();
        all.join(", ")
    }
}
