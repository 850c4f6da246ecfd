//! What comes from outside, from the bytes of a file or of an answer to what happens then. Nothing but UTF-8 becomes a text
//! unasked: a browser's own reading would put a mark for each byte that it can't read, and say nothing.

use leeward_document::{Foreign, decode};
use triage::source::{Slip, first_slip};

use crate::{
    event::Event,
    publish::{self, Purpose},
    state::Told,
};

/// What a server has answered.
pub enum Answer {
    /// It didn't.
    Nothing,
    /// That there is nothing at the address.
    NotThere,
    /// These bytes.
    Bytes(Vec<u8>),
}

/// A file of the author's is there, or can't be read.
pub fn opened(name: String, bytes: Option<Vec<u8>>, now: i64) -> Event {
    match bytes.map(|bytes| decode(&bytes)) {
        Some(Ok(text)) => Event::Opened { name, text, now },
        Some(Err(foreign)) => Event::Foreign { name, foreign, now },
        None => Event::Unreadable(name),
    }
}

/// A server has answered for an address. Where there is a page instead of a playbook, the address is wrong, not the file.
pub fn brought(address: String, name: String, purpose: Purpose, answer: Answer, now: i64) -> Event {
    let bytes = match answer {
        Answer::Nothing => return Event::Unreadable(address),
        Answer::NotThere => None,
        Answer::Bytes(bytes) => Some(bytes),
    };
    let is_page = |bytes: &Vec<u8>| {
        let text = decode(bytes).unwrap_or_else(|foreign| foreign.text().to_owned());
        matches!(first_slip(&text), Some((Slip::Page, _)))
    };
    match (purpose, bytes.filter(|bytes| !is_page(bytes))) {
        (_, None) => {
            let no_playbook = publish::Told::NoPlaybook(address);
            Event::Told(Told::Publishing(no_playbook))
        }
        (Purpose::Open, bytes) => opened(name, bytes, now),
        (Purpose::Compare, bytes) => compared(address, bytes),
    }
}

/// What is compared with is there, or can't be read.
pub fn compared(name: String, bytes: Option<Vec<u8>>) -> Event {
    let Some(bytes) = bytes else {
        return Event::Unreadable(name);
    };
    let text = decode(&bytes).unwrap_or_else(|foreign| foreign.text().to_owned());
    Event::Publishing(publish::Event::Compared(name, text))
}

/// What a translator has sent is there, or can't be read.
pub fn translated(name: String, bytes: Option<Vec<u8>>) -> Event {
    match bytes.map(|bytes| decode(&bytes)) {
        Some(Ok(text)) => Event::Translated(text),
        Some(Err(Foreign::Encoded { name: encoding, .. })) => {
            Event::Told(Told::Encoded(name, encoding))
        }
        _ => Event::Unreadable(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, brought, compared, opened, translated};
    use crate::{
        event::Event,
        publish::{self, Purpose},
        state::{State, Told},
    };

    /// 港湾 in Shift_JIS.
    const SHIFT_JIS: &[u8] = b"{ \"name\": \"\x8d\x60\x98\x70\x95\xdb\x8c\xaf\x82\xcc\x82\xa8\x92\x6d\x82\xe7\x82\xb9\" }";

    #[test]
    fn a_page_in_the_place_of_a_playbook_is_a_wrong_address() {
        for purpose in [Purpose::Open, Purpose::Compare] {
            for answer in [
                Answer::NotThere,
                Answer::Bytes(b"\xef\xbb\xbf\n<!doctype html><title>Log in</title>".to_vec()),
                Answer::Bytes(b"<?xml version=\"1.0\"?><Error/>".to_vec()),
            ] {
                let event = brought("/a.json".into(), "a.json".into(), purpose, answer, 1);
                let Event::Told(Told::Publishing(told)) = event else {
                    panic!("{event:?}");
                };
                assert_eq!(told, publish::Told::NoPlaybook("/a.json".into()));
            }
        }
        let none = brought("/a".into(), "a".into(), Purpose::Open, Answer::Nothing, 1);
        assert!(matches!(none, Event::Unreadable(_)), "{none:?}");
        let file = Answer::Bytes(b"\xef\xbb\xbf{}".to_vec());
        let event = brought("/a".into(), "a".into(), Purpose::Open, file, 1);
        assert!(
            matches!(&event, Event::Opened { text, .. } if text == "{}"),
            "{event:?}"
        );
    }

    #[test]
    fn another_encoding_is_named_wherever_a_file_is_read() {
        let bytes = || Some(SHIFT_JIS.to_vec());
        let mut state = State::default();
        state.update(opened("a".into(), bytes(), 1));
        let broken = state.broken.unwrap();
        assert!(broken.mended.unwrap().contains("港湾保険のお知らせ"));
        let event = translated("a".into(), bytes());
        assert!(
            matches!(event, Event::Told(Told::Encoded(_, "Shift_JIS"))),
            "{event:?}"
        );
        let event = compared("a".into(), bytes());
        assert!(
            matches!(&event, Event::Publishing(publish::Event::Compared(_, text)) if text.contains("港湾")),
            "{event:?}"
        );
    }
}
