//! The same journey in the engine alone, natively: what the widget must show. The time zones come
//! from jiff's database here and from the browser's `Intl` there, so each checks the other.

use std::rc::Rc;

use anyhow::{Context as _, Result, bail};
use jiff::{Timestamp, tz::TimeZone};
use triage::{
    Answer, Event, Playbook, Question, QuestionKind, QuestionOption, Reason, Session, Situation,
    analyse,
    hours::{Offsets, Zones, parse_moment},
    screen::{ResultScreen, Screen},
};

use crate::site;

const DAY: i64 = 24 * 60 * 60;

/// A playbook of the site, in the engine.
pub struct Engine {
    playbook: Rc<Playbook>,
}

/// What a visitor comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The ids of the questions that were asked, in order.
    pub asked: Vec<String>,
    /// The id of the route.
    pub route: String,
    /// The id of the best option's channel.
    pub best: String,
    /// The id of the second option's channel.
    pub second: String,
    /// The names of channels that are closed and would have been preferred, with the instant (UTC
    /// seconds) at which they open.
    pub closed: Vec<(String, Option<i64>)>,
}

impl Engine {
    /// Reads a playbook of the site.
    pub fn reads(path: &str) -> Result<Self> {
        let text = String::from_utf8(site::file(path)?.to_vec())?;
        let source =
            triage::source::parse(&text).map_err(|problem| anyhow::anyhow!("{problem}"))?;
        let report = triage::check(source);
        let playbook = report
            .playbook
            .with_context(|| format!("{path}: {:?}", report.problems))?;
        Ok(Self {
            playbook: Rc::new(playbook),
        })
    }

    /// The way of a visitor who gives these answers, in the form in which the tests write them.
    pub fn walks(&self, locale: &str, moment: &str, answers: &[(&str, &str)]) -> Result<Outcome> {
        let situation = self.situation(moment)?;
        let mut asked = Vec::new();
        let playbook = (*self.playbook).clone();
        let playbook = Rc::new(playbook.without_expired(situation.today()));
        let (mut session, _) = Session::new(playbook, locale).update(Event::Started, &situation);
        loop {
            let event = match session.screen(&situation) {
                Screen::Question(question) => {
                    let given = answers.iter().find(|(id, _)| *id == question.id);
                    let (_, answer) =
                        given.with_context(|| format!("no answer to {}", question.id))?;
                    asked.push(question.id.to_owned());
                    let values = answer.split(',').map(ToOwned::to_owned).collect();
                    Event::Answered {
                        question: question.question,
                        values,
                    }
                }
                Screen::Result(result) => return Ok(outcome(&result, asked)),
                screen => bail!("did not expect {screen:?}"),
            };
            session = session.update(event, &situation).0;
        }
    }

    /// For each route the answers of somebody who is led there, in the form in which the tests write them; and its id.
    #[must_use]
    pub fn ways(&self) -> Vec<(String, Vec<(String, String)>)> {
        let routes = self.playbook.routes().iter();
        let wins = analyse(&self.playbook).routes;
        let ways = routes.zip(wins).filter_map(|(route, win)| {
            let answers = win?.witness.answers;
            let written = answers.iter().map(|(id, answer)| {
                let question = self.playbook.question(*id);
                (question.id.clone(), written(question, answer))
            });
            Some((route.id.clone(), written.collect()))
        });
        ways.collect()
    }

    /// The answers of somebody who always gives the first one that there is, in the form in which
    /// the tests write them.
    #[must_use]
    pub fn first_answers(&self) -> Vec<(String, String)> {
        let first = |options: &[QuestionOption]| options.first().map(|option| option.id.clone());
        let answer = |kind: &QuestionKind| match kind {
            QuestionKind::Choice(options) | QuestionKind::Multiple(options) => first(options),
            QuestionKind::Ranking(options) => {
                let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
                Some(ids.join(","))
            }
            QuestionKind::YesNo => Some("yes".into()),
            QuestionKind::Number { min, .. } => Some(min.to_string()),
            QuestionKind::Text { .. } => Some("…".into()),
        };
        let questions = self.playbook.questions().iter();
        questions
            .filter_map(|question| Some((question.id.clone(), answer(&question.kind)?)))
            .collect()
    }

    /// The ids of the channels in the contact list, in the order of the file.
    #[must_use]
    pub fn channels(&self) -> Vec<&str> {
        self.playbook
            .channels()
            .iter()
            .map(|channel| channel.id.as_str())
            .collect()
    }

    fn situation(&self, moment: &str) -> Result<Situation> {
        let now = parse_moment(moment).with_context(|| format!("{moment} is no moment"))?;
        let mut zones = Zones::default();
        for name in self.playbook.timezones() {
            zones.insert(name, offsets(name, now)?);
        }
        Ok(Situation {
            now,
            zones,
            ..Situation::default()
        })
    }
}

/// An answer in the form in which the tests write it.
fn written(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::NotSure => Answer::NOT_SURE.to_owned(),
        Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => text.clone(),
        Answer::Choice(_) | Answer::Multiple(_) | Answer::Ranking(_) => {
            let options = question.kind.options();
            let picked = answer
                .places()
                .iter()
                .filter_map(|place| options.get(*place));
            picked
                .map(|option| option.id.as_str())
                .collect::<Vec<_>>()
                .join(",")
        }
    }
}

fn outcome(result: &ResultScreen<'_>, asked: Vec<String>) -> Outcome {
    let passed = result.passed_over.iter();
    let closed = passed.filter_map(|(name, reason)| match reason {
        Reason::Closed(opens) => Some((name.text.to_owned(), *opens)),
        Reason::CanNot | Reason::Language | Reason::Down | Reason::Unknown => None,
    });
    Outcome {
        asked,
        route: result.route.to_owned(),
        best: result.best.id.to_owned(),
        second: result.second.id.to_owned(),
        closed: closed.collect(),
    }
}

/// The offsets of a zone over the weeks around an instant.
fn offsets(name: &str, now: i64) -> Result<Offsets> {
    let zone = TimeZone::get(name)?;
    let from = Timestamp::from_second(now - 3 * DAY)?;
    let until = Timestamp::from_second(now + 60 * DAY)?;
    let mut table = vec![(from.as_second(), zone.to_offset(from).seconds())];
    let changes = zone
        .following(from)
        .take_while(|change| change.timestamp() < until);
    table.extend(changes.map(|change| (change.timestamp().as_second(), change.offset().seconds())));
    Offsets::new(table).with_context(|| format!("{name} has no offsets"))
}
