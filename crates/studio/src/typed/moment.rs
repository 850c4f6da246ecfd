//! A day and a time as people type them: `22:00`, `tomorrow 9am`, `30.11.2026 22:00`, `11月30日 22時`, `कल रात 10 बजे`.
//!
//! Everything that a text can mean is given; of several, somebody has to choose. A text in which anything isn't understood
//! means nothing.

use triage::hours::{Date, Offsets};

use super::{
    plain,
    words::{FILLERS, MONTHS, WEEKDAYS, WORDS},
};
use crate::rehearse::moment::Reading;

/// What a time without a day, or a day without a time, is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Something that has been: the last such time.
    Past,
    /// Something to come, at a time of day that somebody has to say.
    Future,
    /// From when something holds: the next such time, and the beginning of a day.
    From,
}

/// Something that a text can mean: what a clock shows, and on which offset (seconds east of UTC) where that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// What a clock shows.
    pub reading: Reading,
    /// The offset that was typed.
    pub offset: Option<i32>,
}

impl Meant {
    /// As playbooks have it: `2026-11-30T22:00:00+09:00`. Without an offset of its own it is by a clock in the zone.
    pub fn written(self, zone: &Offsets) -> String {
        let offset = self
            .offset
            .unwrap_or_else(|| zone.at(self.reading.instant(zone)));
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
        format!(
            "{}:00{sign}{:02}:{:02}",
            self.reading,
            minutes / 60,
            minutes % 60
        )
    }
}

/// At which times news are promised, in minutes since midnight, where only the day was typed.
const USUAL: [i32; 3] = [9 * 60, 12 * 60, 18 * 60];

/// Everything that a text can mean now, the likeliest first.
pub fn read(text: &str, now: Reading, lean: Lean) -> Vec<Meant> {
    let Some(said) = Said::gather(text, now) else {
        return Vec::new();
    };
    let times = said.times();
    if said.part.is_some() && !said.has_time {
        return Vec::new();
    }
    let days = match (&said.days, lean) {
        (Some(days), _) => days.clone(),
        (None, _) if times.is_empty() => return Vec::new(),
        (None, _) => vec![now.date],
    };
    let times = match (times.is_empty() && !said.has_time, lean) {
        (false, _) => times,
        (true, Lean::From) => vec![0],
        (true, _) => USUAL.to_vec(),
    };
    let mut meant = Vec::new();
    for date in days {
        for minute in &times {
            let mut reading = Reading {
                date,
                minute: *minute,
            };
            if said.days.is_none() {
                reading = match lean {
                    Lean::Past if *minute > now.minute => Reading {
                        date: date.plus_days(-1),
                        ..reading
                    },
                    Lean::Past => reading,
                    Lean::Future | Lean::From => Reading::next(*minute, now),
                };
            }
            let one = Meant {
                reading,
                offset: said.offset,
            };
            if !meant.contains(&one) {
                meant.push(one);
            }
        }
    }
    meant
}

/// The days that a text can mean, without a time.
pub fn days(text: &str, now: Reading) -> Vec<Date> {
    match Said::gather(text, now) {
        Some(said) if !said.has_time && said.offset.is_none() && said.part.is_none() => {
            said.days.unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Morning,
    Later,
    Night,
}

/// What was found in a text.
#[derive(Default)]
struct Said {
    days: Option<Vec<Date>>,
    /// Hours and minutes; whether the hour may be one of twelve.
    time: Option<(i32, i32, bool)>,
    has_time: bool,
    part: Option<Part>,
    offset: Option<i32>,
    month: Option<i32>,
    numbers: Vec<i32>,
}

impl Said {
    /// Nothing where anything in the text isn't understood, or stands twice.
    fn gather(text: &str, now: Reading) -> Option<Self> {
        let mut said = Self::default();
        for piece in pieces(text) {
            said.take(&piece, now)?;
        }
        said.settle(now)?;
        Some(said)
    }

    fn take(&mut self, piece: &str, now: Reading) -> Option<()> {
        if FILLERS.contains(&piece) {
            return Some(());
        }
        if let Some(days) = days_of(piece, now) {
            return self.days.replace(days).is_none().then_some(());
        }
        match piece {
            "am" => return self.part.replace(Part::Morning).is_none().then_some(()),
            "pm" => return self.part.replace(Part::Later).is_none().then_some(()),
            "night" => {
                // "Tonight" may say it already.
                self.part = Some(Part::Night);
                return Some(());
            }
            _ => {}
        }
        if let Some(month) = month(piece) {
            return self.month.replace(month).is_none().then_some(());
        }
        if let Some(offset) = offset(piece) {
            return self.offset.replace(offset).is_none().then_some(());
        }
        if let Some(time) = self.clock(piece) {
            self.has_time = true;
            return self.time.replace(time).is_none().then_some(());
        }
        let number = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| piece.strip_suffix(end))
            .unwrap_or(piece);
        self.numbers.push(whole(number, 4)?);
        Some(())
    }

    /// A time of day: `22:00`, `22:00:00`, `9am`, `22h30`, `10b` (for बजे); perhaps with an offset behind it.
    fn clock(&mut self, piece: &str) -> Option<(i32, i32, bool)> {
        let (piece, part) = match (piece.strip_suffix("am"), piece.strip_suffix("pm")) {
            (Some(rest), _) => (rest, Some(Part::Morning)),
            (_, Some(rest)) => (rest, Some(Part::Later)),
            _ => (piece, None),
        };
        let time = if let Some(hour) = piece.strip_suffix('b') {
            let (hour, minute) = hour.split_once(':').unwrap_or((hour, "00"));
            let hour = whole(hour, 2)?;
            (hour, whole(minute, 2)?, hour <= 12)
        } else if let Some((hour, minute)) = piece.split_once('h') {
            let minute = if minute.is_empty() {
                0
            } else {
                whole(minute, 2)?
            };
            (whole(hour, 2)?, minute, false)
        } else if piece.contains(':') {
            let at = piece.find(['+', '-', 'z']).unwrap_or(piece.len());
            let (time, zone) = piece.split_at(at);
            if !zone.is_empty() {
                self.offset.replace(offset(zone)?).is_none().then_some(())?;
            }
            let mut parts = time.split(':');
            let (hour, minute) = (whole(parts.next()?, 2)?, parts.next()?);
            let second = parts.next().map_or(Some(0), |second| whole(second, 2))?;
            (minute.len() == 2 && second < 60 && parts.next().is_none()).then_some(())?;
            (hour, whole(minute, 2)?, false)
        } else if let Some((hour, minute)) = piece.split_once('.') {
            (minute.len() == 2).then_some(())?;
            (whole(hour, 2)?, whole(minute, 2)?, false)
        } else if part.is_some() {
            (whole(piece, 2)?, 0, false)
        } else {
            return None;
        };
        if part.is_some() {
            self.part = part;
        }
        let (hour, minute, _) = time;
        (hour < 24 && minute < 60).then_some(time)
    }

    /// What numbers by themselves are: the day and the year of a month, or the hour of a part of the day.
    fn settle(&mut self, now: Reading) -> Option<()> {
        let numbers = std::mem::take(&mut self.numbers);
        match (self.month, numbers.as_slice()) {
            (Some(month), [day] | [day, ..]) if *day <= 31 => {
                let year = numbers.get(1).copied();
                year.is_none_or(|year| year >= 1000).then_some(())?;
                (numbers.len() <= 2 && self.days.is_none()).then_some(())?;
                let date = match year {
                    Some(year) => date(year, month, *day)?,
                    None => nearest(month, *day, now)?,
                };
                self.days = Some(vec![date]);
            }
            (None, []) => {}
            (None, [hour])
                if self.part.is_some() && self.time.is_none() && (1..=12).contains(hour) =>
            {
                self.time = Some((*hour, 0, false));
                self.has_time = true;
            }
            _ => return None,
        }
        Some(())
    }

    /// The minutes since midnight that the time can be. None where its part of the day contradicts it.
    fn times(&self) -> Vec<i32> {
        let Some((hour, minute, is_open)) = self.time else {
            return Vec::new();
        };
        let at = |hour: i32| vec![hour * 60 + minute];
        match (self.part, hour) {
            (None, 1..=12) if is_open => [hour % 12, hour % 12 + 12]
                .map(|hour| hour * 60 + minute)
                .to_vec(),
            (None, _) => at(hour),
            (Some(Part::Morning), 0..=12) => at(hour % 12),
            (Some(Part::Later), 0..=12) => at(hour % 12 + 12),
            // Two at night is of the next day: nobody knows which one is meant.
            (Some(Part::Night), 6..=11) => at(hour + 12),
            (Some(Part::Later | Part::Night), 13..) => at(hour),
            _ => Vec::new(),
        }
    }
}

/// The pieces of a text, words as what they stand for.
fn pieces(text: &str) -> Vec<String> {
    let mut text = [" ", &plain(text), " "].concat();
    for (word, meaning) in WORDS {
        text = text.replace(word, &[" ", meaning, " "].concat());
    }
    for (from, to) in [
        ("a.m.", "am"),
        ("p.m.", "pm"),
        ("時半", "h30 "),
        ("時", "h"),
        ("分", " "),
        ("年", "y"),
        ("月", "m"),
        ("日", " "),
        ("頃", " "),
        ("ごろ", " "),
        ("に", " "),
        ("から", " "),
        ("まで", " "),
        ("の", " "),
        (" बजे", "b "),
        ("बजे", "b "),
        (" uhr ", "h "),
        (",", " "),
    ] {
        text = text.replace(from, to);
    }
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split_whitespace() {
        let is_number = |piece: &String| piece.bytes().all(|it| it.is_ascii_digit() || it == b':');
        match pieces.last_mut().filter(|last| is_number(last)) {
            // "10 pm"
            Some(last) if ["am", "pm", "b"].contains(&piece) => last.push_str(piece),
            _ => match piece.split_once('t') {
                // "2026-11-30t22:00"
                Some((day, time)) if day.len() == 10 && time.contains(':') => {
                    pieces.extend([day.to_owned(), time.to_owned()]);
                }
                _ => pieces.push(piece.to_owned()),
            },
        }
    }
    pieces
}

/// The days that a piece can mean.
fn days_of(piece: &str, now: Reading) -> Option<Vec<Date>> {
    if let Some(days) = piece.strip_prefix("d?") {
        let days: i32 = days.parse().ok()?;
        return Some(vec![now.date.plus_days(days), now.date.plus_days(-days)]);
    }
    if let Some(days) = piece
        .strip_prefix('d')
        .filter(|rest| rest.starts_with(['+', '-']))
    {
        return Some(vec![now.date.plus_days(days.parse().ok()?)]);
    }
    let shortened = WEEKDAYS.iter().position(|day| *day == piece);
    let weekday = piece
        .strip_prefix('w')
        .and_then(|day| day.parse().ok())
        .or(shortened);
    if let Some(weekday) = weekday {
        let ahead = (0..7).map(|days| now.date.plus_days(days));
        return ahead
            .into_iter()
            .find(|date| date.weekday() == weekday)
            .map(|date| vec![date]);
    }
    if let Some((first, day)) = piece.split_once('m') {
        let day = whole(day, 2)?;
        return Some(vec![match first.split_once('y') {
            Some((year, month)) => date(whole(year, 4)?, whole(month, 2)?, day)?,
            None => nearest(whole(first, 2)?, day, now)?,
        }]);
    }
    let separator = ['-', '/', '.']
        .into_iter()
        .find(|mark| piece.contains(*mark))?;
    let parts: Vec<&str> = piece.trim_end_matches('.').split(separator).collect();
    let numbers: Vec<i32> = parts
        .iter()
        .map(|part| whole(part, 4))
        .collect::<Option<_>>()?;
    let of = |month: i32, day: i32, year: Option<i32>| match year {
        Some(year) => date(year, month, day),
        None => nearest(month, day, now),
    };
    let (one, other, year) = match (numbers.as_slice(), parts.first()?.len()) {
        ([year, month, day], 4) => return Some(vec![date(*year, *month, *day)?]),
        ([one, other, year], _) if parts.last()?.len() == 4 => (*one, *other, Some(*year)),
        ([one, other], _) if parts.iter().all(|part| part.len() <= 2) => (*one, *other, None),
        _ => return None,
    };
    // With stops between, the day comes first wherever people write so; else some people mean the other one.
    let mut days: Vec<Date> = of(other, one, year).into_iter().collect();
    if separator != '.' {
        days.extend(of(one, other, year).filter(|date| Some(date) != days.first()));
    }
    (!days.is_empty()).then_some(days)
}

fn month(piece: &str) -> Option<i32> {
    if let Some(month) = piece.strip_prefix('n').and_then(|month| month.parse().ok()) {
        return Some(month);
    }
    let piece = piece.trim_end_matches('.');
    let is_so = |name: &str| {
        piece.len() >= 3 && name.starts_with(piece) || piece == "sept" && name == "september"
    };
    let place = MONTHS.iter().position(|name| is_so(name))?;
    i32::try_from(place + 1).ok()
}

/// Seconds east of UTC: `z`, `utc`, `gmt+9`, `+09:00`, `-0530`.
fn offset(piece: &str) -> Option<i32> {
    let rest = ["utc", "gmt", "z"]
        .iter()
        .find_map(|name| piece.strip_prefix(name));
    let rest = match rest {
        Some("") => return Some(0),
        Some(rest) => rest,
        None => piece,
    };
    let (sign, digits) = match rest.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let (hours, minutes) = if digits.len() == 4 && digits.is_ascii() {
        digits.split_at(2)
    } else {
        (digits.as_str(), "00")
    };
    let (hours, minutes) = (whole(hours, 2)?, whole(minutes, 2)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// A number of so many digits at the most.
fn whole(text: &str, most: usize) -> Option<i32> {
    let is_number = (1..=most).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The day of that name that is nearest to now.
fn nearest(month: i32, day: i32, now: Reading) -> Option<Date> {
    let year = now.date.year();
    let years = [year - 1, year, year + 1].into_iter();
    let dates = years.filter_map(|year| date(year, month, day));
    dates.min_by_key(|date| (date.days() - now.date.days()).abs())
}

#[cfg(test)]
mod tests {
    use super::{Lean, days, read};
    use crate::rehearse::moment::Reading;
    use triage::hours::{Offsets, parse_moment};

    /// A Monday.
    fn now() -> Reading {
        Reading::parse("2026-11-30T21:10").unwrap()
    }

    fn meant(text: &str, lean: Lean) -> Vec<String> {
        read(text, now(), lean)
            .into_iter()
            .map(|meant| meant.reading.to_string())
            .collect()
    }

    #[test]
    fn days_and_times_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("22:00", "2026-11-30T22:00"),
            ("9:30", "2026-12-01T09:30"),
            ("10pm", "2026-11-30T22:00"),
            ("10 p.m.", "2026-11-30T22:00"),
            ("today 22:00", "2026-11-30T22:00"),
            ("tonight at 10", "2026-11-30T22:00"),
            ("tomorrow 9am", "2026-12-01T09:00"),
            ("9:30 in the morning", "2026-12-01T09:30"),
            ("noon", "2026-12-01T12:00"),
            ("tomorrow noon", "2026-12-01T12:00"),
            ("Wednesday 18:00", "2026-12-02T18:00"),
            ("2026-11-30 22:00", "2026-11-30T22:00"),
            ("2026-11-30T22:00", "2026-11-30T22:00"),
            ("2026/11/30 22:00:59", "2026-11-30T22:00"),
            ("30.11.2026 22:00", "2026-11-30T22:00"),
            ("30.11. 22.00", "2026-11-30T22:00"),
            ("30.11.2026, 22 Uhr", "2026-11-30T22:00"),
            ("22h30", "2026-11-30T22:30"),
            ("13/12/2026 8:00", "2026-12-13T08:00"),
            ("12/13/2026 8:00", "2026-12-13T08:00"),
            ("30 Nov 22:00", "2026-11-30T22:00"),
            ("Nov 30th, 2026 10pm", "2026-11-30T22:00"),
            ("1 January 8:00", "2027-01-01T08:00"),
            ("22時", "2026-11-30T22:00"),
            ("２２：００", "2026-11-30T22:00"),
            ("11月30日 22:00", "2026-11-30T22:00"),
            ("2026年11月30日22時30分", "2026-11-30T22:30"),
            ("今日の午後10時半に", "2026-11-30T22:30"),
            ("明日9時", "2026-12-01T09:00"),
            ("水曜日 18:00", "2026-12-02T18:00"),
            ("२२:००", "2026-11-30T22:00"),
            ("आज रात 10 बजे", "2026-11-30T22:00"),
            ("३० नवंबर २२:००", "2026-11-30T22:00"),
            ("बुधवार शाम 6 बजे", "2026-12-02T18:00"),
        ] {
            assert_eq!(meant(typed, Lean::Future), [expected], "{typed}");
        }
        assert_eq!(meant("22:00", Lean::Past), ["2026-11-29T22:00"]);
        assert_eq!(meant("21:00", Lean::Past), ["2026-11-30T21:00"]);
        assert_eq!(meant("2026-12-01", Lean::From), ["2026-12-01T00:00"]);
    }

    #[test]
    fn what_can_mean_several_things_is_all_of_them() {
        for (typed, expected) in [
            ("11/12 22:00", &["2026-12-11T22:00", "2026-11-12T22:00"][..]),
            ("कल 22:00", &["2026-12-01T22:00", "2026-11-29T22:00"]),
            ("आज 10 बजे", &["2026-11-30T10:00", "2026-11-30T22:00"]),
            (
                "2026-12-01",
                &["2026-12-01T09:00", "2026-12-01T12:00", "2026-12-01T18:00"],
            ),
        ] {
            assert_eq!(meant(typed, Lean::Future), expected, "{typed}");
        }
        let dates = |text| {
            days(text, now())
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(dates("1.12."), ["2026-12-01"]);
        assert_eq!(dates("11/12/2026"), ["2026-12-11", "2026-11-12"]);
        assert_eq!(dates("tomorrow"), ["2026-12-01"]);
        assert!(dates("22:00").is_empty());
    }

    #[test]
    fn what_is_not_understood_means_nothing() {
        for typed in [
            "",
            "soon",
            "x",
            "25:00",
            "22:60",
            "31.11.2026",
            "2026-13-01",
            "22",
            "10",
            "tonight",
            "22:00 JST",
            "22:00 23:00",
            "today tomorrow 9:00",
            "午前22時",
            "22:0",
            "30 Nov 22",
            "http://example.com",
            "-",
            "+",
            "99999999999",
        ] {
            let lean = meant(typed, Lean::Future);
            assert!(lean.is_empty(), "{typed}: {lean:?}");
        }
    }

    #[test]
    fn what_is_written_has_the_offset_of_its_own_day() {
        let summer = parse_moment("2027-03-28T01:00:00Z").unwrap();
        let london = Offsets::new(vec![(0, 0), (summer, 3600)]).unwrap();
        for (typed, written) in [
            ("22:00", "2026-11-30T22:00:00+00:00"),
            ("1.4.2027 8:00", "2027-04-01T08:00:00+01:00"),
            ("2026-11-30 22:00 +09:00", "2026-11-30T22:00:00+09:00"),
            ("2026-11-30T22:00+0900", "2026-11-30T22:00:00+09:00"),
            ("2026-11-30 22:00 UTC", "2026-11-30T22:00:00+00:00"),
            ("2026-11-30 22:00 GMT-3", "2026-11-30T22:00:00-03:00"),
        ] {
            let meant = read(typed, now(), Lean::Future);
            assert_eq!(meant[0].written(&london), written, "{typed}");
            assert!(parse_moment(written).is_some());
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_reading_it_ends(text in "[-0-9:/., ttzapmd+?wny年月日時分半आजकल今夜a-z]{0,24}") {
            for lean in [Lean::Past, Lean::Future, Lean::From] {
                for meant in read(&text, now(), lean) {
                    let zone = Offsets::new(vec![(0, 19_800)]).unwrap();
                    proptest::prop_assert!(parse_moment(&meant.written(&zone)).is_some(), "{}", text);
                }
            }
        }
    }
}
