//! Live status: what a feed says about channels and incidents right now, as a value. Fetching is the
//! host's; here texts that it has parsed are read.
//!
//! A feed is believed only as far as it is harmless to: it may close a channel or change its wait, and
//! never open one outside of its hours. What is expired, of another shape, or about channels that
//! nobody wrote down is passed over, so that the worst feed leaves the hours alone.

mod feed;
mod incident;
mod statuspage;

pub use incident::{Incident, Incidents, incidents};

use crate::{
    hours::parse_moment,
    playbook::{ChannelId, Playbook},
    source::Node,
};

/// What is known beyond the hours. Without a feed: nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Channels of which something is known, each once.
    pub channels: Vec<(ChannelId, Live)>,
}

/// What is known of one channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Whether it takes anybody.
    pub state: State,
    /// Minutes until somebody answers, from and to; in place of what the playbook says.
    pub wait_minutes: Option<(u32, u32)>,
    /// When its state ends, where that is told (UTC seconds).
    pub until: Option<i64>,
    /// When what is known expires, which promises nothing for the time after it (UTC seconds).
    pub expires_at: Option<i64>,
}

/// Whether a channel takes anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// As its hours say.
    #[default]
    AsUsual,
    /// As its hours say, but crowded. That changes the wait, not whether somebody answers.
    Busy,
    /// Nobody answers now, although the hours say so.
    Closed,
    /// It doesn't work.
    Down,
}

/// Reads what a feed says: our own, a Statuspage or an Instatus summary, whichever it is. (An Instatus summary names no
/// components, so it says nothing of channels.) Anything else gives a status in which nothing is known.
///
/// Components of a status page stand for channels when they are called like a channel's id.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{check, source::parse, status};
/// let playbook = include_str!("../../../../playbooks/outage.json");
/// let playbook = check(parse(playbook).unwrap()).playbook.unwrap();
/// let feed = parse(r#"{ "version": 1, "channels": { "support_chat": { "state": "down" } } }"#).unwrap();
/// let status = status::read(&feed, &playbook, 1_795_307_400);
/// assert_eq!(status.channels.len(), 1);
/// assert_eq!(status.channels[0].1.state, status::State::Down);
/// # }
/// ```
#[must_use]
pub fn read(feed: &Node, playbook: &Playbook, now: i64) -> Status {
    let mut status = Status::default();
    if feed.entry("components").is_some() {
        statuspage::read(feed, playbook, &mut status);
    } else {
        feed::read(feed, playbook, now, &mut status);
    }
    status
}

impl Status {
    /// What is known of a channel at an instant.
    pub(crate) fn of(&self, channel: ChannelId, now: i64) -> Live {
        let known = self.channels.iter().find(|(id, _)| *id == channel);
        let is_ahead = |moment: Option<i64>| moment.is_none_or(|moment| now < moment);
        known
            .map(|(_, live)| *live)
            .filter(|live| is_ahead(live.until) && is_ahead(live.expires_at))
            .unwrap_or_default()
    }

    fn set(&mut self, playbook: &Playbook, name: &str, live: Live) {
        let called = |id: &ChannelId| playbook.channel(*id).id == name;
        if let Some(id) = playbook.channel_ids().find(called)
            && self.channels.iter().all(|(known, _)| *known != id)
        {
            self.channels.push((id, live));
        }
    }
}

/// When a feed of our own expires, if it does; `None` when it has expired, or nobody knows when it does.
fn expiry(feed: &Node, now: i64) -> Option<Option<i64>> {
    match feed.entry("expires_at") {
        None => Some(None),
        Some(node) => parse_moment(node.text())
            .filter(|moment| now < *moment)
            .map(Some),
    }
}

/// A string field, empty when it isn't one.
fn text<'n>(node: &'n Node, name: &str) -> &'n str {
    node.entry(name).map_or("", Node::text)
}
