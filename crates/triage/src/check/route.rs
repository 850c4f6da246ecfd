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
                #[cfg(feature = "advice")]
                self.report_order(node, routes.len(), is_last);
                #[cfg(not(feature = "advice"))]
                self.findings.report(node, Code::RouteOrder, &[]);
            }
            routes.push(self.route(node));
        }
        routes
    }

    /// Says which route has to move. A last one with a condition is told only when there is no other to take its place.
    #[cfg(feature = "advice")]
    fn report_order(&mut self, node: &Node, index: usize, is_last: bool) {
        let routes = || elements(self.file, "routes");
        if !is_last {
            let after = routes().nth(index + 1);
            let message = [
                "this route has no \"when\" and takes everybody, so that \"",
                after.map_or("", |after| string(after, "id")),
                "\" after it is never reached; move this one to the end",
            ];
            self.findings.report(node, Code::RouteOrder, &message);
        } else if routes().all(|route| route.entry("when").is_some()) {
            let cure = "the last route must take everybody who is left; add one without \"when\" after this, such as \
                        { \"id\": \"everyone_else\", \"first\": [\"…\"] }";
            self.findings.report(node, Code::RouteOrder, &[cure]);
        }
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
