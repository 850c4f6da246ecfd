//! What is left of conditions when some questions are settled. Each form exists once and has a number, so that two
//! are equal when their numbers are.

use rustc_hash::FxHashMap;

use super::class::Tests;
use crate::condition::Condition;

/// What is left of a condition, by its number.
pub(super) type Expression = u32;

/// It doesn't hold. Also what stands in for conditions whose outcome can't be seen any more.
pub(super) const FALSE: Expression = 0;

/// It holds.
pub(super) const TRUE: Expression = 1;

/// Not worked out yet.
const UNKNOWN: Expression = u32::MAX;

/// A set of questions. The checker lets 40 pass.
pub(super) type Questions = u64;

/// The set of one question.
pub(super) fn only(question: usize) -> Questions {
    u32::try_from(question).map_or(0, |place| 1_u64.checked_shl(place).unwrap_or(0))
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Truth(bool),
    Test { question: usize, test: usize },
    Not(Expression),
    All(Vec<Expression>),
    Any(Vec<Expression>),
}

/// What becomes of a question: an answer of some class, or it isn't asked.
#[derive(Clone)]
pub(super) struct Settled {
    question: usize,
    outcomes: Vec<bool>,
    /// What became of each expression, as far as that was worked out.
    memory: Vec<Expression>,
}

impl Settled {
    pub const fn new(question: usize, outcomes: Vec<bool>) -> Self {
        Self {
            question,
            outcomes,
            memory: Vec::new(),
        }
    }
}

/// All expressions so far.
#[derive(Clone)]
pub(super) struct Expressions {
    forms: Vec<Form>,
    open: Vec<Questions>,
    numbers: FxHashMap<Form, Expression>,
    work: u64,
}

impl Expressions {
    pub fn new() -> Self {
        let mut expressions = Self {
            forms: Vec::new(),
            open: Vec::new(),
            numbers: FxHashMap::default(),
            work: 0,
        };
        expressions.number(Form::Truth(false), 0);
        expressions.number(Form::Truth(true), 0);
        expressions
    }

    /// The questions on which the truth still depends; none when it is decided.
    pub fn open(&self, expression: Expression) -> Questions {
        let place = usize::try_from(expression).unwrap_or(usize::MAX);
        self.open.get(place).copied().unwrap_or(0)
    }

    /// How many expressions and parts of expressions were looked at.
    pub const fn work(&self) -> u64 {
        self.work
    }

    /// A condition before any question is settled.
    pub fn condition<'p>(&mut self, condition: &'p Condition, tests: &mut Tests<'p>) -> Expression {
        match condition {
            Condition::All(parts) => {
                let parts = parts
                    .iter()
                    .map(|part| self.condition(part, tests))
                    .collect();
                self.all(parts)
            }
            Condition::Any(parts) => {
                let parts = parts
                    .iter()
                    .map(|part| self.condition(part, tests))
                    .collect();
                self.any(parts)
            }
            Condition::Not(part) => {
                let part = self.condition(part, tests);
                self.not(part)
            }
            Condition::Question(question, test) => {
                let test = tests.place(*question, test);
                let question = question.0;
                self.number(Form::Test { question, test }, only(question))
            }
        }
    }

    /// What is left of an expression when one more question is settled.
    pub fn settle(&mut self, expression: Expression, settled: &mut Settled) -> Expression {
        self.work += 1;
        if self.open(expression) & only(settled.question) == 0 {
            return expression;
        }
        let place = usize::try_from(expression).unwrap_or(usize::MAX);
        match settled.memory.get(place) {
            None | Some(&UNKNOWN) => {}
            Some(known) => return *known,
        }
        let left = self.work_out(expression, settled, place);
        if settled.memory.len() <= place {
            settled.memory.resize(place + 1, UNKNOWN);
        }
        if let Some(known) = settled.memory.get_mut(place) {
            *known = left;
        }
        left
    }

    fn work_out(
        &mut self,
        expression: Expression,
        settled: &mut Settled,
        place: usize,
    ) -> Expression {
        match self.forms.get(place).cloned() {
            Some(Form::Test { test, .. }) => {
                u32::from(settled.outcomes.get(test).copied().unwrap_or(false))
            }
            Some(Form::Not(part)) => {
                let part = self.settle(part, settled);
                self.not(part)
            }
            Some(Form::All(mut parts)) => {
                for part in &mut parts {
                    *part = self.settle(*part, settled);
                }
                self.all(parts)
            }
            Some(Form::Any(mut parts)) => {
                for part in &mut parts {
                    *part = self.settle(*part, settled);
                }
                self.any(parts)
            }
            Some(Form::Truth(_)) | None => expression,
        }
    }

    fn not(&mut self, part: Expression) -> Expression {
        let place = usize::try_from(part).unwrap_or(usize::MAX);
        match self.forms.get(place) {
            Some(Form::Truth(holds)) => u32::from(!*holds),
            Some(Form::Not(inner)) => *inner,
            _ => self.number(Form::Not(part), self.open(part)),
        }
    }

    fn all(&mut self, parts: Vec<Expression>) -> Expression {
        self.join(parts, TRUE, FALSE, Form::All)
    }

    fn any(&mut self, parts: Vec<Expression>) -> Expression {
        self.join(parts, FALSE, TRUE, Form::Any)
    }

    /// Leaves out what makes no difference, so that equal rests get equal numbers. Nothing is concluded from two
    /// parts that exclude each other: the walk doesn't either.
    fn join(
        &mut self,
        mut parts: Vec<Expression>,
        neutral: Expression,
        decisive: Expression,
        form: fn(Vec<Expression>) -> Form,
    ) -> Expression {
        if parts.contains(&decisive) {
            return decisive;
        }
        // Sorting and hashing them takes about so much longer than passing them by.
        self.work += 4 * parts.len() as u64;
        parts.retain(|part| *part != neutral);
        parts.sort_unstable();
        parts.dedup();
        match parts[..] {
            [] => neutral,
            [only] => only,
            _ => {
                let open = parts.iter().fold(0, |open, part| open | self.open(*part));
                self.number(form(parts), open)
            }
        }
    }

    fn number(&mut self, form: Form, open: Questions) -> Expression {
        if let Some(number) = self.numbers.get(&form) {
            return *number;
        }
        let number = u32::try_from(self.forms.len()).unwrap_or(FALSE);
        self.forms.push(form.clone());
        self.open.push(open);
        self.numbers.insert(form, number);
        number
    }
}
