//! A value of the source and how it was reached. The path is written out only when a problem needs it.

use crate::source::{Node, Value};

/// A value and the way to it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub node: &'a Node,
    step: Step<'a>,
    above: Option<&'a Self>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    File,
    Field(&'a str),
    Element(usize),
}

impl<'a> Place<'a> {
    pub const fn file(node: &'a Node) -> Self {
        Self {
            node,
            step: Step::File,
            above: None,
        }
    }

    /// A field of an object; of one that stands twice, the first.
    #[inline(never)]
    pub fn field(&'a self, name: &str) -> Option<Self> {
        self.children().find(|child| child.key() == name)
    }

    /// The entries of an object, or the elements of a list; of anything else, nothing.
    pub const fn children(&'a self) -> Children<'a> {
        Children { of: self, next: 0 }
    }

    /// The name under which an entry of an object stands.
    pub const fn key(&self) -> &'a str {
        match self.step {
            Step::Field(name) => name,
            Step::File | Step::Element(_) => "",
        }
    }

    /// The text, when the value is a string.
    pub const fn string(&self) -> Option<&'a str> {
        match &self.node.value {
            Value::String(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The way from the file to here: `questions[2].ask_when`.
    pub fn path(&self) -> String {
        let mut path = self.above.map_or_else(String::new, Self::path);
        match self.step {
            Step::File => {}
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Element(place) => {
                path.push('[');
                path.push_str(&place.to_string());
                path.push(']');
            }
        }
        path
    }
}

/// Goes through the entries of an object or the elements of a list.
pub(super) struct Children<'a> {
    of: &'a Place<'a>,
    next: usize,
}

impl<'a> Iterator for Children<'a> {
    type Item = Place<'a>;

    // Called from some fifty loops; copied into each, it was a tenth of the checker.
    #[inline(never)]
    fn next(&mut self) -> Option<Place<'a>> {
        let place = self.next;
        self.next += 1;
        let (step, node) = match &self.of.node.value {
            Value::Map(entries) => {
                let (name, node) = entries.get(place)?;
                (Step::Field(name), node)
            }
            Value::List(nodes) => (Step::Element(place), nodes.get(place)?),
            _ => return None,
        };
        Some(Place {
            node,
            step,
            above: Some(self.of),
        })
    }
}
