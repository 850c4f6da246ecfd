//! What can be said of a playbook only as a whole.

use super::reader::{Reader, string, strings};
use crate::{playbook::Channel, problem::Code, source::Node};

impl Reader<'_> {
    /// Checks that there are, for every locale, two `always` channels of different kinds that speak
    /// it. This is what lets the engine promise two options at any hour.
    pub fn guarantee_two_ways(&mut self) {
        let Some(node) = self.file.entry("channels") else {
            return;
        };
        let mut lacking: Vec<&str> = self.locales.iter().map(String::as_str).collect();
        lacking.retain(|locale| !has_two_kinds(&self.channels, locale));
        if lacking.is_empty() {
            return;
        }
        note!(
            self.findings.report(node, Code::NoWayOut),
            "add channels with \"always\": true: visitors in \"",
            &lacking.join("\", \""),
            "\" need two of different kinds, such as a form and an e-mail address",
        );
    }

    /// Notes what is written down and never named: it may be a slip, or left over.
    pub fn remark_unused(&mut self) {
        for (table, namers, fields, cure) in [
            (
                "hours",
                "channels",
                ["hours"].as_slice(),
                "no channel keeps these hours; remove them, or name them in a channel",
            ),
            (
                "holidays",
                "hours",
                &["closed_on"],
                "no opening hours are closed on these days; remove the list, or name it in \"closed_on\"",
            ),
            (
                "channels",
                "routes",
                &["first", "second"],
                "no route names this channel; visitors find it in the contact list only",
            ),
        ] {
            let mut named = Vec::new();
            let Some(namers) = self.file.entry(namers) else {
                continue;
            };
            // Whatever was left out as broken may have named everything.
            let mut written = namers.entries().iter().map(|(_, namer)| namer);
            if written.any(Node::is_null) {
                continue;
            }
            let in_table = namers.entries().iter().map(|(_, namer)| namer);
            for namer in namers.elements().iter().chain(in_table) {
                for field in fields {
                    named.push(string(namer, field).to_owned());
                    named.extend(strings(namer, field));
                }
            }
            for (name, node) in self.entries(table) {
                if !named.iter().any(|known| known == name) {
                    self.findings.remark(node, Code::Unused, &[cure]);
                }
            }
        }
    }
}

fn has_two_kinds(channels: &[Channel], locale: &str) -> bool {
    let mut kinds = channels
        .iter()
        .filter(|channel| channel.is_always() && channel.speaks(locale))
        .map(Channel::kind);
    kinds
        .next()
        .is_some_and(|first| kinds.any(|other| other != first))
}
