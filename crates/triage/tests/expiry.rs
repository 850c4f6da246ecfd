//! A claim that is over is never shown: each screen at the last moment of a claim, and at the next.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::report;
use triage::{
    Event, Playbook, Session, Situation,
    hours::parse_moment,
    screen::{Screen, Welcome},
    source::parse,
    status,
};

const PLAYBOOK: &str = r#"{
  "version": 1,
  "locales": ["en"],
  "name": "Harbour Water",
  "notice": {
    "text": "The water is cloudy.", "updated_at": "2026-11-24T08:00:00Z",
    "next_update_at": "2026-11-24T10:00:00Z", "expires_at": "2026-11-24T12:00:00Z"
  },
  "questions": [],
  "channels": {
    "mail": { "kind": "email", "name": "Write to us", "address": "help@example.test", "always": true, "wait_minutes": [60, 240] },
    "portal": { "kind": "portal", "name": "Report it", "url": "https://example.test/report", "always": true, "wait_minutes": [0, 5] }
  },
  "routes": [{ "id": "everyone", "first": ["portal"], "second": ["mail"] }],
  "stories": [{ "text": "For now.", "expires_on": "2026-11-24" }, { "text": "In general." }],
  "resources": [
    { "title": "Free water", "url": "https://example.test/free", "expires_on": "2026-11-24" },
    { "title": "Advice", "url": "https://example.test/advice" }
  ]
}"#;

fn playbook() -> Rc<Playbook> {
    let report = report(PLAYBOOK);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    Rc::new(report.playbook.expect("a playbook"))
}

fn at(moment: &str) -> Situation {
    let now = parse_moment(moment).expect("a moment");
    Situation {
        now,
        ..Situation::default()
    }
}

/// What the first screen shows at a moment.
fn welcome<T>(moment: &str, look: impl FnOnce(&Welcome<'_>) -> T) -> T {
    match Session::new(playbook(), "en").screen(&at(moment)) {
        Screen::Welcome(welcome) => look(&welcome),
        other => panic!("expected the welcome, found {other:?}"),
    }
}

/// The words on the result that may expire, and the wait of the best option.
fn result(situation: &Situation) -> (Vec<String>, Option<(u32, u32)>) {
    let session = Session::new(playbook(), "en")
        .update(Event::Started, situation)
        .0;
    match session.screen(situation) {
        Screen::Result(result) => {
            let shown = result
                .story
                .iter()
                .chain(result.resources.iter().map(|link| &link.title));
            (
                shown.map(|words| words.text.to_owned()).collect(),
                result.best.wait_minutes,
            )
        }
        other => panic!("expected the result, found {other:?}"),
    }
}

#[test]
fn a_notice_is_shown_until_it_expires_and_promises_no_update_in_the_past() {
    let next = |moment| {
        welcome(moment, |shown| {
            shown
                .notice
                .as_ref()
                .map(|notice| notice.next_update_at.is_some())
        })
    };
    assert_eq!(next("2026-11-24T09:59:59Z"), Some(true));
    assert_eq!(next("2026-11-24T10:00:00Z"), Some(false));
    assert_eq!(next("2026-11-24T11:59:59Z"), Some(false));
    assert_eq!(next("2026-11-24T12:00:00Z"), None);
    assert_eq!(next("2036-11-24T12:00:00Z"), None);
}

#[test]
fn what_surrounds_the_result_is_shown_to_the_end_of_its_last_day_and_makes_way_for_what_lasts() {
    let shown = |moment| result(&at(moment)).0;
    assert_eq!(
        shown("2026-11-24T23:59:59Z"),
        ["For now.", "Free water", "Advice"]
    );
    for over in ["2026-11-25T00:00:00Z", "2036-11-24T12:00:00Z"] {
        assert_eq!(shown(over), ["In general.", "Advice"]);
    }
}

#[test]
fn a_wait_from_a_feed_is_believed_until_the_feed_or_its_entry_expires() {
    let feed = |entry: &str| {
        format!(
            r#"{{ "version": 1, "expires_at": "2026-11-24T12:00:00Z",
                  "channels": {{ "portal": {{ "state": "busy", "wait_seconds": 1200{entry} }} }} }}"#
        )
    };
    let wait = |feed: &str, moment| {
        let fetched = at("2026-11-24T08:00:00Z").now;
        let status = status::read(&parse(feed).expect("JSON"), &playbook(), fetched);
        result(&Situation {
            status,
            ..at(moment)
        })
        .1
    };
    let short = feed(r#", "until": "2026-11-24T09:00:00Z""#);
    for (feed, last, over) in [
        (feed(""), "2026-11-24T11:59:59Z", "2026-11-24T12:00:00Z"),
        (short, "2026-11-24T08:59:59Z", "2026-11-24T09:00:00Z"),
    ] {
        assert_eq!(wait(&feed, last), Some((20, 30)));
        assert_eq!(wait(&feed, over), Some((0, 5)), "the playbook's");
    }
}
