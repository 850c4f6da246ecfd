//! What no visitor ever meets, and ways that are long: found by looking at all paths.

use super::{
    Advisor,
    taken::{Reason, Tries},
};
use crate::{
    analysis::{Analysis, analyse},
    playbook::Playbook,
    problem::Code,
    source::Node,
};

/// Under stress people keep few facts in mind (CDC, Crisis and Emergency Risk Communication).
const MOST_QUESTIONS: usize = 3;

impl Advisor<'_> {
    pub(super) fn look_at_flow(&mut self, playbook: &Playbook) {
        let analysis = analyse(playbook);
        if analysis.proven {
            let mut tries = Tries::new(playbook);
            let dead = self.look_at_routes(&analysis, &mut tries);
            self.look_at_questions_asked(playbook, &analysis, &dead, &mut tries);
            self.look_at_passages(&analysis);
        } else {
            let cure = "not proven, since there are too many paths to look at all of them, so that questions that are \
                        never asked and routes that are never taken may go unnoticed; ask fewer questions";
            self.remark_at("questions", Code::NotProven, &[cure]);
        }
        if analysis.asked.longest > MOST_QUESTIONS {
            let count = analysis.asked.longest.to_string();
            let way = analysis.asked.witness.words(playbook);
            let message = [
                "some visitors are asked ",
                &count,
                " questions, and people under stress have patience for three; ask fewer of those who answer ",
                &way,
            ];
            self.remark_at("questions", Code::ManyQuestions, &message);
        }
    }

    /// Says which routes are never taken, and why. Returns the conditions of those for whom routes above take everybody.
    fn look_at_routes(&mut self, analysis: &Analysis, tries: &mut Tries<'_>) -> Vec<Node> {
        let mut dead = Vec::new();
        let nodes = self.elements("routes").iter().zip(&analysis.routes);
        for (index, (node, _)) in nodes.enumerate().filter(|(_, (_, win))| win.is_none()) {
            let Some(when) = node.entry("when") else {
                let cure = "nobody is left for this route, since those above take everybody; remove it, and the \
                            \"when\" of the route above it";
                self.remark(node, Code::DeadRoute, &[cure]);
                continue;
            };
            let reason = tries.reason_against(index);
            if matches!(reason, Reason::Route(_) | Reason::Routes) {
                dead.push(when.clone());
            }
            let told = match reason {
                Reason::Never => {
                    "nobody gets here, since its \"when\" never holds; mend it, or remove the route".to_owned()
                }
                Reason::Route(id) => [
                    "nobody gets here, since \"",
                    id,
                    "\" above takes everybody for whom this \"when\" holds; move this route above \"",
                    id,
                    "\", or remove it",
                ]
                .concat(),
                Reason::Routes => "nobody gets here, since the routes above together take everybody for whom this \
                                   \"when\" holds; move it up, or remove it"
                    .to_owned(),
                Reason::Unknown => "nobody gets here, since its \"when\" never holds, or routes above take everybody \
                                    for whom it does; mend \"when\", move it up, or remove it"
                    .to_owned(),
            };
            self.remark(node, Code::DeadRoute, &[&told]);
        }
        dead
    }

    /// Says which questions are never asked although something depends on their answers, and why. Those on which only
    /// routes depend that are never taken are cured with these.
    fn look_at_questions_asked(
        &mut self,
        playbook: &Playbook,
        analysis: &Analysis,
        dead: &[Node],
        tries: &mut Tries<'_>,
    ) {
        let asked = playbook.questions().iter().zip(&analysis.questions);
        for (node, (question, witness)) in self.elements("questions").iter().zip(asked) {
            let id = question.id.as_str();
            let used = mentions(self.source, id);
            let used_in_vain: usize = dead.iter().map(|when| mentions(when, id)).sum();
            if witness.is_some() || question.for_agent || used == used_in_vain {
                continue;
            }
            let holds = question
                .ask_when
                .as_ref()
                .map_or(Some(true), |when| tries.ever_holds(when));
            let told = match holds {
                Some(false) => {
                    "nobody is asked this, since its \"ask_when\" never holds; mend it, or remove the question"
                }
                Some(true) => {
                    "nobody is asked this, since its answer can't change anything any more when it could be asked; \
                     move it further up, use it in the \"when\" of a route, or remove it"
                }
                None => {
                    "nobody is asked this, since its \"ask_when\" never holds, or its answer can't change anything any \
                     more; mend \"ask_when\", move it further up, or remove it"
                }
            };
            self.remark(node, Code::UnreachableQuestion, &[told]);
        }
    }

    /// Says which questions have answers on which nothing depends, so that they are never asked.
    pub(super) fn look_at_use(&mut self) {
        for node in self.elements("questions") {
            let id = node.entry("id").map_or("", Node::text);
            let is_for_visitors = node.entry("for").is_none();
            if is_for_visitors && !id.is_empty() && mentions(self.source, id) == 0 {
                let cure = "nobody is asked this, since nothing depends on the answer; use it in the \"when\" of a \
                            route, or add \"for\": \"agent\" to ask it after the result";
                self.remark(node, Code::UnreachableQuestion, &[cure]);
            }
        }
    }

    fn look_at_passages(&mut self, analysis: &Analysis) {
        let passage = "nobody is shown this, since its \"show_when\" never holds, entries above take its place, or it \
                       is for people on an emergency route, who are shown nothing but the way to help; mend \
                       \"show_when\", move it up, or remove it";
        for (name, list) in [
            ("reassurance", &analysis.reassurance),
            ("expectations", &analysis.expectations),
            ("stories", &analysis.stories),
            ("resources", &analysis.resources),
        ] {
            for (node, witness) in self.elements(name).iter().zip(list) {
                if witness.is_none() {
                    self.remark(node, Code::NeverShown, &[passage]);
                }
            }
        }
    }

    fn remark_at(&mut self, name: &str, code: Code, message: &[&str]) {
        if let Some(node) = self.source.entry(name) {
            self.remark(node, code, message);
        }
    }
}

impl<'a> Advisor<'a> {
    /// The entries of a list. A source without errors has as many as its playbook, in the same order.
    fn elements(&self, name: &str) -> &'a [Node] {
        self.source.entry(name).map_or(&[][..], Node::elements)
    }
}

/// How many conditions in a part of the source are on a question.
fn mentions(node: &Node, id: &str) -> usize {
    let named = node
        .entry("question")
        .is_some_and(|question| question.text() == id);
    let entries = node.entries().iter().map(|(_, entry)| entry);
    let inside: usize = entries
        .chain(node.elements())
        .map(|node| mentions(node, id))
        .sum();
    usize::from(named) + inside
}
