//! Reading channels.

use super::{
    hours::Book, place::Place, reader::Reader, suggest::did_you_mean, text::language_tags,
};
use crate::{
    link,
    playbook::{Channel, ChannelId, Hours, Kind, Target},
    problem::Code,
};

const FIELDS: &[&str] = &[
    "kind",
    "name",
    "about",
    "address",
    "url",
    "endpoint",
    "hours",
    "always",
    "wait_minutes",
    "cost",
    "best_times",
    "languages",
    "can",
];

/// Reads all channels. A broken one is left out: the others still help.
pub(super) fn channels(reader: &mut Reader, file: &Place<'_>, hours: &mut Book) -> Vec<Channel> {
    let mut channels = Vec::new();
    let Some(field) = reader.required(file, "channels") else {
        return channels;
    };
    for entry in reader.entries(&field) {
        let mark = reader.mark();
        let channel = channel(reader, &entry, hours);
        let sound = reader.forgive_since(mark);
        let id = sound.then_some(ChannelId(channels.len()));
        reader.channels.push((entry.key().to_owned(), id));
        if sound {
            channels.extend(channel);
        }
    }
    reader.few_enough(&field, channels.len(), 60);
    channels
}

/// `None` when the kind or the hours, which decide over the rest, can't be read.
fn channel(reader: &mut Reader, place: &Place<'_>, hours: &mut Book) -> Option<Channel> {
    reader.object(place, FIELDS);
    let id = reader.valid_id(place, place.key());
    let target = kind(reader, place).map(|kind| target(reader, place, kind));
    let hours = opening(reader, place, hours);
    let channel = Channel {
        id,
        name: reader.text_field(place, "name"),
        about: reader.extra_text(place, "about"),
        wait_minutes: wait_minutes(reader, place),
        cost: reader.extra_text(place, "cost"),
        best_times: reader.extra_text(place, "best_times"),
        languages: match place.field("languages") {
            Some(field) => language_tags(reader, &field),
            None => reader.locales.clone(),
        },
        can: reader.ids_field(place, "can"),
        target: target?,
        hours: hours?,
    };
    Some(channel)
}

fn kind(reader: &mut Reader, place: &Place<'_>) -> Option<Kind> {
    let field = reader.required(place, "kind")?;
    let name = reader.string(&field);
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
    if kind.is_none() {
        let known = Kind::ALL.into_iter().map(Kind::name);
        let cure = did_you_mean(
            name,
            known,
            "use phone, sms, chat, portal, email, social or form",
        );
        reader.report(
            &field,
            Code::WrongKind,
            &["no kind \"", name, "\"; ", &cure],
        );
    }
    kind
}

fn target(reader: &mut Reader, place: &Place<'_>, kind: Kind) -> Target {
    let field = match kind {
        Kind::Phone | Kind::Sms | Kind::Email => "address",
        Kind::Chat | Kind::Portal | Kind::Social => "url",
        Kind::Form => "endpoint",
    };
    for other in ["address", "url", "endpoint"] {
        if let Some(extra) = place.field(other).filter(|_| other != field) {
            let message = [
                "a channel of kind ",
                kind.name(),
                " has no \"",
                other,
                "\"; it needs \"",
                field,
                "\"",
            ];
            reader.remark(&extra, Code::UnknownField, &message);
        }
    }
    let address = reader.string_field(place, field).to_owned();
    let fault = match kind {
        Kind::Phone | Kind::Sms => link::check_phone(&address)
            .err()
            .map(|problem| problem.cure()),
        Kind::Email => link::check_email(&address)
            .err()
            .map(|problem| problem.cure()),
        Kind::Chat | Kind::Portal | Kind::Social => link::check_link(&address)
            .err()
            .map(|problem| problem.cure()),
        Kind::Form => link::check_endpoint(&address)
            .err()
            .map(|problem| problem.cure()),
    };
    if let (Some(cure), Some(field)) = (fault, place.field(field)) {
        reader.report(&field, Code::BadAddress, &["\"", &address, "\": ", cure]);
    }
    match kind {
        Kind::Phone => Target::Phone(address),
        Kind::Sms => Target::Sms(address),
        Kind::Chat => Target::Chat(address),
        Kind::Portal => Target::Portal(address),
        Kind::Email => Target::Email(address),
        Kind::Social => Target::Social(address),
        Kind::Form => Target::Form(address),
    }
}

fn opening(reader: &mut Reader, place: &Place<'_>, book: &mut Book) -> Option<Hours> {
    let always = reader.flag_field(place, "always");
    let cure = match (place.field("hours"), always) {
        (Some(field), false) => return book.find(reader, &field),
        (None, true) => return Some(Hours::Always),
        (Some(_), true) => "\"hours\" and \"always\" contradict each other; keep one",
        (None, false) => "say when somebody is there: add \"hours\", or \"always\": true",
    };
    reader.report(place, Code::BadHours, &[cure]);
    None
}

/// The range of waiting times; what is wrong with it leaves only the range out.
fn wait_minutes(reader: &mut Reader, place: &Place<'_>) -> Option<(u32, u32)> {
    const A_WEEK: i64 = 7 * 24 * 60;
    let field = place.field("wait_minutes")?;
    let mark = reader.mark();
    let minutes: Vec<i64> = reader
        .elements(&field, 2)
        .map(|element| reader.whole(&element))
        .collect();
    let range = match minutes.as_slice() {
        [low, high] if 0 <= *low && low <= high && *high <= A_WEEK => {
            u32::try_from(*low).ok().zip(u32::try_from(*high).ok())
        }
        _ => None,
    };
    if range.is_none() {
        let cure =
            "write two numbers of minutes, the shorter wait first, such as [2, 6]; at most a week";
        reader.report(&field, Code::BadNumber, &[cure]);
    }
    reader.forgive_since(mark);
    range
}
