//! Signs that nobody sees in a text. Those that turn the direction of writing make it read otherwise than it is written
//! ("Trojan Source", 2021), which is how a number or an address is forged; controls do whatever the reader's program
//! makes of them. Visitors are shown texts without either, so an author has to hear of them.

use super::Advisor;
use crate::{
    problem::Code,
    source::{Node, Value},
};

impl Advisor<'_> {
    pub(super) fn look_at_hidden_signs(&mut self) {
        self.look_for_hidden_signs(self.source);
    }

    fn look_for_hidden_signs(&mut self, node: &Node) {
        match &node.value {
            Value::String(text) => {
                if let Some(sign) = text.chars().find(|sign| is_hidden(*sign)) {
                    self.tell_of(node, sign);
                }
            }
            Value::List(nodes) => {
                for node in nodes {
                    self.look_for_hidden_signs(node);
                }
            }
            Value::Map(entries) => {
                for (_, node) in entries {
                    self.look_for_hidden_signs(node);
                }
            }
            _ => {}
        }
    }

    fn tell_of(&mut self, node: &Node, sign: char) {
        let name = format!("U+{:04X}", u32::from(sign));
        let does = match sign {
            '\t' => "a tab",
            _ if sign.is_control() => "a control character",
            _ => "which turns the direction of writing",
        };
        let message = [
            "nobody sees the sign ",
            &name,
            " in here, ",
            does,
            "; visitors are shown the text without it, so remove it",
        ];
        self.remark(node, Code::HiddenSign, &message);
    }
}

/// Whether nobody sees a sign in a text, and it does something: controls other than line breaks, and the embeddings, overrides and isolates of Unicode TR 9. The marks U+200E and
/// U+200F are none of them: they stand beside digits and brackets in Arabic and Hebrew, and turn nothing else.
#[must_use]
pub const fn is_hidden(sign: char) -> bool {
    matches!(sign, '\0'..='\t' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
