//! A draft as a link: compressed, and in the part of an address that no browser sends to a server.
//!
//! The form is `#playbook=1.` and then, by base64url, what zlib makes of the name of the file, a line break and the
//! text. zlib's checksum tells a link that was cut or spoilt. The form must never change; another one has another number.

use base64::{
    DecodeError, Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use miniz_oxide::{
    deflate::compress_to_vec_zlib,
    inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit},
};
use triage::source::MOST_BYTES;

/// Where the draft begins in a fragment.
const BEGINNING: &str = "#playbook=";

/// The number of the form.
const FORM: &str = "1.";

/// The longest name that is taken along, in characters.
const MOST_OF_NAME: usize = 80;

/// Longer links are cut by some chat and mail programs, in characters.
pub const LONG: usize = 8000;

/// Why there is no draft in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Its end is missing.
    Cut,
    /// Something in it was changed.
    Spoilt,
    /// What is in it is larger than a playbook may be.
    TooLarge,
    /// A newer studio made it.
    Newer,
}

/// A text, packed.
pub fn pack(text: &str) -> String {
    // Higher levels take twice as long for a hundredth.
    coder().encode(compress_to_vec_zlib(text.as_bytes(), 8))
}

/// The text that was packed.
pub fn unpack(packed: &str) -> Result<String, Unusable> {
    if packed.len() > 2 * MOST_BYTES {
        return Err(Unusable::TooLarge);
    }
    let bytes = coder().decode(packed).map_err(|error| match error {
        DecodeError::InvalidLength(_) => Unusable::Cut,
        _ => Unusable::Spoilt,
    })?;
    let most = MOST_BYTES + 4 * MOST_OF_NAME + 1;
    let text = decompress_to_vec_zlib_with_limit(&bytes, most);
    let text = text.map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Unusable::TooLarge,
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => Unusable::Cut,
        _ => Unusable::Spoilt,
    })?;
    String::from_utf8(text).map_err(|_| Unusable::Spoilt)
}

/// The link to a draft on the page of the studio, whose address has no fragment.
pub fn link(page: &str, name: &str, text: &str) -> String {
    let packed = pack(&[&plain(name), "\n", text].concat());
    [page, BEGINNING, FORM, &packed].concat()
}

/// The draft in the fragment of an address, which begins with `#`: the name of its file, and its text. `None` when
/// there is nothing of the kind.
pub fn arrived(fragment: &str) -> Option<Result<(String, String), Unusable>> {
    let rest = fragment.strip_prefix(BEGINNING)?;
    // Mail programs break long lines.
    let rest: String = rest.replace("%20", "").split_whitespace().collect();
    let Some(packed) = rest.strip_prefix(FORM) else {
        let newer = rest
            .split_once('.')
            .is_some_and(|(form, _)| form.parse::<u32>().is_ok());
        return Some(Err(if newer {
            Unusable::Newer
        } else {
            Unusable::Cut
        }));
    };
    Some(unpack(packed).and_then(|whole| {
        let (name, text) = whole.split_once('\n').ok_or(Unusable::Spoilt)?;
        Ok((plain(name), text.to_owned()))
    }))
}

/// A name that is nothing but the name of a file.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters = last.chars().filter(|letter| !letter.is_control());
    let name: String = letters.take(MOST_OF_NAME).collect();
    if name.trim().is_empty() {
        return "playbook.json".to_owned();
    }
    name
}

/// What is cut anywhere can be decoded up to there, so that the checksum's absence says so.
fn coder() -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&alphabet::URL_SAFE, config)
}

#[cfg(test)]
mod tests {
    use super::{Unusable, arrived, link, unpack};
    use base64::Engine as _;
    use proptest::prelude::*;
    use triage::source::MOST_BYTES;

    const LARGEST: &str = include_str!("../../../../playbooks/service-crisis.json");
    const PAGE: &str = "https://example.test/studio/index.html";

    fn fragment(link: &str) -> &str {
        link.strip_prefix(PAGE).unwrap()
    }

    fn packed(bytes: &[u8]) -> String {
        let zlib = miniz_oxide::deflate::compress_to_vec_zlib(bytes, 9);
        super::coder().encode(zlib)
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(name in "[^/\\\\\\p{Cc}]{1,40}", text in "\\PC{0,200}|[\n\t \"{}\u{0}-\u{ff}]{0,300}") {
            prop_assume!(!name.trim().is_empty());
            let link = link(PAGE, &name, &text);
            prop_assert!(link.chars().skip(PAGE.len()).all(|letter| letter.is_ascii_alphanumeric() || "#=.-_".contains(letter)));
            prop_assert_eq!(arrived(fragment(&link)), Some(Ok((name, text))));
        }

        #[test]
        fn any_other_text_is_refused_and_nothing_panics(noise in "[A-Za-z0-9_-]{0,200}") {
            let _ = unpack(&noise);
            let _ = arrived(&["#playbook=1.", &noise].concat());
        }
    }

    #[test]
    fn a_link_that_was_cut_says_so_wherever_it_was_cut() {
        let link = link(PAGE, "storm.json", LARGEST);
        let whole = fragment(&link);
        assert!(whole.len() < LARGEST.len() / 2, "{}", whole.len());
        for length in (10..whole.len())
            .step_by(whole.len() / 97)
            .chain([whole.len() - 1])
        {
            assert_eq!(
                arrived(&whole[..length]),
                Some(Err(Unusable::Cut)),
                "{length}"
            );
        }
        let mut spoilt = whole.to_owned();
        spoilt.replace_range(600..604, "AAAA");
        assert!(matches!(arrived(&spoilt), Some(Err(_))));
        let broken = format!("{}%20\n {}", &whole[..900], &whole[900..]);
        assert_eq!(
            arrived(&broken),
            Some(Ok(("storm.json".into(), LARGEST.into())))
        );
    }

    #[test]
    fn a_bomb_is_refused_before_it_fills_the_memory() {
        let bomb = packed(&vec![b'a'; 64 * MOST_BYTES]);
        assert!(bomb.len() < 100_000);
        assert_eq!(unpack(&bomb), Err(Unusable::TooLarge));
        assert_eq!(
            unpack(&"A".repeat(2 * MOST_BYTES + 1)),
            Err(Unusable::TooLarge)
        );
        assert_eq!(unpack(&packed(&[0xff, 0xfe])), Err(Unusable::Spoilt));
    }

    #[test]
    fn other_fragments_are_nobodys_and_names_lead_nowhere() {
        assert_eq!(arrived("#top"), None);
        assert_eq!(arrived(""), None);
        assert_eq!(arrived("#playbook=2.abc"), Some(Err(Unusable::Newer)));
        let link = link(PAGE, "../../etc/pass\nwd", "{}");
        assert_eq!(
            arrived(fragment(&link)),
            Some(Ok(("passwd".into(), "{}".into())))
        );
    }
}
