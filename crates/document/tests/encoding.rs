//! Files as editors, spreadsheets and shells write them: UTF-8 is read, everything else is named.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252,
};
use leeward_document::{Foreign, decode};

const JAPANESE: &str = "{\n  \"name\": \"港湾保険\",\n  \"text\": \"台風のため、電話がつながりにくくなっています。\"\n}\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf8_is_read_with_and_without_a_byte_order_mark() {
    assert_eq!(decode(JAPANESE.as_bytes()), Ok(JAPANESE.to_owned()));
    let marked = ["\u{feff}", JAPANESE].concat();
    assert_eq!(decode(marked.as_bytes()), Ok(JAPANESE.to_owned()));
    // One is a mark, a second one a character that JSON doesn't know.
    let twice = ["\u{feff}", &marked].concat();
    assert_eq!(decode(twice.as_bytes()), Ok(marked));
    for text in ["", "{", "{}", "[1]", "7", "a\0b", "\u{1f}", "\u{1b}[0m"] {
        assert_eq!(decode(text.as_bytes()), Ok(text.to_owned()));
    }
}

#[test]
fn other_encodings_are_named_and_their_text_is_there() {
    let mut files: Vec<(&str, &str, Vec<u8>)> = Vec::new();
    for text in [JAPANESE, "{ }", "{ \"a\": 1 }"] {
        files.push(("UTF-16", text, utf16(text, u16::to_le_bytes)));
        files.push(("UTF-16", text, utf16(text, u16::to_be_bytes)));
        let marked = ["\u{feff}", text].concat();
        files.push(("UTF-16", text, utf16(&marked, u16::to_le_bytes)));
        files.push(("UTF-16", text, utf16(&marked, u16::to_be_bytes)));
    }
    let others: [(&str, &'static Encoding, &str); 8] = [
        ("Shift_JIS", SHIFT_JIS, JAPANESE),
        ("EUC-JP", EUC_JP, JAPANESE),
        ("ISO-2022-JP", ISO_2022_JP, JAPANESE),
        (
            "GBK",
            GBK,
            "{ \"name\": \"由于台风,电话很难接通。请使用在线表格联系我们。\" }",
        ),
        (
            "Big5",
            BIG5,
            "{ \"name\": \"由於颱風,電話很難接通。請使用線上表格與我們聯絡。\" }",
        ),
        (
            "EUC-KR",
            EUC_KR,
            "{ \"name\": \"태풍으로 인해 전화 연결이 어렵습니다.\" }",
        ),
        (
            "Windows-1252 (Latin-1)",
            WINDOWS_1252,
            "{ \"name\": \"Wir sind für Sie da – auch in Köln. C’est fermé.\" }",
        ),
        (
            "windows-1251",
            WINDOWS_1251,
            "{ \"name\": \"Из-за шторма дозвониться трудно, напишите нам.\" }",
        ),
    ];
    for (name, encoding, text) in others {
        files.push((name, text, encoding.encode(text).0.into_owned()));
    }
    for (name, text, bytes) in files {
        let text = text.to_owned();
        let found = decode(&bytes).unwrap_err();
        assert!(
            found.message().contains(&format!("written in {name},")),
            "{}",
            found.message()
        );
        assert_eq!(found, Foreign::Encoded { name, text });
    }
    let wider: Vec<u8> = JAPANESE
        .chars()
        .flat_map(|sign| u32::from(sign).to_le_bytes())
        .collect();
    assert!(matches!(
        decode(&wider),
        Err(Foreign::Encoded { name: "UTF-32", .. })
    ));
}

#[test]
fn a_file_that_was_cut_or_joined_is_damaged_at_a_place() {
    for (bytes, at) in [
        ([JAPANESE.as_bytes(), b"\xe3\x81"].concat(), JAPANESE.len()),
        (
            [JAPANESE.as_bytes(), b"\"\xe9t\xe9\"", JAPANESE.as_bytes()].concat(),
            JAPANESE.len() + 1,
        ),
    ] {
        let found = decode(&bytes).unwrap_err();
        assert!(matches!(found, Foreign::Damaged { .. }), "{found:?}");
        assert_eq!(found.span(), (at, at + '\u{fffd}'.len_utf8()));
        assert!(found.text().starts_with(JAPANESE));
    }
}

#[test]
fn what_is_no_text_is_called_so() {
    for bytes in [
        &b"PK\x03\x04\x14\x00\x06\x00\x08"[..],
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"\x89PNG\r\n",
    ] {
        assert_eq!(decode(bytes), Err(Foreign::NoText));
    }
}
