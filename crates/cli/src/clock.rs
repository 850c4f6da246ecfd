//! Whose clock: moments in a stated time zone, for people and for programs; and the visitor whose zone it is.

use clap::Args;
use jiff::{Timestamp, Zoned, tz::TimeZone};
use triage::{Playbook, hours::Offsets};

use crate::zones;

/// For how many days a clock's offsets are looked up.
const DAYS_AHEAD: i64 = 15;

/// The clock on somebody's wall.
pub struct Clock {
    zone: TimeZone,
    /// The IANA name of its zone.
    pub name: String,
}

impl Clock {
    /// A clock in a zone; without one, in the zone of the playbook's first channel with hours, or in UTC.
    fn new(zone: Option<&str>, playbook: &Playbook) -> Result<Self, String> {
        let names = playbook.timezones();
        let name = zone.or(names.first().copied()).unwrap_or("UTC");
        let zone = TimeZone::get(name).map_err(|_| {
            format!("\"{name}\": no time zone; write its IANA name, such as Asia/Tokyo")
        })?;
        Ok(Self {
            zone,
            name: name.to_owned(),
        })
    }

    /// What it shows at an instant in UTC seconds.
    pub fn at(&self, instant: i64) -> Zoned {
        let instant = Timestamp::from_second(instant).unwrap_or_default();
        instant.to_zoned(self.zone.clone())
    }

    /// Its offsets in the weeks around an instant in UTC seconds.
    pub fn offsets(&self, instant: i64) -> Option<Offsets> {
        let around = Timestamp::from_second(instant).ok()?;
        zones::offsets(&self.zone, around, DAYS_AHEAD)
    }

    /// A moment for people: `Tue 24 Nov 2026 09:00`.
    pub fn words(&self, instant: i64) -> String {
        self.at(instant).strftime("%a %-d %b %Y %H:%M").to_string()
    }

    /// A moment for programs: RFC 3339 with the zone's offset.
    pub fn rfc3339(&self, instant: i64) -> String {
        self.at(instant)
            .strftime("%Y-%m-%dT%H:%M:%S%:z")
            .to_string()
    }
}

/// A visitor to rehearse.
#[derive(Args)]
pub struct Visitor {
    /// The visitor's language; the playbook's first if not given.
    #[arg(long, value_name = "TAG")]
    locale: Option<String>,
    /// The visitor's time zone; that of the first channel with hours if not given.
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
}

impl Visitor {
    /// The locale and the clock that they have with a playbook.
    pub fn at(&self, playbook: &Playbook) -> Result<(String, Clock), String> {
        let locale = locale(playbook, self.locale.as_deref())?;
        Ok((locale, Clock::new(self.timezone.as_deref(), playbook)?))
    }
}

/// Reads a moment from the command line.
pub fn moment(text: &str) -> Result<Timestamp, String> {
    text.parse()
        .map_err(|_| "write it with its offset, such as 2026-11-22T10:00+09:00".to_owned())
}

/// How long something lasts, in the two largest units: `3 days 15 hours`, `40 minutes`. Seconds are rounded up.
pub fn duration(seconds: i64) -> String {
    let minutes = (seconds + 59) / 60;
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let parts = if days > 0 {
        [(days, "day"), (hours, "hour")]
    } else {
        [(hours, "hour"), (rest, "minute")]
    };
    let said: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}{}", if *number == 1 { "" } else { "s" }))
        .collect();
    if said.is_empty() {
        "0 minutes".to_owned()
    } else {
        said.join(" ")
    }
}

/// The place of a locale that a playbook has; the first one if none is asked for.
fn locale(playbook: &Playbook, wanted: Option<&str>) -> Result<String, String> {
    let locales: Vec<&str> = playbook.locales().iter().map(String::as_str).collect();
    let Some(wanted) = wanted else {
        return Ok(locales.first().copied().unwrap_or_default().to_owned());
    };
    match locales
        .iter()
        .find(|known| known.eq_ignore_ascii_case(wanted))
    {
        Some(known) => Ok((*known).to_owned()),
        None => Err(format!(
            "\"{wanted}\": not among the playbook's locales; use one of {}",
            locales.join(", ")
        )),
    }
}
