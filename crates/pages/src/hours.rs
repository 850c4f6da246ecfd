//! Opening hours for people who have to work out themselves whether that is now: the week, and the days that differ.

use triage::{
    Hours, Playbook, Weekly,
    hours::{Date, Span},
};

use crate::{Names, Voice};

/// Days of the week that are alike and follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first one; Monday is 0.
    pub first: usize,
    /// The last one, which may be the first.
    pub last: usize,
    /// When somebody is there; never empty.
    pub spans: Vec<Span>,
}

/// The week of a schedule. Days on which nobody is there are left out.
#[must_use]
pub fn week(weekly: &Weekly) -> Vec<Days> {
    let mut days: Vec<Days> = Vec::new();
    for (day, spans) in weekly.schedule.week().iter().enumerate() {
        match days.last_mut() {
            Some(before) if before.last + 1 == day && before.spans == *spans => before.last = day,
            _ if spans.is_empty() => {}
            _ => days.push(Days {
                first: day,
                last: day,
                spans: spans.clone(),
            }),
        }
    }
    days
}

/// Hours in one line: `Mon–Fri 09:00–12:00, 13:00–18:00; Sat 10:00–15:00 (Japan time)`.
pub struct Week;

impl Week {
    /// The line of a channel's hours.
    #[must_use]
    pub fn line(hours: &Hours, voice: &Voice<'_>, names: &dyn Names) -> String {
        let weekly = match hours {
            Hours::Always => return voice.label(triage::Label::Always),
            Hours::Weekly(weekly) => weekly,
        };
        let day = |day| names.day(voice.locale(), day);
        let days = week(weekly).into_iter().map(|days| {
            let spans = spans(&days.spans);
            if days.first == days.last {
                format!("{} {spans}", day(days.first))
            } else {
                format!("{}–{} {spans}", day(days.first), day(days.last))
            }
        });
        let zone = names.zone(voice.locale(), weekly.schedule.timezone());
        let days: Vec<String> = days.collect();
        format!("{} ({zone})", days.join("; "))
    }
}

/// `09:00–12:00, 13:00–18:00`
pub(crate) fn spans(spans: &[Span]) -> String {
    let spans: Vec<String> = spans
        .iter()
        .map(|span| format!("{}–{}", clock(span.open()), clock(span.close())))
        .collect();
    spans.join(", ")
}

/// A time of day, from minutes since its start. The end of a day is 24:00, later ones lie on the next day.
pub(crate) fn clock(minute: u16) -> String {
    let minute = if minute > 1440 { minute - 1440 } else { minute };
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A schedule with days that differ, from a day on.
pub(crate) struct Different<'p> {
    /// The channels that keep it, in the order of the file.
    pub channels: Vec<&'p triage::Channel>,
    /// The days on which nobody is there, with what they are called where that is known.
    pub closed: Vec<(Date, Option<&'p triage::Text>)>,
    /// The days with hours of their own.
    pub other: Vec<(Date, &'p [Span])>,
}

/// Each schedule of a playbook that has days that differ.
pub(crate) fn different(playbook: &Playbook, today: Date) -> Vec<Different<'_>> {
    let mut all: Vec<(&Weekly, Different<'_>)> = Vec::new();
    for channel in playbook.channels() {
        let Hours::Weekly(weekly) = &channel.hours else {
            continue;
        };
        if let Some((_, known)) = all.iter_mut().find(|(known, _)| *known == &**weekly) {
            known.channels.push(channel);
            continue;
        }
        let (closed, other) = days_of(weekly, today);
        all.push((
            weekly,
            Different {
                channels: vec![channel],
                closed,
                other,
            },
        ));
    }
    let all = all.into_iter().map(|(_, different)| different);
    all.filter(|different| !different.closed.is_empty() || !different.other.is_empty())
        .collect()
}

type Closed<'p> = Vec<(Date, Option<&'p triage::Text>)>;

fn days_of(weekly: &Weekly, today: Date) -> (Closed<'_>, Vec<(Date, &[Span])>) {
    let schedule = &weekly.schedule;
    let own = schedule.dates().iter().map(|(date, _)| *date);
    let mut dates: Vec<Date> = own.chain(schedule.closures().iter().copied()).collect();
    dates.sort_unstable();
    dates.dedup();
    let (mut closed, mut other) = (Vec::new(), Vec::new());
    for date in dates.into_iter().filter(|date| *date >= today) {
        let spans = schedule.spans_of(date);
        let usual = schedule.week().get(date.weekday());
        if spans.is_empty() {
            // Nobody wonders about a day that is closed every week.
            if usual.is_some_and(|usual| !usual.is_empty()) {
                let name = weekly.holidays.iter().find(|(holiday, _)| *holiday == date);
                closed.push((date, name.map(|(_, name)| name)));
            }
        } else {
            other.push((date, spans));
        }
    }
    (closed, other)
}
