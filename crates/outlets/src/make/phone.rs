//! What a caller hears: sentences, one a line, numbers digit by digit, and no address.

use triage::Label;

use super::{Parts, hazard, rank, way_rank};
use crate::{
    message::{Message, Way},
    moment::Moment,
    part::{Gap, Kind, Part},
    spoken,
};

/// All parts. What has an address in it is nothing for the ear.
pub fn greeting(message: &Message) -> Vec<Part> {
    let mut parts = Parts::default();
    let name = [("name", message.source.as_str())];
    let source = message.words.own("phone_source", &name);
    let source = source.unwrap_or_else(|| sentence(&message.source, message));
    parts.add(Kind::Source, rank::SOURCE, Gap::Line, source);
    hazard(&mut parts, message, Gap::Line);
    parts.add(
        Kind::Place,
        rank::PLACE,
        Gap::Line,
        place(message).unwrap_or_default(),
    );
    let danger = message.danger.clone().unwrap_or_default();
    parts.add(Kind::Danger, rank::DANGER, Gap::Line, danger);
    for (at, (name, number)) in message.lines.iter().enumerate() {
        let rank = if at == 0 {
            rank::FIRST_ACTION
        } else {
            rank::MORE_LINES
        };
        parts.add(
            Kind::Danger,
            rank,
            Gap::Line,
            numbered(name, number, message),
        );
    }
    for (at, known) in message.known.iter().enumerate() {
        let rank = if at == 0 {
            rank::KNOWN
        } else {
            rank::MORE_KNOWN
        };
        parts.add(Kind::Known, rank, Gap::Line, known.clone());
    }
    for (at, way) in message.ways.iter().enumerate() {
        let said = spoken_way(way, message).unwrap_or_default();
        parts.add(Kind::Way, way_rank(at, message), Gap::Line, said);
    }
    for unknown in &message.unknown {
        parts.add(Kind::Unknown, rank::UNKNOWN, Gap::Line, unknown.clone());
    }
    let updated = moment(message.updated.as_ref(), Label::Updated, message);
    parts.add(
        Kind::Updated,
        rank::UPDATED,
        Gap::Line,
        updated.unwrap_or_default(),
    );
    let next = moment(message.next_update.as_ref(), Label::NextUpdate, message);
    parts.add(
        Kind::NextUpdate,
        rank::NEXT_UPDATE,
        Gap::Line,
        next.unwrap_or_default(),
    );
    parts.0.retain(|part| !has_address(&part.text));
    parts.0
}

fn place(message: &Message) -> Option<String> {
    let place = message.place.as_ref()?;
    let said = message.words.own("phone_place", &[("place", place)]);
    Some(said.unwrap_or_else(|| sentence(place, message)))
}

fn numbered(name: &str, number: &str, message: &Message) -> String {
    let plus = message.words.own("plus", &[]);
    let (number, extension) = match number.split_once(" ext. ") {
        Some((number, extension)) => (number, Some(extension)),
        None => (number, None),
    };
    let mut number = spoken::number(number, plus.as_deref(), &pause(message));
    if let Some(extension) = extension {
        let digits = spoken::number(extension, None, " ");
        let said = message.words.own("extension", &[("number", &digits)]);
        let said = said.unwrap_or_else(|| ["ext. ", &digits].concat());
        number = [number, pause(message), said].concat();
    }
    let said = message
        .words
        .own("phone_number", &[("name", name), ("number", &number)]);
    said.unwrap_or_else(|| sentence(&[name, ": ", &number].concat(), message))
}

fn pause(message: &Message) -> String {
    let pause = message.words.own("pause", &[]);
    pause.unwrap_or_else(|| ", ".to_owned())
}

/// An e-mail address is left out: nobody can write it down from hearing.
fn spoken_way(way: &Way, message: &Message) -> Option<String> {
    match &way.address {
        Some(number) if way.is_number => Some(numbered(&way.name, number, message)),
        Some(address) if address.contains('@') && !address.contains("://") => None,
        _ => message.words.own("phone_website", &[("way", &way.name)]),
    }
}

fn moment(moment: Option<&Moment>, label: Label, message: &Message) -> Option<String> {
    let time = moment?.spoken(&message.words, message.now);
    let said = message.words.label(label, &[("time", &time)])?;
    Some(sentence(&said, message))
}

fn sentence(text: &str, message: &Message) -> String {
    let said = message.words.own("phone_sentence", &[("sentence", text)]);
    said.unwrap_or_else(|| [text, "."].concat())
}

fn has_address(text: &str) -> bool {
    ["://", "www."].iter().any(|mark| text.contains(mark))
}
