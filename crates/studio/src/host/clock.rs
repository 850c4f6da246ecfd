//! Zones that were asked for while a page is drawn; the browser needs a while for each.

use std::{cell::RefCell, collections::HashMap};

use triage::hours::Offsets;

use super::zones;
use crate::{fields::Field, typed::dated::choices};

const DAY: i64 = 24 * 60 * 60;

/// What is known of time zones, and when that was found out.
#[derive(Default)]
pub struct Clock {
    offsets: RefCell<HashMap<String, (i64, Option<Offsets>)>>,
    names: RefCell<Vec<String>>,
}

impl Clock {
    /// The offsets of a zone around an instant in UTC seconds; nothing when the browser doesn't know the zone.
    pub fn offsets(&self, zone: &str, now: i64) -> Option<Offsets> {
        let mut known = self.offsets.borrow_mut();
        if let Some((at, offsets)) = known.get(zone)
            && (now - at).abs() < DAY
        {
            return offsets.clone();
        }
        let found = zones::year(zone, now);
        known.insert(zone.to_owned(), (now, found.clone()));
        found
    }

    /// What was typed into a field for a day or a moment, as the format has it, where it means one thing by the author's
    /// clock.
    pub fn dated(&self, field: &Field, typed: &str, now: i64) -> Option<String> {
        let zone = zones::here().and_then(|here| self.offsets(&here, now));
        let all = choices(field, typed, now, &zone.unwrap_or_else(Offsets::utc));
        match <[_; 1]>::try_from(all) {
            Ok([one]) => Some(one.written),
            Err(_) => None,
        }
    }

    /// The names of the zones that the browser knows, its own first.
    pub fn zones(&self) -> Vec<String> {
        let mut names = self.names.borrow_mut();
        if names.is_empty() {
            let own = zones::here();
            let all = zones::all().into_iter();
            let others = all.filter(|name| Some(name) != own.as_ref());
            *names = own.clone().into_iter().chain(others).collect();
        }
        names.clone()
    }
}
