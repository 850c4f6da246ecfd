//! Paths that together show everything that can happen: each class of answers, in each state in which its question is
//! asked, lies on one of them.

use rustc_hash::FxHashMap;

use super::{
    MOST_WORK,
    state::{Flow, State, Step},
    witness::Witness,
};
use crate::playbook::{Playbook, QuestionId, RouteId};

/// A way through a playbook, from the first question to the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// What is asked, and what is answered.
    pub witness: Witness,
    /// Where it ends.
    pub route: RouteId,
}

/// Ways through a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The ways, in the order in which their answers are offered.
    pub paths: Vec<Path>,
    /// Whether everything that can happen lies on one of them.
    pub complete: bool,
}

/// Where an answer leads.
#[derive(Clone, Copy)]
enum End {
    Node(usize),
    Route(usize),
}

/// A state in which a question is asked.
struct Node {
    question: usize,
    state: State,
    /// The node and the class by which it was found.
    before: Option<(usize, usize)>,
    /// Where each class of answers leads, and whether a path has gone there; nothing before a path comes here.
    edges: Vec<(End, bool)>,
}

/// At most so many ways through a playbook that show every answer in every state in which its question is asked. Where
/// more would be needed, or more than [`MOST_WORK`] would have to be looked at, those that differ early.
///
/// ```
/// # #[cfg(feature = "text")] {
/// let text = include_str!("../../../../playbooks/outage.json");
/// let playbook = triage::check(triage::source::parse(text).unwrap()).playbook.unwrap();
/// let found = triage::paths(&playbook, 100);
/// assert!(found.complete);
/// assert_eq!(found.paths.first().unwrap().witness.words(&playbook), "topic=stolen");
/// # }
/// ```
#[must_use]
pub fn paths(playbook: &Playbook, most: usize) -> Paths {
    let mut flow = Flow::new(playbook);
    let start = flow.start();
    let mut map = Map {
        flow,
        nodes: Vec::new(),
        known: FxHashMap::default(),
    };
    let mut found = Vec::new();
    if let End::Route(route) = map.end(start, None) {
        let witness = Witness::default();
        let route = RouteId(route);
        found.push(Path { witness, route });
    }
    map.expand(0);
    while found.len() < most
        && map.flow.work() < MOST_WORK
        && let Some(path) = map.next()
    {
        found.push(path);
    }
    let complete = map.fresh().is_none() && map.flow.classes.iter().all(|all| !all.cut_short);
    found.sort_by_cached_key(|path| map.order(path));
    Paths {
        paths: found,
        complete,
    }
}

/// The states and the answers between them, as far as paths have come.
struct Map<'p> {
    flow: Flow<'p>,
    nodes: Vec<Node>,
    known: FxHashMap<(usize, State), usize>,
}

impl Map<'_> {
    /// Works out where the answers lead that can be given at a node.
    fn expand(&mut self, from: usize) {
        let Some(node) = self.nodes.get(from).filter(|node| node.edges.is_empty()) else {
            return;
        };
        let (question, state) = (node.question, node.state.clone());
        let classes = self.flow.classes.get(question);
        for class in 0..classes.map_or(0, |classes| classes.answers.len()) {
            let step = self.flow.after(&state, question, class);
            let end = self.end(step, Some((from, class)));
            if let Some(node) = self.nodes.get_mut(from) {
                node.edges.push((end, false));
            }
        }
    }

    /// Where a step leads.
    fn end(&mut self, step: Step, before: Option<(usize, usize)>) -> End {
        let Some(question) = step.next else {
            return End::Route(self.flow.route(&step.state));
        };
        let new = self.nodes.len();
        let node = *self
            .known
            .entry((question, step.state.clone()))
            .or_insert(new);
        if node == new {
            self.nodes.push(Node {
                question,
                state: step.state,
                before,
                edges: Vec::new(),
            });
        }
        End::Node(node)
    }

    /// The first answer that no path has shown yet.
    fn fresh(&self) -> Option<(usize, usize)> {
        let mut nodes = self.nodes.iter().enumerate();
        nodes.find_map(|(place, node)| Some((place, node.fresh()?)))
    }

    /// A path with the first answer that no path has shown yet, and with others such from there on.
    fn next(&mut self) -> Option<Path> {
        let (mut at, mut class) = self.fresh()?;
        let mut way = self.way_to(at);
        let route = loop {
            way.push((at, class));
            match self.nodes.get(at)?.edges.get(class)?.0 {
                End::Route(route) => break RouteId(route),
                End::Node(next) => {
                    self.expand(next);
                    at = next;
                    class = self.nodes.get(at)?.fresh().unwrap_or_default();
                }
            }
        };
        let mut witness = Witness::default();
        for (at, class) in way {
            let node = self.nodes.get_mut(at)?;
            node.edges.get_mut(class)?.1 = true;
            let answer = self.flow.classes.get(node.question)?.answers.get(class)?;
            let answer = (QuestionId(node.question), answer.clone());
            witness.answers.push(answer);
        }
        Some(Path { witness, route })
    }

    /// Node and class of each answer on the way by which a node was found.
    fn way_to(&self, node: usize) -> Vec<(usize, usize)> {
        let before =
            |(node, _): &(usize, usize)| self.nodes.get(*node).and_then(|node| node.before);
        let last = self.nodes.get(node).and_then(|node| node.before);
        let mut way: Vec<(usize, usize)> = std::iter::successors(last, before).collect();
        way.reverse();
        way
    }

    /// The place of each answer among those of its question.
    fn order(&self, path: &Path) -> Vec<Option<usize>> {
        let place = |(question, answer): &(QuestionId, crate::answer::Answer)| {
            let classes = self.flow.classes.get(question.0)?;
            classes.answers.iter().position(|known| known == answer)
        };
        path.witness.answers.iter().map(place).collect()
    }
}

impl Node {
    /// The first class of answers that no path has shown yet.
    fn fresh(&self) -> Option<usize> {
        self.edges.iter().position(|(_, shown)| !shown)
    }
}
