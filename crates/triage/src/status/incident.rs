//! What a status page tells in its own words, for people to read.

use super::text;
use crate::{
    hours::{Date, parse_moment},
    source::{Node, Value},
};

/// What a status page tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incidents {
    /// What is wrong at the moment.
    pub incidents: Vec<Incident>,
    /// What is being worked on as planned. Not wrong, so never counted as an incident.
    pub maintenances: Vec<Incident>,
}

/// Something that has been told on a status page, in the page's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incident {
    /// What it is called.
    pub name: String,
    /// Since when (UTC seconds), where that is told.
    pub since: Option<i64>,
    /// What is affected, by the page's own names.
    pub components: Vec<String>,
}

/// Reads what a Statuspage summary (`GET /api/v2/summary.json`, its API documentation, "Summary") or an Instatus summary
/// (`GET /summary.json`, its help pages, "Status page JSON") tells. Anything else tells nothing.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{source::parse, status};
/// let feed = r#"{ "activeIncidents": [{ "name": "Payments fail", "status": "INVESTIGATING" }] }"#;
/// let told = status::incidents(&parse(feed).unwrap());
/// assert_eq!(told.incidents[0].name, "Payments fail");
/// # }
/// ```
#[must_use]
pub fn incidents(feed: &Node) -> Incidents {
    if feed.entry("activeIncidents").is_some() || feed.entry("activeMaintenances").is_some() {
        let at = |name| move |node: &Node| moment(text(node, name));
        return Incidents {
            incidents: list(feed, "activeIncidents", at("started")),
            maintenances: list(feed, "activeMaintenances", at("start")),
        };
    }
    let since = |node: &Node| {
        parse_moment(text(node, "started_at")).or_else(|| parse_moment(text(node, "created_at")))
    };
    let planned = |node: &Node| parse_moment(text(node, "scheduled_for"));
    Incidents {
        incidents: list(feed, "incidents", since),
        maintenances: list(feed, "scheduled_maintenances", planned),
    }
}

/// Those in a list that are not over, and have begun.
fn list(feed: &Node, list: &str, since: impl Fn(&Node) -> Option<i64>) -> Vec<Incident> {
    const NOT_NOW: [&str; 5] = [
        "resolved",
        "postmortem",
        "completed",
        "scheduled",
        "notstartedyet",
    ];
    /// Nobody reads more.
    const MOST: usize = 20;
    let all = feed.entry(list).map_or(&[][..], Node::elements).iter();
    let open =
        all.filter(|node| !NOT_NOW.contains(&text(node, "status").to_ascii_lowercase().as_str()));
    open.filter(|node| matches!(node.value, Value::Map(_)))
        .take(MOST)
        .map(|node| Incident {
            name: short(text(node, "name")),
            since: since(node),
            components: node
                .entry("components")
                .map_or(&[][..], Node::elements)
                .iter()
                .take(MOST)
                .map(|component| short(text(component, "name")))
                .filter(|name| !name.is_empty())
                .collect(),
        })
        .collect()
}

/// A name that can be shown: on one line, and no longer than a headline.
fn short(name: &str) -> String {
    const MOST_CHARACTERS: usize = 200;
    let shown = name.chars().filter(|character| !character.is_control());
    shown.take(MOST_CHARACTERS).collect()
}

/// A moment in RFC 3339, or as JavaScript's `Date` writes itself: `Tue Nov 24 2026 08:00:00 GMT+0000 (…)`.
fn moment(text: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    parse_moment(text).or_else(|| {
        let mut words = text.split(' ').skip(1);
        let (month, day, year) = (words.next()?, words.next()?, words.next()?);
        let (time, zone) = (words.next()?, words.next()?);
        let month = MONTHS.find(month).filter(|place| place % 3 == 0)? / 3 + 1;
        let month = [if month < 10 { "0" } else { "" }, &month.to_string()].concat();
        let date = [year, "-", &month, "-", day].concat();
        Date::parse(&date)?;
        let (hours, minutes) = zone.strip_prefix("GMT")?.split_at_checked(3)?;
        parse_moment(&[&date, "T", time, hours, ":", minutes].concat())
    })
}
