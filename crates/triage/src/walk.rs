//! The walk through the questions: which one comes next, and when enough has been asked.
//!
//! Everything is worked out anew from the answers. That is what makes Back, "change this answer"
//! and an answer that makes others pointless no special cases.
//!
//! A question is asked only while its answer can still change what is shown on the result.
//! Conditions are evaluated in three values; one that is already decided asks for nothing.

use crate::{
    answer::Answer,
    condition::{Condition, Truth, truth_of},
    playbook::{Passage, Playbook, QuestionId, Resource, RouteId},
};

/// What is known of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Knowledge<'a> {
    /// It may still be asked.
    Open,
    /// It was passed by and will not be asked.
    NotAsked,
    /// It was answered.
    Answered(&'a Answer),
}

/// What is known of every question.
pub(crate) struct Known<'a>(Vec<Knowledge<'a>>);

impl<'a> Known<'a> {
    pub(crate) fn of(&self, question: QuestionId) -> Knowledge<'a> {
        self.0
            .get(question.0)
            .copied()
            .unwrap_or(Knowledge::NotAsked)
    }

    fn settle(&mut self, question: QuestionId, knowledge: Knowledge<'a>) {
        if let Some(place) = self.0.get_mut(question.0) {
            *place = knowledge;
        }
    }
}

/// Where the answers so far lead.
pub struct Walk<'a> {
    /// The questions that were asked and answered, in order. An answer to a question that an
    /// earlier answer has made pointless is not among them, and has no effect.
    pub answered: Vec<QuestionId>,
    /// The question to ask now; `None` when the result is settled.
    pub next: Option<QuestionId>,
    /// The question for the agent that may be asked now; only behind a settled result.
    pub next_for_agent: Option<QuestionId>,
    /// How many questions may still come before the result, the next one included. Never grows along the way.
    pub remaining_at_most: usize,
    pub(crate) known: Known<'a>,
}

impl<'a> Walk<'a> {
    /// The answer to a question that lies on the path.
    #[must_use]
    pub fn answer(&self, question: QuestionId) -> Option<&'a Answer> {
        match self.known.of(question) {
            Knowledge::Answered(answer) => Some(answer),
            Knowledge::Open | Knowledge::NotAsked => None,
        }
    }

    /// The route on which the answers lead; as long as questions are open, the one on which they
    /// lead if nothing else is answered.
    #[must_use]
    pub fn route(&self, playbook: &Playbook) -> RouteId {
        playbook
            .route_ids()
            .find(|id| truth_of(playbook.route(*id).when.as_ref(), &self.known) == Truth::True)
            .unwrap_or(RouteId(playbook.routes().len().saturating_sub(1)))
    }

    /// Whether a condition holds; one that is still open doesn't.
    #[must_use]
    pub fn holds(&self, condition: Option<&Condition>) -> bool {
        truth_of(condition, &self.known) == Truth::True
    }
}

/// Walks as far as the answers go. `answers` holds one place per question of the playbook.
#[must_use]
pub fn walk<'a>(playbook: &Playbook, answers: &'a [Option<Answer>]) -> Walk<'a> {
    let mut known = Known(vec![Knowledge::Open; playbook.questions().len()]);
    let mut answered = Vec::new();
    let mut next = None;
    let (asked, for_agent): (Vec<_>, Vec<_>) = playbook
        .question_ids()
        .partition(|id| !playbook.question(*id).for_agent);
    for id in asked {
        rule_out(playbook, &mut known);
        if !relevant(playbook, &known).contains(&id) {
            known.settle(id, Knowledge::NotAsked);
        } else if let Some(Some(answer)) = answers.get(id.0) {
            known.settle(id, Knowledge::Answered(answer));
            answered.push(id);
        } else {
            next = Some(id);
            break;
        }
    }
    let mut next_for_agent = None;
    for id in for_agent {
        if next.is_some()
            || truth_of(playbook.question(id).ask_when.as_ref(), &known) != Truth::True
        {
            known.settle(id, Knowledge::NotAsked);
        } else if let Some(Some(answer)) = answers.get(id.0) {
            known.settle(id, Knowledge::Answered(answer));
            answered.push(id);
        } else if next_for_agent.is_none() {
            next_for_agent = Some(id);
        }
    }
    let remaining_at_most = match next {
        None => 0,
        Some(_) => relevant(playbook, &known).len(),
    };
    Walk {
        answered,
        next,
        next_for_agent,
        remaining_at_most,
        known,
    }
}

/// Settles the questions that certainly won't be asked, as soon as that is certain: nobody has to be asked for what
/// only matters together with one of their answers. Conditions only look back, so one pass is enough.
fn rule_out(playbook: &Playbook, known: &mut Known<'_>) {
    for id in playbook.question_ids() {
        let ask_when = playbook.question(id).ask_when.as_ref();
        if known.of(id) == Knowledge::Open && truth_of(ask_when, known) == Truth::False {
            known.settle(id, Knowledge::NotAsked);
        }
    }
}

/// The open questions whose answers can still change what is shown.
fn relevant(playbook: &Playbook, known: &Known<'_>) -> Vec<QuestionId> {
    let mut relevant = Vec::new();
    let mut add = |question: QuestionId| {
        if !relevant.contains(&question) {
            relevant.push(question);
        }
    };
    for condition in open_conditions(playbook, known) {
        condition.open_questions(known, &mut add);
    }
    // Whether a relevant question is asked may depend on earlier ones, which are then relevant
    // too. Conditions only look back, so one pass from the last question to the first is enough.
    for id in playbook.question_ids().rev() {
        if relevant.contains(&id)
            && let Some(condition) = &playbook.question(id).ask_when
        {
            condition.open_questions(known, &mut |question| {
                if !relevant.contains(&question) {
                    relevant.push(question);
                }
            });
        }
    }
    relevant
}

/// The conditions that are still undecided and whose outcome can still be seen.
fn open_conditions<'p>(playbook: &'p Playbook, known: &Known<'_>) -> Vec<&'p Condition> {
    let mut open = Vec::new();
    let routes = playbook.routes().iter().map(|route| route.when.as_ref());
    open_among(routes, 1, known, &mut open);
    if open.is_empty() && settled_emergency(playbook, known) {
        return open;
    }
    let passages = |list: &'p [Passage]| list.iter().map(|passage| passage.show_when.as_ref());
    open_among(passages(playbook.reassurance()), 1, known, &mut open);
    open_among(
        passages(playbook.expectations()),
        Passage::MOST_EXPECTATIONS,
        known,
        &mut open,
    );
    open_among(passages(playbook.stories()), 1, known, &mut open);
    let resources = playbook
        .resources()
        .iter()
        .map(|resource| resource.show_when.as_ref());
    open_among(resources, Resource::MOST, known, &mut open);
    open
}

/// Adds the undecided conditions of a list of which the first `shown` that hold are shown.
fn open_among<'p>(
    list: impl Iterator<Item = Option<&'p Condition>>,
    shown: usize,
    known: &Known<'_>,
    open: &mut Vec<&'p Condition>,
) {
    let mut certain = 0;
    for condition in list {
        match truth_of(condition, known) {
            Truth::False => {}
            Truth::Unknown => open.extend(condition),
            Truth::True => {
                certain += 1;
                if certain == shown {
                    return;
                }
            }
        }
    }
}

/// Whether the route is decided and is one on which nothing but the way to help is shown.
fn settled_emergency(playbook: &Playbook, known: &Known<'_>) -> bool {
    playbook
        .routes()
        .iter()
        .find(|route| truth_of(route.when.as_ref(), known) != Truth::False)
        .is_some_and(|route| route.emergency)
}
