//! Laying out what the command line has in hand as the ready playbooks are.

use serde_json::Value;
use triage::source::{self, Node};

pub use leeward_document::quoted;

/// A value over as few lines as fit, with a line break at its end.
pub fn pretty(value: &Value) -> String {
    let mut odd = String::new();
    let node = node(value, &mut odd);
    leeward_document::pretty(&node, &odd)
}

/// A value on one line.
pub fn inline(value: &Value) -> String {
    let mut odd = String::new();
    let node = node(value, &mut odd);
    leeward_document::inline(&node, &odd)
}

/// The same value as a tree. Numbers that playbooks don't know are written into a text, where their nodes find them.
fn node(value: &Value, odd: &mut String) -> Node {
    let value = match value {
        Value::Null => source::Value::Null,
        Value::Bool(flag) => source::Value::Bool(*flag),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => source::Value::Whole(whole),
            None => {
                let from = odd.len();
                odd.push_str(&number.to_string());
                return Node {
                    span: Some((from, odd.len())),
                    ..source::Value::OtherNumber.into()
                };
            }
        },
        Value::String(string) => source::Value::String(string.clone()),
        Value::Array(elements) => {
            source::Value::List(elements.iter().map(|element| node(element, odd)).collect())
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            source::Value::Map(
                fields
                    .map(|(name, value)| (name.clone(), node(value, odd)))
                    .collect(),
            )
        }
    };
    value.into()
}

#[cfg(test)]
mod tests {
    use super::{inline, pretty};

    #[test]
    fn a_ready_playbook_is_laid_out_as_it_stands() {
        let text = include_str!("../../../playbooks/outage.json");
        let value = serde_json::from_str(text).unwrap();
        assert_eq!(pretty(&value), text);
    }

    #[test]
    fn numbers_stay_what_they_are() {
        assert_eq!(
            inline(&serde_json::json!([1, 1.5, -2.25])),
            "[1, 1.5, -2.25]"
        );
    }
}
