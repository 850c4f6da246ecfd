//! What happens to the state when something is published or opened. Pure, as the rest of it.

use leeward_document::{Document, Path, Refusal};

use super::{Effect, Event, Purpose, Told, papers};
use crate::{
    event,
    state::{self, State, Work},
};

impl State {
    /// What happens, and what is to be done about it.
    pub fn publishing(&mut self, event: Event) -> Vec<event::Effect> {
        match event {
            Event::Addressed(address, purpose) => {
                if purpose == Purpose::Open {
                    self.bringing.asks_for(&state::file_at(&address));
                }
                does(Effect::Fetch(address, purpose))
            }
            Event::Arrived(Ok((name, text)), now) => self.open(name, &text, now),
            Event::Arrived(Err(why), _) => self.tell_of(Told::Unusable(why)),
            Event::PickedInPlace => does(Effect::Pick),
            Event::Compared(name, text) => match (&mut self.work, Document::mended(&text)) {
                (Some(work), Some(document)) => {
                    work.publishing.compared = Some((name, document));
                    Vec::new()
                }
                (Some(_), None) => self.tell_of(Told::NotComparable(name)),
                (None, _) => Vec::new(),
            },
            event => match self.work.as_mut().map(|work| work.publishing(event)) {
                None => Vec::new(),
                Some(Ok(effects)) => effects,
                Some(Err(_)) => self.tell(state::Told::TooLarge),
            },
        }
    }

    fn tell_of(&mut self, told: Told) -> Vec<event::Effect> {
        self.tell(state::Told::Publishing(told))
    }
}

impl Work {
    fn publishing(&mut self, event: Event) -> Result<Vec<event::Effect>, Refusal> {
        let text = || self.document().text().to_owned();
        Ok(match event {
            Event::LinkWanted => does(Effect::Link(self.name.clone(), text())),
            Event::LinkMade(link, text) => {
                self.publishing.link = Some((link, text));
                Vec::new()
            }
            Event::LinkCopied => {
                let link = self.publishing.link.iter();
                link.map(|(link, _)| event::Effect::Copy(link.clone()))
                    .collect()
            }
            Event::ComparisonPicked(file) => does(Effect::Compare(file)),
            Event::ComparisonDropped => {
                self.publishing.compared = None;
                Vec::new()
            }
            Event::SiteWritten(site) => {
                self.publishing.site = site;
                Vec::new()
            }
            Event::PageWanted => match papers::playbook(self) {
                Some(playbook) => {
                    let site = self.publishing.site().map(str::to_owned);
                    does(Effect::Page(Box::new(playbook), site))
                }
                None => Vec::new(),
            },
            Event::DataCopied(data) => vec![event::Effect::Copy(data)],
            Event::GuideTurned(locale) => {
                self.publishing.guide = locale;
                vec![event::Effect::Begin]
            }
            Event::GuideSpoken(locale) => {
                self.publishing.guide = Some(locale);
                Vec::new()
            }
            Event::Printed => does(Effect::Print),
            Event::Placed(id, name) => {
                if id == self.id {
                    self.publishing.placed = Some(name);
                }
                Vec::new()
            }
            Event::SavedInPlace => does(Effect::Write(self.id, self.name.clone(), text())),
            Event::Saved if self.publishing.placed.is_some() => {
                does(Effect::Write(self.id, self.name.clone(), text()))
            }
            Event::Saved => vec![event::Effect::Download(self.name.clone(), text())],
            Event::VersionsKnown(id, mut versions) => {
                if id == self.id {
                    versions.sort_unstable_by(|one, other| other.cmp(one));
                    self.publishing.versions = versions;
                }
                Vec::new()
            }
            // How it was at the very beginning is known anyway.
            Event::WentBack(moment) if moment == self.id => self.go_back(self.base.clone())?,
            Event::WentBack(moment) => does(Effect::Read(self.id, moment)),
            // One that an older studio has kept may have comments.
            Event::VersionRead(text) => match Document::mended(&text) {
                Some(document) => self.go_back(document)?,
                None => Vec::new(),
            },
            Event::Addressed(..)
            | Event::Arrived(..)
            | Event::PickedInPlace
            | Event::Compared(..) => Vec::new(),
        })
    }

    /// The whole document as it was once; what it is now is kept, as a version and as a step to take back.
    fn go_back(&mut self, document: Document) -> Result<Vec<event::Effect>, Refusal> {
        self.history.replace(document, &Path::default());
        Ok(self.changed())
    }
}

fn does(effect: Effect) -> Vec<event::Effect> {
    vec![event::Effect::Publishing(effect)]
}

#[cfg(test)]
mod tests {
    use super::{Effect, Event, Told};
    use crate::{
        event,
        publish::{Purpose, share::Unusable},
        state::{self, State},
    };

    const OUTAGE: &str = include_str!("../../../../playbooks/outage.json");
    const HEALTH: &str = include_str!("../../../../playbooks/health.json");

    fn happens(state: &mut State, event: Event) -> Vec<event::Effect> {
        state.update(event::Event::Publishing(event))
    }

    fn arrives(state: &mut State, text: &str, now: i64) -> Vec<event::Effect> {
        happens(
            state,
            Event::Arrived(Ok(("a.json".into(), text.into())), now),
        )
    }

    fn text(state: &State) -> &str {
        state.work.as_ref().unwrap().document().text()
    }

    #[test]
    fn a_draft_that_arrives_by_link_has_its_own_place_and_what_was_open_is_kept() {
        let mut state = State::default();
        arrives(&mut state, OUTAGE, 1000);
        happens(&mut state, Event::WentBack(1000));
        let path = leeward_document::Path::parse("name");
        state.update(event::Event::Removed(path));
        let changed = text(&state).to_owned();
        let effects = arrives(&mut state, HEALTH, 5000);
        assert!(
            matches!(&effects[0], event::Effect::Save(draft) if draft.id == 1000 && draft.text == changed),
            "{effects:?}"
        );
        assert_eq!(state.work.as_ref().unwrap().id, 5000);
        assert_eq!(text(&state), HEALTH);
        // One that can't be read leaves everything as it is.
        let effects = happens(&mut state, Event::Arrived(Err(Unusable::Cut), 6000));
        assert_eq!(effects, []);
        assert_eq!(text(&state), HEALTH);
        let told = state::Told::Publishing(Told::Unusable(Unusable::Cut));
        assert_eq!(state.told, Some(told));
    }

    #[test]
    fn going_back_is_one_step_that_can_be_taken_back_to_the_byte() {
        let mut state = State::default();
        arrives(&mut state, OUTAGE, 1000);
        state.update(event::Event::Removed(leeward_document::Path::parse(
            "notice",
        )));
        let changed = text(&state).to_owned();
        let by_hand = "{ \"name\":  \"A\" }";
        let noted = [by_hand, " // by hand"].concat();
        happens(&mut state, Event::VersionRead(noted));
        assert_eq!(text(&state), by_hand);
        state.update(event::Event::Undone);
        assert_eq!(text(&state), changed);
        state.update(event::Event::Redone);
        assert_eq!(text(&state), by_hand);
        happens(&mut state, Event::WentBack(1000));
        assert_eq!(text(&state), OUTAGE);
        state.update(event::Event::Undone);
        state.update(event::Event::Undone);
        assert_eq!(text(&state), changed);
        happens(&mut state, Event::VersionRead("no json".into()));
        assert_eq!(text(&state), changed);
    }

    #[test]
    fn what_is_published_is_compared_with_and_forgotten_again() {
        let mut state = State::default();
        arrives(&mut state, OUTAGE, 1000);
        let address = "/leeward/playbook.json".to_owned();
        let effects = happens(
            &mut state,
            Event::Addressed(address.clone(), Purpose::Compare),
        );
        assert_eq!(
            effects,
            [event::Effect::Publishing(Effect::Fetch(
                address,
                Purpose::Compare
            ))]
        );
        happens(&mut state, Event::Compared("a".into(), HEALTH.into()));
        let compared = &state.work.as_ref().unwrap().publishing.compared;
        assert_eq!(compared.as_ref().unwrap().1.text(), HEALTH);
        happens(&mut state, Event::Compared("b".into(), "<html>".into()));
        assert_eq!(
            state.told,
            Some(state::Told::Publishing(Told::NotComparable("b".into())))
        );
        happens(&mut state, Event::ComparisonDropped);
        assert!(state.work.unwrap().publishing.compared.is_none());
    }
}
