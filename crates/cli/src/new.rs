//! `leeward new`: a playbook to begin with, made from a ready one.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use jiff::{SignedDuration, Timestamp, ToSpan as _, Zoned, tz::TimeZone};
use serde_json::{Map, Value, json};
use triage::{grammar::Format, locale::lookup};

use crate::{
    output::{self, fail},
    pretty::pretty,
};

/// What kind of playbook, for whom.
#[derive(Args)]
pub struct New {
    /// What has happened.
    #[arg(long)]
    kind: Kind,
    /// The languages of your visitors, best written first.
    #[arg(long, value_name = "LOCALES", value_delimiter = ',', required = true)]
    locales: Vec<String>,
    /// Who is speaking.
    #[arg(long)]
    name: Option<String>,
    /// The time zone of your opening hours, such as Asia/Tokyo.
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// The moment from which the notice counts; now if not given.
    #[arg(long, value_name = "MOMENT")]
    at: Option<Timestamp>,
    /// Where to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The ready playbooks.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// An online service fails.
    Outage,
    /// A natural disaster.
    Disaster,
    /// Money runs short.
    Hardship,
    /// Illness, or a crisis in one's life.
    Health,
    /// A storm and a failing service at once.
    ServiceCrisis,
}

impl Kind {
    const fn text(self) -> &'static str {
        match self {
            Self::Outage => include_str!("../../../playbooks/outage.json"),
            Self::Disaster => include_str!("../../../playbooks/disaster.json"),
            Self::Hardship => include_str!("../../../playbooks/hardship.json"),
            Self::Health => include_str!("../../../playbooks/health.json"),
            Self::ServiceCrisis => include_str!("../../../playbooks/service-crisis.json"),
        }
    }
}

/// Writes the playbook, and says what is left to do.
pub fn run(wanted: &New) -> ExitCode {
    match playbook(wanted) {
        Ok(playbook) => {
            say_what_is_left(wanted, &playbook);
            output::write(wanted.output.as_deref(), &pretty(&Value::Object(playbook)))
        }
        Err(reason) => fail(&reason),
    }
}

fn playbook(wanted: &New) -> Result<Map<String, Value>, String> {
    let mut playbook: Map<String, Value> =
        serde_json::from_str(wanted.kind.text()).map_err(|error| error.to_string())?;
    let written = strings(playbook.get("locales"));
    let pairs = pairs(&wanted.locales, &written)?;
    for (name, part) in &mut playbook {
        if name != "locales" {
            cut(part, &written, &pairs);
        }
    }
    playbook.insert("locales".into(), json!(ordered(&wanted.locales, &pairs)));
    if let Some(name) = &wanted.name {
        playbook.insert("name".into(), json!(name));
    }
    let zone = set_timezone(&mut playbook, wanted.timezone.as_deref())?;
    let now = wanted.at.unwrap_or_else(Timestamp::now).to_zoned(zone);
    if let Some(notice) = playbook.get_mut("notice").and_then(Value::as_object_mut) {
        set_moments(notice, &now)?;
    }
    playbook.shift_insert(0, "$schema".into(), json!("playbook.schema.json"));
    Ok(playbook)
}

fn strings(list: Option<&Value>) -> Vec<String> {
    let elements = list
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    elements
        .iter()
        .filter_map(|element| Some(element.as_str()?.to_owned()))
        .collect()
}

/// The wanted locales that are written, each with the one in which it is written.
fn pairs(wanted: &[String], written: &[String]) -> Result<Vec<(String, String)>, String> {
    if let Some((tag, cure)) = wanted
        .iter()
        .find_map(|tag| Some((tag, Format::LanguageTag.fault(tag)?.1)))
    {
        return Err(format!("--locales {tag}: {cure}"));
    }
    if let Some(twice) = wanted
        .iter()
        .enumerate()
        .find_map(|(place, tag)| wanted[..place].contains(tag).then_some(tag))
    {
        return Err(format!(
            "--locales {twice}: stands there twice; name each once"
        ));
    }
    let pairs: Vec<(String, String)> = wanted
        .iter()
        .filter_map(|tag| Some((tag.clone(), written.get(lookup(&[tag], written)?)?.clone())))
        .collect();
    match pairs.is_empty() {
        true => Err(format!(
            "this playbook is written in {}; name at least one of them, and translate from it",
            written.join(", ")
        )),
        false => Ok(pairs),
    }
}

/// The first of the locales stands in for the others, so it has to be a written one.
fn ordered(wanted: &[String], pairs: &[(String, String)]) -> Vec<String> {
    let is_written = |tag: &&String| pairs.iter().any(|(wanted, _)| wanted == *tag);
    let mut ordered: Vec<String> = wanted.iter().filter(is_written).cloned().collect();
    ordered.extend(wanted.iter().filter(|tag| !is_written(tag)).cloned());
    ordered
}

/// Keeps the wanted languages of everything that has one entry per language.
fn cut(value: &mut Value, written: &[String], pairs: &[(String, String)]) {
    match value {
        Value::Object(entries)
            if !entries.is_empty() && entries.keys().all(|name| written.contains(name)) =>
        {
            let kept = pairs
                .iter()
                .filter_map(|(tag, from)| Some((tag.clone(), entries.get(from)?.clone())));
            *entries = kept.collect();
        }
        Value::Object(entries) => entries
            .values_mut()
            .for_each(|entry| cut(entry, written, pairs)),
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|element| cut(element, written, pairs)),
        _ => {}
    }
}

/// Puts all opening hours into a zone. The zone in which moments are written: this one, or else that of the first hours.
fn set_timezone(playbook: &mut Map<String, Value>, name: Option<&str>) -> Result<TimeZone, String> {
    let mut first = None;
    let hours = playbook.get_mut("hours").and_then(Value::as_object_mut);
    for hours in hours.into_iter().flat_map(Map::values_mut) {
        if let Some(name) = name {
            hours["timezone"] = json!(name);
        }
        first = first.or_else(|| hours["timezone"].as_str().map(str::to_owned));
    }
    let name = name
        .map(str::to_owned)
        .or(first)
        .unwrap_or_else(|| "UTC".into());
    TimeZone::get(&name).map_err(|_| {
        format!(
            "--timezone {name}: there is no such time zone; write its IANA name, such as Asia/Tokyo"
        )
    })
}

fn set_moments(notice: &mut Map<String, Value>, now: &Zoned) -> Result<(), String> {
    let minute = now.round(
        jiff::ZonedRound::new()
            .smallest(jiff::Unit::Minute)
            .mode(jiff::RoundMode::Floor),
    );
    let minute = minute.map_err(|error| error.to_string())?;
    let month = minute
        .checked_add(30.days())
        .map_err(|error| error.to_string())?;
    for (name, moment) in [
        ("updated_at", &minute),
        ("next_update_at", &(&minute + SignedDuration::from_hours(3))),
        ("expires_at", &month),
    ] {
        notice.insert(
            name.into(),
            json!(moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        );
    }
    Ok(())
}

fn say_what_is_left(wanted: &New, playbook: &Map<String, Value>) {
    let locales = strings(playbook.get("locales"));
    if locales != wanted.locales {
        tell!(
            "{} comes first, because it is written; move yours to the front when it is translated",
            locales[0]
        );
    }
    let written = strings(
        serde_json::from_str::<Value>(wanted.kind.text())
            .unwrap_or_default()
            .get("locales"),
    );
    for tag in locales
        .iter()
        .filter(|tag| lookup(&[tag], &written).is_none())
    {
        tell!("translate everything into {tag}: leeward translate export FILE --to {tag}");
    }
    tell!("replace what is made up: names, numbers, links, hours, prices, waits and stories");
    tell!("say in \"notice\" what you know, and correct the three moments in it");
    if wanted.timezone.is_some() {
        tell!("put in your holidays: leeward holidays --help");
    }
    tell!("then: leeward check FILE");
}
