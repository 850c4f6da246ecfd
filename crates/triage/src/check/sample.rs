//! Samples of what is to be written, in the playbook's own languages and with its own ids where that is possible.

use super::{
    format::Format,
    grammar::{Field, Shape},
};
use crate::{answer::Answer, source::Node, text::Plural};

/// Deeper inside, dots stand for what there is: a sample is read at a glance, or not at all.
const MOST_LEVELS: usize = 1;

/// More languages than these would hide what is meant.
const MOST_LOCALES: usize = 3;

/// Something that fits a shape, as it is written.
pub(super) fn sample(shape: &Shape, locales: &[&str]) -> String {
    within(shape, locales, MOST_LEVELS)
}

fn within(shape: &Shape, locales: &[&str], levels: usize) -> String {
    match shape {
        Shape::Version => "1".to_owned(),
        Shape::Flag | Shape::FlagOrString => "true".to_owned(),
        Shape::Whole(least, most) => 1.clamp(*least, *most).to_string(),
        Shape::String(format) => quoted(format.sample()),
        Shape::OneOf(known) => quoted(known.first().unwrap_or(&"…")),
        Shape::Locale => quoted(locales.first().unwrap_or(&"en")),
        Shape::Line => quoted("…"),
        Shape::Text => text(locales),
        Shape::CountedText => by_locale(locales, counted),
        Shape::List(list) => ["[", &within(list.of, locales, levels), "]"].concat(),
        Shape::Table(_) | Shape::Object { .. } if levels == 0 => "{ … }".to_owned(),
        Shape::Table(table) => {
            let name = within(table.names, locales, levels - 1);
            let entry = within(table.of, locales, levels - 1);
            ["{ ", &name, ": ", &entry, " }"].concat()
        }
        Shape::Object { tag, fields } => object(tag, fields, locales, levels - 1),
    }
}

/// An object with the fields that it must have, the first tag among them.
fn object(tag: &str, fields: &[Field], locales: &[&str], levels: usize) -> String {
    let tag = fields.iter().find(|field| field.name == tag);
    let tag = match tag.map(|field| field.shape) {
        Some(Shape::OneOf(known)) => known.first().copied().unwrap_or_default(),
        _ => "",
    };
    let has = |field: &&Field| {
        field.required && (field.only_for.is_empty() || field.only_for.contains(&tag))
    };
    let written: Vec<String> = fields
        .iter()
        .filter(has)
        .map(|field| {
            [
                &quoted(field.name),
                ": ",
                &within(field.shape, locales, levels),
            ]
            .concat()
        })
        .collect();
    if written.is_empty() {
        return "{ … }".to_owned();
    }
    ["{ ", &written.join(", "), " }"].concat()
}

/// A text to be filled in, in each language: `{ "en": "…", "ja": "…" }`.
pub(crate) fn text(locales: &[&str]) -> String {
    by_locale(locales, |_| quoted("…"))
}

fn by_locale(locales: &[&str], line: impl Fn(&str) -> String) -> String {
    let mut lines: Vec<String> = locales
        .iter()
        .take(MOST_LOCALES)
        .map(|locale| [&quoted(locale), ": ", &line(locale)].concat())
        .collect();
    if lines.is_empty() {
        return quoted("…");
    }
    if locales.len() > MOST_LOCALES {
        lines.push("…".to_owned());
    }
    ["{ ", &lines.join(", "), " }"].concat()
}

/// The forms of a counted text in a language.
fn counted(locale: &str) -> String {
    let plurals = Plural::used_by(locale).unwrap_or(&[Plural::Other]);
    let forms: Vec<String> = plurals.iter().map(|plural| form(*plural)).collect();
    ["{ ", &forms.join(", "), " }"].concat()
}

/// One form of a counted text: `"one": "{count} person"`.
pub(super) fn form(plural: Plural) -> String {
    let words = match plural {
        Plural::One => "{count} person",
        Plural::Other => "{count} people",
        _ => "{count} …",
    };
    [&quoted(plural.name()), ": ", &quoted(words)].concat()
}

/// A condition on a question of the file: on the one that has such an option, if any does.
pub(super) fn condition(file: &Node, option: &str) -> String {
    let questions = || {
        file.entry("questions")
            .map_or(&[][..], Node::elements)
            .iter()
    };
    let id = |node: &Node| node.entry("id").map_or("", Node::text).to_owned();
    let options = |question: &Node| -> Vec<String> {
        let options = question.entry("options").map_or(&[][..], Node::elements);
        options.iter().map(id).collect()
    };
    let choices = || questions().filter(|question| !options(question).is_empty());
    let (question, answer) = if option == Answer::NOT_SURE {
        (questions().next().map(id), option.to_owned())
    } else if let Some(with) = choices().find(|with| options(with).iter().any(|id| id == option)) {
        (Some(id(with)), option.to_owned())
    } else {
        let first = choices().next();
        let answer = first.and_then(|question| options(question).into_iter().next());
        (first.map(id), answer.unwrap_or_else(|| "outage".to_owned()))
    };
    let question = question.unwrap_or_else(|| "topic".to_owned());
    [
        "{ \"question\": \"",
        &question,
        "\", \"is\": \"",
        &answer,
        "\" }",
    ]
    .concat()
}

fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}

impl Format {
    /// A string that fits.
    const fn sample(self) -> &'static str {
        match self {
            Self::Any | Self::Id | Self::Keyword | Self::OptionId => "…",
            Self::Colour => "#0b5c58",
            Self::Country => "JP",
            Self::Date => "2026-11-23",
            Self::Days => "mon-fri",
            Self::Email => "help@example.com",
            Self::Endpoint => "/messages",
            Self::LanguageTag => "en",
            Self::Link => "https://example.com/help",
            Self::Moment => "2026-11-22T09:30:00+09:00",
            Self::Pages => "/claims/*",
            Self::Phone => "+81312345678",
            Self::ShortNumber => "119",
            Self::Span => "09:00-17:30",
            Self::Timezone => "Asia/Tokyo",
        }
    }
}
