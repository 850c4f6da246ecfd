//! What holds of a choice among channels, whatever a feed says of them: on the ready playbooks, at any hour.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{playbooks, situation};
use jiff::Timestamp;
use proptest::{collection::vec, prelude::*, sample::Index};
use triage::{
    Availability, ChannelId, Decision, Playbook, RouteId, Situation, decide,
    status::{Live, State},
};

/// A visitor who has been led to a route.
#[derive(Debug)]
struct Led {
    playbook: Rc<Playbook>,
    situation: Situation,
    route: RouteId,
    locale: String,
}

impl Led {
    fn decision(&self) -> Decision {
        decide(&self.playbook, self.route, &self.locale, &self.situation)
    }

    fn availability(&self, id: ChannelId) -> Availability {
        self.situation.availability(id, self.playbook.channel(id))
    }

    fn is_open(&self, id: ChannelId) -> bool {
        self.availability(id).is_open()
    }

    /// Whether somebody is there, or will be within two hours: what a second option must be.
    fn is_worth_offering(&self, id: ChannelId) -> bool {
        match self.availability(id) {
            Availability::Closed { opens: Some(opens) } => {
                opens - self.situation.now <= 2 * 60 * 60
            }
            other => other.is_open(),
        }
    }

    fn speaks(&self, id: ChannelId) -> bool {
        self.playbook.channel(id).speaks(&self.locale)
    }

    /// How good the best option is: closed is worst, a language that the visitor doesn't speak is next, and what the route
    /// names first is best.
    fn rank(&self, best: ChannelId) -> usize {
        let first = &self.playbook.route(self.route).first;
        let place = first.iter().position(|id| *id == best);
        match (self.is_open(best), self.speaks(best)) {
            (true, true) => place.unwrap_or(first.len()),
            (true, false) => first.len() + 1,
            (false, _) => usize::MAX,
        }
    }
}

fn live(state: u8, until: Option<i64>) -> Option<Live> {
    let state = [
        None,
        None,
        Some(State::Busy),
        Some(State::Closed),
        Some(State::Down),
    ][usize::from(state % 5)];
    state.map(|state| Live {
        state,
        until,
        ..Live::default()
    })
}

fn led() -> impl Strategy<Value = Led> {
    // From November 2026 to December 2027, the time for which the playbooks have holidays.
    let now = 1_795_000_000_i64..1_829_000_000;
    let feed = vec((any::<u8>(), prop::option::of(1..3_000_000_i64)), 20);
    let picks = (any::<Index>(), any::<Index>(), any::<Index>());
    (now, feed, picks).prop_map(|(now, feed, (which, route, locale))| {
        let playbook = which.get(&playbooks()).clone();
        let mut situation = situation(&playbook, Timestamp::from_second(now).expect("a moment"));
        let said = playbook
            .channel_ids()
            .zip(feed)
            .filter_map(|(id, (state, after))| {
                Some((id, live(state, after.map(|after| now + after))?))
            });
        situation.status.channels = said.collect();
        Led {
            route: playbook
                .route_ids()
                .nth(route.index(playbook.routes().len()))
                .expect("a route"),
            locale: locale.get(playbook.locales()).clone(),
            situation,
            playbook,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn two_ways_are_offered_that_differ_and_both_can_be_used_while_two_can(led in led()) {
        let Decision { best, second, .. } = led.decision();
        prop_assert_ne!(best, second);
        let usable = |id: &ChannelId| led.is_open(*id) && led.speaks(*id);
        let count = led.playbook.channel_ids().filter(usable).count();
        prop_assert!(count < 1 || usable(&best));
        prop_assert!(count < 2 || led.speaks(second) && led.is_worth_offering(second));
    }

    #[test]
    fn one_more_open_channel_never_makes_the_choice_worse(led in led(), which in any::<Index>()) {
        prop_assume!(!led.situation.status.channels.is_empty());
        let before = led.decision();
        let mut situation = led.situation.clone();
        situation.status.channels.remove(which.index(led.situation.status.channels.len()));
        let more = Led { playbook: led.playbook.clone(), locale: led.locale.clone(), situation, route: led.route };
        let after = more.decision();
        prop_assert!(more.rank(after.best) <= led.rank(before.best), "{:?} became {:?}", before, after);
        // Where nobody was there at all, the best option gains and the second one may be another.
        let had_two = led.is_open(before.best) && led.is_worth_offering(before.second);
        prop_assert!(!had_two || more.is_worth_offering(after.second), "{:?} became {:?}", before, after);
    }

    #[test]
    fn a_channel_that_the_route_does_not_name_never_matters_while_those_that_never_close_are_up(
        mut led in led(), state in 0..5_u8,
    ) {
        led.situation.status.channels.retain(|(id, _)| !led.playbook.channel(*id).is_always());
        let route = led.playbook.route(led.route);
        let before = led.decision();
        for id in led.playbook.channel_ids().filter(|id| !led.playbook.channel(*id).is_always()) {
            if route.first.contains(&id) || route.second.contains(&id) {
                continue;
            }
            let mut situation = led.situation.clone();
            situation.status.channels.retain(|(known, _)| *known != id);
            situation.status.channels.extend(live(state, None).map(|live| (id, live)));
            let changed = Led { playbook: led.playbook.clone(), locale: led.locale.clone(), situation, route: led.route };
            prop_assert_eq!(changed.decision(), before.clone());
        }
    }

    #[test]
    fn a_channel_that_is_said_to_open_is_open_then_and_not_before(led in led(), part in 0..100_i64) {
        for id in led.playbook.channel_ids() {
            let Availability::Closed { opens: Some(opens) } = led.availability(id) else { continue };
            let now = led.situation.now;
            prop_assert!(opens > now);
            let is_open = |now| Situation { now, ..led.situation.clone() }.availability(id, led.playbook.channel(id)).is_open();
            prop_assert!(is_open(opens));
            prop_assert!(!is_open(opens - 1) && !is_open(now + (opens - 1 - now) * part / 100));
        }
    }
}
