//! Links, endpoints, numbers and addresses from a playbook: which are fit to become the target of a
//! visitor's tap, and how `tel:`, `sms:` and `mailto:` links are built from them. One function for
//! widget, studio and command line. What is behind a link, and how it is shown, belongs to others.
//!
//! A link is not parsed here and then judged: browsers parse more leniently than any list of dangers
//! can foresee. It is compared with a grammar that is a small part of RFC 3986, in which browsers,
//! proxies and this module can only read the same scheme and the same host. What isn't in the grammar
//! is refused, with its cure.
//!
//! ```
//! use triage::link::{LinkProblem, check_link};
//!
//! assert_eq!(check_link("https://example.test/help?topic=storm#phone"), Ok(()));
//! assert_eq!(check_link("JaVaScRiPt:alert(1)"), Err(LinkProblem::Scheme));
//! assert_eq!(check_link("https://bank.example@evil.example/"), Err(LinkProblem::UserInfo));
//! ```

mod contact;
mod href;

pub use contact::{
    EmailProblem, NumberProblem, check_email, check_phone, check_short_number, is_local,
};
pub use href::{mailto, shown_number, sms, tel};

/// Why a text is not a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// There is nothing.
    Empty,
    /// It begins neither with `https://` nor, where that is allowed, with `http://` or one `/`.
    Scheme,
    /// It begins with `http://` and leads to another machine.
    Insecure,
    /// It contains a space, a control character, or one that cannot be seen or turns the direction of
    /// the text. Browsers drop some of them, so the link would be another than the one that was read.
    Invisible,
    /// It contains a backslash, which browsers read as `/`.
    Backslash,
    /// There is a user name or a password before the host, the usual disguise of another host.
    UserInfo,
    /// There is no host.
    NoHost,
    /// The host has letters beyond ASCII.
    ForeignHost,
    /// The host is none: an empty or overlong label, a hyphen at its edge, a number that is no address.
    Host,
    /// The port is not a number from 1 to 65,535.
    Port,
    /// A `%` without two hexadecimal digits after it.
    Percent,
    /// A character that has no place in a link.
    Character,
}

impl LinkProblem {
    /// What to do about it, as the second half of a problem's text.
    pub fn cure(&self) -> &'static str {
        match self {
            LinkProblem::Empty => "write the link, or leave the field out",
            LinkProblem::Scheme => "begin with https://",
            LinkProblem::Insecure => "use https:// (http:// is for localhost only)",
            LinkProblem::Invisible => {
                "remove spaces, line breaks and invisible characters, or write a space as %20"
            }
            LinkProblem::Backslash => "use / instead of \\",
            LinkProblem::UserInfo => "remove everything before the host, up to and with @",
            LinkProblem::NoHost => "name the host after https://, such as https://example.com/help",
            LinkProblem::ForeignHost => "write the host in its ASCII form, which begins with xn--",
            LinkProblem::Host => "correct the host: letters, digits and hyphens, joined by dots",
            LinkProblem::Port => "give a port from 1 to 65535, or none",
            LinkProblem::Percent => "write a percent sign as %25",
            LinkProblem::Character => {
                "copy the link from the address bar of a browser, which encodes such characters"
            }
        }
    }
}

/// Whether a text is a link that a visitor may be given: `https`, or `http` to this very machine
/// (`localhost`, `127.0.0.1`, `[::1]`), so that a playbook can be tried out.
///
/// Scheme and host may be in upper case. Path, query and fragment may hold letters beyond ASCII, as
/// people write them (RFC 3987), but no character that can't be seen.
pub fn check_link(link: &str) -> Result<(), LinkProblem> {
    check_characters(link)?;
    let (secure, rest) = match (
        strip_scheme(link, "https://"),
        strip_scheme(link, "http://"),
    ) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return Err(LinkProblem::Scheme),
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let host = check_authority(authority)?;
    if !secure && !is_this_machine(host) {
        return Err(LinkProblem::Insecure);
    }
    check_tail(tail)
}

/// Whether a text is a place to which a message may be posted: a link, or a path on the site that
/// shows the popup. A path begins with one `/`: browsers read two, or `/\`, as another host.
///
/// ```
/// use triage::link::{LinkProblem, check_endpoint};
///
/// assert_eq!(check_endpoint("/messages"), Ok(()));
/// assert_eq!(check_endpoint("//evil.example/messages"), Err(LinkProblem::Scheme));
/// ```
pub fn check_endpoint(endpoint: &str) -> Result<(), LinkProblem> {
    if !endpoint.starts_with('/') {
        return check_link(endpoint);
    }
    check_characters(endpoint)?;
    if endpoint.starts_with("//") {
        return Err(LinkProblem::Scheme);
    }
    check_tail(endpoint)
}

/// What is refused wherever it stands. It comes first, because browsers remove or replace some of
/// these before they look at anything else.
fn check_characters(link: &str) -> Result<(), LinkProblem> {
    if link.is_empty() {
        return Err(LinkProblem::Empty);
    }
    for letter in link.chars() {
        match letter {
            '\\' => return Err(LinkProblem::Backslash),
            _ if letter.is_control() || letter.is_whitespace() || is_invisible(letter) => {
                return Err(LinkProblem::Invisible);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Joiners, direction marks and fillers, private use, and what is no character: all that RFC 3987
/// (section 2.2, `ucschar`; section 4.1, bidi) keeps out of links, and what shows as nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}'
        | '\u{e0000}'..)
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// What follows a scheme, which has no case (RFC 3986, section 3.1).
fn strip_scheme<'a>(link: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = link.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// The host of `host` or `host:port`.
fn check_authority(authority: &str) -> Result<&str, LinkProblem> {
    if authority.contains('@') {
        return Err(LinkProblem::UserInfo);
    }
    let loopback = authority.get(..5).filter(|host| *host == "[::1]");
    let (host, port) = match loopback {
        Some(host) => (host, authority.get(5..).filter(|rest| !rest.is_empty())),
        None => match authority.find(':') {
            Some(colon) => (
                authority.get(..colon).unwrap_or_default(),
                authority.get(colon..),
            ),
            None => (authority, None),
        },
    };
    if host.is_empty() {
        return Err(LinkProblem::NoHost);
    }
    if !host.is_ascii() {
        return Err(LinkProblem::ForeignHost);
    }
    if loopback.is_none() && !is_host(host) {
        return Err(LinkProblem::Host);
    }
    match port {
        Some(port) if !is_port(port) => Err(LinkProblem::Port),
        _ => Ok(host),
    }
}

/// `:` and a port, written in one way only.
fn is_port(port: &str) -> bool {
    let digits = port.strip_prefix(':').unwrap_or_default();
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    plain && digits.parse::<u16>().is_ok()
}

/// A name of DNS labels (RFC 1123, section 2.1), or an IPv4 address in its usual form. Browsers take a
/// name whose last label is a number, hexadecimal ones included, for an address (URL standard, host
/// parsing), so nothing else may end like that.
fn is_host(host: &str) -> bool {
    let last = last_label(host);
    let numeric =
        last.iter().all(u8::is_ascii_digit) || last.starts_with(b"0x") || last.starts_with(b"0X");
    if numeric {
        is_ipv4(host)
    } else {
        host.len() <= 253 && host.split('.').all(is_label)
    }
}

/// What stands after the last dot.
fn last_label(host: &str) -> &[u8] {
    let mut labels = host.as_bytes().rsplit(|byte| *byte == b'.');
    labels.next().unwrap_or_default()
}

/// Letters, digits and inner hyphens, 1 to 63. What follows `xn--` is left to the browser.
fn is_label(label: &str) -> bool {
    let edges = label.starts_with('-') || label.ends_with('-');
    let letters = label
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (1..=63).contains(&label.len()) && letters && !edges
}

/// Four numbers from 0 to 255 without leading zeros, which some read as octal.
fn is_ipv4(host: &str) -> bool {
    let byte = |text: &str| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit())
            && (text == "0" || !text.starts_with('0'));
        plain && text.parse::<u16>().is_ok_and(|number| number < 256)
    };
    host.split('.').count() == 4 && host.split('.').all(byte)
}

/// Whether `http` to the host stays on this machine.
fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host == "127.0.0.1" || host == "[::1]"
}

/// Path, query and fragment (RFC 3986, sections 3.3 to 3.5).
fn check_tail(tail: &str) -> Result<(), LinkProblem> {
    let (mut query, mut fragment) = (false, false);
    let mut rest = tail.chars();
    while let Some(letter) = rest.next() {
        let fits = match letter {
            '%' => {
                let mut hex = || rest.next().is_some_and(|digit| digit.is_ascii_hexdigit());
                if !(hex() && hex()) {
                    return Err(LinkProblem::Percent);
                }
                true
            }
            '#' => !std::mem::replace(&mut fragment, true),
            '?' => {
                query = true;
                true
            }
            // Not in the RFC, but many sites name their parameters so, and no reader is confused.
            '[' | ']' => query,
            '/' | ':' | '@' | '-' | '.' | '_' | '~' => true,
            '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=' => true,
            _ => letter.is_ascii_alphanumeric() || !letter.is_ascii(),
        };
        if !fits {
            return Err(LinkProblem::Character);
        }
    }
    Ok(())
}
