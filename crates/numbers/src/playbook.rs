//! The numbers of a playbook, and the countries that it speaks of.

use rlibphonenumber::PHONE_NUMBER_UTIL;
use triage::{
    Code, Problem,
    link::is_local,
    source::{Node, Value},
};

use crate::{
    plan::{Fault, Verdict, judge},
    written::readings,
};

/// Zones whose clocks are one country's, of countries with many calls.
const ZONES: [(&str, &str); 46] = [
    ("Asia/Tokyo", "JP"),
    ("Asia/Kolkata", "IN"),
    ("Asia/Calcutta", "IN"),
    ("Asia/Seoul", "KR"),
    ("Asia/Shanghai", "CN"),
    ("Asia/Taipei", "TW"),
    ("Asia/Hong_Kong", "HK"),
    ("Asia/Singapore", "SG"),
    ("Asia/Manila", "PH"),
    ("Asia/Jakarta", "ID"),
    ("Asia/Bangkok", "TH"),
    ("Asia/Ho_Chi_Minh", "VN"),
    ("Asia/Kuala_Lumpur", "MY"),
    ("Asia/Dhaka", "BD"),
    ("Asia/Karachi", "PK"),
    ("Asia/Kathmandu", "NP"),
    ("Asia/Dubai", "AE"),
    ("Asia/Riyadh", "SA"),
    ("Asia/Jerusalem", "IL"),
    ("Europe/London", "GB"),
    ("Europe/Dublin", "IE"),
    ("Europe/Berlin", "DE"),
    ("Europe/Vienna", "AT"),
    ("Europe/Zurich", "CH"),
    ("Europe/Paris", "FR"),
    ("Europe/Madrid", "ES"),
    ("Europe/Lisbon", "PT"),
    ("Europe/Rome", "IT"),
    ("Europe/Amsterdam", "NL"),
    ("Europe/Brussels", "BE"),
    ("Europe/Copenhagen", "DK"),
    ("Europe/Stockholm", "SE"),
    ("Europe/Oslo", "NO"),
    ("Europe/Helsinki", "FI"),
    ("Europe/Warsaw", "PL"),
    ("Europe/Prague", "CZ"),
    ("Europe/Athens", "GR"),
    ("Europe/Kyiv", "UA"),
    ("America/New_York", "US"),
    ("America/Chicago", "US"),
    ("America/Denver", "US"),
    ("America/Los_Angeles", "US"),
    ("America/Toronto", "CA"),
    ("America/Sao_Paulo", "BR"),
    ("Australia/Sydney", "AU"),
    ("Pacific/Auckland", "NZ"),
];

/// The countries that a playbook speaks of, by their two letters: those that its channels name, those of its numbers,
/// and those of its opening hours.
#[must_use]
pub fn countries(tree: &Node) -> Vec<String> {
    let channels = || entries(tree, "channels").iter().map(|(_, channel)| channel);
    let text = |node: &Node, name: &str| node.entry(name).map_or("", Node::text).to_owned();
    let named = channels().map(|channel| text(channel, "country"));
    let of_numbers = channels().map(|channel| {
        let address = text(channel, "address");
        let parsed = PHONE_NUMBER_UTIL.parse(address.split(';').next().unwrap_or_default(), None);
        let valid = parsed.ok().filter(|_| address.starts_with('+'));
        let region = valid.and_then(|number| PHONE_NUMBER_UTIL.get_region_for_number(&number));
        region.map_or_else(String::new, |region| region.to_string())
    });
    let of_hours = entries(tree, "hours").iter().map(|(_, hours)| {
        let zone = text(hours, "timezone");
        let country = ZONES.iter().find(|(known, _)| *known == zone);
        country.map_or_else(String::new, |(_, country)| (*country).to_owned())
    });
    let mut found: Vec<String> = Vec::new();
    for country in named.chain(of_numbers).chain(of_hours) {
        let is_country = country.len() == 2 && country.bytes().all(|it| it.is_ascii_uppercase());
        if is_country && !found.contains(&country) {
            found.push(country);
        }
    }
    found
}

/// Adds what the plans say of a playbook's numbers to what the checker has found, in place of what it says of the same
/// numbers without any plan.
pub fn merge(tree: &Node, problems: &mut Vec<Problem>) {
    let countries = countries(tree);
    for (id, channel) in entries(tree, "channels") {
        let kind = channel.entry("kind").map_or("", Node::text);
        let Some(address) = channel.entry("address") else {
            continue;
        };
        if !["phone", "sms"].contains(&kind) || !matches!(address.value, Value::String(_)) {
            continue;
        }
        let path = ["channels.", id, ".address"].concat();
        let noted = problems
            .iter_mut()
            .find(|problem| problem.code == Code::BadAddress && problem.path == path);
        let number = address.text();
        match noted {
            // Text messages know no extension, whatever the number.
            Some(_) if kind == "sms" && number.contains(";ext=") => {}
            Some(problem) => {
                if let Some(message) = better(number, &countries) {
                    problem.message = message;
                }
            }
            None => {
                let country = channel.entry("country").map(Node::text);
                let found = told(number, country).map(|(code, message)| Problem {
                    code,
                    path,
                    span: address.span,
                    message,
                });
                problems.extend(found);
            }
        }
    }
}

/// What is said of a number that doesn't even look like one, or says nothing of its country.
fn better(number: &str, countries: &[String]) -> Option<String> {
    let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
    let readings = readings(number, &countries);
    let (right, country) = readings.first()?;
    let quoted = ["\"", number, "\" can't be dialled as it stands; "].concat();
    Some(match country {
        Some(country) if right == number => format!(
            "\"{number}\" can be called from {country} only; add \"country\": \"{country}\", and say so in \"about\""
        ),
        _ => format!("{quoted}did you mean \"{right}\"?"),
    })
}

/// What is said of a number that looks right.
fn told(number: &str, country: Option<&str>) -> Option<(Code, String)> {
    let right = || {
        let countries: Vec<&str> = country.into_iter().collect();
        let right = readings(number, &countries).into_iter().next();
        right.map_or_else(String::new, |(right, _)| {
            format!("; did you mean \"{right}\"?")
        })
    };
    Some(match judge(number, country) {
        Verdict::Right => return None,
        Verdict::Wrong(fault) => {
            let why = match fault {
                Fault::Code => "no country has this code; correct the digits after +".to_owned(),
                Fault::Short => {
                    "there are digits missing; write all that are dialled from abroad".to_owned()
                }
                Fault::Long => "there are too many digits for its country; correct them".to_owned(),
                Fault::Trunk => [
                    "what is dialled at home only stands behind the country code",
                    &right(),
                ]
                .concat(),
            };
            (
                Code::BadAddress,
                format!("\"{number}\" can't be dialled: {why}"),
            )
        }
        Verdict::Unknown => (
            Code::UnknownNumber,
            format!(
                "the numbering plan of its country has no \"{number}\"; look whether each digit is right (the plan that is known here may be older than the number)"
            ),
        ),
        Verdict::Home(home) if is_local(number) => (
            Code::HomeNumber,
            format!(
                "\"{number}\" can't be dialled from other countries; write \"{}\", which can be dialled from everywhere",
                home.international.unwrap_or_default()
            ),
        ),
        Verdict::Home(home) => (
            Code::HomeNumber,
            format!(
                "\"{number}\" can hardly be called from other countries; write it as it is dialled at home, \"{}\", with \"country\": \"{}\", and say so in \"about\"",
                home.national, home.country
            ),
        ),
    })
}

fn entries<'a>(tree: &'a Node, name: &str) -> &'a [(String, Node)] {
    match tree.entry(name).map(|node| &node.value) {
        Some(Value::Map(entries)) => entries,
        _ => &[],
    }
}
