//! Questions and their answers.

use leeward_document::{Operation, Path};
use triage::{
    Plural,
    source::{Node, Value},
};

use super::{add, first_locale, put_or_remove};
use crate::{
    condition::Condition,
    shape::{fresh_id, ids, object, unwritten},
    writing::locales,
};

/// The kinds of questions, as the format names them. With `kind_` before it, each is the studio's words for it.
pub const KINDS: [&str; 6] = ["choice", "multiple", "ranking", "yes_no", "number", "text"];

/// Fewest and most options of a question.
pub const OPTIONS: (usize, usize) = (2, 8);

/// Another question at the end, and where its text is to be written. It comes before the questions for the person who is
/// reached, which always come last.
pub fn question(tree: &Node) -> Option<(Operation, Path)> {
    let list = Path::default().name("questions");
    let there = list.find(tree).map_or(&[][..], Node::elements);
    let locale = first_locale(tree);
    let place = there
        .iter()
        .take_while(|question| question.entry("for").is_none())
        .count();
    let question = object([
        ("id", Node::string(&fresh_id(ids(there), "question"))),
        ("type", Node::string("choice")),
        ("text", unwritten(&locale)),
        ("options", Node::list(options(&locale))),
    ]);
    let operation = add(tree, &list, place, question)?;
    Some((operation, list.place(place).name("text")))
}

/// Another answer to a question, and where it is to be written.
pub fn answer(tree: &Node, question: &Path) -> Option<(Operation, Path)> {
    let list = question.name("options");
    let there = list.find(tree).map_or(&[][..], Node::elements);
    let place = there.len();
    let option = new_option(&first_locale(tree), ids(there));
    Some((
        add(tree, &list, place, option)?,
        list.place(place).name("text"),
    ))
}

/// What makes a question one of another kind: what the new kind hasn't goes, and what it needs comes.
pub fn retype(tree: &Node, question: &Path, kind: &str) -> Vec<Operation> {
    let Some(node) = question.find(tree) else {
        return Vec::new();
    };
    let mut operations = vec![Operation::Set {
        path: question.name("type"),
        value: Node::string(kind),
    }];
    let needs: &[&str] = match kind {
        "choice" | "multiple" | "ranking" => &["options"],
        "number" => &["min", "max"],
        _ => &[],
    };
    let may: &[&str] = match kind {
        "number" => &["unit"],
        "text" => &["max_length"],
        _ => &[],
    };
    let of_kinds = ["options", "min", "max", "unit", "max_length"];
    let unwanted = of_kinds
        .iter()
        .filter(|name| !needs.contains(name) && !may.contains(name));
    operations.extend(
        unwanted
            .filter(|name| node.entry(name).is_some())
            .map(|name| Operation::Remove {
                path: question.name(name),
            }),
    );
    let missing = needs.iter().filter(|name| node.entry(name).is_none());
    operations.extend(missing.map(|name| Operation::Insert {
        into: question.clone(),
        place: usize::MAX,
        name: Some((*name).to_owned()),
        value: match *name {
            "options" => Node::list(options(&first_locale(tree))),
            "min" => Value::Whole(0).into(),
            _ => Value::Whole(100).into(),
        },
    }));
    operations
}

/// Words after the number, for each language as it counts, and where they are to be written.
pub fn unit(tree: &Node, question: &Path) -> Option<(Operation, Path)> {
    let unit = question.name("unit");
    let languages = locales(tree).into_iter().map(|locale| {
        let forms = Plural::used_by(&locale).unwrap_or(&[Plural::Other]).iter();
        let forms = forms.map(|form| (form.name().to_owned(), Node::string("")));
        let forms = Node::map(forms);
        (locale, forms)
    });
    Some((
        put_or_remove(tree, &unit, Some(Node::map(languages)))?,
        unit,
    ))
}

/// Such a question is never asked on the way, so it has no condition.
pub fn for_agent(tree: &Node, question: &Path, is_so: bool) -> Vec<Operation> {
    let role = put_or_remove(
        tree,
        &question.name("for"),
        is_so.then(|| Node::string("agent")),
    );
    let condition = put_or_remove(tree, &question.name("ask_when"), None);
    role.into_iter()
        .chain(condition.filter(|_| is_so))
        .collect()
}

/// How many conditions ask for the answer to a question.
pub fn uses(tree: &Node, id: &str) -> usize {
    let mut count = 0;
    for (name, part) in tree.entries() {
        count += match name.as_str() {
            "ask_when" | "when" | "show_when" => {
                usize::from(Condition::read(part).questions().contains(&id))
            }
            _ => uses(part, id),
        };
    }
    count
        + tree
            .elements()
            .iter()
            .map(|part| uses(part, id))
            .sum::<usize>()
}

fn options(locale: &str) -> [Node; 2] {
    ["option", "option_2"].map(|id| object([("id", Node::string(id)), ("text", unwritten(locale))]))
}

fn new_option<'a>(locale: &str, taken: impl Iterator<Item = &'a str> + Clone) -> Node {
    object([
        ("id", Node::string(&fresh_id(taken, "option"))),
        ("text", unwritten(locale)),
    ])
}
