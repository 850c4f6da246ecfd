//! The decision diagram: one layer of nodes for each question, a node for each state in which it is asked, an edge
//! for each class of answers. Paths that come to the same state share all that follows.

use rustc_hash::FxHashMap;

use super::{
    Length, Win,
    expression::Expression,
    items::Items,
    state::{Flow, State, Step},
    witness::Witness,
};
use crate::playbook::QuestionId;

/// All visitors together. Divided by the number of classes at each question; what a share of 2⁻¹⁰⁰ loses in
/// dividing is not missed.
const EVERYBODY: u128 = 1 << 100;

/// More than all that is lost in dividing, and far less than a thousandth.
const LOST: u128 = 1 << 64;

/// An answer of a class at a node.
#[derive(Clone, Copy)]
struct Edge {
    from: usize,
    class: usize,
}

/// How one comes to a place.
#[derive(Clone, Copy)]
struct Arrival {
    /// The last answer on the shortest path; `None` at the start.
    shortest: Option<Edge>,
    /// The last answer on the longest path.
    longest: Option<Edge>,
    /// Answers on the shortest path.
    least: usize,
    /// Answers on the longest path.
    most: usize,
    paths: u128,
    weight: u128,
}

/// A state in which a question is asked.
struct Node {
    question: usize,
    arrival: Arrival,
    /// What is shown for certain on some path to here; only what has no witness yet is looked for.
    granted: Items,
    /// For what is granted here, the answer before.
    origins: Vec<(usize, Option<Edge>)>,
}

/// The diagram, as far as it was worked out.
pub(super) struct Diagram<'p> {
    flow: Flow<'p>,
    nodes: Vec<Node>,
    layers: Vec<FxHashMap<State, usize>>,
    routes: Vec<Option<Arrival>>,
    shown: Vec<Option<Witness>>,
    seen: Items,
    end: Option<Arrival>,
    most_work: u64,
    /// What the layer that is worked out may come up to.
    allowed: u64,
    complete: bool,
}

impl<'p> Diagram<'p> {
    /// A diagram that is worked out as long as that takes no more than `most_work`, as [`Flow::work`] counts it.
    pub fn new(flow: Flow<'p>, most_work: u64) -> Self {
        Self {
            nodes: Vec::new(),
            layers: vec![FxHashMap::default(); flow.playbook.questions().len()],
            routes: vec![None; flow.playbook.routes().len()],
            shown: vec![None; flow.items()],
            seen: Items::default(),
            end: None,
            most_work,
            allowed: 0,
            complete: flow.classes.iter().all(|classes| !classes.cut_short),
            flow,
        }
    }

    /// Works out one layer after the other. Edges lead to later layers only. Half of the work is for whoever comes first.
    /// The other half is shared among the layers, so that even of a diagram that is too large some paths are seen to
    /// their end.
    pub fn explore(&mut self) {
        let start = self.flow.start();
        let arrival = Arrival {
            shortest: None,
            longest: None,
            least: 0,
            most: 0,
            paths: 1,
            weight: EVERYBODY,
        };
        self.arrive(start, arrival, Items::default());
        let half = self.most_work / 2;
        let share = half / (self.layers.len() as u64).max(1);
        for question in 0..self.layers.len() {
            self.allowed = half.max(self.flow.work() + share);
            let layer = self.layers.get_mut(question).map(std::mem::take);
            let mut layer: Vec<(State, usize)> = layer.into_iter().flatten().collect();
            // In the order in which they were found: the same playbook has the same witnesses each time.
            layer.sort_unstable_by_key(|(_, node)| *node);
            for (state, node) in layer {
                self.expand(&state, node);
            }
        }
    }

    /// Whether every path was followed.
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    pub const fn nodes(&self) -> usize {
        self.nodes.len()
    }

    pub const fn work(&self) -> u64 {
        self.flow.work()
    }

    pub fn paths(&self) -> u128 {
        self.end.map_or(0, |end| end.paths)
    }

    /// How each question is reached.
    pub fn questions(&self) -> Vec<Option<Witness>> {
        let mut best: Vec<Option<&Arrival>> = vec![None; self.layers.len()];
        for node in &self.nodes {
            if let Some(best) = best.get_mut(node.question)
                && best.is_none_or(|best| node.arrival.least < best.least)
            {
                *best = Some(&node.arrival);
            }
        }
        let witness = |arrival: &Arrival| self.shortest(arrival.shortest);
        best.into_iter().map(|best| best.map(witness)).collect()
    }

    /// How each route is taken.
    pub fn routes(&self) -> Vec<Option<Win>> {
        let win = |arrival: &Arrival| Win {
            witness: self.shortest(arrival.shortest),
            paths: arrival.paths,
            share_millionths: u32::try_from(rounded(arrival.weight, 1_000_000)).unwrap_or(u32::MAX),
        };
        let routes = self.routes.iter();
        routes.map(|arrival| arrival.as_ref().map(win)).collect()
    }

    /// How each passage and resource comes to be shown.
    pub fn shown(&mut self) -> Vec<Option<Witness>> {
        std::mem::take(&mut self.shown)
    }

    /// How many questions are asked. Everybody who comes to a node is asked one.
    pub fn length(&self) -> Length {
        let asked = self.nodes.iter().map(|node| node.arrival.weight);
        Length {
            longest: self.end.map_or(0, |end| end.most),
            witness: self.trace(self.end.and_then(|end| end.longest), |node| {
                node.arrival.longest
            }),
            mean_thousandths: self.complete.then(|| rounded(asked.sum(), 1_000)),
        }
    }

    fn expand(&mut self, state: &[Expression], from: usize) {
        let Some(node) = self.nodes.get(from) else {
            return;
        };
        let (question, before, granted) = (node.question, node.arrival, node.granted);
        let classes = self
            .flow
            .classes
            .get(question)
            .map_or(0, |classes| classes.answers.len());
        for class in 0..classes {
            if self.flow.work() >= self.allowed {
                self.complete = false;
                return;
            }
            let edge = Some(Edge { from, class });
            let arrival = Arrival {
                shortest: edge,
                longest: edge,
                least: before.least + 1,
                most: before.most + 1,
                paths: before.paths,
                weight: before.weight / u128::try_from(classes).unwrap_or(1),
            };
            let step = self.flow.after(state, question, class);
            self.arrive(step, arrival, granted);
        }
    }

    fn arrive(&mut self, step: Step, arrival: Arrival, granted_before: Items) {
        let granted = step.granted.union(granted_before).without(self.seen);
        match step.next {
            None => self.finish(&step, arrival, granted),
            Some(question) => {
                if let Some(node) = self.node(question, step.state) {
                    node.arrival = joined(Some(node.arrival), arrival);
                    let new = granted.without(node.granted);
                    node.granted = node.granted.union(new);
                    let origins = new.iter().map(|item| (item, arrival.shortest));
                    node.origins.extend(origins);
                }
            }
        }
    }

    /// The node of a state, which is new if it was never met.
    fn node(&mut self, question: usize, state: State) -> Option<&mut Node> {
        let layer = self.layers.get_mut(question)?;
        if let Some(known) = layer.get(&state) {
            return self.nodes.get_mut(*known);
        }
        layer.insert(state, self.nodes.len());
        self.nodes.push(Node {
            question,
            arrival: Arrival {
                shortest: None,
                longest: None,
                least: usize::MAX,
                most: 0,
                paths: 0,
                weight: 0,
            },
            granted: Items::default(),
            origins: Vec::new(),
        });
        self.nodes.last_mut()
    }

    fn finish(&mut self, step: &Step, arrival: Arrival, granted: Items) {
        self.end = Some(joined(self.end, arrival));
        let route = self.flow.route(&step.state);
        if let Some(best) = self.routes.get_mut(route) {
            *best = Some(joined(*best, arrival));
        }
        let routes = self.flow.playbook.routes();
        if routes.get(route).is_some_and(|route| route.emergency) {
            return;
        }
        for item in granted.iter() {
            let witness = self.trace(arrival.shortest, |node| {
                let mut origins = node.origins.iter();
                let origin = origins.find(|(known, _)| *known == item);
                origin.map_or(node.arrival.shortest, |(_, edge)| *edge)
            });
            if let Some(shown) = self.shown.get_mut(item) {
                *shown = Some(witness);
            }
        }
        self.seen = self.seen.union(granted);
    }

    fn shortest(&self, last: Option<Edge>) -> Witness {
        self.trace(last, |node| node.arrival.shortest)
    }

    /// The answers up to one, found backwards.
    fn trace(&self, last: Option<Edge>, before: impl Fn(&Node) -> Option<Edge>) -> Witness {
        let mut answers = Vec::new();
        let mut edge = last;
        while let Some(Edge { from, class }) = edge {
            let Some(node) = self.nodes.get(from) else {
                break;
            };
            let classes = self.flow.classes.get(node.question);
            if let Some(answer) = classes.and_then(|classes| classes.answers.get(class)) {
                answers.push((QuestionId(node.question), answer.clone()));
            }
            edge = before(node);
        }
        answers.reverse();
        Witness { answers }
    }
}

/// Two ways to come to the same place, together.
fn joined(known: Option<Arrival>, new: Arrival) -> Arrival {
    let Some(mut arrival) = known else {
        return new;
    };
    if new.least < arrival.least {
        arrival.least = new.least;
        arrival.shortest = new.shortest;
    }
    if new.most > arrival.most {
        arrival.most = new.most;
        arrival.longest = new.longest;
    }
    arrival.paths = arrival.paths.saturating_add(new.paths);
    arrival.weight += new.weight;
    arrival
}

/// A weight in parts of everybody, rounded.
fn rounded(weight: u128, parts: u128) -> u64 {
    let whole = weight.saturating_mul(parts) + EVERYBODY / 2 + LOST;
    u64::try_from(whole / EVERYBODY).unwrap_or(u64::MAX)
}
