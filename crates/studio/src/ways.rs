//! What is advised of a playbook as a whole: which ways nobody takes, when nobody is there. Looking at all of them takes
//! up to half a second, so it is done only when something else than words has changed. Nobody who writes waits for it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use leeward_document::{Document, Path};
use triage::{
    Case, Code, Gap, Playbook, Problem, Situation, advise, analyse, check, gaps,
    grammar::{Format, PLAYBOOK, Shape},
    hours::{Date, Offsets},
    source::{Node, Value},
};

use crate::shapes;

/// For so long, in seconds, what was found is taken to hold: gaps begin now.
const FRESH: i64 = 60 * 60;

/// What was found when it was last looked at.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// What it was found from.
    stamp: Option<u64>,
    problems: Vec<Problem>,
    /// Where visitors end, and what that was found from.
    ends: (Option<u64>, Option<Vec<u32>>),
    /// For each finding that nobody is there, from when to when: `from/to`, or always.
    pub nobody: Vec<Option<String>>,
}

impl Ways {
    /// Looks at the ways through a sound playbook, when they are others than last time.
    pub fn look(&mut self, tree: &Node, playbook: &Playbook, situation: &Situation) {
        let mut hasher = DefaultHasher::new();
        skeleton(tree, Some(&PLAYBOOK), &mut hasher);
        (situation.now / FRESH).hash(&mut hasher);
        for zone in playbook.timezones() {
            situation.zones.get(zone).is_some().hash(&mut hasher);
        }
        let stamp = hasher.finish();
        if self.stamp == Some(stamp) {
            return;
        }
        self.stamp = Some(stamp);
        // What can be seen in a single place comes first, with a playbook and without.
        let single = advise(tree, None, situation).len();
        let all = advise(tree, Some(playbook), situation);
        self.problems = all.into_iter().skip(single).collect();
        let is_told = |problem: &Problem| problem.code == Code::NobodyThere;
        self.nobody = if self.problems.iter().any(is_told) {
            nobody_there(playbook, situation)
        } else {
            Vec::new()
        };
    }

    /// For each way, the share of visitors who end there, in millionths; nothing when the playbook can't be used, or has
    /// more paths than can be looked at.
    pub fn ends(&mut self, document: &Document) -> Option<Vec<u32>> {
        let mut hasher = DefaultHasher::new();
        skeleton(document.tree(), Some(&PLAYBOOK), &mut hasher);
        let stamp = hasher.finish();
        if self.ends.0 != Some(stamp) {
            self.ends = (Some(stamp), shares(document.tree()));
        }
        self.ends.1.clone()
    }

    /// What was found, at its places in the text as it is now.
    pub fn told(&self, tree: &Node) -> impl Iterator<Item = Problem> {
        self.problems.iter().map(|problem| Problem {
            span: Path::parse(&problem.path)
                .find(tree)
                .and_then(|node| node.span),
            ..problem.clone()
        })
    }
}

fn shares(tree: &Node) -> Option<Vec<u32>> {
    let analysis = analyse(&check(tree.clone()).playbook?);
    let routes = analysis.routes.iter();
    let shares = routes.map(|win| win.as_ref().map_or(0, |win| win.share_millionths.max(1)));
    analysis.proven.then(|| shares.collect())
}

/// Everything in a playbook but what visitors read and where they are led.
fn skeleton(node: &Node, shape: Option<&'static Shape>, hasher: &mut DefaultHasher) {
    let is_words = matches!(shape, Some(Shape::Text | Shape::Line | Shape::CountedText));
    let is_address = matches!(
        shape,
        Some(Shape::String(
            Format::Phone | Format::ShortNumber | Format::Email | Format::Link | Format::Endpoint
        ))
    );
    if is_words || is_address {
        return;
    }
    std::mem::discriminant(&node.value).hash(hasher);
    match &node.value {
        Value::Bool(flag) => flag.hash(hasher),
        Value::Whole(number) => number.hash(hasher),
        Value::String(text) => text.hash(hasher),
        Value::List(elements) => {
            hasher.write_usize(elements.len());
            let of = match shape {
                Some(Shape::List(list)) => Some(list.of),
                _ => None,
            };
            for node in elements {
                skeleton(node, of, hasher);
            }
        }
        Value::Map(entries) => {
            hasher.write_usize(entries.len());
            for (name, entry) in entries {
                name.hash(hasher);
                let of = match shape {
                    Some(Shape::Table(table)) => Some(table.of),
                    Some(shape) => {
                        let mut fields = shapes::fields(shape, Some(node));
                        fields
                            .find(|field| field.name == name)
                            .map(|field| field.shape)
                    }
                    None => None,
                };
                skeleton(entry, of, hasher);
            }
        }
        Value::Null | Value::OtherNumber => {}
    }
}

/// From when to when nobody is there, by the clock of the first zone, for each group of languages that the advice tells
/// together; nothing where it is always so.
fn nobody_there(playbook: &Playbook, situation: &Situation) -> Vec<Option<String>> {
    let mut groups: Vec<Vec<Gap>> = Vec::new();
    for locale in playbook.locales() {
        let mut long = gaps(playbook, locale, situation);
        long.retain(|gap| gap.case == Case::AsPlanned && gap.is_long());
        if !groups.contains(&long) {
            groups.push(long);
        }
    }
    let zones = playbook.timezones();
    let zone = zones.first().and_then(|zone| situation.zones.get(zone));
    let longest = |gaps: &Vec<Gap>| gaps.iter().rev().copied().max_by_key(|gap| gap.seconds());
    let told = |gap: Gap| {
        let zone = zone.filter(|_| !gap.is_everything())?;
        Some([&moment(gap.from, zone), "/", &moment(gap.to, zone)].concat())
    };
    groups.iter().filter_map(longest).map(told).collect()
}

/// A moment by the clock of a zone: `2026-12-28 17:00`.
fn moment(at: i64, offsets: &Offsets) -> String {
    let (date, second): (Date, i32) = offsets.local(at);
    format!("{date} {:02}:{:02}", second / 3600, second / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::Ways;
    use crate::{clocks::Clocks, findings::find, fixes::clocks_for_tests};
    use leeward_document::Document;
    use triage::Code;

    /// 2026-11-24T03:00:00Z
    const NOW: i64 = 1_795_489_200;
    const CLINIC: &str = include_str!("../../cli/tests/broken/clinic.json");
    const MAZE: &str = include_str!("../../cli/tests/broken/maze.json");

    #[test]
    fn times_without_anybody_are_told_with_their_moments_once_zones_are_known() {
        let document = Document::read(CLINIC).unwrap();
        let clocks = clocks_for_tests();
        let told = |clocks: &Clocks| {
            let found = find(&document, NOW, clocks, &mut Ways::default()).all;
            let nobody = found.into_iter().find(|it| it.code == Code::NobodyThere);
            nobody.map(|it| it.about)
        };
        assert_eq!(told(&Clocks::default()), None);
        let gap = "2026-12-28 17:00/2027-01-04 08:30".to_owned();
        assert_eq!(told(&clocks), Some(Some(gap)));
    }

    #[test]
    fn words_change_nothing_about_the_ways_and_everything_else_does() {
        let clocks = clocks_for_tests();
        let mut ways = Ways::default();
        let mut found = |text: &str| {
            let found = find(&Document::read(text).unwrap(), NOW, &clocks, &mut ways);
            (found, ways.stamp)
        };
        let (before, stamp) = found(MAZE);
        let (after, same) = found(&MAZE.replacen("\"text\": \"", "\"text\": \"Well: ", 1));
        assert_eq!(stamp, same);
        assert_eq!(before.all.len(), after.all.len());
        let (_, other) = found(&MAZE.replacen("\"at_least\": ", "\"at_least\": 1", 1));
        assert_ne!(stamp, other);
    }
}
