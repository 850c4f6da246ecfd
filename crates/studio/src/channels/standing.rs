//! Whether somebody is there at a moment, by the engine, for one table or channel: whatever else is wrong with the file.

use triage::{
    hours::{Date, Offsets, Schedule, Span, State},
    source::Node,
};

use super::week;

/// What a visitor would be told of a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Day and night.
    Always,
    /// Open, until a reading of the clock there: the day, and the minute of it; nothing when it doesn't end soon.
    Open(Option<Reading>),
    /// Closed, until a reading of the clock there; nothing when nobody knows.
    Closed(Option<Reading>),
    /// Nobody can say: no hours, or a zone that isn't known.
    Unknown,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// In how many days that is; 0 is today.
    pub days: i32,
    /// The day of the week, Monday is 0.
    pub weekday: usize,
    /// The minute of that day.
    pub minute: u16,
}

impl Reading {
    /// `08:00`
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

/// A table as the engine has it. What can't be read there is left out.
pub fn schedule(tree: &Node, hours: &Node) -> Schedule {
    let spans = |texts: &[String]| -> Vec<Span> {
        texts
            .iter()
            .filter_map(|text| Span::parse(text).ok())
            .collect()
    };
    let dates = hours.entry("dates").map_or(&[][..], Node::entries);
    let dates = dates
        .iter()
        .filter_map(|(date, node)| Some((Date::parse(date)?, spans(&week::texts(node)))));
    let closed = hours.entry("closed_on").map_or_else(Vec::new, week::texts);
    let lists = tree.entry("holidays");
    let closures = closed
        .iter()
        .filter_map(|name| lists?.entry(name))
        .flat_map(|list| {
            list.entries()
                .iter()
                .filter_map(|(date, _)| Date::parse(date))
        });
    let zone = hours.entry("timezone").map_or("", Node::text);
    let week = week::read(hours).map(|day| spans(&day));
    Schedule::new(zone, week, dates.collect(), closures.collect())
}

/// What a clock shows at an instant (UTC seconds), seen from another one.
pub fn reading(at: i64, now: i64, offsets: &Offsets) -> Reading {
    let (today, _) = offsets.local(now);
    let (date, second) = offsets.local(at);
    Reading {
        days: date.days() - today.days(),
        weekday: date.weekday(),
        minute: u16::try_from(second / 60).unwrap_or_default(),
    }
}

/// What a visitor would be told of a channel at an instant.
pub fn standing(
    tree: &Node,
    channel: &Node,
    now: i64,
    offsets: impl Fn(&str) -> Option<Offsets>,
) -> Standing {
    let Some(name) = channel.entry("hours") else {
        let always = channel.entry("always").map(|always| &always.value);
        return match always {
            Some(triage::source::Value::Bool(true)) => Standing::Always,
            _ => Standing::Unknown,
        };
    };
    let hours = tree
        .entry("hours")
        .and_then(|tables| tables.entry(name.text()));
    let Some(hours) = hours else {
        return Standing::Unknown;
    };
    let schedule = schedule(tree, hours);
    let Some(offsets) = offsets(schedule.timezone()) else {
        return Standing::Unknown;
    };
    let reading = |at: i64| reading(at, now, &offsets);
    match schedule.state(now, &offsets) {
        State::Open { until } => Standing::Open(until.map(reading)),
        State::Closed { opens } => Standing::Closed(opens.map(reading)),
    }
}
