//! Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read.

use serde_json::{Value, json};
use triage::{Code, Problem, Severity};

use super::{Checked, json::severity, place::place};

/// One run over all files, with a rule for each code.
pub fn log(checked: &[Checked]) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "leeward",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().copied().map(rule).collect::<Vec<_>>(),
            } },
            // Columns count characters as people do, not the units of UTF-16.
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(checked)],
            "results": checked.iter().flat_map(results).collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: Code) -> Value {
    let level = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": code.explanation().trim() },
        "defaultConfiguration": { "level": level },
    })
}

/// Files that can't be read are no findings, but the run has failed.
fn invocation(checked: &[Checked]) -> Value {
    let failures: Vec<Value> = checked
        .iter()
        .filter_map(|file| {
            let error = file.found.as_ref().err()?;
            let text = format!("{}: can't be read: {error}", file.name);
            Some(json!({ "level": "error", "message": { "text": text } }))
        })
        .collect();
    json!({
        "executionSuccessful": failures.is_empty(),
        "toolExecutionNotifications": failures,
    })
}

fn results(checked: &Checked) -> Vec<Value> {
    let Ok(loaded) = &checked.found else {
        return Vec::new();
    };
    let problems = loaded.problems.iter();
    problems
        .map(|problem| result(problem, &checked.name, &loaded.text))
        .collect()
}

fn result(problem: &Problem, file: &str, text: &str) -> Value {
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } });
    if let Some((from, to)) = problem.span {
        let (start, end) = (place(text, from), place(text, to));
        location["physicalLocation"]["region"] = json!({
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        });
    }
    if !problem.path.is_empty() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": problem.path }]);
    }
    let rule = Code::ALL.iter().position(|code| *code == problem.code);
    json!({
        "ruleId": problem.code.as_str(),
        "ruleIndex": rule,
        "level": severity(problem),
        "message": { "text": problem.to_string() },
        "locations": [location],
    })
}

/// A file's name as a reference (RFC 3986): slashes forward, and what has a meaning there escaped.
fn uri(file: &str) -> String {
    let mut uri = String::new();
    for byte in file.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}
