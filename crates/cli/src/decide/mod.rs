//! `leeward decide`: a visitor's way through a playbook, and what it leads to.

mod answers;
mod human;
mod json;

use std::{path::PathBuf, rc::Rc};

use clap::Args;
use jiff::Timestamp;
use triage::{
    Answer, ChannelId, Event, Playbook, Session, Situation, did_you_mean,
    status::{self, Incidents},
};

use crate::{
    clock::{Clock, Visitor, moment},
    load::{self, rehearse},
    plain,
};

/// What the visitor says, and when.
#[derive(Args)]
pub struct Decide {
    /// The playbook; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// An answer: the id of a question, and of an option; several options joined by commas; `yes` or `no`; a number;
    /// words; or `not_sure`.
    #[arg(long = "answer", value_name = "QUESTION=VALUE")]
    answers: Vec<String>,
    #[command(flatten)]
    visitor: Visitor,
    /// The moment of the visit, such as 2026-11-19T08:25+09:00; now if not given.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Timestamp>,
    /// Channels that are out of order.
    #[arg(long, value_name = "CHANNEL", num_args = 1..)]
    down: Vec<String>,
    /// A file with what a live feed says: Leeward's own feed, or the summary of a status page.
    #[arg(long, value_name = "FEED")]
    status: Option<PathBuf>,
    /// Print JSON, for tests of yours; docs/cli.md lists the fields.
    #[arg(long)]
    json: bool,
}

/// One visit.
pub struct Visit {
    playbook: Rc<Playbook>,
    situation: Situation,
    /// What the feed tells apart from the state of channels.
    told: Incidents,
    /// One place per question.
    answers: Vec<Option<Answer>>,
    /// What was written for each answer, in the order of the questions.
    given: Vec<(String, Vec<String>)>,
    session: Session,
    clock: Clock,
}

/// Prints the way and where it leads.
pub fn run(arguments: &Decide) -> Result<(), String> {
    let visit = visit(arguments)?;
    if arguments.json {
        write_line!(plain::json(&json::report(&visit)));
    } else {
        human::print(&visit);
    }
    Ok(())
}

fn visit(arguments: &Decide) -> Result<Visit, String> {
    let (playbook, mut situation, told) = situation(arguments)?;
    let (locale, clock) = arguments.visitor.at(&playbook)?;
    situation.here.clone_from(&clock.name);
    let read = answers::read(&playbook, &arguments.answers)?;
    let mut answers = vec![None; playbook.questions().len()];
    let (mut session, _) =
        Session::new(playbook.clone(), &locale).update(Event::Started, &situation);
    let mut given = Vec::new();
    for (question, values, answer) in read {
        given.push((playbook.question(question).id.clone(), values.clone()));
        let event = Event::Answered { question, values };
        session = session.update(event, &situation).0;
        if let Some(place) = answers.get_mut(question.index()) {
            *place = Some(answer);
        }
    }
    Ok(Visit {
        playbook,
        situation,
        told,
        answers,
        given,
        session,
        clock,
    })
}

/// The playbook, and all that is known of the world.
fn situation(arguments: &Decide) -> Result<(Rc<Playbook>, Situation, Incidents), String> {
    let now = arguments.at.unwrap_or_else(Timestamp::now);
    let (playbook, mut situation) = rehearse(&arguments.file, now)?;
    for name in &arguments.down {
        situation.down.push(channel(&playbook, name)?);
    }
    let mut told = Incidents::default();
    if let Some(file) = &arguments.status {
        let feed = load::json_feed(file)?;
        told = status::incidents(&feed, situation.now);
        situation.status = status::read(&feed, &playbook, situation.now);
    }
    Ok((playbook, situation, told))
}

fn channel(playbook: &Playbook, name: &str) -> Result<ChannelId, String> {
    let mut ids = playbook.channel_ids();
    ids.find(|id| playbook.channel(*id).id == name)
        .ok_or_else(|| {
            let known: Vec<&str> = playbook
                .channels()
                .iter()
                .map(|channel| channel.id.as_str())
                .collect();
            let cure = format!("use one of {}", known.join(", "));
            format!(
                "--down: no channel \"{name}\"; {}",
                did_you_mean(name, &known, &cure)
            )
        })
}
