//! A document at work: what is shown of it, what is known about it, and what the page has to do.

use leeward_document::{Document, History, Path, Refusal, Step};
use triage::{Playbook, check};

use super::{Draft, Pane};
use crate::{
    clocks::Clocks,
    event::{Effect, Event},
    fields,
    findings::{Findings, find, is_usable},
    live::Live,
    outlets::Edits,
    pointing, publish,
    rehearse::{
        Change, Rehearsal, Visitor, World,
        played::{Played, play},
    },
    snippet::snippet,
    ways::Ways,
    writing::{self, Voice, locales},
};

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

impl Work {
    pub(super) fn new(id: i64, name: String, base: Document, document: Document, now: i64) -> Self {
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
    pub(super) fn written_in(mut self, locale: &str) -> Self {
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

    pub(super) fn update(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        let effects = self.happen(event)?;
        // What gets the focus has to be there.
        let labels = Path::default().name("labels");
        let is_label = |effect: &Effect| matches!(effect, Effect::Focus(path) | Effect::FocusLine(path, _) if path.is_within(&labels));
        self.unfolded |= effects.iter().any(is_label);
        Ok(effects)
    }

    fn happen(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        Ok(match event {
            Event::Unfolded(unfolded) => {
                self.unfolded = unfolded;
                Vec::new()
            }
            Event::Zoned(zones) => {
                self.clocks.learn(zones);
                self.look();
                Vec::new()
            }
            Event::Stamped(field) => vec![Effect::Stamp(field)],
            Event::Dated(field) => {
                let typed = writing::read(self.document().tree(), &field.path, &Voice::default());
                vec![Effect::Date(field, typed.into_owned())]
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
                told.chain(self.show()).chain(self.situate()).collect()
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
                let Some(field) = pointing::field(&self.groups, tree, &sentence) else {
                    return Ok(Vec::new());
                };
                let line = pointing::line(tree, &field, &sentence);
                self.pane = Pane::Words;
                self.speak_of(&field, &line);
                vec![self.focus(field, &line)]
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
                    self.speak_of(&field, &path);
                    vec![Effect::Begin, self.focus(field, &path)]
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
            event => self.edit(event)?,
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

    /// The language that a place within a field is about.
    fn language_at(&self, field: &Path, place: &Path) -> Option<String> {
        let within = place.steps().get(field.steps().len())?;
        let Step::Name(name) = within else {
            return None;
        };
        let all = locales(self.document().tree());
        all.into_iter().find(|locale| locale == name)
    }

    /// Has the language shown that a place within a field is about.
    fn speak_of(&mut self, field: &Path, place: &Path) {
        let named = self.language_at(field, place);
        let (one, other) = &self.languages;
        match named {
            Some(locale) if locale != *one && Some(&locale) != other.as_ref() => {
                self.languages = (one.clone(), Some(locale));
            }
            _ => {}
        }
    }

    /// Moves the focus to a field: to the box of the language that a place within it is about.
    pub(super) fn focus(&self, field: Path, place: &Path) -> Effect {
        match self.language_at(&field, place) {
            Some(locale) => Effect::FocusLine(field, locale),
            None => Effect::Focus(field),
        }
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
    pub(super) fn save(&self, now: i64) -> Option<Effect> {
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
