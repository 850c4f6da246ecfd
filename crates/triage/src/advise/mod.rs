//! Advice for authors: what is not wrong with a playbook, but should be looked at before it is
//! published. Nothing in here keeps a playbook from working, so all of it is warnings, and the widget
//! is built without.
//!
//! One file for each thing that is looked at. Each asks the source for what was written, so that a
//! finding has its place, and the playbook for what it means.

mod contacts;
mod dates;
mod display;
mod flow;
mod gaps;
mod hidden;
mod hours;
mod links;
mod nobody;
mod places;
mod samples;
mod taken;
mod week;
mod wording;

pub use gaps::{Case, Gap, gaps, is_attended};
pub use hidden::is_hidden;
pub use samples::{Sample, sample_of, samples};
pub use week::{attended, open_by_day, unattended};

use crate::{
    check::{Findings, sample_text},
    playbook::Playbook,
    problem::{Code, Problem},
    situation::Situation,
    source::Node,
};

/// What an author should look at, in a source and, when it has no errors, the playbook that was made of it. Without
/// the playbook, only what can be seen in a single place is told.
///
/// The situation says what day it is. When it has the offsets of the playbook's zones for the year
/// ahead, times at which nobody can be reached are found too.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{Situation, advise, check, source::parse};
/// let source = parse(include_str!("../../../../playbooks/outage.json")).unwrap();
/// let playbook = check(source.clone()).playbook.unwrap();
/// assert_eq!(advise(&source, Some(&playbook), &Situation::default()), []);
/// # }
/// ```
#[must_use]
pub fn advise(source: &Node, playbook: Option<&Playbook>, situation: &Situation) -> Vec<Problem> {
    let mut advisor = Advisor {
        findings: Findings::new(source),
        source,
        situation,
    };
    advisor.look_at_wording();
    advisor.look_at_hidden_signs();
    advisor.look_at_places();
    advisor.look_at_contacts();
    advisor.look_at_hours();
    advisor.look_at_links();
    advisor.look_at_dates();
    advisor.look_at_display();
    advisor.look_at_use();
    if samples::has_placeholder(source) {
        advisor.findings.problems.extend(samples(source));
    }
    if let Some(playbook) = playbook {
        advisor.look_at_gaps(playbook);
        advisor.look_at_flow(playbook);
    }
    advisor.findings.problems
}

/// Looks at one thing after the other.
struct Advisor<'a> {
    findings: Findings<'a>,
    source: &'a Node,
    situation: &'a Situation,
}

impl Advisor<'_> {
    fn remark(&mut self, node: &Node, code: Code, message: &[&str]) {
        self.findings.remark(node, code, message);
    }

    /// A text to be filled in, in the languages of the file.
    fn sample_text(&self) -> String {
        let locales = self.source.entry("locales").map_or(&[][..], Node::elements);
        let mut locales: Vec<&str> = locales.iter().map(Node::text).collect();
        locales.dedup();
        sample_text(&locales)
    }
}
