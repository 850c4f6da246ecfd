//! A week on the visitor's clock: who can be reached, hour by hour, and when nobody can.

use triage::{
    ChannelId, Playbook, Situation, attended,
    hours::{Date, Offsets},
    open_by_day,
    status::State,
    unattended,
};

use super::moment::Reading;

/// How many days there are in it.
const DAYS: i32 = 7;

/// The minutes of a cell.
const HOUR: i32 = 60;

/// A week for visitors in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// The language.
    pub locale: String,
    /// For each day, how many channels with people are open in each hour; `None` for an hour that clocks leave out.
    pub days: Vec<(Date, Vec<Option<usize>>)>,
    /// When nobody can be reached, from and to.
    pub gaps: Vec<(Reading, Reading)>,
    /// Whether that is the whole week.
    pub is_empty: bool,
}

/// The week that begins with the day of a situation, for each language of a playbook, on a clock.
pub fn weeks(playbook: &Playbook, situation: &Situation, clock: &Offsets) -> Vec<Week> {
    let (first, _) = clock.local(situation.now);
    let span = (
        clock.to_utc(first, 0),
        clock.to_utc(first.plus_days(DAYS), 0),
    );
    // What is rehearsed of a channel is taken to hold for the whole of the week.
    let shut = |id: &ChannelId| {
        let mut told = situation.status.channels.iter();
        told.any(|(known, live)| known == id && matches!(live.state, State::Down | State::Closed))
    };
    let week = |locale: &String| {
        let mut channels = attended(playbook, locale);
        channels.retain(|id| !shut(id));
        let map = open_by_day(playbook, &channels, situation, clock, (first, DAYS), HOUR);
        let gaps = unattended(playbook, &channels, situation, span);
        Week {
            locale: locale.clone(),
            days: (0..).map(|day| first.plus_days(day)).zip(map).collect(),
            is_empty: gaps == [span],
            gaps: gaps
                .into_iter()
                .map(|(from, to)| (Reading::at(from, clock), Reading::at(to, clock)))
                .collect(),
        }
    };
    playbook.locales().iter().map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::weeks;
    use triage::{
        Situation, check,
        hours::{Date, Offsets, Zones},
        source::parse,
        status,
    };

    #[test]
    fn the_hours_and_the_gaps_of_a_week_are_those_of_the_file_on_the_visitors_clock() {
        let text = r#"{ "version": 1, "name": "X", "locales": ["en", "hi"], "questions": [],
            "hours": { "desk": { "timezone": "Etc/UTC", "week": { "mon-sat": ["00:30-12:00"] } } },
            "channels": {
              "phone": { "kind": "phone", "name": "Call", "address": "+81312345678", "hours": "desk", "languages": ["en"] },
              "chat": { "kind": "chat", "name": "Chat", "url": "https://example.test/chat", "hours": "desk" },
              "form": { "kind": "form", "name": "Write", "endpoint": "/messages", "always": true },
              "mail": { "kind": "email", "name": "Mail", "address": "a@example.test", "always": true } },
            "routes": [{ "id": "all", "first": ["phone"], "second": ["form"] }] }"#;
        let playbook = check(parse(text).unwrap()).playbook.unwrap();
        let mut zones = Zones::default();
        zones.insert("Etc/UTC", Offsets::new(vec![(0, 0)]).unwrap());
        let mut situation = Situation {
            // Saturday 2026-11-28, at noon.
            now: 1_795_867_200,
            zones,
            ..Situation::default()
        };
        let kolkata = Offsets::new(vec![(0, 19_800)]).unwrap();
        let said = |gaps: &[(super::Reading, super::Reading)]| -> Vec<String> {
            gaps.iter()
                .map(|(from, to)| format!("{from} {to}"))
                .collect()
        };
        let [english, hindi] = &weeks(&playbook, &situation, &kolkata)[..] else {
            panic!("a week for each language");
        };
        assert_eq!(english.days[0].0, Date::parse("2026-11-28").unwrap());
        let saturday: String = english.days[0]
            .1
            .iter()
            .map(|open| open.unwrap().to_string())
            .collect();
        assert_eq!(
            saturday, "000000222222222220000000",
            "from six to half past five, whole hours"
        );
        assert_eq!(
            said(&english.gaps[..2]),
            [
                "2026-11-28T00:00 2026-11-28T06:00",
                "2026-11-28T17:30 2026-11-30T06:00"
            ]
        );
        assert_eq!(hindi.days[0].1[6], Some(1), "only the chat speaks Hindi");
        let feed = r#"{ "version": 1, "channels": { "chat": { "state": "down" } } }"#;
        situation.status = status::read(&parse(feed).unwrap(), &playbook, situation.now);
        let weeks = weeks(&playbook, &situation, &kolkata);
        assert!(weeks[1].is_empty && !weeks[0].is_empty);
        assert_eq!(weeks[0].days[0].1[6], Some(1));
    }
}
