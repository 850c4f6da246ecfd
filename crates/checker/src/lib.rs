//! The checker for browsers. `loader/explain.js` brings it when something is wrong with a playbook, so that the
//! console of the page says what `leeward check` says. The widget carries none of these words: its visitors need to
//! know whether there is a playbook, and only the site's developers why there is none.

use triage::{Problem, check, source};
use wasm_bindgen::prelude::*;

/// Everything that is wrong with the text of a playbook, in the order of the text, each finding on a line of its own:
/// `line 12, column 5: questions[2].ask_when: …`.
#[wasm_bindgen]
#[must_use]
pub fn findings(text: &str) -> String {
    let mut problems = match source::parse(text) {
        Ok(source) => check(source).problems,
        Err(problem) => vec![problem],
    };
    problems.sort_by_key(|problem| problem.span);
    problems
        .iter()
        .map(|problem| line(text, problem))
        .collect::<Vec<_>>()
        .join("\n")
}

fn line(text: &str, problem: &Problem) -> String {
    let Some(before) = problem.span.and_then(|(from, _)| text.get(..from)) else {
        return problem.to_string();
    };
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before[start..].chars().count();
    format!("line {line}, column {column}: {problem}")
}

#[cfg(test)]
mod tests {
    use super::findings;

    #[test]
    fn each_finding_has_its_line_its_place_and_its_cure() {
        let sound = include_str!("../../../playbooks/outage.json");
        assert_eq!(findings(sound), "");
        let wrong = sound
            .replacen("\"locales\"", "\"あ\": 1, \"lcoales\"", 1)
            .replacen("\"version\": 1", "\"version\": true", 1);
        assert_eq!(
            findings(&wrong),
            "line 1, column 1: add the field \"locales\", such as \"locales\": [\"en\"]\n\
             line 2, column 14: version: expected the number 1, found true\n\
             line 4, column 3: あ: there is no field \"あ\" here; remove it\n\
             line 4, column 11: lcoales: there is no field \"lcoales\" here; did you mean \"locales\"?"
        );
    }

    #[test]
    fn a_text_that_is_not_json_has_its_slip_named() {
        let told = findings("{\n  \"version\": 1,\n}");
        assert!(told.starts_with("line 2, column "), "{told}");
    }
}
