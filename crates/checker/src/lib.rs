//! The checker for browsers. `loader/explain.js` brings it when something is wrong with a playbook, so that the
//! console of the page says what `leeward check` says. The widget carries none of these words: its visitors need to
//! know whether there is a playbook, and only the site's developers why there is none.

use triage::{Code, Problem, check, source};
use wasm_bindgen::prelude::*;

/// Everything that is wrong with the text of a playbook, in the order of the text, each finding on a line of its own:
/// `line 12, column 5: questions[2].ask_when: …`.
#[wasm_bindgen]
#[must_use]
pub fn findings(text: &str) -> String {
    let mut problems = match (source::parse(text), lost(text)) {
        (Ok(source), lost) => check(source).problems.into_iter().chain(lost).collect(),
        // Bytes that are no UTF-8 may have broken the rest, too.
        (Err(_), Some(lost)) => vec![lost],
        (Err(problem), None) => vec![problem],
    };
    problems.sort_by_key(|problem| problem.span);
    problems
        .iter()
        .map(|problem| line(text, problem))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What was lost of a file that isn't UTF-8. Browsers put U+FFFD for what they can't read, and have the zeros of UTF-16.
fn lost(text: &str) -> Option<Problem> {
    let is_utf16 = text.chars().take(4).any(|sign| sign == '\0');
    let from = text.find(['\0', char::REPLACEMENT_CHARACTER])?;
    let message = if is_utf16 {
        "written in UTF-16, and browsers read UTF-8 alone; save it as UTF-8: in Notepad under \"Save as\", Encoding"
    } else if text.contains(char::REPLACEMENT_CHARACTER) {
        "a character is lost here (U+FFFD), as where the file is written in Shift_JIS, Windows-1252 or another encoding; \"leeward check\" names it; save the file as UTF-8"
    } else {
        return None;
    };
    Some(Problem {
        code: Code::Syntax,
        path: String::new(),
        span: Some((from, from + 1)),
        message: message.into(),
    })
}

fn line(text: &str, problem: &Problem) -> String {
    let Some((from, _)) = problem.span else {
        return problem.to_string();
    };
    let (line, column) = source::place(text, from);
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
    fn a_file_that_is_not_utf8_is_named_as_browsers_see_it() {
        let text = "{ \"version\": 1 }";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xff\xfe", &wide[..]].concat();
        for bytes in [&wide, &marked] {
            let told = findings(&String::from_utf8_lossy(bytes));
            assert!(told.contains(": written in UTF-16, "), "{told}");
            assert!(told.contains("save it as UTF-8"), "{told}");
        }
        // Latin-1 within a text: JSON to a browser, and unreadable to its visitor.
        let sound = include_str!("../../../playbooks/outage.json");
        let lossy = sound.replacen("Kestrel Pay", "Caf\u{fffd}", 1);
        let told = findings(&lossy);
        assert!(told.starts_with("line 3, column "), "{told}");
        assert!(told.contains("a character is lost here"), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        // Shift_JIS breaks the text itself: its second bytes may be backslashes.
        let told = findings("{ \"name\": \"\u{fffd}\\\u{fffd}\" }");
        assert!(told.contains("Shift_JIS"), "{told}");
    }

    #[test]
    fn a_text_that_is_not_json_has_its_slip_named() {
        let told = findings("{\n  \"version\": 1,\n}");
        assert!(told.starts_with("line 2, column "), "{told}");
    }
}
