//! Opening hours around every change of clocks on earth, 2025 to 2032: in each zone of the IANA database, two days
//! before and after, against two others. jiff says what clocks show; the library `opening-hours`, which reads hours
//! as OpenStreetMap writes them, says whether that reading lies in them; and the engine's own turns, each checked
//! on both sides, must be all that there are.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, ops::Range};

use chrono::{Days, NaiveDate, NaiveDateTime};
use jiff::{Timestamp, civil, tz, tz::TimeZone};
use opening_hours::{OpeningHours, RuleKind};
use triage::hours::{Offsets, Schedule, Span, State};

const DAY: i64 = 86_400;

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Times of day at which somebody may open or close: more often at night, when clocks change.
const TIMES: [&str; 16] = [
    "00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "02:45", "03:00", "03:30",
    "04:00", "09:00", "12:00", "18:00", "22:00", "23:30",
];

/// How often each change is tried, each time with other hours.
const SCHEDULES_A_CHANGE: usize = 2;

/// A generator of numbers, always the same: xorshift, by George Marsaglia.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// The same hours, for the engine and for the other library.
struct Both {
    engine: Schedule,
    other: OpeningHours,
    text: String,
}

/// Each day has no span, one or two that follow each other; the last one may go on after midnight. A day's own
/// closing before its opening is how both write the next day.
fn hours(numbers: &mut Numbers) -> Both {
    let mut week = <[Vec<Span>; 7]>::default();
    let mut rules = Vec::new();
    for (day, spans) in week.iter_mut().enumerate() {
        let count = numbers.below(3) * 2;
        let mut places = BTreeSet::new();
        while places.len() < count {
            places.insert(numbers.below(TIMES.len()));
        }
        let mut times: Vec<&str> = places.iter().map(|place| TIMES[*place]).collect();
        if count > 0 && numbers.below(3) == 0 {
            // Until some time of the next day, before the first opening of this one.
            let last = times.len() - 1;
            times[last] = TIMES[numbers.below(places.first().unwrap() + 1)];
        }
        let texts: Vec<String> = times
            .chunks(2)
            .map(|pair| [pair[0], "-", pair[1]].concat())
            .collect();
        *spans = texts
            .iter()
            .map(|text| Span::parse(text).unwrap())
            .collect();
        if !texts.is_empty() {
            rules.push([DAYS[day], " ", &texts.join(",")].concat());
        }
    }
    let text = if rules.is_empty() {
        "off".to_owned()
    } else {
        rules.join(", ")
    };
    Both {
        engine: Schedule::new("Test/Zone", week, vec![], vec![]),
        other: text.parse().unwrap(),
        text,
    }
}

/// Every zone that behaves like no other zone, and its changes from 2025 to 2032.
fn changes() -> (usize, Vec<(String, TimeZone, Vec<i64>)>) {
    let (from, to): (Timestamp, Timestamp) = (
        "2025-01-01T00:00:00Z".parse().unwrap(),
        "2033-01-01T00:00:00Z".parse().unwrap(),
    );
    let mut known = BTreeSet::new();
    let mut zones = Vec::new();
    let mut names = 0;
    for name in tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        names += 1;
        let found: Vec<(i64, i32)> = zone
            .following(from)
            .take_while(|change| change.timestamp() < to)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds()))
            .collect();
        // Many names are links to one zone.
        if known.insert((zone.to_offset(from).seconds(), found.clone())) {
            let instants = found.into_iter().map(|(instant, _)| instant).collect();
            zones.push((name.to_string(), zone, instants));
        }
    }
    (names, zones)
}

fn offsets(zone: &TimeZone, middle: i64) -> Offsets {
    let at = |instant| Timestamp::from_second(instant).unwrap();
    let start = at(middle - 20 * DAY);
    let mut table = vec![(start.as_second(), zone.to_offset(start).seconds())];
    let following = zone
        .following(start)
        .take_while(|change| change.timestamp() < at(middle + 60 * DAY));
    table.extend(
        following.map(|change| (change.timestamp().as_second(), change.offset().seconds())),
    );
    Offsets::new(table).unwrap()
}

/// What a clock in the zone shows, as the other library takes it.
fn reading(zone: &TimeZone, instant: i64) -> NaiveDateTime {
    let shown: civil::DateTime = Timestamp::from_second(instant)
        .unwrap()
        .to_zoned(zone.clone())
        .datetime();
    NaiveDate::from_ymd_opt(
        i32::from(shown.year()),
        shown.month() as u32,
        shown.day() as u32,
    )
    .unwrap()
    .and_hms_opt(
        shown.hour() as u32,
        shown.minute() as u32,
        shown.second() as u32,
    )
    .unwrap()
}

/// The instants at which something may be decided: every quarter of an hour, with the second before it.
fn instants(middle: i64) -> impl Iterator<Item = i64> {
    let quarters =
        (-2 * 96..=2 * 96).map(move |quarter| middle - middle.rem_euclid(900) + quarter * 900);
    quarters.flat_map(|instant| [instant - 1, instant])
}

/// The readings at which the other library has it open, some days around one.
fn open_readings(hours: &OpeningHours, middle: NaiveDateTime) -> Vec<Range<NaiveDateTime>> {
    let ranges = hours.iter_range(middle - Days::new(4), middle + Days::new(4));
    ranges
        .filter(|range| range.kind == RuleKind::Open)
        .map(|range| range.range)
        .collect()
}

/// Asserts that both agree in each instant, and that a turn that the engine tells comes, and none before it.
fn agree(both: &Both, name: &str, zone: &TimeZone, middle: i64) {
    let offsets = offsets(zone, middle);
    let open = open_readings(&both.other, reading(zone, middle));
    let mut promised: Option<(bool, i64)> = None;
    for instant in instants(middle) {
        let state = both.engine.state(instant, &offsets);
        let local = reading(zone, instant);
        let told = format!("{name}, {local} (UTC {instant}): {}", both.text);
        assert_eq!(
            state.is_open(),
            open.iter().any(|range| range.contains(&local)),
            "{told}"
        );
        if let Some((was_open, turn)) = promised {
            assert_eq!(
                state.is_open() == was_open,
                instant < turn,
                "{told}: promised for {turn}"
            );
        }
        let (State::Open { until: turn } | State::Closed { opens: turn }) = state;
        promised = turn.map(|turn| (state.is_open(), turn));
    }
}

#[test]
fn the_engine_agrees_with_another_library_around_every_change_of_clocks_on_earth() {
    let (names, zones) = changes();
    assert!(names > 590, "all zones of the database, not only {names}");
    let mut numbers = Numbers(0x1ee_3a4d);
    let mut tried = 0;
    for (name, zone, changes) in &zones {
        // Where clocks never change, any day will do.
        let middles = if changes.is_empty() {
            &[1_795_305_600][..]
        } else {
            changes
        };
        for middle in middles {
            for _ in 0..SCHEDULES_A_CHANGE {
                agree(&hours(&mut numbers), name, zone, *middle);
                tried += 1;
            }
        }
    }
    println!("{names} names, {} zones, {tried} schedules", zones.len());
    assert!(tried > 1_000, "only {tried} were tried");
}
