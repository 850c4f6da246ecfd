//! Reading playbooks from files, as every command does.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
    rc::Rc,
};

use jiff::Timestamp;
use leeward_document::{Foreign, decode};
use triage::{
    Code, Playbook, Problem, Severity, Situation, advise, check, check_feed,
    source::{self, Node},
};

use crate::{
    plain,
    zones::{unknown, zones},
};

/// How far ahead hours are looked at, in days: a year, and the weeks that the engine looks ahead itself.
const DAYS_AHEAD: i64 = 371 + 40;

/// Of any file but those of signals, in bytes. Playbooks may have 256 KiB, and a translation holds their texts twice,
/// with notes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A file, and what was found in it.
pub struct Loaded {
    /// Its text.
    pub text: String,
    /// Whether the text is JSON at all, and not larger than anybody would read.
    pub is_json: bool,
    /// What the checker found, and what there is to look at where nothing is wrong; in the order of the file.
    pub problems: Vec<Problem>,
    /// The playbook, when enough is right.
    pub playbook: Option<Playbook>,
    /// The moment for which it was read, with the offsets of its zones for the year ahead.
    pub situation: Situation,
}

impl Loaded {
    /// A file of which nothing can be used, and why.
    fn refused(text: String, problem: Problem) -> Self {
        Self {
            text,
            is_json: false,
            problems: vec![problem],
            playbook: None,
            situation: Situation::default(),
        }
    }

    /// A file that is no UTF-8, and so no JSON.
    fn foreign(foreign: &Foreign) -> Self {
        let text = foreign.text().to_owned();
        let problem = Problem {
            code: Code::Syntax,
            path: String::new(),
            span: (!text.is_empty()).then(|| foreign.span()),
            message: foreign.message(),
        };
        Self::refused(text, problem)
    }

    /// How many of the problems keep it from being published.
    pub fn errors(&self) -> usize {
        let problems = self.problems.iter();
        problems
            .filter(|problem| problem.severity() == Severity::Error)
            .count()
    }
}

/// A playbook to rehearse. One that has errors is rehearsed as visitors would meet it, and that is said; one of which
/// nothing can be used, or a file that can't be read, is an error in words.
pub fn rehearse(file: &Path, now: Timestamp) -> Result<(Rc<Playbook>, Situation), String> {
    let name = plain::name(file);
    let mut loaded = load(file, now).map_err(|error| format!("{name}: can't be read: {error}"))?;
    let errors = loaded.errors();
    let Some(playbook) = loaded.playbook.take() else {
        return Err(format!(
            "{name}: can't be used ({errors} errors); see them with: leeward check {name}"
        ));
    };
    if errors > 0 {
        tell!(
            "{name}: has {errors} errors; what is broken is left out. See them with: leeward check {name}"
        );
    }
    let playbook = playbook.without_expired(loaded.situation.today());
    Ok((Rc::new(playbook), loaded.situation))
}

/// Reads a live feed, and checks it for a playbook, at the playbook's moment. Without one only its JSON is checked.
pub fn feed(file: &Path, playbook: Option<&Loaded>) -> io::Result<Loaded> {
    let text = match decode(&bytes(file)?) {
        Ok(text) => text,
        Err(foreign) => return Ok(Loaded::foreign(&foreign)),
    };
    let feed = match source::parse_feed(&text) {
        Ok(feed) => feed,
        Err(problem) => return Ok(Loaded::refused(text, problem)),
    };
    let mut problems = playbook
        .and_then(|loaded| Some((loaded.playbook.as_ref()?, loaded.situation.now)))
        .map_or_else(Vec::new, |(playbook, now)| check_feed(&feed, playbook, now));
    problems.sort_by_key(|problem| problem.span);
    Ok(Loaded {
        text,
        is_json: true,
        problems,
        playbook: None,
        situation: Situation::default(),
    })
}

/// Reads a file; `-` is the standard input.
pub fn load(file: &Path, now: Timestamp) -> io::Result<Loaded> {
    let text = match decode(&bytes(file)?) {
        Ok(text) => text,
        Err(foreign) => return Ok(Loaded::foreign(&foreign)),
    };
    let source = match source::parse(&text) {
        Ok(source) => source,
        Err(problem) => return Ok(Loaded::refused(text, problem)),
    };
    let report = check(source.clone());
    let mut problems = report.problems;
    let unknown = unknown(&source, &problems);
    problems.extend(unknown);
    leeward_numbers::merge(&source, &mut problems);
    let mut situation = Situation {
        now: now.as_second(),
        ..Situation::default()
    };
    if let Some(playbook) = &report.playbook {
        situation.zones = zones(playbook, now, DAYS_AHEAD);
    }
    let is_error = |problem: &Problem| problem.severity() == Severity::Error;
    let whole = report.playbook.as_ref();
    let whole = whole.filter(|_| !problems.iter().any(is_error));
    problems.extend(advise(&source, whole, &situation));
    problems.sort_by_key(|problem| problem.span);
    Ok(Loaded {
        text,
        is_json: true,
        problems,
        playbook: report.playbook,
        situation,
    })
}

/// A live feed, to be rehearsed.
pub fn json_feed(file: &Path) -> Result<Node, String> {
    let name = plain::name(file);
    let text = read(file).map_err(|error| format!("{name}: can't be read: {error}"))?;
    source::parse_feed(&text).map_err(|problem| format!("{name}: no JSON, {}", at(&text, &problem)))
}

/// A problem with its place in a text.
pub fn at(text: &str, problem: &Problem) -> String {
    let Some((from, _)) = problem.span else {
        return problem.to_string();
    };
    let (line, column) = source::place(text, from);
    format!("line {line}, column {column}: {problem}")
}

/// The text of a file; `-` is the standard input. One that is no UTF-8 is an error that names its encoding and the cure.
pub fn read(file: &Path) -> io::Result<String> {
    let text = decode(&bytes(file)?);
    text.map_err(|foreign| io::Error::new(io::ErrorKind::InvalidData, foreign.message()))
}

/// What a file holds. One that nobody has written for us is not read to its end.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let from: Box<dyn io::Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(fs::File::open(file)?)
    };
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other(
            "it is larger than 4 MiB, and no file for leeward is; is it the right one?",
        ));
    }
    Ok(bytes)
}
