//! The ways to reach somebody in plain words, and what stands in a channel when it is new.

use triage::{
    Kind,
    source::{Node, Value},
};

use crate::shape::object;

/// A way to reach somebody, as people call it. Several of them may be one kind in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name: the id of a new channel, and the end of its keys (`way_phone`, `wayname_phone`).
    pub name: &'static str,
    /// The kind in the file.
    pub kind: Kind,
    /// How the links of such channels begin, after `https://`; nothing where they differ.
    link: &'static str,
    /// What its number, address or link looks like.
    pub example: &'static str,
}

const fn offer(name: &'static str, kind: Kind, link: &'static str, example: &'static str) -> Offer {
    Offer {
        name,
        kind,
        link,
        example,
    }
}

/// Every offer, the commonest first. Of several for a kind the last one is for any link.
pub const OFFERS: [Offer; 11] = [
    offer("phone", Kind::Phone, "", "+81 3-1234-5678"),
    offer("sms", Kind::Sms, "", "+44 7700 900123"),
    offer("email", Kind::Email, "", "help@example.com"),
    offer("chat", Kind::Chat, "", "https://example.com/chat"),
    offer("form", Kind::Form, "", "/messages"),
    offer(
        "whatsapp",
        Kind::Social,
        "wa.me/",
        "https://wa.me/447700900123",
    ),
    offer(
        "line",
        Kind::Social,
        "line.me/",
        "https://line.me/R/ti/p/@example",
    ),
    offer("telegram", Kind::Social, "t.me/", "https://t.me/example"),
    offer("messenger", Kind::Social, "m.me/", "https://m.me/example"),
    offer("social", Kind::Social, "", "https://example.com/us"),
    offer("portal", Kind::Portal, "", "https://example.com/account"),
];

impl Offer {
    /// The offer of that name.
    pub fn named(name: &str) -> Option<Self> {
        OFFERS.into_iter().find(|offer| offer.name == name)
    }

    /// What a channel is, by its kind and link, or where the link says nothing by its id.
    pub fn of(id: &str, channel: &Node) -> Option<Self> {
        let kind = channel.entry("kind").map_or("", Node::text);
        let url = channel.entry("url").map_or("", Node::text);
        let link = url.strip_prefix("https://").unwrap_or(url);
        let of_kind = || OFFERS.into_iter().filter(|offer| offer.kind.name() == kind);
        let by_link = |offer: &Offer| !offer.link.is_empty() && link.starts_with(offer.link);
        let by_link = of_kind().find(by_link);
        by_link
            .or_else(|| of_kind().find(|offer| id.starts_with(offer.name)))
            .or_else(|| of_kind().next_back())
    }

    /// The field that says where it leads.
    pub const fn target(self) -> &'static str {
        target(self.kind)
    }

    /// What stands in a new channel: who is there when the hours say so, or always, where nobody has to be.
    pub fn channel(self, name: Node, hours: Option<&str>) -> Node {
        let attended = matches!(
            self.kind,
            Kind::Phone | Kind::Sms | Kind::Chat | Kind::Social
        );
        let target = if self.kind == Kind::Form {
            self.example
        } else {
            ""
        };
        let opening = match hours.filter(|_| attended) {
            Some(hours) => ("hours", Node::string(hours)),
            None => ("always", Value::Bool(true).into()),
        };
        object([
            ("kind", Node::string(self.kind.name())),
            ("name", name),
            (self.target(), Node::string(target)),
            opening,
        ])
    }
}

/// The field that says where a channel of a kind leads.
pub const fn target(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone | Kind::Sms | Kind::Email => "address",
        Kind::Chat | Kind::Portal | Kind::Social => "url",
        Kind::Form => "endpoint",
    }
}
