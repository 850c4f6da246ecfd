//! Where the author stands. Pure: an [`Event`] goes in, the [`Effect`]s come out that the shell has to perform.

use leeward_document::{Document, History, Operation, Path, Refusal, Step};
use triage::{Playbook, check};

use crate::{
    build, channels,
    clocks::Clocks,
    commands::Search,
    event::{Effect, Event},
    fields,
    findings::{Finding, Findings, find, is_usable},
    fixes::fixes,
    live::Live,
    outlets::Edits,
    pointing, publish,
    rehearse::{
        Change, Rehearsal, Visitor, World,
        played::{Played, play},
    },
    snippet::snippet,
    ways::Ways,
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
    /// What was changed in texts for elsewhere.
    pub edits: Edits,
}

/// What the work area shows. On a phone the preview is one of them; elsewhere it stands beside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The words, to be written.
    #[default]
    Words,
    /// Ways to reach the company, and when somebody is there.
    Channels,
    /// What is asked, who goes where, and what is said beside it.
    Questions,
    /// Languages, look, and how the help stands on the page.
    Settings,
    /// What a visitor sees.
    Preview,
    /// Another visitor at another moment, and everything that can happen then.
    Rehearse,
    /// What must and what should be fixed.
    Checks,
    /// What works right now.
    Live,
    /// Texts for everywhere else.
    Outlets,
    /// The file, the snippet, what changed.
    Publish,
}

impl Pane {
    /// In the order of the bar.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Channels,
        Self::Questions,
        Self::Settings,
        Self::Preview,
        Self::Rehearse,
        Self::Checks,
        Self::Live,
        Self::Outlets,
        Self::Publish,
    ];

    /// Its name in the page. What its tab says is the studio's word `bar_` with this name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Channels => "channels",
            Self::Questions => "questions",
            Self::Settings => "settings",
            Self::Preview => "preview",
            Self::Rehearse => "rehearse",
            Self::Checks => "checks",
            Self::Live => "live",
            Self::Outlets => "outlets",
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
    /// A translation was taken in.
    Translated {
        /// How many texts were taken.
        used: usize,
        /// Those that could not be used, each with the reason, in the words of the command line.
        refused: Vec<String>,
        /// How many texts were not translated.
        missing: usize,
    },
    /// What a translator sent is no translation; the reason, in the words of the command line.
    NoTranslation(String),
    /// The preview's visitor has given some answers.
    Walked,
    /// What came of publishing or opening something.
    Publishing(publish::Told),
    /// A finding was mended.
    Mended,
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
    /// Whether visitors could be helped with the document as it is, once somebody has asked.
    pub usable: Option<bool>,
    /// When problems were last looked for, in UTC seconds.
    pub looked_at: i64,
    /// What is known of the time zones that it names.
    pub clocks: Clocks,
    /// What was found of the ways through it.
    pub ways: Ways,
    /// What can be written.
    pub groups: Vec<fields::Group>,
    /// For each way, the share of visitors who end there, in millionths, if each answer were given equally often; nothing
    /// where that isn't known.
    pub ends: Option<Vec<u32>>,
    /// The language that is written, and the one beside it.
    pub languages: (String, Option<String>),
    /// Whether Leeward's own words are unfolded.
    pub unfolded: bool,
    /// What works right now. It goes into a file of its own, and into no draft.
    pub live: Live,
    /// The visitor and the moment that are rehearsed.
    pub rehearsal: Rehearsal,
    /// What the host knows of the world; `None` before anything was rehearsed.
    pub world: Option<World>,
    /// What can happen then; `None` while nobody looks.
    pub played: Option<Played>,
    /// The visitor who the preview has become.
    pub visitor: Visitor,
    /// Whether clicks in the preview lead to fields.
    pub pointing: bool,
    /// What belongs to publishing it.
    pub publishing: publish::Publishing,
    /// What was changed in texts for elsewhere.
    pub edits: Edits,
    /// The last moment that is known, in UTC seconds: what texts for elsewhere are made for.
    pub now: i64,
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
    /// The command list, while it is open.
    pub search: Option<Search>,
    /// The language that the studio speaks: the one in which the author writes first, where the playbook has it.
    pub speaks: &'static str,
}

impl State {
    /// What happens, and what is to be done about it.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        if !matches!(
            event,
            Event::Rested
                | Event::Considered(_)
                | Event::Zoned(_)
                | Event::Unfolded(_)
                | Event::Waiting
                | Event::Settled
                | Event::Situated(_)
                | Event::Entered(..)
                | Event::Remembered(_)
                | Event::Publishing(publish::Event::VersionsKnown(..))
        ) {
            self.told = None;
        }
        if matches!(&event, Event::Rehearsed(Change::Path(path)) if !path.is_empty()) {
            self.told = Some(Told::Walked);
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
            Event::Searched(search) => {
                let is_open = self.search.is_some();
                self.search = search.filter(|_| self.work.is_some());
                match (is_open, self.search.is_some()) {
                    (false, true) => vec![Effect::ShowSearch],
                    (true, false) => vec![Effect::FocusBefore],
                    _ => Vec::new(),
                }
            }
            Event::Did(event) => {
                self.search = None;
                // Whatever moves the focus further comes after.
                let effects = self.update(*event);
                [Effect::FocusBefore].into_iter().chain(effects).collect()
            }
            Event::Returned(file) => vec![Effect::ReadTranslation(file)],
            Event::Translated(sent) => self.take_in(&sent),
            event => match &mut self.work {
                Some(work) => match work.update(event) {
                    Ok(effects) => {
                        if effects.contains(&Effect::Stay) {
                            self.told = Some(Told::Mended);
                        }
                        effects
                    }
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
                let work = Work::new(now, name, document.clone(), document, now / 1000);
                self.work = Some(work.written_in(self.speaks));
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

    /// What a translator sent becomes one step.
    fn take_in(&mut self, sent: &str) -> Vec<Effect> {
        let Some(work) = &mut self.work else {
            return Vec::new();
        };
        let translated = match leeward_translation::read(sent) {
            Ok(translated) => translated,
            Err(reason) => return self.tell(Told::NoTranslation(reason)),
        };
        let document = work.document();
        let merged = leeward_translation::merge(document.text(), document.tree(), &translated);
        let path = Path::default().name("locales");
        if work.history.rewrite(&merged.text, &path).is_err() {
            return self.tell(Told::TooLarge);
        }
        let effects = work.changed();
        self.told = Some(Told::Translated {
            used: merged.used,
            refused: merged.refused,
            missing: merged.missing.len(),
        });
        effects
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
        let work = work.written_in(self.speaks);
        self.work = Some(Work {
            saved_at,
            edits: draft.edits,
            ..work
        });
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
        let clocks = Clocks::default();
        let mut ways = Ways::default();
        let findings = find(&document, now, &clocks, &mut ways);
        let ends = ways.ends(&document);
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
            ends,
            usable: None,
            unfolded: false,
            looked_at: now,
            clocks,
            ways,
            history: History::new(document),
            languages: (languages, None),
            live: Live::default(),
            rehearsal: Rehearsal::default(),
            world: None,
            played: None,
            visitor: Visitor::default(),
            pointing: false,
            publishing: publish::Publishing::default(),
            edits: Edits::default(),
            now,
            saved_at: None,
        }
    }

    /// The same, with a language to be written first where the playbook has it.
    fn written_in(mut self, locale: &str) -> Self {
        if let Some(own) = locales(self.document().tree())
            .into_iter()
            .find(|tag| tag == locale)
        {
            self.languages.0 = own;
        }
        self
    }

    /// The document as it is.
    pub const fn document(&self) -> &Document {
        self.history.document()
    }

    /// Whether anything differs from what the author began with.
    pub fn has_changed(&self) -> bool {
        self.document().text() != self.base.text()
    }

    /// The pane on which a place can be changed, and the field to go to there.
    pub fn way_to(&self, path: &Path) -> Option<(Pane, Path)> {
        const SET: [&str; 5] = ["locales", "theme", "display", "status", "exit"];
        let first = path.steps().first();
        if let Some(field) = channels::nearest(self.document().tree(), path) {
            return Some((Pane::Channels, field));
        }
        if first
            .is_some_and(|step| matches!(step, Step::Name(name) if SET.contains(&name.as_str())))
        {
            return Some((Pane::Settings, path.clone()));
        }
        let field = fields::nearest(&self.groups, path)?;
        Some((pane_of(path), field))
    }

    fn update(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        let effects = self.happen(event)?;
        // What gets the focus has to be there.
        let labels = Path::default().name("labels");
        let is_label =
            |effect: &Effect| matches!(effect, Effect::Focus(path) if path.is_within(&labels));
        self.unfolded |= effects.iter().any(is_label);
        Ok(effects)
    }

    fn happen(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        Ok(match event {
            Event::Wrote(field, voice, text) => {
                let tree = self.document().tree();
                let Some(operation) = writing::write(tree, &field, &voice, &text) else {
                    return Ok(Vec::new());
                };
                let keeps = matches!(operation, Operation::Set { .. });
                let is_harmless = keeps && is_harmless(tree, &field, &voice, &text);
                self.history.go_on(&operation, &field.path)?;
                // A letter in words that were there makes no field come or go, and takes no way from anybody.
                if !is_harmless {
                    self.usable = None;
                }
                if keeps {
                    vec![Effect::Wait]
                } else {
                    self.changed()
                }
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
            Event::Moved(within, from, to) => {
                let list = within.clone();
                self.history.change(&Operation::Move { within, from, to })?;
                let mut effects = self.changed();
                effects.push(Effect::FocusMover(list, from, to));
                effects
            }
            Event::Wished(wish) => {
                let granted = build::grant(self.document().tree(), &wish);
                let (operations, path) = granted.ok_or(Refusal::Nowhere)?;
                self.history.change_all(&operations, &path)?;
                self.pane = wish.pane().unwrap_or(self.pane);
                let mut effects = self.changed();
                effects.push(Effect::Focus(path));
                effects
            }
            Event::Mended(finding, which) => self.mend(&finding, which)?,
            Event::Unfolded(unfolded) => {
                self.unfolded = unfolded;
                Vec::new()
            }
            Event::Zoned(zones) => {
                self.clocks.learn(zones);
                self.look();
                Vec::new()
            }
            Event::Arranged(wish) => {
                let granted = channels::grant(self.document().tree(), &wish);
                let Some((operations, path)) = granted else {
                    return Ok(Vec::new());
                };
                if wish.is_typed() {
                    self.history.go_on_all(&operations, &path)?;
                } else {
                    self.history.change_all(&operations, &path)?;
                }
                let mut effects = self.changed();
                effects.extend(wish.leads().then_some(Effect::Focus(path)));
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
            Event::Rested => self.show(),
            Event::Considered(now) => {
                self.now = now;
                self.looked_at = now;
                self.look();
                let save = self.save(now * 1000);
                if save.is_some() {
                    self.saved_at = Some(now * 1000);
                }
                let unasked = self.clocks.unasked(self.document().tree());
                let ask = (!unasked.is_empty()).then_some(Effect::AskZones(unasked));
                let told = ask.into_iter().chain(save);
                told.chain(self.situate()).collect()
            }
            Event::Waiting => {
                self.visitor = Visitor::default();
                let point = self.pointing.then_some(Effect::Point(true));
                self.show().into_iter().chain(point).collect()
            }
            Event::Pointing(is_on) => {
                self.pointing = is_on;
                vec![Effect::Point(is_on)]
            }
            Event::Pointed(sentence) => {
                let tree = self.document().tree();
                let Some(path) = pointing::field(&self.groups, tree, &sentence) else {
                    return Ok(Vec::new());
                };
                self.pane = Pane::Words;
                vec![Effect::Focus(path)]
            }
            Event::Entered(path, voice) => {
                let sentence = writing::read(self.document().tree(), &path, &voice);
                vec![Effect::Mark(sentence.into_owned())]
            }
            Event::Restarted => {
                self.rehearsal.change(Change::Path(Vec::new()));
                vec![Effect::Restart]
            }
            Event::Turned(pane) => {
                self.pane = pane;
                let versions = publish::Effect::Versions(self.id);
                let versions = Effect::Publishing(versions);
                let versions = (pane == Pane::Publish).then_some(versions);
                // Texts for elsewhere depend on what time it is.
                let wait = (pane == Pane::Outlets).then_some(Effect::Wait);
                let begin = versions.into_iter().chain(wait).chain([Effect::Begin]);
                begin.chain(self.situate()).collect()
            }
            Event::Rehearsed(change) => {
                if matches!(change, Change::Path(_)) {
                    // Perhaps the visitor has gone on since.
                    self.visitor = Visitor::default();
                }
                self.rehearsal.change(change);
                vec![self.look_around()]
            }
            Event::PictureWanted => {
                let name = self.name.strip_suffix(".json").unwrap_or(&self.name);
                vec![Effect::DownloadPicture([name, ".svg"].concat())]
            }
            Event::Situated(world) => {
                let locale = self.locale().to_owned();
                let document = self.history.document();
                self.played = (self.pane == Pane::Rehearse)
                    .then(|| play(document, &self.rehearsal, &world, &locale))
                    .flatten();
                self.world = Some(world);
                self.show()
            }
            Event::Spoken(one, other) => {
                let other = other.filter(|other| *other != one);
                self.languages = (one, other);
                self.show()
            }
            Event::Sought(path) => match self.way_to(&path) {
                Some((pane, field)) => {
                    self.pane = pane;
                    self.speak_of(&path);
                    vec![Effect::Begin, Effect::Focus(field)]
                }
                None => Vec::new(),
            },
            Event::Exported(to) => self.export(&to).into_iter().collect(),
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
            Event::Reworded(spot, text, made) => {
                self.edits.write(&spot, text, &made);
                vec![Effect::Wait]
            }
            Event::Remade(spot) => {
                self.edits.forget(&spot);
                vec![Effect::Wait]
            }
            Event::Segments(segments) => {
                self.edits.segments = segments;
                vec![Effect::Wait]
            }
            Event::TextWanted(text) => vec![Effect::Copy(text)],
            Event::FeedWanted => vec![Effect::DownloadFeed(self.live.clone())],
            Event::Copied => vec![Effect::Copy(snippet(self.document().tree()))],
            _ => Vec::new(),
        })
    }

    /// The texts for a translator, as XLIFF.
    fn export(&self, to: &str) -> Option<Effect> {
        let tree = self.document().tree();
        let from = leeward_translation::locales(tree).into_iter().next()?;
        let units = leeward_translation::units(tree, to);
        let text = leeward_translation::xliff::write(&units, from, to).ok()?;
        let stem = self.name.trim_end_matches(".json");
        Some(Effect::Download(format!("{stem}.{to}.xlf"), text))
    }

    /// Looks for problems.
    fn look(&mut self) {
        self.findings = find(
            self.history.document(),
            self.looked_at,
            &self.clocks,
            &mut self.ways,
        );
        self.ends = self.ways.ends(self.history.document());
    }

    /// Mends a finding, as the document is now.
    fn mend(&mut self, finding: &Finding, which: usize) -> Result<Vec<Effect>, Refusal> {
        let cures = fixes(self.document(), finding, self.looked_at, &self.clocks);
        let Some(fix) = cures.into_iter().nth(which) else {
            return Ok(Vec::new());
        };
        let before = self.document().clone();
        self.history.change_all(&fix.operations, &finding.place)?;
        if *self.document() == before {
            return Ok(Vec::new());
        }
        self.findings.all.retain(|known| known != finding);
        let mut effects = self.changed();
        effects.push(Effect::Stay);
        Ok(effects)
    }

    /// Has the language shown that a place is about.
    fn speak_of(&mut self, path: &Path) {
        let all = locales(self.document().tree());
        let named = path.steps().iter().find_map(|step| match step {
            Step::Name(name) => all.iter().find(|locale| *locale == name),
            Step::Place(_) => None,
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
        self.usable = None;
        self.groups = fields::groups(self.document().tree());
        vec![Effect::Wait]
    }

    fn stepped(&mut self, path: Option<Path>) -> Vec<Effect> {
        let mut effects = self.changed();
        if let (Pane::Channels, Some(path)) = (self.pane, &path) {
            let field = channels::nearest(self.document().tree(), path);
            effects.extend(field.map(Effect::Focus));
        }
        let field = path.and_then(|path| fields::nearest(&self.groups, &path));
        if let Some(field) = field.filter(|_| matches!(self.pane, Pane::Words)) {
            effects.push(Effect::Focus(field));
        }
        effects
    }

    /// The language of the preview's visitor.
    pub fn locale(&self) -> &str {
        let rehearsed = self.rehearsal.language.as_ref();
        rehearsed.unwrap_or(&self.languages.0)
    }

    /// Asks what the host knows of the world, while somebody rehearses.
    fn situate(&self) -> Option<Effect> {
        (self.pane == Pane::Rehearse).then(|| self.look_around())
    }

    fn look_around(&self) -> Effect {
        let playbook = check(self.document().tree().clone()).playbook;
        let zones = playbook.iter().flat_map(Playbook::timezones);
        let zones = zones.chain(self.rehearsal.zone.as_deref());
        Effect::Situate(zones.map(str::to_owned).collect(), self.rehearsal.moment)
    }

    /// Visitors are shown nothing that they could not be helped with.
    fn show(&mut self) -> Vec<Effect> {
        let visitor = self.rehearsal.visitor(self.document(), self.world.as_ref());
        let is_other = visitor != self.visitor;
        let rehearse = is_other.then(|| Effect::Rehearse(visitor.clone()));
        self.visitor = visitor;
        let usable = self.usable.unwrap_or_else(|| is_usable(self.document()));
        self.usable = Some(usable);
        let document = self.document();
        let show =
            usable.then(|| Effect::Preview(document.text().to_owned(), self.locale().to_owned()));
        rehearse.into_iter().chain(show).collect()
    }

    /// A draft of what differs from the beginning, or of what did when it was last kept.
    fn save(&self, now: i64) -> Option<Effect> {
        let is_worth_it = self.has_changed() || self.saved_at.is_some() || !self.edits.is_empty();
        is_worth_it.then(|| {
            Effect::Save(Draft {
                id: self.id,
                name: self.name.clone(),
                saved_at: now,
                base: self.base.text().to_owned(),
                text: self.document().text().to_owned(),
                edits: self.edits.clone(),
            })
        })
    }
}

/// Where something can be changed: words among the words, everything else where things are put together.
fn pane_of(path: &Path) -> Pane {
    const BUILT: [&str; 13] = [
        "ask_when",
        "when",
        "show_when",
        "options",
        "type",
        "for",
        "min",
        "max",
        "max_length",
        "first",
        "second",
        "needs",
        "kind",
    ];
    let last = path.steps().iter().rev().find_map(|step| match step {
        Step::Name(name) => Some(name.as_str()),
        Step::Place(_) => None,
    });
    let is_built = path
        .steps()
        .iter()
        .any(|step| matches!(step, Step::Name(name) if name.ends_with("when")))
        || last.is_some_and(|last| BUILT.contains(&last));
    if is_built {
        Pane::Questions
    } else {
        Pane::Words
    }
}

/// Whether visitors read other words then, and nothing else is different: there were words, and there are some.
fn is_harmless(
    tree: &triage::source::Node,
    field: &fields::Field,
    voice: &writing::Voice,
    text: &str,
) -> bool {
    let is_said = |text: &str| {
        !text.trim().is_empty() && text.chars().count() <= triage::grammar::MOST_CHARACTERS
    };
    let is_read = matches!(field.kind, fields::Kind::Text | fields::Kind::Counted);
    is_read && is_said(text) && is_said(&writing::read(tree, &field.path, voice))
}

/// Line and column of a byte, from 1.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count(), 1 + line.chars().count())
}

#[cfg(test)]
mod tests {
    use super::{Pane, State, Told};
    use crate::{
        clocks::Zone,
        event::{Effect, Event},
        fields::{Field, Kind},
        writing::Voice,
    };
    use leeward_document::Path;
    use triage::hours::Offsets;

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
            matches!(&effects[..], [Effect::AskZones(zones), Effect::Save(draft)] if !zones.is_empty() && draft.base == OUTAGE && draft.text.contains("Payments work."))
        );
        let effects = state.update(Event::Undone);
        assert_eq!(
            effects,
            [Effect::Wait, Effect::Focus(Path::parse("notice.text"))]
        );
        assert_eq!(state.work.as_ref().unwrap().document().text(), OUTAGE);
        // Somebody who closes the page now finds no older words in the draft.
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(matches!(&effects[..], [.., Effect::Save(draft)] if draft.text == OUTAGE));
        let effects = opened(OUTAGE).update(Event::Considered(NOW / 1000));
        assert!(matches!(&effects[..], [Effect::AskZones(_)]));
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
            [
                Effect::Begin,
                Effect::Focus(Path::parse("routes[0].because"))
            ]
        );
        let work = state.work.unwrap();
        assert_eq!(work.pane, Pane::Questions);
        for (place, pane) in [
            ("theme.brand", Pane::Settings),
            ("hours.chat_shift.week", Pane::Channels),
            ("notice.text.ja", Pane::Words),
        ] {
            let found = work.way_to(&Path::parse(place)).map(|(pane, _)| pane);
            assert_eq!(found, Some(pane), "{place}");
        }
    }

    #[test]
    fn a_press_mends_a_finding_in_one_step() {
        let broken = OUTAGE.replacen(
            "\"topic\", \"is\": \"stolen\"",
            "\"topic\", \"is\": \"stole\"",
            1,
        );
        let mut state = opened(&broken);
        let finding = state.work.as_ref().unwrap().findings.all[0].clone();
        let effects = state.update(Event::Mended(Box::new(finding.clone()), 0));
        assert_eq!(effects, [Effect::Wait, Effect::Stay]);
        let work = state.work.as_ref().unwrap();
        assert_eq!(work.document().text(), OUTAGE);
        assert_eq!(
            (work.findings.errors(), state.told.clone()),
            (0, Some(Told::Mended))
        );
        state.update(Event::Undone);
        assert_eq!(state.work.as_ref().unwrap().document().text(), broken);
        // What was mended meanwhile can't be mended again.
        state.update(Event::Redone);
        assert_eq!(state.update(Event::Mended(Box::new(finding), 0)), []);
    }

    #[test]
    fn an_unknown_zone_is_a_finding_once_the_browser_was_asked() {
        let text = OUTAGE.replace(
            "\"timezone\": \"Europe/London\"",
            "\"timezone\": \"Europe/Londn\"",
        );
        let mut state = opened(&text);
        assert_eq!(state.work.as_ref().unwrap().findings.errors(), 0);
        let effects = state.update(Event::Considered(NOW / 1000));
        let Some(Effect::AskZones(names)) = effects.first() else {
            panic!("{effects:?}");
        };
        let zone = |name: &String| Zone {
            name: name.clone(),
            offsets: Offsets::new(vec![(0, 0)]).filter(|_| !name.contains("Londn")),
            near: Some("Europe/London".to_owned()),
        };
        state.update(Event::Zoned(names.iter().map(zone).collect()));
        let findings = &state.work.as_ref().unwrap().findings;
        assert_eq!(findings.errors(), 2, "{findings:?}");
        let finding = findings.all[0].clone();
        state.update(Event::Mended(Box::new(finding), 0));
        assert_eq!(
            state.update(Event::Considered(NOW / 1000)).len(),
            1,
            "its draft, and nothing to ask"
        );
        assert_eq!(state.work.unwrap().findings.errors(), 1);
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
