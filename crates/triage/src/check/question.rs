//! Reading questions.

use super::{place::Place, reader::Reader, suggest::did_you_mean};
use crate::{
    answer::Answer,
    playbook::{Question, QuestionKind, QuestionOption},
    problem::Code,
};

const FIELDS: &[&str] = &[
    "id",
    "type",
    "text",
    "why",
    "hint",
    "ask_when",
    "options",
    "min",
    "max",
    "unit",
    "max_length",
];

const TYPES: &[&str] = &["choice", "multiple", "ranking", "yes_no", "number", "text"];

/// Reads all questions into the reader, where the conditions after them find them. A broken one
/// makes the playbook unusable: the way would not be the one the marketer meant.
pub(super) fn questions(reader: &mut Reader, file: &Place<'_>) {
    let Some(field) = reader.required(file, "questions") else {
        return;
    };
    for element in reader.elements(&field, 40) {
        let question = question(reader, &element);
        if reader
            .questions
            .iter()
            .any(|earlier| earlier.id == question.id)
        {
            let message = [
                "there is a question \"",
                &question.id,
                "\" already; choose another id",
            ];
            reader.report(&element, Code::Duplicate, &message);
        }
        reader.questions.push(question);
    }
}

fn question(reader: &mut Reader, place: &Place<'_>) -> Question {
    reader.object(place, FIELDS);
    Question {
        id: reader.id_field(place, "id"),
        kind: kind(reader, place),
        text: reader.text_field(place, "text"),
        why: reader.extra_text(place, "why"),
        hint: reader.extra_text(place, "hint"),
        ask_when: reader.condition_field(place, "ask_when"),
    }
}

fn kind(reader: &mut Reader, place: &Place<'_>) -> QuestionKind {
    let name = reader.string_field(place, "type");
    if !name.is_empty() {
        only_with(reader, place, name);
    }
    match name {
        "choice" => QuestionKind::Choice(options(reader, place)),
        "multiple" => QuestionKind::Multiple(options(reader, place)),
        "ranking" => QuestionKind::Ranking(options(reader, place)),
        "number" => number(reader, place),
        "text" => QuestionKind::Text {
            max_length: max_length(reader, place),
        },
        "yes_no" | "" => QuestionKind::YesNo,
        _ => {
            let known = TYPES.join(", ");
            let cure = did_you_mean(name, TYPES.iter().copied(), &known);
            reader.report(place, Code::WrongKind, &["no type \"", name, "\"; ", &cure]);
            QuestionKind::YesNo
        }
    }
}

/// Reports fields that belong to questions of another type.
fn only_with(reader: &mut Reader, place: &Place<'_>, name: &str) {
    let owners: [(&str, &[&str]); 5] = [
        ("options", &["choice", "multiple", "ranking"]),
        ("min", &["number"]),
        ("max", &["number"]),
        ("unit", &["number"]),
        ("max_length", &["text"]),
    ];
    for (field, types) in owners {
        if let Some(extra) = place.field(field)
            && TYPES.contains(&name)
            && !types.contains(&name)
        {
            let message = [
                "a question of type ",
                name,
                " has no \"",
                field,
                "\"; remove it",
            ];
            reader.remark(&extra, Code::UnknownField, &message);
        }
    }
}

fn options(reader: &mut Reader, place: &Place<'_>) -> Vec<QuestionOption> {
    let mut options: Vec<QuestionOption> = Vec::new();
    let Some(field) = reader.required(place, "options") else {
        return options;
    };
    for element in reader.elements(&field, 8) {
        reader.object(&element, &["id", "text", "hint"]);
        let id = reader.id_field(&element, "id");
        if id == Answer::NOT_SURE {
            let cure = "every question offers \"I'm not sure\" already; remove this option or choose another id";
            reader.report(&element, Code::BadId, &[cure]);
        }
        if options.iter().any(|earlier| earlier.id == id) {
            let message = [
                "there is an option \"",
                &id,
                "\" already; choose another id",
            ];
            reader.report(&element, Code::Duplicate, &message);
        }
        let text = reader.text_field(&element, "text");
        let hint = reader.extra_text(&element, "hint");
        options.push(QuestionOption { id, text, hint });
    }
    if options.len() < 2 {
        reader.report(&field, Code::MissingField, &["give at least two options"]);
    }
    options
}

fn number(reader: &mut Reader, place: &Place<'_>) -> QuestionKind {
    let mut bound = |name| {
        reader
            .required(place, name)
            .map_or(0, |field| reader.whole(&field))
    };
    let (min, max) = (bound("min"), bound("max"));
    if min >= max {
        reader.report(
            place,
            Code::BadNumber,
            &["\"max\" must be larger than \"min\""],
        );
    }
    let unit = place.field("unit").map(|field| reader.counted_text(&field));
    QuestionKind::Number { min, max, unit }
}

fn max_length(reader: &mut Reader, place: &Place<'_>) -> usize {
    let Some(field) = place.field("max_length") else {
        return 500;
    };
    match usize::try_from(reader.whole(&field)) {
        Ok(length @ 1..=2_000) => length,
        _ => {
            reader.report(
                &field,
                Code::BadNumber,
                &["a length is from 1 to 2,000 characters"],
            );
            1
        }
    }
}
