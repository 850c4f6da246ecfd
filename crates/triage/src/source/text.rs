//! From text to [`Node`]s, with the place of each, as strictly as `JSON.parse` reads it.

use jsonc_parser::{
    CollectOptions, ParseOptions, ParseStringErrorKind, ast,
    common::Ranged,
    errors::{ParseError, ParseErrorKind},
    parse_to_ast,
};

use super::{MOST_BYTES, MOST_LEVELS, Node, Slip, Value};
use crate::problem::Problem;

/// From the first byte to the byte after the last.
type Span = (usize, usize);

/// Parses JSON (RFC 8259): what `JSON.parse` takes, and nothing else. Beyond that, only what is larger or deeper than a
/// playbook may be is refused, and half a character, which visitors would see as a question mark.
///
/// # Errors
///
/// One problem with its place and its cure: the text is too large, nested too deeply, or isn't JSON.
///
/// ```
/// use triage::source::{Value, parse};
/// assert_eq!(parse("true").unwrap().value, Value::Bool(true));
/// assert_eq!(parse("true // or false").unwrap_err().code.as_str(), "syntax");
/// ```
pub fn parse(text: &str) -> Result<Node, Problem> {
    read(text).map_err(|(slip, span)| slip.problem(span))
}

/// Parses a live feed. One may be longer than a playbook: visitors' pages read up to 512 × 1024 characters, as JavaScript
/// counts them.
///
/// # Errors
///
/// As [`parse()`].
pub fn parse_feed(text: &str) -> Result<Node, Problem> {
    const MOST_CHARACTERS: usize = 512 * 1024;
    let parsed = if text.encode_utf16().count() > MOST_CHARACTERS {
        Err((Slip::TooLongFeed, (0, 0)))
    } else {
        read_grammar(text)
    };
    parsed.map_err(|(slip, span)| slip.problem(span))
}

/// The first thing for which a text isn't JSON, and its place; `None` for JSON.
#[must_use]
pub fn first_slip(text: &str) -> Option<(Slip, Span)> {
    read(text).err()
}

/// Line and column of a byte, as editors count them: from 1, in characters.
#[must_use]
pub fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count(), 1 + line.chars().count())
}

fn read(text: &str) -> Result<Node, (Slip, Span)> {
    if text.len() > MOST_BYTES {
        return Err((Slip::TooLarge, (0, 0)));
    }
    read_grammar(text)
}

fn read_grammar(text: &str) -> Result<Node, (Slip, Span)> {
    let odd = match odd(text) {
        Some(deep @ (Slip::TooDeep, _)) => return Err(deep),
        odd => odd,
    };
    let options = ParseOptions {
        allow_comments: false,
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
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &options) {
        Ok(parsed) => parsed.value.ok_or((Slip::Empty, (0, 0))),
        Err(error) => Err(slip(text, &error)),
    };
    match (parsed, odd) {
        (Ok(value), None) => Ok(node(&value)),
        (Ok(_), Some(odd)) => Err(odd),
        // Behind another slip it can't be told what is within a text and what isn't.
        (Err((slip, span)), Some(odd)) if slip != Slip::Page && odd.1.0 <= span.0 => Err(odd),
        (Err(slip), _) => Err(slip),
    }
}

/// The first character that the parser takes and browsers don't, or a bracket that is nested too deeply: found without
/// recursion.
fn odd(text: &str) -> Option<(Slip, Span)> {
    let (mut level, mut in_string, mut escaped) = (0_usize, false, false);
    let mut first = None;
    for (place, character) in text.char_indices() {
        let slip = match character {
            _ if in_string && character < ' ' => Some(control(character)),
            _ if escaped => None,
            '[' | '{' if !in_string => {
                level += 1;
                (level > MOST_LEVELS).then_some(Slip::TooDeep)
            }
            ']' | '}' if !in_string => {
                level = level.saturating_sub(1);
                None
            }
            ' ' | '\t' | '\n' | '\r' => None,
            blank if !in_string && blank.is_whitespace() => Some(Slip::Blank(blank)),
            _ => None,
        };
        in_string ^= character == '"' && !escaped;
        escaped = in_string && character == '\\' && !escaped;
        let found = slip.map(|slip| (slip, (place, place + character.len_utf8())));
        if let Some((Slip::TooDeep, _)) = found {
            return found;
        }
        first = first.or(found);
    }
    first
}

const fn control(character: char) -> Slip {
    match character {
        '\t' => Slip::Tab,
        '\n' | '\r' => Slip::LineBreak,
        _ => Slip::Control(character),
    }
}

/// What the parser says, as what somebody has written.
fn slip(text: &str, error: &ParseError) -> (Slip, Span) {
    use ParseErrorKind as Kind;
    let (from, to) = (error.range().start, error.range().end);
    let (before, rest) = text.split_at_checked(from).unwrap_or((text, ""));
    let found = text.get(from..to).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let sign = (from, (from + first.len_utf8()).min(text.len()));
    if is_page(text) {
        let start = text.find('<').unwrap_or_default();
        return (Slip::Page, (start, start + 1));
    }
    let slip = match error.kind() {
        // Behind a zero the parser sees another number.
        _ if first.is_ascii_digit() && before.ends_with('0') => {
            return (Slip::Number, number_at(text, from));
        }
        _ if is_full_width(first) => return (unexpected(first), sign),
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            return (Slip::Number, number_at(text, from));
        }
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => Slip::Comment,
        Kind::ExpectedStringObjectProperty => Slip::BareName(found.to_owned()),
        Kind::ExpectedComma => Slip::MissingComma,
        Kind::TrailingCommasNotAllowed => Slip::TrailingComma,
        Kind::SingleQuotedStringsNotAllowed => Slip::SingleQuotes,
        Kind::MultipleRootJsonValues => return (Slip::Rest, sign),
        Kind::ExpectedColonAfterObjectKey => Slip::MissingColon,
        Kind::ExpectedObjectValue => Slip::MissingValue,
        Kind::UnterminatedObject => return (Slip::Open('{'), sign),
        Kind::UnterminatedArray => return (Slip::Open('['), sign),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            return (Slip::Open('"'), sign);
        }
        Kind::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)) => Slip::HalfCharacter,
        Kind::String(_) => Slip::Escape,
        Kind::UnexpectedWord => Slip::Word(found.to_owned()),
        Kind::NestingDepthExceeded => Slip::TooDeep,
        _ if first.is_alphanumeric() => Slip::Word(found.to_owned()),
        _ => return (unexpected(first), sign),
    };
    (slip, (from, to))
}

/// Whether a text is markup, such as the page that a server answers with instead of a file.
fn is_page(text: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    text.trim_start_matches(blank).starts_with('<')
}

/// A sign that can't stand where it stands.
fn unexpected(sign: char) -> Slip {
    match sign {
        ',' => Slip::ExtraComma,
        ']' | '}' => Slip::Unopened(sign),
        '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{301d}'..='\u{301f}' | '\u{ff02}' => {
            Slip::CurlyQuotes(sign)
        }
        '\u{3001}' => Slip::FullWidth(sign, ','),
        _ if is_full_width(sign) => {
            let plain = char::from_u32(u32::from(sign) - 0xfee0);
            Slip::FullWidth(sign, plain.unwrap_or(sign))
        }
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Slip::Invisible(sign)
        }
        _ if sign.is_control() => Slip::Control(sign),
        _ => Slip::Unexpected(sign),
    }
}

/// Whether it is a printable character of ASCII in another width: they have the same order there (Unicode, "Halfwidth
/// and Fullwidth Forms").
const fn is_full_width(sign: char) -> bool {
    matches!(sign, '\u{ff01}'..='\u{ff5e}')
}

/// All of a number in which a byte stands, however it is written.
fn number_at(text: &str, byte: usize) -> Span {
    let is_other = |c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c));
    let (before, rest) = text.split_at_checked(byte).unwrap_or((text, ""));
    let part = before.rsplit(is_other).next().unwrap_or_default();
    let length = rest.find(is_other).unwrap_or(rest.len());
    (byte - part.len(), byte + length)
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

/// A number as browsers have it, where all are floating-point: `1.0` and `1e0` are 1.
fn number(literal: &str) -> Value {
    const MOST: i64 = (1 << 53) - 1;
    match whole(literal) {
        Some(whole) if (-MOST..=MOST).contains(&whole) => Value::Whole(whole),
        _ => Value::OtherNumber,
    }
}

/// The whole number that a literal stands for, without floating point, which is large in a page's console.
fn whole(literal: &str) -> Option<i64> {
    let (mantissa, exponent) = literal.split_once(['e', 'E']).unwrap_or((literal, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut number: i64 = [whole, fraction].concat().parse().ok()?;
    let mut tens = exponent.parse::<i64>().ok()? - i64::try_from(fraction.len()).ok()?;
    while number != 0 && tens != 0 {
        if tens > 0 {
            number = number.checked_mul(10)?;
        } else if number % 10 == 0 {
            number /= 10;
        } else {
            return None;
        }
        tens -= tens.signum();
    }
    Some(number)
}
