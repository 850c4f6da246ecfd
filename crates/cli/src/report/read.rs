//! From files to signals. A line that can't be used is told, and the others are used.
//!
//! Anybody can post lines to a site's endpoint, so no line is read beyond what one of ours can have, and of each only the
//! fields that the report is made of are kept.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read as _},
    path::Path,
};

use serde_json::Value;

use crate::plain;

/// The newest version of lines that is understood.
const VERSION: u64 = 1;
/// The longest line, in bytes; ours have some hundred.
const LONGEST_LINE: u64 = 8 * 1024;
/// The longest id, in bytes; those of playbooks have 40 at most.
const LONGEST_ID: usize = 64;
/// The fields of a signal that the report reads.
const IDS: [&str; 8] = [
    "locale", "step", "question", "route", "best", "second", "channel", "outcome",
];
/// How many lines that can't be used are told with their places.
pub const TOLD: usize = 1_000;

/// One line.
#[derive(Clone, Debug)]
pub struct Signal {
    /// The page view.
    pub session: Box<str>,
    /// Milliseconds since 1970, by the visitor's clock.
    pub at: u64,
    /// The event, without `leeward-`.
    pub event: Box<str>,
    /// The ids that it has.
    ids: Vec<(&'static str, Box<str>)>,
}

impl Signal {
    /// An id of the event.
    pub fn id(&self, name: &str) -> Option<&str> {
        let found = self.ids.iter().find(|(known, _)| *known == name);
        found.map(|(_, id)| &**id)
    }
}

/// A line that can't be used.
#[derive(Debug)]
pub struct Broken {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: &'static str,
}

/// What the files have.
#[derive(Default)]
pub struct Lines {
    pub signals: Vec<Signal>,
    /// The first of the lines that can't be used.
    pub broken: Vec<Broken>,
    /// How many there are of them.
    pub broken_count: usize,
}

impl Lines {
    /// Reads a file as well; `-` is the standard input.
    pub fn read(&mut self, file: &Path) -> Result<(), String> {
        let name = plain::name(file);
        let read = if file == Path::new("-") {
            self.add(&name, &mut io::stdin().lock())
        } else {
            fs::File::open(file).and_then(|file| self.add(&name, &mut BufReader::new(file)))
        };
        read.map_err(|error| format!("{name}: can't be read: {error}"))
    }

    fn add(&mut self, file: &str, from: &mut dyn BufRead) -> io::Result<()> {
        let mut bytes = Vec::new();
        for line in 1.. {
            bytes.clear();
            if from.take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < LONGEST_LINE;
            if !whole {
                from.skip_until(b'\n')?;
            } else if bytes.trim_ascii().is_empty() {
                continue;
            }
            let read = match whole {
                true => signal(&bytes),
                false => Err("longer than any line of signals.js"),
            };
            match read {
                Ok(signal) => self.signals.push(signal),
                Err(why) => self.is_broken(file, line, why),
            }
        }
        Ok(())
    }

    fn is_broken(&mut self, file: &str, line: usize, why: &'static str) {
        self.broken_count += 1;
        if self.broken.len() < TOLD {
            let file = file.to_owned();
            self.broken.push(Broken { file, line, why });
        }
    }
}

fn signal(line: &[u8]) -> Result<Signal, &'static str> {
    let fields: Value = serde_json::from_slice(line).map_err(|_| "no JSON, or cut off")?;
    if fields["version"]
        .as_u64()
        .is_none_or(|version| version == 0)
    {
        return Err("no line of signals.js (it has no version)");
    }
    if fields["version"].as_u64() > Some(VERSION) {
        return Err("of a newer version; update leeward");
    }
    let text = |name: &str| fields[name].as_str().filter(|text| !text.is_empty());
    let session = text("session").ok_or("it has no session")?;
    let event = text("event").and_then(|event| event.strip_prefix("leeward-"));
    let event = event.ok_or("it has no event of Leeward's")?;
    let at = fields["at"].as_u64().ok_or("it has no moment (at)")?;
    let ids = IDS.into_iter();
    let ids: Vec<(&str, Box<str>)> = ids
        .filter_map(|name| Some((name, fields.get(name)?.as_str()?.into())))
        .collect();
    let all = ids.iter().map(|(_, id)| &**id);
    if all.chain([session, event]).any(|id| id.len() > LONGEST_ID) {
        return Err("an id in it is longer than any playbook's");
    }
    Ok(Signal {
        session: session.into(),
        at,
        event: event.into(),
        ids,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_cannot_be_used_is_named_and_the_others_are_used() -> io::Result<()> {
        let good = br#"{"version":1,"session":"a","at":1,"event":"leeward-open"}"#;
        let endless = [b'x'; 40_000];
        let long = [
            br#"{"version":1,"session":"a","at":1,"event":"leeward-step","question":""#,
            &[b'q'; 65][..],
            br#""}"#,
        ];
        let bad: [&[u8]; 8] = [
            br#"{"version":1,"session":"a","#,
            b"[]",
            br#"{"version":2,"session":"a","at":1,"event":"leeward-open"}"#,
            br#"{"version":1,"at":1,"event":"leeward-open"}"#,
            br#"{"version":1,"session":"a","at":1,"event":"click"}"#,
            b"\xff\xfe",
            &endless,
            &long.concat(),
        ];
        let text = [&[&good[..], b"", b"\r"], &bad[..], &[&good[..]]].concat();
        let mut read = Lines::default();
        read.add("x", &mut &text.join(&b'\n')[..])?;
        assert_eq!(read.signals.len(), 2);
        let places: Vec<usize> = read.broken.iter().map(|broken| broken.line).collect();
        assert_eq!(places, [4, 5, 6, 7, 8, 9, 10, 11]);
        Ok(())
    }

    #[test]
    fn of_lines_without_end_that_can_not_be_used_the_first_are_told_and_all_are_counted()
    -> io::Result<()> {
        let mut read = Lines::default();
        read.add("x", &mut &b"x\n".repeat(TOLD * 3)[..])?;
        assert_eq!([read.broken.len(), read.broken_count], [TOLD, TOLD * 3]);
        Ok(())
    }
}
