//! Leaves out of JavaScript and style sheets what only people read: comments, indentation and empty lines. Which files
//! that is good for is said by `glue` and `site`.

use anyhow::{Result, ensure};

/// The lines that are left.
///
/// Lines stay lines, so that nothing has to be known about either language but how a text or a comment could reach
/// from one line into the next. What stands between backticks stays as it is.
pub fn lines(text: &str) -> Result<Vec<&str>> {
    let mut lines = Vec::new();
    let mut in_comment = false;
    let mut in_text = false;
    for whole in text.lines() {
        let line = whole.trim();
        in_comment |= !in_text && line.starts_with("/*");
        if in_text {
            in_text = !opens_or_closes_text(line);
            lines.push(whole);
        } else if in_comment {
            let (_, after) = line.split_once("*/").unwrap_or_default();
            ensure!(
                after.is_empty(),
                "there is code behind a comment, which would be lost; put it on a line of its own: {line}"
            );
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            ensure!(
                !line.ends_with('\\'),
                "there is a text over several lines, which crates/xtask/src/bare.rs would change; \
                 teach it to leave such lines alone: {line}"
            );
            in_text = opens_or_closes_text(line);
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Whether a line opens a text that goes on in the next, or closes the one that it began in.
fn opens_or_closes_text(line: &str) -> bool {
    line.matches('`').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_indentation_and_empty_lines_go_and_code_stays() {
        let script = "\
/**
 * Mounts, as `this` does.
 */
export function mount() {
    // Why.
    const url = 'https://example.test'; /* stays */

    /* one line */
    return `/* ${url} */`;
}
";
        assert_eq!(
            lines(script).unwrap(),
            [
                "export function mount() {",
                "const url = 'https://example.test'; /* stays */",
                "return `/* ${url} */`;",
                "}",
            ]
        );
    }

    #[test]
    fn texts_and_addresses_in_a_style_sheet_stay_as_they_are() {
        let sheet = "\
/* Why,
   at length. */

a::before {
  content: \"/*  two  blanks  */ // `\" \"`\";
  background:
    url(//example.test/a.svg),
    url(\"data:image/svg+xml,/*  */\");
}
";
        assert_eq!(
            lines(sheet).unwrap(),
            [
                "a::before {",
                "content: \"/*  two  blanks  */ // `\" \"`\";",
                "background:",
                "url(//example.test/a.svg),",
                "url(\"data:image/svg+xml,/*  */\");",
                "}",
            ]
        );
    }

    #[test]
    fn texts_between_backticks_stay_to_the_letter() {
        let script = "  sheet(`\n    /* in a text */\n\n    a { }\n  `); // Why.\n  // Gone.\n";
        assert_eq!(
            lines(script).unwrap(),
            [
                "sheet(`",
                "    /* in a text */",
                "",
                "    a { }",
                "  `); // Why.",
            ]
        );
    }

    #[test]
    fn what_would_be_damaged_is_refused() {
        for damaged in [
            "a { content: \"one \\\n  two\" }\n",
            "/* why */ a { color: red }\n",
            "/* at\n length */ a { color: red }\n",
        ] {
            assert!(lines(damaged).is_err(), "{damaged}");
        }
    }
}
