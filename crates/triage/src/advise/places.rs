//! Texts that are too long for the place where they stand: a button of three lines, a question that has to be scrolled.

use unicode_width::UnicodeWidthStr as _;

use super::Advisor;
use crate::{
    problem::Code,
    source::{Node, Value},
};

/// A text's place, a star standing for every entry; and the most columns that it may have, of which a Latin letter
/// takes one and a Japanese character two. On a phone of 360 CSS pixels a line of the panel has some 38.
const PLACES: &[(&str, usize)] = &[
    ("name", 32),
    ("launcher.text", 28),
    ("notice.text", 200),
    ("questions.*.text", 120),
    ("questions.*.why", 160),
    ("questions.*.hint", 160),
    ("questions.*.options.*.text", 60),
    ("questions.*.options.*.hint", 100),
    ("channels.*.name", 40),
    ("channels.*.about", 100),
    ("channels.*.cost", 60),
    ("channels.*.best_times", 80),
    ("routes.*.because", 200),
    ("reassurance.*.text", 200),
    ("expectations.*.text", 200),
    ("stories.*.text", 400),
    ("resources.*.title", 80),
    ("resources.*.about", 120),
];

impl Advisor<'_> {
    pub(super) fn look_at_places(&mut self) {
        for (place, most) in PLACES {
            self.look_at_place(self.source, place, *most);
        }
    }

    fn look_at_place(&mut self, node: &Node, place: &str, most: usize) {
        let (step, rest) = place.split_once('.').unwrap_or((place, ""));
        match &node.value {
            _ if place.is_empty() => self.look_at_lines(node, most),
            Value::List(nodes) if step == "*" => {
                for node in nodes {
                    self.look_at_place(node, rest, most);
                }
            }
            Value::Map(entries) => {
                for (name, node) in entries {
                    if step == "*" || step == name {
                        self.look_at_place(node, rest, most);
                    }
                }
            }
            _ => {}
        }
    }

    /// A text is one line for everybody, or one per locale.
    fn look_at_lines(&mut self, node: &Node, most: usize) {
        for (_, line) in node.entries() {
            self.look_at_lines(line, most);
        }
        let columns = node.text().width();
        if columns > most {
            let (columns, most) = (columns.to_string(), most.to_string());
            let message = [
                "this is ",
                &columns,
                " columns wide, and ",
                &most,
                " have room here; shorten it",
            ];
            self.remark(node, Code::LongText, &message);
        }
    }
}
