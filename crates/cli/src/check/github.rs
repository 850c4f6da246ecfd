//! Findings as annotations: commands that a workflow of GitHub reads from what a step prints
//! ("Workflow commands for GitHub Actions", setting an error message).

use super::{Checked, json::severity, place::place};
use crate::plain;

/// Prints one command for each finding in a file.
pub fn print(checked: &Checked) {
    let file = property(&checked.name);
    let loaded = match &checked.found {
        Ok(loaded) => loaded,
        Err(error) => {
            let message = data(&format!("can't be read: {error}"));
            write_line!(format!("::error file={file},title=unreadable::{message}"));
            return;
        }
    };
    for problem in &loaded.problems {
        let mut place_of = String::new();
        if let Some((from, to)) = problem.span {
            let (start, end) = (place(&loaded.text, from), place(&loaded.text, to));
            place_of = format!(",line={},endLine={}", start.line, end.line);
            // Columns of an annotation over several lines are refused.
            if start.line == end.line {
                place_of += &format!(",col={},endColumn={}", start.column, end.column);
            }
        }
        write_line!(format!(
            "::{} file={file}{place_of},title={}::{}",
            severity(problem),
            property(problem.code.as_str()),
            data(&problem.to_string())
        ));
    }
}

/// A message; a line break would end the command. What a log's reader would act upon is taken out.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D");
    plain::plain(&text.replace('\n', "%0A")).into_owned()
}

/// A property; a colon or a comma would end it as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100 %,\r\n::error::"), "100 %25,%0D%0A::error::");
        assert_eq!(property("a:b,c%0A"), "a%3Ab%2Cc%250A");
        assert_eq!(data("\u{1b}[2J\u{202e}"), "\u{fffd}[2J\u{fffd}");
    }
}
