//! From files to signals. A line that can't be used is told, and the others are used.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use serde_json::Value;

/// The newest version of lines that is understood.
const VERSION: u64 = 1;

/// One line.
#[derive(Clone, Debug)]
pub struct Signal {
    /// The page view.
    pub session: String,
    /// Milliseconds since 1970, by the visitor's clock.
    pub at: u64,
    /// The event, without `leeward-`.
    pub event: String,
    /// All the line's fields.
    fields: Value,
}

impl Signal {
    /// An id of the event.
    pub fn id(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
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

/// What a file has.
#[derive(Default)]
pub struct Lines {
    pub signals: Vec<Signal>,
    pub broken: Vec<Broken>,
}

/// Reads a file; `-` is the standard input.
pub fn file(file: &Path) -> Result<Lines, String> {
    let name = file.display().to_string();
    let bytes = bytes(file).map_err(|error| format!("{name}: can't be read: {error}"))?;
    Ok(lines(&name, &bytes))
}

fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn lines(file: &str, bytes: &[u8]) -> Lines {
    let mut read = Lines::default();
    for (place, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match signal(line) {
            Ok(signal) => read.signals.push(signal),
            Err(why) => read.broken.push(Broken {
                file: file.to_owned(),
                line: place + 1,
                why,
            }),
        }
    }
    read
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
    let session = text("session").ok_or("it has no session")?.to_owned();
    let event = text("event").and_then(|event| event.strip_prefix("leeward-"));
    let event = event.ok_or("it has no event of Leeward's")?.to_owned();
    let at = fields["at"].as_u64().ok_or("it has no moment (at)")?;
    Ok(Signal {
        session,
        at,
        event,
        fields,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_cannot_be_used_is_named_and_the_others_are_used() {
        let good = br#"{"version":1,"session":"a","at":1,"event":"leeward-open"}"#;
        let bad: [&[u8]; 6] = [
            br#"{"version":1,"session":"a","#,
            b"[]",
            br#"{"version":2,"session":"a","at":1,"event":"leeward-open"}"#,
            br#"{"version":1,"at":1,"event":"leeward-open"}"#,
            br#"{"version":1,"session":"a","at":1,"event":"click"}"#,
            b"\xff\xfe",
        ];
        let text = [&[&good[..], b"", b"\r"], &bad[..], &[&good[..]]].concat();
        let read = lines("x", &text.join(&b'\n'));
        assert_eq!(read.signals.len(), 2);
        let places: Vec<usize> = read.broken.iter().map(|broken| broken.line).collect();
        assert_eq!(places, [4, 5, 6, 7, 8, 9]);
    }
}
