//! What holds for every document and every sequence of changes: the text says what the changes say, and every step can
//! be taken back and done again, to the byte.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use leeward_document::{Document, History, Operation, Path, Refusal, Step, is_same};
use proptest::{prelude::*, sample::Index};
use triage::source::{Node, Value};

const OURS: &str = include_str!("../../../playbooks/outage.json");
const BY_HAND: &str = "\r\n{\n\t\"a\": 1.5,  \n  \"b\": { }, \"c\": [ \n ],\n  \"d\": [ { \"en\": \"\\u3042\" \t , \"ja\": \"い // *\" }, [[]], \n 3\n ,4 ],\n  \"e\": [ \n    {\n      \"x\": [1,2,3]\n    }\n  ], \"f\": { \n  \"g\": null } } \n\n";

/// A change to be made at one of the places that there are.
#[derive(Clone, Debug)]
struct Wish {
    kind: u8,
    at: Index,
    place: Index,
    other: Index,
    name: String,
    value: Node,
}

fn values() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-1000..1000_i64).prop_map(Value::Whole),
        "\\PC{0,12}|[\"\\\\\n\t/*,]{0,5}".prop_map(Value::String),
    ];
    let leaf = leaf.prop_map(Node::from);
    leaf.prop_recursive(3, 12, 3, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List);
        let map = prop::collection::btree_map("[a-z]{1,4}", inner, 0..4)
            .prop_map(|map| Value::Map(map.into_iter().collect()));
        prop_oneof![list, map].prop_map(Node::from)
    })
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let wish = (
        0..5_u8,
        any::<(Index, Index, Index)>(),
        "[a-z]{1,6}",
        values(),
    );
    let wish = wish.prop_map(|(kind, (at, place, other), name, value)| Wish {
        kind,
        at,
        place,
        other,
        name,
        value,
    });
    prop::collection::vec(wish, 1..12)
}

/// Every place in a tree.
fn places(node: &Node, path: &Path, into: &mut Vec<Path>) {
    into.push(path.clone());
    for (name, node) in node.entries() {
        places(node, &path.name(name), into);
    }
    for (place, node) in node.elements().iter().enumerate() {
        places(node, &path.place(place), into);
    }
}

fn length(node: &Node) -> usize {
    node.entries().len().max(node.elements().len())
}

/// The wish as an operation on this tree, or nothing where it can't be one.
fn operation(wish: &Wish, tree: &Node) -> Option<Operation> {
    let mut all = Vec::new();
    places(tree, &Path::default(), &mut all);
    let path = wish.at.get(&all).clone();
    let node = path.find(tree)?;
    let length = length(node);
    Some(match wish.kind {
        0 => Operation::Set {
            path,
            value: wish.value.clone(),
        },
        1 => {
            let name = match &node.value {
                Value::Map(_) if node.entry(&wish.name).is_none() => Some(wish.name.clone()),
                Value::List(_) => None,
                _ => return None,
            };
            let place = wish.place.index(length + 1);
            Operation::Insert {
                into: path,
                place,
                name,
                value: wish.value.clone(),
            }
        }
        2 => {
            path.parent()?;
            Operation::Remove { path }
        }
        3 => {
            let (parent, step) = path.parent()?;
            let taken = parent.find(tree)?.entry(&wish.name).is_some();
            if taken || matches!(step, Step::Place(_)) {
                return None;
            }
            let name = wish.name.clone();
            Operation::Rename { path, name }
        }
        _ if length == 0 => return None,
        _ => Operation::Move {
            within: path,
            from: wish.place.index(length),
            to: wish.other.index(length),
        },
    })
}

/// What the operation means, done to the tree alone.
fn done(tree: &Node, operation: &Operation) -> Node {
    let mut tree = tree.clone();
    match operation {
        Operation::Set { path, value } => find(&mut tree, path).value = value.value.clone(),
        Operation::Insert {
            into,
            place,
            name,
            value,
        } => match (&mut find(&mut tree, into).value, name) {
            (Value::Map(entries), Some(name)) => {
                entries.insert(*place, (name.clone(), value.clone()));
            }
            (Value::List(elements), None) => elements.insert(*place, value.clone()),
            _ => unreachable!("the wish fits"),
        },
        Operation::Remove { path } => {
            let (parent, step) = path.parent().unwrap();
            match (&mut find(&mut tree, &parent).value, step) {
                (Value::Map(entries), Step::Name(name)) => {
                    let place = entries.iter().position(|(known, _)| known == name).unwrap();
                    entries.remove(place);
                }
                (Value::List(elements), Step::Place(place)) => drop(elements.remove(*place)),
                _ => unreachable!("the path fits"),
            }
        }
        Operation::Rename { path, name } => {
            let (parent, _) = path.parent().unwrap();
            let old = path.steps().last().cloned();
            if let Value::Map(entries) = &mut find(&mut tree, &parent).value {
                let mut entries = entries.iter_mut();
                let entry = entries.find(|(known, _)| Some(Step::Name(known.clone())) == old);
                entry.unwrap().0 = name.clone();
            }
        }
        Operation::Move { within, from, to } => match &mut find(&mut tree, within).value {
            Value::Map(entries) => {
                let entry = entries.remove(*from);
                entries.insert(*to, entry);
            }
            Value::List(elements) => {
                let element = elements.remove(*from);
                elements.insert(*to, element);
            }
            _ => unreachable!("the wish fits"),
        },
    }
    tree
}

fn find<'n>(tree: &'n mut Node, path: &Path) -> &'n mut Node {
    path.steps()
        .iter()
        .fold(tree, |node, step| match (&mut node.value, step) {
            (Value::Map(entries), Step::Name(name)) => entries
                .iter_mut()
                .find(|(known, _)| known == name)
                .map(|(_, node)| node)
                .unwrap(),
            (Value::List(elements), Step::Place(place)) => &mut elements[*place],
            _ => unreachable!("the path fits"),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_text_says_what_the_steps_say_and_every_step_can_be_taken_back(start in prop::sample::select(vec![OURS, BY_HAND, "[]", "{}", "7"]), wishes in wishes()) {
        let mut history = History::new(Document::read(start).unwrap());
        for wish in &wishes {
            let tree = history.document().tree().clone();
            let Some(operation) = operation(wish, &tree) else { continue };
            history.change(&operation).unwrap();
            let document = history.document();
            prop_assert!(is_same(document.tree(), &done(&tree, &operation)), "{operation:?}\n{}", document.text());
            let again = Document::read(document.text()).unwrap();
            prop_assert_eq!(again.tree(), document.tree());
        }
        let edited = history.document().text().to_owned();
        while history.undo().is_some() {}
        prop_assert_eq!(history.document().text(), start);
        while history.redo().is_some() {}
        prop_assert_eq!(history.document().text(), edited);
    }
}

#[test]
fn the_letters_of_one_field_are_one_step() {
    let mut history = History::new(Document::read(r#"{ "a": "", "b": "" }"#).unwrap());
    let set = |name: &str, text: &str| Operation::Set {
        path: Path::parse(name),
        value: Value::String(text.to_owned()).into(),
    };
    for (name, text) in [("a", "o"), ("a", "on"), ("b", "t"), ("b", "tw")] {
        history.go_on(&set(name, text), &Path::parse(name)).unwrap();
    }
    history.settle();
    history.go_on(&set("b", "two"), &Path::parse("b")).unwrap();
    let mut texts = vec![history.document().text().to_owned()];
    while let Some(path) = history.undo() {
        texts.push(format!("{path} {}", history.document().text()));
    }
    assert_eq!(
        texts,
        [
            r#"{ "a": "on", "b": "two" }"#,
            r#"b { "a": "on", "b": "tw" }"#,
            r#"b { "a": "on", "b": "" }"#,
            r#"a { "a": "", "b": "" }"#,
        ]
    );
}

#[test]
fn several_changes_are_one_step_or_none() {
    let start = r#"{ "a": 1, "b": 2 }"#;
    let mut history = History::new(Document::read(start).unwrap());
    let remove = |name| Operation::Remove {
        path: Path::parse(name),
    };
    let path = Path::parse("a");
    assert_eq!(
        history.change_all(&[remove("a"), remove("c")], &path),
        Err(Refusal::Nowhere)
    );
    assert_eq!(
        (history.document().text(), history.can_undo()),
        (start, false)
    );
    history
        .change_all(&[remove("a"), remove("b")], &path)
        .unwrap();
    assert_eq!(history.document().text(), "{}");
    history.rewrite("[7]", &path).unwrap();
    assert_eq!(history.document().text(), "[7]");
    history.rewrite("[", &path).unwrap_err();
    history.undo();
    assert_eq!(history.document().text(), "{}");
    assert_eq!(history.undo(), Some(path));
    assert_eq!(history.document().text(), start);
}

#[test]
fn a_file_that_we_have_laid_out_stays_so() {
    let mut history = History::new(Document::read(OURS).unwrap());
    let value = Value::String("x".repeat(140)).into();
    history
        .change(&Operation::Set {
            path: Path::parse("name.en"),
            value,
        })
        .unwrap();
    let text = history.document().text();
    assert_eq!(
        leeward_document::pretty(history.document().tree(), text),
        text
    );
    assert_eq!(text.lines().nth(2), Some("  \"name\": {"));
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let document = Document::read(r#"{ "a": [1] }"#).unwrap();
    let value = || Node::from(Value::Null);
    let into = Path::default();
    for operation in [
        Operation::Set {
            path: Path::parse("b"),
            value: value(),
        },
        Operation::Insert {
            into: into.clone(),
            place: 0,
            name: Some("a".into()),
            value: value(),
        },
        Operation::Insert {
            into: into.clone(),
            place: 0,
            name: None,
            value: value(),
        },
        Operation::Insert {
            into: Path::parse("a[0]"),
            place: 0,
            name: None,
            value: value(),
        },
        Operation::Remove {
            path: Path::parse("a[1]"),
        },
        Operation::Remove { path: into.clone() },
        Operation::Move {
            within: into,
            from: 0,
            to: 1,
        },
        Operation::Set {
            path: Path::parse("a"),
            value: Value::String("x".repeat(300_000)).into(),
        },
    ] {
        assert!(document.apply(&operation).is_err(), "{operation:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_letter_that_is_typed_gives_what_reading_everything_anew_gives(
        ours in any::<bool>(),
        at in any::<Index>(),
        strings in prop::collection::vec("\\PC{0,8}|[a-zあ]{20,160}|[\"\\\\\n\t]{0,3}", 1..6),
    ) {
        let mut document = Document::read(if ours { OURS } else { BY_HAND }).unwrap();
        let mut all = Vec::new();
        places(document.tree(), &Path::default(), &mut all);
        all.retain(|path| matches!(path.find(document.tree()).unwrap().value, Value::String(_)));
        let path = at.get(&all).clone();
        for string in strings {
            let operation = Operation::Set { path: path.clone(), value: Value::String(string).into() };
            let (expected, _) = document.apply(&operation).unwrap();
            let before = document.clone();
            let back = document.make(&operation).unwrap();
            prop_assert_eq!(&document, &expected);
            prop_assert_eq!(back.apply(document.text()), before.text());
            prop_assert_eq!(&document, &Document::read(document.text()).unwrap());
        }
    }
}
