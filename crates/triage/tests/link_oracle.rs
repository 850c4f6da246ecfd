//! Links and addresses against an independent reader: the `url` crate, which follows the URL standard
//! as browsers do. Whatever passes here must lead there where a person would say it leads.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;
use triage::link::{check_endpoint, check_link, mailto, sms, tel};
use url::Url;

/// A page on which an endpoint is resolved.
const PAGE: &str = "https://site.test/support/page.html";

/// The host as a person reads it: what stands between `//` and the next `/`, `?`, `#` or port.
fn host_as_read(link: &str) -> String {
    let rest = link.split_once("//").unwrap().1;
    let authority = rest.split(['/', '?', '#']).next().unwrap();
    let host = authority
        .strip_suffix(|last: char| last.is_ascii_digit())
        .map_or(authority, |_| {
            let bare = authority.trim_end_matches(|last: char| last.is_ascii_digit());
            bare.strip_suffix(':').unwrap_or(authority)
        });
    host.to_ascii_lowercase()
}

/// What must hold of a link that passed. A label that begins with `xn--` may be no Punycode; then
/// browsers refuse the link as a whole, which leads nobody astray.
fn assert_leads_where_it_says(link: &str) {
    let host = host_as_read(link);
    let Ok(url) = Url::parse(link) else {
        assert!(host.contains("xn--"), "{link:?} passed, but is no URL");
        return;
    };
    assert_eq!(url.host_str(), Some(host.as_str()), "{link:?}");
    assert!(
        url.username().is_empty() && url.password().is_none(),
        "{link:?}"
    );
    match url.scheme() {
        "https" => {}
        "http" => assert!(
            ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()),
            "{link:?}"
        ),
        other => panic!("{link:?} has the scheme {other}"),
    }
}

/// Texts that are nearly links: pieces that matter to a reader of URLs, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "https",
        "http",
        "javascript",
        "HTTPS",
        ":",
        "/",
        "//",
        "\\",
        "@",
        "?",
        "#",
        "[",
        "]",
        "[::1]",
        "localhost",
        "127.0.0.1",
        "example.test",
        "evil.test",
        "xn--",
        "xn--fsqu00a",
        "0x7f",
        "1",
        "256",
        "00",
        ".",
        "..",
        "-",
        "%",
        "%2f",
        "%00",
        "%E7%81%BD",
        "例え",
        "。",
        "．",
        "\t",
        "\n",
        "\u{0}",
        " ",
        "\u{202e}",
        "\u{ad}",
        "\u{200b}",
        "８０",
        ":443",
        ":0",
        ":65536",
        "ß",
        "K",
        "&",
        "=",
        "+",
        ";",
        "\"",
        "<",
        "|",
        "_",
        "~",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_link_that_passes_leads_where_it_says(text in "\\PC{0,40}", pieces in pieces(), start in prop::sample::select(vec!["", "https://", "http://", "https://example.test/", "http://localhost/"])) {
        for link in [format!("{start}{text}"), format!("{start}{pieces}"), format!("{start}{pieces}{text}")] {
            if check_link(&link).is_ok() {
                assert_leads_where_it_says(&link);
            }
        }
    }

    #[test]
    fn ordinary_links_pass(host in "[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5})?(\\.[a-z]{2,9}){1,2}", port in prop::option::of(1..=65_535_u16), path in "(/[a-zA-Z0-9._~-]{1,8}|/[あ-ん亜-腕क-ह]{1,4}){0,4}/?", query in "(\\?[a-z]{1,5}=[a-z0-9]{0,4}(%20)?)?", fragment in "(#[a-z]{1,5})?") {
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let link = format!("https://{host}{port}{path}{query}{fragment}");
        prop_assert_eq!(check_link(&link), Ok(()), "{}", link);
        assert_leads_where_it_says(&link);
    }

    #[test]
    fn an_endpoint_that_passes_stays_on_the_site_or_is_a_link(text in "\\PC{0,20}", pieces in pieces()) {
        for endpoint in [format!("/{text}"), format!("/{pieces}"), format!("/{pieces}{text}"), pieces] {
            if check_endpoint(&endpoint).is_ok() {
                if endpoint.starts_with('/') {
                    let url = Url::parse(PAGE).unwrap().join(&endpoint).unwrap();
                    prop_assert_eq!(url.origin(), Url::parse(PAGE).unwrap().origin(), "{:?}", endpoint);
                } else {
                    assert_leads_where_it_says(&endpoint);
                }
            }
        }
    }

    #[test]
    fn what_a_visitor_writes_arrives_as_the_body_and_as_nothing_else(subject in any::<String>(), body in any::<String>()) {
        assert_arrives("help@example.test", &subject, &body);
    }

    #[test]
    fn numbers_hold_nothing_but_digits(number in any::<String>()) {
        let link = tel(&number);
        let digits = link.strip_prefix("tel:").unwrap();
        let digits = digits.strip_prefix('+').unwrap_or(digits);
        // Before an extension there is a pause.
        prop_assert_eq!(digits.matches(',').count(), usize::from(number.contains(';')));
        prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b','));
    }
}

#[test]
fn hostile_words_arrive_as_they_were_written() {
    for words in [
        "x&bcc=evil@evil.test",
        "x?bcc=evil@evil.test",
        "x\r\nBcc: evil@evil.test",
        "x\nBcc: evil@evil.test",
        "x\rBcc: evil@evil.test",
        "x%0D%0ABcc: evil@evil.test",
        "#fragment",
        "100 % sure + 1 = 2; a,b",
        "屋根が壊れました 😢👨‍👩‍👧",
        "छत टूट गई है",
        "\"quotes\" <tags> `ticks`",
        "\u{202e}turned\u{0}nothing",
    ] {
        assert_arrives("help@example.test", words, words);
        assert_arrives("o'neil+a&b?c#d%e@example.test", words, "");
    }
}

#[test]
fn empty_fields_are_left_out() {
    assert_eq!(
        mailto("help@example.test", "", ""),
        "mailto:help@example.test"
    );
    assert_eq!(sms("+81312345678", ""), "sms:+81312345678");
}

#[test]
fn spaces_and_line_breaks_are_written_as_rfc_6068_asks() {
    assert_eq!(
        mailto("a@b.test", "", "1 2\n3\r\n4\r5\n\n6"),
        "mailto:a@b.test?body=1%202%0D%0A3%0D%0A4%0D%0A5%0D%0A%0D%0A6"
    );
}

/// Builds the links and reads them as `url` does: path, and the keys with their values.
fn assert_arrives(address: &str, subject: &str, body: &str) {
    let link = mailto(address, subject, body);
    assert!(link.is_ascii() && !link.contains('+'), "{link}");
    let url = Url::parse(&link).unwrap();
    assert_eq!(url.scheme(), "mailto");
    assert_eq!(decoded(url.path()), address);
    assert_eq!(url.fragment(), None);
    assert_eq!(
        fields(&url),
        expected(&[("subject", subject), ("body", body)])
    );

    let url = Url::parse(&sms("+81312345678", body)).unwrap();
    assert_eq!(
        (url.scheme(), url.path(), url.fragment()),
        ("sms", "+81312345678", None)
    );
    assert_eq!(fields(&url), expected(&[("body", body)]));
}

fn fields(url: &Url) -> Vec<(String, String)> {
    url.query_pairs().into_owned().collect()
}

/// A percent-encoded text as it was. Form decoding serves, as the builders leave no `+`.
fn decoded(text: &str) -> String {
    url::form_urlencoded::parse(text.as_bytes())
        .map(|(key, _)| key)
        .collect()
}

/// The keys that have a value, with the line breaks that mail asks for.
fn expected(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let mail_lines = |text: &str| {
        text.replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\n', "\r\n")
    };
    let filled = fields.iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(key, value)| ((*key).to_owned(), mail_lines(value)))
        .collect()
}
