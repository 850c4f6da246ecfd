//! Advice for authors: what is not wrong with a playbook, but should be looked at before it is
//! published. Nothing in here keeps a playbook from working, so all of it is warnings, and the widget
//! is built without.
//!
//! One file for each thing that is looked at. Each asks the source for what was written, so that a
//! finding has its place, and the playbook for what it means.

mod contacts;
mod dates;
mod gaps;
mod links;
mod nobody;
mod places;
mod wording;

pub use gaps::{Case, Gap, gaps, is_attended};

use crate::{
    check::Findings,
    playbook::Playbook,
    problem::{Code, Problem},
    situation::Situation,
    source::Node,
};

/// What an author should look at, in a source that has no errors and the playbook that was made of it.
///
/// The situation says what day it is. When it has the offsets of the playbook's zones for the year
/// ahead, times at which nobody can be reached are found too.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{Situation, advise, check, source::parse};
/// let source = parse(include_str!("../../../../playbooks/outage.json")).unwrap();
/// let playbook = check(source.clone()).playbook.unwrap();
/// assert_eq!(advise(&source, &playbook, &Situation::default()), []);
/// # }
/// ```
#[must_use]
pub fn advise(source: &Node, playbook: &Playbook, situation: &Situation) -> Vec<Problem> {
    let mut advisor = Advisor {
        findings: Findings::new(source),
        source,
        playbook,
        situation,
    };
    advisor.look_at_wording();
    advisor.look_at_places();
    advisor.look_at_contacts();
    advisor.look_at_links();
    advisor.look_at_dates();
    advisor.look_at_gaps();
    advisor.findings.problems
}

/// Looks at one thing after the other.
struct Advisor<'a> {
    findings: Findings<'a>,
    source: &'a Node,
    playbook: &'a Playbook,
    situation: &'a Situation,
}

impl Advisor<'_> {
    fn remark(&mut self, node: &Node, code: Code, message: &[&str]) {
        self.findings.remark(node, code, message);
    }
}
