//! What is being brought: a ready playbook, a file, what lies at an address. It takes a while, in which people press again,
//! take something else, or begin to write; then what comes too late must not take the place of what they do.

/// What was asked for and hasn't come yet.
#[derive(Clone, Debug, Default)]
pub struct Bringing {
    /// The name of the file that was asked for last.
    awaited: Option<String>,
    /// The names of those for which nobody waits any more.
    forgone: Vec<String>,
}

impl Bringing {
    /// A file is asked for. Whether it has to be brought: the same one may be on its way.
    pub fn asks_for(&mut self, name: &str) -> bool {
        if self.awaited.as_deref() == Some(name) {
            return false;
        }
        self.forgoes();
        self.awaited = Some(name.to_owned());
        true
    }

    /// Something else is done now: nobody waits any more.
    pub fn forgoes(&mut self) {
        self.forgone.extend(self.awaited.take());
    }

    /// Something has come, or couldn't be had. Whether anybody still waits for it; what nobody has asked for by name
    /// comes from what was done just now.
    pub fn takes(&mut self, name: &str) -> bool {
        if self.awaited.as_deref() == Some(name) {
            self.awaited = None;
            return true;
        }
        match self.forgone.iter().position(|forgone| forgone == name) {
            Some(place) => {
                self.forgone.swap_remove(place);
                false
            }
            None => true,
        }
    }
}

/// The name of the file at an address.
pub fn file_at(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        "playbook.json"
    } else {
        name
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::{
        event::{Effect, Event},
        publish::{self, Purpose},
        state::{Draft, State},
    };

    const OUTAGE: &str = include_str!("../../../../playbooks/outage.json");
    const BLANK: &str = include_str!("../../blank.json");

    fn comes(state: &mut State, name: &str, text: &str) {
        state.update(Event::Opened {
            name: name.into(),
            text: text.into(),
            now: 1_795_489_200_000,
        });
    }

    /// What is at work, after something was written into it.
    fn writes(state: &mut State) -> String {
        let path = leeward_document::Path::parse("name");
        state.update(Event::Removed(path));
        text(state)
    }

    fn text(state: &State) -> String {
        state.work.as_ref().unwrap().document().text().to_owned()
    }

    #[test]
    fn what_was_pressed_twice_is_opened_once_and_what_is_written_stays() {
        let mut state = State::default();
        assert_eq!(
            state.update(Event::Chosen("blank")),
            [Effect::Fetch("blank")]
        );
        assert_eq!(state.update(Event::Chosen("blank")), []);
        comes(&mut state, "blank.json", BLANK);
        let written = writes(&mut state);
        comes(&mut state, "outage.json", OUTAGE);
        assert_eq!(text(&state), OUTAGE, "what is dropped in now is opened");
        assert_ne!(written, BLANK);
    }

    #[test]
    fn of_two_that_were_pressed_the_later_one_is_opened_whichever_comes_first() {
        for order in [["outage.json", "blank.json"], ["blank.json", "outage.json"]] {
            let mut state = State::default();
            state.update(Event::Chosen("outage"));
            state.update(Event::Chosen("blank"));
            let mut written = None;
            for name in order {
                let is_blank = name == "blank.json";
                comes(&mut state, name, if is_blank { BLANK } else { OUTAGE });
                assert_eq!(state.work.is_some(), is_blank || written.is_some());
                if is_blank {
                    written = Some(writes(&mut state));
                }
            }
            assert_eq!(Some(text(&state)), written);
        }
    }

    #[test]
    fn what_comes_when_somebody_has_begun_to_write_leaves_it_alone() {
        let draft = Draft {
            id: 7,
            name: "mine.json".into(),
            saved_at: 7,
            base: BLANK.into(),
            text: BLANK.into(),
            edits: crate::outlets::Edits::default(),
        };
        let mut state = State {
            drafts: vec![draft],
            ..State::default()
        };
        let address = "/leeward/playbook.json?a=b".to_owned();
        state.update(Event::Publishing(publish::Event::Addressed(
            address,
            Purpose::Open,
        )));
        state.update(Event::CarriedOn(7));
        let written = writes(&mut state);
        comes(&mut state, "playbook.json", OUTAGE);
        assert_eq!(text(&state), written);
        state.update(Event::Unreadable("other.json".into()));
        assert!(state.told.is_some());
    }
}
