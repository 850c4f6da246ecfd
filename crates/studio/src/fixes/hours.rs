//! Opening hours: their zones, days and spans.

use leeward_document::Path;
use triage::{
    hours::{Span, overlaps, parse_days, read_days},
    source::Node,
    zones,
};

use super::{Case, Fix, remove, set, values::narrow};
use crate::said::Said;

impl Case<'_> {
    /// Opening hours as the format has them.
    pub(super) fn right_hours(&self) -> Vec<Fix> {
        let found = self.found();
        let last = self.path.last_name();
        let is_zone = last == "timezone" || self.path.to_string().contains("timezones[");
        if is_zone {
            return self.places();
        }
        if self.path.first_name() == "channels" {
            return self.one_opening();
        }
        if !found.is_empty() {
            let spans = spans(found);
            return spans.iter().map(|span| self.written(span)).collect();
        }
        let fix = if parse_days(last).is_none() {
            read_days(&narrow(last)).and_then(|days| self.renamed(&days))
        } else if let Some(merged) = self.node.and_then(overlapping) {
            let list = Node::list(merged.iter().map(|span| Node::string(span)));
            Some(Fix {
                said: Said::plain("fix_write").text("text", &merged.join(", ")),
                operations: vec![set(self.path, list)],
            })
        } else {
            self.shorter_range(last)
        };
        fix.into_iter().collect()
    }

    /// The places whose clocks may be meant; where there are several, a person chooses.
    pub(super) fn places(&self) -> Vec<Fix> {
        const MOST: usize = 3;
        let found = self.found();
        let mut places = zones::places(found);
        if places.is_empty() {
            places = self.clocks.near(found);
        }
        let places = places.iter().take(MOST);
        places.map(|place| self.written(place)).collect()
    }

    /// A day that closes when it opens: open from midnight to midnight, or closed.
    pub(super) fn whole_or_closed(&self) -> Vec<Fix> {
        // From nine to nine may be a slip for any other hours.
        if !self.found().starts_with("00:00") {
            return Vec::new();
        }
        let open = Fix {
            said: Said::plain("fix_all_day"),
            operations: vec![set(self.path, Node::string("00:00-24:00"))],
        };
        let day = self.outer();
        let is_only = |day: &Path| {
            day.find(self.tree)
                .is_some_and(|it| it.elements().len() == 1)
        };
        let closed = day.filter(is_only).map(|day| Fix {
            said: Said::plain("fix_closed"),
            operations: vec![set(&day, Node::list([]))],
        });
        [Some(open), closed].into_iter().flatten().collect()
    }

    /// A channel that is there day and night and by its hours: one of the two.
    fn one_opening(&self) -> Vec<Fix> {
        let Some(channel) = self.outer().filter(|_| self.path.last_name() == "hours") else {
            return Vec::new();
        };
        let keep = |key: &str, path: Path| Fix {
            said: Said::plain(key),
            operations: vec![remove(&path)],
        };
        let always = keep("fix_keep_always", self.path.clone());
        let hours = keep("fix_keep_hours", channel.name("always"));
        // Without it, somebody might have no two ways that never close.
        let errors = |document: &leeward_document::Document| {
            let problems = triage::check(document.tree().clone()).problems;
            problems
                .iter()
                .filter(|it| it.code == triage::Code::NoWayOut)
                .count()
        };
        let may_close = hours.operations.first().is_some_and(|operation| {
            let after = self.document.apply(operation);
            after.is_ok_and(|(after, _)| errors(&after) == 0)
        });
        [Some(always), may_close.then_some(hours)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Saturday has hours of its own: `mon-sat` ends on Friday then.
    fn shorter_range(&self, day: &str) -> Option<Fix> {
        let week = self.outer()?;
        let range = week
            .find(self.tree)?
            .entries()
            .iter()
            .find_map(|(name, _)| {
                let (from, to) = name.split_once('-')?;
                (from == day || to == day).then_some((name, from, to))
            });
        let (name, from, to) = range?;
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let beside = |day: &str, by: usize| {
            let place = DAYS.iter().position(|known| *known == day)?;
            DAYS.get((place + by) % 7).copied()
        };
        let (from, to) = if to == day {
            (from, beside(to, 6)?)
        } else {
            (beside(from, 1)?, to)
        };
        let shorter = if from == to {
            from.to_owned()
        } else {
            [from, "-", to].concat()
        };
        Some(Fix {
            said: Said::plain("fix_write").text("text", &shorter),
            operations: super::rename(self.tree, &week.name(name), &shorter)?,
        })
    }
}

/// The opening hours that may be meant, as the format has them: `09:00-17:00` for "9am to 5pm"; for "9-5" that, and the
/// night from nine to five.
fn spans(text: &str) -> Vec<String> {
    let text = narrow(text)
        .to_lowercase()
        .replace(" to ", "-")
        .replace(" until ", "-")
        .replace(['~', '〜'], "-");
    let Some((open, close)) = text.split_once('-') else {
        return Vec::new();
    };
    let (Some(open), Some(close)) = (time(open), time(close)) else {
        return Vec::new();
    };
    let later = |(minute, _): (u16, Half)| minute % 720 + 720;
    let pairs: Vec<(u16, u16)> = match (open.1, close.1) {
        (Half::Said, Half::Said) | (Half::Day, _) | (_, Half::Day) => vec![(open.0, close.0)],
        // "9-5pm" begins in the morning; "10-11pm" may do so or not.
        (Half::Open, Half::Said) if open.0 % 720 > close.0 % 720 => vec![(open.0 % 720, close.0)],
        (Half::Open, Half::Open) if open.0 < close.0 && open.0 >= 6 * 60 => vec![(open.0, close.0)],
        (Half::Open, Half::Open) if open.0 < close.0 => {
            vec![(later(open), later(close)), (open.0, close.0)]
        }
        (Half::Open, Half::Open) if open.0 > close.0 => {
            vec![(open.0, later(close)), (open.0, close.0)]
        }
        _ => Vec::new(),
    };
    let written = |(open, close): (u16, u16)| {
        let span = format!(
            "{:02}:{:02}-{:02}:{:02}",
            open / 60,
            open % 60,
            close / 60,
            close % 60
        );
        (open != close && Span::parse(&span).is_ok()).then_some(span)
    };
    pairs.into_iter().filter_map(written).collect()
}

/// Which half of the day a time is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    /// It says so: "5pm".
    Said,
    /// Only one can be meant: "17", "09:30".
    Day,
    /// Nobody knows: "5", "5:30".
    Open,
}

fn time(text: &str) -> Option<(u16, Half)> {
    let text = text.trim().replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, later) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(12)),
        (_, Some(digits)) => (digits, Some(0)),
        _ => (text.as_str(), None),
    };
    let digits = digits.trim();
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "00"));
    let is_short = |part: &str, least: usize| {
        (least..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
    };
    // "9.5" is half past nine to some.
    if !is_short(hour, 1) || !is_short(minute, 2) {
        return None;
    }
    let is_padded = hour.starts_with('0');
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    match later {
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(later) => Some(((hour % 12 + later) * 60 + minute, Half::Said)),
        None if hour > 12 || is_padded => Some((hour * 60 + minute, Half::Day)),
        None => Some((hour * 60 + minute, Half::Open)),
    }
}

/// The spans of a list of which two overlap, as one each; nothing where none do.
pub fn overlapping(list: &Node) -> Option<Vec<String>> {
    let spans: Option<Vec<Span>> = list
        .elements()
        .iter()
        .map(|it| Span::parse(it.text()).ok())
        .collect();
    let mut spans = spans?;
    overlaps(&spans)?;
    spans.sort_by_key(|span| (span.open(), span.close()));
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some((_, close)) if span.open() <= *close => *close = (*close).max(span.close()),
            _ => merged.push((span.open(), span.close())),
        }
    }
    let written = |(open, close): (u16, u16)| {
        let close = if close > 24 * 60 {
            close - 24 * 60
        } else {
            close
        };
        format!(
            "{:02}:{:02}-{:02}:{:02}",
            open / 60,
            open % 60,
            close / 60,
            close % 60
        )
    };
    Some(merged.into_iter().map(written).collect())
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn hours_are_read_as_people_write_them_and_doubtful_ones_in_each_way() {
        for (written, right) in [
            ("9-17", &["09:00-17:00"][..]),
            ("9:30 – 17.00", &["09:30-17:00"]),
            ("9am to 5:30pm", &["09:00-17:30"]),
            ("9 a.m. - 5 p.m.", &["09:00-17:00"]),
            ("９時", &[]),
            ("10:00～18:00", &["10:00-18:00"]),
            ("8-12", &["08:00-12:00"]),
            ("22-06", &["22:00-06:00"]),
            ("9-25", &[]),
            ("9-5", &["09:00-17:00", "09:00-05:00"]),
            ("1-5", &["13:00-17:00", "01:00-05:00"]),
            ("9-5pm", &["09:00-17:00"]),
            ("10-11pm", &[]),
            ("9am-5", &[]),
            ("9.5-17", &[]),
            ("13am-5pm", &[]),
            ("0-0", &[]),
            ("9-9", &[]),
        ] {
            assert_eq!(spans(written), right, "{written}");
        }
    }
}
