//! The situation: what the engine needs to know of the world, given as a value.

use crate::{
    hours::{Date, State, Zones},
    playbook::{Channel, ChannelId, Hours},
};

/// The instant, the time zones around it, and which channels are known to be down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Now, in UTC seconds since 1970-01-01.
    pub now: i64,
    /// The UTC offsets of the zones in which channels keep their hours. A zone that isn't there
    /// is one of which nothing is known: its channels are not claimed to be open.
    pub zones: Zones,
    /// Channels that can't be reached whatever their hours say.
    pub down: Vec<ChannelId>,
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

impl Situation {
    /// The date in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        const SECONDS_A_DAY: i64 = 24 * 60 * 60;
        Date::from_days(i32::try_from(self.now.div_euclid(SECONDS_A_DAY)).unwrap_or(i32::MAX))
    }

    /// Whether somebody is there now.
    #[must_use]
    pub fn availability(&self, id: ChannelId, channel: &Channel) -> Availability {
        if self.down.contains(&id) {
            return Availability::Down;
        }
        match &channel.hours {
            Hours::Always => Availability::Always,
            Hours::Weekly(weekly) => match self.zones.get(weekly.schedule.timezone()) {
                None => Availability::Unknown,
                Some(offsets) => match weekly.schedule.state(self.now, offsets) {
                    State::Open { until } => Availability::Open { until },
                    State::Closed { opens } => Availability::Closed { opens },
                },
            },
        }
    }
}
