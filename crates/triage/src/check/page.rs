//! What the components of a status page and a playbook's names have to do with each other.

use super::{feed::is_about, findings::Findings};
use crate::{
    playbook::{ChannelId, Playbook},
    problem::{Code, Problem},
    source::Node,
    status::names::{Names, fold},
};

/// More names than that nobody reads in one sentence.
const MOST_NAMED: usize = 5;

/// Which components stand for nothing or for several channels, which channels several components stand for, and which
/// names of the playbook no component has.
pub(super) fn check_page(feed: &Node, playbook: &Playbook) -> Vec<Problem> {
    let mut findings = Findings::new(feed);
    let Some(list) = feed.entry("components") else {
        return Vec::new();
    };
    let known = Names::of(playbook);
    let (mut strangers, mut taken) = (Vec::new(), Vec::<(ChannelId, &str)>::new());
    for component in list.elements() {
        let node = component.entry("name").unwrap_or(component);
        let name = node.text();
        let called = known.called(name);
        if called.is_empty() && !strangers.contains(&name) && !is_about(playbook, name) {
            strangers.push(name);
        }
        if called.len() > 1 {
            let names = called.iter().map(|id| playbook.channel(*id).id.as_str());
            let names: Vec<&str> = names.collect();
            let cure = [
                "\"",
                name,
                "\" is the name of several channels: ",
                &named(&names),
                "; all of them close with it, so write in the playbook's \"status\", \"components\", which one it is, if it is only one",
            ];
            findings.remark(node, Code::Component, &cure);
        }
        for id in called {
            if let Some((_, other)) = taken.iter().find(|(known, _)| *known == id) {
                let cure = [
                    "\"",
                    &playbook.channel(id).id,
                    "\" is what \"",
                    other,
                    "\" stands for as well; the channel closes when all such components are out, so give those that aren't meant another name than the channel's",
                ];
                findings.remark(node, Code::Component, &cure);
            }
            taken.push((id, name));
        }
    }
    if !strangers.is_empty() {
        let channel = playbook.channels().first();
        let example = channel.map_or("", |channel| channel.id.as_str());
        let first = strangers.first().copied().unwrap_or_default();
        let cure = [
            "no channel and no \"about\" of the playbook is called ",
            &named(&strangers),
            ", so nothing closes when they are out and nobody's answers are about them; if one of them is a channel, say which in the playbook, such as \"status\": { \"components\": { \"",
            first,
            "\": \"",
            example,
            "\" } }",
        ];
        findings.remark(list, Code::Component, &cure);
    }
    let missing = missing(list, playbook);
    if !list.elements().is_empty() && !missing.is_empty() {
        let cure = [
            "the status page has no component for ",
            &named(&missing),
            ", of which the playbook's \"status\" speaks; write it as the page does",
        ];
        findings.remark(list, Code::Component, &cure);
    }
    findings.problems
}

/// The components of which the playbook speaks and the page doesn't. A file of one language has names that nobody wrote
/// there ([`crate::split`]).
fn missing<'p>(list: &Node, playbook: &'p Playbook) -> Vec<&'p str> {
    let components = list.elements().iter().filter_map(|it| it.entry("name"));
    let there: Vec<String> = components.map(|name| fold(name.text())).collect();
    let about = playbook
        .status_about()
        .iter()
        .map(|it| it.component.as_str());
    let about = about.filter(|name| !there.iter().any(|there| there.contains(&fold(name))));
    let chosen = playbook.status_components().iter();
    let chosen =
        chosen.filter(|(name, _)| playbook.translations.is_empty() && !there.contains(&fold(name)));
    about.chain(chosen.map(|(name, _)| name.as_str())).collect()
}

/// Some names in quotes, and how many more there are.
fn named(names: &[&str]) -> String {
    let quoted = names
        .iter()
        .take(MOST_NAMED)
        .map(|name| ["\"", name, "\""].concat());
    let quoted: Vec<String> = quoted.collect();
    let more = names.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    quoted.join(", ") + &more
}
