//! The situation: what the engine needs to know of the world, given as a value.

use crate::{
    hours::{Date, HORIZON_DAYS, State, Zones},
    playbook::{Channel, ChannelId, Hours},
    status::{self, Status},
};

/// The instant, the time zones around it, and which channels are known to be down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Now, in UTC seconds since 1970-01-01.
    pub now: i64,
    /// The UTC offsets of the zones in which channels keep their hours. A zone that isn't there
    /// is one of which nothing is known: its channels are not claimed to be open.
    pub zones: Zones,
    /// The visitor's own time zone, by the name that the playbook has for it; empty when it has none, or when
    /// nobody knows. It is where a device was set up, so it may suggest a place, and never rules one out.
    pub here: String,
    /// Channels that can't be reached whatever their hours say, because somebody has tried.
    pub down: Vec<ChannelId>,
    /// What a live feed says.
    pub status: Status,
}

/// Whether somebody is there now. Moments are UTC seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Day and night.
    Always,
    /// Open now.
    Open {
        /// When it closes; `None` if not within five weeks.
        until: Option<i64>,
    },
    /// Closed now.
    Closed {
        /// When it opens; `None` if not within five weeks.
        opens: Option<i64>,
    },
    /// Out of order.
    Down,
    /// Nothing is known of the channel's time zone, so nothing is claimed.
    Unknown,
}

impl Availability {
    /// Whether somebody can be reached right now.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Always | Self::Open { .. })
    }
}

const SECONDS_A_DAY: i64 = 24 * 60 * 60;

impl Situation {
    /// The date in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        Date::from_days(i32::try_from(self.now.div_euclid(SECONDS_A_DAY)).unwrap_or(i32::MAX))
    }

    /// Whether somebody is there now.
    #[must_use]
    pub fn availability(&self, id: ChannelId, channel: &Channel) -> Availability {
        let live = self.status.of(id, self.now);
        if live.state == status::State::Down || self.down.contains(&id) {
            return Availability::Down;
        }
        if live.state != status::State::Closed {
            return self.by_hours(channel, self.now);
        }
        // Also when the hours have it closed: they may have it open before the feed does.
        let opens = live.until.and_then(|until| self.opens_from(channel, until));
        Availability::Closed { opens }
    }

    /// The first instant from one on at which the hours have a channel open; `None` if not within five weeks,
    /// for which alone the offsets of its zone are known.
    fn opens_from(&self, channel: &Channel, from: i64) -> Option<i64> {
        let horizon = self.now.saturating_add(HORIZON_DAYS * SECONDS_A_DAY);
        if from > horizon {
            return None;
        }
        let opens = match self.by_hours(channel, from) {
            Availability::Always | Availability::Open { .. } => Some(from),
            Availability::Closed { opens } => opens,
            Availability::Down | Availability::Unknown => None,
        };
        opens.filter(|opens| *opens <= horizon)
    }

    /// Minutes until somebody answers at a channel: the feed's, else the playbook's.
    #[must_use]
    pub fn wait_minutes(&self, id: ChannelId, channel: &Channel) -> Option<(u32, u32)> {
        let live = self.status.of(id, self.now);
        // In a crowd that nobody has measured, the usual wait would be a false promise.
        let usual = channel
            .wait_minutes
            .filter(|_| live.state != status::State::Busy);
        live.wait_minutes.or(usual)
    }

    fn by_hours(&self, channel: &Channel, at: i64) -> Availability {
        match &channel.hours {
            Hours::Always => Availability::Always,
            Hours::Weekly(weekly) => match self.zones.get(weekly.schedule.timezone()) {
                None => Availability::Unknown,
                Some(offsets) => match weekly.schedule.state(at, offsets) {
                    State::Open { until } => Availability::Open { until },
                    State::Closed { opens } => Availability::Closed { opens },
                },
            },
        }
    }
}
