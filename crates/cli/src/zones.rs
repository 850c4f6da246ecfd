//! The offsets of time zones, from the time-zone database that this program carries.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use triage::{
    Playbook,
    hours::{Offsets, Zones},
};

/// The engine looks back to the day on which an overnight span began.
const DAYS_BACK: i64 = 4;

/// The offsets of every zone of a playbook, from some days before an instant to some days ahead. A zone that the
/// database doesn't have is left out.
pub fn zones(playbook: &Playbook, now: Timestamp, days_ahead: i64) -> Zones {
    let mut zones = Zones::default();
    for name in playbook.timezones() {
        if let Some(offsets) = TimeZone::get(name)
            .ok()
            .and_then(|zone| offsets(&zone, now, days_ahead))
        {
            zones.insert(name, offsets);
        }
    }
    zones
}

fn offsets(zone: &TimeZone, now: Timestamp, days_ahead: i64) -> Option<Offsets> {
    let day = |count: i64| SignedDuration::from_hours(24 * count);
    let (start, end) = (now - day(DAYS_BACK), now + day(days_ahead));
    let mut table = vec![(start.as_second(), zone.to_offset(start).seconds())];
    let changes = zone
        .following(start)
        .take_while(|change| change.timestamp() < end);
    table.extend(changes.map(|change| (change.timestamp().as_second(), change.offset().seconds())));
    Offsets::new(table)
}
