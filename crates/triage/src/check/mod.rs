//! The checker: from source to playbook, with everything that is wrong on the way.
//!
//! It goes through the file once, from top to bottom, and reports every problem it meets. What is
//! only decoration (a story, a link, a channel among others) is left out when it is broken; what
//! the way depends on (questions, routes, the two ways that never close) must be right, or there
//! is no playbook. The command line refuses to publish with any error; the widget takes what is left.

mod channel;
mod condition;
mod content;
mod guarantee;
mod hours;
mod place;
mod question;
mod reader;
mod route;
mod suggest;
mod text;

use crate::{
    Label, Text,
    colour::Colour,
    label::placeholders,
    playbook::Playbook,
    problem::{Code, Problem},
    source::{Node, Value},
};
use place::Place;
use reader::Reader;

/// What the checker found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Everything that is wrong, roughly in the order of the file; sort by `span` for a listing.
    pub problems: Vec<Problem>,
    /// The playbook, when enough of the file is right to help a visitor with it.
    pub playbook: Option<Playbook>,
}

/// The version of the format that this engine reads.
const VERSION: i64 = 1;

const FIELDS: &[&str] = &[
    "version",
    "name",
    "locales",
    "launcher",
    "theme",
    "labels",
    "notice",
    "emergency",
    "holidays",
    "hours",
    "questions",
    "channels",
    "routes",
    "reassurance",
    "expectations",
    "stories",
    "resources",
];

/// Checks a source.
///
/// ```
/// use triage::source::{Node, Value};
/// let report = triage::check(&Node::from(Value::List(vec![])));
/// assert!(report.playbook.is_none());
/// assert_eq!(report.problems[0].to_string(), "expected an object, found a list");
/// ```
#[must_use]
pub fn check(source: &Node) -> Report {
    let mut reader = Reader::default();
    let playbook = playbook(&mut reader, source);
    Report {
        problems: reader.problems,
        playbook,
    }
}

fn playbook(reader: &mut Reader, source: &Node) -> Option<Playbook> {
    let file = &Place::file(source);
    let start = reader.mark();
    reader.object(file, FIELDS);
    if reader.is_sound_since(start) {
        version(reader, file);
        reader.locales = text::locales(reader, file);
    }
    // Without these two, everything after would be found wrong for their sake.
    if !reader.is_sound_since(start) {
        return None;
    }
    let name = reader.text_field(file, "name");
    let launcher = launcher(reader, file);
    let brand = brand(reader, file);
    let labels = labels(reader, file);
    let notice = content::notice(reader, file);
    let emergency = content::emergency(reader, file);
    let mut hours = hours::Book::read(reader, file);
    question::questions(reader, file);
    let channels = channel::channels(reader, file, &mut hours);
    hours.report_unused(reader, file);
    let routes = route::routes(reader, file);
    let reassurance = content::passages(reader, file, "reassurance", content::STATEMENT);
    let expectations = content::passages(reader, file, "expectations", content::STATEMENT);
    let stories = content::passages(reader, file, "stories", content::STORY);
    let resources = content::resources(reader, file);
    guarantee::two_ways_that_never_close(reader, file, &channels);
    route::report_unused_channels(reader, file, &channels, &routes);
    reader.is_sound_since(start).then(|| Playbook {
        name,
        launcher,
        brand,
        labels,
        notice,
        emergency,
        channels,
        routes,
        reassurance,
        expectations,
        stories,
        resources,
        questions: std::mem::take(&mut reader.questions),
        locales: std::mem::take(&mut reader.locales),
    })
}

fn version(reader: &mut Reader, file: &Place<'_>) {
    let Some(version) = reader.required(file, "version") else {
        return;
    };
    let cure = match &version.node.value {
        Value::Whole(VERSION) => return,
        Value::Whole(newer) if *newer > VERSION => {
            "this playbook is newer than this program; update Leeward, or write version 1"
        }
        Value::Whole(_) => "there is no such version; write 1",
        _ => return reader.wrong_kind(&version, "the number 1"),
    };
    reader.report(&version, Code::Version, &[cure]);
}

fn launcher(reader: &mut Reader, file: &Place<'_>) -> Option<Text> {
    let launcher = file.field("launcher")?;
    let mark = reader.mark();
    reader.object(&launcher, &["text"]);
    let text = reader.text_field(&launcher, "text");
    reader.forgive_since(mark).then_some(text)
}

fn brand(reader: &mut Reader, file: &Place<'_>) -> Option<String> {
    let theme = file.field("theme")?;
    let mark = reader.mark();
    reader.object(&theme, &["brand"]);
    if let Some(brand) = reader.required(&theme, "brand") {
        readable_colour(reader, &brand);
    }
    let text = reader.string_field(&theme, "brand");
    reader.forgive_since(mark).then(|| text.to_owned())
}

fn readable_colour(reader: &mut Reader, place: &Place<'_>) {
    let Some(colour) = place.string().and_then(Colour::parse) else {
        let cure = "a colour is # and six hexadecimal digits, such as #0b5c58";
        return reader.report(place, Code::BadColour, &[cure]);
    };
    let shade = colour.under_white_text();
    if shade != colour {
        let cure = "white text can't be read on this colour; the nearest shade on which it can is ";
        reader.report(place, Code::WeakContrast, &[cure, &shade.to_hex()]);
    }
}

fn labels(reader: &mut Reader, file: &Place<'_>) -> Vec<(Label, Text)> {
    let mut labels = Vec::new();
    let Some(overrides) = file.field("labels") else {
        return labels;
    };
    let mark = reader.mark();
    for entry in reader.entries(&overrides) {
        reader.forgive_since(mark);
        let Some(label) = Label::from_key(entry.key()) else {
            let known = Label::ALL.iter().map(|label| label.key());
            let cure = suggest::did_you_mean(entry.key(), known, "the keys are in labels/ja.json");
            let message = ["there is no label \"", entry.key(), "\"; ", &cure];
            reader.remark(&entry, Code::UnknownField, &message);
            continue;
        };
        let text = reader.text(&entry);
        same_placeholders(reader, &entry, label);
        if reader.is_sound_since(mark) {
            labels.push((label, text));
        }
    }
    reader.forgive_since(mark);
    labels
}

/// Checks that every string of a label has exactly the placeholders of the English one.
fn same_placeholders(reader: &mut Reader, place: &Place<'_>, label: Label) {
    let wanted: Vec<_> = placeholders(label.english()).collect();
    let differs = |place: &Place<'_>| {
        place.string().is_some_and(|text| {
            placeholders(text).count() != wanted.len()
                || wanted
                    .iter()
                    .any(|name| placeholders(text).all(|found| found != *name))
        })
    };
    if differs(place) || place.children().any(|child| differs(&child)) {
        let list = wanted.join("}, {");
        let cure: &[&str] = if wanted.is_empty() {
            &["this label has no placeholders"]
        } else {
            &["use each of these once: {", &list, "}"]
        };
        reader.report(place, Code::BadPlaceholder, cure);
    }
}

/// Reports what is never used among the entries of a field, such as opening hours that nobody names.
fn report_unused(
    reader: &mut Reader,
    file: &Place<'_>,
    field: &str,
    cure: &str,
    used: &dyn Fn(&str) -> bool,
) {
    let Some(field) = file.field(field) else {
        return;
    };
    for entry in field.children() {
        if !used(entry.key()) {
            reader.remark(&entry, Code::Unused, &[cure]);
        }
    }
}
