//! Laying out JSON as the ready playbooks are: on one line what fits on one, so that a text and its translations stand
//! side by side.

use triage::source::{Node, Value};

/// How many characters a line may have.
pub(crate) const WIDTH: usize = 150;

/// A tree over as few lines as fit, with a line break at its end. `text` is what it was read from: numbers that
/// playbooks don't know are copied from there.
#[must_use]
pub fn pretty(node: &Node, text: &str) -> String {
    let mut laid_out = Layout {
        text,
        out: String::new(),
    };
    laid_out.value(node, 0, 0);
    laid_out.out.push('\n');
    laid_out.out
}

/// A value on one line.
#[must_use]
pub fn inline(node: &Node, text: &str) -> String {
    match &node.value {
        Value::Map(entries) if !entries.is_empty() => {
            let entries = entries.iter();
            let entries =
                entries.map(|(name, node)| [&quoted(name), ": ", &inline(node, text)].concat());
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Map(_) => "{}".to_owned(),
        Value::List(elements) if elements.iter().any(is_composed) => {
            format!("[ {} ]", join(elements, text))
        }
        Value::List(elements) => format!("[{}]", join(elements, text)),
        Value::String(string) => quoted(string),
        Value::OtherNumber => {
            let written = node.span.and_then(|(from, to)| text.get(from..to));
            written.unwrap_or("null").to_owned()
        }
        Value::Null | Value::Bool(_) | Value::Whole(_) => node.to_string(),
    }
}

/// A string as JSON writes it (RFC 8259, section 7).
#[must_use]
pub fn quoted(string: &str) -> String {
    let mut written = String::with_capacity(string.len() + 2);
    written.push('"');
    for character in string.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '\u{8}' => written.push_str("\\b"),
            '\u{c}' => written.push_str("\\f"),
            control if control < ' ' => written += &format!("\\u{:04x}", u32::from(control)),
            other => written.push(other),
        }
    }
    written.push('"');
    written
}

fn join(elements: &[Node], text: &str) -> String {
    let elements: Vec<String> = elements.iter().map(|node| inline(node, text)).collect();
    elements.join(", ")
}

const fn is_composed(node: &Node) -> bool {
    matches!(node.value, Value::Map(_) | Value::List(_))
}

/// A value that replaces another one on a line: on that line where it fits, else over several, indented as the line is.
pub(crate) fn in_place(node: &Node, indent: usize, column: usize) -> String {
    let mut laid_out = Layout {
        text: "",
        out: String::new(),
    };
    laid_out.value(node, indent, column.max(1));
    laid_out.out
}

struct Layout<'t> {
    text: &'t str,
    out: String,
}

impl Layout<'_> {
    /// Appends a value that begins at a column of a line that is indented. The outermost value is never on one line.
    fn value(&mut self, node: &Node, indent: usize, column: usize) {
        let line = inline(node, self.text);
        let fits = line.len() == 2 || column > 0 && column + line.chars().count() <= WIDTH;
        if !is_composed(node) || fits {
            self.out.push_str(&line);
            return;
        }
        let inner = indent + 2;
        match &node.value {
            Value::Map(entries) => {
                self.out.push('{');
                for (place, (name, node)) in entries.iter().enumerate() {
                    let name = quoted(name) + ": ";
                    self.new_line(place, inner);
                    self.out.push_str(&name);
                    self.value(node, inner, inner + name.chars().count());
                }
                self.close('}', indent);
            }
            Value::List(elements) if elements.iter().any(is_composed) => {
                self.out.push('[');
                for (place, element) in elements.iter().enumerate() {
                    self.new_line(place, inner);
                    self.value(element, inner, inner);
                }
                self.close(']', indent);
            }
            Value::List(elements) => self.fill(elements, indent),
            _ => {}
        }
    }

    /// Words, as many on each line as fit.
    fn fill(&mut self, elements: &[Node], indent: usize) {
        self.out.push('[');
        let mut column = WIDTH;
        for (place, element) in elements.iter().enumerate() {
            let word = inline(element, self.text);
            let width = word.chars().count() + 2;
            if column + width > WIDTH {
                self.new_line(place, indent + 2);
                column = indent + 2;
            } else {
                self.out.push_str(", ");
            }
            self.out.push_str(&word);
            column += width;
        }
        self.close(']', indent);
    }

    fn new_line(&mut self, place: usize, indent: usize) {
        if place > 0 {
            self.out.push(',');
        }
        self.out.push('\n');
        self.out.push_str(&" ".repeat(indent));
    }

    fn close(&mut self, bracket: char, indent: usize) {
        self.out.push('\n');
        self.out.push_str(&" ".repeat(indent));
        self.out.push(bracket);
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, pretty};
    use triage::source::{Node, Value, parse};

    #[test]
    fn every_ready_playbook_is_laid_out_as_it_stands() {
        for text in [
            include_str!("../../../playbooks/outage.json"),
            include_str!("../../../playbooks/disaster.json"),
            include_str!("../../../playbooks/hardship.json"),
            include_str!("../../../playbooks/health.json"),
            include_str!("../../../playbooks/service-crisis.json"),
        ] {
            assert_eq!(pretty(&parse(text).unwrap(), text), text);
        }
    }

    #[test]
    fn many_words_share_lines_and_stay_what_they_are() {
        let words = (0..60).map(|number| Node::from(Value::String(format!("word {number}"))));
        let list = Node::from(Value::List(words.collect()));
        let whole = Node::from(Value::Map(vec![("words".to_owned(), list)]));
        let text = pretty(&whole, "");
        assert!(text.lines().count() < 12, "{text}");
        assert!(text.lines().all(|line| line.len() <= 150), "{text}");
        assert_eq!(parse(&text).unwrap().to_string(), whole.to_string());
    }

    #[test]
    fn a_number_that_playbooks_do_not_know_stays_what_it_is() {
        let text = "[1.5, 1e400]";
        assert_eq!(inline(&parse(text).unwrap(), text), text);
    }
}
