//! Our own feed, which support operations keep by hand or let a program write:
//!
//! ```json
//! { "version": 1, "updated_at": "2026-11-24T08:00:00Z", "expires_at": "2026-11-24T09:00:00Z",
//!   "channels": { "support_chat": { "state": "busy", "wait_seconds": 240, "until": "2026-11-24T08:30:00Z" } },
//!   "incidents": [{ "name": "Payments fail", "state": "incident", "since": "2026-11-24T07:05:00Z" }] }
//! ```

use super::{Live, State, Status, expiry, is_ours, present, text};
use crate::{
    hours::parse_moment,
    playbook::Playbook,
    source::{Node, Value},
};

/// A wait of more than a week is a mistake.
const MOST_SECONDS: i64 = 7 * 24 * 60 * 60;

pub(super) fn read(feed: &Node, playbook: &Playbook, now: i64, status: &mut Status) {
    let Some(expires_at) = expiry(feed, now) else {
        return;
    };
    let Some(channels) = feed.entry("channels").filter(|_| is_ours(feed)) else {
        return;
    };
    for (name, node) in channels.entries() {
        let state = match text(node, "state") {
            "open" => State::AsUsual,
            "busy" => State::Busy,
            "closed" => State::Closed,
            "down" => State::Down,
            _ => continue,
        };
        let until = present(node, "until").map(|node| parse_moment(node.text()));
        if until == Some(None) {
            continue;
        }
        let live = Live {
            state,
            wait_minutes: wait(node),
            until: until.flatten(),
            expires_at,
        };
        status.set(playbook, name, live);
    }
}

/// A range from a number of seconds: half as long again, as measured waits are those of people who have
/// been answered already.
fn wait(node: &Node) -> Option<(u32, u32)> {
    let Value::Whole(seconds @ 0..=MOST_SECONDS) = node.entry("wait_seconds")?.value else {
        return None;
    };
    let minutes = |seconds: i64| u32::try_from(seconds / 60).ok();
    Some((minutes(seconds)?, minutes(seconds * 3 / 2 + 59)?))
}
