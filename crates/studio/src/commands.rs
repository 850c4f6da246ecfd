//! The command list: everything that can be done or found, by a few letters of it.

use crate::{
    build::{Wish, statement::LISTS},
    channels::{self, offers::OFFERS},
    event::Event,
    fields::Field,
    state::{Pane, Work},
    words::Words,
    writing::{Voice, locales, read},
};

/// The most commands that are listed at once.
const MOST: usize = 12;

/// What was typed to find a command, and which of those that were found is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// The place, among those that are listed, of the one that Enter does.
    pub chosen: usize,
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it is called.
    pub name: String,
    /// Of a place in the playbook, what stands there.
    pub text: Option<String>,
    /// What happens.
    pub event: Event,
}

impl Search {
    /// The same search with the next of so many chosen, or the one before; round and round.
    pub fn stepped(&self, down: isize, count: usize) -> Self {
        let place = self.chosen.min(count.saturating_sub(1)).cast_signed() + down;
        Self {
            query: self.query.clone(),
            chosen: place.rem_euclid(count.max(1).cast_signed()).cast_unsigned(),
        }
    }
}

/// The commands that have every word that was typed, and the places of the playbook at which it stands: commands first.
pub fn found(work: &Work, query: &str, words: &Words) -> Vec<Command> {
    let wanted: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let mut found = all(words);
    found.retain(|command| fits(&command.name));
    if !wanted.is_empty() {
        found.extend(places(work, words, &fits));
    }
    found.truncate(MOST);
    found
}

fn all(words: &Words) -> Vec<Command> {
    let command = |name: String, event: Event| Command {
        name,
        text: None,
        event,
    };
    let panes = Pane::ALL.into_iter().map(|pane| {
        let name = match pane {
            Pane::Checks => words.say("checks_title"),
            pane => words.say(&["bar_", pane.name()].concat()),
        };
        command(
            words.fill("command_go", &[("pane", &name)]),
            Event::Turned(pane),
        )
    });
    let adds = [
        ("question_add", Wish::Question),
        ("route_add", Wish::Way),
        ("emergency_add", Wish::EmergencyLine),
    ];
    let adds = adds.into_iter().map(|(key, wish)| (words.say(key), wish));
    let statements = LISTS.map(|list| {
        (
            words.say(&["statement_add_", list].concat()),
            Wish::Statement(list),
        )
    });
    let adds = adds
        .chain(statements)
        .map(|(name, wish)| command(name, Event::Wished(wish)));
    let channels = OFFERS.into_iter().map(|offer| {
        let kind = words.say(&["way_", offer.name].concat());
        let name = words.fill("command_channel", &[("kind", &kind)]);
        command(name, Event::Arranged(channels::Wish::Channel(offer)))
    });
    let others = [
        ("bar_undo", Event::Undone),
        ("bar_redo", Event::Redone),
        ("preview_again", Event::Restarted),
        ("publish_copy", Event::Copied),
        ("command_download", Event::Downloaded),
        ("bar_start", Event::Left),
    ];
    let others = others
        .into_iter()
        .map(|(key, event)| command(words.say(key), event));
    panes.chain(adds).chain(channels).chain(others).collect()
}

/// The fields whose name, or whose text in any language, fits.
fn places<'w>(
    work: &'w Work,
    words: &'w Words,
    fits: &'w dyn Fn(&str) -> bool,
) -> impl Iterator<Item = Command> + 'w {
    let tree = work.document().tree();
    let locales = locales(tree);
    let fields = work
        .groups
        .iter()
        .flat_map(|group| &group.cards)
        .flat_map(|card| &card.fields);
    fields.filter_map(move |field| {
        let texts = locales.iter().map(|locale| line(work, field, locale));
        let text = texts
            .into_iter()
            .find(|text| !text.is_empty() && fits(text))?;
        Some(Command {
            name: words.say(&field.label),
            text: Some(text),
            event: Event::Sought(field.path.clone()),
        })
    })
}

fn line(work: &Work, field: &Field, locale: &str) -> String {
    let voice = Voice {
        locale: Some(locale.to_owned()),
        plural: None,
    };
    read(work.document().tree(), &field.path, &voice).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Search, found};
    use crate::{
        event::Event,
        state::{Pane, State},
        words::Words,
    };

    #[test]
    fn commands_and_places_are_found_by_words_in_any_language() {
        let mut state = State::default();
        state.update(Event::Opened {
            name: "outage.json".into(),
            text: include_str!("../../../playbooks/outage.json").into(),
            now: 0,
        });
        let work = state.work.as_ref().unwrap();
        let words = Words::for_wishes(&[]);
        let names = |query: &str| -> Vec<String> {
            found(work, query, &words)
                .into_iter()
                .map(|command| command.name)
                .collect()
        };
        assert_eq!(names("question add"), ["Add a question"]);
        assert_eq!(names("xyzzy"), [""; 0]);
        let events = |query: &str| {
            found(work, query, &words)
                .into_iter()
                .map(|command| command.event)
                .collect::<Vec<_>>()
        };
        assert!(matches!(
            events("to: rehearse")[..],
            [Event::Turned(Pane::Rehearse)]
        ));
        let found = events("二重に引き落とされた");
        assert!(
            matches!(&found[..], [Event::Sought(path)] if path.to_string() == "notice.known[1]"),
            "{found:?}"
        );
    }

    #[test]
    fn the_choice_goes_round() {
        let search = Search::default();
        assert_eq!(search.stepped(-1, 3).chosen, 2);
        assert_eq!(search.stepped(-1, 3).stepped(1, 3).chosen, 0);
        assert_eq!(search.stepped(1, 0).chosen, 0);
    }
}
