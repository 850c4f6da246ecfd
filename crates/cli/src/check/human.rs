//! Findings for people: the line, a mark below it, and what to do.

use std::io::{self, IsTerminal as _};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use triage::{Problem, Severity, source};

use super::{Checked, named::named};

/// Prints what was found in a file, and whether it may be published.
pub fn print(checked: &Checked) {
    let name = &checked.name;
    let loaded = match &checked.found {
        Ok(loaded) => loaded,
        Err(error) => return eprintln!("{name}: can't be read: {error}"),
    };
    let source = source::parse(&loaded.text).ok();
    for problem in &loaded.problems {
        let place = source
            .as_ref()
            .map_or_else(String::new, |source| named(&problem.path, source));
        say!("{}\n", render(problem, &place, &loaded.text, name));
    }
    let errors = loaded.errors();
    let warnings = loaded.problems.len() - errors;
    let verdict = if errors == 0 {
        "may be published"
    } else {
        "must not be published yet"
    };
    // What needs a whole playbook can't be looked at before.
    let more = if errors > 0 && loaded.is_json {
        "; opening hours and ways through the questions are looked at once the errors are mended"
    } else {
        ""
    };
    say!(
        "{name}: {verdict} ({}, {}){more}",
        count(errors, "error"),
        count(warnings, "warning")
    );
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A problem with the line it concerns.
fn render(problem: &Problem, place: &str, text: &str, file: &str) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = if place.is_empty() {
        problem.message.clone()
    } else {
        format!("{place}: {}", problem.message)
    };
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
