//! Atlassian Statuspage: `GET /api/v2/summary.json` (its API documentation, "Summary").

use super::{Live, State, Status, incidents, text};
use crate::{hours::parse_moment, playbook::Playbook, source::Node};

pub(super) fn read(feed: &Node, playbook: &Playbook, status: &mut Status) {
    for component in feed.entry("components").map_or(&[][..], Node::elements) {
        let state = match text(component, "status") {
            "major_outage" => State::Down,
            "under_maintenance" => State::Closed,
            // What works in part still reaches somebody.
            _ => continue,
        };
        let live = Live {
            state,
            ..Live::default()
        };
        status.set(playbook, text(component, "name"), live);
    }
    let since = |node: &Node| {
        parse_moment(text(node, "started_at")).or_else(|| parse_moment(text(node, "created_at")))
    };
    status.incidents = incidents(feed, "incidents", since);
    let planned = |node: &Node| parse_moment(text(node, "scheduled_for"));
    status.maintenances = incidents(feed, "scheduled_maintenances", planned);
}
