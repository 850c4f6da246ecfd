//! Live feeds as status pages serve them: the table of `tests/feeds/`, which the page's reader is held against as well
//! (`tests/node/feed.test.mjs`), what the checker says of them, and that nothing in one does harm.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::{fs, path::Path};

use common::at;
use triage::{
    Playbook, Report, check, check_feed,
    hours::parse_moment,
    source::{Node, Value, parse},
    split,
    status::{self, Incident, State},
};

fn file(name: &str) -> Node {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/feeds");
    let text = fs::read_to_string(folder.join(name)).expect("a feed");
    parse(&text).expect("JSON")
}

fn playbook() -> Playbook {
    let report = check(file("playbook.json"));
    assert_eq!(report.problems, []);
    report.playbook.expect("a playbook")
}

fn moment(text: &str) -> i64 {
    parse_moment(text).expect("a moment")
}

/// What a feed says of channels, by id.
fn states(feed: &Node, playbook: &Playbook, now: i64) -> Vec<(String, &'static str)> {
    let status = status::read(feed, playbook, now);
    let states = status.channels.iter().map(|(id, live)| {
        let state = match live.state {
            State::AsUsual => "open",
            State::Busy => "busy",
            State::Closed => "closed",
            State::Down => "down",
        };
        (playbook.channel(*id).id.clone(), state)
    });
    let mut states: Vec<_> = states.collect();
    states.sort();
    states
}

/// What it tells, as the table has it.
fn told(feed: &Node, now: i64) -> Vec<String> {
    let told = status::incidents(feed, now);
    let line = |kind: &str, told: &Incident| {
        let names = &told.names[0].1;
        let times = [told.since, told.until, told.next_update_at];
        format!("{} {kind} {names} {times:?} {:?}", told.id, told.components)
    };
    let incidents = told.incidents.iter().map(|it| line("incident", it));
    let planned = told.maintenances.iter().map(|it| line("maintenance", it));
    let over = told.over.iter().map(|it| line("over", it));
    incidents.chain(planned).chain(over).collect()
}

#[test]
fn each_feed_comes_to_what_the_table_says() {
    let playbook = playbook();
    let table = file("table.json");
    assert!(table.elements().len() > 20);
    for row in table.elements() {
        let text = |name: &str| row.entry(name).expect("a field").text();
        let feed = file(text("feed"));
        let now = moment(text("at"));
        let place = format!("{} at {}", text("feed"), text("at"));
        let wanted = row.entry("channels").expect("channels").entries().iter();
        let mut wanted: Vec<_> = wanted
            .map(|(id, state)| (id.clone(), state.text()))
            .collect();
        wanted.sort();
        assert_eq!(states(&feed, &playbook, now), wanted, "{place}");
        let lines = row
            .entry("told")
            .expect("told")
            .elements()
            .iter()
            .map(|it| {
                let field = |name: &str| it.entry(name).map_or("", Node::text);
                let times = ["since", "until", "next"].map(|name| parse_moment(field(name)));
                let components = it.entry("components").expect("components").elements();
                let components: Vec<&str> = components.iter().map(Node::text).collect();
                let (id, kind, name) = (field("id"), field("kind"), field("name"));
                format!("{id} {kind} {name} {times:?} {components:?}")
            });
        assert_eq!(told(&feed, now), lines.collect::<Vec<_>>(), "{place}");
    }
}

#[test]
fn a_feed_of_our_own_that_never_says_when_it_ends_is_believed_for_a_day() {
    let playbook = playbook();
    let now = moment("2026-11-24T10:30:00Z");
    let is_believed = |fields: &str| {
        let channels = r#""channels": { "phone": { "state": "down" } }"#;
        let feed = format!(r#"{{ "version": 1, {fields} {channels} }}"#);
        let feed = parse(&feed).expect("JSON");
        !status::read(&feed, &playbook, now).channels.is_empty()
    };
    for (fields, is_to_be) in [
        (r#""updated_at": "2026-11-23T10:30:01Z","#, true),
        (r#""updated_at": "2026-11-23T10:30:00Z","#, false),
        (
            r#""updated_at": "2026-11-23T10:30:01Z", "expires_at": null,"#,
            true,
        ),
        (
            r#""updated_at": "2026-11-20T10:30:00Z", "expires_at": "2026-11-24T10:30:01Z","#,
            true,
        ),
        (r#""expires_at": "2026-11-24T10:30:00Z","#, false),
        (r#""expires_at": "soon","#, false),
        ("", true),
    ] {
        assert_eq!(is_believed(fields), is_to_be, "{fields}");
    }
}

#[test]
fn every_file_of_a_split_playbook_closes_the_same_channels() {
    let whole = playbook();
    let now = moment("2026-11-24T10:30:00Z");
    for (name, part) in split(&file("playbook.json"), "help") {
        let report = check(part);
        assert_eq!(report.problems, [], "{name}");
        let part = report.playbook.expect("a playbook");
        for feed in ["huobi.json", "openai.json", "statuspage.json", "zoom.json"] {
            let feed = file(feed);
            let found = check_feed(&feed, &part, now);
            assert!(
                found
                    .iter()
                    .all(|it| !it.message.contains("電話サポート")
                        && !it.message.contains("Call us")),
                "names that nobody wrote there are nobody's fault: {found:?}"
            );
            assert_eq!(
                states(&feed, &part, now),
                states(&feed, &whole, now),
                "{name}"
            );
        }
    }
}

#[test]
fn the_checker_says_which_components_nothing_is_called_like_and_where_names_leave_a_doubt() {
    let found = |feed: &str, playbook: &Playbook| -> Vec<String> {
        let feed = parse(feed).expect("JSON");
        let problems = check_feed(&feed, playbook, 0);
        problems.iter().map(ToString::to_string).collect()
    };
    let playbook = playbook();
    assert_eq!(
        found(
            r#"{ "page": {}, "components": [{ "name": "Actions" }, { "name": "Zoom Phone" }, { "name": "PHONE support" }] }"#,
            &playbook
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        found(
            r#"{ "page": {}, "components": [{ "name": "API" }, { "name": "Phone" }, { "name": "API" }, { "name": "電話サポート" }] }"#,
            &playbook
        ),
        [
            "components[3].name: \"phone\" is what \"Phone\" stands for as well; the channel closes when all such components are out, so give those that aren't meant another name than the channel's",
            "components: no channel and no \"about\" of the playbook is called \"API\", so nothing closes when they are out and nobody's answers are about them; if one of them is a channel, say which in the playbook, such as \"status\": { \"components\": { \"API\": \"phone\" } }",
            "components: the status page has no component for \"actions\", \"Zoom Phone\", of which the playbook's \"status\" speaks; write it as the page does",
        ]
    );
    let twins = check_with("TELEPHONE", "お電話")
        .playbook
        .expect("a playbook");
    assert_eq!(
        found(
            r#"{ "page": {}, "components": [{ "name": "お電話" }, { "name": "Actions" }, { "name": "Zoom Phone" }] }"#,
            &twins
        )[0],
        "components[0].name: \"お電話\" is the name of several channels: \"voice\", \"telephone\"; all of them close with it, so write in the playbook's \"status\", \"components\", which one it is, if it is only one"
    );
}

/// The playbook, with something else in its text.
fn check_with(text: &str, other: &str) -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/feeds");
    let file = fs::read_to_string(folder.join("playbook.json")).expect("a playbook");
    assert!(file.contains(text));
    check(parse(&file.replace(text, other)).expect("JSON"))
}

#[test]
fn a_component_that_is_no_channel_costs_nothing_but_itself() {
    let report = check_with(r#""Zoom Phone": "voice""#, r#""Zoom Phone": "voise""#);
    let found: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        ["status.components.Zoom Phone: no channel \"voise\"; did you mean \"voice\"?"]
    );
    let playbook = report.playbook.expect("a playbook");
    assert_eq!(playbook.status_components(), []);
}

/// Copies of a value in which one part is something else.
fn damaged(value: &Node, wrong: &Node, copies: &mut dyn FnMut(Node)) {
    copies(wrong.clone());
    match &value.value {
        Value::Map(entries) => {
            for (place, (_, part)) in entries.iter().enumerate() {
                damaged(part, wrong, &mut |part| {
                    let mut entries = entries.clone();
                    entries[place].1 = part;
                    copies(Value::Map(entries).into());
                });
            }
        }
        Value::List(elements) => {
            for (place, part) in elements.iter().enumerate().take(8) {
                damaged(part, wrong, &mut |part| {
                    let mut elements = elements.clone();
                    elements[place] = part;
                    copies(Value::List(elements).into());
                });
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_in_a_feed_opens_a_channel_or_tells_what_its_time_does_not_bear_out() {
    let playbook = playbook();
    let night = at(&playbook, "2026-11-24T03:30:00Z");
    let day = at(&playbook, "2026-11-24T10:30:00Z");
    let wrongs = [
        "null",
        "\"\"",
        "-1",
        "1.5",
        "true",
        "[]",
        "{}",
        "\"9999-12-31T23:59:59-23:59\"",
        "\"operational\"",
        "{ \"name\": {} }",
    ];
    let mut seen = 0;
    for name in [
        "statuspage.json",
        "huobi.json",
        "polymarket.json",
        "ours.json",
    ] {
        let feed = file(name);
        for wrong in wrongs {
            let wrong = parse(wrong).expect("JSON");
            damaged(&feed, &wrong, &mut |copy| {
                seen += 1;
                let mut live = night.clone();
                live.status = status::read(&copy, &playbook, live.now);
                for id in playbook.channel_ids() {
                    let channel = playbook.channel(id);
                    let is_open = |situation: &triage::Situation| {
                        situation.availability(id, channel).is_open()
                    };
                    assert!(is_open(&night) || !is_open(&live), "{copy:?}");
                }
                let told = status::incidents(&copy, day.now);
                for it in told.incidents.iter().chain(&told.maintenances) {
                    assert!(it.since.is_none_or(|since| since <= day.now), "{copy:?}");
                    let ahead = [it.until, it.next_update_at];
                    assert!(ahead.iter().flatten().all(|at| *at > day.now), "{copy:?}");
                }
            });
        }
    }
    assert!(seen > 1_000);
}
