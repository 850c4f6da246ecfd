//! What no visitor ever meets, and ways that are long: found by looking at all paths.

use super::Advisor;
use crate::{
    analysis::{Analysis, Witness, analyse},
    problem::Code,
    source::Node,
};

/// Under stress people keep few facts in mind (CDC, Crisis and Emergency Risk Communication).
const MOST_QUESTIONS: usize = 3;

impl Advisor<'_> {
    pub(super) fn look_at_flow(&mut self) {
        let analysis = analyse(self.playbook);
        if analysis.proven {
            self.look_at_dead_ends(&analysis);
        } else {
            let cure = "not proven: there are too many paths to look at all of them, so questions that are never \
                        asked and routes that are never taken may go unnoticed; ask fewer questions";
            self.remark_at("questions", Code::NotProven, &[cure]);
        }
        if analysis.asked.longest > MOST_QUESTIONS {
            let count = analysis.asked.longest.to_string();
            let way = analysis.asked.witness.words(self.playbook);
            let message = [
                "some visitors are asked ",
                &count,
                " questions, and people under stress have patience for three; ask fewer of those who answer ",
                &way,
            ];
            self.remark_at("questions", Code::ManyQuestions, &message);
        }
    }

    fn look_at_dead_ends(&mut self, analysis: &Analysis) {
        let question = "no answers lead to this question, or none of its answers can change anything by then; \
                        mend its \"ask_when\", or remove it";
        let questions = analysis.questions.iter().zip(self.playbook.questions());
        let is_there: Vec<bool> = questions
            .map(|(witness, question)| witness.is_some() || question.for_agent)
            .collect();
        self.look_at_list("questions", &is_there, Code::UnreachableQuestion, question);
        let route = "no answers lead here: its condition never holds, or routes above take everybody for whom it \
                     does; mend \"when\", move it up, or remove it";
        let is_there: Vec<bool> = analysis.routes.iter().map(Option::is_some).collect();
        self.look_at_list("routes", &is_there, Code::DeadRoute, route);
        let passage = "no answers lead to this being shown: its condition never holds, entries above take its \
                       place, or it is for people on an emergency route, who are shown nothing but the way to \
                       help; mend \"show_when\", move it up, or remove it";
        let seen =
            |list: &[Option<Witness>]| -> Vec<bool> { list.iter().map(Option::is_some).collect() };
        for (name, list) in [
            ("reassurance", &analysis.reassurance),
            ("expectations", &analysis.expectations),
            ("stories", &analysis.stories),
            ("resources", &analysis.resources),
        ] {
            self.look_at_list(name, &seen(list), Code::NeverShown, passage);
        }
    }

    /// A source without errors has as many entries as its playbook, in the same order.
    fn look_at_list(&mut self, name: &str, is_there: &[bool], code: Code, cure: &str) {
        let nodes = self.source.entry(name).map_or(&[][..], Node::elements);
        for (node, is_there) in nodes.iter().zip(is_there) {
            if !is_there {
                self.remark(node, code, &[cure]);
            }
        }
    }

    fn remark_at(&mut self, name: &str, code: Code, message: &[&str]) {
        if let Some(node) = self.source.entry(name) {
            self.remark(node, code, message);
        }
    }
}
