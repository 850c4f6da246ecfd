//! Atlassian Statuspage: `GET /api/v2/summary.json` (its API documentation, "Summary").

use super::{Live, State, Status, text};
use crate::{playbook::Playbook, source::Node};

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
}
