//! A playbook as boxes and arrows, for whoever draws it.

use super::analyse;
use crate::playbook::{ChannelId, Playbook, QuestionId, RouteId};

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A question.
    Question(QuestionId),
    /// Where the first route is taken whose condition holds.
    Decision,
    /// A route.
    Route(RouteId),
    /// A channel.
    Channel(ChannelId),
}

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The question at its end is asked when its condition holds.
    Asked,
    /// Nothing more is asked.
    Then,
    /// The route at its end is tried at this place, counted from 1.
    Tried(usize),
    /// The channel at its end is preferred.
    First,
    /// The channel at its end is preferred as a second option.
    Second,
}

/// A playbook as boxes and arrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The boxes, each with whether no visitor comes there; those of a kind in their order.
    pub spots: Vec<(Spot, bool)>,
    /// The arrows, each from a box to another one.
    pub links: Vec<(Spot, Spot, Link)>,
}

/// Draws a playbook: questions one after the other; then the routes, in the order in which they are tried, each with its
/// preferred channels. Questions for the agent come after the result, and aren't in it.
///
/// ```
/// # #[cfg(feature = "text")] {
/// let text = include_str!("../../../../playbooks/outage.json");
/// let playbook = triage::check(triage::source::parse(text).unwrap()).playbook.unwrap();
/// let picture = triage::picture(&playbook);
/// assert!(picture.spots.iter().all(|(_, dead)| !dead));
/// # }
/// ```
#[must_use]
pub fn picture(playbook: &Playbook) -> Picture {
    let analysis = analyse(playbook);
    let dead = |missing: bool| missing && analysis.proven;
    let (mut spots, mut links) = (vec![(Spot::Decision, false)], Vec::new());
    let mut before = None;
    for (id, witness) in playbook.question_ids().zip(&analysis.questions) {
        if playbook.question(id).for_agent {
            continue;
        }
        let spot = Spot::Question(id);
        spots.push((spot, dead(witness.is_none())));
        links.extend(before.map(|before| (before, spot, Link::Asked)));
        before = Some(spot);
    }
    links.extend(before.map(|before| (before, Spot::Decision, Link::Then)));
    spots.extend(playbook.channel_ids().map(|id| (Spot::Channel(id), false)));
    for ((id, win), place) in playbook.route_ids().zip(&analysis.routes).zip(1..) {
        let (spot, route) = (Spot::Route(id), playbook.route(id));
        spots.push((spot, dead(win.is_none())));
        links.push((Spot::Decision, spot, Link::Tried(place)));
        for (channels, link) in [(&route.first, Link::First), (&route.second, Link::Second)] {
            let channel = channels.first();
            links.extend(channel.map(|channel| (spot, Spot::Channel(*channel), link)));
        }
    }
    Picture { spots, links }
}
