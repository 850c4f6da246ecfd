//! The times at which nobody can be reached: found where they are, and told only when they are worth it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(feature = "advice")]

mod common;

use common::{at, playbook, ready_playbooks};
use triage::{
    Case, Code, Kind, Situation, advise, attended, check, gaps,
    hours::{Date, parse_moment},
    open_by_day,
    source::parse,
    unattended,
};

const DAY: i64 = 24 * 60 * 60;

/// A playbook with one phone that keeps hours, beside the two ways that never close.
fn with_phone(hours: &str) -> String {
    format!(
        r#"{{ "version": 1, "name": "Example", "locales": ["en"], "hours": {{ "office": {hours} }}, "questions": [],
        "channels": {{
          "phone": {{ "kind": "phone", "name": "Call", "address": "+81312345678", "hours": "office", "wait_minutes": [1, 2], "cost": "Free" }},
          "form": {{ "kind": "form", "name": "Write", "endpoint": "/messages", "always": true }},
          "mail": {{ "kind": "email", "name": "Email", "address": "help@example.test", "always": true }} }},
        "routes": [{{ "id": "all", "first": ["phone"], "second": ["form"] }}] }}"#
    )
}

/// What is said of long gaps, on Thursday 2026-11-19 at ten in Tokyo.
fn told(hours: &str) -> Vec<String> {
    let source = parse(&with_phone(hours)).expect("JSON");
    let playbook = check(source.clone()).playbook.expect("a sound playbook");
    let situation = at(&playbook, "2026-11-19T10:00:00+09:00");
    let problems = advise(&source, Some(&playbook), &situation).into_iter();
    problems
        .filter(|problem| problem.code == Code::NobodyThere)
        .map(|problem| problem.to_string())
        .collect()
}

#[test]
fn nights_and_weekends_are_no_finding_and_a_long_holiday_is_one() {
    let week = r#""timezone": "Asia/Tokyo", "week": { "mon-fri": ["09:00-18:00"] }"#;
    assert_eq!(told(&format!("{{ {week} }}")), Vec::<String>::new());
    let closed = format!(r#"{{ {week}, "dates": {{ "2026-11-23": [] }} }}"#);
    assert_eq!(
        told(&closed),
        [
            "hours.office.dates: visitors in \"en\" can speak to nobody from 2026-11-20 18:00 to 2026-11-24 09:00 in Asia/Tokyo (3 days and 15 hours), because \"office\" is closed on 2026-11-23; open for some hours on one of these days, such as \"dates\": { \"2026-11-23\": [\"09:00-12:00\"] }, or say in \"expectations\" where to turn until then (this warning stays)"
        ]
    );
    let twice = format!(
        r#"{{ {week}, "dates": {{ "2026-11-23": [], "2026-12-04": [], "2026-12-07": [] }} }}"#
    );
    let said = told(&twice).concat();
    assert!(
        said.contains("from 2026-12-03 18:00 to 2026-12-08 09:00 in Asia/Tokyo (4 days and 15 hours), nor at another time of more than three days, which leeward hours lists, because \"office\" is closed on 2026-12-04, 2026-12-07"),
        "{said}"
    );
}

#[test]
fn a_week_with_two_days_is_told_once_and_not_fifty_times() {
    let said = told(r#"{ "timezone": "Asia/Tokyo", "week": { "mon-tue": ["09:00-18:00"] } }"#);
    assert_eq!(said.len(), 1);
    assert!(
        said.concat().contains("nobody for more than three days in each week; the longest time is from 2026-11-24 18:00 to 2026-11-30 09:00"),
        "{said:?}"
    );
}

#[test]
fn a_language_in_which_nobody_ever_answers_is_told() {
    let text =
        with_phone(r#"{ "timezone": "Asia/Tokyo", "week": { "mon-fri": ["09:00-18:00"] } }"#)
            .replace(r#"["en"], "hours": {"#, r#"["en", "hi"], "hours": {"#)
            .replace(
                r#""kind": "phone","#,
                r#""kind": "phone", "languages": ["en"],"#,
            );
    let source = parse(&text).expect("JSON");
    let playbook = check(source.clone()).playbook.expect("a sound playbook");
    let situation = at(&playbook, "2026-11-19T10:00:00+09:00");
    let problems = advise(&source, Some(&playbook), &situation);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        said.concat()
            .contains("visitors in \"hi\" can speak to nobody at any time, only leave a message"),
        "{said:?}"
    );
    let blind = Situation {
        now: parse_moment("2026-11-19T10:00:00+09:00").expect("a moment"),
        ..Situation::default()
    };
    assert_eq!(
        advise(&source, Some(&playbook), &blind),
        [],
        "without zones nothing is claimed"
    );
}

/// Asks at many single moments what the sweep found at once. The step shares no factor with an hour.
#[test]
fn at_any_moment_there_is_a_gap_exactly_when_nobody_answers() {
    const STEP: i64 = 97 * 60;
    for (name, _) in ready_playbooks() {
        let playbook = playbook(&name);
        // In spring and in autumn a change of London's clocks lies ahead.
        for start in ["2026-03-10T23:59:59Z", "2026-10-20T10:00:00Z"] {
            let situation = at(&playbook, start);
            for locale in playbook.locales() {
                let gaps = gaps(&playbook, locale, &situation);
                for case in [Case::AsPlanned, Case::LiveDown] {
                    let mut then = situation.clone();
                    while then.now < situation.now + 120 * DAY {
                        let in_gap = gaps
                            .iter()
                            .any(|gap| gap.case == case && (gap.from..gap.to).contains(&then.now));
                        let answers = playbook.channel_ids().any(|id| {
                            let channel = playbook.channel(id);
                            let live = matches!(channel.kind(), Kind::Phone | Kind::Chat);
                            channel.speaks(locale)
                                && (live || !channel.is_always())
                                && (case == Case::AsPlanned || !live)
                                && then.availability(id, channel).is_open()
                        });
                        assert_eq!(in_gap, !answers, "{name} {locale} {case:?} {}", then.now);
                        then.now += STEP;
                    }
                }
            }
        }
    }
}

#[test]
fn a_map_counts_who_is_there_for_the_whole_of_an_hour_on_the_visitors_clock() {
    let text = with_phone(
        r#"{ "timezone": "Europe/London", "week": { "mon-sun": ["00:30-03:00", "22:00-24:00"] } }"#,
    );
    let playbook = check(parse(&text).expect("JSON"))
        .playbook
        .expect("a sound playbook");
    let situation = at(&playbook, "2027-03-27T10:00:00Z");
    let people = attended(&playbook, "en");
    let clock = situation.zones.get("Europe/London").expect("offsets");
    let days = (Date::parse("2027-03-27").expect("a date"), 2);
    let map = open_by_day(&playbook, &people, &situation, clock, days, 60);
    let open = |day: usize| -> Vec<usize> {
        let hours = map.get(day).into_iter().flatten().enumerate();
        hours
            .filter(|(_, open)| **open == Some(1))
            .map(|(hour, _)| hour)
            .collect()
    };
    assert_eq!(
        open(0),
        [1, 2, 22, 23],
        "from half past midnight on, half an hour doesn't count"
    );
    // On 28 March the clock goes from one to two.
    assert_eq!(map.get(1).and_then(|day| day.get(1)), Some(&None));
    assert_eq!(open(1), [2, 22, 23]);
    let day = (
        parse_moment("2027-03-28T00:00:00Z").expect("a moment"),
        parse_moment("2027-03-28T22:00:00Z").expect("a moment"),
    );
    let gaps = unattended(&playbook, &people, &situation, day);
    let hours: Vec<_> = gaps
        .iter()
        .map(|(from, to)| ((from - day.0) / 1800, (to - day.0) / 1800))
        .collect();
    assert_eq!(
        hours,
        [(0, 1), (4, 42)],
        "half past midnight, and from three to ten, an hour ahead"
    );
}
