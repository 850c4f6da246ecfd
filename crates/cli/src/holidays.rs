//! `leeward holidays`: the days on which a country stands still, as a list for a playbook.
//!
//! The days are those of [`leeward_document::holidays`]. What only a government can settle is said.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use leeward_document::{
    edit::{add_entries, add_entries_at, apply},
    holidays::{self, Day, place},
};
use serde_json::{Map, Value, json};
use triage::source::{self, Node};

use crate::{
    load,
    output::{self, fail},
    plain,
    pretty::{inline, pretty, quoted},
};

/// Which days are wanted, and where to.
#[derive(Args)]
pub struct Holidays {
    /// The country, or the part of it.
    #[arg(long)]
    country: Country,
    /// The years, such as 2027 or 2027-2028.
    #[arg(long, value_name = "YEARS", value_parser = years)]
    year: (u16, u16),
    /// The languages of the names: en, ja, hi. Those of the playbook, or English, if not given.
    #[arg(long, value_name = "LOCALES", value_delimiter = ',')]
    locales: Vec<String>,
    /// A playbook to put the days into. Days that its list has already stay as they are.
    #[arg(long, value_name = "FILE", requires = "list")]
    into: Option<PathBuf>,
    /// Somebody has confirmed the days that are said to need it. Without this they are left out of a playbook.
    #[arg(long, requires = "into")]
    confirmed: bool,
    /// The name of the list under `holidays`.
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
}

/// Where.
#[derive(Clone, Copy, ValueEnum)]
enum Country {
    /// Japan, 2024 to 2035.
    Jp,
    /// England and Wales, 2026 to 2028.
    Uk,
    /// Karnataka in India, 2026 and 2027.
    InKa,
    /// Delhi in India, 2026 and 2027.
    InDl,
}

/// Writes the list, or puts it into a playbook.
pub fn run(wanted: &Holidays) -> ExitCode {
    match list(wanted) {
        Ok(code) => code,
        Err(reason) => fail(&reason),
    }
}

fn list(wanted: &Holidays) -> Result<ExitCode, String> {
    let mut days = days(wanted.country, wanted.year)?;
    if !wanted.confirmed {
        say_what_to_confirm(&days);
    }
    tell!("companies close on other days as well; add yours, such as the days around New Year");
    match (&wanted.into, &wanted.list) {
        (Some(file), Some(list)) => {
            if !wanted.confirmed {
                leave_out_unconfirmed(&mut days);
            }
            into(file, list, &days, &wanted.locales)
        }
        _ => Ok(output::write(
            None,
            &alone(&days, &wanted.locales, wanted.list.as_deref())?,
        )),
    }
}

fn days(country: Country, (first, last): (u16, u16)) -> Result<Vec<Day>, String> {
    let name = country
        .to_possible_value()
        .map(|value| value.get_name().to_owned());
    let of_country: Vec<Day> = holidays::days(&name.unwrap_or_default()).collect();
    let years = of_country.iter().map(Day::year);
    let (from, to) = (
        years.clone().min().unwrap_or_default(),
        years.max().unwrap_or_default(),
    );
    if first < from || last > to {
        return Err(format!(
            "holidays of this country are known from {from} to {to} only; add the others by hand"
        ));
    }
    Ok(of_country
        .into_iter()
        .filter(|day| (first..=last).contains(&day.year()))
        .collect())
}

/// Reads `2027` or `2027-2028`.
fn years(text: &str) -> Result<(u16, u16), String> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) if first <= last => Ok((first, last)),
        _ => Err("write a year such as 2027, or years such as 2027-2028".into()),
    }
}

fn say_what_to_confirm(days: &[Day]) {
    for day in days.iter().filter(|day| day.confirm) {
        tell!(
            "confirm in the official gazette: {} {}",
            day.date,
            day.names[0]
        );
    }
}

/// A playbook has no room for a mark, and a day that is wrong closes a phone that somebody needs.
fn leave_out_unconfirmed(days: &mut Vec<Day>) {
    let count = days.len();
    days.retain(|day| !day.confirm);
    if days.len() < count {
        tell!("left out until then; add --confirmed when somebody has looked them up");
    }
}

/// The list by itself. Here, unlike in a playbook, there is room for a mark.
fn alone(days: &[Day], locales: &[String], list: Option<&str>) -> Result<String, String> {
    let english = ["en".to_owned()];
    let locales = if locales.is_empty() {
        &english[..]
    } else {
        locales
    };
    let mut dates = Map::new();
    let mut confirm = Vec::new();
    for day in days {
        dates.insert(day.date.into(), name(day, locales)?);
        confirm.extend(day.confirm.then_some(day.date));
    }
    let list = list.unwrap_or("holidays");
    let mut whole = json!({ list: dates });
    if !confirm.is_empty() {
        whole["confirm"] = json!(confirm);
    }
    Ok(pretty(&whole))
}

/// What a day is called, per locale.
fn name(day: &Day, locales: &[String]) -> Result<Value, String> {
    let names = day.names_in(locales);
    let name: Map<String, Value> = names
        .map(|(locale, words)| (locale.to_owned(), words.into()))
        .collect();
    match locales.first() {
        Some(first) if !name.contains_key(first) => Err(format!(
            "there are no names in \"{first}\"; ask for --locales en, ja (or hi for India), and translate them"
        )),
        _ => Ok(Value::Object(name)),
    }
}

fn into(file: &Path, list: &str, days: &[Day], locales: &[String]) -> Result<ExitCode, String> {
    let text = load::read(file)
        .map_err(|error| format!("{}: can't be read: {error}", plain::name(file)))?;
    let source = source::parse(&text).map_err(|problem| {
        format!(
            "{}: {}; `leeward check` shows the place",
            plain::name(file),
            load::at(&text, &problem)
        )
    })?;
    let own = source
        .entry("locales")
        .map(Node::elements)
        .unwrap_or_default();
    let own: Vec<String> = own.iter().map(|tag| tag.text().to_owned()).collect();
    let locales = if locales.is_empty() { &own } else { locales };
    let edited = put(&text, &source, list, days, locales)?;
    Ok(output::write(Some(file), &edited))
}

/// The playbook with a list that has these days too, in their order.
fn put(
    text: &str,
    source: &Node,
    list: &str,
    days: &[Day],
    locales: &[String],
) -> Result<String, String> {
    let lists = source.entry("holidays");
    let there = lists.and_then(|lists| lists.entry(list));
    let is_new = |day: &&Day| there.is_none_or(|there| there.entry(day.date).is_none());
    let new: Vec<(String, String)> = days
        .iter()
        .filter(is_new)
        .map(|day| Ok((day.date.to_owned(), inline(&name(day, locales)?))))
        .collect::<Result<_, String>>()?;
    let edits = match (there, lists) {
        _ if new.is_empty() => Vec::new(),
        (Some(there), _) => new
            .chunk_by(|(a, _), (b, _)| place(there, a) == place(there, b))
            .filter_map(|days| {
                Some(add_entries_at(
                    text,
                    there,
                    place(there, &days.first()?.0),
                    days,
                ))
            })
            .collect(),
        (None, Some(lists)) => vec![add_entries(text, lists, &[(list.to_owned(), object(&new))])],
        (None, None) => {
            let lists = format!("{{\n    {}: {}\n  }}", quoted(list), object(&new));
            vec![add_entries(text, source, &[("holidays".into(), lists)])]
        }
    };
    Ok(apply(text, edits))
}

/// A list of days, as it stands in the ready playbooks.
fn object(entries: &[(String, String)]) -> String {
    let lines: Vec<String> = entries
        .iter()
        .map(|(date, name)| format!("      {}: {name}", quoted(date)))
        .collect();
    format!("{{\n{}\n    }}", lines.join(",\n"))
}
