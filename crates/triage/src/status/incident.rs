//! What a feed tells for people to read: incidents, planned work, and what is over. On pages `loader/incidents.js` reads
//! the same and shows it, so that nobody downloads it whose page has no feed; here it is read for those who rehearse.

use super::{expiry, text};
use crate::{
    hours::{Date, parse_moment},
    source::{Node, Value},
    text::{Words, decimal},
};

/// What a feed tells. Without one: nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incidents {
    /// What is wrong at the moment.
    pub incidents: Vec<Incident>,
    /// What is being worked on as planned. Not wrong, so never counted as an incident.
    pub maintenances: Vec<Incident>,
    /// What is over.
    pub over: Vec<Incident>,
}

/// Something that a feed tells of, in the company's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incident {
    /// What tells it from others: the feed's id, or else its name.
    pub id: String,
    /// What it is called, by language; in a language that nobody knows, with an empty tag.
    pub names: Vec<(String, String)>,
    /// Since when (UTC seconds), where that is told.
    pub since: Option<i64>,
    /// Until when, where that is told: when planned work ends, or when something was over.
    pub until: Option<i64>,
    /// When more will be said, where that is told.
    pub next_update_at: Option<i64>,
    /// What is affected, by the feed's own names.
    pub components: Vec<String>,
}

/// Reads what our own feed tells, a Statuspage summary (`GET /api/v2/summary.json`, its API documentation, "Summary") or
/// an Instatus summary (`GET /summary.json`, its help pages, "Status page JSON"). Anything else tells nothing.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use triage::{source::parse, status};
/// let feed = r#"{ "activeIncidents": [{ "name": "Payments fail", "status": "INVESTIGATING" }] }"#;
/// let told = status::incidents(&parse(feed).unwrap(), 1_795_307_400);
/// assert_eq!(told.incidents[0].name("en").text, "Payments fail");
/// # }
/// ```
#[must_use]
pub fn incidents(feed: &Node, now: i64) -> Incidents {
    const LISTS: [&str; 4] = [
        "incidents",
        "activeIncidents",
        "scheduled_maintenances",
        "activeMaintenances",
    ];
    let mut told = Incidents::default();
    let is_ours = feed.entry("version").map(Node::whole) == Some(1);
    if is_ours && expiry(feed, now).is_none() {
        return told;
    }
    for name in LISTS {
        let is_planned = name.ends_with("aintenances");
        for node in elements(feed, name) {
            let incident = Incident::read(node);
            let state = text(node, if is_ours { "state" } else { "status" });
            let is_past = is_ours && incident.until.is_some_and(|until| until <= now);
            let list = match state {
                "resolved" | "postmortem" | "completed" | "scheduled" | "RESOLVED"
                | "COMPLETED" | "NOTSTARTEDYET" => continue,
                _ if incident.names.is_empty() => continue,
                "over" if is_ours => &mut told.over,
                _ if is_past => continue,
                "maintenance" if is_ours => &mut told.maintenances,
                _ if is_planned => &mut told.maintenances,
                _ if is_ours && state != "incident" => continue,
                _ => &mut told.incidents,
            };
            list.push(incident);
        }
    }
    told
}

impl Incident {
    fn read(node: &Node) -> Self {
        let at = |names: &[&str]| names.iter().find_map(|name| moment(text(node, name)));
        let names: Vec<_> = match node.entry("name") {
            None => Vec::new(),
            Some(name) => name
                .entries()
                .iter()
                .map(|(tag, name)| (&**tag, name))
                .chain([("", name)])
                .map(|(tag, name)| (short(tag), short(name.text())))
                .filter(|(_, name)| !name.is_empty())
                .take(MOST)
                .collect(),
        };
        let id = short(text(node, "id"));
        let first = || names.first().map(|(_, name)| name.clone());
        Self {
            id: if id.is_empty() {
                first().unwrap_or_default()
            } else {
                id
            },
            since: at(&[
                "since",
                "started_at",
                "started",
                "scheduled_for",
                "start",
                "created_at",
            ]),
            until: at(&["until", "scheduled_until"]),
            next_update_at: at(&["next_update_at"]),
            // Our own have them by name, status pages as objects.
            components: elements(node, "components")
                .map(|component| match &component.value {
                    Value::String(name) => short(name),
                    _ => short(text(component, "name")),
                })
                .filter(|name| !name.is_empty())
                .collect(),
            names,
        }
    }

    /// Its name in a language or, where it has none, in another one, marked as such where it is known which.
    #[must_use]
    pub fn name(&self, locale: &str) -> Words<'_> {
        let mut names = self.names.iter();
        let name = names.find(|(tag, _)| tag == locale || tag.is_empty());
        name.or(self.names.first()).map_or(
            Words {
                text: "",
                lang: None,
            },
            |(tag, name)| Words {
                text: name,
                lang: Some(&**tag).filter(|tag| !tag.is_empty() && *tag != locale),
            },
        )
    }
}

/// Nobody reads more.
const MOST: usize = 20;

fn elements<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n Node> + use<'n> {
    let elements = node.entry(name).map_or(&[][..], Node::elements);
    elements.iter().take(MOST)
}

/// A name that can be shown: on one line, and no longer than a headline.
fn short(name: &str) -> String {
    const MOST_CHARACTERS: usize = 200;
    let shown = name.chars().filter(|character| !character.is_control());
    shown.take(MOST_CHARACTERS).collect()
}

/// A moment in RFC 3339, or as JavaScript's `Date` writes itself: `Tue Nov 24 2026 08:00:00 GMT+0000 (…)`.
fn moment(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    parse_moment(text).or_else(|| {
        let mut words = text.split(' ').skip(1);
        let (month, day, year) = (words.next()?, words.next()?, words.next()?);
        let (time, zone) = (words.next()?, words.next()?);
        let month = MONTHS.iter().position(|known| *known == month)? + 1;
        let zero = if month < 10 { "0" } else { "" };
        let date = [year, "-", zero, &decimal(month as i64), "-", day].concat();
        Date::parse(&date)?;
        let (hours, minutes) = zone.strip_prefix("GMT")?.split_at_checked(3)?;
        parse_moment(&[&date, "T", time, hours, ":", minutes].concat())
    })
}
