//! Times at which a visitor can reach nobody: a sweep over the opening hours of the year ahead.
//!
//! *Somebody is there* when a channel that keeps hours is open, or when a phone or a chat never closes. A form that
//! never closes takes a message, but there is nobody behind it at night.

use super::week::{attended, unattended};
use crate::{
    hours::Date,
    playbook::{Channel, Hours, Kind, Playbook},
    situation::Situation,
};

/// How far ahead is looked, in days: a year, and the days around a holiday that moves.
const DAYS: i64 = 371;

const DAY: i64 = 24 * 60 * 60;

/// Shorter gaps aren't worth a warning. An ordinary weekend from Friday evening to Monday morning is some 63 hours and
/// known to everybody; what is longer is a holiday for which nobody thought of cover. Three days are also what civil
/// protection asks households to get through on their own, so nobody in a crisis should have to wait longer.
const WORTH_A_WARNING: i64 = 3 * DAY;

/// A stretch during which nobody can be reached. Instants are UTC seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its first instant; never before the situation's.
    pub from: i64,
    /// The first instant at which somebody is there again, or the end of the sweep.
    pub to: i64,
    /// Which channels were taken to work.
    pub case: Case,
}

/// Which channels are taken to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// All of them, as their hours say.
    AsPlanned,
    /// All but phones and chats, as in a storm that takes the lines down or fills them.
    LiveDown,
}

impl Gap {
    /// How long it lasts, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.to - self.from
    }

    /// Whether it is longer than an ordinary weekend, so that it should be looked at.
    #[must_use]
    pub const fn is_long(self) -> bool {
        self.seconds() > WORTH_A_WARNING
    }

    /// Whether there is nobody in the whole of the sweep.
    #[must_use]
    pub const fn is_everything(self) -> bool {
        self.seconds() >= DAYS * DAY
    }
}

/// Whether somebody is there when the channel is open: it keeps hours, or is a phone or a chat.
#[must_use]
pub const fn is_attended(channel: &Channel) -> bool {
    !channel.is_always() || is_live(channel)
}

const fn is_live(channel: &Channel) -> bool {
    matches!(channel.kind(), Kind::Phone | Kind::Chat)
}

/// The stretches of the 371 days after `situation.now` in which a visitor in a locale can reach nobody but channels that
/// take a message: first as the hours say, in order, then with phones and chats down.
///
/// Channels that are down now count as planned; nobody stays down for a year. A channel of whose zone the situation
/// knows nothing counts as closed.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{Case, Situation, check, gaps, source::parse};
/// let text = include_str!("../../../../playbooks/outage.json");
/// let playbook = check(parse(text).unwrap()).playbook.unwrap();
/// let gaps = gaps(&playbook, "en", &Situation::default());
/// assert!(gaps.iter().all(|gap| gap.case == Case::LiveDown), "a phone is there day and night");
/// # }
/// ```
#[must_use]
pub fn gaps(playbook: &Playbook, locale: &str, situation: &Situation) -> Vec<Gap> {
    let mut gaps = sweep(playbook, locale, situation, Case::AsPlanned);
    gaps.extend(sweep(playbook, locale, situation, Case::LiveDown));
    gaps
}

/// The gaps of one case, in order.
pub(super) fn sweep(
    playbook: &Playbook,
    locale: &str,
    situation: &Situation,
    case: Case,
) -> Vec<Gap> {
    let year = (situation.now, situation.now + DAYS * DAY);
    let mut works = attended(playbook, locale);
    works.retain(|id| case == Case::AsPlanned || !is_live(playbook.channel(*id)));
    let gaps = unattended(playbook, &works, situation, year).into_iter();
    gaps.map(|(from, to)| Gap { from, to, case }).collect()
}

/// When a channel is open between two instants and a little beyond, in any order.
pub(super) fn stretches(
    channel: &Channel,
    situation: &Situation,
    (start, end): (i64, i64),
) -> Vec<(i64, i64)> {
    let Hours::Weekly(weekly) = &channel.hours else {
        return vec![(i64::MIN, i64::MAX)];
    };
    let Some(offsets) = situation.zones.get(weekly.schedule.timezone()) else {
        return Vec::new();
    };
    let day = |instant| offsets.local(instant).0.days();
    // A span of the day before yesterday can't be open any more: it lasts to the end of the next day at most.
    (day(start) - 2..=day(end).saturating_add(1))
        .flat_map(|day| weekly.schedule.spans_on(Date::from_days(day), offsets))
        .collect()
}
