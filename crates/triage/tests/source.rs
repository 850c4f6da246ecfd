//! The source: what is printed reads as it was, and nothing that can be parsed makes a reader panic.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::{playbook, ready_playbooks};
use proptest::{collection::vec, prelude::*};
use triage::{
    check,
    source::{Node, Value, parse},
    status,
};

/// The most that every JSON reader keeps exactly.
const MOST: i64 = (1 << 53) - 1;

/// Names on which a reader of playbooks or feeds acts, and some on which none does.
const NAMES: [&str; 24] = [
    "version",
    "locales",
    "name",
    "questions",
    "channels",
    "lines",
    "routes",
    "expires_at",
    "state",
    "wait_seconds",
    "until",
    "components",
    "status",
    "incidents",
    "scheduled_maintenances",
    "activeIncidents",
    "activeMaintenances",
    "started",
    "start",
    "support_chat",
    "id",
    "type",
    "",
    "__proto__",
];

const TEXTS: [&str; 9] = [
    "down",
    "closed",
    "open",
    "en",
    "2026-11-24T10:00:00Z",
    "Tue Nov 24 2026 18:00:00 GMT+0900 (JST)",
    "Tue Nov 24 2026 18:00:00 GMT+日本",
    "a Nov 2 3 4 GMT",
    "investigating",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(&TEXTS[..]).prop_map(str::to_owned)
    ]
}

fn nodes() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-MOST..=MOST).prop_map(Value::Whole),
        (0..3_i64).prop_map(Value::Whole),
        text().prop_map(Value::String),
    ];
    leaf.prop_map(Node::from).prop_recursive(5, 60, 8, |inner| {
        let name = prop_oneof![3 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::List),
            vec((name, inner), 0..8).prop_map(Value::Map),
        ]
        .prop_map(Node::from)
    })
}

fn print(node: &Node) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::OtherNumber => "0.5".to_owned(),
        Value::String(text) => quoted(text),
        Value::List(nodes) => format!("[{}]", joined(nodes.iter().map(print).collect())),
        Value::Map(entries) => {
            let entry =
                |(name, node): &(String, Node)| format!("{}: {}", quoted(name), print(node));
            format!("{{{}}}", joined(entries.iter().map(entry).collect()))
        }
    }
}

/// A string with its quotes, every character that may be escaped in one of its forms.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            character if character.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// The same tree without the places, which printing doesn't keep.
fn bare(node: Node) -> Node {
    Node::from(match node.value {
        Value::List(nodes) => Value::List(nodes.into_iter().map(bare).collect()),
        Value::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(name, node)| (name, bare(node)))
                .collect(),
        ),
        value => value,
    })
}

#[test]
fn the_ready_playbooks_are_the_same_when_printed_and_parsed() {
    for (name, text) in ready_playbooks() {
        let source = parse(&text).expect("JSON");
        let again = parse(&print(&source)).expect("what was printed");
        assert_eq!(
            check(again.clone()).playbook,
            check(source.clone()).playbook,
            "{name}"
        );
        assert_eq!(bare(again), bare(source), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn what_is_printed_reads_as_it_was(node in nodes()) {
        prop_assert_eq!(bare(parse(&print(&node)).expect("what was printed")), node);
    }

    #[test]
    fn any_tree_is_judged_as_a_playbook_and_as_a_feed(node in nodes(), now in any::<i64>()) {
        let playbook = playbook("outage");
        let _ = status::read(&node, &playbook, now);
        let _ = check(node);
    }

    #[test]
    fn any_bytes_are_parsed_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        if let Ok(node) = parse(&String::from_utf8_lossy(&bytes)) {
            prop_assert!(check(node).playbook.is_none());
        }
    }
}

/// The list at some names, as far as it goes.
fn list<'a>(node: &'a mut Node, way: &[&str]) -> &'a mut Vec<Node> {
    let mut node = node;
    for name in way {
        node = match &mut node.value {
            Value::Map(entries) => {
                let entry = entries.iter_mut().find(|(known, _)| known == name);
                &mut entry.expect(name).1
            }
            Value::List(elements) => &mut elements[0],
            _ => panic!("{name} is in nothing"),
        };
    }
    match &mut node.value {
        Value::List(elements) => elements,
        _ => panic!("{way:?} is no list"),
    }
}

#[test]
fn a_playbook_with_more_than_anybody_could_want_is_refused() {
    for (way, most) in [
        (&["locales"][..], 40),
        (&["questions"], 40),
        (&["questions", "", "options"], 8),
        (&["routes"], 100),
    ] {
        let (_, text) = ready_playbooks().swap_remove(0);
        let mut source = parse(&text).expect("JSON");
        let elements = list(&mut source, way);
        let sample = elements[0].clone();
        elements.resize(most + 1, sample);
        let report = check(source);
        let told = format!("of which {most} are read");
        assert!(report.playbook.is_none(), "{way:?}");
        assert!(
            report
                .problems
                .iter()
                .any(|problem| problem.message.contains(&told)),
            "{way:?}: {:#?}",
            report.problems
        );
    }
}
