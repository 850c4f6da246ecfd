//! From a sentence in the preview to the field in which it is written.

use leeward_document::Path;
use triage::source::Node;

use crate::fields::{Field, Group, Kind};

/// The field in which a sentence stands, in any language: word for word, else as a part of what the visitor was shown, or
/// with words around it that were put there for them. Built-in words are found by the English ones.
pub fn field(groups: &[Group], tree: &Node, sentence: &str) -> Option<Path> {
    let sentence = plain(sentence);
    let fields = || {
        groups
            .iter()
            .flat_map(|group| &group.cards)
            .flat_map(|card| &card.fields)
    };
    let texts = |field: &Field| -> Vec<String> {
        let mut found = Vec::new();
        if let Some(node) = field.path.find(tree) {
            strings(node, &mut found);
        }
        // A label that nobody has replaced says its own name.
        if field.kind == Kind::Text && !field.label.starts_with("field_") {
            found.push(plain(&field.label));
        }
        found
    };
    let path = |field: &Field| field.path.clone();
    if let Some(exact) = fields().find(|field| texts(field).contains(&sentence)) {
        return Some(path(exact));
    }
    // Short words stand in many sentences.
    const LEAST: usize = 8;
    let overlap = |field: &Field| {
        let texts = texts(field);
        let lengths = texts
            .iter()
            .filter(|text| sentence.contains(*text) || text.contains(&sentence))
            .map(|text| text.chars().count().min(sentence.chars().count()));
        lengths.max().filter(|length| *length >= LEAST)
    };
    let nearest = fields().filter_map(|field| Some((overlap(field)?, field)));
    nearest
        .max_by_key(|(length, _)| *length)
        .map(|(_, field)| path(field))
}

/// Where in a field a sentence stands: in the line of a language, or in the field as a whole.
pub fn line(tree: &Node, field: &Path, sentence: &str) -> Path {
    let sentence = plain(sentence);
    let lines = field.find(tree).map_or(&[][..], Node::entries);
    let says = |node: &Node, is_so: &dyn Fn(&str) -> bool| {
        let mut found = Vec::new();
        strings(node, &mut found);
        found.iter().any(|text| is_so(text))
    };
    let exact = |text: &str| text == sentence;
    let part = |text: &str| text.contains(&sentence) || sentence.contains(text);
    let find = |is_so: &dyn Fn(&str) -> bool| lines.iter().find(|(_, node)| says(node, is_so));
    match find(&exact).or_else(|| find(&part)) {
        Some((locale, _)) => field.name(locale),
        None => field.clone(),
    }
}

fn strings(node: &Node, found: &mut Vec<String>) {
    if !node.text().is_empty() {
        found.push(plain(node.text()));
    }
    for (_, part) in node.entries() {
        strings(part, found);
    }
}

/// With one blank wherever there are any, as the page shows it.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::field;
    use crate::fields::groups;
    use triage::source::parse;

    #[test]
    fn sentences_lead_to_their_fields() {
        let tree = parse(include_str!("../../../playbooks/outage.json")).unwrap();
        let groups = groups(&tree);
        for (sentence, path) in [
            (
                "Your balance is safe. It is held at a bank, apart from our app.",
                Some("notice.known[0]"),
            ),
            ("  どのようなことで お困りですか。", None),
            ("どのようなことでお困りですか。", Some("questions[0].text")),
            (
                "Charged, but it failed",
                Some("questions[0].options[1].text"),
            ),
            ("It is held at a bank, apart", Some("notice.known[0]")),
            ("Not this time", None),
            ("Back", Some("labels.back")),
        ] {
            let found = field(&groups, &tree, sentence).map(|path| path.to_string());
            assert_eq!(found.as_deref(), path, "{sentence}");
        }
        let question = leeward_document::Path::parse("questions[0].text");
        for (sentence, place) in [
            ("どのようなことでお困りですか。", "questions[0].text.ja"),
            ("What went", "questions[0].text.en"),
            ("Never said", "questions[0].text"),
        ] {
            let line = super::line(&tree, &question, sentence).to_string();
            assert_eq!(line, place, "{sentence}");
        }
    }
}
