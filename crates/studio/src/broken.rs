//! A file that can't be opened as it is: where, why, and what a press can do about it. Its text stays, so that nothing is
//! lost.

use leeward_document::{Foreign, Repair, mend};
use triage::source::{Slip, first_slip, place};

use crate::said::Said;

/// A file that can't be opened as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The name of the file.
    pub name: String,
    /// Its text, as far as somebody could mend it by hand.
    pub text: String,
    /// Line and column, from 1, in characters; `None` when all of it is meant.
    pub place: Option<(usize, usize)>,
    /// What is wrong there.
    pub said: Said,
    /// The text as it can be opened, where it is clear how.
    pub mended: Option<String>,
    /// What is done to it for that, in words.
    pub repairs: Vec<Said>,
}

impl Broken {
    /// A text that isn't JSON.
    pub fn at_slip(name: String, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (slip, (from, _)) = first_slip(text).unwrap_or((Slip::Empty, (0, 0)));
        let is_whole = matches!(slip, Slip::Empty | Slip::Page | Slip::TooLarge);
        let mended = mend(text);
        let repairs = mended.iter().flat_map(|mended| &mended.repairs).map(repair);
        Self {
            name,
            // Nobody makes a playbook of a page.
            text: if slip == Slip::Page { "" } else { text }.to_owned(),
            place: (!is_whole).then(|| place(text, from)),
            said: Said::plain(&["slip_", slip.key()].concat())
                .text("found", &slip.found())
                .text("instead", &slip.instead()),
            repairs: repairs.collect(),
            mended: mended.map(|mended| mended.text),
        }
    }

    /// A file that isn't UTF-8.
    pub fn foreign(name: String, foreign: &Foreign) -> Self {
        let text = foreign.text().to_owned();
        let mut broken = Self {
            name,
            place: None,
            said: Said::plain("slip_no_text"),
            mended: None,
            repairs: Vec::new(),
            text,
        };
        match foreign {
            Foreign::NoText => {}
            Foreign::Damaged { at, .. } => {
                broken.place = Some(place(&broken.text, *at));
                broken.said = Said::plain("slip_damaged");
            }
            Foreign::Encoded { name, text } => {
                broken.said = Said::plain("slip_encoded").text("encoding", name);
                if !text.is_empty() {
                    let mended = mend(text);
                    let read = Said::plain("mend_encoding").text("encoding", name);
                    let further = mended.iter().flat_map(|mended| &mended.repairs).map(repair);
                    broken.repairs = [read].into_iter().chain(further).collect();
                    broken.mended = Some(mended.map_or_else(|| text.clone(), |mended| mended.text));
                }
            }
        }
        broken
    }
}

fn repair(repair: &Repair) -> Said {
    Said::plain(&["mend_", repair.key()].concat())
}

#[cfg(test)]
mod tests {
    use super::Broken;
    use crate::{
        event::{Effect, Event},
        state::State,
        words::Words,
    };
    use std::collections::BTreeSet;

    const OUTAGE: &str = include_str!("../../../playbooks/outage.json");

    fn opened(text: &str) -> State {
        let mut state = State::default();
        state.update(Event::Opened {
            name: "a.json".into(),
            text: text.into(),
            now: 1000,
        });
        state
    }

    /// Wrong texts, one a kind.
    const WRONG: [(&str, &str); 27] = [
        ("empty", ""),
        ("page", "<!doctype html>"),
        ("comment", "{} // a"),
        ("blank", "{\u{a0}}"),
        ("invisible", "{\u{200b}}"),
        ("tab", "[\"a\tb\"]"),
        ("line_break", "[\"a\nb\"]"),
        ("control", "[\"a\u{1}b\"]"),
        ("trailing_comma", "[1,]"),
        ("extra_comma", "[1,,2]"),
        ("missing_comma", "[1 2]"),
        ("missing_colon", "{ \"a\" 1 }"),
        ("missing_value", "{ \"a\":"),
        ("single_quotes", "['a']"),
        ("curly_quotes", "[\u{201c}a\u{201d}, \"b\"]"),
        ("full_width", "[1\u{ff0c}2]"),
        ("bare_name", "{ a: 1 }"),
        ("word", "[True]"),
        ("number", "[01]"),
        ("escape", "[\"\\d\"]"),
        ("half_character", "[\"\\ud83d\"]"),
        ("open", "[1"),
        ("open_text", "[\"a"),
        ("unopened", "[1}"),
        ("rest", "[1]]"),
        ("unexpected", "[*]"),
        (
            "too_deep",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        ),
    ];

    #[test]
    fn each_slip_has_plain_words_in_every_language_and_what_is_said_fits_into_them() {
        let mut keys: BTreeSet<String> = ["too_large", "encoded", "damaged", "no_text"]
            .map(|key| ["slip_", key].concat())
            .into();
        for (key, text) in WRONG {
            let broken = opened(text).broken.unwrap();
            assert_eq!(broken.said.key, ["slip_", key].concat(), "{text}");
            for locale in ["en", "ja", "hi"] {
                let words = Words::for_wishes(&[locale.to_owned()]);
                let said = broken.said.words(&words, &str::to_owned);
                assert!(
                    !said.contains(['{', '}']) || "open unopened".contains(key),
                    "{said}"
                );
                assert!(said.ends_with(['.', '。', '।']), "{said}");
            }
            keys.insert(broken.said.key);
        }
        let known = triage::source::parse(include_str!("../words/en.json")).unwrap();
        let known = known.entries().iter().map(|(key, _)| key.clone());
        let known: BTreeSet<String> = known.filter(|key| key.starts_with("slip_")).collect();
        assert_eq!(known, keys);
    }

    #[test]
    fn what_is_not_json_is_kept_with_the_place_of_the_slip() {
        let text = "{\n  \"あ\": 1,,\n}";
        let state = opened(text);
        let broken = state.broken.unwrap();
        assert_eq!((broken.text.as_str(), broken.place), (text, Some((2, 10))));
        assert_eq!(broken.mended, None);
        assert!(state.work.is_none());
    }

    #[test]
    fn a_press_mends_what_is_clear_and_nothing_else_leaves_the_studio() {
        let by_hand = OUTAGE
            .replacen("{\n", "{\n  // ours\n", 1)
            .replacen("\n}\n", ",\n}\n", 1)
            .replacen("\n  \"name\"", "\n\u{3000}\u{a0}\"name\"", 1);
        let mut state = opened(&by_hand);
        let broken = state.broken.clone().unwrap();
        let repairs: Vec<&str> = broken
            .repairs
            .iter()
            .map(|said| said.key.as_str())
            .collect();
        assert_eq!(repairs, ["mend_comments", "mend_blanks", "mend_commas"]);
        assert_eq!(broken.place, Some((2, 3)));
        let mended = broken.mended.unwrap();
        let effects = state.update(Event::Pasted("a.json".into(), mended));
        let [Effect::Open(name, text)] = &effects[..] else {
            panic!("{effects:?}");
        };
        state.update(Event::Opened {
            name: name.clone(),
            text: text.clone(),
            now: 2000,
        });
        assert_eq!(state.broken, None);
        let effects = state.update(Event::Downloaded);
        assert_eq!(effects, [Effect::Download("a.json".into(), OUTAGE.into())]);
    }

    #[test]
    fn a_file_in_another_encoding_is_read_at_a_press() {
        let marked = ["\u{feff}", OUTAGE].concat();
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let foreign = leeward_document::decode(&wide).unwrap_err();
        let mut state = opened(OUTAGE);
        let effects = state.update(Event::Foreign {
            name: "b.json".into(),
            foreign,
            now: 3000,
        });
        assert_eq!(effects, [Effect::Begin]);
        assert!(state.work.is_none());
        let broken = state.broken.unwrap();
        let english = Words::for_wishes(&[]);
        let said = broken.said.words(&english, &str::to_owned);
        assert!(said.contains("UTF-16") && said.contains("UTF-8"), "{said}");
        assert_eq!(broken.mended.as_deref(), Some(OUTAGE));
        assert_eq!(broken.repairs.len(), 1);
        let broken = Broken::foreign("c".into(), &leeward_document::Foreign::NoText);
        assert_eq!((broken.mended, broken.text.as_str()), (None, ""));
    }

    #[test]
    fn a_draft_with_comments_from_an_older_studio_is_not_lost() {
        let by_hand = format!("{OUTAGE}// ours\n");
        let mut state = State::default();
        state.update(Event::Remembered(vec![crate::state::Draft {
            id: 1,
            name: "a.json".into(),
            saved_at: 2,
            base: by_hand.clone(),
            text: by_hand,
            edits: crate::outlets::Edits::default(),
        }]));
        state.update(Event::CarriedOn(1));
        assert_eq!(state.broken.unwrap().mended.as_deref(), Some(OUTAGE));
    }
}
