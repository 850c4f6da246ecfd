//! Conditions and channels in words, by the ids that stand in the file.

use triage::{Answer, Condition, Playbook, Question, Test};

/// A condition: `topic is outage and affected is 50 or more`.
pub fn condition(playbook: &Playbook, condition: Option<&Condition>) -> String {
    condition.map_or_else(
        || "always".to_owned(),
        |condition| whole(playbook, condition),
    )
}

/// Channels by their ids, in their order.
pub fn channels(playbook: &Playbook, ids: &[triage::ChannelId]) -> String {
    let ids: Vec<&str> = ids
        .iter()
        .map(|id| playbook.channel(*id).id.as_str())
        .collect();
    ids.join(", ")
}

fn whole(playbook: &Playbook, condition: &Condition) -> String {
    match condition {
        Condition::All(parts) if parts.is_empty() => "always".to_owned(),
        Condition::Any(parts) if parts.is_empty() => "never".to_owned(),
        Condition::All(parts) => joined(playbook, parts, " and "),
        Condition::Any(parts) => joined(playbook, parts, " or "),
        Condition::Not(part) => format!("not ({})", whole(playbook, part)),
        Condition::Question(id, test) => {
            let question = playbook.question(*id);
            format!("{} {}", question.id, tested(question, test))
        }
    }
}

/// Parts that are joined themselves stand in brackets.
fn joined(playbook: &Playbook, parts: &[Condition], with: &str) -> String {
    let part = |part: &Condition| match part {
        Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 && parts.len() > 1 => {
            format!("({})", whole(playbook, part))
        }
        _ => whole(playbook, part),
    };
    let parts: Vec<String> = parts.iter().map(part).collect();
    parts.join(with)
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
