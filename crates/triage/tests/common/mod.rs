//! What several tests share: reading playbooks, telling the time, walking through questions.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::{path::PathBuf, rc::Rc};

use jiff::{Timestamp, tz::TimeZone};
use triage::{
    Event, Playbook, Report, Session, Situation, check,
    hours::{Offsets, Zones},
    screen::Screen,
    source::parse,
};

/// The folder of the ready playbooks, and their names.
pub fn ready_playbooks() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../playbooks");
    let mut playbooks: Vec<_> = std::fs::read_dir(folder)
        .expect("playbooks/ is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (
                name,
                std::fs::read_to_string(path).expect("a readable playbook"),
            )
        })
        .collect();
    playbooks.sort();
    assert!(playbooks.len() >= 5, "the five ready playbooks are there");
    playbooks
}

/// Checks a playbook's text.
pub fn report(text: &str) -> Report {
    check(parse(text).expect("JSON"))
}

/// A ready playbook.
pub fn playbook(name: &str) -> Rc<Playbook> {
    let (_, text) = ready_playbooks()
        .into_iter()
        .find(|(known, _)| known == name)
        .expect("a ready playbook");
    Rc::new(report(&text).playbook.expect("a sound playbook"))
}

/// The ready playbooks, read once a thread: property tests want them thousands of times.
pub fn playbooks() -> Vec<Rc<Playbook>> {
    thread_local! {
        static PLAYBOOKS: Vec<Rc<Playbook>> = ready_playbooks()
            .iter()
            .map(|(name, text)| Rc::new(report(text).playbook.expect(name)))
            .collect();
    }
    PLAYBOOKS.with(Clone::clone)
}

/// The situation at a moment such as `2026-11-24T10:30:00+09:00`, with offsets made by jiff.
pub fn at(playbook: &Playbook, moment: &str) -> Situation {
    let now = moment.parse::<Timestamp>().expect("a moment");
    situation(playbook, now)
}

/// The situation at an instant.
pub fn situation(playbook: &Playbook, now: Timestamp) -> Situation {
    let mut zones = Zones::default();
    for name in playbook.timezones() {
        let zone = TimeZone::get(name).expect("a zone");
        let start = now - jiff::SignedDuration::from_hours(4 * 24);
        let mut table = vec![(start.as_second(), zone.to_offset(start).seconds())];
        let end = now + jiff::SignedDuration::from_hours(40 * 24);
        let following = zone
            .following(start)
            .take_while(|transition| transition.timestamp() < end);
        table.extend(
            following.map(|change| (change.timestamp().as_second(), change.offset().seconds())),
        );
        zones.insert(name, Offsets::new(table).expect("an ascending table"));
    }
    Situation {
        now: now.as_second(),
        zones,
        ..Situation::default()
    }
}

/// One visitor's way, in the words of the domain.
#[derive(Clone)]
pub struct Visit {
    pub session: Session,
    pub situation: Situation,
}

/// Begins at the first question.
pub fn visit(playbook: &Rc<Playbook>, locale: &str, situation: Situation) -> Visit {
    let (session, _) = Session::new(playbook.clone(), locale).update(Event::Started, &situation);
    Visit { session, situation }
}

impl Visit {
    pub fn happens(mut self, event: Event) -> Self {
        self.session = self.session.update(event, &self.situation).0;
        self
    }

    /// Answers the question that is asked, which must be this one.
    pub fn answers(self, question: &str, values: &[&str]) -> Self {
        let id = match self.session.screen(&self.situation) {
            Screen::Question(asked) => {
                assert_eq!(asked.id, question, "the question that is asked");
                asked.question
            }
            other => panic!("expected the question {question}, found {other:?}"),
        };
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        self.happens(Event::Answered {
            question: id,
            values,
        })
    }

    /// Expects the result: its route, and the channels of its two options.
    pub fn offers(self, route: &str, best: &str, second: &str) -> Self {
        match self.session.screen(&self.situation) {
            Screen::Result(result) => {
                let found = (result.route, result.best.id, result.second.id);
                assert_eq!(
                    found,
                    (route, best, second),
                    "route, best and second option"
                );
            }
            other => panic!("expected a result, found {other:?}"),
        }
        self
    }
}
