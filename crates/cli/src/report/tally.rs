//! From visits to numbers.

use std::{cmp::Reverse, collections::HashMap};

use super::visit::{Fate, Visit};

/// How many different ids of a kind are told. No playbook has as many; lines that anybody may post can.
pub const MOST: usize = 500;

/// A question, as visitors met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    /// To how many it was shown.
    pub asked: usize,
    /// For how many nothing came after it, and who reached nobody.
    pub left: usize,
}

/// A channel, as visitors met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub id: String,
    /// How often it was the best option, and the second one.
    pub offered: [usize; 2],
    /// How many followed it.
    pub chosen: usize,
}

/// A route or a language, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: String,
    pub visits: usize,
    pub reached: usize,
}

/// All numbers of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub signals: usize,
    pub visits: usize,
    /// Saw a question.
    pub started: usize,
    /// Came to a route.
    pub routed: usize,
    pub reached: usize,
    pub sent: usize,
    pub not_helped: usize,
    pub left: usize,
    /// In whose visit questions could not be shown.
    pub failed: usize,
    /// Of those who came to a route; doubled, so that it is a whole number.
    pub twice_median_questions: Option<usize>,
    pub questions: Vec<Question>,
    pub routes: Vec<Group>,
    pub channels: Vec<Channel>,
    pub languages: Vec<Group>,
    /// How many questions, routes, channels and languages were left out.
    pub left_out: [usize; 4],
}

impl Tally {
    /// Counts. Of more ids than anybody has use for, those are told that the playbook has, then the most frequent.
    pub fn of(visits: &[Visit], signals: usize, is_known: &dyn Fn(&str) -> bool) -> Self {
        let (questions, of_questions) = most(questions(visits), |question| {
            (is_known(&question.id), question.asked)
        });
        let of_group = |group: &Group| (is_known(&group.id), group.visits);
        let (routes, of_routes) = most(groups(visits, |visit| visit.route.as_deref()), of_group);
        let (channels, of_channels) = most(channels(visits), |channel| {
            let [first, second] = channel.offered;
            (is_known(&channel.id), channel.chosen + first + second)
        });
        let (languages, of_languages) =
            most(groups(visits, |visit| visit.locale.as_deref()), of_group);
        let count = |is: &dyn Fn(&Visit) -> bool| visits.iter().filter(|visit| is(visit)).count();
        Self {
            signals,
            visits: visits.len(),
            started: count(&|visit| !visit.asked.is_empty()),
            routed: count(&|visit| visit.route.is_some()),
            reached: count(&|visit| visit.fate() == Fate::Reached),
            sent: count(&|visit| visit.sent),
            not_helped: count(&|visit| visit.fate() == Fate::NotHelped),
            left: count(&|visit| visit.fate() == Fate::Left),
            failed: count(&|visit| visit.failed),
            twice_median_questions: twice_median(visits),
            questions,
            routes,
            channels,
            languages,
            left_out: [of_questions, of_routes, of_channels, of_languages],
        }
    }
}

fn twice_median(visits: &[Visit]) -> Option<usize> {
    let routed = visits.iter().filter(|visit| visit.route.is_some());
    let mut counts: Vec<usize> = routed.map(|visit| visit.asked.len()).collect();
    counts.sort_unstable();
    let (low, high) = (counts.len().checked_sub(1)? / 2, counts.len() / 2);
    Some(counts.get(low)? + counts.get(high)?)
}

/// Entries by their ids, in the order in which they came.
struct ById<T> {
    places: HashMap<String, usize>,
    entries: Vec<T>,
}

impl<T> ById<T> {
    fn new() -> Self {
        Self {
            places: HashMap::new(),
            entries: Vec::new(),
        }
    }

    /// The entry of an id; a new one when there is none.
    fn entry(&mut self, id: &str, new: impl FnOnce(String) -> T) -> &mut T {
        let place = match self.places.get(id) {
            Some(place) => *place,
            None => {
                self.places.insert(id.to_owned(), self.entries.len());
                self.entries.push(new(id.to_owned()));
                self.entries.len() - 1
            }
        };
        &mut self.entries[place]
    }
}

/// Those that weigh most, in their order, and how many were left out.
fn most<T, W: Ord>(entries: Vec<T>, weight: impl Fn(&T) -> W) -> (Vec<T>, usize) {
    let left_out = entries.len().saturating_sub(MOST);
    if left_out == 0 {
        return (entries, 0);
    }
    let mut entries: Vec<(usize, T)> = entries.into_iter().enumerate().collect();
    entries.sort_by_key(|(_, entry)| Reverse(weight(entry)));
    entries.truncate(MOST);
    entries.sort_by_key(|(place, _)| *place);
    let entries = entries.into_iter().map(|(_, entry)| entry);
    (entries.collect(), left_out)
}

/// In the order in which they are met, the earlier first.
fn questions(visits: &[Visit]) -> Vec<Question> {
    let mut questions: ById<(usize, Question)> = ById::new();
    for visit in visits {
        for (depth, id) in visit.asked.iter().enumerate() {
            let left = visit.fate() == Fate::Left && visit.standing_at.as_ref() == Some(id);
            let (deepest, known) = questions.entry(id, |id| {
                let (asked, left) = (0, 0);
                (depth, Question { id, asked, left })
            });
            known.asked += 1;
            known.left += usize::from(left);
            *deepest = depth.max(*deepest);
        }
    }
    questions.entries.sort_by_key(|(depth, _)| *depth);
    let questions = questions.entries.into_iter();
    questions.map(|(_, question)| question).collect()
}

/// The most frequent first.
fn groups(visits: &[Visit], id: impl Fn(&Visit) -> Option<&str>) -> Vec<Group> {
    let mut groups: ById<Group> = ById::new();
    for visit in visits {
        let Some(id) = id(visit) else { continue };
        let group = groups.entry(id, |id| {
            let (visits, reached) = (0, 0);
            Group {
                id,
                visits,
                reached,
            }
        });
        group.visits += 1;
        group.reached += usize::from(visit.fate() == Fate::Reached);
    }
    groups.entries.sort_by_key(|group| Reverse(group.visits));
    groups.entries
}

fn channels(visits: &[Visit]) -> Vec<Channel> {
    let new = |id| Channel {
        id,
        offered: [0, 0],
        chosen: 0,
    };
    let mut channels: ById<Channel> = ById::new();
    for visit in visits {
        for (place, id) in visit.offered.iter().enumerate() {
            if let Some(id) = id {
                channels.entry(id, new).offered[place] += 1;
            }
        }
        for id in &visit.chosen {
            channels.entry(id, new).chosen += 1;
        }
    }
    let by_use = |channel: &Channel| Reverse((channel.chosen, channel.offered));
    channels.entries.sort_by_key(by_use);
    channels.entries
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Visits of people, among visits that somebody has made up to fill the report.
    fn flooded(made_up: usize) -> Vec<Visit> {
        let visit = |id: String| Visit {
            asked: vec![id.clone()],
            route: Some(id.clone()),
            offered: [Some(id.clone()), None],
            locale: Some(id),
            ..Visit::default()
        };
        let people = ["topic", "topic", "safe"].map(str::to_owned);
        let forged = (0..made_up).map(|number| format!("forged_{number}"));
        forged.chain(people).map(visit).collect()
    }

    #[test]
    fn of_ids_without_end_the_known_and_the_most_frequent_are_told_and_the_rest_is_counted() {
        let made_up = 200_000;
        let tally = Tally::of(&flooded(made_up), 0, &|id| id == "safe");
        assert_eq!(tally.visits, made_up + 3);
        assert_eq!(tally.left_out, [made_up + 2 - MOST; 4]);
        let ids = |groups: &[Group]| groups.iter().map(|group| group.id.clone()).collect();
        let questions = tally.questions.iter().map(|question| question.id.clone());
        let channels = tally.channels.iter().map(|channel| channel.id.clone());
        for told in [
            questions.collect::<Vec<_>>(),
            ids(&tally.routes),
            channels.collect(),
            ids(&tally.languages),
        ] {
            assert_eq!(told.len(), MOST);
            for id in ["topic", "safe"] {
                assert!(told.iter().any(|known| known == id), "{id}");
            }
        }
    }

    #[test]
    fn what_no_flood_has_touched_is_told_whole() {
        let tally = Tally::of(&flooded(MOST - 2), 0, &|_| false);
        assert_eq!(tally.left_out, [0; 4]);
        assert_eq!(tally.routes.len(), MOST);
        assert_eq!(tally.routes[0].id, "topic");
    }
}
