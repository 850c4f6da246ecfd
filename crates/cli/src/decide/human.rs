//! A visit in words.

use leeward_pages::{BuiltIn, waits};
use triage::{
    Availability, Reason, decide,
    screen::{Offer, ResultScreen, Screen},
    walk,
};

use super::{Visit, json};

/// Prints the questions, then what the visitor is shown.
pub fn print(visit: &Visit) {
    say!(
        "A visitor in \"{}\", {} in {}",
        visit.session.locale(),
        visit.clock.words(visit.situation.now),
        visit.clock.name
    );
    for incident in &visit.told.incidents {
        say!(
            "The status page tells: {}",
            incident.name(visit.session.locale()).text
        );
    }
    questions(visit);
    match visit.session.screen(&visit.situation) {
        Screen::Result(result) => {
            decision(visit);
            shown(&result, visit);
        }
        _ => next(visit),
    }
}

fn questions(visit: &Visit) {
    say!("\nAsked");
    let walk = walk(&visit.playbook, &visit.answers);
    for (number, id) in walk.answered.iter().enumerate() {
        let question = visit.playbook.question(*id);
        let given = visit.given.iter().find(|(known, _)| *known == question.id);
        let given = given.map_or_else(String::new, |(_, values)| values.join(","));
        say!(
            "  {}. {}={given}  {}",
            number + 1,
            question.id,
            json::text(visit, question)
        );
    }
    if walk.answered.is_empty() {
        say!("  nothing yet");
    }
    for name in json::not_asked(visit) {
        say!("  {name} is not asked: nothing depends on it any more, or it comes later");
    }
}

/// The question at which the answers end.
fn next(visit: &Visit) {
    let walk = walk(&visit.playbook, &visit.answers);
    let Some(id) = walk.next else { return };
    let question = visit.playbook.question(id);
    say!("\nAsked next (at most {} more)", walk.remaining_at_most);
    say!("  {}  {}", question.id, json::text(visit, question));
    let options: Vec<&str> = question
        .kind
        .options()
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    let values = match question.kind.name() {
        "yes_no" => "yes, no".to_owned(),
        kind if options.is_empty() => format!("a {kind}"),
        _ => options.join(", "),
    };
    say!(
        "  answer with --answer {}=… ({values}, not_sure)",
        question.id
    );
}

fn decision(visit: &Visit) {
    let playbook = &visit.playbook;
    let route = walk(playbook, &visit.answers).route(playbook);
    let decision = decide(playbook, route, visit.session.locale(), &visit.situation);
    let id = |channel| &playbook.channel(channel).id;
    say!("\nDecided");
    say!("  route   {}", playbook.route(route).id);
    say!("  best    {}", id(decision.best));
    say!("  second  {}", id(decision.second));
    for passed in &decision.passed_over {
        say!(
            "  passed over {}: {}",
            id(passed.channel),
            why(passed.reason, visit)
        );
    }
}

fn why(reason: Reason, visit: &Visit) -> String {
    match reason {
        Reason::CanNot => "it can't do what the route needs".to_owned(),
        Reason::Language => format!("nobody there speaks \"{}\"", visit.session.locale()),
        Reason::Down => "it is down".to_owned(),
        Reason::Closed(Some(until)) => format!("closed until {}", visit.clock.words(until)),
        Reason::Closed(None) => "closed".to_owned(),
        Reason::Unknown => "nobody knows whether it is open".to_owned(),
    }
}

fn shown(result: &ResultScreen<'_>, visit: &Visit) {
    say!("\nShown");
    let line = |what: &str, words: &str| say!("  {what}: {words}");
    if let Some(emergency) = &result.emergency {
        line("emergency", emergency.text.text);
        for (name, number) in &emergency.lines {
            say!("    {number}  {}", name.text);
        }
        for (name, number) in &emergency.elsewhere {
            say!("    {number}  {} (folded, for other places)", name.text);
        }
    }
    for (what, words) in [
        ("reassurance", result.reassurance),
        ("because", result.because),
    ] {
        if let Some(words) = words {
            line(what, words.text);
        }
    }
    line("best", &offer(&result.best, visit));
    line("second", &offer(&result.second, visit));
    for words in &result.expectations {
        line("expectation", words.text);
    }
    if let Some(story) = result.story {
        line("story", story.text);
    }
    for link in &result.resources {
        line("resource", &format!("{} <{}>", link.title.text, link.url));
    }
}

/// A channel in one line: what it is called, where it leads, whether somebody is there.
fn offer(offer: &Offer<'_>, visit: &Visit) -> String {
    let state = match offer.availability {
        Availability::Always => "day and night".to_owned(),
        Availability::Open { until: Some(at) } => format!("open until {}", visit.clock.words(at)),
        Availability::Open { until: None } => "open".to_owned(),
        Availability::Closed { opens: Some(at) } => {
            format!("closed, opens {}", visit.clock.words(at))
        }
        Availability::Closed { opens: None } => "closed".to_owned(),
        Availability::Down => "down".to_owned(),
        Availability::Unknown => "hours unknown".to_owned(),
    };
    let link = offer
        .shown
        .clone()
        .or_else(|| offer.href.clone())
        .unwrap_or_else(|| "form in the panel".to_owned());
    let wait = offer.wait_minutes.map_or_else(String::new, |minutes| {
        match waits(minutes, "en", &BuiltIn::default()) {
            (Some(low), high) => format!(", wait {low} to {high}"),
            (None, time) => format!(", wait about {time}"),
        }
    });
    format!("{} ({link}), {state}{wait}", offer.name.text)
}
