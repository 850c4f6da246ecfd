//! Conditions in words: *“What went wrong?” is “My card was refused”*.

use triage::source::Node;

use crate::{
    asked::Asked,
    condition::{Condition, Join, Said},
    words::Words,
};

/// A condition in words, with questions and options as they are called in `asked`.
pub fn of(condition: &Condition, asked: &[Asked], words: &Words) -> String {
    match condition {
        Condition::Test {
            question,
            said,
            holds,
        } => test(question, said, *holds, asked, words),
        Condition::Group(join, parts) => {
            let said: Vec<String> = parts.iter().map(|part| inner(part, asked, words)).collect();
            let (joint, around) = match join {
                Join::All => ("join_and", None),
                Join::Any => ("join_or", None),
                Join::None => ("join_or", Some("join_not")),
                Join::NotAll => ("join_and", Some("join_not")),
            };
            let joined = said.join(&words.say(joint));
            around.map_or(joined.clone(), |key| words.fill(key, &[("what", &joined)]))
        }
        Condition::Unreadable(node) => node.to_string(),
    }
}

/// Groups in groups stand in brackets.
fn inner(part: &Condition, asked: &[Asked], words: &Words) -> String {
    let said = of(part, asked, words);
    match part {
        Condition::Group(..) => words.fill("join_brackets", &[("what", &said)]),
        _ => said,
    }
}

fn test(id: &str, said: &Said, holds: bool, asked: &[Asked], words: &Words) -> String {
    let question = asked.iter().find(|asked| asked.id == id);
    let text = question.map_or(id, |question| &question.text);
    let option = |id: &String| {
        let known =
            question.and_then(|question| question.options.iter().find(|(known, _)| known == id));
        let text = known.map_or(id, |(_, text)| text);
        words.fill("said_quoted", &[("what", text)])
    };
    let answer = match said {
        Said::Options(ids) => ids
            .iter()
            .map(option)
            .collect::<Vec<_>>()
            .join(&words.say("said_or")),
        Said::Includes(id) | Said::First(id) => option(id),
        Said::AtLeast(number) | Said::Below(number) => number.to_string(),
        Said::Mentions(languages) => {
            let all = languages.iter().flat_map(|(_, keywords)| keywords);
            let some: Vec<String> = all
                .take(3)
                .map(|word| words.fill("said_quoted", &[("what", word)]))
                .collect();
            some.join(&words.say("said_or"))
        }
        Said::Yes(_) | Said::NotSure | Said::Answered => String::new(),
    };
    let not = if holds { "" } else { "_not" };
    let key = ["said_", said.name(), not].concat();
    words.fill(&key, &[("question", text), ("answer", &answer)])
}

/// The condition at a place, in words; what is said where there is none.
pub fn at(node: Option<&Node>, asked: &[Asked], none: &str, words: &Words) -> String {
    node.map_or_else(
        || words.say(none),
        |node| of(&Condition::read(node), asked, words),
    )
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::{asked::asked, condition::Condition, words::Words};
    use triage::source::parse;

    #[test]
    fn conditions_are_said_in_each_language() {
        let tree = parse(include_str!("../../../playbooks/outage.json")).unwrap();
        let both = r#"{ "any": [ { "question": "topic", "is_any_of": ["stolen", "refund"] }, { "not": { "question": "topic", "answered": true } } ] }"#;
        let condition = Condition::read(&parse(both).unwrap());
        for (tag, said) in [
            (
                "en",
                "“What went wrong?” is “A payment I didn't make” or “refund”, or “What went wrong?” has no answer",
            ),
            (
                "ja",
                "「どのようなことでお困りですか。」が「身に覚えのない支払いがある」または「refund」、または「どのようなことでお困りですか。」に回答がない",
            ),
        ] {
            let words = Words::for_wishes(&[tag.to_owned()]);
            assert_eq!(of(&condition, &asked(&tree, 9, tag), &words), said);
        }
    }
}
