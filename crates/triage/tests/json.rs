//! One format, one reader: what the checker takes is what browsers take, and what it refuses has a place and a name.
//!
//! Two others are asked: Node's `JSON.parse`, which is that of browsers, and `serde_json`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use common::ready_playbooks;
use proptest::{
    prelude::*,
    sample::Index,
    strategy::ValueTree as _,
    test_runner::{Config, TestRunner},
};
use serde::de::IgnoredAny;
use triage::source::{Slip, first_slip, parse, place};

/// Texts that are JSON, however odd they look.
const TAKEN: &[&str] = &[
    "{}",
    "[]",
    "\"\"",
    "null",
    " \t\r\n[ true ,false\t]\r\n",
    r#""\"\\\/\b\f\n\r\t\u00e9\u3042""#,
    r#""\ud83d\ude42""#,
    "\"\u{2028}\u{2029}\u{7f}\u{85}\u{a0}\u{3000}\u{feff}\u{200b}\"",
    "\"// no comment /* at all */, ' ] }\"",
    "[0, -0, 10, -1.5, 0.5, 1e5, 1E-5, 1e+05, 0e0]",
    "[1e400, 9007199254740993, 123456789012345678901234567890]",
    r#"{ "a": 1, "a": 2, "": 3, "__proto__": 4 }"#,
    "[[[[[[[[]]]]]]]]",
];

/// Texts that are none: the name of the slip, and what is marked of it.
const REFUSED: &[(&str, &str, &str)] = &[
    ("", "empty", ""),
    (" \n\t", "empty", ""),
    ("{} // note", "comment", "// note"),
    ("# note\n{}", "unexpected", "#"),
    ("{\n  // note\n  \"a\": 1\n}", "comment", "// note"),
    ("[1, /* note */ 2]", "comment", "/* note */"),
    ("[1] /* note", "comment", "/* note"),
    ("<!-- note -->{}", "page", "<"),
    ("[\u{a0}1]", "blank", "\u{a0}"),
    ("{\n\u{3000}\"a\": 1 }", "blank", "\u{3000}"),
    ("[1,\u{2003}2]", "blank", "\u{2003}"),
    ("[1]\u{2028}", "blank", "\u{2028}"),
    ("[1\u{b}]", "blank", "\u{b}"),
    ("[1\u{c}]", "blank", "\u{c}"),
    ("\u{85}[]", "blank", "\u{85}"),
    ("[1,\u{200b}2]", "invisible", "\u{200b}"),
    ("\u{feff}{}", "invisible", "\u{feff}"),
    ("[\u{ad}]", "invisible", "\u{ad}"),
    ("[\"a\tb\"]", "tab", "\t"),
    ("[\"a\nb\"]", "line_break", "\n"),
    ("[\"a\r\nb\"]", "line_break", "\r"),
    ("{ \"a\": \"b,\n  \"c\": 1 }", "line_break", "\n"),
    ("[\"a\u{0}b\"]", "control", "\u{0}"),
    ("[\"a\u{1f}b\"]", "control", "\u{1f}"),
    ("[\"a\\\tb\"]", "escape", "\\\t"),
    ("[1\u{0}]", "control", "\u{0}"),
    ("[1, 2,]", "trailing_comma", ","),
    ("{ \"a\": 1, }", "trailing_comma", ","),
    ("[1,, 2]", "extra_comma", ","),
    ("[,]", "extra_comma", ","),
    ("{ \"a\": 1,, }", "extra_comma", ","),
    ("{ , \"a\": 1 }", "extra_comma", ","),
    ("[1 2]", "missing_comma", ""),
    ("{ \"a\": 1\n \"b\": 2 }", "missing_comma", ""),
    ("{ \"a\" 1 }", "missing_colon", "1"),
    ("{ \"a\" }", "missing_colon", "}"),
    ("{ \"a\": }", "unopened", "}"),
    ("{ \"a\":", "missing_value", ""),
    ("{ 'a': 1 }", "single_quotes", "'"),
    ("['a']", "single_quotes", "'"),
    ("[\"it\\'s\"]", "escape", "\\'"),
    ("[\"C:\\data\"]", "escape", "\\d"),
    ("[\"\\x41\"]", "escape", "\\x"),
    ("[\"\\u12\"]", "escape", "\\u12\""),
    ("[\"\\\u{3042}\"]", "escape", "\\\u{3042}"),
    ("[\"\\\n\"]", "escape", "\\\n"),
    ("{ \u{201c}a\u{201d}: 1 }", "curly_quotes", "\u{201c}"),
    ("[\u{300c}a\u{300d}]", "unexpected", "\u{300c}"),
    ("{ \"a\"\u{ff1a}1 }", "full_width", "\u{ff1a}"),
    ("[1\u{3001}2]", "full_width", "\u{3001}"),
    ("\u{ff5b}\u{ff5d}", "full_width", "\u{ff5b}"),
    ("{ a: 1 }", "bare_name", "a"),
    ("{ 1: 1 }", "bare_name", "1"),
    ("{ true: 1 }", "bare_name", "true"),
    ("[True, 1]", "word", "True"),
    ("{ \"a\": None }", "word", "None"),
    ("[undefined]", "word", "undefined"),
    ("[NaN]", "word", "NaN"),
    ("hello", "word", "hello"),
    ("version: 1\nname: A\n", "word", "version"),
    ("[nullx]", "word", "nullx"),
    ("[01]", "number", "01"),
    ("-01", "number", "-01"),
    ("{ \"a\": 007 }", "number", "007"),
    ("[+1]", "number", "+1"),
    ("[.5]", "number", ".5"),
    ("[5.]", "number", "5."),
    ("[1.e5]", "number", "1.e5"),
    ("[0x10]", "number", "0x10"),
    ("[-Infinity]", "number", "-Infinity"),
    ("[-]", "number", "-"),
    ("[1e]", "number", "1e"),
    ("[1e+]", "number", "1e+"),
    ("[\u{ff11}]", "full_width", "\u{ff11}"),
    ("[1", "open", "["),
    ("{ \"a\": { \"b\": 1 }", "open", "{"),
    ("[\"a", "open_text", "\""),
    ("[1]]", "rest", "]"),
    ("{}{}", "rest", "{"),
    ("{} {}", "rest", "{"),
    ("{} x", "rest", "x"),
    ("[1}", "unopened", "}"),
    ("{ ] }", "unopened", "]"),
    ("]", "unopened", "]"),
    ("[*]", "unexpected", "*"),
    ("/", "unexpected", "/"),
    ("<!doctype html>\n<title>Not here</title>", "page", "<"),
    ("\u{feff}\n<html>", "page", "<"),
    ("<?xml version=\"1.0\"?><rss/>", "page", "<"),
];

/// What we refuse beyond what isn't JSON: half a character, of which visitors would see a question mark.
const HALVES: &[&str] = &[
    r#""\ud83d""#,
    r#""\ude42""#,
    r#""\ud83d a""#,
    r#""\ud83d\u0041""#,
];

/// Whether `JSON.parse` takes each text.
fn taken_by_browsers(texts: &[String]) -> Vec<bool> {
    const PROGRAM: &str = "
        const taken = (text) => { try { JSON.parse(text); return true; } catch { return false; } };
        let sent = '';
        process.stdin.setEncoding('utf8').on('data', (part) => (sent += part)).on('end', () => {
            process.stdout.write(JSON.stringify(JSON.parse(sent).map(taken)));
        });";
    let mut node = Command::new("node")
        .args(["--eval", PROGRAM])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node can't be started; install Node 20 or later");
    let sent = serde_json::to_string(texts).expect("strings");
    let mut input = node.stdin.take().expect("a pipe");
    input.write_all(sent.as_bytes()).expect("node listens");
    drop(input);
    let answer = node.wait_with_output().expect("node ends");
    serde_json::from_slice(&answer.stdout).expect("a list of verdicts")
}

/// The same of the other reader, which checks the grammar and keeps nothing.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Whether we take it; `None` where half a character or the size is refused before the rest is read.
fn is_taken(text: &str) -> Option<bool> {
    match first_slip(text).map(|(slip, _)| slip) {
        Some(Slip::HalfCharacter | Slip::TooDeep | Slip::TooLarge) => None,
        slip => Some(slip.is_none()),
    }
}

#[test]
fn each_slip_has_its_name_and_its_place_and_browsers_refuse_it_too() {
    for text in TAKEN {
        assert_eq!(first_slip(text), None, "{text}");
    }
    for (text, key, marked) in REFUSED {
        let (slip, (from, to)) = first_slip(text).unwrap_or_else(|| panic!("{text:?} is taken"));
        assert_eq!((slip.key(), &text[from..to]), (*key, *marked), "{text:?}");
        let problem = parse(text).expect_err(key);
        assert_eq!(problem.code.as_str(), "syntax", "{text:?}");
        assert!(problem.message.contains(&*slip.found()), "{problem}");
        assert!(problem.message.contains(&*slip.instead()), "{problem}");
    }
    for text in HALVES {
        let slip = first_slip(text).map(|(slip, _)| slip);
        assert_eq!(slip, Some(Slip::HalfCharacter), "{text}");
    }
    let taken = TAKEN.iter().chain(HALVES);
    let texts: Vec<String> = taken
        .chain(REFUSED.iter().map(|(text, ..)| text))
        .map(|text| (*text).to_owned())
        .collect();
    let count = TAKEN.len() + HALVES.len();
    for (index, (text, taken)) in texts.iter().zip(taken_by_browsers(&texts)).enumerate() {
        assert_eq!(taken, index < count, "JSON.parse on {text:?}");
        assert_eq!(is_json(text), taken, "serde_json on {text:?}");
    }
}

#[test]
fn numbers_are_those_of_browsers() {
    let whole = parse("[1.0, 1e2, -0, 120e-1, -0.5e1, 0e999, 9007199254740991]").expect("JSON");
    assert_eq!(whole.to_string(), "[1,100,0,12,-5,0,9007199254740991]");
    let others = parse("[1.5, 1e400, 9007199254740992, 1e-1, 12e-999]").expect("JSON");
    assert_eq!(others.to_string(), "[null,null,null,null,null]");
}

#[test]
fn a_place_is_told_in_lines_and_characters() {
    let text = "{\r\n  \"電話\": 🙂 1 }";
    let one = text.find('1').expect("a one");
    assert_eq!(place(text, one), (2, 11));
    assert_eq!(place(text, 0), (1, 1));
    assert_eq!(place(text, text.len()), (2, 14));
    assert_eq!(place("", 0), (1, 1));
}

/// What gets into files by hand, by word processors and by tools, and what stands in them anyway.
const PIECES: &[&str] = &[
    "", "\"", "'", "\\", "/", "//", "/*", "*/", ",", ":", "[", "]", "{", "}", "0", "1", "-", "+",
    ".", "e", "0x1", "01", "1.", ".5", "NaN", "Infinity", "true", "null", "True", "a", "\\u",
    "\\ud83d", "\\x41", "\\'", "\t", "\n", "\r", " ", "\u{0}", "\u{b}", "\u{c}", "\u{1f}",
    "\u{7f}", "\u{85}", "\u{a0}", "\u{1680}", "\u{2028}", "\u{202f}", "\u{3000}", "\u{200b}",
    "\u{feff}", "\u{201c}", "\u{ff1a}", "<", "#", "あ", "🙂",
];

/// Playbooks with something put into them, or in the place of something, and texts of nothing but such pieces.
fn mutants() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    let change = (any::<Index>(), 0..3_usize, piece.clone());
    let texts: Vec<String> = ready_playbooks()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let small = [
        r#"{ "a": [1, "b\n", true] }"#,
        r#"[0.5e3, { "c": null }]"#,
        r#""d""#,
    ];
    let small = prop::sample::select(small.to_vec()).prop_map(str::to_owned);
    let base = prop_oneof![4 => small, 1 => prop::sample::select(texts)];
    let changed = (base, prop::collection::vec(change, 1..4)).prop_map(|(mut text, changes)| {
        for (at, length, piece) in changes {
            let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            ends.push(text.len());
            let from = at.index(ends.len());
            let to = (from + length).min(ends.len() - 1);
            text.replace_range(ends[from]..ends[to], piece);
        }
        text
    });
    let pieces = prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![changed, pieces]
}

#[test]
fn whatever_is_put_into_a_file_is_taken_by_all_readers_or_by_none() {
    let mut runner = TestRunner::new(Config::default());
    let mutants = mutants();
    let texts: Vec<String> = (0..6_000)
        .map(|_| mutants.new_tree(&mut runner).expect("a text").current())
        .collect();
    let verdicts = taken_by_browsers(&texts);
    for (text, taken) in texts.iter().zip(&verdicts) {
        let ours = is_taken(text).unwrap_or(*taken);
        assert_eq!(ours, *taken, "JSON.parse differs on {text:?}");
        assert_eq!(is_json(text), *taken, "serde_json differs on {text:?}");
        if let Some((slip, (from, to))) = first_slip(text) {
            assert!(text.get(from..to).is_some(), "{slip:?} lies in {text:?}");
        }
    }
    // Both kinds are among them, or nothing would have been compared.
    let count = verdicts.iter().filter(|taken| **taken).count();
    assert!((300..5_700).contains(&count), "{count} of 6000 are JSON");
}
