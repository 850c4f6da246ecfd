//! The source: a playbook as it was written, parsed but not checked.
//!
//! A tree of JSON values, each with its place in the text where one is known. The command line
//! makes it with [`parse`]; the widget makes it from what the browser's own parser returned.

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
pub use text::parse;

#[cfg(feature = "text")]
mod text {
    //! From text to [`Node`]s, with the place of each.

    use jsonc_parser::{
        CollectOptions, ParseOptions, ast, common::Ranged, errors::ParseErrorKind, parse_to_ast,
    };

    use super::{MOST_BYTES, MOST_LEVELS, Node, Value};
    use crate::problem::{Code, Problem};

    /// Parses JSON text; comments (`//`, `/* */`) are allowed.
    ///
    /// # Errors
    ///
    /// One problem with its place: the text is too large, nested too deeply, or isn't JSON.
    ///
    /// ```
    /// use triage::source::{Value, parse};
    /// assert_eq!(parse("true").unwrap().value, Value::Bool(true));
    /// assert_eq!(parse("[1,").unwrap_err().code.as_str(), "syntax");
    /// ```
    pub fn parse(text: &str) -> Result<Node, Problem> {
        if text.len() > MOST_BYTES {
            return Err(Problem::new(
                Code::TooLarge,
                String::new(),
                None,
                "the file is larger than 256 KiB; shorten it or split it into two playbooks".into(),
            ));
        }
        if let Some(place) = too_deep(text) {
            return Err(Problem::new(
                Code::TooLarge,
                String::new(),
                Some((place, place + 1)),
                format!(
                    "nested more than {MOST_LEVELS} levels deep; bring this part nearer to the top"
                ),
            ));
        }
        let options = ParseOptions {
            allow_comments: true,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_extended_string_escapes: false,
            allow_non_finite_numbers: false,
        };
        match parse_to_ast(text, &CollectOptions::default(), &options) {
            Ok(parsed) => match parsed.value {
                Some(value) => Ok(node(&value)),
                None => Err(syntax(
                    "the file is empty; start from one of the files in playbooks/".into(),
                    (0, 0),
                )),
            },
            Err(error) => {
                let range = error.range();
                Err(syntax(
                    [&lower_first(&error.kind().to_string()), cure(error.kind())].concat(),
                    (range.start, range.end),
                ))
            }
        }
    }

    fn syntax(message: String, span: (usize, usize)) -> Problem {
        Problem::new(Code::Syntax, String::new(), Some(span), message)
    }

    /// What to do about the slips that people make most.
    const fn cure(kind: &ParseErrorKind) -> &'static str {
        use ParseErrorKind as Kind;
        match kind {
            Kind::TrailingCommasNotAllowed => "; remove this comma",
            Kind::ExpectedComma => "; add one between the two values",
            Kind::SingleQuotedStringsNotAllowed => "; write \" instead of '",
            Kind::UnterminatedObject => "; add the } that belongs to this {",
            Kind::UnterminatedArray => "; add the ] that belongs to this [",
            Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => {
                "; remove it, or add what opens it"
            }
            Kind::UnexpectedWord
            | Kind::ExpectedStringObjectProperty
            | Kind::UnexpectedTokenInObject => "; put \" around names and texts",
            Kind::MultipleRootJsonValues => "; remove what stands after the last }",
            _ => "",
        }
    }

    fn lower_first(sentence: &str) -> String {
        let mut characters = sentence.chars();
        match characters.next() {
            Some(first) => first.to_lowercase().chain(characters).collect(),
            None => String::new(),
        }
    }

    /// The place of the first bracket that is nested too deeply, found without recursion.
    fn too_deep(text: &str) -> Option<usize> {
        let (mut level, mut in_string, mut escaped) = (0_usize, false, false);
        for (place, byte) in text.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => {
                    level += 1;
                    if level > MOST_LEVELS {
                        return Some(place);
                    }
                }
                b']' | b'}' if !in_string => level = level.saturating_sub(1),
                _ => {}
            }
        }
        None
    }

    fn node(value: &ast::Value<'_>) -> Node {
        let range = value.range();
        let span = Some((range.start, range.end));
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
            ast::Value::NumberLit(literal) => number(literal.value),
            ast::Value::StringLit(literal) => Value::String(literal.value.to_string()),
            ast::Value::Array(array) => Value::List(array.elements.iter().map(node).collect()),
            ast::Value::Object(object) => Value::Map(object.properties.iter().map(entry).collect()),
        };
        Node {
            span,
            ..Node::from(value)
        }
    }

    fn entry(property: &ast::ObjectProp<'_>) -> (String, Node) {
        let value = node(&property.value);
        #[cfg(feature = "advice")]
        let value = Node {
            name: Some((property.name.range().start, property.name.range().end)),
            ..value
        };
        (property.name.as_str().to_owned(), value)
    }

    fn number(literal: &str) -> Value {
        const MOST: i64 = (1 << 53) - 1;
        match literal.parse::<i64>() {
            Ok(whole) if (-MOST..=MOST).contains(&whole) => Value::Whole(whole),
            _ => Value::OtherNumber,
        }
    }
}
