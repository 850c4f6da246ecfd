//! Places of a playbook in words: *Question "What went wrong?", answer "My shop", hint, Japanese*.

use leeward_document::{Path, Step};
use triage::source::{Node, Value};

use crate::words::Words;

/// A place in words.
pub fn name(path: &Path, tree: &Node, words: &Words, language: &dyn Fn(&str) -> String) -> String {
    let mut here = Path::default();
    let mut parts: Vec<String> = Vec::new();
    for step in path.steps() {
        let outer = here.clone();
        here = here.step(step.clone());
        let part = match step {
            Step::Place(place) => {
                known_by(tree, &here).map_or_else(|| (place + 1).to_string(), quote)
            }
            Step::Name(name) if is_table(&outer) => {
                known_by(tree, &here).map_or_else(|| name.clone(), quote)
            }
            Step::Name(name) => match words.known(&["what_", name].concat()) {
                Some(part) => part.to_owned(),
                None if is_language(tree, name) => language(name),
                None => name.replace('_', " "),
            },
        };
        match (step, parts.last_mut()) {
            // "Question" and what it is known by belong together.
            (Step::Place(_), Some(last)) => *last = [last, " ", &part].concat(),
            (Step::Name(_), Some(last)) if is_table(&outer) => *last = [last, " ", &part].concat(),
            _ => parts.push(part),
        }
    }
    if parts.is_empty() {
        return words.say("what_file");
    }
    parts.join(", ")
}

/// Whether the names in it are the author's own.
fn is_table(path: &Path) -> bool {
    let path = path.to_string();
    matches!(path.as_str(), "channels" | "hours" | "holidays")
}

fn is_language(tree: &Node, name: &str) -> bool {
    crate::writing::locales(tree)
        .iter()
        .any(|locale| locale == name)
}

/// The words by which people know something, in the default language.
fn known_by<'n>(tree: &'n Node, path: &Path) -> Option<&'n str> {
    let node = path.find(tree)?;
    let text = ["name", "text", "title", "id"]
        .iter()
        .find_map(|name| node.entry(name));
    let text = text.or(Some(node))?;
    let text = match &text.value {
        Value::Map(lines) => lines.first().map(|(_, line)| line.text())?,
        _ => text.text(),
    };
    Some(text).filter(|text| !text.is_empty())
}

/// In quotes, and no longer than a line.
fn quote(text: &str) -> String {
    const MOST: usize = 40;
    let short: String = text.chars().take(MOST).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    ["“", short.trim_end(), dots, "”"].concat()
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::words::Words;
    use leeward_document::Path;
    use triage::source::parse;

    #[test]
    fn places_are_named_by_what_stands_there() {
        let tree = parse(include_str!("../../../playbooks/outage.json")).unwrap();
        let words = Words::for_wishes(&[]);
        for (path, expected) in [
            ("", "The file"),
            ("notice.text.ja", "Notice, text, Japanese"),
            (
                "questions[0].options[3].text",
                "Question “What went wrong?”, answer “My shop can't take payments”, text",
            ),
            (
                "channels.refund_page.url",
                "Channel “Open the refund page”, link",
            ),
            ("locales[7]", "Languages 8"),
        ] {
            let language = |_: &str| "Japanese".to_owned();
            assert_eq!(name(&Path::parse(path), &tree, &words, &language), expected);
        }
    }
}
