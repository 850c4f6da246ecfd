//! What works right now: the live feed that closes channels for some hours, in the place of a new playbook.

use leeward_document::{Operation, Path, inline, pretty};
use triage::source::{Node, Value};

use crate::typed::minutes;

/// Where a feed lies when a playbook says nothing else.
const USUAL_ADDRESS: &str = "/leeward/status.json";

/// For how many hours a feed may hold. A forgotten one is over by the next day.
pub const HOURS: [u32; 5] = [1, 2, 4, 8, 24];

/// Whether a channel takes anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// As its hours say; it isn't in the feed.
    #[default]
    Usual,
    /// Crowded.
    Busy,
    /// Nobody answers for now.
    Closed,
    /// It doesn't work.
    Down,
}

impl Standing {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Busy, Self::Closed, Self::Down];

    /// Its name in a feed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usual => "open",
            Self::Busy => "busy",
            Self::Closed => "closed",
            Self::Down => "down",
        }
    }

    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usual => "live_usual",
            Self::Busy => "live_busy",
            Self::Closed => "live_closed",
            Self::Down => "live_down",
        }
    }
}

/// A channel about which there is something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub channel: String,
    /// What is said.
    pub standing: Standing,
    /// How long people wait, in minutes, where that is known.
    pub minutes: Option<u32>,
}

/// What is to be said of the channels, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// The channels, each once.
    pub channels: Vec<Channel>,
    /// For how many hours it holds.
    pub hours: u32,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            channels: Vec::new(),
            hours: 2,
        }
    }
}

impl Live {
    /// What is said of a channel.
    pub fn of(&self, channel: &str) -> Option<&Channel> {
        self.channels.iter().find(|told| told.channel == channel)
    }

    /// Says something of a channel, or nothing any more.
    pub fn tell(&mut self, channel: &str, standing: Standing) {
        self.channels.retain(|told| told.channel != channel);
        if standing != Standing::Usual {
            self.channels.push(Channel {
                channel: channel.to_owned(),
                standing,
                minutes: None,
            });
        }
    }

    /// Says how long people wait at a channel, as it was typed; of a range the longer one, and nothing where nothing was
    /// typed. What can't be read changes nothing: whoever typed it is told so.
    pub fn wait(&mut self, channel: &str, typed: &str) {
        let Ok(wait) = minutes::read(typed) else {
            return;
        };
        for told in &mut self.channels {
            if told.channel == channel {
                told.minutes = wait.map(|(_, most)| most);
            }
        }
    }

    /// The feed, made at a moment and over at another, as playbooks write moments.
    pub fn feed(&self, made_at: &str, expires_at: &str) -> String {
        let text = |text: &str| Node::from(Value::String(text.to_owned()));
        let channels = self.channels.iter().map(|told| {
            let state = ("state".to_owned(), text(told.standing.name()));
            let wait = told.minutes.map(|minutes| {
                let seconds = Value::Whole(i64::from(minutes) * 60);
                ("wait_seconds".to_owned(), Node::from(seconds))
            });
            let entry = Node::map([state].into_iter().chain(wait));
            (told.channel.clone(), entry)
        });
        let feed = Node::map([
            ("version".to_owned(), Node::from(Value::Whole(1))),
            ("updated_at".to_owned(), text(made_at)),
            ("expires_at".to_owned(), text(expires_at)),
            ("channels".to_owned(), Node::map(channels)),
        ]);
        let flat = inline(&feed, "");
        match triage::source::parse(&flat) {
            Ok(feed) => pretty(&feed, &flat),
            Err(_) => flat,
        }
    }
}

/// Where a playbook has its visitors look; `None` when it names no feed.
pub fn address(playbook: &Node) -> Option<&str> {
    let address = playbook.entry("status")?.entry("url")?.text();
    Some(address).filter(|address| !address.is_empty())
}

/// The address at which a playbook's feed lies, or would.
pub fn address_or_usual(playbook: &Node) -> &str {
    address(playbook).unwrap_or(USUAL_ADDRESS)
}

/// Has visitors look where feeds usually lie.
pub fn connect() -> Operation {
    let url = Node::from(Value::String(USUAL_ADDRESS.to_owned()));
    Operation::Insert {
        into: Path::default(),
        place: usize::MAX,
        name: Some("status".to_owned()),
        value: Node::map([("url".to_owned(), url)]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Live, Standing, address, connect};
    use leeward_document::Document;
    use triage::{check, check_feed, source::parse, status};

    const OUTAGE: &str = include_str!("../../../playbooks/outage.json");
    /// 2026-11-24T03:00:00Z
    const NOW: i64 = 1_795_489_200;

    #[test]
    fn a_feed_is_sound_and_says_what_was_chosen() {
        let mut live = Live::default();
        live.tell("any_hour_phone", Standing::Busy);
        live.wait("any_hour_phone", " 40 ");
        live.tell("support_chat", Standing::Closed);
        live.tell("support_chat", Standing::Down);
        live.tell("refund_page", Standing::Down);
        live.tell("refund_page", Standing::Usual);
        let text = live.feed("2026-11-24T12:00:00+09:00", "2026-11-24T14:00:00+09:00");
        let expected = "{
  \"version\": 1,
  \"updated_at\": \"2026-11-24T12:00:00+09:00\",
  \"expires_at\": \"2026-11-24T14:00:00+09:00\",
  \"channels\": { \"any_hour_phone\": { \"state\": \"busy\", \"wait_seconds\": 2400 }, \"support_chat\": { \"state\": \"down\" } }
}
";
        assert_eq!(text, expected);
        let playbook = check(parse(OUTAGE).unwrap()).playbook.unwrap();
        let feed = parse(&text).unwrap();
        assert_eq!(check_feed(&feed, &playbook, NOW), []);
        assert_eq!(status::read(&feed, &playbook, NOW).channels.len(), 2);
        for (typed, minutes) in [
            ("soon", Some(40)),
            ("30-40 minutes", Some(40)),
            ("1 hour", Some(60)),
            ("", None),
        ] {
            live.wait("any_hour_phone", typed);
            assert_eq!(
                live.of("any_hour_phone").unwrap().minutes,
                minutes,
                "{typed}"
            );
        }
    }

    #[test]
    fn a_playbook_is_told_where_its_feed_lies() {
        let document = Document::read(OUTAGE).unwrap();
        assert_eq!(address(document.tree()), None);
        let (document, _) = document.apply(&connect()).unwrap();
        assert_eq!(address(document.tree()), Some("/leeward/status.json"));
        assert_eq!(check(document.tree().clone()).problems, []);
    }
}
