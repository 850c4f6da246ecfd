//! What there is to say, in one language, at one moment. Gathered once; outlets choose from it.

use triage::{
    Channel, ChannelId, Playbook, Resource, Situation, Target, Text, decide, link, locale,
    source::Node,
};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    comfort::{Role, roles},
    moment::Moment,
    words::Words,
};

/// What there is to say, in one language.
#[derive(Clone, Debug)]
pub struct Message {
    /// The language, as the playbook has it.
    pub language: String,
    /// Who is speaking.
    pub source: String,
    /// What the launcher says: what it is all about.
    pub topic: Option<String>,
    /// What has happened, in sentences, those among them that comfort.
    pub hazard: Vec<String>,
    /// Where it holds.
    pub place: Option<String>,
    /// What is known.
    pub known: Vec<String>,
    /// What isn't known yet.
    pub unknown: Vec<String>,
    /// When it was last true.
    pub updated: Option<Moment>,
    /// When more will be said, if that isn't over.
    pub next_update: Option<Moment>,
    /// What to do when life is in danger.
    pub danger: Option<String>,
    /// The numbers for danger to life: whose it is, and the number.
    pub lines: Vec<(String, String)>,
    /// The ways to make contact that are open to everybody at any hour, the better one first.
    pub ways: Vec<Way>,
    /// Links for everybody: a title and an address.
    pub links: Vec<(String, String)>,
    /// When the notice expired, if it did. Nothing of it is in the message then.
    pub expired: Option<Moment>,
    /// Whether the moment of the next update has passed.
    pub is_overdue: bool,
    /// The places in the playbook of what has no words in this language, and is said in the playbook's first one.
    pub untranslated: Vec<String>,
    /// The words of those places, and their language.
    pub(crate) foreign: Vec<(String, String)>,
    /// UTC seconds.
    pub(crate) now: i64,
    pub(crate) words: Words,
}

/// A way to make contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What its button says: what one does.
    pub name: String,
    /// What it is best for.
    pub about: Option<String>,
    /// The number or address, as people read it; `None` for the form of the panel, which has none.
    pub address: Option<String>,
    /// The link behind it.
    pub href: Option<String>,
    /// Whether it is a phone number.
    pub is_number: bool,
}

impl Message {
    /// What a playbook has to say in one of its languages at a moment in UTC seconds; `None` when it doesn't have the
    /// language. The source is what the playbook was checked from: only there stands on whose clock moments are.
    #[must_use]
    pub fn new(playbook: &Playbook, source: &Node, language: &str, now: i64) -> Option<Self> {
        let mut locales = playbook.locales().iter();
        let place = locales.position(|known| known.eq_ignore_ascii_case(language))?;
        let language = playbook.locales().get(place)?.clone();
        let mut reader = Reader {
            playbook,
            place,
            untranslated: Vec::new(),
            foreign: Vec::new(),
        };
        let moment = |name: &str| Moment::read(source.entry("notice")?.entry(name), playbook);
        let notice = playbook.notice();
        let is_over = notice.is_some_and(|notice| notice.expires_at.is_some_and(|at| at <= now));
        let expired = moment("expires_at").filter(|_| is_over);
        let notice = notice.filter(|_| !is_over);
        let next = moment("next_update_at").filter(|_| notice.is_some());
        let emergency = playbook.emergency();
        let lines = emergency.map_or(&[][..], |emergency| &emergency.lines);
        let lists =
            |list: fn(&triage::Notice) -> &Vec<Text>| notice.map_or(&[][..], |notice| list(notice));
        Some(Self {
            source: reader.read(playbook.name(), "name"),
            topic: playbook
                .launcher()
                .map(|text| reader.read(text, "launcher.text")),
            hazard: notice.map_or_else(Vec::new, |notice| {
                sentences(&reader.read(&notice.text, "notice.text"))
            }),
            place: notice
                .and_then(|notice| notice.place.as_ref())
                .map(|text| reader.read(text, "notice.place")),
            known: reader.list(lists(|notice| &notice.known), "notice.known"),
            unknown: reader.list(lists(|notice| &notice.unknown), "notice.unknown"),
            updated: moment("updated_at").filter(|_| notice.is_some()),
            is_overdue: next.as_ref().is_some_and(|next| next.utc <= now),
            next_update: next.filter(|next| now < next.utc),
            danger: emergency.map(|emergency| reader.read(&emergency.text, "emergency.text")),
            lines: lines
                .iter()
                .enumerate()
                .map(|(at, line)| {
                    let path = format!("emergency.lines[{at}].name");
                    (reader.read(&line.name, &path), line.number.clone())
                })
                .collect(),
            ways: ways(playbook, &language, now)
                .into_iter()
                .map(|id| reader.way(playbook.channel(id)))
                .collect(),
            links: links(playbook, now)
                .map(|(at, link)| {
                    let path = format!("resources[{at}].title");
                    (reader.read(&link.title, &path), link.url.clone())
                })
                .collect(),
            expired,
            untranslated: reader.untranslated,
            foreign: reader.foreign,
            now,
            words: Words::of(playbook, place),
            language,
        })
    }

    /// The direction of its script, as HTML has it: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        locale::direction(&self.language).as_str()
    }

    /// The sentences of the notice, each with what it is.
    pub(crate) fn told(&self) -> impl Iterator<Item = (Role, &String)> {
        roles(&self.hazard, &self.language)
            .into_iter()
            .zip(&self.hazard)
    }

    /// The sentences without which a text doesn't say what has happened.
    pub(crate) fn facts(&self) -> Vec<String> {
        let needed = self
            .told()
            .filter(|(role, _)| matches!(role, Role::Fact | Role::Unsure));
        needed.map(|(_, sentence)| sentence.clone()).collect()
    }

    /// What in a text leads somewhere, with the link behind it.
    pub(crate) fn targets(&self) -> Vec<(&str, String)> {
        let lines = self
            .lines
            .iter()
            .map(|(_, number)| (number.as_str(), link::tel(number)));
        let ways = self
            .ways
            .iter()
            .filter_map(|way| Some((way.address.as_deref()?, way.href.clone()?)));
        lines.chain(ways).collect()
    }
}

/// Texts of the playbook in one language, on one line each.
struct Reader<'a> {
    playbook: &'a Playbook,
    place: usize,
    untranslated: Vec<String>,
    foreign: Vec<(String, String)>,
}

impl Reader<'_> {
    fn read(&mut self, text: &Text, path: &str) -> String {
        let words = self.playbook.words(text, self.place);
        let text = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(language) = words.lang {
            self.untranslated.push(path.to_owned());
            self.foreign.push((text.clone(), language.to_owned()));
        }
        text
    }

    fn list(&mut self, texts: &[Text], path: &str) -> Vec<String> {
        let texts = texts.iter().enumerate();
        texts
            .map(|(at, text)| self.read(text, &format!("{path}[{at}]")))
            .filter(|text| !text.is_empty())
            .collect()
    }

    fn way(&mut self, channel: &Channel) -> Way {
        let path = |field: &str| format!("channels.{}.{field}", channel.id);
        let address = match &channel.target {
            Target::Form(_) => None,
            Target::Phone(number) | Target::Sms(number) => Some(link::shown_number(number)),
            Target::Chat(text)
            | Target::Portal(text)
            | Target::Email(text)
            | Target::Social(text) => Some(text.clone()),
        };
        Way {
            name: self.read(&channel.name, &path("name")),
            about: channel
                .about
                .as_ref()
                .map(|text| self.read(text, &path("about"))),
            address,
            href: channel.target.href(),
            is_number: matches!(channel.target, Target::Phone(_) | Target::Sms(_)),
        }
    }
}

/// Two ways for somebody of whom nothing is known but the language: those of the last route. A text is read at any hour, so
/// nothing is claimed of opening hours, and only what never closes is left. A form has no address that could stand in a
/// text; where another way has one, it comes instead.
fn ways(playbook: &Playbook, language: &str, now: i64) -> Vec<ChannelId> {
    let Some(route) = playbook.route_ids().next_back() else {
        return Vec::new();
    };
    let situation = Situation {
        now,
        ..Situation::default()
    };
    let decision = decide(playbook, route, language, &situation);
    let rule = playbook.route(route);
    let mut ways = vec![decision.best, decision.second];
    let listed = rule.first.iter().chain(&rule.second).copied();
    for id in listed.chain(playbook.channel_ids()) {
        let channel = playbook.channel(id);
        if channel.is_always() && channel.speaks(language) && !ways.contains(&id) {
            ways.push(id);
        }
    }
    let has_address = |id: &ChannelId| playbook.channel(*id).target.href().is_some();
    let (mut addressed, others): (Vec<_>, Vec<_>) = ways.into_iter().partition(has_address);
    addressed.extend(others);
    addressed.truncate(2);
    addressed
}

/// Links for everybody, with their places in the file.
fn links(playbook: &Playbook, now: i64) -> impl Iterator<Item = (usize, &Resource)> {
    let situation = Situation {
        now,
        ..Situation::default()
    };
    let today = situation.today();
    let links = playbook.resources().iter().enumerate();
    links
        .filter(move |(_, link)| {
            link.show_when.is_none() && link.expires_on.is_none_or(|last| today <= last)
        })
        .take(Resource::MOST)
}

/// What ends with a full stop and is no sentence.
const SHORTENED: [&str; 14] = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "No.", "Nr.", "Sr.", "Sra.", "Mme.", "e.g.",
    "i.e.", "approx.",
];

/// The sentences of a text, by Unicode's rule (UAX #29) and without its mistake about titles of people.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut is_open = false;
    for piece in text.split_sentence_bounds() {
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        match sentences.last_mut().filter(|_| is_open) {
            Some(last) => *last = [last, " ", piece].concat(),
            None => sentences.push(piece.to_owned()),
        }
        let last = piece.split(' ').next_back().unwrap_or_default();
        is_open = SHORTENED.contains(&last);
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_where_people_end_them() {
        for (text, expected) in [
            ("", &[][..]),
            ("One. Two? Three!", &["One.", "Two?", "Three!"]),
            (
                "Call Mr. Ota at 3.15. Now.",
                &["Call Mr. Ota at 3.15.", "Now."],
            ),
            (
                "怖い夜でした。靴をお持ちください。",
                &["怖い夜でした。", "靴をお持ちください。"],
            ),
            ("रात डरावनी रही। फ़ोन रखें।", &["रात डरावनी रही।", "फ़ोन रखें।"]),
            ("هل أنت بخير؟ اتصل.", &["هل أنت بخير؟", "اتصل."]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }
}
