//! Changes to channels.

use leeward_document::{Operation, Path};
use triage::source::{Node, Value};

use super::{
    offers::{Offer, target},
    uses::{opening, tick},
    week::{list, texts},
};
use crate::{
    shape::fresh_id,
    words::Words,
    writing::{insert, locales},
};

/// What is done, and where.
type Done = Option<(Vec<Operation>, Path)>;

/// The makers of live chats that the format knows.
pub fn vendors() -> &'static [&'static str] {
    use triage::grammar::{OBJECTS, Shape};
    let channel = OBJECTS.iter().find(|(name, _)| *name == "channel");
    let Some((_, Shape::Object { fields, .. })) = channel else {
        return &[];
    };
    match fields.iter().find(|field| field.name == "vendor") {
        Some(field) => match field.shape {
            Shape::OneOf(names) => names,
            _ => &[],
        },
        None => &[],
    }
}

/// Another channel behind the others. Its name is there in the languages that the studio speaks.
pub fn add(tree: &Node, offer: Offer) -> Done {
    let all = tree.entry("channels").map_or(&[][..], Node::entries);
    let id = fresh_id(all.iter().map(|(id, _)| id.as_str()), offer.name);
    let locales = locales(tree);
    let key = ["wayname_", offer.name].concat();
    let named = locales.iter().filter_map(|tag| {
        let words = Words::for_wishes(std::slice::from_ref(tag));
        let is_spoken = tag.split('-').next() == Some(words.locale());
        is_spoken.then(|| (tag.clone(), Node::string(&words.say(&key))))
    });
    let mut named: Vec<(String, Node)> = named.collect();
    let first = locales.first().cloned().unwrap_or_default();
    if named.first().is_none_or(|(tag, _)| *tag != first) {
        named.insert(0, (first, Node::string("")));
    }
    let tables = tree.entry("hours").map_or(&[][..], Node::entries);
    let hours = tables.first().map(|(name, _)| name.as_str());
    let channel = offer.channel(Node::map(named), hours);
    let path = Path::default().name("channels").name(&id);
    let operation = insert(tree, &path, channel)?;
    Some((vec![operation], path.name(offer.target())))
}

/// What only one kind of channel has, beside where it leads.
const OF_ONE_KIND: [(triage::Kind, &str); 4] = [
    (triage::Kind::Chat, "vendor"),
    (triage::Kind::Form, "asks_for"),
    (triage::Kind::Form, "format"),
    (triage::Kind::Form, "consent"),
];

/// A channel of another kind. What the new kind has no place for goes, and what it needs is there, to be filled in.
pub fn retype(tree: &Node, path: &Path, offer: Offer) -> Option<Vec<Operation>> {
    let channel = path.find(tree)?;
    let kind = Node::string(offer.kind.name());
    let old = channel.entry("kind")?.text().to_owned();
    let mut operations = vec![Operation::Set {
        path: path.name("kind"),
        value: kind,
    }];
    let wanted = offer.target();
    let had = ["address", "url", "endpoint"]
        .into_iter()
        .filter(|name| channel.entry(name).is_some());
    let had: Vec<&str> = had.collect();
    // A number can be called and written to; everything else leads somewhere else now.
    let is_number = |kind: &str| ["phone", "sms"].contains(&kind);
    let keeps = is_number(&old) == is_number(offer.kind.name());
    let fresh = || {
        let text = if offer.kind == triage::Kind::Form {
            offer.example
        } else {
            ""
        };
        Node::string(text)
    };
    match had.split_first() {
        Some((first, rest)) => {
            if *first != wanted {
                operations.push(Operation::Rename {
                    path: path.name(first),
                    name: wanted.to_owned(),
                });
            }
            if *first != wanted || !keeps {
                operations.push(Operation::Set {
                    path: path.name(wanted),
                    value: fresh(),
                });
            }
            let gone = rest.iter().filter(|name| **name != wanted);
            operations.extend(gone.map(|name| Operation::Remove {
                path: path.name(name),
            }));
        }
        None => operations.push(insert(tree, &path.name(wanted), fresh())?),
    }
    for (of, name) in OF_ONE_KIND {
        if offer.kind != of && channel.entry(name).is_some() {
            operations.push(Operation::Remove {
                path: path.name(name),
            });
        }
    }
    if !is_number(offer.kind.name()) && channel.entry("country").is_some() {
        operations.push(Operation::Remove {
            path: path.name("country"),
        });
    }
    operations.extend(super::handoff::misfits(channel, path, offer.kind));
    debug_assert_eq!(wanted, target(offer.kind));
    Some(operations)
}

/// The maker of the channel's live chat; none when it is empty. Other kinds of channels have none.
pub fn vendor(tree: &Node, path: &Path, maker: &str) -> Vec<Operation> {
    let kind = path.name("kind");
    if kind.find(tree).is_none_or(|kind| kind.text() != "chat") {
        return Vec::new();
    }
    let path = path.name("vendor");
    let value = || Node::string(maker);
    let operation = match (path.find(tree), maker.is_empty()) {
        (Some(_), true) => Some(Operation::Remove { path }),
        (Some(_), false) => Some(Operation::Set {
            value: value(),
            path,
        }),
        (None, true) => None,
        (None, false) => insert(tree, &path, value()),
    };
    operation.into_iter().collect()
}

/// Hours of the channel's own: a table with its name, like the one that it keeps now, or of office days.
pub fn own_hours(tree: &Node, path: &Path) -> Done {
    let channel = path.find(tree)?;
    let (_, id) = super::uses::split(path)?;
    let tables = tree.entry("hours").map_or(&[][..], Node::entries);
    let name = fresh_id(tables.iter().map(|(name, _)| name.as_str()), id);
    let kept = channel.entry("hours").map_or("", Node::text);
    let like = tables
        .iter()
        .find(|(name, _)| name == kept)
        .or(tables.first());
    let zone = like.and_then(|(_, hours)| hours.entry("timezone"));
    let zone = zone.map_or("UTC", Node::text).to_owned();
    let table = match like {
        Some((_, hours)) if !kept.is_empty() => hours.clone(),
        _ => super::tables::office(&zone),
    };
    let at = Path::default().name("hours").name(&name);
    let mut operations = vec![insert(tree, &at, table)?];
    operations.extend(opening(tree, path, Some(&name)));
    Some((operations, at.name("week").name("mon")))
}

/// So many minutes people wait. Of two numbers one may be missing; nothing is said when both are.
pub fn wait(tree: &Node, path: &Path, from: &str, to: &str) -> Option<Vec<Operation>> {
    let number = |text: &str| -> Option<Option<i64>> {
        let text = text.trim();
        if text.is_empty() {
            return Some(None);
        }
        let number: i64 = text.parse().ok()?;
        (0..=7 * 24 * 60).contains(&number).then_some(Some(number))
    };
    let path = path.name("wait_minutes");
    let there = path.find(tree).is_some();
    let (from, to) = match (number(from)?, number(to)?) {
        (None, None) if there => return Some(vec![Operation::Remove { path }]),
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => (one, one),
        (Some(from), Some(to)) => (from, to),
    };
    let value = Node::list([Value::Whole(from).into(), Value::Whole(to).into()]);
    let operation = if there {
        Operation::Set { path, value }
    } else {
        insert(tree, &path, value)?
    };
    Some(vec![operation])
}

/// The languages in which a channel answers: all of the playbook's while it says nothing.
pub fn languages(tree: &Node, channel: &Node) -> Vec<String> {
    channel
        .entry("languages")
        .map_or_else(|| locales(tree), texts)
}

/// The channel answers in one more language, or in one fewer. All of the playbook's languages needn't be said.
pub fn speaks(tree: &Node, path: &Path, tag: &str, does: bool) -> Option<Vec<Operation>> {
    let channel = path.find(tree)?;
    let all = locales(tree);
    let said = languages(tree, channel);
    let mut wished = said.clone();
    wished.retain(|known| known != tag);
    if does {
        wished.push(tag.to_owned());
    }
    let path = path.name("languages");
    let is_all = wished.len() == all.len() && all.iter().all(|tag| wished.contains(tag));
    if wished.is_empty() || wished == said {
        return None;
    }
    let there = path.find(tree);
    Some(match there {
        Some(_) if is_all => vec![Operation::Remove { path }],
        Some(_) => vec![tick(tree, &path, tag, does)?],
        None if is_all => return None,
        None => vec![insert(tree, &path, list(&wished))?],
    })
}

/// The channel behind the others of the second options of every way that doesn't name it.
pub fn everywhere(tree: &Node, path: &Path) -> Option<Vec<Operation>> {
    let (_, id) = super::uses::split(path)?;
    let routes = Path::default().name("routes");
    let all = tree.entry("routes").map_or(&[][..], Node::elements);
    let operations = all.iter().enumerate().filter_map(|(place, route)| {
        let names = |list: &str| {
            let list = route.entry(list).map_or(&[][..], Node::elements);
            list.iter().any(|node| node.text() == id)
        };
        if names("first") || names("second") {
            return None;
        }
        let second = routes.place(place).name("second");
        match second.find(tree) {
            Some(list) => Some(Operation::Insert {
                into: second,
                place: list.elements().len(),
                name: None,
                value: Node::string(id),
            }),
            None => {
                let entries = route.entries().iter();
                let first = entries.clone().position(|(name, _)| name == "first");
                Some(Operation::Insert {
                    into: routes.place(place),
                    place: first.map_or(route.entries().len(), |first| first + 1),
                    name: Some("second".to_owned()),
                    value: list(&[id.to_owned()]),
                })
            }
        }
    });
    Some(operations.collect())
}
