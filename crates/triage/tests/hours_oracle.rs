//! Opening hours against an oracle that is slow and simple: it asks jiff, an independent calendar,
//! what a clock on the wall shows in each minute around a change of clocks, and looks whether that lies
//! in a span. The engine must agree in every minute, and so must its closing and opening times.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use jiff::civil;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use triage::hours::{Date, Offsets, Schedule, Span, State};

/// Zones and days on which something happens to their clocks, or on which nothing does.
const CHANGES: [(&str, &str); 22] = [
    ("America/New_York", "2026-03-08"),    // A gap at 02:00.
    ("America/New_York", "2026-11-01"),    // A fold at 02:00.
    ("Europe/London", "2026-10-25"),       // A fold that ends at 01:00.
    ("Europe/London", "2027-03-28"),       // A gap that begins at 01:00.
    ("Australia/Lord_Howe", "2026-04-05"), // A fold of half an hour.
    ("Australia/Lord_Howe", "2026-10-04"), // A gap of half an hour.
    ("America/Havana", "2026-03-08"),      // The day begins at 01:00.
    ("America/Havana", "2026-11-01"),      // Its first hour is shown twice.
    ("America/Sao_Paulo", "2018-02-18"),   // The last hour of the day before is shown twice.
    ("America/Sao_Paulo", "2018-11-04"),   // The day begins at 01:00.
    ("Africa/Cairo", "2026-10-30"),        // Midnight comes twice.
    ("Asia/Beirut", "2027-03-28"),         // Midnight doesn't come.
    ("Antarctica/Troll", "2027-03-28"),    // A gap of two hours.
    ("Antarctica/Troll", "2026-10-25"),    // A fold of two hours.
    ("Africa/Casablanca", "2027-02-07"),   // Clocks go back for Ramadan.
    ("Asia/Pyongyang", "2018-05-05"),      // The zone itself changes, by half an hour.
    ("America/Caracas", "2016-05-01"),     // The same elsewhere.
    ("Pacific/Apia", "2011-12-30"),        // A day that no clock has shown.
    ("Pacific/Kwajalein", "1993-08-21"),   // Another.
    ("Asia/Kolkata", "2026-11-22"),        // Nothing happens.
    ("Asia/Kathmandu", "2026-11-22"),      // Nothing happens, at an odd offset.
    ("Asia/Tokyo", "2026-11-22"),          // Nothing happens.
];

/// How long before and after the change the engine is asked, in minutes.
const ASKED: i64 = 2 * 1_440;

/// How far the oracle looks, in minutes: all of these schedules repeat after a week.
const SEEN: i64 = 10 * 1_440;

/// Hours as a person would write them: weekdays and their spans, then days off the day of the change.
struct Hours {
    name: &'static str,
    week: &'static [(&'static [usize], &'static [&'static str])],
    dates: &'static [(i32, &'static [&'static str])],
    holidays: &'static [i32],
}

const ALL: &[usize] = &[0, 1, 2, 3, 4, 5, 6];

const HOURS: [Hours; 11] = [
    Hours {
        name: "office",
        week: &[(&[0, 1, 2, 3, 4], &["09:00-12:00", "13:00-18:00"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "night",
        week: &[(ALL, &["22:00-06:00"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "Saturday night",
        week: &[(&[5], &["22:00-02:30"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "round the clock",
        week: &[(ALL, &["00:00-24:00"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "in the small hours",
        week: &[(ALL, &["02:15-02:45"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "around midnight",
        week: &[(ALL, &["00:00-00:30", "23:30-24:00"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "until half past one",
        week: &[(ALL, &["00:45-01:30", "12:00-01:15"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "whole days from noon",
        week: &[(&[1, 3, 6], &["12:00-12:00"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "overlapping",
        week: &[(ALL, &["01:00-03:00", "01:30-02:00", "20:00-01:30"])],
        dates: &[],
        holidays: &[],
    },
    Hours {
        name: "exceptions",
        week: &[(ALL, &["08:00-20:00"])],
        dates: &[
            (-1, &["22:00-05:00"]),
            (0, &[]),
            (1, &["00:00-01:45", "03:00-03:30"]),
        ],
        holidays: &[-2, 1],
    },
    Hours {
        name: "nights before holidays",
        week: &[(ALL, &["18:00-02:00"])],
        dates: &[],
        holidays: &[0, 2],
    },
];

/// What the oracle knows about one minute.
struct Minute {
    utc: i64,
    date: civil::Date,
    minute: u16,
}

#[test]
fn the_engine_agrees_with_a_clock_on_the_wall_in_every_minute() {
    for (zone, day) in CHANGES {
        let change: civil::Date = day.parse().unwrap();
        let zone = TimeZone::get(zone).unwrap();
        let (minutes, offsets) = (read_clock(&zone, change), offsets(&zone, change));
        for hours in &HOURS {
            let schedule = hours.schedule(change);
            let open = hours.answers(change, &minutes);
            let expected = states(&minutes, &open);
            let mut last_turn = None;
            for (minute, expected) in minutes.iter().zip(expected).take(2 * ASKED as usize) {
                let said = schedule.state(minute.utc, &offsets);
                assert!(
                    agrees(said, expected, &minutes),
                    "{} {day} {}: {said:?}, but {expected:?}",
                    hours.name,
                    describe(minute)
                );
                // The turn is asked once: it stays the same until it comes.
                if turn_of(said) != last_turn {
                    last_turn = turn_of(said);
                    let is_open = |utc| schedule.state(utc, &offsets).is_open();
                    if let Some(turn) = last_turn {
                        assert_eq!(
                            is_open(turn - 1),
                            said.is_open(),
                            "{} before {turn}",
                            hours.name
                        );
                        assert_eq!(is_open(turn), !said.is_open(), "{} at {turn}", hours.name);
                    }
                }
            }
        }
    }
}

#[test]
fn the_spans_of_a_day_are_the_instants_whose_readings_belong_to_it() {
    for (zone, day) in CHANGES {
        let change: civil::Date = day.parse().unwrap();
        let zone = TimeZone::get(zone).unwrap();
        let (minutes, offsets) = (read_clock(&zone, change), offsets(&zone, change));
        for hours in &HOURS {
            let schedule = hours.schedule(change);
            for shift in -1..=1 {
                let date = from_jiff(change).plus_days(shift);
                let pairs = schedule.spans_on(date, &offsets);
                assert!(
                    pairs.is_sorted_by(|a, b| a.1 < b.0),
                    "{}: {pairs:?} are apart and in order",
                    hours.name
                );
                let day = to_jiff(date);
                let own = hours.spans(change, day);
                for minute in minutes.iter().take(2 * ASKED as usize) {
                    let said = pairs
                        .iter()
                        .any(|(from, to)| (*from..*to).contains(&minute.utc));
                    let reading = i32::from(minute.minute) + (minute.date - day).get_days() * 1_440;
                    let inside = |(open, close): &(u16, u16)| {
                        (i32::from(*open)..i32::from(*close)).contains(&reading)
                    };
                    assert_eq!(
                        said,
                        own.iter().any(inside),
                        "{} of {date}: {}",
                        hours.name,
                        describe(minute)
                    );
                }
            }
        }
    }
}

#[test]
fn every_change_in_the_list_is_one_except_the_last_three() {
    for (place, (zone, day)) in CHANGES.iter().enumerate() {
        let offsets = offsets(&TimeZone::get(zone).unwrap(), day.parse().unwrap());
        let noon = offsets.to_utc(Date::parse(day).unwrap(), 12 * 60);
        let changes = offsets.at(noon - 36 * 3600) != offsets.at(noon + 12 * 3600);
        assert_eq!(changes, place < CHANGES.len() - 3, "{zone} {day}");
    }
}

/// Each minute from two days before the change on, with its reading.
fn read_clock(zone: &TimeZone, change: civil::Date) -> Vec<Minute> {
    let start = middle(change) - ASKED * 60;
    (0..ASKED + SEEN)
        .map(|minute| {
            let utc = start + minute * 60;
            let reading = Timestamp::from_second(utc)
                .unwrap()
                .to_zoned(zone.clone())
                .datetime();
            assert_eq!(reading.second(), 0, "these zones keep whole minutes");
            Minute {
                utc,
                date: reading.date(),
                minute: reading.hour() as u16 * 60 + reading.minute() as u16,
            }
        })
        .collect()
}

/// The table that a host would hand over.
fn offsets(zone: &TimeZone, change: civil::Date) -> Offsets {
    let start = Timestamp::from_second(middle(change) - 10 * 86_400).unwrap();
    let end = start + SignedDuration::from_hours(60 * 24);
    let first = (start.as_second(), zone.to_offset(start).seconds());
    let next = zone
        .following(start)
        .take_while(|transition| transition.timestamp() < end);
    let rest = next.map(|transition| {
        (
            transition.timestamp().as_second(),
            transition.offset().seconds(),
        )
    });
    Offsets::new(std::iter::once(first).chain(rest).collect()).unwrap()
}

/// Noon of a day at Greenwich, in UTC seconds.
fn middle(day: civil::Date) -> i64 {
    day.at(12, 0, 0, 0)
        .to_zoned(TimeZone::UTC)
        .unwrap()
        .timestamp()
        .as_second()
}

fn from_jiff(date: civil::Date) -> Date {
    Date::parse(&date.to_string()).unwrap()
}

fn to_jiff(date: Date) -> civil::Date {
    date.to_string().parse().unwrap()
}

fn describe(minute: &Minute) -> String {
    format!(
        "{} {:02}:{:02} (UTC {})",
        minute.date,
        minute.minute / 60,
        minute.minute % 60,
        minute.utc
    )
}

/// What the engine should say in each minute, read off the minutes that follow it.
fn states(minutes: &[Minute], open: &[bool]) -> Vec<State> {
    let mut states = Vec::new();
    let mut turn = None;
    for place in (0..open.len()).rev() {
        if open.get(place + 1).is_some_and(|next| *next != open[place]) {
            turn = Some(minutes[place + 1].utc);
        }
        states.push(if open[place] {
            State::Open { until: turn }
        } else {
            State::Closed { opens: turn }
        });
    }
    states.reverse();
    states
}

/// The instant at which a state ends.
fn turn_of(state: State) -> Option<i64> {
    match state {
        State::Open { until: turn } | State::Closed { opens: turn } => turn,
    }
}

/// Equal, where the oracle has seen far enough; beyond it the engine may know more.
fn agrees(said: State, expected: State, minutes: &[Minute]) -> bool {
    let end = minutes[minutes.len() - 1].utc;
    match (said, expected) {
        (State::Open { until: Some(turn) }, State::Open { until: None }) => turn > end,
        (State::Closed { opens: Some(turn) }, State::Closed { opens: None }) => turn > end,
        _ => said == expected,
    }
}

impl Hours {
    fn schedule(&self, change: civil::Date) -> Schedule {
        let parse = |spans: &[&str]| {
            spans
                .iter()
                .map(|span| Span::parse(span).unwrap())
                .collect::<Vec<Span>>()
        };
        let mut week = <[Vec<Span>; 7]>::default();
        for (days, spans) in self.week {
            for day in *days {
                week[*day] = parse(spans);
            }
        }
        let day = |shift: &i32| from_jiff(change).plus_days(*shift);
        let dates = self
            .dates
            .iter()
            .map(|(shift, spans)| (day(shift), parse(spans)))
            .collect();
        Schedule::new(
            "Test/Zone",
            week,
            dates,
            self.holidays.iter().map(day).collect(),
        )
    }

    /// The spans of a day in minutes, by the oracle's own reading of the hours.
    fn spans(&self, change: civil::Date, date: civil::Date) -> Vec<(u16, u16)> {
        let shift = (date - change).get_days();
        let exception = self.dates.iter().find(|(day, _)| *day == shift);
        let weekday = date.weekday().to_monday_zero_offset() as usize;
        let spans: &[&str] = match exception {
            Some((_, spans)) => spans,
            None if self.holidays.contains(&shift) => &[],
            None => self
                .week
                .iter()
                .find(|(days, _)| days.contains(&weekday))
                .map_or(&[], |(_, spans)| spans),
        };
        let minutes =
            |text: &str| text[..2].parse::<u16>().unwrap() * 60 + text[3..].parse::<u16>().unwrap();
        let pairs = spans
            .iter()
            .map(|span| (minutes(&span[..5]), minutes(&span[6..])));
        pairs
            .map(|(open, close)| (open, if close <= open { close + 1_440 } else { close }))
            .collect()
    }

    /// Whether somebody answers in each minute: it lies in a span of its own day or of the day before.
    fn answers(&self, change: civil::Date, minutes: &[Minute]) -> Vec<bool> {
        let mut known: Vec<(civil::Date, Vec<(u16, u16)>)> = Vec::new();
        let mut covers = |date: civil::Date, minute: u16| {
            let place = known
                .iter()
                .position(|(day, _)| *day == date)
                .unwrap_or_else(|| {
                    known.push((date, self.spans(change, date)));
                    known.len() - 1
                });
            known[place]
                .1
                .iter()
                .any(|(open, close)| (*open..*close).contains(&minute))
        };
        let mut answers = |minute: &Minute| {
            covers(minute.date, minute.minute)
                || covers(minute.date.yesterday().unwrap(), minute.minute + 1_440)
        };
        minutes.iter().map(&mut answers).collect()
    }
}
