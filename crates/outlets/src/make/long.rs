//! Texts with headings and lists: e-mail, status page, long post.

use triage::Label;

use super::{
    Parts, hazard, leading, line, next_update, place, rank, sender, updated, way, way_rank,
};
use crate::{
    message::{Message, Way},
    moment::Detail,
    outlet::Outlet,
    part::{Gap, Kind, Part},
};

/// All parts. An e-mail and an entry say who is speaking in their title; an e-mail is signed as well.
pub fn parts(outlet: Outlet, message: &Message) -> Vec<Part> {
    let mut parts = Parts::default();
    if outlet == Outlet::Facebook {
        parts.add(Kind::Source, rank::SOURCE, Gap::Line, sender(message));
    }
    hazard(&mut parts, message, Gap::Space);
    parts.add(
        Kind::Place,
        rank::PLACE,
        Gap::Line,
        place(message).unwrap_or_default(),
    );
    let danger = message.danger.clone().unwrap_or_default();
    parts.add(Kind::Danger, rank::DANGER, Gap::Blank, danger);
    list(
        &mut parts,
        Kind::Danger,
        message.lines.iter().enumerate().map(|(place, one)| {
            let rank = if place == 0 {
                rank::FIRST_ACTION
            } else {
                rank::MORE_LINES
            };
            (rank, line(one, message))
        }),
    );
    heading(&mut parts, message, Label::Known, !message.known.is_empty());
    list(
        &mut parts,
        Kind::Known,
        message
            .known
            .iter()
            .map(|known| (rank::KNOWN, known.clone())),
    );
    let ways: Vec<(usize, String)> = message
        .ways
        .iter()
        .enumerate()
        .filter_map(|(place, way)| Some((way_rank(place, message), about(way, message)?)))
        .collect();
    heading(&mut parts, message, Label::ContactsTitle, !ways.is_empty());
    list(&mut parts, Kind::Way, ways.into_iter());
    heading(
        &mut parts,
        message,
        Label::Unknown,
        !message.unknown.is_empty(),
    );
    list(
        &mut parts,
        Kind::Unknown,
        message
            .unknown
            .iter()
            .map(|unknown| (rank::UNKNOWN, unknown.clone())),
    );
    heading(
        &mut parts,
        message,
        Label::Resources,
        !message.links.is_empty(),
    );
    list(
        &mut parts,
        Kind::Links,
        message
            .links
            .iter()
            .map(|(title, url)| (rank::LINKS, leading(title, url, message))),
    );
    parts.add(
        Kind::Updated,
        rank::UPDATED,
        Gap::Blank,
        updated(message, Detail::Date).unwrap_or_default(),
    );
    parts.add(
        Kind::NextUpdate,
        rank::NEXT_UPDATE,
        Gap::Line,
        next_update(message, Detail::Date).unwrap_or_default(),
    );
    if outlet == Outlet::Email {
        parts.add(
            Kind::Source,
            rank::SOURCE,
            Gap::Blank,
            message.source.clone(),
        );
    }
    parts.0
}

/// A heading where the language has one; else the list stands apart by itself.
fn heading(parts: &mut Parts, message: &Message, label: Label, is_needed: bool) {
    if is_needed {
        let said = message.words.label(label, &[]).unwrap_or_default();
        parts.add(Kind::Heading, rank::HEADING, Gap::Blank, said);
    }
}

fn list(parts: &mut Parts, kind: Kind, items: impl Iterator<Item = (usize, String)>) {
    let mut is_apart = parts
        .0
        .last()
        .is_some_and(|last| last.kind == Kind::Heading || last.kind == kind);
    for (rank, text) in items {
        let gap = if is_apart { Gap::Line } else { Gap::Blank };
        is_apart = true;
        parts.add(kind, rank, gap, ["- ", &text].concat());
    }
}

/// A way with what it is best for.
fn about(one: &Way, message: &Message) -> Option<String> {
    let said = way(one, message)?;
    Some(match &one.about {
        Some(about) => [&said, " · ", about].concat(),
        None => said,
    })
}
