//! Texts of a few lines: text messages, posts, banners.

use super::{
    Parts, hazard, leading, line, next_update, place, plain, rank, sender, updated, way, way_rank,
};
use crate::{
    message::Message,
    moment::Detail,
    part::{Gap, Kind, Part},
};

/// A text message. Place and moment go without a word before them: each letter is dear.
pub fn sms(message: &Message) -> Vec<Part> {
    let mut parts = Parts::default();
    opening(&mut parts, message);
    if let Some(place) = &message.place {
        parts.add(Kind::Place, rank::PLACE, Gap::Line, place.clone());
    }
    help(&mut parts, message, 1);
    if let Some(updated) = &message.updated {
        let moment = updated.written(Detail::Brief, &message.words, message.now);
        parts.add(Kind::Updated, rank::UPDATED, Gap::Line, moment);
    }
    next(&mut parts, message, Detail::Brief);
    unknown(&mut parts, message);
    plain(&mut parts);
    parts.0
}

/// A post. It is passed on for days, so its moments have their day.
pub fn post(message: &Message) -> Vec<Part> {
    let mut parts = opened(message);
    help(&mut parts, message, 1);
    unknown(&mut parts, message);
    times(&mut parts, message, Detail::Day);
    parts.0
}

/// A message in a messaging app: a post with links.
pub fn chat(message: &Message) -> Vec<Part> {
    let mut parts = opened(message);
    help(&mut parts, message, usize::MAX);
    unknown(&mut parts, message);
    for (title, url) in &message.links {
        parts.add(
            Kind::Links,
            rank::LINKS,
            Gap::Line,
            leading(title, url, message),
        );
    }
    times(&mut parts, message, Detail::Day);
    parts.0
}

/// A banner: one line on the company's own page.
pub fn banner(message: &Message) -> Vec<Part> {
    let mut parts = opened(message);
    lines(&mut parts, message, 1);
    ways(&mut parts, message);
    times(&mut parts, message, Detail::Brief);
    parts.0
}

/// Who speaks, what has happened, and where.
fn opened(message: &Message) -> Parts {
    let mut parts = Parts::default();
    opening(&mut parts, message);
    let place = place(message).unwrap_or_default();
    parts.add(Kind::Place, rank::PLACE, Gap::Line, place);
    parts
}

fn opening(parts: &mut Parts, message: &Message) {
    parts.add(Kind::Source, rank::SOURCE, Gap::Line, sender(message));
    hazard(parts, message, Gap::Space);
}

/// Danger to life first, then what is known, then how to make contact.
fn help(parts: &mut Parts, message: &Message, lines: usize) {
    let danger = message.danger.clone().unwrap_or_default();
    parts.add(Kind::Danger, rank::DANGER, Gap::Line, danger);
    self::lines(parts, message, lines);
    for (place, known) in message.known.iter().enumerate() {
        let rank = if place == 0 {
            rank::KNOWN
        } else {
            rank::MORE_KNOWN
        };
        parts.add(Kind::Known, rank, Gap::Line, known.clone());
    }
    ways(parts, message);
}

/// The numbers for danger to life; where there is no room for a list, the first.
fn lines(parts: &mut Parts, message: &Message, most: usize) {
    for (place, one) in message.lines.iter().take(most).enumerate() {
        let rank = if place == 0 {
            rank::FIRST_ACTION
        } else {
            rank::MORE_LINES
        };
        parts.add(Kind::Danger, rank, Gap::Line, line(one, message));
    }
}

fn ways(parts: &mut Parts, message: &Message) {
    for (place, one) in message.ways.iter().enumerate() {
        let said = way(one, message).unwrap_or_default();
        parts.add(Kind::Way, way_rank(place, message), Gap::Line, said);
    }
}

fn unknown(parts: &mut Parts, message: &Message) {
    for unknown in &message.unknown {
        parts.add(Kind::Unknown, rank::UNKNOWN, Gap::Line, unknown.clone());
    }
}

fn times(parts: &mut Parts, message: &Message, detail: Detail) {
    let updated = updated(message, detail).unwrap_or_default();
    parts.add(Kind::Updated, rank::UPDATED, Gap::Line, updated);
    next(parts, message, detail);
}

fn next(parts: &mut Parts, message: &Message, detail: Detail) {
    let next = next_update(message, detail).unwrap_or_default();
    parts.add(Kind::NextUpdate, rank::NEXT_UPDATE, Gap::Line, next);
}
