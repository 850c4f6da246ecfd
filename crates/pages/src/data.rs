//! The contact data for search engines: schema.org's `Organization` with its `ContactPoint`s, as JSON-LD.
//!
//! Numbers for danger to life are left out: they aren't the organisation's. schema.org knows no time zones, so each
//! description says the hours in words, with theirs.

use leeward_document::pretty;
use triage::{
    Channel, Hours, Playbook, Target,
    hours::{Date, Span},
    source::{Node, Value, parse},
};

use crate::{
    Names, Voice, Week,
    hours::{clock, week},
};

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The contact data of a playbook, as it is on a day, in its default language. It can stand in a `script` element of an
/// HTML page as it is: nothing in it ends one.
#[must_use]
pub fn contact_data(
    playbook: &Playbook,
    names: &dyn Names,
    today: Date,
    site: Option<&str>,
) -> String {
    let voice = Voice::new(playbook, 0);
    let channels = playbook.channels().iter();
    let points = channels.filter_map(|channel| point(channel, &voice, names, today, site));
    let points: Vec<Node> = points.collect();
    let organisation = [
        Some(("@context", text("https://schema.org"))),
        Some(("@type", text("Organization"))),
        Some(("name", text(voice.words(playbook.name()).text))),
        site.map(|site| ("url", text(site))),
        Some(("contactPoint", Value::List(points).into())),
    ];
    let flat = leeward_document::inline(&object(organisation), "");
    let laid_out = parse(&flat).map_or(flat.clone(), |tree| pretty(&tree, &flat));
    // None of these stands outside of a string there.
    laid_out
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn point<'p>(
    channel: &'p Channel,
    voice: &Voice<'p>,
    names: &dyn Names,
    today: Date,
    site: Option<&str>,
) -> Option<Node> {
    let reached = match &channel.target {
        Target::Phone(number) => {
            let dialled = number.replace([' ', '-'], "");
            ("telephone", triage::link::shown_number(&dialled))
        }
        Target::Email(address) => ("email", address.clone()),
        target => ("url", target.href().or(site.map(str::to_owned))?),
    };
    let about = channel.about.as_ref().map(|about| voice.words(about).text);
    let hours = Week::line(&channel.hours, voice, names);
    let described = match about {
        Some(about) => format!("{about} — {hours}"),
        None => hours,
    };
    let languages = channel.languages.iter().map(|tag| text(tag));
    let (name, value) = reached;
    Some(object([
        Some(("@type", text("ContactPoint"))),
        Some(("name", text(voice.words(&channel.name).text))),
        Some(("contactType", text("customer support"))),
        Some(("description", text(&described))),
        Some((name, text(&value))),
        Some(("availableLanguage", Value::List(languages.collect()).into())),
        Some((
            "hoursAvailable",
            Value::List(hours_of(channel, today)).into(),
        )),
    ]))
}

fn hours_of(channel: &Channel, today: Date) -> Vec<Node> {
    let weekly = match &channel.hours {
        Hours::Always => return vec![specification(Some((0, 6)), None, "00:00", "23:59")],
        Hours::Weekly(weekly) => weekly,
    };
    let mut all = Vec::new();
    for days in week(weekly) {
        for span in &days.spans {
            let (opens, closes) = times(*span);
            all.push(specification(
                Some((days.first, days.last)),
                None,
                &opens,
                &closes,
            ));
        }
    }
    let schedule = &weekly.schedule;
    let own = schedule.dates().iter().map(|(date, _)| *date);
    let mut dates: Vec<Date> = own.chain(schedule.closures().iter().copied()).collect();
    dates.sort_unstable();
    dates.dedup();
    for date in dates.into_iter().filter(|date| *date >= today) {
        let spans = schedule.spans_of(date);
        if spans.is_empty() {
            all.push(specification(None, Some(date), "00:00", "00:00"));
        }
        for span in spans {
            let (opens, closes) = times(*span);
            all.push(specification(None, Some(date), &opens, &closes));
        }
    }
    all
}

/// A whole day ends a minute before it is over, as search engines want it: the same time twice means closed to them. What
/// closes before it opens does so on the next day.
fn times(span: Span) -> (String, String) {
    let closes = match span.close() {
        close if span.is_whole_day() => close - 1,
        1440 => 0,
        close => close,
    };
    (clock(span.open()), clock(closes))
}

fn specification(
    days: Option<(usize, usize)>,
    date: Option<Date>,
    opens: &str,
    closes: &str,
) -> Node {
    let days = days.map(|(first, last)| {
        let days = DAYS.iter().take(last + 1).skip(first);
        let days = days.map(|day| text(&["https://schema.org/", day].concat()));
        ("dayOfWeek", Value::List(days.collect()).into())
    });
    let date = date.map(|date| text(&date.to_string()));
    object([
        Some(("@type", text("OpeningHoursSpecification"))),
        days,
        Some(("opens", text(opens))),
        Some(("closes", text(closes))),
        date.clone().map(|date| ("validFrom", date)),
        date.map(|date| ("validThrough", date)),
    ])
}

fn text(text: &str) -> Node {
    Value::String(text.to_owned()).into()
}

fn object<const N: usize>(entries: [Option<(&str, Node)>; N]) -> Node {
    let entries = entries.into_iter().flatten();
    Node::map(entries.map(|(name, value)| (name.to_owned(), value)))
}

#[cfg(test)]
mod tests {
    use super::contact_data;
    use crate::names::Plain;
    use serde_json::{Value, json};
    use triage::{check, hours::Date, source::parse};

    fn data(text: &str, site: Option<&str>) -> Value {
        let playbook = check(parse(text).unwrap()).playbook.unwrap();
        let today = Date::parse("2026-11-28").unwrap();
        serde_json::from_str(&contact_data(&playbook, &Plain, today, site)).unwrap()
    }

    #[test]
    fn a_search_engine_is_told_numbers_languages_and_hours() {
        let outage = include_str!("../../../playbooks/outage.json");
        let data = data(outage, Some("https://kestrel.example/?a=1&b=2"));
        assert_eq!(data["@type"], "Organization");
        assert_eq!(data["url"], "https://kestrel.example/?a=1&b=2");
        let points = data["contactPoint"].as_array().unwrap();
        let phone = &points[0];
        assert_eq!(phone["telephone"], "+442079460101");
        assert_eq!(
            phone["hoursAvailable"][0]["dayOfWeek"]
                .as_array()
                .unwrap()
                .len(),
            7
        );
        assert_eq!(phone["hoursAvailable"][0]["closes"], "23:59");
        assert!(
            points
                .iter()
                .all(|point| point["contactType"] == "customer support")
        );
        assert_eq!(points[1]["url"], "https://example.test/chat");
        // 119 and 999 are not the organisation's.
        let telephones = points
            .iter()
            .filter_map(|point| point["telephone"].as_str());
        assert!(telephones.clone().count() > 0);
        assert!(telephones.clone().all(|number| number.starts_with('+')));
    }

    #[test]
    fn short_codes_and_extensions_are_numbers_too() {
        let outage = include_str!("../../../playbooks/outage.json");
        let first = parse(outage).unwrap();
        let phone = first.entry("channels").unwrap().entries()[0]
            .1
            .entry("address")
            .unwrap();
        for (address, told) in [
            ("988", "988"),
            ("+81 3-1234-5678;ext=12", "+81312345678 ext. 12"),
        ] {
            let text = outage.replacen(phone.text(), address, 1);
            assert_eq!(data(&text, None)["contactPoint"][0]["telephone"], told);
        }
    }

    #[test]
    fn nights_holidays_and_whole_days_are_as_schema_org_has_them() {
        let text = r#"{ "version": 1, "name": "A", "locales": ["en"],
            "hours": { "odd": { "timezone": "Asia/Tokyo", "week": { "mon-tue": ["22:00-06:00"], "sat": ["00:00-24:00"] },
                "dates": { "2026-12-01": ["09:00-24:00"], "2026-12-02": ["00:00-00:00"], "2026-12-03": ["09:00-09:00"], "2026-12-04": [], "2026-11-01": [] }, "closed_on": ["days"] } },
            "holidays": { "days": { "2026-11-30": "A day off" } },
            "questions": [], "routes": [ { "id": "all", "first": ["a"], "second": ["b"] } ],
            "channels": {
                "a": { "kind": "phone", "name": "A", "address": "+81300000000", "always": true, "languages": ["en"] },
                "b": { "kind": "form", "name": "B", "endpoint": "/m", "always": true, "languages": ["en"] },
                "c": { "kind": "sms", "name": "C", "address": "+81300000001", "hours": "odd", "languages": ["en"] } } }"#;
        let points = &data(text, None)["contactPoint"];
        // The form has no address of its own, and nobody knows the site.
        assert_eq!(points.as_array().unwrap().len(), 2);
        assert_eq!(points[1]["url"], "sms:+81300000001");
        let kind = "OpeningHoursSpecification";
        let days = |days: &[&str]| -> Vec<String> {
            days.iter()
                .map(|day| format!("https://schema.org/{day}"))
                .collect()
        };
        assert_eq!(
            points[1]["hoursAvailable"],
            json!([
                { "@type": kind, "dayOfWeek": days(&["Monday", "Tuesday"]), "opens": "22:00", "closes": "06:00" },
                { "@type": kind, "dayOfWeek": days(&["Saturday"]), "opens": "00:00", "closes": "23:59" },
                { "@type": kind, "opens": "00:00", "closes": "00:00", "validFrom": "2026-11-30", "validThrough": "2026-11-30" },
                { "@type": kind, "opens": "09:00", "closes": "00:00", "validFrom": "2026-12-01", "validThrough": "2026-12-01" },
                { "@type": kind, "opens": "00:00", "closes": "23:59", "validFrom": "2026-12-02", "validThrough": "2026-12-02" },
                { "@type": kind, "opens": "09:00", "closes": "08:59", "validFrom": "2026-12-03", "validThrough": "2026-12-03" },
                { "@type": kind, "opens": "00:00", "closes": "00:00", "validFrom": "2026-12-04", "validThrough": "2026-12-04" },
            ])
        );
        assert_eq!(
            points[1]["description"],
            "Mon–Tue 22:00–06:00; Sat 00:00–24:00 (Asia/Tokyo)"
        );
    }
}
