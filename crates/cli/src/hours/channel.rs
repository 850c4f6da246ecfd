//! Each channel: its hours, what changes next, and the holidays ahead.

use triage::{
    Availability, Channel, ChannelId, Hours, Playbook, Situation, Weekly,
    hours::{Date, Span},
};

use crate::clock::{Clock, duration};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Holidays are told so many days ahead.
const HOLIDAYS_AHEAD: i32 = 30;

/// Prints every channel, in the order of the file.
pub fn print(playbook: &Playbook, situation: &Situation, locale: &str, clock: &Clock) {
    for id in playbook.channel_ids() {
        let channel = playbook.channel(id);
        say!("{} ({})", channel.id, channel.kind().name());
        if !channel.speaks(locale) {
            say!(
                "  answers in {}, not in {locale}",
                channel.languages.join(", ")
            );
        }
        say!("  now: {}", state(id, channel, situation, clock));
        if let Hours::Weekly(weekly) = &channel.hours {
            say!(
                "  hours in {}: {}",
                weekly.schedule.timezone(),
                week(weekly.schedule.week())
            );
            exceptions(weekly, playbook, situation, locale);
        }
    }
    say!("");
}

fn state(id: ChannelId, channel: &Channel, situation: &Situation, clock: &Clock) -> String {
    let until = |word: &str, at: i64| {
        let wait = duration(at - situation.now);
        format!("{word} {} (in {wait})", clock.words(at))
    };
    match situation.availability(id, channel) {
        Availability::Always => "open day and night".to_owned(),
        Availability::Open { until: Some(at) } => until("open, closes", at),
        Availability::Open { until: None } => "open for weeks to come".to_owned(),
        Availability::Closed { opens: Some(at) } => until("closed, opens", at),
        Availability::Closed { opens: None } => "closed for weeks to come".to_owned(),
        Availability::Down => "down".to_owned(),
        Availability::Unknown => "unknown: there is no such time zone".to_owned(),
    }
}

/// A week, days with the same spans together: `Mon-Fri 09:00-12:00, 13:00-18:00; Sat 10:00-15:00`.
fn week(week: &[Vec<Span>; 7]) -> String {
    let mut groups: Vec<(usize, usize, &[Span])> = Vec::new();
    for (day, spans) in week.iter().enumerate() {
        match groups.last_mut() {
            Some((_, last, known)) if known == spans => *last = day,
            _ => groups.push((day, day, spans)),
        }
    }
    let name = |day: usize| DAYS.get(day).copied().unwrap_or_default();
    let said: Vec<String> = groups
        .iter()
        .filter(|(_, _, spans)| !spans.is_empty())
        .map(|(first, last, spans)| {
            if first == last {
                format!("{} {}", name(*first), times(spans))
            } else {
                format!("{}-{} {}", name(*first), name(*last), times(spans))
            }
        })
        .collect();
    said.join("; ")
}

fn times(spans: &[Span]) -> String {
    let clock = |minute: u16| match minute {
        1440 => "24:00".to_owned(),
        _ => format!("{:02}:{:02}", minute / 60 % 24, minute % 60),
    };
    let said: Vec<String> = spans
        .iter()
        .map(|span| format!("{}-{}", clock(span.open()), clock(span.close())))
        .collect();
    said.join(", ")
}

/// Holidays and days with hours of their own, within the next weeks.
fn exceptions(weekly: &Weekly, playbook: &Playbook, situation: &Situation, locale: &str) {
    let schedule = &weekly.schedule;
    let Some(offsets) = situation.zones.get(schedule.timezone()) else {
        return;
    };
    let place = playbook.locales().iter().position(|known| known == locale);
    let (today, _) = offsets.local(situation.now);
    for day in (0..=HOLIDAYS_AHEAD).map(|days| today.plus_days(days)) {
        let name = |(date, name): &(Date, triage::Text)| {
            (*date == day).then(|| {
                playbook
                    .words(name, place.unwrap_or_default())
                    .text
                    .to_owned()
            })
        };
        let holiday = weekly.holidays.iter().find_map(name);
        let is_own = schedule.dates().iter().any(|(date, _)| *date == day);
        if holiday.is_none() && !is_own {
            continue;
        }
        let spans = schedule.spans_of(day);
        let hours = if spans.is_empty() {
            "closed".to_owned()
        } else {
            times(spans)
        };
        let weekday = DAYS.get(day.weekday()).copied().unwrap_or_default();
        let why = holiday.map_or_else(String::new, |name| format!(" ({name})"));
        say!("  {weekday} {day}: {hours}{why}");
    }
}
