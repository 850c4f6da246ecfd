//! From the bytes of a file to its text. JSON is UTF-8 (RFC 8259, section 8.1) and browsers read it as nothing else; other
//! programs write other encodings, which are named, so that somebody can save the file anew.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Why a file has no text that browsers could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// It is written in another encoding.
    Encoded {
        /// What the encoding is called.
        name: &'static str,
        /// Its text, read so.
        text: String,
    },
    /// It is UTF-8 but for some bytes, as when a file was cut or two were joined.
    Damaged {
        /// The first of these bytes.
        at: usize,
        /// Its text, with a mark (U+FFFD) for what can't be read.
        text: String,
    },
    /// It is no text at all: a document of a word processor, a picture, an archive.
    NoText,
}

impl Foreign {
    /// What is wrong and what to do, for those who work on a command line.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Encoded { name, .. } => format!(
                "written in {name}, and browsers read UTF-8 alone; save it as UTF-8: in Notepad under \"Save as\", Encoding; in PowerShell with -Encoding utf8; or open it in the studio, which mends it"
            ),
            Self::Damaged { .. } => {
                "a character that can't be read here, as where a file was cut; write it anew, and save the file as UTF-8".into()
            }
            Self::NoText => {
                "no text but a document, a picture or an archive; give the playbook itself, a file that ends in .json".into()
            }
        }
    }

    /// The text as far as it can be read.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Encoded { text, .. } | Self::Damaged { text, .. } => text,
            Self::NoText => "",
        }
    }

    /// The first character of the text that is concerned, from its first byte to the byte after its last.
    #[must_use]
    pub fn span(&self) -> (usize, usize) {
        let text = self.text();
        let from = match self {
            Self::Damaged { at, .. } => *at,
            _ => text.find(|sign: char| !sign.is_ascii()).unwrap_or_default(),
        };
        let sign = text.get(from..).and_then(|rest| rest.chars().next());
        (from, from + sign.map_or(0, char::len_utf8))
    }
}

/// The text of a file. A byte order mark is left out, as browsers do (WHATWG Encoding, "UTF-8 decode").
///
/// # Errors
///
/// When it isn't UTF-8: what it is then, as far as that can be told.
pub fn decode(bytes: &[u8]) -> Result<String, Foreign> {
    if let Some((name, encoding)) = wide(bytes) {
        return match encoding {
            Some(encoding) => Err(encoded(name, encoding, bytes)),
            None => Err(Foreign::Encoded {
                name,
                text: String::new(),
            }),
        };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_mail = bytes.windows(2).any(|pair| pair == b"\x1b$");
    match std::str::from_utf8(bytes) {
        Ok(text) if !is_mail && !is_document(bytes) => Ok(text.to_owned()),
        Err(error) if !is_document(bytes) && is_nearly_utf8(bytes) => Err(Foreign::Damaged {
            at: error.valid_up_to(),
            text: String::from_utf8_lossy(bytes).into_owned(),
        }),
        _ if is_document(bytes) => Err(Foreign::NoText),
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
            detector.feed(bytes, true);
            let encoding = detector.guess(None, Utf8Detection::Deny);
            Err(encoded(name(encoding), encoding, bytes))
        }
    }
}

fn encoded(name: &'static str, encoding: &'static Encoding, bytes: &[u8]) -> Foreign {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Foreign::Encoded {
        name,
        text: text.into_owned(),
    }
}

/// An encoding of more than one byte for each character, by its byte order mark or by the zeros in what begins with two
/// characters of ASCII, as JSON and XML do (RFC 4627, section 3).
fn wide(bytes: &[u8]) -> Option<(&'static str, Option<&'static Encoding>)> {
    Some(match bytes {
        [0xff, 0xfe, 0, 0, ..]
        | [0, 0, 0xfe, 0xff, ..]
        | [1..=255, 0, 0, 0, ..]
        | [0, 0, 0, 1..=255, ..] => ("UTF-32", None),
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => ("UTF-16", Some(UTF_16LE)),
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => ("UTF-16", Some(UTF_16BE)),
        _ => return None,
    })
}

/// What editors call it.
fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1252" => "Windows-1252 (Latin-1)",
        name => name,
    }
}

/// By how it begins: ZIP, which word processors and spreadsheets write too, their older form, PDF, gzip, PNG, JPEG.
fn is_document(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 6] = [
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
        b"%PDF-",
        b"\x1f\x8b",
        b"\x89PNG",
        b"\xff\xd8\xff",
    ];
    BEGINNINGS.iter().any(|it| bytes.starts_with(it))
}

/// Whether most that isn't ASCII is UTF-8. In other encodings hardly anything is, by chance.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let chunks = bytes.utf8_chunks();
    let (read, lost) = chunks.fold((0, 0), |(read, lost), chunk| {
        let read_here = chunk.valid().chars().filter(|sign| !sign.is_ascii());
        (
            read + read_here.count(),
            lost + usize::from(!chunk.invalid().is_empty()),
        )
    });
    read > 2 * lost
}
