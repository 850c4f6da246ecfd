//! What is said of the times at which nobody can be reached; `gaps` finds them.

use super::{
    Advisor,
    gaps::{Case, Gap, sweep},
};
use crate::{hours::Offsets, problem::Code};

/// With so many long gaps in the 53 weeks of the sweep, it is the week that is meant and not some holidays.
const EVERY_WEEK: usize = 40;

impl Advisor<'_> {
    /// Says for which locales there is a long time without anybody; those with the same gaps together.
    pub(super) fn look_at_gaps(&mut self) {
        let zones = self.playbook.timezones();
        let Some(node) = self.source.entry("channels") else {
            return;
        };
        if !zones
            .iter()
            .all(|zone| self.situation.zones.get(zone).is_some())
        {
            return;
        }
        let mut groups: Vec<(Vec<Gap>, Vec<&str>)> = Vec::new();
        for locale in self.playbook.locales() {
            let mut long = sweep(self.playbook, locale, self.situation, Case::AsPlanned);
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
            if let Some(told) = tell(&gaps, offsets) {
                let locales = locales.join("\", \"");
                let message = ["visitors in \"", &locales, "\" can reach nobody ", &told];
                self.remark(node, Code::NobodyThere, &message);
            }
        }
    }
}

/// The longest of some gaps, or the week's.
fn tell(gaps: &[Gap], zone: Option<(&str, &Offsets)>) -> Option<String> {
    let longest = gaps.iter().rev().copied().max_by_key(|gap| gap.seconds())?;
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
    let others = gaps.len() - 1;
    let when = if others >= EVERY_WEEK {
        format!(
            "for more than three days in each week; the longest time is from {from} to {to} in {name} ({length})"
        )
    } else if others > 0 {
        format!(
            "from {from} to {to} in {name} ({length}), nor in {others} other stretches of more than three days"
        )
    } else {
        format!("from {from} to {to} in {name} ({length})")
    };
    let cure = "; open a channel on one of these days, or tell people where to turn until then";
    Some(when + cure)
}

fn moment(instant: i64, offsets: &Offsets) -> String {
    let (date, second) = offsets.local(instant);
    format!("{date} {:02}:{:02}", second / 3600, second / 60 % 60)
}
