//! Reading routes.

use super::reader::{Reader, elements, flag, string, strings};
use crate::{
    playbook::{ChannelId, Route},
    problem::Code,
    source::Node,
};

impl Reader<'_> {
    /// Reads all routes. A broken one makes the playbook unusable: visitors would end up on another
    /// route than meant.
    pub fn routes(&mut self) -> Vec<Route> {
        let mut routes = Vec::new();
        let count = elements(self.file, "routes").count();
        for node in elements(self.file, "routes") {
            let is_last = routes.len() + 1 == count;
            if node.entry("when").is_none() != is_last {
                let cure = if is_last {
                    "the last route must take everybody who is left; add one without \"when\" after this"
                } else {
                    "a route without \"when\" takes everybody, so those after it are never reached; move it to the end"
                };
                note!(self.findings.report(node, Code::RouteOrder), cure);
            }
            routes.push(self.route(node));
        }
        routes
    }

    fn route(&mut self, node: &Node) -> Route {
        Route {
            id: string(node, "id").to_owned(),
            when: self.condition(node, "when"),
            needs: strings(node, "needs"),
            first: self.named_channels(node, "first"),
            second: self.named_channels(node, "second"),
            because: self.extra_text(node, "because"),
            emergency: flag(node, "emergency"),
        }
    }

    /// Channels by their ids. One that was left out as broken is passed over silently: its own
    /// problem has been reported.
    #[inline(never)]
    fn named_channels(&mut self, node: &Node, field: &str) -> Vec<ChannelId> {
        let mut ids = Vec::new();
        for node in elements(node, field) {
            let name = node.text();
            let id = self.channels.iter().position(|channel| channel.id == name);
            match id.map(ChannelId) {
                Some(id) if ids.contains(&id) => {
                    note!(
                        self.findings.remark(node, Code::Duplicate),
                        "\"",
                        name,
                        "\" stands here twice; remove one of them",
                    );
                }
                Some(id) => ids.push(id),
                None if self.is_written("channels", name) => {}
                None => self.report_unknown(node, "channel", "channels"),
            }
        }
        ids
    }
}
