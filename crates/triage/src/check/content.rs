//! Reading what surrounds the answer. What is broken here is left out, never fatal.

use super::{place::Place, reader::Reader};
use crate::{
    link,
    playbook::{Emergency, EmergencyLine, Notice, Passage, Resource, ResourceKind},
    problem::Code,
};

/// The most entries of a list of statements, stories or links.
const MOST: usize = 50;

/// The fields of a reassurance or an expectation.
pub(super) const STATEMENT: &[&str] = &["text", "show_when"];

/// The fields of a story.
pub(super) const STORY: &[&str] = &["text", "show_when", "expires_on"];

pub(super) fn notice(reader: &mut Reader, file: &Place<'_>) -> Option<Notice> {
    let place = &file.field("notice")?;
    let mark = reader.mark();
    let known = [
        "text",
        "place",
        "known",
        "unknown",
        "updated_at",
        "next_update_at",
        "expires_at",
    ];
    reader.object(place, &known);
    reader.required(place, "updated_at");
    let notice = Notice {
        text: reader.text_field(place, "text"),
        place: reader.extra_text(place, "place"),
        known: reader.texts(place, "known"),
        unknown: reader.texts(place, "unknown"),
        updated_at: reader.moment_field(place, "updated_at").unwrap_or_default(),
        next_update_at: reader.moment_field(place, "next_update_at"),
        expires_at: reader.moment_field(place, "expires_at"),
    };
    // Also when only its end can't be read: it might be shown for ever.
    reader.forgive_since(mark).then_some(notice)
}

pub(super) fn emergency(reader: &mut Reader, file: &Place<'_>) -> Option<Emergency> {
    let place = &file.field("emergency")?;
    let mark = reader.mark();
    reader.object(place, &["text", "lines"]);
    let text = reader.text_field(place, "text");
    let mut lines = Vec::new();
    if let Some(field) = reader.required(place, "lines") {
        for element in reader.elements(&field, 4) {
            lines.push(emergency_line(reader, &element));
        }
        if lines.is_empty() {
            reader.report(
                &field,
                Code::MissingField,
                &["give at least one number to call"],
            );
        }
    }
    reader
        .forgive_since(mark)
        .then_some(Emergency { text, lines })
}

fn emergency_line(reader: &mut Reader, place: &Place<'_>) -> EmergencyLine {
    reader.object(place, &["name", "number"]);
    let name = reader.text_field(place, "name");
    let number = reader.string_field(place, "number");
    if let Err(problem) = link::check_short_number(number) {
        reader.report(
            place,
            Code::BadAddress,
            &["\"", number, "\": ", problem.cure()],
        );
    }
    EmergencyLine {
        name,
        number: number.to_owned(),
    }
}

/// Reassurance, expectations or stories.
pub(super) fn passages(
    reader: &mut Reader,
    file: &Place<'_>,
    name: &str,
    known: &[&str],
) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mark = reader.mark();
    let Some(field) = file.field(name) else {
        return passages;
    };
    for element in reader.elements(&field, MOST) {
        reader.forgive_since(mark);
        reader.object(&element, known);
        let passage = Passage {
            text: reader.text_field(&element, "text"),
            show_when: reader.condition_field(&element, "show_when"),
            expires_on: reader.date_field(&element, "expires_on"),
        };
        if reader.is_sound_since(mark) {
            passages.push(passage);
        }
    }
    reader.forgive_since(mark);
    passages
}

pub(super) fn resources(reader: &mut Reader, file: &Place<'_>) -> Vec<Resource> {
    let mut resources = Vec::new();
    let mark = reader.mark();
    let Some(field) = file.field("resources") else {
        return resources;
    };
    for element in reader.elements(&field, MOST) {
        reader.forgive_since(mark);
        let resource = resource(reader, &element);
        if reader.is_sound_since(mark) {
            resources.push(resource);
        }
    }
    reader.forgive_since(mark);
    resources
}

fn resource(reader: &mut Reader, place: &Place<'_>) -> Resource {
    let known = [
        "title",
        "about",
        "url",
        "kind",
        "unlocked",
        "show_when",
        "expires_on",
    ];
    reader.object(place, &known);
    let url = reader.string_field(place, "url");
    if let (Err(problem), Some(field)) = (link::check_link(url), place.field("url")) {
        reader.report(
            &field,
            Code::BadAddress,
            &["\"", url, "\": ", problem.cure()],
        );
    }
    Resource {
        title: reader.text_field(place, "title"),
        about: reader.extra_text(place, "about"),
        url: url.to_owned(),
        kind: resource_kind(reader, place),
        unlocked: reader.flag_field(place, "unlocked"),
        show_when: reader.condition_field(place, "show_when"),
        expires_on: reader.date_field(place, "expires_on"),
    }
}

fn resource_kind(reader: &mut Reader, place: &Place<'_>) -> Option<ResourceKind> {
    let field = place.field("kind")?;
    let name = reader.string(&field);
    let kind = ResourceKind::NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, kind)| *kind);
    if kind.is_none() {
        let cure = "\"; use government, community, self_care or guide";
        reader.remark(&field, Code::WrongKind, &["no kind \"", name, cure]);
    }
    kind
}
