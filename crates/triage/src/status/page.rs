//! Status pages: which channels their components have out of order. The summaries of Atlassian Statuspage
//! (`GET /api/v2/summary.json`, its API documentation, "Summary") and of what speaks like it, and the components of
//! Instatus (`GET /v3/components.json`). On pages `loader/feed.js` does the same, so that nobody downloads it whose page
//! has no feed; here it is done for those who rehearse and check.

use std::collections::BTreeMap;

use super::{Live, State, Status, names::Names, short, text};
use crate::{
    playbook::{ChannelId, Playbook},
    source::Node,
};

pub(super) fn read(feed: &Node, playbook: &Playbook) -> Status {
    let known = Names::of(playbook);
    let components = feed.entry("components").map_or(&[][..], Node::elements);
    let states: Vec<State> = components.iter().map(state).collect();
    let mut groups = BTreeMap::new();
    // A page calls a group out when a part of it is.
    for (component, state) in components.iter().zip(&states) {
        let group = group(component);
        if !group.is_empty() {
            join(&mut groups, group, *state);
        }
    }
    let mut channels: BTreeMap<ChannelId, State> = BTreeMap::new();
    for (component, state) in components.iter().zip(&states) {
        let state = groups.get(&short(text(component, "id"))).unwrap_or(state);
        for channel in known.called(&short(text(component, "name"))) {
            join(&mut channels, channel, *state);
        }
    }
    let out = channels
        .into_iter()
        .filter(|(_, state)| *state != State::AsUsual);
    let live = |state| Live {
        state,
        ..Live::default()
    };
    Status {
        channels: out.map(|(id, state)| (id, live(state))).collect(),
    }
}

/// What works in part still reaches somebody.
fn state(component: &Node) -> State {
    match super::word(component).as_str() {
        "majoroutage" | "fulloutage" => State::Down,
        "undermaintenance" => State::Closed,
        _ => State::AsUsual,
    }
}

/// The id of the component of which this one is a part; empty where it is none.
fn group(component: &Node) -> String {
    let of = component.entry("group_id").filter(|id| !id.is_null());
    let of = of.or_else(|| component.entry("group")?.entry("id"));
    short(of.map_or("", Node::text))
}

/// Of several that stand for one thing, all have to be out.
fn join<K: Ord>(states: &mut BTreeMap<K, State>, key: K, state: State) {
    let joined = states.entry(key).or_insert(state);
    if *joined != state {
        let is_out = *joined != State::AsUsual && state != State::AsUsual;
        *joined = if is_out {
            State::Closed
        } else {
            State::AsUsual
        };
    }
}
