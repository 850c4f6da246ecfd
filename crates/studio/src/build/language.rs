//! The languages of a playbook: which texts each has, one more, one less.

use leeward_document::{Operation, Path};
use triage::{
    grammar::{PLAYBOOK, Shape},
    source::{Node, Value},
};

use super::add;
use crate::writing::{insert, locales};

/// Languages that can be chosen: those whose plural forms are known, in the order of their tags. The first line are those in
/// which buttons and small words are there already.
pub const KNOWN: [&str; 49] = [
    "ar", "bn", "de", "en", "es", "fa", "fr", "he", "hi", "id", "ja", "ko", "pt-BR", "ur", "vi",
    "zh-Hans", "zh-Hant", "cs", "da", "el", "es-MX", "fi", "fr-CA", "gu", "hu", "it", "kn", "lo",
    "ml", "mr", "ms", "my", "nb", "nl", "pa", "pl", "pt-PT", "ru", "sk", "sv", "sw", "ta", "te",
    "th", "tr", "uk", "en-GB", "en-IN", "en-US",
];

/// One more language, behind the others. A channel that says nothing answers in all languages of the playbook: that it
/// does so in another one is for somebody to say, so from now on it says in which ones it did before.
pub fn language(tree: &Node, tag: &str) -> Vec<Operation> {
    let all = locales(tree);
    if all.iter().any(|known| known == tag) {
        return Vec::new();
    }
    let list = Path::default().name("locales");
    let added = add(tree, &list, usize::MAX, Node::string(tag));
    let spoken = || Node::list(all.iter().map(|tag| Node::string(tag)));
    let silent = channels(tree).filter(|(_, channel)| channel.entry("languages").is_none());
    let said = silent.filter_map(|(path, _)| insert(tree, &path.name("languages"), spoken()));
    added.into_iter().chain(said).collect()
}

fn channels(tree: &Node) -> impl Iterator<Item = (Path, &Node)> {
    let channels = tree.entry("channels").map_or(&[][..], Node::entries);
    let list = Path::default().name("channels");
    channels.iter().map(move |(id, node)| (list.name(id), node))
}

/// Without a language, and without every text in it.
pub fn no_language(tree: &Node, tag: &str) -> Vec<Operation> {
    let mut operations = Vec::new();
    each_text(tree, &mut |path, node| {
        if node.entry(tag).is_some() {
            operations.push(Operation::Remove {
                path: path.name(tag),
            });
        }
    });
    let mut all = locales(tree);
    let place = all.iter().position(|known| known == tag);
    all.retain(|known| known != tag);
    // What answers in all languages that are left needn't say so.
    for (path, channel) in channels(tree) {
        let spoken = channel.entry("languages").map_or(&[][..], Node::elements);
        let speaks = |tag: &String| spoken.iter().any(|one| one.text() == tag);
        let is_known = |one: &Node| all.iter().any(|tag| tag == one.text()) || one.text() == tag;
        if !spoken.is_empty() && all.iter().all(speaks) && spoken.iter().all(is_known) {
            let path = path.name("languages");
            operations.push(Operation::Remove { path });
        }
    }
    let list = Path::default().name("locales");
    operations.extend(place.map(|place| Operation::Remove {
        path: list.place(place),
    }));
    operations
}

/// The texts that are not in a language yet, though they are in others.
pub fn missing(tree: &Node, tag: &str) -> Vec<Path> {
    let mut missing = Vec::new();
    each_text(tree, &mut |path, node| {
        if node.entry(tag).is_none() && !node.entries().is_empty() {
            missing.push(path.clone());
        }
    });
    missing
}

/// Every text that is missing in a language, copied from another: something to write over.
pub fn copy(tree: &Node, from: &str, to: &str) -> Vec<Operation> {
    let copied = |path: Path| {
        let value = path.find(tree)?.entry(from)?.clone();
        insert(tree, &path.name(to), value)
    };
    missing(tree, to).into_iter().filter_map(copied).collect()
}

/// Calls for each text that is an object with a line for each language, with where it stands.
fn each_text(tree: &Node, found: &mut dyn FnMut(&Path, &Node)) {
    walk(tree, &PLAYBOOK, &Path::default(), found);
}

fn walk(node: &Node, shape: &Shape, path: &Path, found: &mut dyn FnMut(&Path, &Node)) {
    match (shape, &node.value) {
        (Shape::Text | Shape::CountedText, Value::Map(_)) => found(path, node),
        (Shape::List(list), Value::List(elements)) => {
            for (place, node) in elements.iter().enumerate() {
                walk(node, list.of, &path.place(place), found);
            }
        }
        (Shape::Table(table), Value::Map(_)) if matches!(table.names, Shape::Locale) => {
            found(path, node);
        }
        (Shape::Table(table), Value::Map(entries)) => {
            for (name, node) in entries {
                walk(node, table.of, &path.name(name), found);
            }
        }
        (Shape::Object { fields, .. }, Value::Map(entries)) => {
            for (name, node) in entries {
                if let Some(field) = fields.iter().find(|field| field.name == name) {
                    walk(node, field.shape, &path.name(name), found);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{channels, copy, language, missing, no_language};
    use crate::channels::edits;
    use leeward_document::{Document, History, Path};
    use triage::Plural;

    const OUTAGE: &str = include_str!("../../../../playbooks/outage.json");

    #[test]
    fn a_language_comes_with_copies_and_goes_with_all_its_texts() {
        let mut history = History::new(Document::read(OUTAGE).unwrap());
        let path = Path::parse("locales");
        let all = missing(history.document().tree(), "fr").len();
        assert!(
            all > 50 && missing(history.document().tree(), "ja").is_empty(),
            "{all}"
        );
        history
            .change_all(&language(history.document().tree(), "fr"), &path)
            .unwrap();
        history
            .change_all(&copy(history.document().tree(), "en", "fr"), &path)
            .unwrap();
        assert!(missing(history.document().tree(), "fr").is_empty());
        // Nobody has said who answers in it, and two who are always there have to.
        let always = |node: &triage::source::Node| node.entry("always").is_some();
        let tree = history.document().tree().clone();
        for (path, channel) in channels(&tree).filter(|(_, channel)| always(channel)) {
            assert!(
                !edits::languages(&tree, channel).contains(&"fr".to_owned()),
                "{path}"
            );
            let operations = edits::speaks(history.document().tree(), &path, "fr", true).unwrap();
            history.change_all(&operations, &path).unwrap();
        }
        assert!(
            triage::check(history.document().tree().clone())
                .playbook
                .is_some()
        );
        history
            .change_all(&no_language(history.document().tree(), "fr"), &path)
            .unwrap();
        assert_eq!(history.document().text(), OUTAGE);
        let japanese = no_language(history.document().tree(), "ja");
        history.change_all(&japanese, &path).unwrap();
        let report = triage::check(history.document().tree().clone());
        let none = missing(history.document().tree(), "ja").len();
        assert!(
            report.problems.is_empty() && none == all,
            "{:?}",
            report.problems
        );
    }

    #[test]
    fn a_language_more_or_less_is_no_claim_about_who_answers() {
        for text in [
            OUTAGE,
            include_str!("../../../../playbooks/service-crisis.json"),
            include_str!("../../blank.json"),
        ] {
            let document = Document::read(text).unwrap();
            let spoken = |document: &Document| -> Vec<Vec<String>> {
                let tree = document.tree();
                channels(tree)
                    .map(|(_, channel)| edits::languages(tree, channel))
                    .collect()
            };
            let before = spoken(&document);
            let mut history = History::new(document);
            let path = Path::parse("locales");
            for tag in ["fr", "de"] {
                history
                    .change_all(&language(history.document().tree(), tag), &path)
                    .unwrap();
                assert_eq!(spoken(history.document()), before, "{tag}");
            }
            assert!(
                language(history.document().tree(), "fr").is_empty(),
                "it is there already"
            );
            for tag in ["fr", "de"] {
                history
                    .change_all(&no_language(history.document().tree(), tag), &path)
                    .unwrap();
                assert_eq!(spoken(history.document()), before, "without {tag}");
            }
            assert_eq!(history.document().text(), text);
        }
    }

    #[test]
    fn languages_that_are_offered_have_plural_forms_and_are_offered_once() {
        for (place, tag) in super::KNOWN.iter().enumerate() {
            assert!(Plural::used_by(tag).is_some(), "{tag}");
            assert!(!super::KNOWN[..place].contains(tag), "{tag}");
        }
    }
}
