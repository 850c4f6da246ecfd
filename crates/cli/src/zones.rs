//! Time zones, from the database that this program carries: their offsets, and the names that there are.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use triage::{
    Code, Playbook, Problem,
    hours::{Offsets, Zones},
    source::{Node, Value},
    zones::{cure_of, meant},
};

/// The engine looks back to the day on which an overnight span began.
const DAYS_BACK: i64 = 4;

/// The offsets of every zone of a playbook, from some days before an instant to some days ahead. A zone that the
/// database doesn't have is left out.
pub fn zones(playbook: &Playbook, now: Timestamp, days_ahead: i64) -> Zones {
    let mut zones = Zones::default();
    for name in playbook.timezones() {
        if let Some(offsets) = TimeZone::get(name)
            .ok()
            .and_then(|zone| offsets(&zone, now, days_ahead))
        {
            zones.insert(name, offsets);
        }
    }
    zones
}

/// The offsets of one zone. Nothing for one whose clocks are a day or more away from UTC.
pub fn offsets(zone: &TimeZone, now: Timestamp, days_ahead: i64) -> Option<Offsets> {
    let day = |count: i64| SignedDuration::from_hours(24 * count);
    let (start, end) = (now - day(DAYS_BACK), now + day(days_ahead));
    let mut table = vec![(start.as_second(), zone.to_offset(start).seconds())];
    let changes = zone
        .following(start)
        .take_while(|change| change.timestamp() < end);
    table.extend(changes.map(|change| (change.timestamp().as_second(), change.offset().seconds())));
    Offsets::new(table)
}

/// The zones that a playbook names and that don't exist. The engine has no list of zones, so it takes whatever looks
/// like one; visitors' browsers would claim nothing of the channels that keep such hours, and nobody would be at the
/// place of such a line for danger to life. What the checker has noted isn't told again.
pub fn unknown(source: &Node, noted: &[Problem]) -> Vec<Problem> {
    let hours = entry(source, "hours").map_or(&[][..], entries).iter();
    let of_hours = hours.filter_map(|(name, hours)| {
        let zone = entry(hours, "timezone")?;
        Some((format!("hours.{name}.timezone"), zone))
    });
    let emergency = source.entry("emergency");
    let lines = elements(emergency, "lines").iter().enumerate();
    let of_lines = lines.flat_map(|(line, node)| {
        let zones = elements(Some(node), "timezones").iter().enumerate();
        zones.map(move |(at, zone)| (format!("emergency.lines[{line}].timezones[{at}]"), zone))
    });
    let named = of_hours.chain(of_lines).filter_map(|(path, zone)| {
        let Value::String(text) = &zone.value else {
            return None;
        };
        if noted.iter().any(|problem| problem.path == path) {
            return None;
        }
        Some(Problem {
            code: Code::BadHours,
            path,
            span: zone.span,
            message: fault(text)?,
        })
    });
    named.collect()
}

/// What is wrong with the name of a zone.
fn fault(name: &str) -> Option<String> {
    if TimeZone::get(name).is_ok() {
        return None;
    }
    let names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let zones = meant(name, &names);
    let zones: Vec<&str> = zones.iter().map(String::as_str).collect();
    let cure = match zones[..] {
        [one] => format!("did you mean \"{one}\"?"),
        _ => cure_of(&zones),
    };
    Some(format!("there is no time zone \"{name}\"; {cure}"))
}

fn elements<'a>(node: Option<&'a Node>, name: &str) -> &'a [Node] {
    node.and_then(|node| node.entry(name))
        .map_or(&[], Node::elements)
}

fn entries(node: &Node) -> &[(String, Node)] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

fn entry<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let mut entries = entries(node).iter();
    entries
        .find(|(known, _)| known == name)
        .map(|(_, node)| node)
}
