//! What is wrong with a live feed.

use super::{
    Inspector, findings::Findings, grammar::FEED, page::check_page, suggest::did_you_mean,
};
use crate::{
    hours::parse_moment,
    playbook::Playbook,
    problem::{Code, Problem},
    source::Node,
    status::names::fold,
};

/// Everything that is wrong with a live feed of our own for a playbook, at an instant (UTC seconds), for those who write
/// it by hand in a storm. Visitors' engines pass over what they can't read, see [`crate::status::read`].
///
/// Of a status page, which nobody writes by hand, is told which of its components the playbook knows nothing of, and where
/// names leave a doubt.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{check, check_feed, source::parse};
/// let playbook = include_str!("../../../../playbooks/outage.json");
/// let playbook = check(parse(playbook).unwrap()).playbook.unwrap();
/// let feed = r#"{ "version": 1, "expires_at": "2026-11-24T09:00:00Z", "channels": { "suport_chat": { "state": "down" } } }"#;
/// let problems = check_feed(&parse(feed).unwrap(), &playbook, 1_795_000_000);
/// assert_eq!(problems[0].message, "no channel \"suport_chat\"; did you mean \"support_chat\"?");
/// # }
/// ```
#[must_use]
pub fn check_feed(feed: &Node, playbook: &Playbook, now: i64) -> Vec<Problem> {
    const OF_A_STATUS_PAGE: [&str; 4] = [
        "page",
        "components",
        "activeIncidents",
        "activeMaintenances",
    ];
    let is_of_a_status_page = |name| feed.entry(name).is_some();
    if feed.entry("version").is_none() && OF_A_STATUS_PAGE.into_iter().any(is_of_a_status_page) {
        return check_page(feed, playbook);
    }
    let locales: Vec<&str> = playbook.locales().iter().map(String::as_str).collect();
    let mut inspector = Inspector {
        findings: Findings::new(feed),
        locales: &locales,
        refused: Vec::new(),
    };
    inspector.is_sound(feed, &FEED);
    let mut findings = inspector.findings;
    let known: Vec<&str> = playbook
        .channels()
        .iter()
        .map(|channel| channel.id.as_str())
        .collect();
    for (name, node) in feed.entry("channels").map_or(&[][..], Node::entries) {
        if !known.contains(&name.as_str()) {
            let cure = format!("use one of {}", known.join(", "));
            let cure = did_you_mean(name, &known, &cure);
            let message = ["no channel \"", name, "\"; ", &cure];
            findings.remark_name(node, Code::UnknownReference, &message);
        }
        remark_past(&mut findings, node.entry("until"), now);
    }
    let incidents = feed.entry("incidents").map_or(&[][..], Node::elements);
    for incident in incidents {
        remark_strangers(&mut findings, incident, playbook);
    }
    remark_past(&mut findings, feed.entry("expires_at"), now);
    findings.problems
}

/// Components that the playbook says nothing of: nobody's answers are about them.
fn remark_strangers(findings: &mut Findings<'_>, incident: &Node, playbook: &Playbook) {
    let components = incident.entry("components");
    for node in components.map_or(&[][..], Node::elements) {
        if !is_about(playbook, node.text()) {
            let cure = "no answer is about this component; write which ones are in the playbook's \"status\", \"about\", or leave it away";
            findings.remark(node, Code::UnknownReference, &[cure]);
        }
    }
}

/// Whether some answers are about a component.
pub(super) fn is_about(playbook: &Playbook, component: &str) -> bool {
    let name = fold(component);
    let mut about = playbook.status_about().iter();
    about.any(|about| {
        let wanted = fold(&about.component);
        !wanted.is_empty() && name.contains(&wanted)
    })
}

fn remark_past(findings: &mut Findings<'_>, moment: Option<&Node>, now: i64) {
    if let Some(node) = moment
        && parse_moment(node.text()).is_some_and(|moment| moment <= now)
    {
        let cure = "this has passed, so that what ends with it doesn't count any more; write a later moment";
        findings.remark(node, Code::Expired, &[cure]);
    }
}
