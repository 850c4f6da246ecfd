//! Live status: what a feed says about channels and incidents right now, as a value. Fetching is the
//! host's; here texts that it has parsed are read.
//!
//! A feed is believed only as far as it is harmless to: it may close a channel or change its wait, and
//! never open one outside of its hours. What is expired, of another shape, or about channels that
//! nobody wrote down is passed over, so that the worst feed leaves the hours alone.

mod feed;
mod incident;
#[cfg(feature = "advice")]
pub(crate) mod names;
#[cfg(feature = "advice")]
mod page;

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

/// Reads what a feed says of channels: our own, or with the feature `advice` a status page's too (without it, `loader/feed.js`
/// has made our own of it). Anything else gives a status in which nothing is known.
///
/// Components of a status page stand for the channels that go by their name: by their id, by their name in any language of
/// the playbook, or as the playbook's `status` has it in `components`; capitals, accents, widths and signs don't matter.
/// Where several stand for a channel, or are parts of the one that does, all of them have to be out.
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
    #[cfg(feature = "advice")]
    if !is_ours(feed) {
        return page::read(feed, playbook);
    }
    let mut status = Status::default();
    feed::read(feed, playbook, now, &mut status);
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

/// A feed of our own that doesn't say when it expires holds for so long after it was written, in seconds: whoever keeps it
/// in a storm touches it once a day.
const HOLDS: i64 = 24 * 60 * 60;

fn is_ours(feed: &Node) -> bool {
    feed.entry("version").map(Node::whole) == Some(1)
}

/// When a feed of our own expires, if it does; `None` when it has expired, or nobody knows when it does.
fn expiry(feed: &Node, now: i64) -> Option<Option<i64>> {
    let ends = match present(feed, "expires_at") {
        Some(node) => Some(parse_moment(node.text())?),
        None => parse_moment(text(feed, "updated_at")).map(|written| written + HOLDS),
    };
    ends.is_none_or(|ends| now < ends).then_some(ends)
}

/// A field that is there; programs write `null` for what they don't know.
fn present<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    node.entry(name).filter(|node| !node.is_null())
}

/// A string field, empty when it isn't one.
fn text<'n>(node: &'n Node, name: &str) -> &'n str {
    node.entry(name).map_or("", Node::text)
}

/// A name that can be shown: on one line, and no longer than a headline.
fn short(name: &str) -> String {
    const MOST_CHARACTERS: usize = 200;
    let shown = name.chars().filter(|character| !character.is_control());
    shown.take(MOST_CHARACTERS).collect()
}

/// The state of something on a status page, in small letters alone: makers write `major_outage` and `MAJOROUTAGE`.
fn word(node: &Node) -> String {
    let state = short(text(node, "status")).to_lowercase();
    state.chars().filter(char::is_ascii_lowercase).collect()
}
