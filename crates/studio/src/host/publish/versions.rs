//! Earlier versions of drafts in the browser's storage, each an entry of its own, packed. They make room for drafts.
//!
//! The names of the entries must never change, nor what stands in them: `leeward-studio-version-`, the draft's id, `-`,
//! the moment in milliseconds.

use web_sys::Storage;

use crate::{
    host::drafts::storage,
    publish::{
        share::{pack, unpack},
        versions::{is_due, thinned},
    },
};

pub use crate::publish::versions::MOST;

const BEGINNING: &str = "leeward-studio-version-";

/// The moments of a draft's versions, in no order.
pub fn of(id: i64) -> Vec<i64> {
    let all = storage().map(|storage| all(&storage)).unwrap_or_default();
    let own = all.into_iter().filter(|(draft, _)| *draft == id);
    own.map(|(_, moment)| moment).collect()
}

/// Keeps a version where it is due, and says whether that has happened. Nobody misses one that doesn't fit.
pub fn keep(id: i64, moment: i64, text: &str) -> bool {
    let Some(storage) = storage() else {
        return false;
    };
    let mut kept = of(id);
    if !is_due(&kept, moment) || storage.set_item(&key(id, moment), &pack(text)).is_err() {
        return false;
    }
    kept.push(moment);
    while let Some(gone) = thinned(&kept, moment) {
        kept.retain(|moment| *moment != gone);
        let _ = storage.remove_item(&key(id, gone));
    }
    true
}

/// The text of a version.
pub fn read(id: i64, moment: i64) -> Option<String> {
    unpack(&storage()?.get_item(&key(id, moment)).ok()??).ok()
}

/// Forgets the versions of a draft.
pub fn forget(id: i64) {
    if let Some(storage) = storage() {
        for moment in of(id) {
            let _ = storage.remove_item(&key(id, moment));
        }
    }
}

/// Forgets the oldest version of all, and says whether there was one.
pub fn make_room() -> bool {
    let Some(storage) = storage() else {
        return false;
    };
    let oldest = all(&storage).into_iter().min_by_key(|(_, moment)| *moment);
    oldest.is_some_and(|(id, moment)| storage.remove_item(&key(id, moment)).is_ok())
}

fn all(storage: &Storage) -> Vec<(i64, i64)> {
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    keys.filter_map(|key| {
        let (id, moment) = key.strip_prefix(BEGINNING)?.split_once('-')?;
        Some((id.parse().ok()?, moment.parse().ok()?))
    })
    .collect()
}

fn key(id: i64, moment: i64) -> String {
    format!("{BEGINNING}{id}-{moment}")
}
