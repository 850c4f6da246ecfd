//! Builds `tel:`, `sms:` and `mailto:` links. Whatever a visitor has written becomes the value of one
//! key and nothing more. Whether number and address are right is checked in `contact`.

/// A link that dials a number (RFC 3966). Everything but digits and a leading `+` is left out. Before an extension there
/// is a pause, as a comma (3GPP TS 22.101, A.21): phones send its tones when somebody has answered. Of `;ext=12` Android
/// would dial the letters too, as 398, and iOS nothing until it is pressed.
///
/// ```
/// use triage::link::tel;
///
/// assert_eq!(tel("+81 3-1234-5678"), "tel:+81312345678");
/// assert_eq!(tel("+81312345678;ext=12"), "tel:+81312345678,12");
/// ```
pub fn tel(number: &str) -> String {
    let mut link = String::from("tel:");
    push_number(&mut link, number);
    if let Some((_, extension)) = number.split_once(';') {
        link.push(',');
        push_digits(&mut link, extension);
    }
    link
}

/// A link that begins a text message (RFC 5724), with its first words unless these are empty. Some
/// telephones ignore them, so a visitor must be able to do without.
///
/// ```
/// assert_eq!(triage::link::sms("+81312345678", "Roof & wall"), "sms:+81312345678?body=Roof%20%26%20wall");
/// ```
pub fn sms(number: &str, body: &str) -> String {
    let mut link = String::from("sms:");
    push_number(&mut link, number);
    push_fields(&mut link, &[("body", body)]);
    link
}

/// A link that begins an e-mail (RFC 6068), with a subject and first words unless these are empty.
///
/// ```
/// use triage::link::mailto;
///
/// assert_eq!(mailto("help@example.test", "Storm", "Hello\n"), "mailto:help@example.test?subject=Storm&body=Hello%0D%0A");
/// assert_eq!(mailto("help@example.test", "", "a&bcc=b"), "mailto:help@example.test?body=a%26bcc%3Db");
/// ```
pub fn mailto(address: &str, subject: &str, body: &str) -> String {
    let mut link = String::from("mailto:");
    let (name, domain) = address.split_once('@').unwrap_or((address, ""));
    push_encoded(&mut link, name);
    link.push('@');
    push_encoded(&mut link, domain);
    push_fields(&mut link, &[("subject", subject), ("body", body)]);
    link
}

/// A number without its extension.
fn push_number(link: &mut String, number: &str) {
    if number.starts_with('+') {
        link.push('+');
    }
    let number = number.split(';').next().unwrap_or_default();
    push_digits(link, number);
}

fn push_digits(link: &mut String, text: &str) {
    link.extend(text.chars().filter(char::is_ascii_digit));
}

/// A number for reading: the extension by the abbreviation that phones show in every language. It is the same for all
/// visitors, as each word of each language is bytes that everybody loads.
///
/// ```
/// assert_eq!(triage::link::shown_number("+81 3-1234-5678;ext=12"), "+81 3-1234-5678 ext. 12");
/// ```
pub fn shown_number(number: &str) -> String {
    match number.split_once(';') {
        Some((number, extension)) => {
            let extension = extension.strip_prefix("ext=").unwrap_or(extension);
            [number, " ext. ", extension].concat()
        }
        None => number.to_owned(),
    }
}

/// The keys whose values are not empty.
fn push_fields(link: &mut String, fields: &[(&str, &str)]) {
    let mut mark = '?';
    for (key, value) in fields {
        if !value.is_empty() {
            link.push(mark);
            link.push_str(key);
            link.push('=');
            push_encoded(link, value);
            mark = '&';
        }
    }
}

/// Percent-encodes the UTF-8 of a text, all but the unreserved characters of RFC 3986 (section 2.3).
/// A space is `%20`, as mail programs show a `+` as it is; each kind of line break is `%0D%0A`, as
/// RFC 6068 (section 5) asks.
fn push_encoded(link: &mut String, text: &str) {
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' if bytes.peek() == Some(&b'\n') => {}
            b'\r' | b'\n' => link.push_str("%0D%0A"),
            b'-' | b'.' | b'_' | b'~' => link.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => link.push(char::from(byte)),
            _ => {
                link.push('%');
                link.push(hex_digit(byte >> 4));
                link.push(hex_digit(byte & 15));
            }
        }
    }
}

/// The upper-case digit of a number below 16 (RFC 3986, section 2.1, prefers these).
fn hex_digit(number: u8) -> char {
    char::from(if number < 10 {
        b'0' + number
    } else {
        b'A' + number - 10
    })
}
