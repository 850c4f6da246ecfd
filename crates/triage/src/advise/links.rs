//! Links whose host is written in another script than it seems to be: `xn--` stands for letters that may look like
//! others (Unicode TS 39). Perhaps it is the company's own name, perhaps somebody else's page.

use super::Advisor;
use crate::{
    problem::Code,
    source::{Node, Value},
};

impl Advisor<'_> {
    pub(super) fn look_at_links(&mut self) {
        self.look_at_links_in(self.source);
    }

    fn look_at_links_in(&mut self, node: &Node) {
        match &node.value {
            Value::String(text) => self.look_at_link(node, text),
            Value::List(nodes) => nodes.iter().for_each(|node| self.look_at_links_in(node)),
            Value::Map(entries) => entries
                .iter()
                .for_each(|(_, node)| self.look_at_links_in(node)),
            _ => {}
        }
    }

    fn look_at_link(&mut self, node: &Node, text: &str) {
        let Some((_, rest)) = text.split_once("://") else {
            return;
        };
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        if host
            .split('.')
            .any(|label| label.to_ascii_lowercase().starts_with("xn--"))
        {
            let cure =
                "\" stands for a name in another script; make sure that it is the one you mean";
            let message = ["\"", host, cure];
            self.remark(node, Code::LookAlike, &message);
        }
    }
}
