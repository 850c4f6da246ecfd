//! Classes of answers: those that no condition of the playbook tells apart, of which one stands for all.

use std::collections::BTreeSet;

use crate::{
    answer::Answer,
    condition::{Test, Truth},
    fold::Keyword,
    playbook::{Playbook, Question, QuestionId, QuestionKind},
    walk::Knowledge,
};

/// More classes of one question than that are not told apart. Only free text can have so many: a dozen independent
/// lists of keywords.
const MOST: usize = 1 << 10;

/// So many keywords of one question are looked at; more than a person would think of in several languages.
const MOST_KEYWORDS: usize = 1 << 10;

/// So many combinations of keywords are looked at; a dozen independent lists are 4,096.
const MOST_TRIES: usize = 1 << 16;

/// What may stand between two keywords.
const BETWEEN: [char; 5] = [',', ';', '/', '…', '|'];

/// What free text is made of that holds no keyword: every keyword has a letter or a digit.
const NO_KEYWORD: &str = "...";

/// The tests that the conditions make of each question, each once.
pub(super) struct Tests<'p>(Vec<Vec<&'p Test>>);

/// The answers to one question, one of each class.
#[derive(Clone)]
pub(super) struct Classes {
    /// An answer of each class, "I'm not sure" last unless it makes no difference.
    pub answers: Vec<Answer>,
    /// The outcome of each test, for each answer; and one more, for when the question isn't asked.
    pub outcomes: Vec<Vec<bool>>,
    /// Whether there are more classes than are kept.
    pub cut_short: bool,
}

impl<'p> Tests<'p> {
    pub fn new(playbook: &Playbook) -> Self {
        Self(vec![Vec::new(); playbook.questions().len()])
    }

    /// The place of a test among those of its question.
    pub fn place(&mut self, question: QuestionId, test: &'p Test) -> usize {
        let Some(tests) = self.0.get_mut(question.0) else {
            return 0;
        };
        let known = tests.iter().position(|known| *known == test);
        known.unwrap_or_else(|| {
            tests.push(test);
            tests.len() - 1
        })
    }

    /// The classes of the answers to a question.
    pub fn classes(&self, id: QuestionId, question: &Question) -> Classes {
        let tests = self.0.get(id.0).map_or(&[][..], Vec::as_slice);
        let mut collector = Collector {
            tests,
            seen: BTreeSet::new(),
            classes: Classes {
                answers: Vec::new(),
                outcomes: Vec::new(),
                cut_short: false,
            },
        };
        collector.collect(&question.kind);
        collector.add(Answer::NotSure);
        let mut classes = collector.classes;
        classes.outcomes.push(outcomes(tests, Knowledge::NotAsked));
        classes
    }
}

fn outcomes(tests: &[&Test], knowledge: Knowledge<'_>) -> Vec<bool> {
    let outcome = |test: &&Test| test.truth(knowledge) == Truth::True;
    tests.iter().map(outcome).collect()
}

/// Takes answers, and keeps the first of each class.
struct Collector<'a> {
    tests: &'a [&'a Test],
    seen: BTreeSet<Vec<bool>>,
    classes: Classes,
}

impl Collector<'_> {
    fn add(&mut self, answer: Answer) -> bool {
        let outcomes = outcomes(self.tests, Knowledge::Answered(&answer));
        if self.seen.contains(&outcomes) {
            return false;
        }
        if self.classes.answers.len() >= MOST {
            self.classes.cut_short = true;
            return false;
        }
        self.seen.insert(outcomes.clone());
        self.classes.answers.push(answer);
        self.classes.outcomes.push(outcomes);
        true
    }

    /// Adds at least one answer of each class.
    fn collect(&mut self, kind: &QuestionKind) {
        match kind {
            QuestionKind::Choice(options) => {
                for option in 0..options.len() {
                    self.add(Answer::Choice(option));
                }
            }
            QuestionKind::Multiple(options) => self.add_subsets(options.len()),
            QuestionKind::Ranking(options) => {
                for first in 0..options.len() {
                    let rest = (0..options.len()).filter(|option| *option != first);
                    self.add(Answer::Ranking(
                        std::iter::once(first).chain(rest).collect(),
                    ));
                }
            }
            QuestionKind::YesNo => {
                self.add(Answer::YesNo(true));
                self.add(Answer::YesNo(false));
            }
            QuestionKind::Number { min, max, .. } => self.add_numbers(*min, *max),
            QuestionKind::Text { max_length } => self.add_texts(*max_length),
        }
    }

    /// Few ticks first: a witness of one option is easier to follow than one of seven.
    fn add_subsets(&mut self, options: usize) {
        let mut subsets: Vec<u32> = (1..1_u32 << options.min(16)).collect();
        subsets.sort_by_key(|subset| subset.count_ones());
        for subset in subsets {
            let ticked = (0..options).filter(|option| subset & (1 << option) != 0);
            self.add(Answer::Multiple(ticked.collect()));
        }
    }

    /// Only where a test begins or ceases to hold is there a new class.
    fn add_numbers(&mut self, min: i64, max: i64) {
        let cuts = self.tests.iter().filter_map(|test| match test {
            Test::AtLeast(cut) | Test::Below(cut) => Some(*cut),
            _ => None,
        });
        let mut numbers: Vec<i64> = cuts
            .chain([min])
            .filter(|cut| (min..=max).contains(cut))
            .collect();
        numbers.sort_unstable();
        for number in numbers {
            self.add(Answer::Number(number));
        }
    }

    /// Texts of keywords, in all combinations that can be told apart. A keyword may lie within another, and then
    /// the one doesn't come without the other: so it is tried what really holds. A sign that stands in none of them is
    /// between two, so together they hold what each holds alone, and most combinations needn't be tried.
    fn add_texts(&mut self, max_length: usize) {
        self.add(Answer::Text(NO_KEYWORD.to_owned()));
        let keywords = self.keywords();
        let Some(between) = BETWEEN
            .iter()
            .find(|sign| !keywords.iter().any(|keyword| keyword.contains(**sign)))
        else {
            self.classes.cut_short = true;
            return;
        };
        let mut kinds = BTreeSet::new();
        let mut texts = vec![(String::new(), vec![false; self.tests.len()])];
        let mut tries = 0;
        for keyword in keywords {
            let alone = Answer::Text(keyword.clone());
            let alone = outcomes(self.tests, Knowledge::Answered(&alone));
            if !kinds.insert(alone.clone()) {
                continue;
            }
            for place in 0..texts.len() {
                let Some((before, known)) = texts.get(place) else {
                    break;
                };
                tries += 1;
                if tries > MOST_TRIES || self.classes.cut_short {
                    self.classes.cut_short = true;
                    return;
                }
                let both = known.iter().zip(&alone).map(|(one, other)| one | other);
                if self.seen.contains(&both.collect::<Vec<bool>>()) {
                    continue;
                }
                let text = if before.is_empty() {
                    keyword.clone()
                } else {
                    format!("{before}{between} {keyword}")
                };
                if text.chars().count() <= max_length
                    && self.add(Answer::Text(text.clone()))
                    && let Some(holds) = self.classes.outcomes.last()
                {
                    texts.push((text, holds.clone()));
                }
            }
        }
    }

    /// The keywords that are looked for, each once. Of too many, the first ones.
    fn keywords(&mut self) -> Vec<String> {
        let lists = self.tests.iter().filter_map(|test| match test {
            Test::Mentions(keywords) => Some(keywords),
            _ => None,
        });
        let mut seen = BTreeSet::new();
        let mut keywords: Vec<String> = lists.flatten().map(Keyword::text).collect();
        keywords.retain(|keyword| seen.insert(keyword.clone()));
        self.classes.cut_short |= keywords.len() > MOST_KEYWORDS;
        keywords.truncate(MOST_KEYWORDS);
        keywords
    }
}
