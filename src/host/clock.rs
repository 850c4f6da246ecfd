//! The clock: now, and the offsets of the zones in which channels keep their hours.
//!
//! Browsers tell a zone's offset at one instant only. A table for the weeks ahead is made by
//! many looks ([`Offsets::scan`]), in about a quarter of a millisecond a zone. Shipping a
//! time-zone database would cost hundreds of kilobytes.

use js_sys::{Date, Object, Reflect};
use triage::{
    ChannelId, Playbook, Situation,
    hours::{Offsets, Zones, parse_offset},
    status::Status,
};
use wasm_bindgen::JsValue;

use crate::intl::DateTimeFormat;

const DAY: i64 = 24 * 60 * 60;
/// The engine looks up to five weeks ahead, and back to the day on which an overnight span began.
const AHEAD: i64 = 37 * DAY;
const BACK: i64 = 3 * DAY;

/// The date in UTC.
pub fn today() -> triage::hours::Date {
    triage::hours::Date::from_days((Date::now() / (DAY * 1000) as f64) as i32)
}

/// What time it is, here and where the channels are.
pub struct Clock {
    timezones: Vec<String>,
    situation: Situation,
    /// The instant for which the tables were made.
    tables_at: i64,
}

impl Clock {
    /// A clock for the zones of a playbook. By a clock that may be wrong nothing is known of any zone, and
    /// so nothing is called open or closed.
    pub fn new(playbook: &Playbook, skewed: bool) -> Self {
        let mut timezones = Vec::new();
        if !skewed {
            timezones.extend(playbook.timezones().into_iter().map(ToOwned::to_owned));
        }
        let mut clock = Self {
            timezones,
            situation: Situation::default(),
            tables_at: 0,
        };
        clock.situation.here = here(playbook);
        clock.advance();
        clock
    }

    /// Reads the time anew. The tables are made anew once a day.
    pub fn advance(&mut self) {
        self.situation.now = (Date::now() / 1000.0) as i64;
        if (self.situation.now - self.tables_at).abs() > DAY {
            self.tables_at = self.situation.now;
            self.situation.zones = zones(&self.timezones, self.tables_at);
        }
    }

    /// Takes into the situation what a live feed says, and which channels have been tried in vain.
    pub fn hear(&mut self, status: Status, down: Vec<ChannelId>) {
        self.situation.status = status;
        self.situation.down = down;
    }

    /// Now, in UTC seconds.
    pub const fn now(&self) -> i64 {
        self.situation.now
    }

    /// The situation for the engine.
    pub const fn situation(&self) -> &Situation {
        &self.situation
    }
}

/// The name by which a playbook's lines for danger to life know the visitor's time zone. A zone may have several
/// (`Asia/Kolkata`, `Asia/Calcutta`); the browser resolves both to the one that it prefers.
fn here(playbook: &Playbook) -> String {
    let resolved = |zone: JsValue| {
        let options = Object::new();
        let _ = Reflect::set(&options, &"timeZone".into(), &zone);
        let options = DateTimeFormat::new("en", &options).and_then(|it| it.resolved_options());
        Reflect::get(&options.ok()?.into(), &"timeZone".into()).ok()
    };
    let own = resolved(JsValue::UNDEFINED);
    let mut named = playbook.emergency_timezones();
    let here = named.find(|zone| own.is_some() && resolved((*zone).into()) == own);
    here.unwrap_or_default().to_owned()
}

fn zones(names: &[String], now: i64) -> Zones {
    let mut zones = Zones::default();
    for name in names {
        if let Some(offsets) = offsets(name, now) {
            zones.insert(name, offsets);
        }
    }
    zones
}

/// The offsets of a zone around an instant; `None` when the browser doesn't know the zone.
fn offsets(zone: &str, now: i64) -> Option<Offsets> {
    let options = Object::new();
    for (name, value) in [("timeZone", zone), ("timeZoneName", "longOffset")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    // Throws for a zone that the browser doesn't know (`Etc/Unknown`, or one newer than itself).
    let format = DateTimeFormat::new("en", &options).ok()?;
    let offset_at = |utc: i64| parse_offset(&format.format_moment(utc as f64 * 1000.0).ok()?);

    Offsets::scan(now - BACK, now + AHEAD, offset_at)
}
