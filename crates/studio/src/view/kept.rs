//! Cards that are drawn anew only when something about them is different. At each letter only one is, of a hundred.

use std::{
    cell::RefCell,
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use triage::source::{Node, Value};
use yew::{Html, Properties, component};

use crate::{fields::Card, state::Work, writing::locales};

/// What was drawn last, by the place of the card.
#[derive(Default)]
pub struct Cards(RefCell<HashMap<String, (u64, Html)>>);

impl Cards {
    /// What was drawn when the card had this stamp; else it is drawn now.
    pub fn drawn(&self, place: &str, stamp: u64, draw: impl FnOnce() -> Html) -> Html {
        if let Some((known, html)) = self.0.borrow().get(place)
            && *known == stamp
        {
            return html.clone();
        }
        let html = draw();
        self.0
            .borrow_mut()
            .insert(place.to_owned(), (stamp, html.clone()));
        html
    }
}

/// What a card is drawn from, as a number: with the same one it looks the same.
pub fn stamp(card: &Card, has_title: bool, work: &Work) -> u64 {
    let tree = work.document().tree();
    let mut hasher = DefaultHasher::new();
    (has_title, &work.languages, locales(tree)).hash(&mut hasher);
    match card
        .path
        .find(tree)
        .filter(|_| !card.path.steps().is_empty())
    {
        Some(node) => hash(node, &mut hasher),
        None => {
            for field in &card.fields {
                field
                    .path
                    .find(tree)
                    .inspect(|node| hash(node, &mut hasher));
                hasher.write_u8(0);
            }
        }
    }
    for finding in &work.findings.all {
        if card
            .fields
            .iter()
            .any(|field| finding.place.is_within(&field.path))
        {
            (&finding.place, &finding.said, finding.fixes.len()).hash(&mut hasher);
            for fix in &finding.fixes {
                fix.said.hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

fn hash(node: &Node, hasher: &mut DefaultHasher) {
    std::mem::discriminant(&node.value).hash(hasher);
    match &node.value {
        Value::String(text) => text.hash(hasher),
        Value::List(elements) => {
            hasher.write_usize(elements.len());
            for node in elements {
                hash(node, hasher);
            }
        }
        Value::Map(entries) => {
            hasher.write_usize(entries.len());
            for (name, node) in entries {
                name.hash(hasher);
                hash(node, hasher);
            }
        }
        Value::Whole(number) => number.hash(hasher),
        Value::Bool(flag) => flag.hash(hasher),
        _ => {}
    }
}

#[derive(Clone, Properties)]
pub struct KeptProperties {
    pub stamp: u64,
    pub html: Html,
}

/// What is shown depends on the stamp alone.
impl PartialEq for KeptProperties {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

#[component]
pub fn Kept(properties: &KeptProperties) -> Html {
    properties.html.clone()
}
