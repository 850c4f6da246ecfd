//! What a feed tells for people to read: incidents, planned work, and what is over. On pages `loader/feed.js` reads the
//! same, so that nobody downloads it whose page has no feed; here it is read for those who rehearse.

use super::{expiry, is_ours, short, text, word};
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

/// Reads what our own feed tells at an instant (UTC seconds), or the summary of a status page: Atlassian Statuspage
/// (`GET /api/v2/summary.json`, its API documentation, "Summary") and what speaks like it, Instatus (`GET /summary.json`,
/// its help pages, "Status page JSON"), Checkly, or incident.io's widget. Anything else tells nothing.
///
/// Planned work is told from its beginning on, not from when it was announced, and to its end; or else for as long as its
/// page says that it goes on. A time that the clock doesn't bear out is left away.
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
    const LISTS: [(&str, Kind); 6] = [
        ("incidents", Kind::Incident),
        ("activeIncidents", Kind::Incident),
        ("ongoing_incidents", Kind::Incident),
        ("scheduled_maintenances", Kind::Maintenance),
        ("activeMaintenances", Kind::Maintenance),
        ("in_progress_maintenances", Kind::Maintenance),
    ];
    let mut told = Incidents::default();
    let is_ours = is_ours(feed);
    if is_ours && expiry(feed, now).is_none() {
        return told;
    }
    let mut seen = Vec::new();
    for (name, listed) in LISTS {
        let entries = feed.entry(name).map_or(&[][..], Node::elements).iter();
        let reports = entries.filter_map(|node| report(node, listed, is_ours, now));
        for (kind, incident) in reports.take(MOST) {
            if seen.contains(&incident.id) {
                continue;
            }
            seen.push(incident.id.clone());
            match kind {
                Kind::Incident => told.incidents.push(incident),
                Kind::Maintenance => told.maintenances.push(incident),
                Kind::Over => told.over.push(incident),
            }
        }
    }
    told
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Incident,
    Maintenance,
    Over,
}

/// Something that a feed tells of; nothing where it has no name, or its time isn't now.
fn report(node: &Node, listed: Kind, is_ours: bool, now: i64) -> Option<(Kind, Incident)> {
    let state = if is_ours { String::new() } else { word(node) };
    let is = |ends: &[&str]| ends.iter().any(|end| state.ends_with(end));
    let is_planned = is(&["scheduled", "notstartedyet"]) || !text(node, "scheduled_for").is_empty();
    let kind = match text(node, "state") {
        _ if !is_ours && is_planned => Kind::Maintenance,
        _ if !is_ours => listed,
        "incident" => Kind::Incident,
        "maintenance" => Kind::Maintenance,
        "over" => Kind::Over,
        _ => return None,
    };
    let at = |names: &[&str]| names.iter().find_map(|name| moment(text(node, name)));
    let is_past = |at: Option<i64>| at.is_some_and(|at| at <= now);
    let is_done = is(&[
        "resolved",
        "postmortem",
        "complete",
        "completed",
        "canceled",
        "cancelled",
    ]);
    if is_done || !is_ours && is_past(at(&["resolved_at"])) {
        return None;
    }
    let is_plan = kind == Kind::Maintenance && !is(&["inprogress", "verifying"]);
    // Status pages call it the start of planned work when it was announced.
    let since = at(match kind {
        Kind::Maintenance => &["since", "scheduled_for", "start", "starts_at"],
        _ => &["since", "started_at", "started", "startedAt", "created_at"],
    });
    let lasts = || Some(since? + minutes(text(node, "duration"))? * 60);
    let until = at(&["until", "scheduled_until", "ends_at", "scheduled_end_at"]).or_else(lasts);
    let can_end = is_plan || is_ours && kind != Kind::Over;
    // Without a word of its own that it has begun, it begins when it was to begin.
    let is_ahead = is_plan && since.map_or(!is_ours, |since| since > now);
    if is_ahead || can_end && is_past(until) {
        return None;
    }
    let names = names(node);
    let id = Some(short(text(node, "id"))).filter(|id| !id.is_empty());
    let next = at(&["next_update_at"]).filter(|next| *next > now && kind != Kind::Over);
    let incident = Incident {
        id: id.or_else(|| names.first().map(|(_, name)| name.clone()))?,
        // What a clock doesn't bear out isn't said.
        since: since.filter(|since| *since <= now),
        until: until.filter(|until| kind == Kind::Over || *until > now),
        next_update_at: next,
        components: components(node),
        names,
    };
    (!incident.names.is_empty()).then_some((kind, incident))
}

/// A name for everybody, or one a language.
fn names(node: &Node) -> Vec<(String, String)> {
    let Some(name) = node.entry("name") else {
        return Vec::new();
    };
    let names = name.entries().iter().map(|(tag, name)| (&**tag, name));
    let names = names.chain([("", name)]);
    let names = names.map(|(tag, name)| (short(tag), short(name.text())));
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    let names = names.filter(|(_, name)| !name.chars().all(is_blank));
    names.take(MOST).collect()
}

/// What is affected. Our own have it by name, status pages as objects.
fn components(node: &Node) -> Vec<String> {
    let lists = ["components", "affected_components", "affectedServices"];
    let lists = lists.iter().filter_map(|name| node.entry(name));
    let components = lists.flat_map(Node::elements);
    let names = components.map(|component| match &component.value {
        Value::String(name) => short(name),
        _ => short(text(component, "name")),
    });
    names.filter(|name| !name.is_empty()).collect()
}

/// How long work takes, as Instatus writes it.
fn minutes(text: &str) -> Option<i64> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

impl Incident {
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

/// More is nothing that people would read: entries of a list, and names of an entry.
const MOST: usize = 20;

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
