//! Reading playbooks from files, as every command does.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
    process::ExitCode,
};

use jiff::Timestamp;
use triage::{Playbook, Problem, Severity, Situation, advise, check, source};

use crate::zones::zones;

/// How far ahead hours are looked at, in days: a year, and the weeks that the engine looks ahead itself.
const DAYS_AHEAD: i64 = 371 + 40;

/// A file, and what was found in it.
pub struct Loaded {
    /// Its text.
    pub text: String,
    /// What the checker found, and what there is to look at where nothing is wrong; in the order of the file.
    pub problems: Vec<Problem>,
    /// The playbook, when enough is right.
    pub playbook: Option<Playbook>,
    /// The moment for which it was read, with the offsets of its zones for the year ahead.
    pub situation: Situation,
}

/// Reads a file; `-` is the standard input.
pub fn load(file: &Path, now: Timestamp) -> io::Result<Loaded> {
    let text = read(file)?;
    let source = match source::parse(&text) {
        Ok(source) => source,
        Err(problem) => {
            return Ok(Loaded {
                text,
                problems: vec![problem],
                playbook: None,
                situation: Situation::default(),
            });
        }
    };
    let report = check(source.clone());
    let mut problems = report.problems;
    let mut situation = Situation {
        now: now.as_second(),
        ..Situation::default()
    };
    if let Some(playbook) = &report.playbook {
        situation.zones = zones(playbook, now, DAYS_AHEAD);
        if problems
            .iter()
            .all(|problem| problem.severity() == Severity::Warning)
        {
            problems.extend(advise(&source, playbook, &situation));
        }
    }
    problems.sort_by_key(|problem| problem.span);
    Ok(Loaded {
        text,
        problems,
        playbook: report.playbook,
        situation,
    })
}

/// The playbook of a file, whatever there is to say about it; or the exit code, when the reason is told.
pub fn playbook(file: &Path) -> Result<Playbook, ExitCode> {
    let name = file.display();
    let loaded = load(file, Timestamp::now()).map_err(|error| {
        eprintln!("{name}: can't be read: {error}");
        ExitCode::from(2)
    })?;
    loaded.playbook.ok_or_else(|| {
        eprintln!("{name}: there is no playbook in it yet; `leeward check {name}` says why");
        ExitCode::from(2)
    })
}

fn read(file: &Path) -> io::Result<String> {
    if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    fs::read_to_string(file)
}
