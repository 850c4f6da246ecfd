//! A playbook's texts, for translators and back. Pure Rust, without a browser: the studio and the command line share it.
//!
//! | word | meaning |
//! | --- | --- |
//! | *unit* | a text, or one plural form of a counted text, under a key that survives when things change places |
//! | *flat* | one JSON object with a string a key |
//! | *XLIFF* | XLIFF 2.0 (OASIS), with the source, what is there already, and notes about what each text means |
//!
//! ```
//! use leeward_translation::{flat, merge, read, units};
//! use triage::source::parse;
//!
//! let text = r#"{ "locales": ["en"], "name": { "en": "Harbour" } }"#;
//! let playbook = parse(text).unwrap();
//! let sent = flat::write(&units(&playbook, "ja"), "ja");
//! let translated = read(&sent.replace("\"\"", "\"港\"")).unwrap();
//! let merged = merge(text, &playbook, &translated);
//! assert_eq!(merged.text, r#"{ "locales": ["en", "ja"], "name": { "en": "Harbour", "ja": "港" } }"#);
//! ```

pub mod flat;
mod merge;
#[cfg(test)]
mod tests;
mod unit;
pub mod xliff;

pub use merge::{Merged, merge};
pub use unit::{Unit, units};

use triage::source::Node;

/// What a translator sent back.
#[derive(Debug, Default)]
pub struct Translated {
    /// The language, a BCP 47 tag.
    pub to: String,
    /// Key and text.
    pub strings: Vec<(String, String)>,
}

/// The largest file that is read, in bytes. A playbook has 256 KiB at most; with source, target and notes its texts take
/// a few times that.
const LARGEST: usize = 2 * 1024 * 1024;

/// Reads what a translator sent back: XLIFF when it is XML, else flat JSON.
///
/// # Errors
///
/// A sentence about what can't be read.
pub fn read(sent: &str) -> Result<Translated, String> {
    if sent.len() > LARGEST {
        return Err(
            "larger than 2 MiB, and no playbook has so many words; is it the right file?".into(),
        );
    }
    let is_xml = sent
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<');
    if is_xml {
        xliff::read(sent)
    } else {
        flat::read(sent)
    }
}

/// The tags under `locales`, in their order.
#[must_use]
pub fn locales(playbook: &Node) -> Vec<&str> {
    let list = playbook.entry("locales").map_or(&[][..], Node::elements);
    list.iter()
        .map(Node::text)
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// Whether a playbook has keywords, which aren't translated but thought of anew in each language.
#[must_use]
pub fn has_keywords(node: &Node) -> bool {
    let within = node.entries().iter().map(|(_, entry)| entry);
    node.entry("mentions").is_some() || within.chain(node.elements()).any(has_keywords)
}
