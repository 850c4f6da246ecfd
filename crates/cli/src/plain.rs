//! What is printed is read, and does nothing. A playbook, a feed, a translation or a line of signals may be somebody
//! else's: a text in it may be written to command the terminal that shows it, to read otherwise than it is, or to be
//! taken for a command by a service that reads what a step of a workflow prints.

use std::{borrow::Cow, path::Path};

use serde_json::Value;

/// What stands for a sign that isn't shown.
const SIGN: &str = "\u{fffd}";

/// Controls of terminals (C0, DEL and C1) other than line breaks and tabs, and the signs that turn the direction of
/// writing (Unicode TR 9; "Trojan Source", 2021).
const fn acts(sign: char) -> bool {
    (sign.is_ascii_control() && sign != '\n' && sign != '\t')
        || matches!(sign, '\u{80}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text for people, of one line or of several.
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_command = |line: &str| line.trim_start().starts_with("::") || line.contains("##[");
    let has_commands = text.lines().any(is_command);
    if !has_commands && !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let text = text.replace(acts, SIGN);
    if !has_commands {
        return Cow::Owned(text);
    }
    // A workflow of GitHub reads commands from lines that begin so, whoever wrote them.
    let lines = text.split_inclusive('\n').map(|line| {
        let line = line.replace("##[", "## [");
        match line.trim_start().strip_prefix("::") {
            Some(rest) => format!("{SIGN}{rest}"),
            None => line,
        }
    });
    Cow::Owned(lines.collect())
}

/// A text that a renderer has coloured, which has taken the sign that begins a colour out of what it was given.
pub fn coloured(text: &str) -> String {
    let parts: Vec<Cow<'_, str>> = text.split('\u{1b}').map(plain).collect();
    parts.join("\u{1b}")
}

/// A text that is one line, such as a file's name.
pub fn line(text: &str) -> String {
    text.replace(|sign| acts(sign) || sign == '\n' || sign == '\t', SIGN)
}

/// A file's name.
pub fn name(file: &Path) -> String {
    line(&file.display().to_string())
}

/// JSON for programs. What acts is written by its number, so that nothing is lost.
pub fn json(value: &Value) -> String {
    let mut json = String::new();
    for sign in format!("{value:#}").chars() {
        match sign {
            // Outside of strings there are none, and inside of them none that acts for its reader.
            _ if acts(sign) => json += &format!("\\u{:04x}", u32::from(sign)),
            '[' if json.ends_with("##") => json += "\\u005b",
            _ => json.push(sign),
        }
    }
    json
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{json, line, plain};

    #[test]
    fn nothing_that_acts_is_printed_and_people_can_read_the_rest() {
        for (text, shown) in [
            ("Tap\t\"電話\"\nक्‍ष שלום\u{200f}", None),
            ("\u{1b}[2J", Some("\u{fffd}[2J")),
            ("a\u{9b}2J\u{7f}\r", Some("a\u{fffd}2J\u{fffd}\u{fffd}")),
            ("\u{202e}1234\u{2066}", Some("\u{fffd}1234\u{fffd}")),
            (
                "one\n::error::two\n  ::add-mask::a",
                Some("one\n\u{fffd}error::two\n\u{fffd}add-mask::a"),
            ),
            ("a ##[error]b", Some("a ## [error]b")),
            ("a::b", None),
        ] {
            assert_eq!(plain(text), shown.unwrap_or(text));
        }
        assert_eq!(line("a\n::error::b\u{85}"), "a\u{fffd}::error::b\u{fffd}");
    }

    #[test]
    fn json_says_the_same_without_acting() {
        let value = json!({ "a\u{9b}": ["\u{1b}[2J\u{202e}\u{7f}", "##[error]", "\n", []] });
        let text = json(&value);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
        assert!(
            !text.contains(super::acts) && !text.contains("##["),
            "{text}"
        );
    }
}
