//! The source: a playbook as it was written, parsed but not checked.
//!
//! A tree of JSON values, each with its place in the text where one is known. The command line
//! makes it with [`parse`]; the widget makes it from what the browser's own parser returned. Both
//! take the same texts: what only one of them reads, only visitors would miss.

/// A value and where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// From its first byte to the byte after its last; `None` when no text is at hand.
    pub span: Option<(usize, usize)>,
    /// The same of its name, quotes included, where it is an entry of an object in a text.
    #[cfg(feature = "advice")]
    pub name: Option<(usize, usize)>,
}

/// A JSON value. Playbooks know whole numbers only, which keeps floating point out of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number within ±(2⁵³ − 1), the range that every JSON reader keeps exactly.
    Whole(i64),
    /// Any other number; always a finding.
    OtherNumber,
    /// A string.
    String(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order of the text; a name that stands twice is kept twice.
    Map(Vec<(String, Node)>),
}

/// Reading what is known to be there. What is of another kind, or isn't there, reads as nothing.
impl Node {
    /// The entries of an object.
    pub fn entries(&self) -> &[(String, Self)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list.
    pub fn elements(&self) -> &[Self] {
        match &self.value {
            Value::List(elements) => elements,
            _ => &[],
        }
    }

    /// The entry of that name.
    #[inline(never)]
    pub fn entry(&self, name: &str) -> Option<&Self> {
        let mut entries = self.entries().iter();
        entries
            .find(|(known, _)| known == name)
            .map(|(_, node)| node)
    }

    /// The string that stands here.
    pub const fn text(&self) -> &str {
        match &self.value {
            Value::String(text) => text.as_str(),
            _ => "",
        }
    }

    /// The whole number that stands here.
    pub(crate) const fn whole(&self) -> i64 {
        match self.value {
            Value::Whole(number) => number,
            _ => 0,
        }
    }

    pub(crate) const fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }
}

/// Making what was never written.
#[cfg(feature = "advice")]
impl Node {
    /// A string.
    #[must_use]
    pub fn string(text: &str) -> Self {
        Value::String(text.to_owned()).into()
    }

    /// A list of these elements, in this order.
    #[must_use]
    pub fn list(elements: impl IntoIterator<Item = Self>) -> Self {
        Value::List(elements.into_iter().collect()).into()
    }

    /// An object with these entries, in this order, and without a place in a text.
    #[must_use]
    pub fn map(entries: impl IntoIterator<Item = (String, Self)>) -> Self {
        Value::Map(entries.into_iter().collect()).into()
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self {
            value,
            span: None,
            #[cfg(feature = "advice")]
            name: None,
        }
    }
}

/// The most bytes a playbook may have; a larger one is refused before it is read.
pub const MOST_BYTES: usize = 256 * 1024;

/// The deepest nesting; deeper is refused, so that no reader can run out of stack.
pub const MOST_LEVELS: usize = 64;

#[cfg(feature = "advice")]
mod write;

#[cfg(feature = "text")]
mod slip;
#[cfg(feature = "text")]
mod text;

#[cfg(feature = "text")]
pub use slip::Slip;
#[cfg(feature = "text")]
pub use text::{first_slip, parse, parse_feed, place};
