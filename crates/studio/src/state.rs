//! Where the author stands. Pure: an [`Event`] goes in, the [`Effect`]s come out that the shell has to perform.

use leeward_document::{Document, History, Operation, Path, Refusal};

use crate::{
    event::{Effect, Event},
    fields,
    findings::{Findings, find, is_usable},
    live::Live,
    publish,
    snippet::snippet,
    writing::{self, locales},
};

/// A draft that the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// By what it is known: the moment at which it was begun, in milliseconds.
    pub id: i64,
    /// The name of the file.
    pub name: String,
    /// When it was saved, in milliseconds.
    pub saved_at: i64,
    /// The text with which the author began.
    pub base: String,
    /// The text as it is.
    pub text: String,
}

/// What the work area shows. On a phone the preview is one of them; elsewhere it stands beside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The words, to be written.
    #[default]
    Words,
    /// What a visitor sees.
    Preview,
    /// What must and what should be fixed.
    Checks,
    /// What works right now.
    Live,
    /// The file, the snippet, what changed.
    Publish,
}

impl Pane {
    /// In the order of the bar.
    pub const ALL: [Self; 5] = [
        Self::Words,
        Self::Preview,
        Self::Checks,
        Self::Live,
        Self::Publish,
    ];

    /// Its name in the page. What its tab says is the studio's word `bar_` with this name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Preview => "preview",
            Self::Checks => "checks",
            Self::Live => "live",
            Self::Publish => "publish",
        }
    }
}

/// Something that the author is told, until the next thing happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A file or a ready playbook could not be read.
    Unreadable(String),
    /// The browser keeps no drafts: storage is full or forbidden.
    NotKept,
    /// A change that can't be made, as the file would be too large.
    TooLarge,
    /// The snippet is in the clipboard.
    Copied,
    /// The browser doesn't give the clipboard away.
    NotCopied,
    /// The file was given to the browser to be saved.
    Downloaded,
    /// What came of publishing or opening something.
    Publishing(publish::Told),
}

/// A text that is not JSON. It stays, so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The name of the file.
    pub name: String,
    /// The text.
    pub text: String,
    /// The line at which reading stopped, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What is wrong there, in the checker's words.
    pub message: String,
}

/// A document at work.
#[derive(Clone, Debug)]
pub struct Work {
    /// By what its draft is known.
    pub id: i64,
    /// The name of the file.
    pub name: String,
    /// The document with which the author began.
    pub base: Document,
    /// The document, with every step.
    pub history: History,
    /// What was found when it was last looked at.
    pub findings: Findings,
    /// What can be written.
    pub groups: Vec<fields::Group>,
    /// The language that is written, and the one beside it.
    pub languages: (String, Option<String>),
    /// What works right now. It goes into a file of its own, and into no draft.
    pub live: Live,
    /// What belongs to publishing it.
    pub publishing: publish::Publishing,
    /// What the work area shows.
    pub pane: Pane,
    /// When it was last saved, in milliseconds; `None` while the browser keeps no draft of it.
    pub saved_at: Option<i64>,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The document at work; without one, the start is shown.
    pub work: Option<Work>,
    /// The drafts that can be carried on with, the newest first.
    pub drafts: Vec<Draft>,
    /// A text that could not be read.
    pub broken: Option<Broken>,
    /// What the author is told.
    pub told: Option<Told>,
}

impl State {
    /// What happens, and what is to be done about it.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        if !matches!(
            event,
            Event::Rested
                | Event::Considered(_)
                | Event::Waiting
                | Event::Settled
                | Event::Remembered(_)
                | Event::Publishing(publish::Event::VersionsKnown(..))
        ) {
            self.told = None;
        }
        match event {
            Event::Chosen(name) => vec![Effect::Fetch(name)],
            Event::Picked(file) => vec![Effect::Read(file)],
            Event::Pasted(name, text) => vec![Effect::Open(name, text)],
            Event::Opened { name, text, now } => self.open(name, &text, now),
            Event::Unreadable(name) => self.tell(Told::Unreadable(name)),
            Event::Told(told) => self.tell(told),
            Event::Publishing(event) => self.publishing(event),
            Event::CarriedOn(id) => self.carry_on(id),
            Event::Dismissed(id) => {
                self.drafts.retain(|draft| draft.id != id);
                vec![Effect::Forget(id)]
            }
            Event::Remembered(drafts) => {
                self.drafts = drafts;
                Vec::new()
            }
            Event::Left => {
                let save = self
                    .work
                    .take()
                    .and_then(|work| work.save(work.saved_at.unwrap_or(work.id)));
                self.broken = None;
                save.into_iter()
                    .chain([Effect::Remember, Effect::Begin])
                    .collect()
            }
            event => match &mut self.work {
                Some(work) => match work.update(event) {
                    Ok(effects) => effects,
                    Err(Refusal::TooLarge(_)) => self.tell(Told::TooLarge),
                    // Whoever wrote it sees the field as it is.
                    Err(Refusal::Nowhere | Refusal::Taken) => Vec::new(),
                },
                None => Vec::new(),
            },
        }
    }

    /// Tells the author something.
    pub fn tell(&mut self, told: Told) -> Vec<Effect> {
        self.told = Some(told);
        Vec::new()
    }

    /// Opens a text. What is at work is kept as a draft.
    pub fn open(&mut self, name: String, text: &str, now: i64) -> Vec<Effect> {
        let kept = self.work.take().and_then(|work| work.save(now));
        let then = match Document::read(text) {
            Ok(document) => {
                self.broken = None;
                self.work = Some(Work::new(now, name, document.clone(), document, now / 1000));
                vec![Effect::Wait, Effect::Begin]
            }
            Err(problem) => {
                let (line, column) = place(text, problem.span.map_or(0, |(from, _)| from));
                let message = problem.message;
                self.broken = Some(Broken {
                    name,
                    text: text.to_owned(),
                    line,
                    column,
                    message,
                });
                vec![Effect::Begin]
            }
        };
        kept.into_iter().chain(then).collect()
    }

    fn carry_on(&mut self, id: i64) -> Vec<Effect> {
        let Some(draft) = self.drafts.iter().find(|draft| draft.id == id).cloned() else {
            return Vec::new();
        };
        let (Ok(base), Ok(document)) = (Document::read(&draft.base), Document::read(&draft.text))
        else {
            return self.open(draft.name, &draft.text, draft.saved_at);
        };
        let work = Work::new(id, draft.name, base, document, draft.saved_at / 1000);
        let saved_at = Some(draft.saved_at);
        self.work = Some(Work { saved_at, ..work });
        let version = publish::Effect::Keep(id, draft.saved_at, draft.text);
        vec![Effect::Publishing(version), Effect::Wait, Effect::Begin]
    }
}

impl Work {
    fn new(id: i64, name: String, base: Document, document: Document, now: i64) -> Self {
        let languages = locales(document.tree())
            .into_iter()
            .next()
            .unwrap_or_default();
        let findings = find(&document, now);
        Self {
            id,
            name,
            base,
            groups: fields::groups(document.tree()),
            pane: if findings.errors() > 0 {
                Pane::Checks
            } else {
                Pane::Words
            },
            findings,
            history: History::new(document),
            languages: (languages, None),
            live: Live::default(),
            publishing: publish::Publishing::default(),
            saved_at: None,
        }
    }

    /// The document as it is.
    pub const fn document(&self) -> &Document {
        self.history.document()
    }

    /// Whether anything differs from what the author began with.
    pub fn has_changed(&self) -> bool {
        self.document().text() != self.base.text()
    }

    fn update(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        Ok(match event {
            Event::Wrote(field, voice, text) => {
                let tree = self.document().tree();
                let Some(operation) = writing::write(tree, &field, &voice, &text) else {
                    return Ok(Vec::new());
                };
                self.history.go_on(&operation, &field.path)?;
                self.changed()
            }
            Event::Added(list) => {
                let operation = writing::add_line(self.document().tree(), &list);
                let Some(operation) = operation else {
                    return Ok(Vec::new());
                };
                self.history.change(&operation)?;
                let mut effects = self.changed();
                effects.extend(fields::last_in(&self.groups, &list).map(Effect::Focus));
                effects
            }
            Event::Removed(path) => {
                self.history.change(&Operation::Remove { path })?;
                self.changed()
            }
            Event::Changed(operations, path) => {
                self.history.change_all(&operations, &path)?;
                let mut effects = self.changed();
                effects.push(Effect::Focus(path));
                effects
            }
            Event::Stamped(field) => vec![Effect::Stamp(field)],
            Event::Settled => {
                self.history.settle();
                Vec::new()
            }
            Event::Undone => {
                let path = self.history.undo();
                self.stepped(path)
            }
            Event::Redone => {
                let path = self.history.redo();
                self.stepped(path)
            }
            Event::Rested => self.show().into_iter().collect(),
            Event::Considered(now) => {
                self.findings = find(self.document(), now);
                let save = self.save(now * 1000);
                if save.is_some() {
                    self.saved_at = Some(now * 1000);
                }
                save.into_iter().collect()
            }
            Event::Waiting => self.show().into_iter().collect(),
            Event::Restarted => vec![Effect::Restart],
            Event::Turned(pane) => {
                self.pane = pane;
                let versions = publish::Effect::Versions(self.id);
                let versions = Effect::Publishing(versions);
                let versions = (pane == Pane::Publish).then_some(versions);
                versions.into_iter().chain([Effect::Begin]).collect()
            }
            Event::Spoken(one, other) => {
                let other = other.filter(|other| *other != one);
                self.languages = (one, other);
                self.show().into_iter().collect()
            }
            Event::Sought(path) => match fields::nearest(&self.groups, &path) {
                Some(field) => {
                    self.pane = Pane::Words;
                    self.speak_of(&path);
                    vec![Effect::Focus(field)]
                }
                None => Vec::new(),
            },
            Event::Downloaded => vec![Effect::Download(
                self.name.clone(),
                self.document().text().to_owned(),
            )],
            Event::Standing(channel, standing) => {
                self.live.tell(&channel, standing);
                Vec::new()
            }
            Event::Waits(channel, minutes) => {
                self.live.wait(&channel, &minutes);
                Vec::new()
            }
            Event::Lasting(hours) => {
                self.live.hours = hours;
                Vec::new()
            }
            Event::FeedWanted => vec![Effect::DownloadFeed(self.live.clone())],
            Event::Copied => vec![Effect::Copy(snippet(self.document().tree()))],
            _ => Vec::new(),
        })
    }

    /// Has the language shown that a place is about.
    fn speak_of(&mut self, path: &Path) {
        let all = locales(self.document().tree());
        let named = path.steps().iter().find_map(|step| match step {
            leeward_document::Step::Name(name) => all.iter().find(|locale| *locale == name),
            leeward_document::Step::Place(_) => None,
        });
        let (one, other) = &self.languages;
        match named {
            Some(locale) if locale != one && Some(locale) != other.as_ref() => {
                self.languages = (one.clone(), Some(locale.clone()));
            }
            _ => {}
        }
    }

    /// What a change brings with it.
    pub fn changed(&mut self) -> Vec<Effect> {
        self.groups = fields::groups(self.document().tree());
        vec![Effect::Wait]
    }

    fn stepped(&mut self, path: Option<Path>) -> Vec<Effect> {
        let mut effects = self.changed();
        let field = path.and_then(|path| fields::nearest(&self.groups, &path));
        if let Some(field) = field.filter(|_| matches!(self.pane, Pane::Words)) {
            effects.push(Effect::Focus(field));
        }
        effects
    }

    /// Visitors are shown nothing that they could not be helped with.
    fn show(&self) -> Option<Effect> {
        let document = self.document();
        let locale = self.languages.0.clone();
        is_usable(document).then(|| Effect::Preview(document.text().to_owned(), locale))
    }

    /// A draft of what differs from the beginning, or of what did when it was last kept.
    fn save(&self, now: i64) -> Option<Effect> {
        (self.has_changed() || self.saved_at.is_some()).then(|| {
            Effect::Save(Draft {
                id: self.id,
                name: self.name.clone(),
                saved_at: now,
                base: self.base.text().to_owned(),
                text: self.document().text().to_owned(),
            })
        })
    }
}

/// Line and column of a byte, from 1.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count(), 1 + line.chars().count())
}

#[cfg(test)]
mod tests {
    use super::{Pane, State};
    use crate::{
        event::{Effect, Event},
        fields::{Field, Kind},
        writing::Voice,
    };
    use leeward_document::Path;

    const OUTAGE: &str = include_str!("../../../playbooks/outage.json");
    /// 2026-11-24T03:00:00Z
    const NOW: i64 = 1_795_489_200_000;

    fn opened(text: &str) -> State {
        let mut state = State::default();
        state.update(Event::Opened {
            name: "outage.json".into(),
            text: text.into(),
            now: NOW,
        });
        state
    }

    fn wrote(text: &str) -> Event {
        let field = Field {
            path: Path::parse("notice.text"),
            label: String::new(),
            kind: Kind::Text,
            required: true,
        };
        let voice = Voice {
            locale: Some("en".into()),
            plural: None,
        };
        Event::Wrote(field, voice, text.into())
    }

    #[test]
    fn what_is_written_is_shown_saved_and_taken_back() {
        let mut state = opened(OUTAGE);
        assert_eq!(state.update(wrote("Payments work.")), [Effect::Wait]);
        let effects = state.update(Event::Rested);
        assert!(
            matches!(&effects[..], [Effect::Preview(text, locale)] if text.contains("\"Payments work.\"") && locale == "en")
        );
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(
            matches!(&effects[..], [Effect::Save(draft)] if draft.base == OUTAGE && draft.text.contains("Payments work."))
        );
        let effects = state.update(Event::Undone);
        assert_eq!(
            effects,
            [Effect::Wait, Effect::Focus(Path::parse("notice.text"))]
        );
        assert_eq!(state.work.as_ref().unwrap().document().text(), OUTAGE);
        // Somebody who closes the page now finds no older words in the draft.
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(matches!(&effects[..], [Effect::Save(draft)] if draft.text == OUTAGE));
        assert_eq!(opened(OUTAGE).update(Event::Considered(NOW / 1000)), []);
    }

    #[test]
    fn lines_come_and_go_and_an_empty_one_waits_for_its_words() {
        let mut state = opened(OUTAGE);
        let effects = state.update(Event::Added(Path::parse("notice.known")));
        let added = Path::parse("notice.known[2]");
        assert_eq!(effects, [Effect::Wait, Effect::Focus(added.clone())]);
        state.update(Event::Removed(added));
        assert_eq!(state.work.as_ref().unwrap().document().text(), OUTAGE);
        state.update(Event::Removed(Path::parse("notice.unknown")));
        state.update(Event::Added(Path::parse("notice.unknown")));
        let work = state.work.unwrap();
        assert!(
            work.document()
                .text()
                .contains(r#""unknown": [ { "en": "" } ]"#)
        );
    }

    #[test]
    fn a_file_with_problems_opens_on_them_and_a_finding_leads_to_its_field() {
        let mut state = opened(&OUTAGE.replacen(
            "\"topic\", \"is\": \"stolen\"",
            "\"topic\", \"is\": \"stole\"",
            1,
        ));
        let work = state.work.as_ref().unwrap();
        assert_eq!((work.pane, work.findings.errors()), (Pane::Checks, 1));
        let path = work.findings.all[0].path.clone();
        assert_eq!(
            state.update(Event::Sought(path)),
            [Effect::Focus(Path::parse("routes[0].because"))]
        );
        assert_eq!(state.work.unwrap().pane, Pane::Words);
    }

    #[test]
    fn what_is_not_json_is_kept_with_the_place_of_the_slip() {
        let text = "{\n  \"あ\": 1,,\n}";
        let state = opened(text);
        let broken = state.broken.unwrap();
        assert_eq!(
            (broken.text.as_str(), broken.line, broken.column),
            (text, 2, 10)
        );
        assert!(state.work.is_none());
    }
}
