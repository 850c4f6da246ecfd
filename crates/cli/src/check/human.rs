//! Findings for people: the line, a mark below it, and what to do.

use std::io::{self, IsTerminal as _};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use triage::{Problem, Severity, source};

use super::{Checked, named::named};
use crate::plain;

/// Prints what was found in a file, and whether it may be published.
pub fn print(checked: &Checked) {
    let name = &plain::line(&checked.name);
    let loaded = match &checked.found {
        Ok(loaded) => loaded,
        Err(error) => return tell!("{name}: can't be read: {error}"),
    };
    let source = source::parse(&loaded.text).ok();
    for problem in &loaded.problems {
        let place = source
            .as_ref()
            .map_or_else(String::new, |source| named(&problem.path, source));
        let renderer = if io::stdout().is_terminal() {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let rendered = render(problem, &place, &loaded.text, name, &renderer);
        write_line!(plain::coloured(&rendered) + "\n");
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
fn render(problem: &Problem, place: &str, text: &str, file: &str, renderer: &Renderer) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = if place.is_empty() {
        problem.message.clone()
    } else {
        format!("{place}: {}", problem.message)
    };
    // In the lines of the file the renderer sees to it.
    let title = level
        .primary_title(plain::plain(&message).into_owned())
        .id(problem.code.as_str());
    let report: Group<'_> = match problem.span {
        Some((from, to)) => title.element(
            Snippet::source(text)
                .path(file)
                .annotation(AnnotationKind::Primary.span(from..first_line_end(text, from, to))),
        ),
        None => Group::with_title(title),
    };
    renderer.render(&[report])
}

/// Long values are marked on their first line only.
fn first_line_end(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to)
        .and_then(|part| part.find('\n'))
        .map_or(to, |length| from + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use triage::{Code, Problem};

    #[test]
    fn in_colours_too_nothing_of_a_file_acts() {
        let text = "{ \"a\u{1b}[2J\": \"b\u{9b}2J\u{202e}\" }";
        let problem = Problem {
            code: Code::UnknownField,
            path: String::new(),
            message: "no \"a\u{1b}[2J\u{9d}\"".to_owned(),
            span: Some((2, text.len())),
        };
        let shown = render(&problem, "", text, "x", &Renderer::styled());
        let shown = plain::coloured(&shown);
        let begins = shown.matches('\u{1b}').count();
        // Only colours begin so.
        let colours = shown.split("\u{1b}[").skip(1).filter(|rest| {
            let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != ';');
            end.is_some_and(|end| rest[end..].starts_with('m'))
        });
        assert!(begins > 0 && colours.count() == begins, "{shown:?}");
        assert!(
            !shown.contains(['\u{9b}', '\u{9d}', '\u{202e}']),
            "{shown:?}"
        );
    }
}
