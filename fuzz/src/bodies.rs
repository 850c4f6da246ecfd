//! The bodies of the fuzz targets. Each takes any bytes and fails only when a promise is broken.

use std::rc::Rc;

use serde::de::IgnoredAny;
use triage::{
    Answer, Event, Playbook, Question, QuestionKind, Session, Situation, check,
    hours::{Date, Offsets, Schedule, Span, overlaps, parse_days, parse_moment},
    link,
    screen::Screen,
    source::{self, Slip},
};
use url::Url;

const MINUTE: i64 = 60;

/// Any file is judged without a panic, as JSON by whatever reads JSON, and with a playbook from it anybody gets to a result.
pub fn source(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let slip = source::first_slip(&text);
    // What is refused beyond the grammar is refused before the rest is read.
    if !matches!(
        &slip,
        Some((Slip::TooLarge | Slip::TooDeep | Slip::HalfCharacter, _))
    ) {
        let is_json = serde_json::from_str::<IgnoredAny>(&text).is_ok();
        assert_eq!(slip.is_none(), is_json, "{slip:?}");
    }
    let Ok(source) = source::parse(&text) else {
        return;
    };
    let report = check(source);
    for problem in &report.problems {
        let (from, to) = problem.span.expect("a finding in a text has its place");
        assert!(text.get(from..to).is_some(), "{problem} lies in the text");
    }
    if let Some(playbook) = report.playbook {
        reaches_a_result(&Rc::new(playbook), &Situation::default(), data);
    }
}

/// What is said of opening hours comes true: a line for each of days, span, offset in minutes, and now.
pub fn hours(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.lines();
    let mut next = || lines.next().unwrap_or_default();
    let (days, spans, offset, now) = (next(), next(), next(), next());
    let spans: Vec<Span> = spans
        .split(' ')
        .filter_map(|span| Span::parse(span).ok())
        .collect();
    let (Some(days), Some(now), None) = (parse_days(days), parse_moment(now), overlaps(&spans))
    else {
        return;
    };
    let offset = offset.parse().unwrap_or(0) % (14 * 60) * 60;
    let Some(offsets) = Offsets::new(vec![
        (now - MINUTE, offset),
        (now + 3 * 24 * 60 * MINUTE, -offset),
    ]) else {
        return;
    };
    let mut week: [Vec<Span>; 7] = Default::default();
    for day in days {
        week[day].clone_from(&spans);
    }
    let schedule = Schedule::new("Any/Zone", week, Vec::new(), vec![Date::from_days(20_000)]);
    let state = schedule.state(now, &offsets);
    let turn = match state {
        triage::hours::State::Open { until } => until,
        triage::hours::State::Closed { opens } => opens,
    };
    if let Some(turn) = turn {
        assert!(turn > now, "the change lies ahead");
        assert_ne!(
            schedule.state(turn, &offsets).is_open(),
            state.is_open(),
            "and is one"
        );
        assert_eq!(
            schedule.state(turn - 1, &offsets).is_open(),
            state.is_open(),
            "and is the first"
        );
    }
}

/// A link that is let pass leads where it seems to lead, and a message reaches one address only.
pub fn links(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if link::check_link(&text).is_ok() {
        match Url::parse(&text) {
            Ok(url) => leads_where_it_seems_to(&url, &text),
            // Whether a host in another script exists takes tables to tell; a browser doesn't open one that can't.
            Err(error) => assert!(
                text.to_ascii_lowercase().contains("xn--"),
                "{text}: {error}"
            ),
        }
    }
    is_one_message(&link::mailto("help@example.test", &text, &text));
    if link::check_email(&text).is_ok() {
        assert_eq!(text.matches('@').count(), 1);
        is_one_message(&link::mailto(&text, "Help", "Please"));
    }
}

/// Nothing that stands in an address, a subject or a text adds a recipient (RFC 6068).
fn is_one_message(mailto: &str) {
    let url = Url::parse(mailto).expect("a mail address");
    assert!(!url.path().contains([',', ';', ' ']), "{mailto}");
    for (name, _) in url.query_pairs() {
        assert!(name == "subject" || name == "body", "{mailto}");
    }
}

fn leads_where_it_seems_to(url: &Url, text: &str) {
    let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    assert!(
        url.scheme() == "https" || url.scheme() == "http" && local,
        "{url}"
    );
    assert!(
        url.username().is_empty() && url.password().is_none(),
        "{url}"
    );
    let host = url.host_str().expect("a host").to_ascii_lowercase();
    assert!(
        text.to_ascii_lowercase().contains(&host),
        "{text} shows {host}"
    );
}

/// Whatever is answered, at whatever hour and with whatever is down, there are two ways that differ.
pub fn decide(data: &[u8]) {
    let [which, down, rest @ ..] = data else {
        return;
    };
    let playbooks = [
        include_str!("../../playbooks/disaster.json"),
        include_str!("../../playbooks/hardship.json"),
        include_str!("../../playbooks/health.json"),
        include_str!("../../playbooks/outage.json"),
        include_str!("../../playbooks/service-crisis.json"),
    ];
    let text = playbooks[usize::from(*which) % playbooks.len()];
    let playbook = check(source::parse(text).expect("JSON"))
        .playbook
        .expect("a sound playbook");
    let seconds = rest
        .iter()
        .take(4)
        .fold(0, |sum, byte| sum * 256 + i64::from(*byte));
    let mut situation = Situation {
        now: seconds,
        ..Situation::default()
    };
    for zone in playbook.timezones() {
        let offset = i32::from(*down) * 300 - 36_000;
        situation
            .zones
            .insert(zone, Offsets::new(vec![(0, offset)]).expect("one offset"));
    }
    situation.down = playbook
        .channel_ids()
        .filter(|id| down >> (id.index() % 8) & 1 == 1)
        .collect();
    reaches_a_result(&Rc::new(playbook), &situation, rest);
}

fn reaches_a_result(playbook: &Rc<Playbook>, situation: &Situation, picks: &[u8]) {
    let locale = &playbook.locales()[0];
    let mut session = Session::new(playbook.clone(), locale)
        .update(Event::Started, situation)
        .0;
    for round in 0..=playbook.questions().len() {
        match session.screen(situation) {
            Screen::Question(asked) => {
                let pick = picks.get(round).copied().unwrap_or_default();
                let values = answer(playbook.question(asked.question), pick);
                let event = Event::Answered {
                    question: asked.question,
                    values,
                };
                session = session.update(event, situation).0;
            }
            Screen::Result(result) => {
                assert_ne!(result.best.id, result.second.id, "two ways");
                return;
            }
            other => panic!("neither a question nor a result: {other:?}"),
        }
    }
    panic!("more answers than questions");
}

fn answer(question: &Question, pick: u8) -> Vec<String> {
    let options = question.kind.options();
    let picked = |place: usize| options[place % options.len()].id.clone();
    let pick = usize::from(pick);
    match &question.kind {
        _ if pick % 5 == 4 => vec![Answer::NOT_SURE.to_owned()],
        QuestionKind::Choice(_) | QuestionKind::Multiple(_) => vec![picked(pick)],
        QuestionKind::Ranking(_) => (pick..pick + options.len()).map(picked).collect(),
        QuestionKind::YesNo => vec![if pick % 2 == 0 { "yes" } else { "no" }.to_owned()],
        QuestionKind::Number { min, max, .. } => {
            vec![if pick % 2 == 0 { min } else { max }.to_string()]
        }
        QuestionKind::Text { .. } => vec!["gas ガス गैस".to_owned()],
    }
}
