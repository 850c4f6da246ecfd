//! From instants to readings and back: the UTC offsets of a zone around now, as the host gives them.
//! No time-zone database is in here: it would be larger than everything else together.

use super::{DAY, Date};

/// The farthest instant from 1970 that a JavaScript `Date` can hold, in seconds (ECMA-262, time
/// values). Instants beyond it are taken for it, so that no sum here can overflow.
const FARTHEST: i64 = 8_640_000_000_000;

/// The UTC offsets of one zone: from which instant on which one holds.
///
/// ```
/// use triage::hours::{Date, Offsets, parse_moment};
///
/// // London goes back from BST to GMT on 2026-10-25 at 01:00 UTC.
/// let back = parse_moment("2026-10-25T01:00:00Z").unwrap();
/// let london = Offsets::new(vec![(back - 1, 3600), (back, 0)]).unwrap();
///
/// let day = Date::parse("2026-10-25").unwrap();
/// assert_eq!(london.local(back - 60), (day, 2 * 3600 - 60), "01:59 BST");
/// assert_eq!(london.local(back), (day, 3600), "01:00 GMT");
/// assert_eq!(london.to_utc(day, 90), back - 30 * 60, "the first 01:30 of two");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offsets {
    table: Vec<(i64, i32)>,
}

/// A stretch of instants, `from` included and `to` not, during which one offset holds.
#[derive(Clone, Copy)]
pub(super) struct Period {
    pub from: i64,
    pub to: i64,
    pub offset: i64,
}

impl Offsets {
    /// Pairs of an instant (UTC seconds) and the offset (seconds east of UTC) that holds from it on.
    /// The first offset holds before its instant too, the last one for ever.
    ///
    /// Nothing when the table is empty, when its instants don't ascend, or when an offset is a day or
    /// more, which no zone ever had.
    pub fn new(table: Vec<(i64, i32)>) -> Option<Offsets> {
        let ascends = table.is_sorted_by(|a, b| a.0 < b.0);
        let plausible = table
            .iter()
            .all(|(_, offset)| i64::from(offset.unsigned_abs()) < DAY);
        (!table.is_empty() && ascends && plausible).then_some(Offsets { table })
    }

    /// A clock that shows UTC, always.
    #[must_use]
    pub fn utc() -> Offsets {
        Offsets {
            table: vec![(0, 0)],
        }
    }

    /// The offsets between two instants, looked up one by one, as browsers tell them. Two looks lie twelve hours apart,
    /// and where they differ, the change is found to the second.
    ///
    /// Nothing when an offset isn't known, or is none that a zone could have.
    ///
    /// ```
    /// use triage::hours::Offsets;
    ///
    /// let look = |utc: i64| Some(if utc < 100_001 { 3600 } else { 0 });
    /// assert_eq!(Offsets::scan(0, 500_000, look), Offsets::new(vec![(0, 3600), (100_001, 0)]));
    /// ```
    pub fn scan(start: i64, end: i64, offset_at: impl Fn(i64) -> Option<i32>) -> Option<Offsets> {
        let mut from = start;
        let mut offset = offset_at(from)?;
        let mut table = vec![(from, offset)];
        while from < end {
            let to = from + DAY / 2;
            let later = offset_at(to)?;
            if later != offset {
                let (mut before, mut after) = (from, to);
                while after - before > 1 {
                    let middle = before + (after - before) / 2;
                    if offset_at(middle)? == offset {
                        before = middle;
                    } else {
                        after = middle;
                    }
                }
                table.push((after, later));
                offset = later;
            }
            from = to;
        }
        Offsets::new(table)
    }

    /// The offset in force at an instant, in seconds east of UTC.
    pub fn at(&self, utc: i64) -> i32 {
        self.period(utc).offset as i32
    }

    /// The reading at an instant: the date, and the second of that day (0 to 86,399).
    pub fn local(&self, utc: i64) -> (Date, i32) {
        let wall = clamp(utc) + self.period(utc).offset;
        (day_of(wall), wall.rem_euclid(DAY) as i32)
    }

    /// The earliest instant at which a clock in the zone shows this reading or a later one. A reading
    /// that is shown twice gives the first of the two instants; one that falls into a gap gives the
    /// instant at which clocks jump over it.
    ///
    /// `minute` counts from the start of the day and may lie beyond it: 1,500 is 01:00 on the next day.
    pub fn to_utc(&self, date: Date, minute: i32) -> i64 {
        let wall = i64::from(date.days()) * DAY + i64::from(minute) * 60;
        let shown = self.periods().find_map(|period| {
            let utc = period.from.max(wall - period.offset);
            (utc < period.to).then_some(utc)
        });
        shown.unwrap_or(wall)
    }

    /// The period in which an instant lies.
    pub(super) fn period(&self, utc: i64) -> Period {
        let utc = clamp(utc);
        self.periods()
            .find(|period| utc < period.to)
            .unwrap_or(Period {
                from: i64::MIN,
                to: i64::MAX,
                offset: 0,
            })
    }

    /// All periods, in order. Together they cover the whole time line.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> {
        self.table
            .iter()
            .enumerate()
            .map(|(place, (from, offset))| Period {
                from: if place == 0 { i64::MIN } else { *from },
                to: self.table.get(place + 1).map_or(i64::MAX, |next| next.0),
                offset: i64::from(*offset),
            })
    }
}

/// The offsets of all the zones that a playbook names.
///
/// ```
/// use triage::hours::{Offsets, Zones};
///
/// let mut zones = Zones::default();
/// zones.insert("Asia/Tokyo", Offsets::new(vec![(0, 9 * 3600)]).unwrap());
/// assert_eq!(zones.get("Asia/Tokyo").map(|tokyo| tokyo.at(0)), Some(9 * 3600));
/// assert!(zones.get("Etc/Unknown").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zones {
    entries: Vec<(String, Offsets)>,
}

impl Zones {
    /// Remembers the offsets of a zone, instead of those it had before.
    pub fn insert(&mut self, zone: &str, offsets: Offsets) {
        match self.entries.iter_mut().find(|(name, _)| name == zone) {
            Some(entry) => entry.1 = offsets,
            None => self.entries.push((zone.to_owned(), offsets)),
        }
    }

    /// The offsets of a zone, or nothing when the host doesn't know it. Then nobody can say whether a
    /// channel is open, and nobody should. Names are compared exactly: both sides copy the playbook's.
    pub fn get(&self, zone: &str) -> Option<&Offsets> {
        self.entries
            .iter()
            .find(|(name, _)| name == zone)
            .map(|(_, offsets)| offsets)
    }
}

/// Seconds east of UTC, as browsers write a zone's `longOffset`: a date in digits, a comma, and then `GMT`, `GMT+09:00` or
/// `GMT-02:30`.
///
/// ```
/// use triage::hours::parse_offset;
///
/// assert_eq!(parse_offset("11/29/2026, GMT+05:30"), Some(19_800));
/// assert_eq!(parse_offset("11/29/2026, GMT"), Some(0));
/// ```
pub fn parse_offset(text: &str) -> Option<i32> {
    let (_, offset) = text.split_once('T')?;
    let (sign, digits) = match offset.split_at_checked(1) {
        None => return Some(0),
        Some(("+", digits)) => (1, digits),
        // Browsers write a hyphen; the minus sign is what the locale data has.
        Some(("-", digits)) => (-1, digits),
        Some(_) => return None,
    };
    let mut seconds = 0;
    for (part, unit) in digits.split(':').zip([3600, 60, 1]) {
        seconds += i32::from(part.parse::<u16>().ok()?) * unit;
    }
    Some(sign * seconds)
}

/// The instant, or the nearest one that the arithmetic here is made for.
pub(super) fn clamp(utc: i64) -> i64 {
    utc.clamp(-FARTHEST, FARTHEST)
}

/// The date of a reading given as seconds since 1970-01-01 on the wall.
pub(super) fn day_of(wall: i64) -> Date {
    Date::from_days(wall.div_euclid(DAY) as i32)
}
