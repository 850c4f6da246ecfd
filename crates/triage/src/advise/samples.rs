//! What a sample has in the place of something of one's own: its name, numbers that nobody answers, addresses that lead
//! nowhere, filler. A playbook with any of it works, and sends people who need help to nobody.

use crate::{
    check::Findings,
    problem::{Code, Problem},
    source::{Node, Value},
};

/// What of a sample a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A name that stands for one's own, or that of a ready playbook's company.
    Name,
    /// A number that is kept for films and handbooks.
    Number,
    /// An address on a host that is kept for handbooks (RFC 2606, RFC 6761).
    Address,
    /// Filler.
    Filler,
}

/// Names that stand for one's own.
const PLACEHOLDERS: [&str; 21] = [
    "your company",
    "your company name",
    "company name",
    "your organisation",
    "your organization",
    "your name",
    "example ltd",
    "acme",
    "会社名",
    "貴社名",
    "御社名",
    "あなたの会社",
    "आपकी कंपनी",
    "कंपनी का नाम",
    "شركتك",
    "اسم شركتك",
    "您的公司",
    "贵公司",
    "ihre firma",
    "votre entreprise",
    "su empresa",
];

/// The companies of the ready playbooks, in their languages.
const READY: [&str; 24] = [
    "minato mutual",
    "みなと共済",
    "मिनातो म्यूचुअल",
    "ميناتو التعاونية",
    "港湾互助保险",
    "kestrel pay",
    "ケストレルペイ",
    "केस्ट्रल पे",
    "كيستريل باي",
    "kazehama city",
    "風浜市",
    "काज़ेहामा शहर",
    "مدينة كازيهاما",
    "风滨市",
    "hinata credit union",
    "ひなた信用組合",
    "हिनाता क्रेडिट यूनियन",
    "اتحاد هيناتا الائتماني",
    "日向信用合作社",
    "neem tree hospitals",
    "ニームツリー病院",
    "नीम ट्री हॉस्पिटल्स",
    "مستشفيات شجرة النيم",
    "印楝树医院",
];

/// Numbers that are given to nobody, so that films and handbooks can have them: digits from the country code on, `x` for
/// any. Of the United Kingdom (Ofcom, "Telephone numbers for drama"), North America (NANPA, 555-0100 to 555-0199),
/// Australia (ACMA), Germany (BNetzA), France (ARCEP) and Sweden (PTS); and what the ready playbooks have for Japan and
/// India, where an exchange of zeros is given to nobody.
const NUMBERS: [&str; 39] = [
    "4411[345678]4960xxx",
    "441[23456]14960xxx",
    "441914980xxx",
    "442079460xxx",
    "442896496xxx",
    "442920180xxx",
    "441632960xxx",
    "447700900xxx",
    "448081570xxx",
    "449098790xxx",
    "443069990xxx",
    "1xxx55501xx",
    "61[2378]5550xxxx",
    "61[2378]7010xxxx",
    "61491570006",
    "6149157015[6789]",
    "61491570110",
    "61491570313",
    "61491570737",
    "611800160401",
    "6118009757xx",
    "6113009757xx",
    "493023125xxx",
    "496990009xxx",
    "494066969xxx",
    "492214710xxx",
    "498999998xxx",
    "4915228817386",
    "33199 00xxxx",
    "33261 91xxxx",
    "33353 01xxxx",
    "33465 71xxxx",
    "33536 49xxxx",
    "33639 98xxxx",
    "468465004xx",
    "46313 9006xx",
    "467017406[09]x",
    "81[39]0000xxxx",
    "918000 00xxxx",
];

/// Everything in a source that is a sample's, in the order of the file. [`advise`](super::advise) tells it only of a playbook
/// whose own name is a placeholder: the ready playbooks are samples all over.
#[must_use]
pub fn samples(source: &Node) -> Vec<Problem> {
    let mut findings = Findings::new(source);
    look(source, "", &mut findings);
    findings.problems
}

/// What of a sample a text is, in a field of that name at the top of the file.
#[must_use]
pub fn sample_of(field: &str, text: &str) -> Option<Sample> {
    let plain = text.trim().to_lowercase();
    let has = |names: &[&str]| names.contains(&plain.as_str());
    if field == "name" && (has(&PLACEHOLDERS) || has(&READY)) {
        Some(Sample::Name)
    } else if is_number(&plain) {
        Some(Sample::Number)
    } else if host(&plain).is_some_and(is_kept) {
        Some(Sample::Address)
    } else {
        let is_filler = ["lorem ipsum", "dolor sit amet"]
            .iter()
            .any(|filler| plain.contains(filler));
        is_filler.then_some(Sample::Filler)
    }
}

/// Whether the name of a playbook's company stands for somebody's own.
pub(super) fn has_placeholder(source: &Node) -> bool {
    let is_one = |node: &Node| PLACEHOLDERS.contains(&node.text().trim().to_lowercase().as_str());
    let name = source.entry("name");
    name.is_some_and(|name| is_one(name) || name.entries().iter().any(|(_, line)| is_one(line)))
}

fn look(node: &Node, field: &str, findings: &mut Findings<'_>) {
    match &node.value {
        Value::String(text) => {
            if let Some(sample) = sample_of(field, text) {
                let told = match sample {
                    Sample::Name => {
                        "\" is a sample's name; write your own, which visitors read first"
                    }
                    Sample::Number => {
                        "\" is a number for samples, which nobody answers; write your own"
                    }
                    Sample::Address => {
                        "\" is an address for samples, which leads nowhere; write your own"
                    }
                    Sample::Filler => "\" is filler; write what visitors are to read",
                };
                findings.remark(node, Code::Sample, &["\"", text, told]);
            }
        }
        Value::List(nodes) => nodes.iter().for_each(|node| look(node, field, findings)),
        Value::Map(entries) => {
            for (name, node) in entries {
                look(node, if field.is_empty() { name } else { field }, findings);
            }
        }
        _ => {}
    }
}

/// Whether it is a number in the international form that is kept for samples.
fn is_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix('+') else {
        return false;
    };
    let digits: String = number
        .chars()
        .filter(|letter| !" -.()/".contains(*letter))
        .collect();
    NUMBERS.iter().any(|kept| fits(&digits, kept))
}

/// Whether digits fit a pattern: `x` is any digit, `[39]` one of some, and blanks only group.
fn fits(digits: &str, pattern: &str) -> bool {
    let mut digits = digits.chars();
    let mut pattern = pattern.chars().filter(|letter| *letter != ' ');
    while let Some(wanted) = pattern.next() {
        let Some(digit) = digits.next() else {
            return false;
        };
        let is_fine = match wanted {
            'x' => digit.is_ascii_digit(),
            '[' => {
                let some: Vec<char> = pattern
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .collect();
                some.contains(&digit)
            }
            wanted => wanted == digit,
        };
        if !is_fine {
            return false;
        }
    }
    digits.next().is_none()
}

/// The host of a link or of an e-mail address.
fn host(text: &str) -> Option<&str> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let rest = match text.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next()?,
        None => text,
    };
    let host = match rest.rsplit_once('@') {
        Some((_, host)) => host,
        None if rest.len() < text.len() => rest,
        None => return None,
    };
    host.split(':').next()
}

/// Whether a host is kept for handbooks: nobody can have it.
fn is_kept(host: &str) -> bool {
    let mut labels = host.trim_end_matches('.').rsplit('.');
    let (last, before) = (
        labels.next().unwrap_or_default(),
        labels.next().unwrap_or_default(),
    );
    ["test", "example", "invalid"].contains(&last)
        || before == "example" && ["com", "net", "org"].contains(&last)
}

#[cfg(test)]
mod tests {
    use super::{Sample, sample_of};

    #[test]
    fn names_numbers_addresses_and_filler_of_samples_are_told_from_ones_own() {
        use Sample::{Address, Filler, Name, Number};
        for (field, text, sample) in [
            ("name", "Your company", Some(Name)),
            ("name", " YOUR COMPANY ", Some(Name)),
            ("name", "みなと共済", Some(Name)),
            ("name", "Harbour Water", None),
            ("notice", "Your company", None),
            ("channels", "+44 20 7946 0100", Some(Number)),
            ("channels", "+44-113-496-0999", Some(Number)),
            ("channels", "+44 7700 900123", Some(Number)),
            ("channels", "+44 20 7946 1000", None),
            ("channels", "+1 (212) 555-0123", Some(Number)),
            ("channels", "+1 212 555 0200", None),
            ("channels", "+81 3-0000-0119", Some(Number)),
            ("channels", "+91 80 0000 0142", Some(Number)),
            ("channels", "+33 1 99 00 12 34", Some(Number)),
            ("channels", "+81 3-3212-0110", None),
            ("channels", "+44", None),
            ("channels", "https://example.test/chat", Some(Address)),
            ("channels", "https://help.example.com", Some(Address)),
            ("channels", "help@harbour-water.example", Some(Address)),
            ("channels", "help@example.org", Some(Address)),
            ("channels", "https://example.company.com", None),
            (
                "channels",
                "https://user@sound.org:8080/?at=example.com",
                None,
            ),
            ("channels", "/messages", None),
            ("stories", "Lorem ipsum dolor", Some(Filler)),
            ("stories", "Write to help@example.org", None),
        ] {
            assert_eq!(sample_of(field, text), sample, "{text}");
        }
    }
}
