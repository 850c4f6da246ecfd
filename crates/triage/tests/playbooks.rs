//! The ready playbooks: without a finding, and every visitor ends where they should.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::{at, playbook, ready_playbooks, report, visit};
use triage::{Event, Reason, decide, screen::Screen};

/// A Wednesday on which Tokyo, Bengaluru and London all work; Tokyo at half past ten in the morning.
const INSIDE: &str = "2026-11-25T10:30:00+09:00";
/// The night before.
const OUTSIDE: &str = "2026-11-25T03:00:00+09:00";
/// Labour Thanksgiving Day, a holiday in Japan.
const HOLIDAY: &str = "2026-11-23T10:30:00+09:00";

#[test]
fn the_ready_playbooks_have_no_problem() {
    for (name, text) in ready_playbooks() {
        let problems: Vec<String> = report(&text)
            .problems
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(problems.is_empty(), "{name}: {problems:#?}");
    }
}

#[test]
fn inside_hours_each_need_reaches_the_channel_that_suits_it() {
    let playbook = playbook("service-crisis");
    for locale in ["en", "ja", "hi", "zh-Hans"] {
        let begin = || visit(&playbook, locale, at(&playbook, INSIDE));
        let technical = begin()
            .answers("topic", &["technical"])
            .answers("affected", &["3"]);
        technical.offers("technical", "it_chat", "email_us");
        let coverage = begin()
            .answers("topic", &["coverage"])
            .answers("safe", &["yes"])
            .answers("touched", &["home"]);
        let best = match locale {
            "hi" => ("agent_sms", "message_form"),
            _ => ("agent_sms", "claims_phone"),
        };
        coverage.offers("coverage", best.0, best.1);
        begin().answers("topic", &["emergency"]).offers(
            "emergency",
            "emergency_phone",
            "agent_sms",
        );
    }
}

#[test]
fn outside_hours_and_on_a_holiday_the_closed_channel_is_named_with_its_opening() {
    let playbook = playbook("service-crisis");
    let chat = playbook
        .channels()
        .iter()
        .position(|channel| channel.id == "it_chat");
    let technical = playbook
        .route_ids()
        .find(|id| playbook.route(*id).id == "technical")
        .expect("a route");
    for (moment, opens) in [
        (OUTSIDE, "2026-11-25T09:00:00+09:00"),
        (HOLIDAY, "2026-11-24T09:00:00+09:00"),
    ] {
        let decision = decide(&playbook, technical, "en", &at(&playbook, moment));
        let passed = decision
            .passed_over
            .first()
            .expect("the chat was passed over");
        assert_eq!(Some(passed.channel.index()), chat);
        let opens = opens
            .parse::<jiff::Timestamp>()
            .expect("a moment")
            .as_second();
        assert_eq!(passed.reason, Reason::Closed(Some(opens)));
        assert_ne!(decision.best, passed.channel);
    }
}

#[test]
fn whoever_writes_a_message_is_offered_the_results_other_way_next() {
    let playbook = playbook("service-crisis");
    let form = playbook
        .channel_ids()
        .find(|id| playbook.channel(*id).id == "message_form")
        .expect("a form");
    let visit = visit(&playbook, "en", at(&playbook, OUTSIDE))
        .answers("topic", &["technical"])
        .answers("affected", &["3"])
        .offers("technical", "email_us", "message_form")
        .happens(Event::MessageRequested(form));
    let Screen::Message(screen) = visit.session.screen(&visit.situation) else {
        panic!("the message form is expected")
    };
    assert_eq!(
        screen.others.first().map(|offer| offer.id),
        Some("email_us")
    );
}

#[test]
fn danger_in_the_visitors_own_words_leads_to_the_emergency_route() {
    let playbook = playbook("service-crisis");
    for (locale, words) in [
        ("en", "We smell gas"),
        ("ja", "ｶﾞｽ臭い"),
        ("hi", "गैस की गंध आ रही है"),
        ("ar", "في المطبخ رائحة غاز قوية"),
        ("zh-Hans", "厨房里有很重的煤气味"),
    ] {
        // The agents who answer texts don't read Arabic.
        let second = match locale {
            "ar" => "message_form",
            _ => "agent_sms",
        };
        visit(&playbook, locale, at(&playbook, INSIDE))
            .answers("topic", &["other"])
            .answers("safe", &["yes"])
            .answers("danger", &["exhaustion"])
            .answers("draining", &["sleep"])
            .answers("one_thing", &[words])
            .offers("emergency", "emergency_phone", second);
    }
}

#[test]
fn somebody_in_danger_is_told_the_numbers_of_their_own_place_and_can_unfold_the_others() {
    let playbook = playbook("service-crisis");
    for (here, shown, folded) in [
        ("Asia/Tokyo", "119 110", "112 999"),
        ("Asia/Kolkata", "112", "119 110 999"),
        ("Europe/London", "999", "119 110 112"),
        ("Europe/Paris", "119 110 112 999", ""),
        ("", "119 110 112 999", ""),
    ] {
        let mut situation = at(&playbook, INSIDE);
        here.clone_into(&mut situation.here);
        let visit = visit(&playbook, "en", situation).happens(Event::ContactsRequested);
        let Screen::Contacts(contacts) = visit.session.screen(&visit.situation) else {
            panic!("the contact list");
        };
        let emergency = contacts.emergency.expect("a line for danger to life");
        let [lines, elsewhere] = [emergency.lines, emergency.elsewhere].map(|lines| {
            let numbers: Vec<_> = lines.iter().map(|(_, number)| *number).collect();
            numbers.join(" ")
        });
        assert_eq!(
            (lines.as_str(), elsewhere.as_str()),
            (shown, folded),
            "{here:?}"
        );
    }
}
