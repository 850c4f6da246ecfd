//! The guide for the support team: what each channel is for, and whom the playbook sends there.

use triage::{ChannelId, Playbook, Route, Target};

use crate::{Names, Voice, Week};

/// A playbook, as those have to know it who answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Whose it is.
    pub company: String,
    /// The channels, in the order of the file.
    pub channels: Vec<Row>,
    /// Who is sent where, in the order in which that is decided: the first that holds.
    pub sent: Vec<Sent>,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The id in the file.
    pub id: String,
    /// What its button says.
    pub name: String,
    /// Number, address or link.
    pub reach: String,
    /// What it is best for.
    pub about: Option<String>,
    /// Its hours in words.
    pub hours: String,
    /// How long people wait.
    pub wait: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// The languages in which it answers, as one phrase.
    pub languages: String,
    /// Numbers of those that are sent here first, from 1.
    pub first_for: Vec<usize>,
    /// Numbers of those for whom it is the second option.
    pub second_for: Vec<usize>,
}

/// Visitors who are sent to the same channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Who they are, in words.
    pub who: String,
    /// The channels that are tried for the best option.
    pub first: Vec<String>,
    /// Those for the second one.
    pub second: Vec<String>,
    /// Whether life may be in danger.
    pub emergency: bool,
}

/// The guide of a playbook, in one of its languages. `who` says in words for whom a route is.
#[must_use]
pub fn guide(
    playbook: &Playbook,
    voice: &Voice<'_>,
    names: &dyn Names,
    who: &dyn Fn(&Route) -> String,
) -> Guide {
    let name = |id: &ChannelId| voice.said(&playbook.channel(*id).name);
    let sent = playbook.routes().iter().map(|route| Sent {
        who: who(route),
        first: route.first.iter().map(name).collect(),
        second: route.second.iter().map(name).collect(),
        emergency: route.emergency,
    });
    Guide {
        company: voice.words(playbook.name()).text.to_owned(),
        channels: playbook
            .channel_ids()
            .map(|id| row(playbook, id, voice, names))
            .collect(),
        sent: sent.collect(),
    }
}

fn row(playbook: &Playbook, id: ChannelId, voice: &Voice<'_>, names: &dyn Names) -> Row {
    let channel = playbook.channel(id);
    let say = |text| voice.said(text);
    let routes = playbook.routes().iter().enumerate();
    let those = |listed: fn(&Route) -> &[ChannelId]| -> Vec<usize> {
        let routes = routes.clone();
        let those = routes.filter(|(_, route)| listed(route).contains(&id));
        those.map(|(place, _)| place + 1).collect()
    };
    let languages: Vec<String> = channel
        .languages
        .iter()
        .map(|tag| names.language(voice.locale(), tag))
        .collect();
    Row {
        id: channel.id.clone(),
        name: say(&channel.name),
        reach: match &channel.target {
            Target::Chat(to) | Target::Portal(to) | Target::Social(to) | Target::Form(to) => {
                to.clone()
            }
            target => target.shown().unwrap_or_default().to_owned(),
        },
        about: channel.about.as_ref().map(say),
        hours: Week::line(&channel.hours, voice, names),
        wait: channel.wait_minutes.map(|wait| voice.wait(wait, names)),
        cost: channel.cost.as_ref().map(say),
        languages: names.list(voice.locale(), &languages),
        first_for: those(|route| &route.first),
        second_for: those(|route| &route.second),
    }
}
