//! From visits to numbers.

use super::visit::{Fate, Visit};

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
}

impl Tally {
    /// Counts.
    pub fn of(visits: &[Visit], signals: usize) -> Self {
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
            questions: questions(visits),
            routes: groups(visits, |visit| visit.route.as_deref()),
            channels: channels(visits),
            languages: groups(visits, |visit| visit.locale.as_deref()),
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

/// In the order in which they are met, the earlier first.
fn questions(visits: &[Visit]) -> Vec<Question> {
    let mut questions: Vec<(usize, Question)> = Vec::new();
    for visit in visits {
        for (depth, id) in visit.asked.iter().enumerate() {
            let left = visit.fate() == Fate::Left && visit.standing_at.as_ref() == Some(id);
            let left = usize::from(left);
            match questions.iter_mut().find(|(_, known)| known.id == *id) {
                Some((deepest, known)) => {
                    known.asked += 1;
                    known.left += left;
                    *deepest = depth.max(*deepest);
                }
                None => questions.push((
                    depth,
                    Question {
                        id: id.clone(),
                        asked: 1,
                        left,
                    },
                )),
            }
        }
    }
    questions.sort_by_key(|(depth, _)| *depth);
    questions
        .into_iter()
        .map(|(_, question)| question)
        .collect()
}

/// The most frequent first.
fn groups(visits: &[Visit], id: impl Fn(&Visit) -> Option<&str>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for visit in visits {
        let Some(id) = id(visit) else { continue };
        let reached = usize::from(visit.fate() == Fate::Reached);
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => {
                group.visits += 1;
                group.reached += reached;
            }
            None => groups.push(Group {
                id: id.to_owned(),
                visits: 1,
                reached,
            }),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.visits));
    groups
}

fn channels(visits: &[Visit]) -> Vec<Channel> {
    let mut channels: Vec<Channel> = Vec::new();
    let mut note = |id: &String, change: &dyn Fn(&mut Channel)| {
        let place = channels.iter().position(|channel| channel.id == *id);
        let place = place.unwrap_or_else(|| {
            channels.push(Channel {
                id: id.clone(),
                offered: [0, 0],
                chosen: 0,
            });
            channels.len() - 1
        });
        channels.get_mut(place).into_iter().for_each(change);
    };
    for visit in visits {
        for (place, id) in visit.offered.iter().enumerate() {
            if let Some(id) = id {
                note(id, &|channel| channel.offered[place] += 1);
            }
        }
        for id in &visit.chosen {
            note(id, &|channel| channel.chosen += 1);
        }
    }
    channels.sort_by_key(|channel| std::cmp::Reverse((channel.chosen, channel.offered)));
    channels
}
