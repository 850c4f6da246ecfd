//! Where the author stands. Pure: an [`Event`] goes in, the [`Effect`]s come out that the shell has to perform.

mod bringing;
mod editing;
mod pane;
mod work;

use leeward_document::{Document, Path, Refusal};

use crate::{
    broken::Broken,
    commands::Search,
    event::{Effect, Event},
    outlets::Edits,
    publish,
    rehearse::Change,
};
pub use bringing::file_at;
pub use pane::Pane;
pub use work::Work;

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
    /// A file is written in another encoding: its name, and that of the encoding.
    Encoded(String, &'static str),
    /// What a translator sent is no translation; the reason, in the words of the command line.
    NoTranslation(String),
    /// The preview's visitor has given some answers.
    Walked,
    /// What came of publishing or opening something.
    Publishing(publish::Told),
    /// A finding was mended.
    Mended,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The document at work; without one, the start is shown.
    pub work: Option<Work>,
    /// The drafts that can be carried on with, the newest first.
    pub drafts: Vec<Draft>,
    /// What was asked for and hasn't come yet.
    pub bringing: bringing::Bringing,
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
            Event::Chosen(name) => {
                let is_new = self.bringing.asks_for(&[name, ".json"].concat());
                is_new.then_some(Effect::Fetch(name)).into_iter().collect()
            }
            Event::Picked(file) => {
                let is_new = self.bringing.asks_for(&file.name());
                is_new.then_some(Effect::Read(file)).into_iter().collect()
            }
            Event::Pasted(name, text) => vec![Effect::Open(name, text)],
            Event::Opened { name, text, now } => {
                if !self.bringing.takes(&name) {
                    return Vec::new();
                }
                self.open(name, &text, now)
            }
            Event::Foreign { name, foreign, now } => {
                if !self.bringing.takes(&name) {
                    return Vec::new();
                }
                self.stop_at(Broken::foreign(name, &foreign), now)
            }
            Event::Unreadable(name) => {
                if !self.bringing.takes(&name) {
                    return Vec::new();
                }
                self.tell(Told::Unreadable(name))
            }
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
                self.bringing.forgoes();
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
        self.bringing.forgoes();
        let document = match Document::read(text) {
            Ok(document) => document,
            Err(_) => return self.stop_at(Broken::at_slip(name, text), now),
        };
        let kept = self.work.take().and_then(|work| work.save(now));
        self.broken = None;
        let work = Work::new(now, name, document.clone(), document, now / 1000);
        self.work = Some(work.written_in(self.speaks));
        let then = [Effect::Wait, Effect::Begin];
        kept.into_iter().chain(then).collect()
    }

    /// Shows what can't be opened. What is at work is kept as a draft.
    fn stop_at(&mut self, broken: Broken, now: i64) -> Vec<Effect> {
        let kept = self.work.take().and_then(|work| work.save(now));
        self.broken = Some(broken);
        kept.into_iter().chain([Effect::Begin]).collect()
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
        self.bringing.forgoes();
        let Ok(document) = Document::read(&draft.text) else {
            return self.open(draft.name, &draft.text, draft.saved_at);
        };
        let base = Document::mended(&draft.base).unwrap_or_else(|| document.clone());
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
        let letter = Effect::Letter(Path::parse("notice.text.en"), "Payments work.".into());
        assert_eq!(
            state.update(wrote("Payments work.")),
            [letter, Effect::Consider]
        );
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(
            matches!(&effects[..], [Effect::AskZones(zones), Effect::Save(draft), Effect::Preview(text, locale)]
                if !zones.is_empty() && draft.base == OUTAGE && draft.text.contains("Payments work.") && *text == draft.text && locale == "en")
        );
        let effects = state.update(Event::Undone);
        assert_eq!(
            effects,
            [
                Effect::Wait,
                Effect::FocusLine(Path::parse("notice.text"), "en".into())
            ]
        );
        assert_eq!(state.work.as_ref().unwrap().document().text(), OUTAGE);
        // Somebody who closes the page now finds no older words in the draft.
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(
            matches!(&effects[..], [.., Effect::Save(draft), Effect::Preview(text, _)] if draft.text == OUTAGE && text == OUTAGE)
        );
        let effects = opened(OUTAGE).update(Event::Considered(NOW / 1000));
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::Save(_)))
        );
        // What nobody could be helped with is not followed by the letter, and not shown.
        let effects = state.update(wrote(""));
        assert_eq!(effects, [Effect::Wait]);
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
    fn whoever_is_led_to_a_language_writes_in_that_language() {
        let mut state = opened(OUTAGE);
        let field = Path::parse("notice.text");
        let hindi = Effect::FocusLine(field.clone(), "hi".into());
        let effects = state.update(Event::Sought(field.name("hi")));
        assert_eq!(effects, [Effect::Begin, hindi.clone()]);
        let work = state.work.as_ref().unwrap();
        assert_eq!(work.languages, ("en".into(), Some("hi".into())));
        // The same by a sentence in the preview, and by a step back.
        let sentence = field.name("hi").find(work.document().tree()).unwrap();
        let sentence = sentence.text().to_owned();
        let effects = state.update(Event::Pointed(sentence));
        assert_eq!(effects, std::slice::from_ref(&hindi));
        let Event::Wrote(field, _, text) = wrote("पानी") else {
            panic!("something was written");
        };
        let voice = Voice {
            locale: Some("hi".into()),
            plural: None,
        };
        state.update(Event::Wrote(field, voice, text));
        assert_eq!(state.update(Event::Undone), [Effect::Wait, hindi]);
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
            near: vec!["Europe/London".to_owned()],
        };
        state.update(Event::Zoned(names.iter().map(zone).collect()));
        let findings = &state.work.as_ref().unwrap().findings;
        assert_eq!(findings.errors(), 2, "{findings:?}");
        let finding = findings.all[0].clone();
        state.update(Event::Mended(Box::new(finding), 0));
        let effects = state.update(Event::Considered(NOW / 1000));
        assert!(
            matches!(&effects[..], [Effect::Save(_), Effect::Preview(..)]),
            "there is nothing left to ask: {effects:?}"
        );
        assert_eq!(state.work.unwrap().findings.errors(), 1);
    }
}
