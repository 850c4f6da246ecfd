//! A source as JSON (RFC 8259), without blanks or line breaks.

use std::fmt::{self, Write as _};

use super::{Node, Value};

/// ```
/// # #[cfg(feature = "text")] {
/// let source = triage::source::parse("{ \"name\": \"a \\\"b\\\"\", \"wait\": [1, 2] }").unwrap();
/// assert_eq!(source.to_string(), r#"{"name":"a \"b\"","wait":[1,2]}"#);
/// # }
/// ```
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Null | Value::OtherNumber => f.write_str("null"),
            Value::Bool(flag) => write!(f, "{flag}"),
            Value::Whole(number) => write!(f, "{number}"),
            Value::String(text) => quoted(text, f),
            Value::List(elements) => {
                f.write_char('[')?;
                for (place, element) in elements.iter().enumerate() {
                    separate(place, f)?;
                    element.fmt(f)?;
                }
                f.write_char(']')
            }
            Value::Map(entries) => {
                f.write_char('{')?;
                for (place, (name, node)) in entries.iter().enumerate() {
                    separate(place, f)?;
                    quoted(name, f)?;
                    f.write_char(':')?;
                    node.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn separate(place: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if place > 0 { f.write_char(',') } else { Ok(()) }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' | '\\' => write!(f, "\\{character}")?,
            '\n' => f.write_str("\\n")?,
            control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
            _ => f.write_char(character)?,
        }
    }
    f.write_char('"')
}
