//! Why a route is never taken, or a question never asked: found by trying the playbook again with fewer routes.

use crate::{
    analysis::analyse_within,
    condition::Condition,
    playbook::{Playbook, Route},
};

/// What all tries together may look at. A playbook with dozens of dead routes is told of their reasons in general.
const MOST_WORK: u64 = crate::analysis::MOST_WORK / 2;

/// A try with so few routes is soon done, or not worth waiting for.
const MOST_WORK_OF_A_TRY: u64 = MOST_WORK / 5;

/// What a try costs before it has looked at anything.
const WORK_OF_A_TRY: u64 = MOST_WORK / 250;

/// Why a route is never taken.
pub(super) enum Reason<'a> {
    /// Its condition never holds.
    Never,
    /// The route of that id takes everybody for whom it would hold.
    Route(&'a str),
    /// Routes above it do, one taking some and another the rest.
    Routes,
    /// Nobody knows.
    Unknown,
}

/// Tries with parts of a playbook.
pub(super) struct Tries<'a> {
    playbook: &'a Playbook,
    left: u64,
}

impl<'a> Tries<'a> {
    pub(super) const fn new(playbook: &'a Playbook) -> Self {
        Self {
            playbook,
            left: MOST_WORK,
        }
    }

    /// Why a route with a condition is never taken.
    pub(super) fn reason_against(&mut self, index: usize) -> Reason<'a> {
        let routes = self.playbook.routes();
        let (above, Some(route)) = (routes.get(..index).unwrap_or_default(), routes.get(index))
        else {
            return Reason::Unknown;
        };
        match self.is_taken(&[route]) {
            Some(false) => return Reason::Never,
            Some(true) => {}
            None => return Reason::Unknown,
        }
        for other in above {
            match self.is_taken(&[other, route]) {
                Some(false) => return Reason::Route(&other.id),
                Some(true) => {}
                None => return Reason::Unknown,
            }
        }
        Reason::Routes
    }

    /// Whether a condition ever holds; `None` when that can't be said.
    pub(super) fn ever_holds(&mut self, condition: &Condition) -> Option<bool> {
        let route = Route {
            when: Some(condition.clone()),
            ..self.playbook.routes().last()?.clone()
        };
        self.is_taken(&[&route])
    }

    /// Whether the last of some routes is ever taken, were they all that there are but for the one that takes everybody.
    fn is_taken(&mut self, routes: &[&Route]) -> Option<bool> {
        self.left = self.left.checked_sub(WORK_OF_A_TRY)?;
        let rest = self.playbook.routes().last()?;
        let playbook = Playbook {
            routes: routes.iter().copied().chain([rest]).cloned().collect(),
            reassurance: Vec::new(),
            expectations: Vec::new(),
            stories: Vec::new(),
            resources: Vec::new(),
            ..self.playbook.clone()
        };
        let analysis = analyse_within(&playbook, self.left.min(MOST_WORK_OF_A_TRY));
        self.left = self.left.saturating_sub(analysis.work);
        let last = analysis.routes.get(routes.len() - 1)?;
        (analysis.proven || last.is_some()).then_some(last.is_some())
    }
}
