//! What is wrong with a live feed.

use super::{Inspector, findings::Findings, grammar::FEED, suggest::did_you_mean};
use crate::{
    hours::parse_moment,
    playbook::Playbook,
    problem::{Code, Problem},
    source::Node,
};

/// Everything that is wrong with a live feed of our own for a playbook, at an instant (UTC seconds), for those who write
/// it by hand in a storm. Visitors' engines pass over what they can't read, see [`crate::status::read`].
///
/// The summary of a status page isn't judged, as nobody writes it.
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
        "components",
        "incidents",
        "activeIncidents",
        "activeMaintenances",
    ];
    let is_ours = |name| feed.entry(name).is_none();
    if !OF_A_STATUS_PAGE.into_iter().all(is_ours) {
        return Vec::new();
    }
    let mut inspector = Inspector {
        findings: Findings::new(feed),
        locales: &[],
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
    remark_past(&mut findings, feed.entry("expires_at"), now);
    findings.problems
}

fn remark_past(findings: &mut Findings<'_>, moment: Option<&Node>, now: i64) {
    if let Some(node) = moment
        && parse_moment(node.text()).is_some_and(|moment| moment <= now)
    {
        let cure = "this has passed, so that what ends with it doesn't count any more; write a later moment";
        findings.remark(node, Code::Expired, &[cure]);
    }
}
