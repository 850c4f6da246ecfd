//! The checker: from source to playbook, with everything that is wrong on the way.
//!
//! A file is gone through twice. First it is held against the grammar (`grammar`, the format as
//! data; `shape`, which compares), which finds whatever is wrong with a value by itself. Then the
//! readers make the engine's values of it and report what is wrong between values: a condition
//! that doesn't fit its question, a channel that nobody wrote down.
//!
//! What is only decoration (a story, a link, a channel among others) is left out when it is broken;
//! what the way depends on (questions, routes, the two ways that never close) must be right, or there
//! is no playbook. The command line refuses to publish with any error; the widget takes what is left.

/// Calls a method that notes a problem: `note!(self.report(node, Code::BadId), "\"", name, "\" is taken")`.
///
/// Without the feature `advice` the words are left out, and so is all that it takes to make them.
macro_rules! note {
    ($($method:ident).+($node:expr, $code:expr), $($piece:expr),+ $(,)?) => {
        if cfg!(feature = "advice") {
            $($method).+($node, $code, &[$($piece),+])
        } else {
            $($method).+($node, $code, &[])
        }
    };
}

mod channel;
mod condition;
mod content;
#[cfg(feature = "advice")]
mod display;
#[cfg(feature = "advice")]
mod feed;
mod findings;
mod format;
pub(crate) mod grammar;
mod guarantee;
mod hours;
mod lost;
#[cfg(feature = "advice")]
mod page;
#[cfg(feature = "advice")]
mod pattern;
mod question;
mod reader;
mod route;
#[cfg(feature = "advice")]
mod sample;
mod shape;
mod suggest;
mod synonyms;
mod text;
#[cfg(feature = "advice")]
mod ways;
#[cfg(feature = "advice")]
mod words;

use crate::{
    migrate::migrate,
    playbook::Playbook,
    problem::{Code, Problem},
    source::{Node, Value},
};
pub(crate) use findings::Findings;
use lost::leave_out;
#[cfg(feature = "advice")]
use lost::{hopes, look_at_lost};
use reader::{Reader, strings};
use shape::Inspector;
#[cfg(feature = "advice")]
pub(crate) use {
    condition::{JOINS, OPERATORS},
    sample::text as sample_text,
    text::MOST_CHARACTERS,
};
#[cfg(feature = "advice")]
pub use {
    feed::check_feed,
    suggest::{did_you_mean, is_written_otherwise, nearest, nearest_locale},
};

/// What the checker found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Everything that is wrong; sort by `span` for a listing in the order of the file. Without the
    /// feature `advice` problems have a code and nothing else, and only errors are noted.
    pub problems: Vec<Problem>,
    /// The playbook, when enough of the file is right to help a visitor with it.
    pub playbook: Option<Playbook>,
}

/// The version of the format that this engine reads.
const VERSION: i64 = 1;

/// Checks a source.
///
/// ```
/// use triage::source::{Node, Value};
/// let report = triage::check(Node::from(Value::List(vec![])));
/// assert!(report.playbook.is_none());
/// # #[cfg(feature = "advice")]
/// assert!(report.problems[0].to_string().ends_with("found a list"));
/// ```
#[must_use]
pub fn check(mut source: Node) -> Report {
    let is_older = migrate(&mut source);
    // Needed to judge every text, so whatever else is wrong with them is found later.
    let mut locales = strings(&source, "locales");
    if cfg!(feature = "advice") {
        let mut seen = Vec::new();
        locales.retain(|locale| {
            let is_new = !seen.contains(locale);
            seen.push(locale.clone());
            is_new
        });
    }
    let names: Vec<&str> = locales.iter().map(String::as_str).collect();
    let mut inspector = Inspector {
        findings: Findings::new(&source),
        locales: &names,
        refused: Vec::new(),
    };
    if is_other_version(&mut inspector) {
        return Report {
            problems: inspector.findings.problems,
            playbook: None,
        };
    }
    if is_older && cfg!(feature = "advice") {
        remark_older(&mut inspector.findings);
    }
    let sound = inspector.is_sound(&source, &grammar::PLAYBOOK);
    let Inspector {
        findings, refused, ..
    } = inspector;
    let mut problems = findings.problems;
    #[cfg(feature = "advice")]
    let hopes = hopes(&source);
    #[cfg(feature = "advice")]
    problems.extend(look_at_lost(&source, &refused));
    leave_out(&mut source, &refused);
    let mut reader = Reader::new(&source, locales);
    #[cfg(feature = "advice")]
    {
        reader.hopes = hopes;
    }
    let playbook = playbook(&mut reader).filter(|_| sound);
    problems.append(&mut reader.findings.problems);
    Report { problems, playbook }
}

/// In another version everything may mean something else, so that nothing more can be said.
fn is_other_version(inspector: &mut Inspector<'_>) -> bool {
    let Some(version) = inspector.findings.file.entry("version") else {
        return false;
    };
    let cure = match version.value {
        Value::Whole(number) if number > VERSION => {
            "this playbook is newer than this program; update Leeward, or write version 1"
        }
        Value::Whole(number) if number < VERSION => "there is no such version; write 1",
        _ => return false,
    };
    !note!(inspector.refuse(version, Code::Version), cure)
}

fn remark_older(findings: &mut Findings<'_>) {
    let version = findings.file.entry("version").unwrap_or(findings.file);
    note!(
        findings.remark(version, Code::OldVersion),
        "this is an older version, which is still read; write 1, and \"channels\" instead of \"lines\"",
    );
}

fn playbook(reader: &mut Reader<'_>) -> Option<Playbook> {
    #[cfg(feature = "advice")]
    reader.look_at_display();
    let start = reader.findings.mark();
    let brand = reader.brand();
    let labels = reader.labels();
    reader.read_hours();
    reader.read_questions();
    reader.read_channels();
    let routes = reader.routes();
    let reassurance = reader.passages("reassurance");
    let expectations = reader.passages("expectations");
    let stories = reader.passages("stories");
    let resources = reader.resources();
    let status_about = reader.status_about();
    #[cfg(feature = "advice")]
    let status_components = reader.status_components();
    reader.guarantee_two_ways();
    if cfg!(feature = "advice") {
        reader.remark_unused();
    }
    reader.findings.is_sound_since(start).then(|| Playbook {
        name: reader.text(reader.file, "name"),
        translations: reader
            .entries("translations")
            .map(|(tag, _)| tag.to_owned())
            .collect(),
        launcher: reader.launcher(),
        brand,
        labels,
        notice: reader.notice(),
        emergency: reader.emergency(),
        routes,
        reassurance,
        expectations,
        stories,
        resources,
        status_about,
        #[cfg(feature = "advice")]
        status_components,
        channels: std::mem::take(&mut reader.channels),
        questions: std::mem::take(&mut reader.questions),
        locales: std::mem::take(&mut reader.locales),
    })
}
