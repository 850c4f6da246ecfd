//! Telephone numbers and e-mail addresses as a playbook gives them. Whether anybody answers there,
//! no function can know.

use super::{is_host, last_label};

/// Why a text is not a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// The digit after `+` is 0, which begins no country's code.
    CountryCode,
    /// There is something else than digits in groups: only one space or hyphen may stand between two groups.
    NotDigits,
    /// There are fewer than 8 or more than 15 digits.
    Length,
    /// There are fewer than 2 or more than 15 digits in what may be a short number.
    ShortLength,
    /// What follows `;` is not `ext=` and 1 to 7 digits.
    Extension,
}

impl NumberProblem {
    /// What to do about it, as the second half of a problem's text.
    pub fn cure(&self) -> &'static str {
        match self {
            NumberProblem::CountryCode => {
                "put the country code after +, and drop the leading 0 of the number"
            }
            NumberProblem::NotDigits => {
                "write digits only, with one space or hyphen between groups"
            }
            NumberProblem::Length => "give 8 to 15 digits after +, country code included",
            NumberProblem::ShortLength => "give 2 to 15 digits",
            NumberProblem::Extension => {
                "write the extension as ;ext= and its digits, such as +81 3-1234-5678;ext=12"
            }
        }
    }
}

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailProblem {
    /// There is not exactly one `@`.
    At,
    /// What stands before `@` is empty, longer than 64 characters, has a dot at an edge or two in a
    /// row, or a character that would need quotes.
    Name,
    /// What stands after `@` is not a host name with a dot in it.
    Domain,
}

impl EmailProblem {
    /// What to do about it, as the second half of a problem's text.
    pub fn cure(&self) -> &'static str {
        match self {
            EmailProblem::At => "write one address, such as help@example.com",
            EmailProblem::Name => "correct the part before @: ASCII letters, digits, dots, hyphens",
            EmailProblem::Domain => {
                "correct the part after @: a domain such as example.com, in its ASCII form"
            }
        }
    }
}

/// Whether a text is a telephone number: with `+` and 8 to 15 digits (ITU-T E.164) one that can be dialled from anywhere;
/// without, one that is dialled as it stands, such as a short code. Both as they are read, in groups (ITU-T E.123), or in
/// one, and perhaps with an extension (RFC 3966, section 5.3). Brackets are left out on purpose: what stands in them
/// (`+44 (0)20`) must not be dialled from everywhere. Whether there is such a number, only numbering plans know.
///
/// ```
/// use triage::link::{NumberProblem, check_phone};
///
/// assert_eq!(check_phone("+81 3-1234-5678"), Ok(()));
/// assert_eq!(check_phone("+81312345678;ext=12"), Ok(()));
/// assert_eq!(check_phone("741741"), Ok(()));
/// assert_eq!(check_phone("+03 1234 5678"), Err(NumberProblem::CountryCode));
/// ```
pub fn check_phone(number: &str) -> Result<(), NumberProblem> {
    let (number, extension) = number.split_once(';').unwrap_or((number, "ext=0"));
    let extension = extension.strip_prefix("ext=").unwrap_or_default();
    if !(1..=7).contains(&extension.len()) || !extension.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberProblem::Extension);
    }
    let Some(digits) = number.strip_prefix('+') else {
        return check_short_number(number);
    };
    match count_digits(digits)? {
        _ if digits.starts_with('0') => Err(NumberProblem::CountryCode),
        8..=15 => Ok(()),
        _ => Err(NumberProblem::Length),
    }
}

/// Whether a number can be dialled in its own country only, and isn't a short code, which has six digits at most.
///
/// ```
/// use triage::link::is_local;
///
/// assert!(is_local("03-1234-5678") && is_local("0120-279-338"));
/// assert!(!is_local("+81 3-1234-5678") && !is_local("741741") && !is_local("116 123"));
/// ```
pub fn is_local(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    !number.starts_with('+') && digits > 6
}

/// Whether a text is a number that is dialled as it stands, such as an emergency number: 2 to 15
/// digits, in groups or in one, with an optional `+` in front.
///
/// ```
/// use triage::link::check_short_number;
///
/// assert_eq!(check_short_number("119"), Ok(()));
/// assert_eq!(check_short_number("0120-279-338"), Ok(()));
/// assert!(check_short_number("tel:119").is_err());
/// ```
pub fn check_short_number(number: &str) -> Result<(), NumberProblem> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if (2..=15).contains(&count_digits(digits)?) {
        Ok(())
    } else {
        Err(NumberProblem::ShortLength)
    }
}

/// Whether a text is an e-mail address: the `Dot-string@Domain` of RFC 5321 (section 4.1.2) in ASCII,
/// with a dot in the domain. Quoted names and bracketed addresses exist, but not for customers.
///
/// ```
/// use triage::link::{EmailProblem, check_email};
///
/// assert_eq!(check_email("claims+storm@example.test"), Ok(()));
/// assert_eq!(check_email("claims@localhost"), Err(EmailProblem::Domain));
/// ```
pub fn check_email(address: &str) -> Result<(), EmailProblem> {
    let (name, domain) = address.split_once('@').ok_or(EmailProblem::At)?;
    if domain.contains('@') {
        return Err(EmailProblem::At);
    }
    if name.len() > 64 || !name.split('.').all(is_atom) {
        return Err(EmailProblem::Name);
    }
    let address_of_machine = last_label(domain).iter().all(u8::is_ascii_digit);
    if !domain.contains('.') || address_of_machine || !is_host(domain) {
        return Err(EmailProblem::Domain);
    }
    Ok(())
}

/// An `Atom` of RFC 5321, whose letters are the `atext` of RFC 5322 (section 3.2.3).
fn is_atom(atom: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    !atom.is_empty() && atom.bytes().all(letter)
}

/// How many digits there are, in groups that one space or hyphen separates.
fn count_digits(groups: &str) -> Result<usize, NumberProblem> {
    let mut count = 0;
    let mut before = b' ';
    for byte in groups.bytes() {
        match byte {
            b'0'..=b'9' => count += 1,
            b' ' | b'-' if before.is_ascii_digit() => {}
            _ => return Err(NumberProblem::NotDigits),
        }
        before = byte;
    }
    if count > 0 && !before.is_ascii_digit() {
        return Err(NumberProblem::NotDigits);
    }
    Ok(count)
}
