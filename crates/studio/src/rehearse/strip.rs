//! Every path as a strip: what is asked, what is answered, and who is recommended at the rehearsed moment.

use std::rc::Rc;

use triage::{
    Answer, Event, Playbook, Question, Reason, RouteId, Session, Situation, paths,
    screen::{Offer, ResultScreen, Said, Screen},
};

use super::Answers;

/// Nobody reads more strips than that.
const MOST: usize = 200;

/// The strips of a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strips {
    /// In the order of the routes.
    pub groups: Vec<Group>,
    /// Whether they show everything that can happen.
    pub complete: bool,
}

/// The strips that end in the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The id of the route.
    pub route: String,
    /// Who is recommended first, and second.
    pub offers: [Offered; 2],
    /// Who would have been better, and why they are not.
    pub passed_over: Vec<(String, Reason)>,
    /// The strips.
    pub strips: Vec<Strip>,
}

/// A channel that is recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What its button says.
    pub name: String,
    /// Whether somebody is there.
    pub is_open: bool,
}

/// One path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// What is asked, and what is answered.
    pub steps: Vec<(String, Reply)>,
    /// The same answers, for the preview.
    pub path: Answers,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// "I'm not sure".
    NotSure,
    /// Yes or no.
    YesNo(bool),
    /// Options, numbers, or words of the visitor's.
    Words(String),
    /// Words that no condition looks for.
    Anything,
}

/// The strips for a visitor in a language.
pub fn strips(playbook: &Rc<Playbook>, locale: &str, situation: &Situation) -> Strips {
    let found = paths(playbook, MOST);
    let group = |route: RouteId| {
        let here = found.paths.iter().filter(|path| path.route == route);
        let mut group: Option<Group> = None;
        for path in here {
            let start = Session::new(playbook.clone(), locale);
            let answers = path.witness.answers.iter().cloned();
            let session = answers.fold(start, |session, (question, answer)| {
                session.with_answer(question, answer)
            });
            let (session, _) = session.update(Event::Started, situation);
            let Screen::Result(result) = session.screen(situation) else {
                continue;
            };
            let said = path.witness.answers.iter();
            let path = said.map(|(id, answer)| values(playbook.question(*id), answer));
            let strip = Strip {
                steps: steps(&result),
                path: path.collect(),
            };
            group
                .get_or_insert_with(|| self::group(&result))
                .strips
                .push(strip);
        }
        group
    };
    Strips {
        groups: playbook.route_ids().filter_map(group).collect(),
        complete: found.complete,
    }
}

fn group(result: &ResultScreen<'_>) -> Group {
    let passed = result.passed_over.iter();
    Group {
        route: result.route.to_owned(),
        offers: [offered(&result.best), offered(&result.second)],
        passed_over: passed
            .map(|(name, reason)| (name.text.to_owned(), *reason))
            .collect(),
        strips: Vec::new(),
    }
}

fn offered(offer: &Offer<'_>) -> Offered {
    Offered {
        name: offer.name.text.to_owned(),
        is_open: offer.availability.is_open(),
    }
}

fn steps(result: &ResultScreen<'_>) -> Vec<(String, Reply)> {
    let reply = |said: &Said<'_>| match said {
        Said::NotSure => Reply::NotSure,
        Said::YesNo(yes) => Reply::YesNo(*yes),
        Said::Options(options) => {
            let texts: Vec<&str> = options.iter().map(|option| option.text).collect();
            Reply::Words(texts.join(" · "))
        }
        Said::Number(number, _) => Reply::Words(number.to_string()),
        // A witness has a letter or a digit when a condition looks for it.
        Said::Text(text) if text.chars().any(char::is_alphanumeric) => {
            Reply::Words((*text).to_owned())
        }
        Said::Text(_) => Reply::Anything,
    };
    let told = result.told.iter();
    told.map(|told| (told.text.text.to_owned(), reply(&told.said)))
        .collect()
}

/// An answer as a form sends it, with the id of its question.
fn values(question: &Question, answer: &Answer) -> (String, Vec<String>) {
    let options = question.kind.options();
    let values = match answer {
        Answer::NotSure => vec![Answer::NOT_SURE.to_owned()],
        Answer::Choice(_) | Answer::Multiple(_) | Answer::Ranking(_) => {
            let chosen = answer.places().iter().filter_map(|at| options.get(*at));
            chosen.map(|option| option.id.clone()).collect()
        }
        Answer::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        Answer::Number(number) => vec![number.to_string()],
        Answer::Text(text) => vec![text.clone()],
    };
    (question.id.clone(), values)
}

#[cfg(test)]
mod tests {
    use super::{Reply, strips};
    use std::rc::Rc;
    use triage::{Answer, Reason, Situation, check, source::parse, status};

    #[test]
    fn strips_end_where_visitors_do_and_a_phone_that_is_down_is_not_recommended() {
        let tree = parse(include_str!("../../../../playbooks/outage.json")).unwrap();
        let playbook = Rc::new(check(tree).playbook.unwrap());
        let mut situation = Situation {
            now: 1_795_489_200,
            ..Situation::default()
        };
        let usual = strips(&playbook, "en", &situation);
        assert!(usual.complete);
        let refused = &usual
            .groups
            .iter()
            .find(|group| group.route == "block")
            .unwrap();
        assert_eq!(refused.offers[0].name, "Call our 24-hour line");
        let (question, reply) = &refused.strips[0].steps[0];
        assert_eq!(question, "What went wrong?");
        assert!(matches!(reply, Reply::Words(words) if words == "A payment I didn't make"));
        assert_eq!(
            refused.strips[0].path[0],
            ("topic".to_owned(), vec!["stolen".to_owned()])
        );
        let feed = r#"{ "version": 1, "channels": { "any_hour_phone": { "state": "down" } } }"#;
        situation.status = status::read(&parse(feed).unwrap(), &playbook, situation.now);
        let down = strips(&playbook, "en", &situation);
        let group = down
            .groups
            .iter()
            .find(|group| group.route == "block")
            .unwrap();
        assert_ne!(group.offers[0].name, "Call our 24-hour line");
        assert!(
            group
                .passed_over
                .iter()
                .any(|(name, reason)| name == "Call our 24-hour line" && *reason == Reason::Down)
        );
    }

    /// The widget reads what a form sends; what is sent for each path has to be read as the answers that it stands for.
    #[test]
    fn what_a_form_sends_for_a_path_is_the_path() {
        for text in [
            include_str!("../../../../playbooks/outage.json"),
            include_str!("../../../../playbooks/hardship.json"),
            include_str!("../../../../playbooks/service-crisis.json"),
        ] {
            let playbook = check(parse(text).unwrap()).playbook.unwrap();
            for path in triage::paths(&playbook, 100).paths {
                for (id, answer) in path.witness.answers {
                    let question = playbook.question(id);
                    let (_, values) = super::values(question, &answer);
                    assert_eq!(Answer::read(question, &values), Ok(answer));
                }
            }
        }
    }
}
