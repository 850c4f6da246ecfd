//! Reading conditions. They refer to questions that were read before, so a flow can't run in circles.

use super::{place::Place, reader::Reader, suggest::did_you_mean};
use crate::{
    answer::Answer,
    condition::{Condition, Test},
    fold::Keyword,
    playbook::{QuestionId, QuestionKind},
    problem::Code,
};

/// Six levels of `all`, `any` and `not` are more than anybody can follow.
const MOST_LEVELS: usize = 6;

/// The fields of a condition: one that says what it is about, and for a question one that tests it.
const FIELDS: &[&str] = &[
    "question",
    "all",
    "any",
    "not",
    "is",
    "is_any_of",
    "includes",
    "first",
    "at_least",
    "below",
    "answered",
    "mentions",
];

const JOINS: &[&str] = FIELDS.split_at(4).0;

const OPERATORS: &[&str] = FIELDS.split_at(4).1;

/// What stands in for a condition that could not be read.
const NEVER: Condition = Condition::Any(Vec::new());

impl Reader {
    /// A condition that may be there.
    pub fn condition_field(&mut self, place: &Place<'_>, name: &str) -> Option<Condition> {
        let field = place.field(name)?;
        Some(self.condition(&field, 0))
    }

    fn condition(&mut self, place: &Place<'_>, level: usize) -> Condition {
        if level > MOST_LEVELS {
            let cure = "at most six levels of all, any and not; simplify";
            self.report(place, Code::TooLarge, &[cure]);
            return NEVER;
        }
        self.object(place, FIELDS);
        let Some(join) = self.one_of(place, JOINS) else {
            return NEVER;
        };
        match join.key() {
            "all" => Condition::All(self.parts(&join, level + 1)),
            "any" => Condition::Any(self.parts(&join, level + 1)),
            "not" => Condition::Not(Box::new(self.condition(&join, level + 1))),
            _ => self.leaf(place, &join),
        }
    }

    /// The one field of several that must be there.
    fn one_of<'p>(&mut self, place: &'p Place<'p>, names: &[&str]) -> Option<Place<'p>> {
        let mut present = place
            .children()
            .filter(|child| names.contains(&child.key()));
        let (first, second) = (present.next(), present.next());
        if first.is_none() || second.is_some() {
            let list = names.join("\", \"");
            self.report(
                place,
                Code::BadCondition,
                &["write exactly one of \"", &list, "\""],
            );
            return None;
        }
        first
    }

    fn parts(&mut self, place: &Place<'_>, level: usize) -> Vec<Condition> {
        let parts: Vec<_> = self
            .elements(place, 40)
            .map(|element| self.condition(&element, level))
            .collect();
        if parts.is_empty() {
            self.report(
                place,
                Code::BadCondition,
                &["put at least one condition in here"],
            );
        }
        parts
    }

    fn leaf(&mut self, place: &Place<'_>, question: &Place<'_>) -> Condition {
        let id = self.earlier_question(question);
        let operator = self.one_of(place, OPERATORS);
        let (Some(id), Some(operator)) = (id, operator) else {
            return NEVER;
        };
        let Some(kind) = self
            .questions
            .get(id.index())
            .map(|question| question.kind.clone())
        else {
            return NEVER;
        };
        Condition::Question(id, self.test(&operator, &kind))
    }

    fn earlier_question(&mut self, place: &Place<'_>) -> Option<QuestionId> {
        let id = self.string(place);
        let found = self.questions.iter().position(|question| question.id == id);
        if found.is_none() {
            let known = self.questions.iter().map(|question| question.id.as_str());
            let cure = did_you_mean(
                id,
                known,
                "name one that stands further up in \"questions\"",
            );
            let message = ["no question \"", id, "\" before this one; ", &cure];
            self.report(place, Code::UnknownReference, &message);
        }
        found.map(QuestionId)
    }

    fn test(&mut self, place: &Place<'_>, kind: &QuestionKind) -> Test {
        use QuestionKind as Kind;
        match (place.key(), kind) {
            ("is", _) if place.string() == Some(Answer::NOT_SURE) => Test::IsNotSure,
            ("is", Kind::YesNo) => Test::IsYes(self.flag(place)),
            ("is", Kind::Choice(_)) => Test::IsAnyOf(vec![self.option(place, kind)]),
            ("is_any_of", Kind::Choice(_)) => Test::IsAnyOf(
                self.elements(place, 40)
                    .map(|element| self.option(&element, kind))
                    .collect(),
            ),
            ("includes", Kind::Multiple(_)) => Test::Includes(self.option(place, kind)),
            ("first", Kind::Ranking(_)) => Test::First(self.option(place, kind)),
            ("at_least", Kind::Number { .. }) => Test::AtLeast(self.whole(place)),
            ("below", Kind::Number { .. }) => Test::Below(self.whole(place)),
            ("mentions", Kind::Text { .. }) => Test::Mentions(self.keywords(place)),
            ("answered", _) => Test::Answered(self.flag(place)),
            _ => self.unfit(place, kind),
        }
    }

    fn unfit(&mut self, place: &Place<'_>, kind: &QuestionKind) -> Test {
        let fits = match kind {
            QuestionKind::Choice(_) => "\"is\" or \"is_any_of\"",
            QuestionKind::Multiple(_) => "\"includes\"",
            QuestionKind::Ranking(_) => "\"first\"",
            QuestionKind::YesNo => "\"is\": true or \"is\": false",
            QuestionKind::Number { .. } => "\"at_least\" or \"below\"",
            QuestionKind::Text { .. } => "\"mentions\"",
        };
        let message = [
            "\"",
            place.key(),
            "\" doesn't fit a question of type ",
            kind.name(),
            "; use ",
            fits,
        ];
        self.report(place, Code::BadCondition, &message);
        Test::IsNotSure
    }

    fn option(&mut self, place: &Place<'_>, kind: &QuestionKind) -> usize {
        let id = self.string(place);
        kind.options()
            .iter()
            .position(|option| option.id == id)
            .unwrap_or_else(|| {
                let known = kind.options().iter().map(|option| option.id.as_str());
                let cure = did_you_mean(id, known, "name one of the question's options");
                self.report(
                    place,
                    Code::UnknownReference,
                    &["no option \"", id, "\"; ", &cure],
                );
                0
            })
    }

    fn keywords(&mut self, place: &Place<'_>) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        for entry in self.entries(place) {
            if self.locale_index(entry.key()).is_none() {
                self.foreign_locale(&entry);
            }
            for element in self.elements(&entry, 100) {
                match Keyword::new(self.string(&element)) {
                    Some(keyword) => keywords.push(keyword),
                    None => {
                        let cure = "a keyword needs at least one letter or digit";
                        self.report(&element, Code::BadCondition, &[cure]);
                    }
                }
            }
        }
        if keywords.is_empty() {
            self.report(place, Code::BadCondition, &["write at least one keyword"]);
        }
        keywords
    }
}
