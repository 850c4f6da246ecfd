//! What holds for every table of offsets and every schedule, however odd.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use triage::hours::{Date, HORIZON_DAYS, Offsets, Schedule, Span, State};

/// Around which instant everything happens: 2026-11-22T00:00:00Z.
const START: i64 = 1_795_305_600;
const DAY: i64 = 86_400;

/// Tables with up to six changes within two weeks, to any second.
fn tables() -> impl Strategy<Value = Offsets> {
    let change = (START - 3 * DAY..START + 12 * DAY, -50_000..50_000_i32);
    prop::collection::btree_map(change.0, change.1, 1..7)
        .prop_map(|table| Offsets::new(table.into_iter().collect()).unwrap())
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (0..1_440_u16, 1..1_441_u16)
        .prop_map(|(open, length)| Span::new(open, open + length).unwrap());
    prop::collection::vec(span, 0..4)
}

fn schedules() -> impl Strategy<Value = Schedule> {
    let day = (START / DAY) as i32 - 4;
    let date = (day..day + 14).prop_map(Date::from_days);
    let week = prop::array::uniform7(prop_oneof![Just(Vec::new()), spans()]);
    let dates = prop::collection::vec((date.clone(), spans()), 0..4);
    let closures = prop::collection::vec(date, 0..4);
    (week, dates, closures)
        .prop_map(|(week, dates, closures)| Schedule::new("Test/Zone", week, dates, closures))
}

/// The rule, as it is written on the first page of the module.
fn answers(schedule: &Schedule, offsets: &Offsets, utc: i64) -> bool {
    let (today, second) = offsets.local(utc);
    let lies_in = |date: Date, second: i32| {
        let inside = |span: &Span| {
            i32::from(span.open()) * 60 <= second && second < i32::from(span.close()) * 60
        };
        schedule.spans_of(date).iter().any(inside)
    };
    lies_in(today, second) || lies_in(today.plus_days(-1), second + 86_400)
}

/// Instants at which an answer may change, and others between two: the stretch in eighty parts.
fn samples(from: i64, to: i64) -> impl Iterator<Item = i64> {
    let step = ((to - from) / 80).max(1);
    (from..to).step_by(step as usize).chain([to - 1])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_state_follows_the_rule_until_it_says_it_ends(schedule in schedules(), offsets in tables(), now in START..START + 9 * DAY) {
        let state = schedule.state(now, &offsets);
        let horizon = now + HORIZON_DAYS * DAY;
        let (open, turn) = match state {
            State::Open { until } => (true, until),
            State::Closed { opens } => (false, opens),
        };
        prop_assert_eq!(answers(&schedule, &offsets, now), open);
        let end = turn.unwrap_or(horizon + 1);
        prop_assert!(now < end && end <= horizon + 1);
        for utc in samples(now, end) {
            prop_assert_eq!(answers(&schedule, &offsets, utc), open, "at {}", utc);
        }
        if let Some(turn) = turn {
            prop_assert_eq!(answers(&schedule, &offsets, turn), !open);
            prop_assert_eq!(schedule.state(turn, &offsets).is_open(), !open);
        }
    }

    #[test]
    fn spans_are_apart_in_order_and_follow_the_rule(schedule in schedules(), offsets in tables(), day in 0..9_i32) {
        let date = Date::from_days((START / DAY) as i32 + day);
        let pairs = schedule.spans_on(date, &offsets);
        prop_assert!(pairs.iter().all(|(from, to)| from < to));
        prop_assert!(pairs.is_sorted_by(|a, b| a.1 < b.0));
        for (from, to) in pairs {
            for utc in samples(from, to) {
                let (reading, second) = offsets.local(utc);
                let second = i64::from(second) + i64::from(reading.days() - date.days()) * DAY;
                let inside = |span: &Span| (i64::from(span.open()) * 60..i64::from(span.close()) * 60).contains(&second);
                prop_assert!(schedule.spans_of(date).iter().any(inside), "{} is read as {} {}", utc, reading, second);
            }
        }
    }

    #[test]
    fn an_instant_is_the_first_to_show_its_reading_or_a_later_one(offsets in tables(), day in -5..14_i32, minute in -3_000..3_000_i32) {
        let date = Date::from_days((START / DAY) as i32 + day);
        let wall = |utc: i64| {
            let (date, second) = offsets.local(utc);
            i64::from(date.days()) * DAY + i64::from(second)
        };
        let asked = i64::from(date.days()) * DAY + i64::from(minute) * 60;
        let utc = offsets.to_utc(date, minute);
        prop_assert!(wall(utc) >= asked);
        for earlier in samples(utc - 10 * DAY, utc) {
            prop_assert!(wall(earlier) < asked, "{} is earlier than {}", earlier, utc);
        }
    }

    #[test]
    fn an_instant_and_its_reading_differ_by_the_offset(offsets in tables(), utc in START - 9 * DAY..START + 20 * DAY) {
        let (date, second) = offsets.local(utc);
        prop_assert!((0..86_400).contains(&second));
        prop_assert_eq!(i64::from(date.days()) * DAY + i64::from(second), utc + i64::from(offsets.at(utc)));
    }

    #[test]
    fn no_instant_is_too_far_away(schedule in schedules(), offsets in tables(), now in any::<i64>()) {
        let state = schedule.state(now, &offsets);
        let (date, second) = offsets.local(now);
        prop_assert!(schedule.spans_on(date, &offsets).len() <= 64);
        prop_assert!((0..86_400).contains(&second));
        let every_day = schedule.week().iter().all(|day| !day.is_empty());
        let never_opens = state == State::Closed { opens: None };
        prop_assert!(!every_day || !never_opens);
    }
}

#[test]
fn a_reading_at_which_clocks_go_back_is_first_shown_after_they_have_gone_through_it_again() {
    let back = START + DAY;
    let fold = Offsets::new(vec![(START, 3600), (back, 0)]).unwrap();
    let day = Date::from_days((back / DAY) as i32);
    assert_eq!(fold.to_utc(day, 59), back - 60, "00:59, the first of two");
    assert_eq!(fold.to_utc(day, 60), back + 3600, "01:00");
}

#[test]
fn a_span_that_clocks_jump_over_from_end_to_end_opens_nobody() {
    let jump = START + DAY + 3600;
    let gap = Offsets::new(vec![(START, 0), (jump, 3600)]).unwrap();
    let day = Date::from_days((jump / DAY) as i32);
    let span = Span::parse("01:00-02:00").unwrap();
    let schedule = Schedule::new(
        "Test/Gap",
        Default::default(),
        vec![(day, vec![span])],
        vec![],
    );
    assert_eq!(
        schedule.state(jump - 60, &gap),
        State::Closed { opens: None }
    );
    assert_eq!(schedule.spans_on(day, &gap), []);
    let longer = vec![Span::parse("00:30-02:30").unwrap()];
    let schedule = Schedule::new("Test/Gap", Default::default(), vec![(day, longer)], vec![]);
    let around = (jump - 30 * 60, jump + 30 * 60);
    assert_eq!(schedule.spans_on(day, &gap), [around]);
}

#[test]
fn a_schedule_holds_its_parts_in_order_and_of_two_entries_for_a_date_the_first() {
    let date = |day: i32| Date::from_days((START / DAY) as i32 + day);
    let span = |text: &str| Span::parse(text).unwrap();
    let dates = vec![
        (date(2), vec![span("13:00-14:00"), span("09:00-10:00")]),
        (date(1), vec![]),
        (date(2), vec![span("20:00-21:00")]),
    ];
    let closures = vec![date(4), date(3), date(4)];
    let schedule = Schedule::new("Asia/Tokyo", Default::default(), dates, closures);
    assert_eq!(schedule.timezone(), "Asia/Tokyo");
    let in_order = vec![span("09:00-10:00"), span("13:00-14:00")];
    assert_eq!(schedule.dates(), [(date(1), vec![]), (date(2), in_order)]);
    assert_eq!(schedule.closures(), [date(3), date(4)]);
}

#[test]
fn nothing_is_promised_beyond_the_horizon() {
    let utc = Offsets::new(vec![(0, 0)]).unwrap();
    let days_ahead = |days: i32| {
        let date = Date::from_days((START / DAY) as i32 + days);
        let span = Span::parse("00:00-01:00").unwrap();
        Schedule::new("UTC", Default::default(), vec![(date, vec![span])], vec![])
            .state(START, &utc)
    };
    assert_eq!(
        days_ahead(35),
        State::Closed {
            opens: Some(START + 35 * DAY)
        }
    );
    assert_eq!(days_ahead(36), State::Closed { opens: None });
}

#[test]
fn an_opening_on_the_last_day_before_the_horizon_is_found_where_that_day_has_begun_before_it_has_in_greenwich()
 {
    let tokyo = Offsets::new(vec![(0, 9 * 3600)]).unwrap();
    let day = Date::from_days((START / DAY) as i32 + 35);
    let span = Span::parse("08:00-09:00").unwrap();
    let schedule = Schedule::new(
        "Asia/Tokyo",
        Default::default(),
        vec![(day, vec![span])],
        vec![],
    );
    let opens = Some(START + 35 * DAY - 3600);
    assert_eq!(schedule.state(START, &tokyo), State::Closed { opens });
}

#[test]
fn no_change_of_clocks_is_too_far_away() {
    let changes = vec![(i64::MIN, -3600), (i64::MIN + 1, 0), (i64::MAX, 3600)];
    let offsets = Offsets::new(changes).unwrap();
    let never = Schedule::new("Test/Zone", Default::default(), vec![], vec![]);
    assert_eq!(never.state(START, &offsets), State::Closed { opens: None });
}

#[test]
fn a_closing_beyond_the_horizon_is_left_unsaid() {
    let utc = Offsets::new(vec![(0, 0)]).unwrap();
    let whole_day = vec![Span::parse("00:00-24:00").unwrap()];
    let closed_in = |days: i32| {
        let date = Date::from_days((START / DAY) as i32 + days);
        let week = std::array::from_fn(|_| whole_day.clone());
        Schedule::new("UTC", week, vec![], vec![date]).state(START, &utc)
    };
    assert_eq!(
        closed_in(35),
        State::Open {
            until: Some(START + 35 * DAY)
        }
    );
    assert_eq!(closed_in(36), State::Open { until: None });
}
