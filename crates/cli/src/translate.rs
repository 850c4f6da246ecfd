//! `leeward translate`: a playbook's texts to translators and back.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Subcommand, ValueEnum};
use leeward_translation::{flat, has_keywords, locales, merge, units, xliff};
use triage::{
    grammar::Format,
    source::{self, Node},
};

use crate::{
    load,
    output::{self, fail},
    plain,
    pretty::pretty,
};

/// What there is to do with translations.
#[derive(Subcommand)]
pub enum Translate {
    /// Write the texts of a playbook for a translator.
    Export {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
        /// The language into which to translate.
        #[arg(long, value_name = "LOCALE")]
        to: String,
        /// The language from which to translate; the playbook's first one if not given.
        #[arg(long, value_name = "LOCALE")]
        from: Option<String>,
        /// `json` has one string a key; `xliff` has the source, notes and the target.
        #[arg(long, default_value = "json")]
        format: Kind,
        /// Where to write; standard output if not given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Put what a translator sent back into a playbook.
    ///
    /// Only translated texts change; layout and everything else stay. Exit code 1 when something in the
    /// translation could not be used.
    Import {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
        /// The translation, flat JSON or XLIFF 2.
        translated: PathBuf,
        /// Where to write the playbook; standard output if not given. May be the playbook itself.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write the playbook in no language at all: longer words, accents, brackets.
    ///
    /// Shown on a page, what reads as usual isn't translated, and what lacks a bracket is cut off. Its locale is en-XA.
    Pseudo {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
        /// Where to write; standard output if not given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// How translations are written.
#[derive(Clone, Copy, ValueEnum)]
pub enum Kind {
    /// Flat JSON.
    Json,
    /// XLIFF 2.0.
    Xliff,
}

/// Does one of them.
pub fn run(command: &Translate) -> ExitCode {
    let done = match command {
        Translate::Export {
            file,
            to,
            from,
            format,
            output,
        } => export(file, to, from.as_deref(), *format)
            .map(|text| output::write(output.as_deref(), &text)),
        Translate::Import {
            file,
            translated,
            output,
        } => import(file, translated, output.as_deref()),
        Translate::Pseudo { file, output } => open(file)
            .and_then(|(_, source)| pseudo(&source))
            .map(|text| output::write(output.as_deref(), &text)),
    };
    done.unwrap_or_else(|reason| fail(&reason))
}

fn pseudo(source: &Node) -> Result<String, String> {
    let text = triage::pseudo(source).to_string();
    let playbook = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    Ok(pretty(&playbook))
}

fn export(file: &Path, to: &str, from: Option<&str>, format: Kind) -> Result<String, String> {
    let (_, source) = open(file)?;
    let locales = locales(&source);
    let from = from
        .or_else(|| locales.first().copied())
        .ok_or("the playbook has no locales")?;
    if !locales.contains(&from) {
        return Err(format!(
            "--from {from}: not among the locales; use one of {}",
            locales.join(", ")
        ));
    }
    check_tag(to)?;
    let units = units(&source, to);
    if has_keywords(&source) {
        tell!(
            "keywords in \"mentions\" are not exported; have somebody who speaks the language write them"
        );
    }
    match format {
        Kind::Json => Ok(flat::write(&units, to)),
        Kind::Xliff => xliff::write(&units, from, to),
    }
}

fn import(file: &Path, translated: &Path, into: Option<&Path>) -> Result<ExitCode, String> {
    let (text, source) = open(file)?;
    let sent = read(translated)?;
    let parsed = leeward_translation::read(&sent)
        .map_err(|reason| format!("{}: {reason}", plain::name(translated)))?;
    check_tag(&parsed.to)?;
    let merged = merge(&text, &source, &parsed);
    for refused in &merged.refused {
        tell!("not used: {refused}");
    }
    for missing in &merged.missing {
        tell!("not translated, left as it was: {missing}");
    }
    let (used, refused, missing) = (merged.used, merged.refused.len(), merged.missing.len());
    tell!(
        "{}: {used} texts taken, {refused} not used, {missing} not translated",
        parsed.to
    );
    let written = output::write(into, &laid_out(&text, merged.text));
    Ok(if written == ExitCode::SUCCESS && refused > 0 {
        ExitCode::from(1)
    } else {
        written
    })
}

/// A file that is laid out as ours are stays so, however long its lines have become; any other keeps its layout.
fn laid_out(before: &str, after: String) -> String {
    let is_ours = serde_json::from_str(before).is_ok_and(|value| pretty(&value) == before);
    match serde_json::from_str(&after) {
        Ok(value) if is_ours => pretty(&value),
        _ => after,
    }
}

fn open(file: &Path) -> Result<(String, Node), String> {
    let text = read(file)?;
    let source = source::parse(&text).map_err(|problem| {
        format!(
            "{}: {}; `leeward check` shows the place",
            plain::name(file),
            load::at(&text, &problem)
        )
    })?;
    Ok((text, source))
}

fn read(file: &Path) -> Result<String, String> {
    load::read(file).map_err(|error| format!("{}: can't be read: {error}", plain::name(file)))
}

fn check_tag(tag: &str) -> Result<(), String> {
    match Format::LanguageTag.fault(tag) {
        Some((_, cure)) => Err(format!("\"{tag}\": {cure}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn a_file_that_is_laid_out_as_ours_stays_so_and_any_other_keeps_its_layout() {
        let ours = include_str!("../../../playbooks/outage.json");
        let longer = |text: &str| text.replacen("Kestrel Pay", &"Kestrel Pay ".repeat(9), 1);
        let laid = laid_out(ours, longer(ours));
        assert!(laid.contains("\"name\": {\n"), "{}", &laid[..400]);
        assert_eq!(laid_out(&laid, laid.clone()), laid);
        let theirs = ours.replacen("\n  \"version\"", "\n\n  \"version\"", 1);
        assert_eq!(laid_out(&theirs, longer(&theirs)), longer(&theirs));
    }
}
