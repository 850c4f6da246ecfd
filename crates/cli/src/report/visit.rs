//! From signals to visits: what one page view came to.

use std::collections::HashMap;

use super::read::Signal;

/// How many different ids of a kind one visit can bring. Nobody is asked more questions, nor follows more channels; lines
/// that anybody may post could name any number.
const MOST: usize = 100;

/// What came of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Followed a channel, or sent a message.
    Reached,
    /// Saw the ways to make contact, and followed none.
    NotHelped,
    /// Left before.
    Left,
}

/// A page view in which the panel was opened.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The language, the last one if it was changed.
    pub locale: Option<String>,
    /// Questions in the order in which they were shown first.
    pub asked: Vec<String>,
    /// The question that was shown last, when nothing came after it.
    pub standing_at: Option<String>,
    /// The route that was found last.
    pub route: Option<String>,
    /// The best channel, and the second one, of that route.
    pub offered: [Option<String>; 2],
    /// Channels that were followed, each once.
    pub chosen: Vec<String>,
    /// Whether ways to make contact were seen.
    pub saw_ways: bool,
    /// Whether questions could not be shown.
    pub failed: bool,
    /// Whether a message has arrived.
    pub sent: bool,
}

impl Visit {
    /// What came of it.
    pub const fn fate(&self) -> Fate {
        if !self.chosen.is_empty() {
            Fate::Reached
        } else if self.saw_ways {
            Fate::NotHelped
        } else {
            Fate::Left
        }
    }

    fn hears(&mut self, signal: &Signal) {
        let id = |name: &str| signal.id(name).map(str::to_owned);
        if let Some(locale) = id("locale") {
            self.locale = Some(locale);
        }
        match &*signal.event {
            "step" => self.steps(signal),
            "route" => {
                self.route = id("route");
                self.offered = [id("best"), id("second")];
                self.saw_ways = true;
                self.standing_at = None;
            }
            "contact" | "chat" => {
                if let Some(channel) = signal.id("channel") {
                    once(&mut self.chosen, channel);
                }
            }
            "message" => self.sent |= signal.id("outcome") == Some("sent"),
            "error" => self.failed = true,
            _ => {}
        }
    }

    fn steps(&mut self, signal: &Signal) {
        self.standing_at = signal.id("question").map(str::to_owned);
        match &self.standing_at {
            Some(question) => once(&mut self.asked, question),
            None => {
                self.saw_ways |= matches!(
                    signal.id("step"),
                    Some("result" | "contacts" | "list" | "message")
                );
            }
        }
    }
}

/// Adds an id that isn't there yet.
fn once(ids: &mut Vec<String>, id: &str) {
    if ids.len() < MOST && !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}

/// The visits, in the order in which they began in the files.
pub fn visits(signals: &[Signal]) -> Vec<Visit> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<Vec<&Signal>> = Vec::new();
    for signal in signals {
        let place = *places.entry(&signal.session).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(signal);
    }
    let visit = |mut group: Vec<&Signal>| {
        // Requests overtake each other.
        group.sort_by_key(|signal| signal.at);
        let mut visit = Visit::default();
        group.into_iter().for_each(|signal| visit.hears(signal));
        visit
    };
    groups.into_iter().map(visit).collect()
}
