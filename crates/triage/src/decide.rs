//! The decision: the best option, a second one, and why others were passed over.

use crate::{
    playbook::{Channel, ChannelId, Playbook, Route, RouteId},
    situation::{Availability, Situation},
};

/// Two ways to reach somebody, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rule that was followed.
    pub route: RouteId,
    /// Whom to contact first.
    pub best: ChannelId,
    /// Another channel, of another kind where possible.
    pub second: ChannelId,
    /// Channels that the route would have preferred to the best option.
    pub passed_over: Vec<PassedOver>,
}

/// A channel that would have been preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Which one.
    pub channel: ChannelId,
    /// Why not.
    pub reason: Reason,
}

/// Why a channel was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It can't do what the route needs.
    CanNot,
    /// Nobody there speaks the visitor's language.
    Language,
    /// It is out of order.
    Down,
    /// It is closed, until then (UTC seconds) if that is known.
    Closed(Option<i64>),
    /// Nothing is known of its time zone, or the clock may be wrong.
    Unknown,
}

/// A channel that opens within this many seconds is worth waiting for, as a second option.
const OPENS_SOON: i64 = 2 * 60 * 60;

/// Finds the best and the second option for a visitor on a route.
///
/// Both exist at any hour, because a playbook has for every locale two channels of different
/// kinds that never close. When a feed reports those down as well, they are still named: a
/// contact that may fail is better than none.
#[must_use]
pub fn decide(
    playbook: &Playbook,
    route: RouteId,
    locale: &str,
    situation: &Situation,
) -> Decision {
    let choice = Choice {
        playbook,
        locale,
        situation,
    };
    let rule = playbook.route(route);
    let mut passed_over = Vec::new();
    let mut best = None;
    for &id in &rule.first {
        match choice.reason_against(id, rule) {
            None => {
                best = Some(id);
                break;
            }
            Some(reason) => passed_over.push(PassedOver {
                channel: id,
                reason,
            }),
        }
    }
    let best = best.unwrap_or_else(|| choice.always(rule, None));
    passed_over.retain(|passed| passed.channel != best);
    Decision {
        route,
        best,
        second: choice.second(rule, best),
        passed_over,
    }
}

/// What a choice among channels depends on.
struct Choice<'a> {
    playbook: &'a Playbook,
    locale: &'a str,
    situation: &'a Situation,
}

impl Choice<'_> {
    fn channel(&self, id: ChannelId) -> &Channel {
        self.playbook.channel(id)
    }

    fn availability(&self, id: ChannelId) -> Availability {
        self.situation.availability(id, self.channel(id))
    }

    fn reason_against(&self, id: ChannelId, rule: &Route) -> Option<Reason> {
        let channel = self.channel(id);
        if !rule.needs.iter().all(|need| channel.can.contains(need)) {
            return Some(Reason::CanNot);
        }
        if !channel.speaks(self.locale) {
            return Some(Reason::Language);
        }
        match self.availability(id) {
            Availability::Always | Availability::Open { .. } => None,
            Availability::Down => Some(Reason::Down),
            Availability::Closed { opens } => Some(Reason::Closed(opens)),
            Availability::Unknown => Some(Reason::Unknown),
        }
    }

    /// What is left when no listed channel will do: an `always` channel that is up and speaks the
    /// visitor's language. Only when a feed has reported all of those down, another one.
    fn always(&self, rule: &Route, best: Option<ChannelId>) -> ChannelId {
        let other_kind =
            |id| best.is_none_or(|best| self.channel(best).kind() != self.channel(id).kind());
        // What matters most comes first; the earlier one in the route, then in the file, wins a tie.
        let lacks = |id: &ChannelId| {
            let channel = self.channel(*id);
            let open = self.availability(*id).is_open();
            let speaks = channel.speaks(self.locale);
            let can = rule.needs.iter().all(|need| channel.can.contains(need));
            [
                usize::from(!(channel.is_always() && open && speaks)),
                usize::from(!(open && speaks)),
                usize::from(!open),
                usize::from(!other_kind(*id)),
                usize::from(!can),
                place(&rule.second, *id).min(place(&rule.first, *id)),
            ]
        };
        self.playbook
            .channel_ids()
            .filter(|id| Some(*id) != best)
            .min_by_key(lacks)
            .unwrap_or(ChannelId(0))
    }

    fn second(&self, rule: &Route, best: ChannelId) -> ChannelId {
        let usable = |id: &&ChannelId| **id != best && self.channel(**id).speaks(self.locale);
        let other_kind = |id: &&ChannelId| self.channel(**id).kind() != self.channel(best).kind();
        let open = |id: &&ChannelId| self.availability(**id).is_open();
        let soon = |id: &&ChannelId| match self.availability(**id) {
            Availability::Closed { opens: Some(at) } => at - self.situation.now <= OPENS_SOON,
            _ => false,
        };
        let listed = || rule.second.iter().filter(usable);
        listed()
            .filter(open)
            .find(other_kind)
            .or_else(|| listed().find(open))
            .or_else(|| listed().filter(soon).find(other_kind))
            .copied()
            .unwrap_or_else(|| self.always(rule, Some(best)))
    }
}

/// Where a channel stands in a list; behind everything when it isn't there.
fn place(list: &[ChannelId], id: ChannelId) -> usize {
    list.iter()
        .position(|listed| *listed == id)
        .unwrap_or(usize::MAX)
}
