//! Answers and tests the slow way: every answer there is, and what it passes, written out without the engine.

use triage::{Answer, Condition, QuestionId, QuestionKind, Test};

pub fn note_tests(condition: &Condition, id: QuestionId, tests: &mut Vec<Test>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                note_tests(part, id, tests);
            }
        }
        Condition::Not(part) => note_tests(part, id, tests),
        Condition::Question(question, test) if *question == id => tests.push(test.clone()),
        Condition::Question(..) => {}
    }
}

/// Every answer, as far as made playbooks can tell them apart.
pub fn every_answer(kind: &QuestionKind) -> Vec<Answer> {
    let subsets = |count: usize| {
        let subset = move |bits: usize| -> Vec<usize> {
            (0..count).filter(|at| bits >> at & 1 == 1).collect()
        };
        (1..1 << count).map(subset)
    };
    let mut all = vec![Answer::NotSure];
    match kind {
        QuestionKind::Choice(options) => all.extend((0..options.len()).map(Answer::Choice)),
        QuestionKind::Multiple(options) => all.extend(subsets(options.len()).map(Answer::Multiple)),
        QuestionKind::Ranking(options) => {
            for first in 0..options.len() {
                let mut order: Vec<usize> = (0..options.len()).collect();
                order.rotate_left(first);
                all.push(Answer::Ranking(order));
            }
        }
        QuestionKind::YesNo => all.extend([true, false].map(Answer::YesNo)),
        QuestionKind::Number { min, max, .. } => all.extend((*min..=*max).map(Answer::Number)),
        QuestionKind::Text { .. } => {
            let words = ["gas", "leak", "gas leak", "water", "fire"];
            for subset in subsets(words.len()) {
                let text: Vec<&str> = subset.into_iter().map(|at| words[at]).collect();
                all.push(Answer::Text(text.join("; ")));
            }
        }
    }
    all
}

pub fn passes(test: &Test, answer: Option<&Answer>) -> bool {
    match (test, answer) {
        (Test::Answered(wanted), answer) => {
            *wanted == answer.is_some_and(|answer| *answer != Answer::NotSure)
        }
        (Test::IsNotSure, answer) => answer == Some(&Answer::NotSure),
        (Test::IsAnyOf(options), Some(Answer::Choice(chosen))) => options.contains(chosen),
        (Test::IsYes(wanted), Some(Answer::YesNo(yes))) => wanted == yes,
        (Test::Includes(option), Some(Answer::Multiple(ticked))) => ticked.contains(option),
        (Test::First(option), Some(Answer::Ranking(order))) => order[0] == *option,
        (Test::AtLeast(least), Some(Answer::Number(number))) => number >= least,
        (Test::Below(bound), Some(Answer::Number(number))) => number < bound,
        (Test::Mentions(words), Some(Answer::Text(text))) => {
            words.iter().any(|word| word.matches(text))
        }
        _ => false,
    }
}

pub fn holds(condition: &Condition, answers: &[Option<Answer>]) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().all(|part| holds(part, answers)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, answers)),
        Condition::Not(part) => !holds(part, answers),
        Condition::Question(question, test) => passes(test, answers[question.index()].as_ref()),
    }
}
