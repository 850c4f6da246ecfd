//! A week of opening hours: read from a table, painted or typed, and written back in its tidy form.
//!
//! What can't be read as a span stays as it was written, and so does an entry that names no day.

use leeward_document::{Operation, Path};
use triage::{
    hours::{Span, parse_days},
    source::{Node, Value},
};

/// The days of a week as playbooks name them, Monday first.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Minutes of a day.
pub const DAY: u16 = 1_440;

/// The most spans that a day may have.
pub const MOST_SPANS: usize = 10;

/// The spans of each day as they are written, Monday first.
pub type Week = [Vec<String>; 7];

/// Minutes from the start of a day, the second one no longer in it; beyond [`DAY`] it is the next day.
type Stretch = (u16, u16);

/// Some days of the week, from and to, and some minutes of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The first day and the last one, Monday is 0.
    pub days: (usize, usize),
    /// The first minute, and the one after the last.
    pub minutes: (u16, u16),
}

/// The week of a table. Of two entries that name a day the first counts.
pub fn read(hours: &Node) -> Week {
    let mut week: [Option<Vec<String>>; 7] = Default::default();
    for (days, spans) in hours.entry("week").map_or(&[][..], Node::entries) {
        for day in parse_days(days).into_iter().flatten() {
            week[day].get_or_insert_with(|| texts(spans));
        }
    }
    week.map(Option::unwrap_or_default)
}

/// The strings of a list.
pub fn texts(list: &Node) -> Vec<String> {
    list.elements()
        .iter()
        .map(|node| node.text().to_owned())
        .collect()
}

/// The spans of a day as stretches, in order, joined where they touch. What can't be read is left out.
pub fn stretches(day: &[String]) -> Vec<Stretch> {
    let spans = day.iter().filter_map(|span| Span::parse(span).ok());
    join(spans.map(|span| (span.open(), span.close())).collect())
}

/// A week with a block opened, or closed. Whatever lies outside of the block stays open or closed to the minute.
pub fn paint(week: &Week, block: Block, open: bool) -> Week {
    let mut days: [Vec<Stretch>; 7] = std::array::from_fn(|day| stretches(&week[day]));
    let (from, to) = block.minutes;
    for day in block.days.0..=block.days.1.min(6) {
        let before = (day + 6) % 7;
        if open {
            // What the night before covers already isn't said again.
            let night = days[before].iter().map(|(_, end)| end.saturating_sub(DAY));
            let from = from.max(night.filter(|end| *end >= from).max().unwrap_or(from));
            if from < to {
                days[day].push((from, to));
                days[day] = join(std::mem::take(&mut days[day]));
            }
        } else {
            days[day] = without(&days[day], (from, to));
            days[before] = without(&days[before], (from + DAY, to + DAY));
        }
    }
    let days = spill(days);
    // Days on which the same stretches stand keep what the author wrote.
    std::array::from_fn(|day| {
        if stretches(&week[day]) == days[day] {
            week[day].clone()
        } else {
            days[day].iter().copied().map(written).collect()
        }
    })
}

/// What begins on the next day, and what is longer than a day, belongs to the next day.
fn spill(mut days: [Vec<Stretch>; 7]) -> [Vec<Stretch>; 7] {
    // Sunday's may make Monday too long again.
    for day in (0..7).chain(0..7).chain(0..7) {
        let (mut own, mut next) = (Vec::new(), Vec::new());
        for (from, to) in std::mem::take(&mut days[day]) {
            if from >= DAY {
                next.push((from - DAY, to - DAY));
            } else if to - from > DAY {
                own.push((from, DAY));
                next.push((0, to - DAY));
            } else {
                own.push((from, to));
            }
        }
        days[day] = own;
        let after = &mut days[(day + 1) % 7];
        after.extend(next);
        *after = join(std::mem::take(after));
    }
    days
}

fn join(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for (from, to) in stretches {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

fn without(stretches: &[Stretch], (from, to): Stretch) -> Vec<Stretch> {
    let pieces = stretches.iter().flat_map(|&(start, end)| {
        [(start, end.min(from)), (start.max(to), end)]
            .into_iter()
            .filter(|(start, end)| start < end)
    });
    join(pieces.collect())
}

/// A stretch as a span.
pub fn written((from, to): Stretch) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let to = if to > DAY { to - DAY } else { to };
    [clock(from), clock(to)].join("-")
}

/// The operations after which a table has a week. What is the same already isn't touched.
pub fn write(hours: &Node, table: &Path, week: &Week) -> Vec<Operation> {
    let path = table.name("week");
    let wished = tidy(week);
    let Some(old) = hours.entry("week") else {
        let value = Node::map(wished.into_iter().map(|(days, spans)| (days, list(&spans))));
        return vec![Operation::Insert {
            into: table.clone(),
            place: 1,
            name: Some("week".to_owned()),
            value,
        }];
    };
    if read(hours) == *week {
        return Vec::new();
    }
    let mut operations = Vec::new();
    let mut kept: Vec<&str> = Vec::new();
    for (days, _) in old.entries() {
        let is_day = parse_days(days).is_some();
        if is_day && !wished.iter().any(|(wish, _)| wish == days) {
            operations.push(Operation::Remove {
                path: path.name(days),
            });
        } else {
            kept.push(days);
        }
    }
    for (place, (days, spans)) in wished.iter().enumerate() {
        if !kept.contains(&days.as_str()) {
            kept.insert(place.min(kept.len()), days);
            operations.push(Operation::Insert {
                into: path.clone(),
                place,
                name: Some(days.clone()),
                value: list(spans),
            });
        } else if old.entry(days).is_some_and(|there| texts(there) != *spans) {
            operations.push(Operation::Set {
                path: path.name(days),
                value: list(spans),
            });
        }
    }
    operations
}

/// Equal days that follow each other in one entry, such as `mon-fri`; closed days have none.
fn tidy(week: &Week) -> Vec<(String, Vec<String>)> {
    let mut entries = Vec::new();
    let mut day = 0;
    while day < 7 {
        let same = week[day..].iter().take_while(|spans| **spans == week[day]);
        let last = day + same.count() - 1;
        if !week[day].is_empty() {
            let days = if last == day {
                DAYS[day].to_owned()
            } else {
                [DAYS[day], DAYS[last]].join("-")
            };
            entries.push((days, week[day].clone()));
        }
        day = last + 1;
    }
    entries
}

/// A list of strings.
pub fn list(texts: &[String]) -> Node {
    let node = |text: &String| Node::from(Value::String(text.clone()));
    Value::List(texts.iter().map(node).collect()).into()
}

#[cfg(test)]
mod tests {
    use super::{Block, DAY, DAYS, Week, paint, read, stretches, write};
    use crate::channels::typed::{self, Special};
    use leeward_document::{Document, History, Path};
    use proptest::prelude::*;
    use triage::{
        Hours, check,
        hours::{Date, Offsets},
        source::parse,
    };

    /// The open minutes of a week, from Monday, by the engine. 2026-11-23 is a Monday.
    fn open_minutes(text: &str) -> Vec<bool> {
        let report = check(parse(text).unwrap());
        assert_eq!(report.problems, [], "{text}");
        let playbook = report.playbook.unwrap();
        let channel = playbook
            .channels()
            .iter()
            .find(|channel| !channel.is_always());
        let Some(Hours::Weekly(weekly)) = channel.map(|channel| &channel.hours) else {
            panic!("no hours in {text}");
        };
        let utc = Offsets::new(vec![(0, 0)]).unwrap();
        let monday = utc.to_utc(Date::parse("2026-11-23").unwrap(), 0);
        let mut open = vec![false; 7 * usize::from(DAY)];
        for day in -1..8 {
            let date = Date::parse("2026-11-23").unwrap().plus_days(day);
            for (from, to) in weekly.schedule.spans_on(date, &utc) {
                let minutes = (from - monday) / 60..(to - monday) / 60;
                let inside = minutes.filter_map(|minute| {
                    open.get_mut(usize::try_from(minute).ok()?).map(|_| minute)
                });
                for minute in inside.collect::<Vec<_>>() {
                    open[usize::try_from(minute).unwrap()] = true;
                }
            }
        }
        open
    }

    /// The same, as the days are typed and read again.
    fn minutes_of(week: &Week) -> Vec<bool> {
        let words = Special {
            closed: "closed",
            always: "around the clock",
        };
        let length = 7 * usize::from(DAY);
        let mut open = vec![false; length];
        for (day, spans) in week.iter().enumerate() {
            let typed = typed::read(&typed::shown(spans, words), words).unwrap();
            assert_eq!(typed, *spans);
            for (from, to) in stretches(&typed) {
                for minute in from..to {
                    open[(day * usize::from(DAY) + usize::from(minute)) % length] = true;
                }
            }
        }
        open
    }

    fn playbook(week: &str) -> String {
        let blank = include_str!("../../blank.json");
        let hours = format!(
            r#"  "hours": {{ "desk": {{ "timezone": "UTC", "week": {week} }} }},
  "questions":"#
        );
        let third = r#"  "channels": {
    "chat": { "kind": "chat", "name": { "en": "Chat" }, "about": { "en": "All" }, "url": "https://example.test/c", "hours": "desk", "wait_minutes": [1, 2], "cost": { "en": "Free" } },"#;
        blank
            .replacen("  \"questions\":", &hours, 1)
            .replacen("  \"channels\": {", third, 1)
            .replacen(r#""first": ["form"]"#, r#""first": ["chat", "form"]"#, 1)
    }

    fn after(history: &mut History, change: impl Fn(&Week) -> Week) {
        let table = Path::parse("hours.desk");
        let hours = table.find(history.document().tree()).unwrap().clone();
        let wished = change(&read(&hours));
        let operations = write(&hours, &table, &wished);
        history.change_all(&operations, &table).unwrap();
        assert_eq!(read(table.find(history.document().tree()).unwrap()), wished);
    }

    fn span() -> impl Strategy<Value = (u16, u16)> {
        (0..DAY, 1..DAY).prop_map(|(from, length)| (from, from + length))
    }

    /// A day with up to three spans that don't overlap.
    fn day() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(span(), 0..3).prop_map(|spans| {
            let mut kept: Vec<(u16, u16)> = Vec::new();
            for (from, to) in spans {
                if kept.iter().all(|&(start, end)| to <= start || end <= from) {
                    kept.push((from, to));
                }
            }
            kept.into_iter().map(super::written).collect()
        })
    }

    fn some_week() -> impl Strategy<Value = Week> {
        prop::collection::vec(day(), 7).prop_map(|days| days.try_into().unwrap())
    }

    fn block() -> impl Strategy<Value = Block> {
        (0..7_usize, 0..7_usize, 0..48_u16, 1..48_u16).prop_map(|(one, other, from, length)| {
            Block {
                days: (one.min(other), one.max(other)),
                minutes: (from * 30, ((from + length) * 30).min(DAY)),
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

        #[test]
        fn painting_opens_and_closes_exactly_what_was_painted(week in some_week(), strokes in prop::collection::vec((block(), any::<bool>()), 1..5)) {
            let start = playbook(r#"{ "mon": ["09:00-12:00"] }"#);
            let mut history = History::new(Document::read(&start).unwrap());
            after(&mut history, |_| week.clone());
            let mut wished = minutes_of(&week);
            prop_assert!(open_minutes(history.document().text()) == wished, "{}", history.document().text());
            let mut steps = 1;
            for (block, open) in strokes {
                let before = history.document().text().to_owned();
                after(&mut history, |week| paint(week, block, open));
                steps += usize::from(before != history.document().text());
                for day in block.days.0..=block.days.1 {
                    let from = day * usize::from(DAY);
                    let minutes = from + usize::from(block.minutes.0)..from + usize::from(block.minutes.1);
                    wished[minutes].fill(open);
                }
                let now = open_minutes(history.document().text());
                prop_assert!(now == wished, "{block:?} {open}: {}", history.document().text());
            }
            for _ in 0..steps {
                history.undo();
            }
            prop_assert_eq!(history.document().text(), start);
        }
    }

    #[test]
    fn the_written_form_is_tidy_and_keeps_what_it_can_not_read() {
        let text = r#"{ "hours": { "desk": { "timezone": "UTC", "week": {
      "mon-fri": ["09:07-12:00", "13-18"], "someday": ["10:00-11:00"], "sat": ["10:00-15:00"] } } } }"#;
        let mut history = History::new(Document::read(text).unwrap());
        after(&mut history, |week| {
            let mut week = week.clone();
            week[6] = week[5].clone();
            week[2] = vec!["07:00-02:00".to_owned()];
            week
        });
        let now = history.document().text();
        for part in [
            r#""mon-tue": ["09:07-12:00", "13-18"]"#,
            r#""wed": ["07:00-02:00"]"#,
            r#""thu-fri": ["09:07-12:00", "13-18"]"#,
            r#""sat-sun": ["10:00-15:00"]"#,
            r#""someday": ["10:00-11:00"]"#,
        ] {
            assert!(now.contains(part), "{part} in {now}");
        }
        assert!(!now.contains(r#""sat":"#), "{now}");
        assert_eq!(history.undo(), Some(Path::parse("hours.desk")));
        assert_eq!(history.document().text(), text);
    }

    #[test]
    fn a_night_is_cut_where_it_is_painted_over() {
        let mut week = Week::default();
        week[0] = vec!["22:00-06:00".to_owned()];
        let block = Block {
            days: (1, 1),
            minutes: (120, 180),
        };
        let cut = paint(&week, block, false);
        assert_eq!(
            (cut[0].as_slice(), cut[1].as_slice()),
            (
                &["22:00-02:00".to_owned()][..],
                &["03:00-06:00".to_owned()][..]
            )
        );
        let mended = paint(&cut, block, true);
        assert_eq!(mended[1], ["02:00-06:00"]);
        assert_eq!(stretches(&mended[0]), [(22 * 60, 26 * 60)]);
        assert_eq!(DAYS.len(), 7);
    }
}
