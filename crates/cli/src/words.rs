//! Conditions and channels in words, by the ids that stand in the file.

use leeward_pages::Phrases;
use triage::{Answer, Condition, Playbook, Question, Test};

/// A condition: `topic is outage and affected is 50 or more`.
pub fn condition(playbook: &Playbook, condition: Option<&Condition>) -> String {
    leeward_pages::condition(playbook, condition, &Ids)
}

/// Channels by their ids, in their order.
pub fn channels(playbook: &Playbook, ids: &[triage::ChannelId]) -> String {
    let ids: Vec<&str> = ids
        .iter()
        .map(|id| playbook.channel(*id).id.as_str())
        .collect();
    ids.join(", ")
}

/// Words that name everything by its id.
struct Ids;

impl Phrases for Ids {
    fn always(&self) -> String {
        "always".to_owned()
    }

    fn never(&self) -> String {
        "never".to_owned()
    }

    fn and(&self) -> String {
        " and ".to_owned()
    }

    fn or(&self) -> String {
        " or ".to_owned()
    }

    fn not(&self, part: &str) -> String {
        format!("not ({part})")
    }

    fn tested(&self, question: &Question, test: &Test) -> String {
        format!("{} {}", question.id, tested(question, test))
    }
}

fn tested(question: &Question, test: &Test) -> String {
    let option = |place: &usize| {
        let option = question.kind.options().get(*place);
        option.map_or("", |option| option.id.as_str())
    };
    match test {
        Test::IsAnyOf(places) => {
            let options: Vec<&str> = places.iter().map(option).collect();
            format!("is {}", options.join(" or "))
        }
        Test::IsYes(yes) => format!("is {}", if *yes { "yes" } else { "no" }),
        Test::IsNotSure => format!("is {}", Answer::NOT_SURE),
        Test::Includes(place) => format!("includes {}", option(place)),
        Test::First(place) => format!("has {} first", option(place)),
        Test::AtLeast(least) => format!("is {least} or more"),
        Test::Below(bound) => format!("is below {bound}"),
        Test::Answered(true) => "is answered".to_owned(),
        Test::Answered(false) => "is not answered".to_owned(),
        Test::Mentions(keywords) => format!("has one of {} keywords", keywords.len()),
    }
}
