//! Mending a text that isn't JSON, where it is clear what is meant: as people, editors and other programs write it.
//!
//! Values stay what they are, and so does the layout. What could be meant in two ways isn't touched: then there is nothing
//! to be mended, and whoever has written it is shown the place.

use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions,
    errors::ParseError,
    parse_to_ast,
    tokens::{Token, TokenAndRange},
};
use triage::source::{MOST_BYTES, MOST_LEVELS, first_slip};

use crate::layout::quoted;

/// A kind of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// Comments are left out.
    Comments,
    /// Blanks that JSON doesn't know become spaces and line breaks; what nobody sees is left out.
    Blanks,
    /// Tabs and line breaks within texts are written as JSON writes them.
    Controls,
    /// Commas that are missing at the end of a line are added, and those behind the last value left out.
    Commas,
    /// Quotation marks are those of JSON, and names have them.
    Quotes,
    /// Full-width signs become plain ones.
    Signs,
    /// Numbers and words such as `True` are written as JSON writes them.
    Values,
}

impl Repair {
    /// The name by which others have words of their own for it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Blanks => "blanks",
            Self::Controls => "controls",
            Self::Commas => "commas",
            Self::Quotes => "quotes",
            Self::Signs => "signs",
            Self::Values => "values",
        }
    }
}

/// A text that is JSON now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// What was done to it, each kind once.
    pub repairs: Vec<Repair>,
}

/// The text as JSON; `None` where it is JSON already, or where somebody has to look.
///
/// ```
/// let mended = leeward_document::mend("{ name: 'Kestrel', } // ours").unwrap();
/// assert_eq!(mended.text, r#"{ "name": "Kestrel" }"#);
/// assert_eq!(leeward_document::mend(r#"{ "path": "C:\data" }"#), None);
/// ```
#[must_use]
pub fn mend(text: &str) -> Option<Mended> {
    if text.len() > MOST_BYTES || is_too_deep(text) {
        return None;
    }
    let mut repairs = Vec::new();
    let signs = with_plain_signs(text, &mut repairs)?;
    let text = written(&signs, &mut repairs)?;
    repairs.sort_unstable();
    repairs.dedup();
    (!repairs.is_empty() && first_slip(&text).is_none()).then_some(Mended { text, repairs })
}

/// Whether the parser would have to go deeper than is read. Brackets within texts count too.
fn is_too_deep(text: &str) -> bool {
    let deepest = text.bytes().scan(0_usize, |level, byte| {
        *level = match byte {
            b'[' | b'{' => *level + 1,
            b']' | b'}' => level.saturating_sub(1),
            _ => *level,
        };
        Some(*level)
    });
    deepest.max().unwrap_or_default() > MOST_LEVELS
}

/// Takes whatever the parser knows but escapes: of `C:\data` nobody knows whether a backslash was meant.
fn tokens(text: &str) -> Result<Vec<TokenAndRange<'_>>, ParseError> {
    let collect = CollectOptions {
        comments: CommentCollectionStrategy::AsTokens,
        tokens: true,
    };
    let options = ParseOptions {
        allow_extended_string_escapes: false,
        allow_non_finite_numbers: false,
        ..ParseOptions::default()
    };
    let parsed = parse_to_ast(text, &collect, &options)?;
    Ok(parsed.tokens.unwrap_or_default())
}

/// The text with signs and words replaced at which the parser would stop; `None` where it stops at something else.
fn with_plain_signs(text: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    // Each takes another look at the whole file.
    const MOST: usize = 200;
    let mut text = text.to_owned();
    if !text.contains('"') && text.contains('\u{201c}') {
        // A word processor has made all of them curly.
        text = text.replace(['\u{201c}', '\u{201d}', '\u{201e}'], "\"");
        repairs.push(Repair::Quotes);
    }
    for _ in 0..MOST {
        let Err(error) = tokens(&text) else {
            return Some(text);
        };
        let (from, to) = (error.range().start, error.range().end);
        let (repair, to, plain) = plain(text.get(from..)?, text.get(from..to)?)
            .map(|(repair, length, plain)| (repair, from + length, plain))?;
        text.replace_range(from..to, &plain);
        repairs.push(repair);
    }
    None
}

/// What to write instead of what the parser stops at, and of how many bytes.
fn plain(rest: &str, found: &str) -> Option<(Repair, usize, String)> {
    let sign = rest.chars().next()?;
    let length = sign.len_utf8();
    Some(match (sign, found) {
        (_, "True" | "TRUE") => (Repair::Values, found.len(), "true".into()),
        (_, "False" | "FALSE") => (Repair::Values, found.len(), "false".into()),
        (_, "None" | "Null" | "NULL") => (Repair::Values, found.len(), "null".into()),
        ('\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}', _) => {
            (Repair::Blanks, length, String::new())
        }
        ('\u{3001}', _) => (Repair::Signs, length, ",".into()),
        // As wide as an ideograph, in the order of ASCII (Unicode, "Halfwidth and Fullwidth Forms").
        ('\u{ff01}'..='\u{ff5e}', _) => {
            let plain = char::from_u32(u32::from(sign) - 0xfee0)?;
            (Repair::Signs, length, plain.into())
        }
        _ => return None,
    })
}

/// The tokens of a text, each as JSON writes it, with the blanks between them. `None` where a comma is missing in the
/// middle of a line: perhaps a quotation mark is meant.
fn written(text: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    let tokens = tokens(text).ok()?;
    let mut out = String::with_capacity(text.len());
    let (mut at, mut end_of_value) = (0, None);
    for (index, token) in tokens.iter().enumerate() {
        let (from, to) = (token.range.start, token.range.end);
        blanks(text.get(at..from)?, &mut out, repairs);
        at = to;
        let raw = text.get(from..to)?;
        if is_comment(&token.token) {
            repairs.push(Repair::Comments);
            at += without_comment(&mut out, text.get(to..)?);
            continue;
        }
        let mut ahead = tokens.iter().skip(index + 1).map(|next| &next.token);
        let next = ahead.find(|next| !is_comment(next));
        let is_before_end = matches!(next, Some(Token::CloseBrace | Token::CloseBracket));
        if token.token == Token::Comma && is_before_end {
            repairs.push(Repair::Commas);
            continue;
        }
        if let Some(end) = end_of_value.filter(|_| begins_value(&token.token)) {
            if !out.get(end..)?.contains('\n') {
                return None;
            }
            out.insert(end, ',');
            repairs.push(Repair::Commas);
        }
        out.push_str(&as_json(&token.token, raw, next, repairs));
        let ends = !matches!(
            token.token,
            Token::Comma | Token::Colon | Token::OpenBrace | Token::OpenBracket
        );
        end_of_value = ends.then_some(out.len());
    }
    blanks(text.get(at..)?, &mut out, repairs);
    Some(out)
}

const fn is_comment(token: &Token<'_>) -> bool {
    matches!(token, Token::CommentLine(_) | Token::CommentBlock(_))
}

const fn begins_value(token: &Token<'_>) -> bool {
    !matches!(
        token,
        Token::Comma | Token::Colon | Token::CloseBrace | Token::CloseBracket
    )
}

/// What stands between two tokens, with the blanks that JSON knows.
fn blanks(gap: &str, out: &mut String, repairs: &mut Vec<Repair>) {
    for blank in gap.chars() {
        let plain = match blank {
            ' ' | '\t' | '\n' | '\r' => blank,
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            _ => ' ',
        };
        if plain != blank {
            repairs.push(Repair::Blanks);
        }
        out.push(plain);
    }
}

/// Leaves a comment out, with its line where it has one of its own. Gives how many bytes behind it go too.
fn without_comment(out: &mut String, rest: &str) -> usize {
    let blanks = [' ', '\t'];
    let behind = rest.len() - rest.trim_start_matches(blanks).len();
    let line_break = ["\r\n", "\n", "\r"]
        .into_iter()
        .find(|it| rest.get(behind..).is_some_and(|rest| rest.starts_with(it)));
    if line_break.is_none() && rest.len() > behind {
        return behind;
    }
    out.truncate(out.trim_end_matches(blanks).len());
    let has_own_line = out.is_empty() || out.ends_with(['\n', '\r']);
    let line_break = line_break.filter(|_| has_own_line).map_or(0, str::len);
    behind + line_break
}

/// A token as JSON writes it.
fn as_json(
    token: &Token<'_>,
    raw: &str,
    next: Option<&Token<'_>>,
    repairs: &mut Vec<Repair>,
) -> String {
    let is_name = matches!(next, Some(Token::Colon));
    match token {
        Token::String(string) if first_slip(raw).is_some() => {
            let is_single = raw.starts_with('\'');
            repairs.push(if is_single {
                Repair::Quotes
            } else {
                Repair::Controls
            });
            if is_single && string.contains(|c| c < ' ') {
                repairs.push(Repair::Controls);
            }
            quoted(string)
        }
        Token::Word(_) | Token::Number(_) | Token::Boolean(_) | Token::Null if is_name => {
            repairs.push(Repair::Quotes);
            quoted(raw)
        }
        Token::Number(_) if first_slip(raw).is_some() => {
            repairs.push(Repair::Values);
            number(raw)
        }
        _ => raw.to_owned(),
    }
}

/// A number without a plus, with digits on both sides of its point, and in tens.
fn number(raw: &str) -> String {
    let unsigned = raw.trim_start_matches(['+', '-']);
    let sign = if raw.starts_with('-') { "-" } else { "" };
    let hexadecimal = unsigned
        .strip_prefix("0x")
        .or_else(|| unsigned.strip_prefix("0X"))
        .and_then(|digits| u64::from_str_radix(digits, 16).ok());
    if let Some(number) = hexadecimal {
        return format!("{sign}{number}");
    }
    let (mantissa, exponent) =
        unsigned.split_at(unsigned.find(['e', 'E']).unwrap_or(unsigned.len()));
    let zero = if mantissa.starts_with('.') { "0" } else { "" };
    [sign, zero, mantissa.trim_end_matches('.'), exponent].concat()
}
