//! What holds for any words: limits, whole parts, and what is said of an old notice.

use proptest::prelude::*;
use triage::{
    check,
    source::{Node, Value, parse},
};

use super::{make, parts};
use crate::{
    Element, Kind, Message, Outlet, Standing, Wishes, count, count_title, examine, part::Part,
};

const OUTAGE: &str = include_str!("../../../../playbooks/outage.json");
/// 2026-11-22T10:00+09:00
const NOW: i64 = 1_795_309_200;

fn message(source: &Node, language: &str, now: i64) -> Message {
    let playbook = check(source.clone()).playbook.unwrap();
    Message::new(&playbook, source, language, now).unwrap()
}

/// Another value at a place.
fn set(node: &mut Node, path: &[&str], value: Value) {
    let Some((name, rest)) = path.split_first() else {
        node.value = value;
        return;
    };
    let Value::Map(entries) = &mut node.value else {
        panic!("no object above {name}");
    };
    let entry = entries.iter_mut().find(|(known, _)| known == name);
    match entry {
        Some((_, node)) => set(node, rest, value),
        None => {
            let mut node = Node::from(Value::Map(Vec::new()));
            set(&mut node, rest, value);
            entries.push(((*name).to_owned(), node));
        }
    }
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// Whether a text is some of the parts, whole and in their order, with nothing but what may stand between them.
fn is_of_parts(text: &str, parts: &[Part]) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some((part, rest)) = parts.split_first() else {
        return false;
    };
    let gaps = ["\n\n", "\n", " · ", " ", ""];
    let said = text.strip_prefix(part.text.as_str());
    let goes_on = said.is_some_and(|after| {
        let mut afters = gaps.iter().filter_map(|gap| after.strip_prefix(gap));
        afters.any(|after| is_of_parts(after, rest))
    });
    goes_on || is_of_parts(text, rest)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z’€ê ,.!?]{1,400}",
        "[あ-ん漢字。、！ ]{1,200}",
        "[😀👩🏽‍🚒a-z. ]{1,100}",
        "[^\u{0}]{1,80}",
    ]
    .prop_filter("a text has letters", |words| !words.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_exceeds_its_limit_and_each_is_made_of_whole_parts(
        name in words(), notice in words(), place in words(), known in words(),
        segments in proptest::option::of(1_usize..4),
    ) {
        let mut source = parse(OUTAGE).unwrap();
        set(&mut source, &["name"], text(&name));
        set(&mut source, &["notice", "text"], text(&notice));
        set(&mut source, &["notice", "place"], text(&place));
        set(&mut source, &["notice", "known"], Value::List(vec![text(&known).into()]));
        let Some(playbook) = check(source.clone()).playbook else { return Ok(()) };
        let wishes = Wishes { segments };
        for language in ["en", "ja", "hi"] {
            let message = Message::new(&playbook, &source, language, NOW).unwrap();
            for outlet in Outlet::ALL {
                let made = make(outlet, &message, wishes);
                let size = count(outlet, &made.text, wishes);
                prop_assert!(size.fits(), "{outlet:?} {size:?} {}", made.text);
                prop_assert!(is_of_parts(&made.text, &parts(outlet, &message)), "{outlet:?} {}", made.text);
                prop_assert!(made.title.is_none_or(|title| count_title(&title).fits()));
            }
        }
    }
}

#[test]
fn an_extension_is_read_out_as_one_and_short_codes_as_they_are() {
    for (number, told) in [
        (
            "+81 3-0000-0201;ext=12",
            "plus 8 1, 3, 0 0 0 0, 0 2 0 1, extension 1 2",
        ),
        ("988", "9 8 8"),
    ] {
        let playbook = parse(&OUTAGE.replace("+44 20 7946 0101", number)).unwrap();
        let message = message(&playbook, "en", NOW);
        let greeting = make(Outlet::Phone, &message, Wishes::default()).text;
        assert!(greeting.contains(told), "{greeting}");
        let mail = make(Outlet::Email, &message, Wishes::default()).text;
        assert!(!mail.contains(";ext="), "{mail}");
    }
}

#[test]
fn what_an_old_notice_says_is_left_out_and_the_checks_say_why() {
    let mut source = parse(OUTAGE).unwrap();
    set(
        &mut source,
        &["notice", "expires_at"],
        text("2026-11-22T09:00:00+09:00"),
    );
    let message = message(&source, "en", NOW);
    assert!(message.expired.is_some());
    let made = make(Outlet::Email, &message, Wishes::default());
    assert!(
        !made.text.contains("payments have been failing"),
        "{}",
        made.text
    );
    let standings = examine(&made.whole(), &message).map(|check| check.standing);
    use Standing::{Expired, There};
    assert_eq!(standings, [There, Expired, Expired, Expired, There]);
}

#[test]
fn a_check_says_whether_the_playbook_or_only_the_text_lacks_something() {
    let mut source = parse(OUTAGE).unwrap();
    set(
        &mut source,
        &["notice", "text"],
        text(&"Long words. ".repeat(3)),
    );
    let Value::Map(entries) = &mut source.value else {
        return;
    };
    for (name, node) in entries {
        if let (Value::Map(fields), "notice") = (&mut node.value, name.as_str()) {
            fields.retain(|(name, _)| name != "place");
        }
    }
    let message = message(&source, "en", NOW);
    let checks = examine("Call us.", &message);
    let of = |element: Element| {
        checks
            .iter()
            .find(|check| check.element == element)
            .unwrap()
    };
    assert_eq!(of(Element::Place).standing, Standing::Missing);
    assert_eq!(of(Element::Source).standing, Standing::Absent);
    let edited = format!(
        "{} says: LONG  words. 24/7 at {}",
        message.source,
        message.ways[0].address.as_ref().unwrap()
    );
    let there: Vec<bool> = examine(&edited, &message)
        .iter()
        .map(|check| check.is_there())
        .collect();
    assert_eq!(there, [true, true, false, false, true]);
}

/// What the short outlets say of a notice, and whether the checks find in it what has happened.
fn shortened(notice: &str) -> [(String, bool); 3] {
    let mut source = parse(OUTAGE).unwrap();
    set(&mut source, &["notice", "text"], text(notice));
    let message = message(&source, "en", NOW);
    [Outlet::Sms, Outlet::X, Outlet::Banner].map(|outlet| {
        let made = make(outlet, &message, Wishes::default());
        let checks = examine(&made.whole(), &message);
        let hazard = checks.iter().find(|check| check.element == Element::Hazard);
        (made.text, hazard.unwrap().is_there())
    })
}

#[test]
fn comfort_is_dropped_before_what_has_happened_and_what_is_not_said_is_not_ticked() {
    let kind = "We know how hard a night without water is for you and for your family, and we are sorry for it.";
    let fact = "A main pipe broke in Elmford at noon.";
    for notice in [[fact, kind], [kind, fact]] {
        for (text, is_there) in shortened(&notice.join(" ")) {
            assert!(text.contains(fact) && is_there, "{text}");
        }
    }
    // A fact for which there is no room isn't replaced by something kind, and a third sentence is no sign of it.
    let long = [
        "A main pipe broke in",
        &" Elmford and".repeat(30),
        " Ashby.",
    ]
    .concat();
    for (text, is_there) in shortened(&[kind, &long, "It is dark."].join(" ")) {
        assert!(!text.contains(kind) && !is_there, "{text}");
    }
    // Where nobody can tell which of two sentences it is, it takes both.
    for (text, is_there) in shortened("Elmford has no water. The high street is closed.") {
        assert_eq!(
            text.contains("no water") && text.contains("high street"),
            is_there,
            "{text}"
        );
        assert!(text.contains("no water") || !is_there);
    }
}

#[test]
fn a_moment_that_has_passed_is_no_promise() {
    let source = parse(OUTAGE).unwrap();
    let later = message(&source, "en", NOW + 24 * 60 * 60);
    assert!(later.is_overdue && later.next_update.is_none());
    assert!(!message(&source, "en", NOW).is_overdue);
}

#[test]
fn a_sentence_that_fits_nowhere_is_left_out_and_the_rest_is_said() {
    let mut source = parse(OUTAGE).unwrap();
    set(&mut source, &["notice", "text"], text(&"long ".repeat(100)));
    let made = make(Outlet::Sms, &message(&source, "en", NOW), Wishes::default());
    assert!(made.left_out.contains(&Kind::Hazard));
    assert!(made.text.starts_with("Kestrel Pay:"), "{}", made.text);
}

#[test]
fn numbers_in_groups_keep_their_order_among_arabic_words() {
    let source = parse(OUTAGE).unwrap();
    let made = make(
        Outlet::Email,
        &message(&source, "ar", NOW),
        Wishes::default(),
    );
    assert!(
        made.text.contains("\u{200e}+44 20 7946 0101"),
        "{}",
        made.text
    );
}

#[test]
fn a_language_without_connecting_words_has_moments_in_figures() {
    let text = OUTAGE.replace("\"hi\"", "\"sw\"");
    let source = parse(&text).unwrap();
    let made = make(
        Outlet::Email,
        &message(&source, "sw", NOW),
        Wishes::default(),
    );
    let lines: Vec<&str> = made.text.lines().collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("2026-11-2") && line.ends_with("(UTC+9)")),
        "{}",
        made.text
    );
}
