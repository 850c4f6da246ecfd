//! `leeward outlets`: the texts for everywhere else, from text messages to the phone greeting.

mod files;
mod human;
mod json;

use std::path::PathBuf;

use clap::{Args, builder::PossibleValuesParser, builder::TypedValueParser as _};
use jiff::Timestamp;
use leeward_outlets::{Made, Message, Outlet, Wishes, make};
use triage::{did_you_mean, source};

use crate::{clock::moment, load, plain};

/// Which texts, and from what.
#[derive(Args)]
pub struct Outlets {
    /// The playbook; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The language; all that the playbook has if not given.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The outlet; all if not given.
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Outlet::ALL.map(Outlet::name)).try_map(|name| Outlet::from_name(&name).ok_or("no outlet")))]
    outlet: Option<Outlet>,
    /// How many segments a text message may have; one in the alphabet of phones (GSM-7), else two, if not given.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..=9))]
    segments: Option<u8>,
    /// The moment at which the texts go out, such as 2026-11-22T10:00+09:00; now if not given.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Timestamp>,
    /// Print JSON, for programs of yours; docs/cli.md lists the fields.
    #[arg(long)]
    json: bool,
    /// A folder into which each text is written, one file an outlet and language: `sms.en.txt`, `email.en.html`.
    #[arg(long, value_name = "FOLDER", conflicts_with = "json")]
    output: Option<PathBuf>,
}

/// The texts of one language.
struct Texts {
    message: Message,
    made: Vec<Made>,
}

/// Prints or writes the texts.
pub fn run(arguments: &Outlets) -> Result<(), String> {
    let wishes = Wishes {
        segments: arguments.segments.map(usize::from),
    };
    let texts = texts(arguments, wishes)?;
    let name = plain::name(&arguments.file);
    for texts in &texts {
        human::warn(&name, texts);
    }
    match &arguments.output {
        Some(folder) => files::write(folder, &texts)?,
        None if arguments.json => write_line!(plain::json(&json::report(&texts, wishes))),
        None => texts.iter().for_each(|texts| human::print(texts, wishes)),
    }
    Ok(())
}

fn texts(arguments: &Outlets, wishes: Wishes) -> Result<Vec<Texts>, String> {
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let name = plain::name(&arguments.file);
    let loaded = load::load(&arguments.file, now)
        .map_err(|error| format!("{name}: can't be read: {error}"))?;
    let (Some(playbook), Ok(source)) = (&loaded.playbook, source::parse(&loaded.text)) else {
        let errors = loaded.errors();
        return Err(format!(
            "{name}: can't be used ({errors} errors); see them with: leeward check {name}"
        ));
    };
    let locales = playbook.locales();
    let languages = match &arguments.language {
        None => locales,
        Some(wanted) => std::slice::from_ref(wanted),
    };
    let outlets = Outlet::ALL.into_iter();
    let outlets: Vec<Outlet> = outlets
        .filter(|outlet| arguments.outlet.is_none_or(|only| only == *outlet))
        .collect();
    languages
        .iter()
        .map(|language| {
            let message = Message::new(playbook, &source, language, loaded.situation.now);
            let message = message.ok_or_else(|| unknown(language, locales))?;
            let made = outlets.iter().map(|outlet| make(*outlet, &message, wishes));
            let made = made.collect();
            Ok(Texts { message, made })
        })
        .collect()
}

fn unknown(language: &str, locales: &[String]) -> String {
    let known: Vec<&str> = locales.iter().map(String::as_str).collect();
    let cure = format!("use one of {}", known.join(", "));
    format!(
        "\"{language}\": not among the playbook's locales; {}",
        did_you_mean(language, &known, &cure)
    )
}
