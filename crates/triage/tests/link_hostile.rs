//! What is refused as a link, an endpoint, a number or an address, and why; and what must pass.

use triage::link::{
    EmailProblem, LinkProblem, NumberProblem, check_email, check_endpoint, check_link, check_phone,
    check_short_number,
};

#[test]
fn links_that_people_use_pass() {
    for link in [
        "https://example.test",
        "https://example.test/",
        "https://www.example.test/a/b.html?topic=storm&x=1#top",
        "https://example.test?x=1",
        "https://example.test#x",
        "https://example.test:8443/x",
        "HTTPS://Example.TEST/Path",
        "https://xn--fsqu00a.xn--0zwm56d/",
        "https://203.0.113.5/status",
        "https://1.example.test/",
        "https://3com.example/",
        "https://example.test/~user/@handle/a:b;c=d,e(f)*g'h!$&+",
        "https://example.test/%E7%81%BD%E5%AE%B3",
        "https://example.test/災害/お知らせ?地域=東京",
        "https://example.test/बाढ़-सहायता",
        "https://example.test/a–b",
        "https://example.test/?filter[]=a&filter[]=b",
        "https://example.test/?next=https://other.test/",
        "http://localhost",
        "http://localhost:8080/playbook",
        "http://LOCALHOST/",
        "http://127.0.0.1:1/",
        "http://[::1]:8080/",
        "https://[::1]/",
    ] {
        assert_eq!(check_link(link), Ok(()), "{link}");
    }
}

#[test]
fn hostile_and_broken_links_are_refused_for_the_right_reason() {
    use LinkProblem::*;
    for (link, problem) in [
        ("", Empty),
        ("javascript:alert(1)", Scheme),
        ("JaVaScRiPt:alert(1)", Scheme),
        ("java\nscript:alert(1)", Invisible),
        ("java\tscript:alert(1)", Invisible),
        ("\u{1}javascript:alert(1)", Invisible),
        (" javascript:alert(1)", Invisible),
        (" https://example.test/", Invisible),
        ("https://example.test/ ", Invisible),
        ("\u{feff}https://example.test/", Invisible),
        ("https://example.test/a b", Invisible),
        ("https://example.test/a\u{a0}b", Invisible),
        ("https://example.test/a\u{3000}b", Invisible),
        ("https://example.test/\u{0}", Invisible),
        ("https://example.test/\u{7f}", Invisible),
        ("https://example.test/\u{85}", Invisible),
        ("https://example.test/\u{202e}fdp.exe", Invisible),
        ("https://example.test/\u{2066}x\u{2069}", Invisible),
        ("https://example.test/a\u{200b}b", Invisible),
        ("https://exa\u{ad}mple.test/", Invisible),
        ("https://example.test/\u{e0041}", Invisible),
        ("https://example.test/\u{e000}", Invisible),
        ("https://example.test/\u{ffff}", Invisible),
        ("https://example.test\r\nLocation: x", Invisible),
        ("data:text/html,<script>", Scheme),
        ("blob:https://example.test/1", Scheme),
        ("vbscript:msgbox(1)", Scheme),
        ("file:///etc/passwd", Scheme),
        ("ftp://example.test/", Scheme),
        ("view-source:https://example.test/", Scheme),
        ("//evil.test", Scheme),
        ("///evil.test", Scheme),
        ("/evil", Scheme),
        ("/\\evil.test", Backslash),
        ("\\\\evil.test", Backslash),
        ("https:\\\\evil.test", Backslash),
        ("https://example.test\\@evil.test", Backslash),
        ("https:example.test", Scheme),
        ("https:/example.test", Scheme),
        ("https//example.test", Scheme),
        ("ｈttps://example.test", Scheme),
        ("httpſ://example.test", Scheme),
        ("https:///evil.test", NoHost),
        ("https://", NoHost),
        ("https://?x", NoHost),
        ("https://#x", NoHost),
        ("https://:443/", NoHost),
        ("https://good.test@evil.test/", UserInfo),
        ("https://user:password@evil.test/", UserInfo),
        ("https://@evil.test/", UserInfo),
        ("https://example.test:@evil.test/", UserInfo),
        ("https://[::1]@evil.test/", UserInfo),
        ("https://例え.test/", ForeignHost),
        ("https://exаmple.test/", ForeignHost), // A Cyrillic а.
        ("https://example.test．evil.test/", ForeignHost),
        ("https://example.test⁄evil.test/", ForeignHost),
        ("https://example..test/", Host),
        ("https://.example.test/", Host),
        ("https://example.test./", Host),
        ("https://-example.test/", Host),
        ("https://example-.test/", Host),
        ("https://exam_ple.test/", Host),
        ("https://exa%6dple.test/", Host),
        ("https://exa%00mple.test/", Host),
        ("https://exa<mple.test/", Host),
        ("https://exa*mple.test/", Host),
        ("https://[::2]/", Host),
        ("https://[::1/", Host),
        ("https://::1/", NoHost),
        ("https://2130706433/", Host),
        ("https://0x7f.1/", Host),
        ("https://example.0x7f/", Host),
        ("https://example.123/", Host),
        ("https://127.1/", Host),
        ("https://1.2.3.256/", Host),
        ("https://1.2.3.04/", Host),
        ("https://1.2.3.4.5/", Host),
        ("https://+1.2.3.4/", Host),
        ("https://example.test:/", Port),
        ("https://example.test:0/", Port),
        ("https://example.test:080/", Port),
        ("https://example.test:65536/", Port),
        ("https://example.test:+80/", Port),
        ("https://example.test:80:80/", Port),
        ("https://example.test:8a/", Port),
        ("https://example.test:８０/", Port),
        ("https://[::1]8080/", Port),
        ("https://[::1].evil.test/", Port),
        ("http://example.test/", Insecure),
        ("http://localhost.evil.test/", Insecure),
        ("http://127.0.0.2/", Insecure),
        ("http://127.0.0.1.evil.test/", Insecure),
        ("http://localhost@evil.test/", UserInfo),
        ("https://example.test/%", Percent),
        ("https://example.test/%2", Percent),
        ("https://example.test/%zz", Percent),
        ("https://example.test/%2\u{ff10}", Percent),
        ("https://example.test/100%off", Percent),
        ("https://example.test/<script>", Character),
        ("https://example.test/\"onclick=\"", Character),
        ("https://example.test/`x`", Character),
        ("https://example.test/{x}", Character),
        ("https://example.test/a|b", Character),
        ("https://example.test/a^b", Character),
        ("https://example.test/[x]", Character),
        ("https://example.test/#a#b", Character),
    ] {
        assert_eq!(check_link(link), Err(problem), "{link:?}");
    }
}

#[test]
fn a_host_has_the_length_that_dns_allows() {
    let label = "a".repeat(63);
    let longest = format!("{label}.{label}.{label}.{}", "a".repeat(61));
    assert_eq!(check_link(&format!("https://{longest}/")), Ok(()));
    assert_eq!(
        check_link(&format!("https://{longest}a/")),
        Err(LinkProblem::Host)
    );
    assert_eq!(
        check_link(&format!("https://{label}a.test/")),
        Err(LinkProblem::Host)
    );
}

#[test]
fn an_endpoint_is_a_link_or_a_path_on_the_same_site() {
    for endpoint in [
        "/",
        "/messages",
        "/a/b?x=1",
        "/a//b",
        "/a:b@c",
        "https://example.test/messages",
        "http://localhost:8080/",
    ] {
        assert_eq!(check_endpoint(endpoint), Ok(()), "{endpoint}");
    }
    for (endpoint, problem) in [
        ("", LinkProblem::Empty),
        ("messages", LinkProblem::Scheme),
        ("./messages", LinkProblem::Scheme),
        ("?x", LinkProblem::Scheme),
        ("//evil.test/", LinkProblem::Scheme),
        ("///evil.test/", LinkProblem::Scheme),
        ("/\\evil.test/", LinkProblem::Backslash),
        ("/\t/evil.test/", LinkProblem::Invisible),
        ("/\n/evil.test/", LinkProblem::Invisible),
        (" /messages", LinkProblem::Invisible),
        ("/a b", LinkProblem::Invisible),
        ("/100%", LinkProblem::Percent),
        ("/<", LinkProblem::Character),
        ("javascript:alert(1)", LinkProblem::Scheme),
        ("http://example.test/", LinkProblem::Insecure),
    ] {
        assert_eq!(check_endpoint(endpoint), Err(problem), "{endpoint:?}");
    }
}

#[test]
fn a_telephone_number_can_be_dialled_from_anywhere() {
    for number in [
        "+12345678",
        "+81312345678",
        "+911234567890",
        "+123456789012345",
        "+81 3-1234-5678;ext=12",
        "741741",
        "988",
        "116 123",
        "0120-279-338",
    ] {
        assert_eq!(check_phone(number), Ok(()), "{number}");
    }
    for (number, problem) in [
        ("", NumberProblem::ShortLength),
        ("1", NumberProblem::ShortLength),
        ("#7119", NumberProblem::NotDigits),
        (" +81312345678", NumberProblem::NotDigits),
        ("＋81312345678", NumberProblem::NotDigits),
        ("+", NumberProblem::Length),
        ("+1234567", NumberProblem::Length),
        ("+1234567890123456", NumberProblem::Length),
        ("+0312345678", NumberProblem::CountryCode),
        ("+ 81312345678", NumberProblem::NotDigits),
        ("+81 3-1234-5678 ", NumberProblem::NotDigits),
        ("+81 3--1234-5678", NumberProblem::NotDigits),
        ("+81 3\u{a0}1234\u{2011}5678", NumberProblem::NotDigits),
        ("+44 (0)20 7946 0101", NumberProblem::NotDigits),
        ("+81 3 1234", NumberProblem::Length),
        ("++81312345678", NumberProblem::NotDigits),
        ("+8131234567８", NumberProblem::NotDigits),
        ("+81312345678;ext=", NumberProblem::Extension),
        ("+81312345678;ext=1;ext=2", NumberProblem::Extension),
        ("+81312345678;ext=12345678", NumberProblem::Extension),
        ("+81312345678;isub=1", NumberProblem::Extension),
        ("+81312345678,1", NumberProblem::NotDigits),
    ] {
        assert_eq!(check_phone(number), Err(problem), "{number:?}");
    }
}

#[test]
fn an_emergency_number_may_be_short() {
    for number in [
        "119",
        "112",
        "10",
        "911",
        "08001234567",
        "0120-279-338",
        "116 123",
        "+81312345678",
        "123456789012345",
    ] {
        assert_eq!(check_short_number(number), Ok(()), "{number}");
    }
    for (number, problem) in [
        ("", NumberProblem::ShortLength),
        ("1", NumberProblem::ShortLength),
        ("+1", NumberProblem::ShortLength),
        ("1234567890123456", NumberProblem::ShortLength),
        ("-119", NumberProblem::NotDigits),
        ("119-", NumberProblem::NotDigits),
        ("1 ", NumberProblem::NotDigits),
        ("*#06#", NumberProblem::NotDigits),
        ("１１９", NumberProblem::NotDigits),
        ("tel:119", NumberProblem::NotDigits),
    ] {
        assert_eq!(check_short_number(number), Err(problem), "{number:?}");
    }
}

#[test]
fn an_address_is_one_that_every_mail_program_can_write_to() {
    for address in [
        "help@example.test",
        "a@b.co",
        "claims+storm@mail.example.test",
        "o'neil.x_y-z@example.test",
        "help@xn--fsqu00a.xn--0zwm56d",
        "1@2.test",
    ] {
        assert_eq!(check_email(address), Ok(()), "{address}");
    }
    let long = format!("{}@example.test", "a".repeat(65));
    for (address, problem) in [
        ("", EmailProblem::At),
        ("help", EmailProblem::At),
        ("help@a@example.test", EmailProblem::At),
        ("a@example.test,b@example.test", EmailProblem::At),
        ("@example.test", EmailProblem::Name),
        (".help@example.test", EmailProblem::Name),
        ("help.@example.test", EmailProblem::Name),
        ("he..lp@example.test", EmailProblem::Name),
        ("he lp@example.test", EmailProblem::Name),
        ("\"help\"@example.test", EmailProblem::Name),
        ("Help <help@example.test", EmailProblem::Name),
        ("mailto:help@example.test", EmailProblem::Name),
        ("助け@example.test", EmailProblem::Name),
        ("help\r\nBcc:x@example.test", EmailProblem::Name),
        (&long, EmailProblem::Name),
        ("help@", EmailProblem::Domain),
        ("help@localhost", EmailProblem::Domain),
        ("help@example..test", EmailProblem::Domain),
        ("help@example.test.", EmailProblem::Domain),
        ("help@-example.test", EmailProblem::Domain),
        ("help@[203.0.113.5]", EmailProblem::Domain),
        ("help@203.0.113.5", EmailProblem::Domain),
        ("help@例え.test", EmailProblem::Domain),
        ("help@example.test?bcc=x", EmailProblem::Domain),
        ("help@example.test>", EmailProblem::Domain),
        ("help@example.test ", EmailProblem::Domain),
    ] {
        assert_eq!(check_email(address), Err(problem), "{address:?}");
    }
}

#[test]
fn every_problem_has_a_cure_in_the_house_style() {
    use EmailProblem as E;
    use LinkProblem as L;
    use NumberProblem as N;
    let links = [
        L::Empty,
        L::Scheme,
        L::Insecure,
        L::Invisible,
        L::Backslash,
        L::UserInfo,
        L::NoHost,
        L::ForeignHost,
        L::Host,
        L::Port,
        L::Percent,
        L::Character,
    ];
    let numbers = [
        N::Extension,
        N::CountryCode,
        N::NotDigits,
        N::Length,
        N::ShortLength,
    ];
    let addresses = [E::At, E::Name, E::Domain];
    let mut cures: Vec<&str> = links.iter().map(LinkProblem::cure).collect();
    cures.extend(numbers.iter().map(NumberProblem::cure));
    cures.extend(addresses.iter().map(EmailProblem::cure));
    for cure in &cures {
        assert!(
            cure.starts_with(|first: char| first.is_ascii_lowercase()),
            "{cure}"
        );
        assert!(!cure.ends_with('.'), "{cure}");
    }
    let count = cures.len();
    cures.sort_unstable();
    cures.dedup();
    assert_eq!(cures.len(), count, "each cure is its own");
}
