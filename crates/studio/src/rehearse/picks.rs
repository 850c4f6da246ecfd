//! Moments that are worth a rehearsal, so that nobody has to look for them.

use triage::{Hours, Playbook, hours::Date};

use super::moment::Reading;

/// The dead of night, in minutes since midnight.
const NIGHT: i32 = 3 * 60;

/// An hour at which people expect somebody, in minutes since midnight.
const MORNING: i32 = 10 * 60;

/// The last day of a week that begins on Monday.
const SUNDAY: usize = 6;

/// Why a moment is worth it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The next time that it is three in the morning.
    Night,
    /// Three in the morning of the next Sunday.
    Sunday,
    /// Ten in the morning of the next holiday of the playbook, by its name.
    Holiday(String),
}

/// Moments that come after another, in a language by its place in the playbook.
pub fn picks(playbook: &Playbook, locale: usize, now: Reading) -> Vec<(Pick, Reading)> {
    let to_sunday = SUNDAY.saturating_sub(now.date.weekday());
    let sunday = now
        .date
        .plus_days(i32::try_from(to_sunday).unwrap_or_default());
    let mut sunday = Reading {
        date: sunday,
        minute: NIGHT,
    };
    if (sunday.date, sunday.minute) <= (now.date, now.minute) {
        sunday.date = sunday.date.plus_days(7);
    }
    let mut picks = vec![
        (Pick::Night, Reading::next(NIGHT, now)),
        (Pick::Sunday, sunday),
    ];
    picks.extend(holiday(playbook, locale, now.date).map(|(date, name)| {
        let minute = MORNING;
        (Pick::Holiday(name), Reading { date, minute })
    }));
    picks
}

fn holiday(playbook: &Playbook, locale: usize, today: Date) -> Option<(Date, String)> {
    let weeks = playbook
        .channels()
        .iter()
        .filter_map(|channel| match &channel.hours {
            Hours::Weekly(weekly) => Some(weekly),
            Hours::Always => None,
        });
    let (date, name) = weeks
        .flat_map(|weekly| &weekly.holidays)
        .filter(|(date, _)| *date > today)
        .min_by_key(|(date, _)| *date)?;
    Some((*date, playbook.words(name, locale).text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Pick, picks};
    use crate::rehearse::moment::Reading;
    use triage::{check, source::parse};

    #[test]
    fn the_night_the_sunday_and_the_holiday_ahead_are_picked() {
        let text = include_str!("../../../../playbooks/service-crisis.json");
        let playbook = check(parse(text).unwrap()).playbook.unwrap();
        let picked = |now: &str| -> Vec<String> {
            let all = picks(&playbook, 0, Reading::parse(now).unwrap()).into_iter();
            let one = |(pick, at): (Pick, Reading)| match pick {
                Pick::Holiday(name) => format!("{name} {at}"),
                other => format!("{other:?} {at}"),
            };
            all.map(one).collect()
        };
        // 22 November 2026 is a Sunday.
        assert_eq!(
            picked("2026-11-22T02:00"),
            [
                "Night 2026-11-22T03:00",
                "Sunday 2026-11-22T03:00",
                "Labour Thanksgiving Day 2026-11-23T10:00"
            ]
        );
        assert_eq!(
            picked("2026-11-22T04:00"),
            [
                "Night 2026-11-23T03:00",
                "Sunday 2026-11-29T03:00",
                "Labour Thanksgiving Day 2026-11-23T10:00"
            ]
        );
    }
}
