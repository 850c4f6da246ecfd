//! Changes to tables of opening hours, and to lists of holidays.

use leeward_document::{
    Operation, Path,
    holidays::{self, Day},
};
use triage::{hours::Date, source::Node};

use super::{uses, week::list};
use crate::{
    shape::{fresh_id, object, unwritten},
    writing::{insert, locales},
};

/// What is done, and where.
type Done = Option<(Vec<Operation>, Path)>;

/// The longest id.
const MOST_LETTERS: usize = 40;

/// A table of office hours in a zone.
pub fn office(zone: &str) -> Node {
    let spans = list(&["09:00-18:00".to_owned()]);
    object([
        ("timezone", Node::string(zone)),
        ("week", object([("mon-fri", spans)])),
    ])
}

/// The names in a table at the top of the file.
fn taken<'t>(tree: &'t Node, table: &str) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
    let entries = tree.entry(table).map_or(&[][..], Node::entries);
    entries.iter().map(|(name, _)| name.as_str())
}

/// Another table of hours.
pub fn add(tree: &Node, zone: &str) -> Done {
    let id = fresh_id(taken(tree, "hours"), "office");
    let path = Path::default().name("hours").name(&id);
    Some((vec![insert(tree, &path, office(zone))?], path.name("name")))
}

/// What a table or a list is called: its id without what ids need.
pub fn called(id: &str) -> String {
    let plain = id.replace('_', " ");
    let mut letters = plain.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The id that a name makes; nothing for a name of which no letter can stand in one.
pub fn id(name: &str) -> Option<String> {
    let plain = name.trim().to_lowercase();
    let letters = plain.chars().map(|letter| match letter {
        'a'..='z' | '0'..='9' | '-' => letter,
        _ => '_',
    });
    let id: String = letters.collect();
    let id = id
        .trim_matches('_')
        .trim_start_matches(|first: char| !first.is_ascii_lowercase());
    let id = id.get(..MOST_LETTERS.min(id.len())).unwrap_or_default();
    (!id.is_empty()).then(|| id.to_owned())
}

/// Another name for a table or a list, there and wherever it is named.
pub fn rename(tree: &Node, path: &Path, name: &str) -> Done {
    let (table, old) = uses::split(path)?;
    let wished = id(name)?;
    if wished == old {
        return None;
    }
    let others = taken(tree, table).filter(|name| *name != old);
    let name = fresh_id(others, &wished);
    let named = uses::uses(tree, path).into_iter();
    let mut operations: Vec<Operation> = named
        .map(|path| Operation::Set {
            path,
            value: Node::string(&name),
        })
        .collect();
    operations.push(Operation::Rename {
        path: path.clone(),
        name: name.clone(),
    });
    let (outer, _) = path.parent()?;
    Some((operations, outer.name(&name).name("name")))
}

/// The first date from a day on that a list hasn't.
fn free(list: Option<&Node>, from: &str) -> Option<String> {
    let start = Date::parse(from)?;
    (0..400)
        .map(|days| start.plus_days(days).to_string())
        .find(|date| list.is_none_or(|list| list.entry(date).is_none()))
}

/// An entry at its place among dates, with the list around it where there is none.
fn put(tree: &Node, path: &Path, date: &str, value: Node) -> Option<Operation> {
    match path.find(tree) {
        Some(list) => Some(Operation::Insert {
            into: path.clone(),
            place: holidays::place(list, date),
            name: Some(date.to_owned()),
            value,
        }),
        None => insert(tree, &path.name(date), value),
    }
}

/// Another exception in a table: closed, until hours are typed.
pub fn exception(tree: &Node, table: &Path, from: &str) -> Done {
    table.find(tree)?;
    let dates = table.name("dates");
    let date = free(dates.find(tree), from)?;
    let operation = put(tree, &dates, &date, list(&[]))?;
    Some((vec![operation], dates.name(&date)))
}

/// Another date for an exception or a holiday. It stays in its place: whoever writes there is not led away.
pub fn redate(tree: &Node, path: &Path, date: &str) -> Done {
    Date::parse(date)?;
    let (outer, _) = path.parent()?;
    let dates = outer.find(tree)?;
    if dates.entry(date).is_some() {
        return None;
    }
    let renamed = Operation::Rename {
        path: path.clone(),
        name: date.to_owned(),
    };
    Some((vec![renamed], outer.name(date)))
}

/// Another list, still empty.
pub fn holidays(tree: &Node) -> Done {
    let id = fresh_id(taken(tree, "holidays"), "holidays");
    let path = Path::default().name("holidays").name(&id);
    let operation = insert(tree, &path, Node::map([]))?;
    Some((vec![operation], path.name("name")))
}

/// Another holiday, still without a name.
pub fn holiday(tree: &Node, path: &Path, from: &str) -> Done {
    let date = free(path.find(tree), from)?;
    let locale = locales(tree).into_iter().next()?;
    let operation = put(tree, path, &date, unwritten(&locale))?;
    Some((vec![operation], path.name(&date)))
}

/// The years of which a country's holidays are known, first and last.
pub fn years(country: &str) -> (u16, u16) {
    let years = || holidays::days(country).map(|day| day.year());
    (
        years().min().unwrap_or_default(),
        years().max().unwrap_or_default(),
    )
}

/// The days of a country in a year that somebody must look up, as they are called in English.
pub fn unsure(country: &str, year: u16) -> impl Iterator<Item = Day> {
    holidays::days(country).filter(move |day| day.confirm && day.year() == year)
}

/// The holidays of a country in a year. Days that the list has already stay as they are.
pub fn country(
    tree: &Node,
    into: Option<&Path>,
    country: &str,
    year: u16,
    with_unsure: bool,
) -> Done {
    let all = locales(tree);
    let days = holidays::days(country).filter(|day| day.year() == year);
    let days = days.filter(|day| with_unsure || !day.confirm);
    let named = |day: &Day| {
        let names = day.names_in(&all);
        let mut names: Vec<(String, Node)> = names
            .map(|(locale, name)| (locale.to_owned(), Node::string(name)))
            .collect();
        // A playbook in other languages begins with the English name.
        if names.first().map(|(locale, _)| locale) != all.first() {
            let first = all.first().cloned().unwrap_or_default();
            names.insert(0, (first, Node::string(day.names[0])));
        }
        Node::map(names)
    };
    let Some(path) = into else {
        const NAMES: [(&str, &str); 4] = [
            ("jp", "japan"),
            ("uk", "england"),
            ("in-ka", "karnataka"),
            ("in-dl", "delhi"),
        ];
        let name = NAMES.iter().find(|(known, _)| *known == country)?.1;
        let id = fresh_id(taken(tree, "holidays"), name);
        let path = Path::default().name("holidays").name(&id);
        let list = Node::map(days.map(|day| (day.date.to_owned(), named(&day))));
        return Some((vec![insert(tree, &path, list)?], path.name("name")));
    };
    let list = path.find(tree)?;
    let new = days.filter(|day| list.entry(day.date).is_none());
    // Each of them comes before one more than there were before it.
    let operations = new.enumerate().map(|(before, day)| Operation::Insert {
        into: path.clone(),
        place: holidays::place(list, day.date) + before,
        name: Some(day.date.to_owned()),
        value: named(&day),
    });
    let operations: Vec<Operation> = operations.collect();
    Some((operations, path.name("name")))
}
