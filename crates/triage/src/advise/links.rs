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
        let read: Vec<String> = host.split('.').map(decoded).collect();
        let read = read.join(".");
        if read == host {
            return;
        }
        let mut letters: Vec<char> = read.chars().filter(|letter| !letter.is_ascii()).collect();
        letters.dedup();
        let letters: Vec<String> = letters.into_iter().map(String::from).collect();
        let message = [
            "\"",
            host,
            "\" stands for \"",
            &read,
            "\", in which ",
            &letters.join(" "),
            " may pass for another letter, as in a forged address; make sure that the site is yours",
        ];
        self.remark(node, Code::LookAlike, &message);
    }
}

/// A part of a host's name as people read it (RFC 3492): `clínic` for `xn--clnic-6va`.
fn decoded(label: &str) -> String {
    let encoded = label
        .get(..4)
        .filter(|mark| mark.eq_ignore_ascii_case("xn--"));
    let letters = encoded.and_then(|mark| idna::punycode::decode_to_string(&label[mark.len()..]));
    letters.unwrap_or_else(|| label.to_owned())
}
