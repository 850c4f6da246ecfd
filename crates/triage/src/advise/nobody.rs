//! What is said of the times at which nobody can be spoken to; `gaps` finds them.

use super::{
    Advisor,
    gaps::{Case, Gap, is_attended, sweep},
};
use crate::{
    hours::{Date, Offsets, Schedule},
    playbook::{Channel, Hours, Playbook},
    problem::Code,
    source::Node,
};

/// With so many long gaps in the 53 weeks of the sweep, it is the week that is meant and not some holidays.
const EVERY_WEEK: usize = 40;

/// More days than these nobody reads.
const MOST_DAYS: usize = 6;

/// Why nobody is there: what to mark, which opening hours are meant, and on which of their days they are closed
/// although the week has hours for them. No days: it is the week itself.
struct Cause<'a> {
    node: &'a Node,
    hours: Vec<&'a str>,
    days: Vec<Date>,
}

impl<'a> Advisor<'a> {
    /// Says for which locales there is a long time without anybody; those with the same gaps together.
    pub(super) fn look_at_gaps(&mut self, playbook: &Playbook) {
        let zones = playbook.timezones();
        let Some(channels) = self.source.entry("channels") else {
            return;
        };
        if !zones
            .iter()
            .all(|zone| self.situation.zones.get(zone).is_some())
        {
            return;
        }
        let mut groups: Vec<(Vec<Gap>, Vec<&str>)> = Vec::new();
        for locale in playbook.locales() {
            let mut long = sweep(playbook, locale, self.situation, Case::AsPlanned);
            long.retain(|gap| gap.is_long());
            match groups.iter_mut().find(|(gaps, _)| *gaps == long) {
                Some((_, locales)) => locales.push(locale),
                None => groups.push((long, vec![locale])),
            }
        }
        let offsets = zones
            .first()
            .and_then(|zone| Some((*zone, self.situation.zones.get(zone)?)));
        for (gaps, locales) in groups {
            let Some(longest) = gaps.iter().rev().copied().max_by_key(|gap| gap.seconds()) else {
                continue;
            };
            let locale = locales.first().copied().unwrap_or_default();
            let cause = self.cause(playbook, locale, longest);
            if let Some(told) = tell(longest, gaps.len() - 1, offsets, cause.as_ref()) {
                let locales = locales.join("\", \"");
                let message = ["visitors in \"", &locales, "\" can speak to nobody ", &told];
                let node = cause.map_or(channels, |cause| cause.node);
                self.remark(node, Code::NobodyThere, &message);
            }
        }
    }

    /// Why there is nobody in a gap.
    fn cause(&self, playbook: &Playbook, locale: &str, gap: Gap) -> Option<Cause<'a>> {
        let mut cause: Option<Cause<'a>> = None;
        let attended = |channel: &&Channel| channel.speaks(locale) && is_attended(channel);
        for channel in playbook.channels().iter().filter(attended) {
            let Hours::Weekly(weekly) = &channel.hours else {
                continue;
            };
            let offsets = self.situation.zones.get(weekly.schedule.timezone())?;
            let channel = self.source.entry("channels")?.entry(&channel.id)?;
            let name = channel.entry("hours")?.text();
            let node = self.source.entry("hours")?.entry(name)?;
            let days = closed_days(&weekly.schedule, offsets, gap);
            let part = match days.first() {
                None => "week",
                Some(day) if weekly.schedule.dates().iter().any(|(date, _)| date == day) => "dates",
                Some(_) => "closed_on",
            };
            let cause = cause.get_or_insert_with(|| Cause {
                node: node.entry(part).unwrap_or(node),
                hours: Vec::new(),
                days: Vec::new(),
            });
            if !cause.hours.contains(&name) {
                cause.hours.push(name);
                cause.days.extend(days);
            }
        }
        if let Some(cause) = &mut cause {
            cause.days.sort_unstable();
            cause.days.dedup();
        }
        cause
    }
}

/// The days of a gap that are closed although the week has hours for them.
fn closed_days(schedule: &Schedule, offsets: &Offsets, gap: Gap) -> Vec<Date> {
    let (first, last) = (offsets.local(gap.from).0, offsets.local(gap.to).0);
    let days = (first.days()..=last.days()).map(Date::from_days);
    days.filter(|day| {
        let week = schedule.week().get(day.weekday());
        week.is_some_and(|spans| !spans.is_empty()) && schedule.spans_of(*day).is_empty()
    })
    .collect()
}

/// When the longest gap is, why, and what to do.
fn tell(
    longest: Gap,
    others: usize,
    zone: Option<(&str, &Offsets)>,
    cause: Option<&Cause<'_>>,
) -> Option<String> {
    if longest.is_everything() {
        return Some(
            "at any time, only leave a message; add a phone, a chat or a channel with hours in their language"
                .to_owned(),
        );
    }
    let (name, offsets) = zone?;
    let (from, to) = (moment(longest.from, offsets), moment(longest.to, offsets));
    let hours = longest.seconds() / 3600;
    let length = format!("{} days and {} hours", hours / 24, hours % 24);
    let every_week = others >= EVERY_WEEK;
    let when = if every_week {
        format!(
            "for more than three days in each week; the longest time is from {from} to {to} in {name} ({length})"
        )
    } else {
        format!("from {from} to {to} in {name} ({length})")
    };
    let also = match others {
        1 if !every_week => {
            ", nor at another time of more than three days, which leeward hours lists".to_owned()
        }
        2.. if !every_week => format!(
            ", nor at {others} other times of more than three days, which leeward hours lists"
        ),
        _ => String::new(),
    };
    let keep = ", or say in \"expectations\" where to turn until then (this warning stays)";
    Some([&when, &also, &because(cause), &cure(cause), keep].concat())
}

fn because(cause: Option<&Cause<'_>>) -> String {
    let Some(cause) = cause else {
        return String::new();
    };
    let hours = cause.hours.join("\" and \"");
    let mut days: Vec<String> = cause.days.iter().map(Date::to_string).collect();
    if days.is_empty() {
        return format!(", because that is the week of \"{hours}\"");
    }
    if days.len() > MOST_DAYS {
        days.truncate(MOST_DAYS);
        days.push("…".to_owned());
    }
    let verb = if cause.hours.len() == 1 { "is" } else { "are" };
    format!(", because \"{hours}\" {verb} closed on {}", days.join(", "))
}

fn cure(cause: Option<&Cause<'_>>) -> String {
    let day = cause.and_then(|cause| cause.days.get(cause.days.len() / 2));
    match day {
        Some(day) => format!(
            "; open for some hours on one of these days, such as \"dates\": {{ \"{day}\": [\"09:00-12:00\"] }}"
        ),
        None => "; open on one more day".to_owned(),
    }
}

fn moment(instant: i64, offsets: &Offsets) -> String {
    let (date, second) = offsets.local(instant);
    format!("{date} {:02}:{:02}", second / 3600, second / 60 % 60)
}
