//! Laying out JSON as the ready playbooks are: on one line what fits on one, so that a text and its translations stand
//! side by side.

use serde_json::Value;

/// How many characters a line may have.
const WIDTH: usize = 150;

/// A value over as few lines as fit, with a line break at its end.
pub fn pretty(value: &Value) -> String {
    let mut text = String::new();
    lay_out(value, 0, 0, &mut text);
    text.push('\n');
    text
}

/// A value on one line.
pub fn inline(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{}: {}", quoted(name), inline(value)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Array(elements) if elements.iter().any(is_composed) => {
            format!("[ {} ]", join(elements))
        }
        Value::Array(elements) => format!("[{}]", join(elements)),
        plain => plain.to_string(),
    }
}

/// A string as JSON writes it.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn join(elements: &[Value]) -> String {
    let elements: Vec<String> = elements.iter().map(inline).collect();
    elements.join(", ")
}

const fn is_composed(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}

/// Appends a value that begins at a column of a line that is indented. The outermost object is never on one line.
fn lay_out(value: &Value, indent: usize, column: usize, text: &mut String) {
    let line = inline(value);
    if !is_composed(value)
        || line.len() == 2
        || column > 0 && column + line.chars().count() <= WIDTH
    {
        text.push_str(&line);
        return;
    }
    let inner = indent + 2;
    match value {
        Value::Object(fields) => {
            text.push('{');
            for (place, (name, value)) in fields.iter().enumerate() {
                let name = quoted(name) + ": ";
                new_line(place, inner, text);
                text.push_str(&name);
                lay_out(value, inner, inner + name.chars().count(), text);
            }
            close('}', indent, text);
        }
        Value::Array(elements) if elements.iter().any(is_composed) => {
            text.push('[');
            for (place, element) in elements.iter().enumerate() {
                new_line(place, inner, text);
                lay_out(element, inner, inner, text);
            }
            close(']', indent, text);
        }
        Value::Array(elements) => fill(elements, indent, text),
        _ => {}
    }
}

/// Words, as many on each line as fit.
fn fill(elements: &[Value], indent: usize, text: &mut String) {
    text.push('[');
    let mut column = WIDTH;
    for (place, element) in elements.iter().enumerate() {
        let word = inline(element);
        let width = word.chars().count() + 2;
        if column + width > WIDTH {
            new_line(place, indent + 2, text);
            column = indent + 2;
        } else {
            text.push_str(", ");
        }
        text.push_str(&word);
        column += width;
    }
    close(']', indent, text);
}

fn new_line(place: usize, indent: usize, text: &mut String) {
    if place > 0 {
        text.push(',');
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
}

fn close(bracket: char, indent: usize, text: &mut String) {
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(bracket);
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn a_ready_playbook_is_laid_out_as_it_stands() {
        let text = include_str!("../../../playbooks/outage.json");
        let value = serde_json::from_str(text).unwrap();
        assert_eq!(pretty(&value), text);
    }

    #[test]
    fn many_words_share_lines_and_stay_what_they_are() {
        let words: Vec<String> = (0..60).map(|number| format!("word {number}")).collect();
        let value = serde_json::json!({ "words": words });
        let text = pretty(&value);
        assert!(text.lines().count() < 12, "{text}");
        assert!(text.lines().all(|line| line.len() <= 150), "{text}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }
}
