//! Drafts in the browser's storage, each an entry of its own. Storage may be full, forbidden or changed by others.
//!
//! An entry is a line `saved_at length_of_base name`, then the text with which the author began, then the text as it is.
//! What was changed in texts for elsewhere is an entry beside it.
//! Names and format must never change: somebody's only copy may be kept in them.

use web_sys::Storage;

use super::publish::versions;
use crate::{outlets::Edits, state::Draft};

const BEGINNING: &str = "leeward-studio-draft-";

/// How the names of the entries beside them begin.
const BESIDE: &str = "leeward-studio-texts-";

/// More are not kept; the oldest go first.
const MOST: usize = 8;

/// All drafts, the newest first.
pub fn all() -> Vec<Draft> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    let mut drafts: Vec<Draft> = keys.filter_map(|key| read(&storage, &key)).collect();
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
    drafts
}

/// Keeps a draft; nothing when the browser doesn't.
pub fn save(draft: &Draft) -> Option<()> {
    for old in all().iter().filter(|old| old.id != draft.id).skip(MOST - 1) {
        forget(old.id);
    }
    let (storage, beside) = (storage()?, beside(draft.id));
    if draft.edits.is_empty() {
        let _ = storage.remove_item(&beside);
    } else {
        set(&storage, &beside, &draft.edits.kept())?;
    }
    set(&storage, &key(draft.id), &write(draft))
}

/// Keeps an entry. Earlier versions make room for what is written now.
fn set(storage: &Storage, key: &str, entry: &str) -> Option<()> {
    for _ in 0..=MOST * versions::MOST {
        if storage.set_item(key, entry).is_ok() {
            return Some(());
        }
        if !versions::make_room() {
            break;
        }
    }
    None
}

/// Forgets a draft.
pub fn forget(id: i64) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(id));
        let _ = storage.remove_item(&beside(id));
    }
    versions::forget(id);
}

/// Throws where it is forbidden.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn key(id: i64) -> String {
    [BEGINNING, &id.to_string()].concat()
}

fn beside(id: i64) -> String {
    [BESIDE, &id.to_string()].concat()
}

fn write(draft: &Draft) -> String {
    let name = draft.name.replace('\n', " ");
    format!(
        "{} {} {name}\n{}{}",
        draft.saved_at,
        draft.base.len(),
        draft.base,
        draft.text
    )
}

fn read(storage: &Storage, key: &str) -> Option<Draft> {
    let id = key.strip_prefix(BEGINNING)?.parse().ok()?;
    let draft = parse(id, &storage.get_item(key).ok()??)?;
    let edits = storage.get_item(&beside(id)).ok().flatten();
    let edits = edits.map(|kept| Edits::read(&kept)).unwrap_or_default();
    Some(Draft { edits, ..draft })
}

fn parse(id: i64, entry: &str) -> Option<Draft> {
    let (head, rest) = entry.split_once('\n')?;
    let mut head = head.splitn(3, ' ');
    let saved_at = head.next()?.parse().ok()?;
    let (base, text) = rest.split_at_checked(head.next()?.parse().ok()?)?;
    let name = head.next()?.to_owned();
    Some(Draft {
        id,
        name,
        saved_at,
        base: base.to_owned(),
        text: text.to_owned(),
        edits: Edits::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Draft, Edits, parse, write};

    #[test]
    fn a_draft_is_read_as_it_was_written_and_nonsense_is_none() {
        let draft = Draft {
            id: 7,
            name: "嵐 1.json".into(),
            saved_at: 12,
            base: "{\n}\n".into(),
            text: "{ \"a\": \"い\" }".into(),
            edits: Edits::default(),
        };
        assert_eq!(parse(7, &write(&draft)), Some(draft));
        for nonsense in ["", "1 2", "1 99 a\n{}", "x 1 a\n{}"] {
            assert_eq!(parse(7, nonsense), None);
        }
    }
}
