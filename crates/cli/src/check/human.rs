//! `leeward check`: every problem with its line, its code and its cure.

use std::{
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use jiff::Timestamp;
use triage::{Problem, Severity};

use crate::load::{Loaded, load};

/// Checks files and prints what is wrong with each.
pub fn files(files: &[PathBuf]) -> ExitCode {
    let mut worst = 0;
    for file in files {
        worst = worst.max(one(file));
    }
    ExitCode::from(worst)
}

fn one(file: &Path) -> u8 {
    let Loaded { text, problems, .. } = match load(file, Timestamp::now()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}: can't be read: {error}", file.display());
            return 2;
        }
    };
    for problem in &problems {
        println!("{}\n", render(problem, &text, &file.display().to_string()));
    }
    let errors = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Error)
        .count();
    let warnings = problems.len() - errors;
    let verdict = if errors == 0 {
        "may be published"
    } else {
        "must not be published yet"
    };
    println!(
        "{}: {verdict} ({errors} errors, {warnings} warnings)",
        file.display()
    );
    u8::from(errors > 0)
}

/// A problem with the line it concerns.
fn render(problem: &Problem, text: &str, file: &str) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = problem.to_string();
    let title = level.primary_title(message).id(problem.code.as_str());
    let report: Group<'_> = match problem.span {
        Some((from, to)) => title.element(
            Snippet::source(text)
                .path(file)
                .annotation(AnnotationKind::Primary.span(from..first_line_end(text, from, to))),
        ),
        None => Group::with_title(title),
    };
    let renderer = if io::stdout().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[report])
}

/// Long values are marked on their first line only.
fn first_line_end(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to)
        .and_then(|part| part.find('\n'))
        .map_or(to, |length| from + length)
}
