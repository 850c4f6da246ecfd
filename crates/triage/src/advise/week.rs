//! Who can be reached in the days ahead: hour by hour as a map, and the stretches in which nobody can.

use super::gaps::{is_attended, stretches};
use crate::{
    hours::{Date, Offsets},
    playbook::{ChannelId, Playbook},
    situation::{Availability, Situation},
};

/// The channels with somebody behind them who speaks a visitor's language.
///
/// Forms and other ways to leave a message day and night aren't among them: there is nobody at night.
#[must_use]
pub fn attended(playbook: &Playbook, locale: &str) -> Vec<ChannelId> {
    playbook
        .channel_ids()
        .filter(|id| {
            let channel = playbook.channel(*id);
            channel.speaks(locale) && is_attended(channel)
        })
        .collect()
}

/// How many of some channels are open, one row a day from a date on and one cell for each stretch of so many minutes, on a
/// visitor's clock. Who comes in the middle of a stretch must find somebody too, so a channel counts that is open for the
/// whole of it.
///
/// Clocks that change leave `None` for what they never show; of what they show twice, the first counts.
#[must_use]
pub fn open_by_day(
    playbook: &Playbook,
    channels: &[ChannelId],
    situation: &Situation,
    clock: &Offsets,
    days: (Date, i32),
    minutes: i32,
) -> Vec<Vec<Option<usize>>> {
    let (first, count) = days;
    let mut then = situation.clone();
    let mut cell = |day: Date, minute: i32| {
        let from = clock.to_utc(day, minute);
        if clock.local(from) != (day, minute * 60) {
            return None;
        }
        then.now = from;
        let to = from + i64::from(minutes) * 60;
        let is_open = |id: &&ChannelId| match then.availability(**id, playbook.channel(**id)) {
            Availability::Always => true,
            Availability::Open { until } => until.is_none_or(|until| to <= until),
            Availability::Closed { .. } | Availability::Down | Availability::Unknown => false,
        };
        Some(channels.iter().filter(is_open).count())
    };
    let starts = (0..24 * 60).step_by(usize::try_from(minutes.max(1)).unwrap_or(1));
    (0..count)
        .map(|day| first.plus_days(day))
        .map(|day| starts.clone().map(|minute| cell(day, minute)).collect())
        .collect()
}

/// The stretches between two instants in which none of some channels is open, in order, as pairs of UTC seconds. Channels
/// are taken to work: who knows that one is down leaves it out.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{Situation, attended, check, source::parse, unattended};
/// let text = include_str!("../../../../playbooks/outage.json");
/// let playbook = check(parse(text).unwrap()).playbook.unwrap();
/// let people = attended(&playbook, "en");
/// assert_eq!(unattended(&playbook, &people, &Situation::default(), (0, 900)), [], "a phone is there day and night");
/// assert_eq!(unattended(&playbook, &[], &Situation::default(), (0, 900)), [(0, 900)]);
/// # }
/// ```
#[must_use]
pub fn unattended(
    playbook: &Playbook,
    channels: &[ChannelId],
    situation: &Situation,
    (start, end): (i64, i64),
) -> Vec<(i64, i64)> {
    let mut open: Vec<(i64, i64)> = channels
        .iter()
        .flat_map(|id| stretches(playbook.channel(*id), situation, (start, end)))
        .collect();
    open.sort_unstable();
    let mut gaps = Vec::new();
    let mut reached = start;
    for (from, to) in open.into_iter().chain([(end, end)]) {
        let from = from.min(end);
        if reached < from {
            gaps.push((reached, from));
        }
        reached = reached.max(to);
    }
    gaps
}
