//! What keeps a text from being JSON, in the words of those who have written it.

use std::borrow::Cow;

use super::MOST_LEVELS;
use crate::problem::{Code, Problem};

/// What keeps a text from being JSON as browsers read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Larger than a playbook may be.
    TooLarge,
    /// Longer than a live feed may be.
    TooLongFeed,
    /// Nested deeper than a playbook may be.
    TooDeep,
    /// There is nothing in it.
    Empty,
    /// It is a page, in HTML or other markup.
    Page,
    /// A comment.
    Comment,
    /// A blank other than the four that JSON knows, between two values.
    Blank(char),
    /// A character that nobody sees, between two values.
    Invisible(char),
    /// A tab as it is within a text.
    Tab,
    /// A line break as it is within a text.
    LineBreak,
    /// Another control character.
    Control(char),
    /// A comma behind the last value.
    TrailingComma,
    /// A comma with nothing before it.
    ExtraComma,
    /// No comma between two values.
    MissingComma,
    /// No colon behind a name.
    MissingColon,
    /// No value behind a name.
    MissingValue,
    /// A text in single quotation marks.
    SingleQuotes,
    /// A quotation mark as word processors make it.
    CurlyQuotes(char),
    /// A sign as East Asian keyboards write it, and the plain one.
    FullWidth(char, char),
    /// A name without quotation marks.
    BareName(String),
    /// A word that is none of `true`, `false` and `null`.
    Word(String),
    /// A number that JSON writes in another way.
    Number,
    /// A backslash with something behind it that JSON doesn't know.
    Escape,
    /// One half of a surrogate pair.
    HalfCharacter,
    /// A text, an object or a list that isn't closed; the sign that opens it.
    Open(char),
    /// A bracket that closes nothing.
    Unopened(char),
    /// Something behind the end.
    Rest,
    /// Another sign that can't stand there.
    Unexpected(char),
}

impl Slip {
    /// The name by which others have words of their own for it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TooLongFeed => "too_long_feed",
            Self::TooDeep => "too_deep",
            Self::Empty => "empty",
            Self::Page => "page",
            Self::Comment => "comment",
            Self::Blank(_) => "blank",
            Self::Invisible(_) => "invisible",
            Self::Tab => "tab",
            Self::LineBreak => "line_break",
            Self::Control(_) => "control",
            Self::TrailingComma => "trailing_comma",
            Self::ExtraComma => "extra_comma",
            Self::MissingComma => "missing_comma",
            Self::MissingColon => "missing_colon",
            Self::MissingValue => "missing_value",
            Self::SingleQuotes => "single_quotes",
            Self::CurlyQuotes(_) => "curly_quotes",
            Self::FullWidth(..) => "full_width",
            Self::BareName(_) => "bare_name",
            Self::Word(_) => "word",
            Self::Number => "number",
            Self::Escape => "escape",
            Self::HalfCharacter => "half_character",
            Self::Open('"') => "open_text",
            Self::Open(_) => "open",
            Self::Unopened(_) => "unopened",
            Self::Rest => "rest",
            Self::Unexpected(_) => "unexpected",
        }
    }

    /// What was found, as it can be shown: the sign, the word, or the number of a character that nobody sees.
    #[must_use]
    pub fn found(&self) -> Cow<'_, str> {
        match self {
            Self::Blank(sign) | Self::Invisible(sign) | Self::Control(sign) => {
                format!("U+{:04X}", u32::from(*sign)).into()
            }
            Self::CurlyQuotes(sign)
            | Self::FullWidth(sign, _)
            | Self::Open(sign)
            | Self::Unopened(sign)
            | Self::Unexpected(sign) => sign.to_string().into(),
            Self::BareName(word) | Self::Word(word) => word.into(),
            _ => "".into(),
        }
    }

    /// What should stand there instead; empty where that isn't known.
    #[must_use]
    pub fn instead(&self) -> Cow<'_, str> {
        match self {
            Self::FullWidth(_, plain) => plain.to_string().into(),
            Self::Open('{') => "}".into(),
            Self::Open('[') => "]".into(),
            Self::BareName(name) => format!("\"{name}\"").into(),
            Self::Word(word) => match word.to_lowercase().as_str() {
                "true" | "yes" | "on" => "true".into(),
                "false" | "no" | "off" => "false".into(),
                "null" | "none" | "nil" | "undefined" => "null".into(),
                _ => format!("\"{word}\"").into(),
            },
            _ => "".into(),
        }
    }

    /// What is wrong and what to do, for those who write playbooks by hand.
    fn message(&self) -> String {
        let (found, instead) = (self.found(), self.instead());
        match self {
            Self::TooLarge => {
                "the file is larger than 256 KiB; shorten it or split it into two playbooks".into()
            }
            Self::TooLongFeed => "the feed is longer than 512 kB, which browsers don't read; name a shorter one".into(),
            Self::TooDeep => format!(
                "nested more than {MOST_LEVELS} levels deep; bring this part nearer to the top"
            ),
            Self::Empty => "the file is empty; start from one of the files in playbooks/".into(),
            Self::Page => "a web page, not a playbook; open the address that it came from in a browser: it is wrong, or asks for a login first".into(),
            Self::Comment => "a comment, and JSON has none; remove it".into(),
            Self::Blank(sign) => {
                format!("{} ({found}) between values; write a space", blank(*sign))
            }
            Self::Invisible(_) => format!("an invisible character ({found}); remove it"),
            Self::Tab => "a tab inside a text; write \\t or a space".into(),
            Self::LineBreak => {
                "a line break inside a text; write \\n, or put the \" that is missing before it"
                    .into()
            }
            Self::Control(_) => format!("a control character ({found}); remove it"),
            Self::TrailingComma => "a comma behind the last value; remove this comma".into(),
            Self::ExtraComma => "a comma without a value before it; remove this comma".into(),
            Self::MissingComma => "no comma between two values; add one here".into(),
            Self::MissingColon => "no colon behind the name; write : between name and value".into(),
            Self::MissingValue => "no value behind the colon; add one".into(),
            Self::SingleQuotes => "a text in single quotation marks; write \" instead of '".into(),
            Self::CurlyQuotes(_) => format!("a curly quotation mark {found}; write \""),
            Self::FullWidth(..) => format!("a full-width {found}; write {instead}"),
            Self::BareName(_) => format!("a name without quotation marks; write {instead}"),
            Self::Word(_) => format!("{found} is no value in JSON; write {instead}"),
            Self::Number => {
                "not how JSON writes numbers; write whole numbers in plain digits, such as 10"
                    .into()
            }
            Self::Escape => {
                "a \\ and something behind it that JSON doesn't know; write \\\\ for a backslash, and ' as it is".into()
            }
            Self::HalfCharacter => {
                "half a character, of which visitors see a question mark; write the whole character as it is".into()
            }
            Self::Open('"') => "a text that isn't closed; add the \" at its end".into(),
            Self::Open(_) => format!("this {found} isn't closed; add the {instead} that belongs to it"),
            Self::Unopened(_) => {
                format!("this {found} closes nothing; remove it, or add what is missing before it")
            }
            Self::Rest => "something behind the end; remove what stands after the last bracket".into(),
            Self::Unexpected(_) => {
                format!("{found} can't stand here; put \" around names and texts, or remove it")
            }
        }
    }

    pub(super) fn problem(&self, span: (usize, usize)) -> Problem {
        let code = match self {
            Self::TooLarge | Self::TooLongFeed | Self::TooDeep => Code::TooLarge,
            _ => Code::Syntax,
        };
        let is_whole = matches!(self, Self::TooLarge | Self::TooLongFeed);
        let span = (!is_whole).then_some(span);
        Problem::new(code, String::new(), span, self.message())
    }
}

/// What a blank is called.
const fn blank(sign: char) -> &'static str {
    match sign {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{3000}' => "an ideographic space",
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break of another kind",
        _ => "a blank of another kind",
    }
}
