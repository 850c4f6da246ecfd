//! A visit as JSON. Other people's tests read this: fields may be added, and never change or go away.

use serde_json::{Value, json};
use triage::{
    Availability, Question, Reason, Words, decide,
    screen::{Emergency, Offer, ResultScreen, Screen},
    status::Incident,
    walk,
};

use super::Visit;

/// Everything about a visit.
pub fn report(visit: &Visit) -> Value {
    let locale = visit.session.locale();
    let down = visit.situation.down.iter();
    json!({
        "version": 1,
        "at": visit.clock.rfc3339(visit.situation.now),
        "timezone": visit.clock.name,
        "locale": locale,
        "down": down.map(|id| &visit.playbook.channel(*id).id).collect::<Vec<_>>(),
        "status": status(visit),
        "questions": questions(visit),
        "next": next(visit),
        "not_asked": not_asked(visit),
        "decision": decision(visit),
        "shown": shown(visit),
    })
}

/// What the feed tells apart from the state of channels.
fn status(visit: &Visit) -> Value {
    let told = |incidents: &[Incident]| -> Vec<Value> {
        let one = |incident: &Incident| {
            let since = incident.since.map(|since| visit.clock.rfc3339(since));
            json!({ "name": incident.name(visit.session.locale()).text, "since": since, "components": incident.components })
        };
        incidents.iter().map(one).collect()
    };
    let (incidents, maintenances) = (&visit.told.incidents, &visit.told.maintenances);
    json!({ "incidents": told(incidents), "maintenances": told(maintenances) })
}

/// The questions that were asked, in order.
fn questions(visit: &Visit) -> Vec<Value> {
    let walk = walk(&visit.playbook, &visit.answers);
    let asked = walk.answered.iter().map(|id| {
        let question = visit.playbook.question(*id);
        let given = visit.given.iter().find(|(known, _)| *known == question.id);
        json!({ "id": question.id, "text": text(visit, question), "answer": given.map(|(_, values)| values) })
    });
    asked.collect()
}

fn next(visit: &Visit) -> Option<Value> {
    let walk = walk(&visit.playbook, &visit.answers);
    let question = visit.playbook.question(walk.next?);
    let options = question
        .kind
        .options()
        .iter()
        .map(|option| option.id.as_str());
    Some(json!({
        "id": question.id,
        "type": question.kind.name(),
        "text": text(visit, question),
        "options": options.collect::<Vec<_>>(),
        "remaining_at_most": walk.remaining_at_most,
    }))
}

/// Answers to questions that the visitor isn't asked, because nothing depends on them any more.
pub fn not_asked(visit: &Visit) -> Vec<&str> {
    let walk = walk(&visit.playbook, &visit.answers);
    let asked = |name: &str| {
        let mut asked = walk.answered.iter();
        asked.any(|id| visit.playbook.question(*id).id == name)
    };
    let given = visit.given.iter().map(|(name, _)| name.as_str());
    given.filter(|name| !asked(name)).collect()
}

/// The words of a question in the visitor's language.
pub fn text<'a>(visit: &'a Visit, question: &'a Question) -> &'a str {
    let mut locales = visit.playbook.locales().iter();
    let place = locales.position(|known| known == visit.session.locale());
    visit
        .playbook
        .words(&question.text, place.unwrap_or_default())
        .text
}

/// The reason's name, and the moment that belongs to it.
pub const fn reason(reason: Reason) -> (&'static str, Option<i64>) {
    match reason {
        Reason::CanNot => ("can_not", None),
        Reason::Language => ("language", None),
        Reason::Down => ("down", None),
        Reason::Closed(until) => ("closed", until),
        Reason::Unknown => ("unknown", None),
    }
}

fn decision(visit: &Visit) -> Option<Value> {
    let walk = walk(&visit.playbook, &visit.answers);
    if walk.next.is_some() {
        return None;
    }
    let playbook = &visit.playbook;
    let route = walk.route(playbook);
    let decision = decide(playbook, route, visit.session.locale(), &visit.situation);
    let id = |channel| &playbook.channel(channel).id;
    let passed_over = decision.passed_over.iter().map(|passed| {
        let (name, until) = reason(passed.reason);
        let until = until.map(|until| visit.clock.rfc3339(until));
        json!({ "channel": id(passed.channel), "reason": name, "until": until })
    });
    Some(json!({
        "route": playbook.route(route).id,
        "best": id(decision.best),
        "second": id(decision.second),
        "passed_over": passed_over.collect::<Vec<_>>(),
    }))
}

fn shown(visit: &Visit) -> Option<Value> {
    match visit.session.screen(&visit.situation) {
        Screen::Result(result) => Some(result_of(&result, visit)),
        _ => None,
    }
}

fn result_of(result: &ResultScreen<'_>, visit: &Visit) -> Value {
    let resources = result.resources.iter().map(
        |link| json!({ "title": link.title.text, "url": link.url, "unlocked": link.unlocked }),
    );
    json!({
        "emergency": result.emergency.as_ref().map(emergency),
        "reassurance": result.reassurance.map(|words| words.text),
        "because": result.because.map(|words| words.text),
        "best": offer(&result.best, visit),
        "second": offer(&result.second, visit),
        "others": result.others.iter().map(|other| other.id).collect::<Vec<_>>(),
        "expectations": result.expectations.iter().map(|words| words.text).collect::<Vec<_>>(),
        "story": result.story.map(|words| words.text),
        "resources": resources.collect::<Vec<_>>(),
    })
}

fn emergency(emergency: &Emergency<'_>) -> Value {
    let told = |lines: &[(Words<'_>, &str)]| -> Vec<Value> {
        let lines = lines.iter();
        lines
            .map(|(name, number)| json!({ "name": name.text, "number": number }))
            .collect()
    };
    json!({
        "text": emergency.text.text,
        "lines": told(&emergency.lines),
        "elsewhere": told(&emergency.elsewhere),
    })
}

fn offer(offer: &Offer<'_>, visit: &Visit) -> Value {
    let (state, changes_at) = match offer.availability {
        Availability::Always => ("always", None),
        Availability::Open { until } => ("open", until),
        Availability::Closed { opens } => ("closed", opens),
        Availability::Down => ("down", None),
        Availability::Unknown => ("unknown", None),
    };
    json!({
        "channel": offer.id,
        "kind": offer.kind.name(),
        "name": offer.name.text,
        "link": offer.href,
        "address": offer.shown,
        "state": state,
        "changes_at": changes_at.map(|at| visit.clock.rfc3339(at)),
        "holiday": offer.holiday.map(|words| words.text),
        "wait_minutes": offer.wait_minutes.map(|(low, high)| [low, high]),
        "cost": offer.cost.map(|words| words.text),
    })
}
