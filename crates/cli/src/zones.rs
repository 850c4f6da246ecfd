//! Time zones, from the database that this program carries: their offsets, and the names that there are.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use triage::{
    Code, Playbook, Problem, did_you_mean,
    hours::{Offsets, Zones},
    source::{Node, Value},
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

fn offsets(zone: &TimeZone, now: Timestamp, days_ahead: i64) -> Option<Offsets> {
    let day = |count: i64| SignedDuration::from_hours(24 * count);
    let (start, end) = (now - day(DAYS_BACK), now + day(days_ahead));
    let mut table = vec![(start.as_second(), zone.to_offset(start).seconds())];
    let changes = zone
        .following(start)
        .take_while(|change| change.timestamp() < end);
    table.extend(changes.map(|change| (change.timestamp().as_second(), change.offset().seconds())));
    Offsets::new(table)
}

/// The zones that opening hours name and that don't exist. The engine has no list of zones, so it takes whatever looks
/// like one; visitors' browsers would claim nothing of the channels that keep such hours.
pub fn unknown(source: &Node) -> Vec<Problem> {
    let hours = entry(source, "hours").map_or(&[][..], entries);
    let named = hours.iter().filter_map(|(name, hours)| {
        let zone = entry(hours, "timezone")?;
        match &zone.value {
            Value::String(text) => fault(text).map(|message| Problem {
                code: Code::BadHours,
                path: format!("hours.{name}.timezone"),
                span: zone.span,
                message,
            }),
            _ => None,
        }
    });
    named.collect()
}

/// What is wrong with the name of a zone. What doesn't even look like one, the engine has noted.
fn fault(name: &str) -> Option<String> {
    let looks_right = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte);
    if TimeZone::get(name).is_ok() || !name.bytes().all(looks_right) {
        return None;
    }
    let names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let cure = did_you_mean(name, &names, "write its IANA name, such as Asia/Tokyo");
    Some(format!("there is no time zone \"{name}\"; {cure}"))
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
