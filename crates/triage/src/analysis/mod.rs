//! What a playbook does on all of its paths: what is asked, where it leads, what is shown, and the answers that
//! lead there.
//!
//! A playbook of 25 questions has more paths than anybody can walk. But answers that no condition tells apart lead
//! the same way (`class`), and what is left of the conditions is soon the same on many paths (`expression`,
//! `state`). Each such state is worked out once (`diagram`), so that the answer is exact and there soon.
//!
//! The rules of the walk are here a second time, in a form that can be shared between paths. A property test holds
//! the two against each other, path by path.

mod class;
mod diagram;
mod expression;
mod items;
mod paths;
mod picture;
mod state;
mod witness;

pub use paths::{Path, Paths, paths};
pub use picture::{Link, Picture, Spot, picture};
pub use witness::Witness;

use crate::playbook::Playbook;
use diagram::Diagram;
use state::Flow;

/// How much is worked out before an analysis gives up and says so, in parts of conditions that are looked at. It is
/// reached after about half a second, at which an author who is typing would begin to wait.
pub const MOST_WORK: u64 = 100_000_000;

/// What is true of all paths through a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// Whether all paths were looked at. If not, what has a witness is true nevertheless, numbers are what was seen so
    /// far, and a missing witness means nothing.
    pub proven: bool,
    /// How many states were worked out.
    pub nodes: usize,
    /// How much was looked at for that, in parts of conditions.
    pub work: u64,
    /// How many paths there are, answers that no condition tells apart taken as one. No more than [`u128::MAX`].
    pub paths: u128,
    /// For each question, the answers after which it is asked; `None` when it never is. Questions for the agent come
    /// after the result and are never asked on the way to it.
    pub questions: Vec<Option<Witness>>,
    /// For each route, how it is taken; `None` when it never is.
    pub routes: Vec<Option<Win>>,
    /// For each reassurance, the answers after which it is shown; `None` when it never is. The day is left out of
    /// account, here and below: what has expired counts as shown.
    pub reassurance: Vec<Option<Witness>>,
    /// The same for expectations.
    pub expectations: Vec<Option<Witness>>,
    /// The same for stories.
    pub stories: Vec<Option<Witness>>,
    /// The same for resources.
    pub resources: Vec<Option<Witness>>,
    /// How many questions are asked.
    pub asked: Length,
    /// How many would be, if none were left out because its answer can't change anything any more.
    pub asked_without_early_stop: Length,
}

/// How a route is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Win {
    /// Answers that lead to it, as few as possible.
    pub witness: Witness,
    /// How many paths end on it. No more than [`u128::MAX`].
    pub paths: u128,
    /// Its share of visitors, in millionths, if at each question each class of answers were given equally often.
    pub share_millionths: u32,
}

/// The length of paths, in questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// The most questions on one path.
    pub longest: usize,
    /// The answers on such a path.
    pub witness: Witness,
    /// The mean in thousandths of a question, if at each question each class of answers were given equally often;
    /// `None` when not all paths were looked at.
    pub mean_thousandths: Option<u64>,
}

/// Looks at all paths through a playbook.
///
/// ```
/// # #[cfg(feature = "text")] {
/// let text = include_str!("../../../../playbooks/outage.json");
/// let playbook = triage::check(triage::source::parse(text).unwrap()).playbook.unwrap();
/// let analysis = triage::analyse(&playbook);
/// assert!(analysis.proven);
/// assert_eq!(analysis.asked.longest, 2);
/// assert!(analysis.routes.iter().all(Option::is_some));
/// # }
/// ```
#[must_use]
pub fn analyse(playbook: &Playbook) -> Analysis {
    analyse_within(playbook, MOST_WORK)
}

/// Looks at all paths through a playbook, as long as that takes no more than `most_work` parts of conditions. Beyond
/// that, some paths to each question are still followed, so that something is seen of the end, and `proven` is false.
#[must_use]
pub fn analyse_within(playbook: &Playbook, most_work: u64) -> Analysis {
    let flow = Flow::new(playbook);
    let mut full = Diagram::new(flow.clone().without_early_stop(), most_work / 2);
    full.explore();
    let mut diagram = Diagram::new(flow, most_work / 2);
    diagram.explore();
    let proven = diagram.is_complete() && full.is_complete();
    let mut shown = diagram.shown().into_iter();
    let mut list = |length: usize| shown.by_ref().take(length).collect();
    Analysis {
        proven,
        nodes: diagram.nodes() + full.nodes(),
        work: diagram.work() + full.work(),
        paths: diagram.paths(),
        reassurance: list(playbook.reassurance().len()),
        expectations: list(playbook.expectations().len()),
        stories: list(playbook.stories().len()),
        resources: list(playbook.resources().len()),
        questions: diagram.questions(),
        routes: diagram.routes(),
        asked: diagram.length(),
        asked_without_early_stop: full.length(),
    }
}
