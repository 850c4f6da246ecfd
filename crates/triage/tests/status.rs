//! Live feeds: what they may change, and that nothing else does.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::rc::Rc;

use common::{at, playbook};
use proptest::prelude::*;
use triage::{
    Availability, ChannelId, Event, Playbook, RouteId, Session, Situation, check, check_feed,
    decide,
    hours::parse_moment,
    screen::Screen,
    source::parse,
    status::{self, Incident, Incidents, Status},
};

/// A Tuesday on which London, where the chat of the outage sits, works.
const NOW: &str = "2026-11-24T10:30:00+00:00";

fn moment(text: &str) -> i64 {
    parse_moment(text).expect("a moment")
}

fn read(playbook: &Playbook, feed: &str) -> Status {
    status::read(&parse(feed).expect("JSON"), playbook, moment(NOW))
}

fn told(feed: &str) -> Incidents {
    status::incidents(&parse(feed).expect("JSON"), moment(NOW))
}

fn chat(playbook: &Playbook) -> ChannelId {
    let mut ids = playbook.channel_ids();
    ids.find(|id| playbook.channel(*id).id == "support_chat")
        .expect("the chat")
}

/// What is known of the chat with a feed: whether it can be reached, and how long that takes.
fn with(feed: &str, now: &str) -> (Availability, Option<(u32, u32)>) {
    let playbook = playbook("outage");
    let situation = Situation {
        status: read(&playbook, feed),
        ..at(&playbook, now)
    };
    let id = chat(&playbook);
    let channel = playbook.channel(id);
    (
        situation.availability(id, channel),
        situation.wait_minutes(id, channel),
    )
}

fn own(entry: &str) -> String {
    format!(
        r#"{{ "version": 1, "expires_at": "2026-11-24T12:00:00Z", "channels": {{ "support_chat": {entry} }} }}"#
    )
}

#[test]
fn our_own_feed_closes_a_channel_and_changes_its_wait() {
    let usual = with("{}", NOW);
    assert!(usual.0.is_open());
    let busy = with(&own(r#"{ "state": "busy", "wait_seconds": 600 }"#), NOW);
    assert_eq!(busy, (usual.0, Some((10, 15))));
    assert_eq!(
        with(&own(r#"{ "state": "down" }"#), NOW).0,
        Availability::Down
    );
    let until = own(r#"{ "state": "closed", "until": "2026-11-24T11:00:00Z" }"#);
    let opens = Some(moment("2026-11-24T11:00:00Z"));
    assert_eq!(with(&until, NOW).0, Availability::Closed { opens });
    assert!(
        with(&until, "2026-11-24T11:00:00Z").0.is_open(),
        "it was closed until then"
    );
}

#[test]
fn a_feed_never_opens_a_channel_outside_of_its_hours() {
    let night = "2026-11-24T03:30:00+00:00";
    let closed = with("{}", night).0;
    assert!(!closed.is_open());
    let open = own(r#"{ "state": "open", "wait_seconds": 0 }"#);
    assert_eq!(with(&open, night).0, closed);
    let opens = None;
    assert_eq!(
        with(&own(r#"{ "state": "closed" }"#), night).0,
        Availability::Closed { opens },
        "for how long, nobody knows"
    );
    let beyond = own(r#"{ "state": "closed", "until": "2026-11-24T11:59:00Z" }"#);
    let evening = "2026-11-24T10:31:00Z";
    assert!(!with(&beyond, evening).0.is_open());
}

#[test]
fn a_channel_that_is_closed_by_its_hours_and_by_a_feed_opens_when_both_have_it_open() {
    // The chat opens at 08:00 in London; its feed has it closed for longer, and then for far longer.
    let night = "2026-11-24T03:30:00+00:00";
    let until = |until: &str| {
        let closed = format!(r#"{{ "state": "closed", "until": "{until}" }}"#);
        let feed = own(&closed).replace("2026-11-24T12:00:00Z", "2028-01-01T00:00:00Z");
        with(&feed, night).0
    };
    let opens = Some(moment("2026-11-24T10:00:00Z"));
    assert_eq!(
        until("2026-11-24T10:00:00Z"),
        Availability::Closed { opens }
    );
    assert_eq!(
        until("2026-11-24T04:00:00Z"),
        with("{}", night).0,
        "the hours have it closed for longer"
    );
    let opens = None;
    assert_eq!(
        until("2027-11-24T10:00:00Z"),
        Availability::Closed { opens }
    );
}

#[test]
fn a_crowd_without_a_measured_wait_takes_back_the_usual_one() {
    let usual = with("{}", NOW);
    assert!(usual.1.is_some());
    assert_eq!(with(&own(r#"{ "state": "busy" }"#), NOW), (usual.0, None));
    assert_eq!(with(&own(r#"{ "state": "open" }"#), NOW), usual);
}

#[test]
fn what_is_huge_is_cut_short() {
    let name = "x\\n".repeat(3_000);
    let incident =
        |id| format!(r#"{{ "id": "{id}", "name": "{name}", "status": "investigating" }}"#);
    let incidents: Vec<_> = (0..25).map(incident).collect();
    let feed = format!(r#"{{ "incidents": [{}] }}"#, incidents.join(","));
    let told = told(&feed).incidents;
    assert_eq!(told.len(), 20);
    assert!(
        told.iter()
            .all(|told| told.name("en").text == "x".repeat(200))
    );
}

#[test]
fn what_has_expired_or_can_not_be_read_leaves_the_hours_alone() {
    let usual = with("{}", NOW);
    for feed in [
        r#"{ "version": 1, "expires_at": "2026-11-24T10:30:00Z", "channels": { "support_chat": { "state": "down" } } }"#,
        r#"{ "version": 1, "expires_at": "soon", "channels": { "support_chat": { "state": "down" } } }"#,
        r#"{ "version": 2, "channels": { "support_chat": { "state": "down" } } }"#,
        r#"{ "version": 1, "channels": { "nobody": { "state": "down" } } }"#,
        r#"{ "version": 1, "channels": { "support_chat": { "state": "on fire" } } }"#,
        r#"{ "version": 1, "channels": { "support_chat": { "state": "closed", "until": "later" } } }"#,
        r#"{ "version": 1, "channels": { "support_chat": { "state": "closed", "until": "2026-11-24T10:00:00Z" } } }"#,
        r#"{ "version": 1, "channels": { "support_chat": { "state": "open", "wait_seconds": -5 } } }"#,
        r#"{ "version": 1, "channels": { "support_chat": { "state": "open", "wait_seconds": 99999999999 } } }"#,
        r#"{ "version": 1, "channels": [ "support_chat" ] }"#,
        r#"{ "components": "all", "incidents": 3 }"#,
        r#"{ "activeIncidents": { "a": 1 } }"#,
        "[]",
        "null",
    ] {
        assert_eq!(with(feed, NOW), usual, "{feed}");
    }
}

#[test]
fn a_statuspage_tells_outages_from_maintenance() {
    let feed = r#"{
        "page": { "id": "y2j98763l56x", "updated_at": "2026-11-24T10:20:00.000Z" },
        "status": { "indicator": "major", "description": "Major System Outage" },
        "components": [
            { "id": "b13yz5g2cw10", "name": "support_chat", "status": "major_outage" },
            { "id": "b13yz5g2cw11", "name": "any_hour_phone", "status": "partial_outage" }
        ],
        "incidents": [
            { "name": "Payments fail", "status": "investigating", "impact": "critical",
              "created_at": "2026-11-24T09:05:00.000Z", "started_at": "2026-11-24T09:00:00.000Z",
              "components": [ { "name": "Payments" } ] },
            { "name": "Old", "status": "resolved", "created_at": "2026-11-20T09:05:00.000Z" }
        ],
        "scheduled_maintenances": [
            { "name": "New cards", "status": "in_progress", "scheduled_for": "2026-11-24T10:00:00.000Z" },
            { "name": "Next week", "status": "scheduled", "scheduled_for": "2026-12-01T10:00:00.000Z" }
        ]
    }"#;
    let playbook = playbook("outage");
    let status = read(&playbook, feed);
    assert_eq!(with(feed, NOW).0, Availability::Down);
    assert_eq!(status.channels.len(), 1, "what works in part is not down");
    let told = told(feed);
    assert_eq!(
        told.incidents,
        [Incident {
            id: "Payments fail".into(),
            names: vec![(String::new(), "Payments fail".into())],
            since: Some(moment("2026-11-24T09:00:00Z")),
            components: vec!["Payments".into()],
            ..Incident::default()
        }]
    );
    let planned: Vec<_> = told
        .maintenances
        .iter()
        .map(|planned| planned.name("en").text)
        .collect();
    assert_eq!(planned, ["New cards"]);
}

#[test]
fn an_instatus_page_is_read_with_the_dates_that_javascript_writes() {
    let feed = r#"{
        "page": { "name": "Kestrel Pay", "url": "https://status.example.test", "status": "HASISSUES" },
        "activeIncidents": [
            { "name": "Payments fail", "started": "Tue Nov 24 2026 18:00:00 GMT+0900 (Japan Standard Time)",
              "status": "INVESTIGATING", "impact": "MAJOROUTAGE" }
        ],
        "activeMaintenances": [
            { "name": "New cards", "start": "2026-11-24T10:00:00.000Z", "status": "INPROGRESS" },
            { "name": "Later", "start": "2026-11-30T10:00:00.000Z", "status": "NOTSTARTEDYET" }
        ]
    }"#;
    let playbook = playbook("outage");
    let told = told(feed);
    assert_eq!(
        told.incidents[0].since,
        Some(moment("2026-11-24T09:00:00Z"))
    );
    assert_eq!(told.maintenances.len(), 1);
    assert_eq!(
        read(&playbook, feed).channels,
        [],
        "it says nothing about channels"
    );
}

/// A playbook whose feed is about payments, for whoever says that money is stuck.
fn about_payments() -> Playbook {
    let file = r#"{
        "version": 1, "locales": ["en", "ja"], "name": "Kestrel Pay",
        "status": { "url": "/status.json", "about": [
            { "component": "Payment API", "when": { "question": "topic", "is": "stuck" } },
            { "component": "Nothing", "when": { "question": "topc", "is": "stuck" } }
        ] },
        "questions": [{ "id": "topic", "type": "choice", "text": "What?",
            "options": [{ "id": "stuck", "text": "Stuck" }, { "id": "other", "text": "Other" }] }],
        "channels": {
            "phone": { "kind": "phone", "name": "Call", "address": "+81 3-1234-5678", "always": true, "languages": ["en", "ja"] },
            "mail": { "kind": "email", "name": "Write", "address": "help@example.test", "always": true, "languages": ["en", "ja"] }
        },
        "routes": [
            { "id": "money", "when": { "question": "topic", "is": "stuck" }, "first": ["phone"], "second": ["mail"] },
            { "id": "rest", "first": ["mail"], "second": ["phone"] }
        ]
    }"#;
    let report = check(parse(file).expect("JSON"));
    report.playbook.expect("a playbook")
}

fn ours(incidents: &str) -> String {
    format!(
        r#"{{ "version": 1, "expires_at": "2026-11-24T12:00:00Z", "incidents": [{incidents}] }}"#
    )
}

#[test]
fn our_own_feed_tells_incidents_planned_work_and_what_is_over() {
    let told = told(&ours(
        r#"{ "id": "pay", "name": { "en": "Payments fail", "ja": "決済ができません" }, "state": "incident",
             "since": "2026-11-24T09:05:00Z", "next_update_at": "2026-11-24T11:00:00Z", "components": ["Payment API"] },
           { "name": "New cards", "state": "maintenance", "until": "2026-11-24T11:00:00Z" },
           { "name": "Exports", "state": "over", "until": "2026-11-24T10:00:00Z" }"#,
    ));
    let incident = &told.incidents[0];
    assert_eq!(incident.name("ja").text, "決済ができません");
    assert_eq!(incident.name("hi").lang, Some("en"));
    assert_eq!(
        incident.next_update_at,
        Some(moment("2026-11-24T11:00:00Z"))
    );
    assert_eq!(incident.components, ["Payment API"]);
    assert_eq!(told.maintenances[0].name("en").text, "New cards");
    assert_eq!(told.over[0].id, "Exports");
}

#[test]
fn an_incident_that_can_not_be_read_or_is_past_is_not_told() {
    for entry in [
        "3",
        r#""Payments fail""#,
        r#"{ "state": "incident" }"#,
        r#"{ "name": 3, "state": "incident" }"#,
        r#"{ "name": { "en": { "one": "x" } }, "state": "incident" }"#,
        r#"{ "name": "\u0007", "state": "incident" }"#,
        r#"{ "name": "x" }"#,
        r#"{ "name": "x", "state": "on fire" }"#,
        r#"{ "name": "x", "state": "incident", "until": "2026-11-24T10:00:00Z" }"#,
    ] {
        assert_eq!(told(&ours(entry)), Incidents::default(), "{entry}");
    }
    let expired = ours(r#"{ "name": "x", "state": "incident" }"#).replace("12:00", "10:00");
    assert_eq!(told(&expired), Incidents::default());
}

#[test]
fn a_result_has_the_components_that_its_answers_are_about() {
    let playbook = Rc::new(about_payments());
    let about = |option: &str| -> Vec<String> {
        let situation = at(&playbook, NOW);
        let question = playbook.question_ids().next().expect("a question");
        let values = vec![option.to_owned()];
        let (session, _) = Session::new(playbook.clone(), "en").update(Event::Started, &situation);
        let (session, _) = session.update(Event::Answered { question, values }, &situation);
        match session.screen(&situation) {
            Screen::Result(result) => result.about.iter().map(ToString::to_string).collect(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(about("stuck"), ["Payment API"]);
    assert!(about("other").is_empty());
}

#[test]
fn a_status_that_can_not_be_read_costs_nobody_the_questions() {
    for status in [
        r#"{ "url": "http://example.test/status.json" }"#,
        r#"{ "url": "/status.json", "about": 3 }"#,
        r#"{ "url": "/status.json", "about": [{ "component": 3 }] }"#,
        r#"{ "url": "/status.json", "about": [{ "component": "x", "when": { "question": "who" } }] }"#,
        "[]",
    ] {
        let file = include_str!("../../../playbooks/outage.json");
        let file = file.replacen('{', &format!(r#"{{ "status": {status},"#), 1);
        let report = check(parse(&file).expect("JSON"));
        assert!(!report.problems.is_empty(), "{status}");
        assert!(report.playbook.is_some(), "{status}");
    }
}

#[test]
fn slips_in_a_feed_are_told_to_whoever_writes_it() {
    let feed = ours(r#"{ "name": "x", "state": "incident", "components": ["Payment AP"] }"#);
    let problems = check_feed(&parse(&feed).expect("JSON"), &about_payments(), moment(NOW));
    let messages: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
    assert_eq!(
        messages,
        [
            "no answer is about this component; write which ones are in the playbook's \"status\", \"about\", or leave it away"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whatever_a_feed_says_two_ways_are_left_and_no_closed_door_is_shown_as_open(
        states in prop::collection::vec(prop::sample::select(vec!["open", "busy", "closed", "down", "?"]), 12),
        wait in any::<i32>(), hour in 0..24_u32, route in any::<prop::sample::Index>(),
    ) {
        let playbook = playbook("outage");
        let entries: Vec<_> = playbook.channels().iter().zip(&states)
            .map(|(channel, state)| format!(r#""{}": {{ "state": "{state}", "wait_seconds": {wait} }}"#, channel.id))
            .collect();
        let feed = format!(r#"{{ "version": 1, "channels": {{ {} }} }}"#, entries.join(","));
        let hours = at(&playbook, &format!("2026-11-24T{hour:02}:30:00Z"));
        let live = Situation { status: read(&playbook, &feed), ..hours.clone() };
        for id in playbook.channel_ids() {
            let channel = playbook.channel(id);
            prop_assert!(!live.availability(id, channel).is_open() || hours.availability(id, channel).is_open());
        }
        let routes: Vec<RouteId> = playbook.route_ids().collect();
        let decision = decide(&playbook, *route.get(&routes), "en", &live);
        prop_assert_ne!(decision.best, decision.second);
        let open = |id| live.availability(id, playbook.channel(id)).is_open();
        let open_channels = playbook.channel_ids().filter(|id| open(*id) && playbook.channel(*id).speaks("en")).count();
        prop_assert!(open_channels == 0 || open(decision.best), "one is open, and it is not the best option");
        let soon = match live.availability(decision.second, playbook.channel(decision.second)) {
            Availability::Closed { opens: Some(opens) } => opens - live.now <= 2 * 60 * 60,
            _ => false,
        };
        prop_assert!(open_channels < 2 || soon || open(decision.second), "two are open, and the second option is not");
    }
}
