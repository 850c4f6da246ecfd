//! Conditions in words. How its parts are joined is said here once; the words are those of whoever asks, by ids or in
//! sentences.

use triage::{Condition, Playbook, Question, Test};

/// The words for conditions.
pub trait Phrases {
    /// For everybody.
    fn always(&self) -> String;
    /// For nobody.
    fn never(&self) -> String;
    /// What stands between parts that all hold, with its spaces.
    fn and(&self) -> String;
    /// What stands between parts of which one holds, with its spaces.
    fn or(&self) -> String;
    /// That a part doesn't hold.
    fn not(&self, part: &str) -> String;
    /// Parts that belong together.
    fn together(&self, parts: &str) -> String {
        format!("({parts})")
    }
    /// What is asked of the answer to one question.
    fn tested(&self, question: &Question, test: &Test) -> String;
}

/// A condition in words; without one, that it is for everybody.
#[must_use]
pub fn condition(
    playbook: &Playbook,
    condition: Option<&Condition>,
    phrases: &dyn Phrases,
) -> String {
    condition.map_or_else(
        || phrases.always(),
        |condition| whole(playbook, condition, phrases),
    )
}

fn whole(playbook: &Playbook, condition: &Condition, phrases: &dyn Phrases) -> String {
    match condition {
        Condition::All(parts) if parts.is_empty() => phrases.always(),
        Condition::Any(parts) if parts.is_empty() => phrases.never(),
        Condition::All(parts) => joined(playbook, parts, &phrases.and(), phrases),
        Condition::Any(parts) => joined(playbook, parts, &phrases.or(), phrases),
        Condition::Not(part) => phrases.not(&whole(playbook, part, phrases)),
        Condition::Question(id, test) => phrases.tested(playbook.question(*id), test),
    }
}

/// Parts that are joined themselves are kept together.
fn joined(playbook: &Playbook, parts: &[Condition], with: &str, phrases: &dyn Phrases) -> String {
    let part = |part: &Condition| match part {
        Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 && parts.len() > 1 => {
            phrases.together(&whole(playbook, part, phrases))
        }
        _ => whole(playbook, part, phrases),
    };
    let parts: Vec<String> = parts.iter().map(part).collect();
    parts.join(with)
}
