//! States of the walk: what is left of all conditions whose outcome can still be seen. Two paths on which the same is
//! left go on in the same way, whatever was answered.
//!
//! A state is a row of expressions, one for each route, for each passage and resource, and for each question's
//! `ask_when`; and for each of the four lists how many of it will be shown for certain. What can't be seen any more is
//! [`FALSE`]. This is [`walk`](crate::walk)'s rule of relevance, on what is left in place of the answers.

use std::ops::Range;

use super::{
    class::{Classes, Tests},
    expression::{Expression, Expressions, FALSE, Questions, Settled, TRUE, only},
    items::Items,
};
use crate::{
    condition::Condition,
    playbook::{Passage, Playbook, Resource},
};

/// A state.
pub(super) type State = Box<[Expression]>;

/// What a walk comes to.
pub(super) struct Step {
    /// What is left.
    pub state: State,
    /// What will be shown from here on for certain, if the route is none of emergency.
    pub granted: Items,
    /// The question that is asked now.
    pub next: Option<usize>,
}

/// A list of which the first few that hold are shown.
#[derive(Clone)]
struct List {
    places: Range<usize>,
    shown: u32,
    /// Where it is counted what is shown for certain.
    count: usize,
}

/// A playbook's walk, as far as conditions decide it.
#[derive(Clone)]
pub(super) struct Flow<'p> {
    pub playbook: &'p Playbook,
    pub classes: Vec<Classes>,
    expressions: Expressions,
    settled: Vec<Vec<Settled>>,
    start: State,
    lists: Vec<List>,
    first_ask: usize,
    early_stop: bool,
    /// The lengths of all states that were made, together.
    followed: u64,
}

impl<'p> Flow<'p> {
    /// A question is asked only while it can still change something, as the engine does.
    pub fn new(playbook: &'p Playbook) -> Self {
        let mut tests = Tests::new(playbook);
        let mut expressions = Expressions::new();
        let mut start = Vec::new();
        let mut put = |condition: Option<&'p Condition>| {
            let whole = condition.map_or(TRUE, |condition| {
                expressions.condition(condition, &mut tests)
            });
            start.push(whole);
        };
        let routes = playbook.routes().iter();
        routes.for_each(|route| put(route.when.as_ref()));
        for list in [
            playbook.reassurance(),
            playbook.expectations(),
            playbook.stories(),
        ] {
            list.iter()
                .for_each(|passage| put(passage.show_when.as_ref()));
        }
        let resources = playbook.resources().iter();
        resources.for_each(|resource| put(resource.show_when.as_ref()));
        let questions = playbook.questions().iter();
        questions.for_each(|question| put(question.ask_when.as_ref()));
        let lists = lists(playbook, start.len());
        let first_ask = start.len() - playbook.questions().len();
        // Questions for the agent come after the end of every walk.
        for (ask, question) in start.iter_mut().skip(first_ask).zip(playbook.questions()) {
            if question.for_agent {
                *ask = FALSE;
            }
        }
        start.extend(lists.iter().map(|_| FALSE));
        let ids = playbook.question_ids();
        let classes: Vec<Classes> = ids
            .map(|id| tests.classes(id, playbook.question(id)))
            .collect();
        let settled = |(question, classes): (usize, &Classes)| {
            let outcomes = classes.outcomes.iter().cloned();
            outcomes
                .map(|outcomes| Settled::new(question, outcomes))
                .collect()
        };
        Self {
            playbook,
            settled: classes.iter().enumerate().map(settled).collect(),
            classes,
            expressions,
            start: start.into(),
            lists,
            first_ask,
            early_stop: true,
            followed: 0,
        }
    }

    /// The same, but that a question is asked whenever its own condition holds; where that leads isn't looked at then.
    pub fn without_early_stop(mut self) -> Self {
        if let Some(seen) = self.start.get_mut(..self.first_ask) {
            seen.fill(FALSE);
        }
        self.early_stop = false;
        self
    }

    /// The beginning of every walk.
    pub fn start(&mut self) -> Step {
        self.go_on(self.start.clone(), 0)
    }

    /// Where an answer to the question that is asked leads.
    pub fn after(&mut self, state: &[Expression], question: usize, class: usize) -> Step {
        let mut state: State = state.into();
        self.followed += state.len() as u64;
        self.settle(&mut state, question, class);
        self.go_on(state, question + 1)
    }

    /// How much was worked out so far, in parts of conditions; what takes long takes long because of these.
    pub const fn work(&self) -> u64 {
        self.expressions.work() + self.followed
    }

    /// The route of a walk that has come to its end.
    pub fn route(&self, state: &[Expression]) -> usize {
        let last = self.playbook.routes().len().saturating_sub(1);
        state
            .iter()
            .take(last)
            .position(|route| *route == TRUE)
            .unwrap_or(last)
    }

    /// How many passages and resources there are.
    pub fn items(&self) -> usize {
        self.first_ask - self.playbook.routes().len()
    }

    /// Passes by what isn't asked, and by what certainly won't be.
    fn go_on(&mut self, mut state: State, from: usize) -> Step {
        let mut granted = Items::default();
        let mut passed = 0;
        loop {
            let relevant = self.tidy(&mut state, &mut granted) & !passed;
            let questions = from..self.playbook.questions().len();
            let mut open = questions.filter(|question| relevant & only(*question) != 0);
            let is_out = |question: &usize| state.get(self.first_ask + question) == Some(&FALSE);
            let Some(out) = open.clone().find(is_out) else {
                let next = open.next();
                return Step {
                    state,
                    granted,
                    next,
                };
            };
            passed |= only(out);
            let classes = self.classes.get(out);
            let not_asked = classes.map_or(0, |classes| classes.answers.len());
            self.settle(&mut state, out, not_asked);
        }
    }

    fn settle(&mut self, state: &mut [Expression], question: usize, class: usize) {
        let Some(settled) = self
            .settled
            .get_mut(question)
            .and_then(|of| of.get_mut(class))
        else {
            return;
        };
        let expressions = self.first_ask + self.playbook.questions().len();
        for expression in state.iter_mut().take(expressions) {
            if *expression > TRUE {
                *expression = self.expressions.settle(*expression, settled);
            }
        }
        if let Some(ask) = state.get_mut(self.first_ask + question) {
            *ask = FALSE;
        }
    }

    /// Leaves out what can't be seen any more; what remains depends on the questions that are still relevant.
    fn tidy(&self, state: &mut [Expression], granted: &mut Items) -> Questions {
        if !self.early_stop {
            return Questions::MAX;
        }
        let (mut relevant, certain) = self.tidy_routes(state);
        let is_emergency = |place: usize| {
            let route = self.playbook.routes().get(place);
            route.is_some_and(|route| route.emergency)
        };
        if relevant == 0 && certain.is_some_and(is_emergency) {
            let routes = self.playbook.routes().len();
            state.iter_mut().skip(routes).for_each(|rest| *rest = FALSE);
            return 0;
        }
        for list in &self.lists {
            relevant |= self.tidy_list(list, state, granted);
        }
        let asks = state
            .iter_mut()
            .skip(self.first_ask)
            .take(self.playbook.questions().len());
        for (question, ask) in asks.enumerate().rev() {
            if relevant & only(question) == 0 {
                *ask = FALSE;
            } else {
                relevant |= self.expressions.open(*ask);
            }
        }
        relevant
    }

    /// Routes behind one that is certain are never taken.
    fn tidy_routes(&self, state: &mut [Expression]) -> (Questions, Option<usize>) {
        let (mut relevant, mut certain) = (0, None);
        let routes = state.iter_mut().take(self.playbook.routes().len());
        for (place, route) in routes.enumerate() {
            if certain.is_some() {
                *route = FALSE;
            } else if *route == TRUE {
                certain = Some(place);
            } else {
                relevant |= self.expressions.open(*route);
            }
        }
        (relevant, certain)
    }

    /// What holds with nothing open before it is granted; it is only counted from then on.
    fn tidy_list(&self, list: &List, state: &mut [Expression], granted: &mut Items) -> Questions {
        let mut count = state.get(list.count).copied().unwrap_or(0);
        let (mut certain, mut relevant) = (count, 0);
        let items = state.iter_mut().enumerate();
        for (place, item) in items.take(list.places.end).skip(list.places.start) {
            if certain == list.shown {
                *item = FALSE;
            } else if *item == TRUE {
                certain += 1;
                if relevant == 0 {
                    *item = FALSE;
                    count += 1;
                    granted.insert(place - self.playbook.routes().len());
                }
            } else {
                relevant |= self.expressions.open(*item);
            }
        }
        if let Some(place) = state.get_mut(list.count) {
            *place = count;
        }
        relevant
    }
}

fn lists(playbook: &Playbook, first_count: usize) -> Vec<List> {
    let most = |shown: usize| u32::try_from(shown).unwrap_or(u32::MAX);
    let mut from = playbook.routes().len();
    let lengths = [
        (playbook.reassurance().len(), 1),
        (
            playbook.expectations().len(),
            most(Passage::MOST_EXPECTATIONS),
        ),
        (playbook.stories().len(), 1),
        (playbook.resources().len(), most(Resource::MOST)),
    ];
    let list = |(count, (length, shown)): (usize, (usize, u32))| {
        let places = from..from + length;
        from = places.end;
        List {
            places,
            shown,
            count: first_count + count,
        }
    };
    lengths.into_iter().enumerate().map(list).collect()
}
