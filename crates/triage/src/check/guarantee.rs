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
        #[cfg(feature = "advice")]
        {
            let lacking: Vec<String> = lacking.into_iter().map(str::to_owned).collect();
            self.report_lacking(node, &lacking);
        }
        #[cfg(not(feature = "advice"))]
        self.findings.report(node, Code::NoWayOut, &[]);
    }

    /// Notes what is written down and never named: it may be a slip, or left over.
    pub fn remark_unused(&mut self) {
        for (table, namers, fields, [told, cure]) in [
            (
                "hours",
                "channels",
                ["hours"].as_slice(),
                [
                    "no channel keeps these hours; name them in a channel, such as \"hours\": \"",
                    "\", or remove them",
                ],
            ),
            (
                "holidays",
                "hours",
                &["closed_on"],
                [
                    "no opening hours name this list, so that nothing is closed on its days; name it in theirs, such as \"closed_on\": [\"",
                    "\"], or remove it",
                ],
            ),
            (
                "channels",
                "routes",
                &["first", "second"],
                [
                    "no route names this channel; visitors find it in the contact list only, unless you add \"",
                    "\" to the \"first\" or \"second\" of a route",
                ],
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
            // Broken ones too: whoever mends them should hear at once that they are of no use yet. But a name that is
            // nowhere was perhaps meant for any of them, and has been noted.
            let written = self.file.entry(table).map_or(&[][..], Node::entries);
            let is_written = |name: &String| written.iter().any(|(known, _)| known == name);
            named.retain(|name| !name.is_empty());
            if !named.iter().all(is_written) {
                continue;
            }
            for (name, node) in written {
                if !named.contains(name) {
                    let message = [told, name, cure];
                    self.findings.remark_name(node, Code::Unused, &message);
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
