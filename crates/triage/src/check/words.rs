//! The words for a value that isn't what it must be: what is wrong with it, and what to write instead. Authors of
//! playbooks are no programmers, so that they are shown what to write rather than told of objects and strings.

use super::{
    format::Format,
    grammar::{CONDITION, Shape},
    sample::{condition, sample},
    suggest::{did_you_mean, did_you_mean_locale},
    synonyms::language_of_country,
};
use crate::{
    hours::{Date, read_days},
    link::{NumberProblem, check_link},
    playbook::Kind,
    source::{Node, Value},
    zones,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is said of a string, or of the name of an entry, that can't stand here. `cure` is that of its format.
pub(super) fn wrong_word(
    word: &str,
    is_name: bool,
    shape: &Shape,
    locales: &[&str],
    cure: &str,
) -> String {
    // The name of an entry is told by its place and by the mark below it.
    let subject = if is_name {
        "this".to_owned()
    } else {
        ["\"", word, "\""].concat()
    };
    match shape {
        Shape::String(format) => wrong_string(*format, word, &subject, cure),
        Shape::OneOf(known) if **known == Kind::NAMES => [
            "there is no kind of channel \"",
            word,
            "\"; ",
            &did_you_mean(word, known, &one_of_the_kinds(known)),
        ]
        .concat(),
        Shape::OneOf(known) => [
            "there is no \"",
            word,
            "\" here; ",
            &did_you_mean(word, known, &["use one of ", &known.join(", ")].concat()),
        ]
        .concat(),
        _ => [
            &subject,
            " isn't among the locales; ",
            &did_you_mean_locale(word, locales, "add it to \"locales\" or remove it"),
        ]
        .concat(),
    }
}

fn one_of_the_kinds(known: &[&str]) -> String {
    let mut others = known.to_vec();
    others.retain(|kind| !["social", "chat"].contains(kind));
    [
        "use social for LINE, WhatsApp and their like, chat for a chat on your own site, else one of ",
        &others.join(", "),
    ]
    .concat()
}

fn wrong_string(format: Format, word: &str, subject: &str, cure: &str) -> String {
    let known_cure = match format {
        Format::Date | Format::Moment => no_such_day(word).map(|told| (String::new(), told)),
        Format::Days => read_days(word).map(|days| {
            (
                subject.to_owned(),
                [" isn't a day; did you mean \"", &days, "\"?"].concat(),
            )
        }),
        Format::Link if is_half_link(word) => Some((
            subject.to_owned(),
            [" isn't a whole link; write \"https://", word, "\""].concat(),
        )),
        Format::LanguageTag => language_of_country(word).map(|language| {
            let cure = [
                " is a country's code; did you mean the language \"",
                language,
                "\"?",
            ];
            (subject.to_owned(), cure.concat())
        }),
        Format::Timezone if !zones::places(word).is_empty() => Some((
            subject.to_owned(),
            [" isn't the name of a time zone; ", &zones::cure(word)].concat(),
        )),
        Format::Phone if word.contains("(0)") => Some((
            subject.to_owned(),
            " can't be dialled; leave out (0), which is dialled at home only, and write digits with one space or hyphen between groups".to_owned(),
        )),
        Format::Phone if word.contains(char::is_alphabetic) && word.ends_with(|last: char| last.is_ascii_digit()) => Some((
            subject.to_owned(),
            [" can't be dialled; ", NumberProblem::Extension.cure()].concat(),
        )),
        Format::Phone | Format::ShortNumber if word.contains(['#', '*']) => Some((
            subject.to_owned(),
            " can't be dialled from a page, as phones refuse # and * in links; say it in the words of another channel, or give the number behind it".to_owned(),
        )),
        Format::ShortNumber if !word.contains(|letter: char| letter.is_ascii_digit()) => Some((
            subject.to_owned(),
            " can't be dialled; write it in digits, such as 119".to_owned(),
        )),
        _ => None,
    };
    let (subject, told) = known_cure.unwrap_or_else(|| {
        let told = [" ", fault(format), cure].concat();
        (subject.to_owned(), told)
    });
    subject + &told
}

/// Whether a text is a link but for its beginning: a host with a dot in it, and what follows.
fn is_half_link(word: &str) -> bool {
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && check_link(&["https://", word].concat()).is_ok()
}

/// What a string isn't, where its cure doesn't say so itself.
const fn fault(format: Format) -> &'static str {
    match format {
        Format::Phone | Format::ShortNumber => "can't be dialled; ",
        Format::Email => "isn't an e-mail address; ",
        Format::Link | Format::Endpoint => "isn't a safe link; ",
        Format::Span => "isn't a span of hours; ",
        _ => "",
    }
}

/// What is said of a date that is written as it should be, and that no calendar has.
fn no_such_day(text: &str) -> Option<String> {
    let date = text.get(..10)?;
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if ![year, month, day].into_iter().all(is_number) || Date::parse(date).is_some() {
        return None;
    }
    let number: usize = month.parse().ok()?;
    let Some(name) = number.checked_sub(1).and_then(|place| MONTHS.get(place)) else {
        return Some(
            [
                "there is no month ",
                month,
                "; write year, month and day, such as 2026-11-23",
            ]
            .concat(),
        );
    };
    let day = day.trim_start_matches('0');
    let day = if day.is_empty() { "0" } else { day };
    Some(
        [
            name,
            " ",
            year,
            " has no day ",
            day,
            "; correct the date, or remove it",
        ]
        .concat(),
    )
}

/// What is said of a value of the wrong kind.
pub(super) fn wrong_kind(node: &Node, shape: &Shape, file: &Node, locales: &[&str]) -> String {
    let sample = sample(shape, locales);
    let expected = match shape {
        Shape::Version => "the number 1".to_owned(),
        Shape::Flag => "true or false, without quotes".to_owned(),
        Shape::FlagOrString => "true, false or the id of an option".to_owned(),
        Shape::Whole(..) => "a whole number, without quotes".to_owned(),
        Shape::String(_) | Shape::OneOf(_) | Shape::Locale | Shape::Line => {
            ["text in quotes, such as ", &sample].concat()
        }
        Shape::Text | Shape::CountedText => ["a text such as ", &sample].concat(),
        Shape::List(_) => ["a list such as ", &sample].concat(),
        Shape::Object { .. } if std::ptr::eq(shape, &raw const CONDITION) => {
            ["a condition such as ", &condition(file, node.text())].concat()
        }
        Shape::Table(_) | Shape::Object { .. } => sample,
    };
    ["expected ", &expected, ", found ", &found(&node.value)].concat()
}

/// What stands there instead.
fn found(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::OtherNumber => "a number that isn't whole".to_owned(),
        Value::String(text) if text.len() <= 40 => ["\"", text, "\""].concat(),
        Value::String(_) => "text".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "{ … }".to_owned(),
    }
}
