//! Whatever is wished: the file parses, the wish is granted in one step, and undo brings the exact bytes back.

use leeward_document::{Document, History, Path};
use proptest::{prelude::*, sample::Index};
use triage::{
    grammar::{OBJECTS, Shape},
    source::Node,
};

use super::{Wish, flag, grant, question, route, statement};

const READY: [&str; 3] = [
    include_str!("../../../../playbooks/outage.json"),
    include_str!("../../blank.json"),
    r#"{ "version": 1  ,
        "locales": ["en"], "questions": [], "channels": { "a": { "can": ["pay"] } } }"#,
];

/// A wish of any kind, about things that are there.
fn wish(tree: &Node, kind: usize, which: &Index) -> Option<Wish> {
    let list = |name: &str| {
        let count = tree.entry(name).map_or(0, |list| list.elements().len());
        (count > 0).then(|| Path::default().name(name).place(which.index(count)))
    };
    let question = || list("questions");
    let route = || list("routes");
    let channel = || {
        let channels = tree.entry("channels")?.entries();
        Some(channels.get(which.index(channels.len()))?.0.clone())
    };
    Some(match kind {
        0 => Wish::Question,
        1 => Wish::Answer(question()?),
        2 => Wish::Kind(question()?, question::KINDS[which.index(6)]),
        3 => Wish::Unit(question()?),
        4 => Wish::Way,
        5 => Wish::Channel(route()?, "second", channel()?),
        6 => Wish::Need(route()?, "pay".into(), which.index(2) == 0),
        7 => Wish::Statement(statement::LISTS[which.index(4)]),
        8 => Wish::Copy(question().or_else(route)?),
        9 => Wish::Copy(Path::default().name("channels").name(&channel()?)),
        10 => flag(route()?.name("emergency"), which.index(2) == 0),
        _ => Wish::ForAgent(question()?, which.index(2) == 0),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_wished_the_file_parses_and_undo_brings_the_bytes_back(start in prop::sample::select(READY.to_vec()), wishes in prop::collection::vec((0_usize..12, any::<Index>()), 1..12)) {
        let mut history = History::new(Document::read(start).unwrap());
        let mut texts = vec![start.to_owned()];
        for (kind, which) in wishes {
            let tree = history.document().tree();
            let Some((operations, path)) = wish(tree, kind, &which).and_then(|wish| grant(tree, &wish)) else { continue };
            history.change_all(&operations, &path).unwrap();
            if Some(history.document().text()) != texts.last().map(String::as_str) {
                texts.push(history.document().text().to_owned());
            }
            prop_assert!(Document::read(history.document().text()).is_ok());
        }
        while let Some(text) = texts.pop() {
            prop_assert_eq!(history.document().text(), text);
            history.undo();
        }
    }
}

#[test]
fn a_question_of_each_kind_is_sound_but_for_its_words() {
    for kind in question::KINDS {
        let mut history = History::new(Document::read(READY[1]).unwrap());
        for wish in [
            Wish::Question,
            Wish::Kind(Path::parse("questions[1]"), kind),
        ] {
            let (operations, path) = grant(history.document().tree(), &wish).unwrap();
            history.change_all(&operations, &path).unwrap();
        }
        let report = triage::check(history.document().tree().clone());
        let others: Vec<_> = report
            .problems
            .iter()
            .filter(|problem| !problem.message.starts_with("write something"))
            .collect();
        assert!(
            others.is_empty() && !report.problems.is_empty(),
            "{kind}: {others:?}"
        );
    }
}

#[test]
fn a_new_way_comes_before_the_last_and_goes_where_that_goes() {
    let document = Document::read(READY[1]).unwrap();
    let (operations, path) = grant(document.tree(), &Wish::Way).unwrap();
    assert_eq!(path.to_string(), "routes[1].because");
    let (document, _) = document.apply(&operations[0]).unwrap();
    let new = &document.tree().entry("routes").unwrap().elements()[1];
    assert_eq!(route::chosen(new, "first"), ["form"]);
    let report = triage::check(document.tree().clone());
    assert!(
        report.playbook.is_some() && report.problems.is_empty(),
        "{:?}",
        report.problems
    );
}

#[test]
fn the_kinds_are_those_of_the_format() {
    let kinds = |object: &str, field: &str| {
        let (_, shape) = OBJECTS.iter().find(|(name, _)| *name == object).unwrap();
        let Shape::Object { fields, .. } = shape else {
            panic!("{object} is an object")
        };
        let field = fields.iter().find(|known| known.name == field).unwrap();
        let Shape::OneOf(names) = field.shape else {
            panic!("{object} has kinds")
        };
        names.to_vec()
    };
    assert_eq!(kinds("question", "type"), question::KINDS);
    assert_eq!(kinds("resource", "kind"), statement::OFFERED_BY);
}
