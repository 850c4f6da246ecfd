//! The rule of the decision, line by line: what comes first when several channels would do.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::{at, report};
use triage::decide;

/// Ways that never close in both languages, and two desks that do.
const DESKS: &str = r#"{
    "version": 1, "name": "Desks", "locales": ["en", "ja"],
    "hours": {
        "day": { "timezone": "Asia/Tokyo", "week": { "mon-sun": ["09:00-18:00"] } },
        "noon": { "timezone": "Asia/Tokyo", "week": { "mon-sun": ["12:00-20:00"] } }
    },
    "questions": [],
    "channels": {
        "phone": { "kind": "phone", "name": "Phone", "address": "+81312345678", "hours": "day" },
        "hotline": { "kind": "phone", "name": "Hotline", "address": "+81312345679", "always": true, "languages": ["en"] },
        "chat": { "kind": "chat", "name": "Chat", "url": "https://example.test/chat", "hours": "noon" },
        "mail": { "kind": "email", "name": "Mail", "address": "a@example.test", "always": true },
        "mail2": { "kind": "email", "name": "Mail 2", "address": "b@example.test", "always": true },
        "form": { "kind": "form", "name": "Form", "endpoint": "/messages", "always": true, "can": ["urgent"] }
    },
    "routes": [{ "id": "all", "needs": [NEEDS], "first": [FIRST], "second": [SECOND] }]
}"#;

/// The two options on a day in November at a time in Tokyo, with some channels down.
fn offered(
    needs: &str,
    lists: [&str; 2],
    locale: &str,
    time: &str,
    down: &[&str],
) -> (String, String) {
    let text = DESKS
        .replace("NEEDS", needs)
        .replace("FIRST", lists[0])
        .replace("SECOND", lists[1]);
    let playbook = report(&text).playbook.expect("a playbook");
    let mut situation = at(&playbook, &format!("2026-11-24T{time}:00+09:00"));
    let is_down = |id: &triage::ChannelId| down.contains(&playbook.channel(*id).id.as_str());
    situation.down = playbook.channel_ids().filter(is_down).collect();
    let route = playbook.route_ids().next().expect("a route");
    let decision = decide(&playbook, route, locale, &situation);
    let id = |channel| playbook.channel(channel).id.clone();
    (id(decision.best), id(decision.second))
}

fn is(found: (String, String), best: &str, second: &str) {
    assert_eq!((found.0.as_str(), found.1.as_str()), (best, second));
}

#[test]
fn a_listed_channel_is_worth_waiting_for_when_it_opens_within_two_hours() {
    let lists = [r#""phone""#, r#""chat""#];
    is(offered("", lists, "en", "10:00", &[]), "phone", "chat");
    is(offered("", lists, "en", "09:59", &[]), "phone", "mail");
}

#[test]
fn the_second_option_is_of_another_kind_where_one_is_listed() {
    let lists = [r#""phone""#, r#""hotline", "mail2""#];
    is(offered("", lists, "en", "10:00", &[]), "phone", "mail2");
    is(
        offered("", lists, "en", "10:00", &["mail2"]),
        "phone",
        "hotline",
    );
}

#[test]
fn among_the_ways_that_never_close_the_listed_one_comes_first_then_the_earlier_one() {
    is(
        offered("", [r#""phone""#, r#""mail2""#], "en", "03:00", &[]),
        "mail2",
        "hotline",
    );
    is(
        offered("", [r#""phone""#, ""], "en", "03:00", &[]),
        "hotline",
        "mail",
    );
}

#[test]
fn among_them_one_that_can_do_what_is_needed_comes_first() {
    is(
        offered(r#""urgent""#, [r#""phone""#, ""], "en", "03:00", &[]),
        "form",
        "hotline",
    );
}

#[test]
fn when_no_listed_channel_will_do_one_that_never_closes_comes_before_one_that_is_open_only_now() {
    let lists = [r#""form""#, r#""phone""#];
    let found = offered("", lists, "en", "10:00", &["form"]);
    is(found, "hotline", "phone");
}

#[test]
fn when_all_of_them_are_down_an_open_channel_in_the_language_comes_before_others() {
    let down = ["mail", "mail2", "form"];
    let lists = [r#""mail""#, ""];
    // The hotline never closes but speaks English only.
    is(offered("", lists, "ja", "13:00", &down), "phone", "chat");
    is(offered("", lists, "ja", "19:00", &down), "chat", "hotline");
    is(offered("", lists, "ja", "03:00", &down), "hotline", "mail");
}
