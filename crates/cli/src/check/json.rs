//! Findings as JSON. Other people's programs read this: fields may be added, and never change or go away.

use serde_json::{Value, json};
use triage::{Problem, Severity};

use super::{Checked, place::place};

/// All files with what was found in each.
pub fn report(checked: &[Checked]) -> Value {
    let files: Vec<Value> = checked.iter().map(file).collect();
    json!({ "version": 1, "files": files })
}

/// The name of a severity, in every format for programs.
pub const fn severity(problem: &Problem) -> &'static str {
    match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn file(checked: &Checked) -> Value {
    match &checked.found {
        Ok(loaded) => {
            let problems = loaded.problems.iter();
            let problems: Vec<Value> = problems.map(|found| problem(found, &loaded.text)).collect();
            json!({
                "path": checked.name,
                "unreadable": null,
                "usable": loaded.is_json,
                "errors": loaded.errors(),
                "warnings": loaded.problems.len() - loaded.errors(),
                "problems": problems,
            })
        }
        Err(error) => json!({
            "path": checked.name,
            "unreadable": error,
            "usable": false,
            "errors": 0,
            "warnings": 0,
            "problems": [],
        }),
    }
}

fn problem(problem: &Problem, text: &str) -> Value {
    let place = |byte| place(text, byte);
    let start = problem.span.map(|(from, _)| place(from));
    let end = problem.span.map(|(_, to)| place(to));
    json!({
        "code": problem.code.as_str(),
        "severity": severity(problem),
        "path": problem.path,
        "line": start.map(|start| start.line),
        "column": start.map(|start| start.column),
        "end": end.map(|end| json!({ "line": end.line, "column": end.column })),
        "message": problem.message,
    })
}
