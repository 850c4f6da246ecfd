//! The slow way: every path through a playbook, walked one by one with the engine itself.

#[path = "brute_answers.rs"]
mod answers;

use answers::{every_answer, holds, note_tests, passes};
use triage::{
    Analysis, Answer, Condition, Passage, Playbook, QuestionId, Resource, Walk, Witness, walk,
};

/// A share of visitors, as an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fraction(u128, u128);

/// What is found on all paths, in the form in which it can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    paths: u128,
    asked: Vec<bool>,
    /// Paths and share of each route.
    routes: Vec<(u128, u64)>,
    shown: [Vec<bool>; 4],
    longest: usize,
    mean: u64,
    longest_of_all: usize,
    mean_of_all: u64,
}

impl Found {
    /// What an analysis says of the same.
    pub fn of(&self, analysis: &Analysis) -> Self {
        let seen = |list: &[Option<Witness>]| list.iter().map(Option::is_some).collect();
        let (asked, all) = (&analysis.asked, &analysis.asked_without_early_stop);
        let routes = analysis.routes.iter().map(|win| match win {
            Some(win) => (win.paths, u64::from(win.share_millionths)),
            None => (0, 0),
        });
        Self {
            paths: analysis.paths,
            asked: seen(&analysis.questions),
            routes: routes.collect(),
            shown: [
                seen(&analysis.reassurance),
                seen(&analysis.expectations),
                seen(&analysis.stories),
                seen(&analysis.resources),
            ],
            longest: asked.longest,
            mean: asked.mean_thousandths.expect("all paths were looked at"),
            longest_of_all: all.longest,
            mean_of_all: all.mean_thousandths.expect("all paths were looked at"),
        }
    }
}

/// Walks every path, with one answer of each class.
pub fn walk_every_path(playbook: &Playbook) -> Found {
    let classes: Vec<Vec<Answer>> = playbook
        .question_ids()
        .map(|id| classes(playbook, id))
        .collect();
    let mut found = Found {
        asked: vec![false; playbook.questions().len()],
        routes: vec![(0, 0); playbook.routes().len()],
        shown: lists(playbook).map(|list| vec![false; list.0.len()]),
        ..Found::default()
    };
    let mut shares = vec![Fraction(0, 1); playbook.routes().len()];
    let mut mean = Fraction(0, 1);
    let nobody = vec![None; playbook.questions().len()];
    let mut waiting = vec![(nobody.clone(), Fraction(1, 1))];
    while let Some((answers, share)) = waiting.pop() {
        let walk = walk(playbook, &answers);
        if let Some(next) = walk.next {
            found.asked[next.index()] = true;
            mean = mean.plus(share);
            branch(&mut waiting, &answers, share, next, &classes[next.index()]);
            continue;
        }
        found.paths += 1;
        found.longest = found.longest.max(walk.answered.len());
        let route = walk.route(playbook).index();
        found.routes[route].0 += 1;
        shares[route] = shares[route].plus(share);
        for (list, shown) in lists(playbook).iter().zip(&mut found.shown) {
            for place in shown_of(playbook, list, &walk) {
                shown[place] = true;
            }
        }
    }
    found.mean = mean.rounded(1_000);
    for (route, share) in found.routes.iter_mut().zip(shares) {
        route.1 = share.rounded(1_000_000);
    }
    (found.longest_of_all, found.mean_of_all) = ask_everything(playbook, &classes);
    found
}

fn branch(
    waiting: &mut Vec<(Vec<Option<Answer>>, Fraction)>,
    answers: &[Option<Answer>],
    share: Fraction,
    next: QuestionId,
    classes: &[Answer],
) {
    for answer in classes {
        let mut answers = answers.to_vec();
        answers[next.index()] = Some(answer.clone());
        waiting.push((answers, share.divided(classes.len() as u128)));
    }
}

/// Asks whatever its own condition allows. Written out here, as the engine never does it.
fn ask_everything(playbook: &Playbook, classes: &[Vec<Answer>]) -> (usize, u64) {
    let (mut longest, mut mean) = (0, Fraction(0, 1));
    let mut waiting = vec![(vec![None; playbook.questions().len()], Fraction(1, 1), 0)];
    while let Some((answers, share, from)) = waiting.pop() {
        let asks = |id: &QuestionId| {
            let condition = &playbook.question(*id).ask_when;
            condition
                .as_ref()
                .is_none_or(|condition| holds(condition, &answers))
        };
        let next = playbook.question_ids().skip(from).find(asks);
        let Some(next) = next else {
            longest = longest.max(answers.iter().flatten().count());
            continue;
        };
        mean = mean.plus(share);
        let mut branches = Vec::new();
        branch(&mut branches, &answers, share, next, &classes[next.index()]);
        let further = branches.into_iter();
        waiting.extend(further.map(|(answers, share)| (answers, share, next.index() + 1)));
    }
    (longest, mean.rounded(1_000))
}

/// Expects every witness to be answered as it is asked, and to lead where the analysis says.
pub fn expect_witnesses(playbook: &Playbook, analysis: &Analysis) {
    for (place, witness) in analysis.questions.iter().enumerate() {
        if let Some(witness) = witness {
            let next = follow(playbook, witness, |walk| walk.next);
            assert_eq!(next.map(QuestionId::index), Some(place), "{witness:?}");
        }
    }
    for (place, win) in analysis.routes.iter().enumerate() {
        if let Some(win) = win {
            let end = follow(playbook, &win.witness, |walk| {
                (walk.next, walk.route(playbook).index())
            });
            assert_eq!(end, (None, place), "{:?}", win.witness);
        }
    }
    let seen = [
        &analysis.reassurance,
        &analysis.expectations,
        &analysis.stories,
        &analysis.resources,
    ];
    for (list, witnesses) in lists(playbook).iter().zip(seen) {
        for (place, witness) in witnesses.iter().enumerate() {
            if let Some(witness) = witness {
                let shown = follow(playbook, witness, |walk| shown_of(playbook, list, walk));
                assert!(
                    shown.contains(&place),
                    "{place} is not in {shown:?} after {witness:?}"
                );
            }
        }
    }
    let longest = &analysis.asked.witness;
    assert_eq!(longest.answers.len(), analysis.asked.longest);
    if analysis.paths > 0 {
        assert_eq!(follow(playbook, longest, |walk| walk.next), None);
    }
}

/// Answers one question after the other, each of which must be asked just then.
fn follow<T>(playbook: &Playbook, witness: &Witness, then: impl Fn(&Walk<'_>) -> T) -> T {
    let mut answers = vec![None; playbook.questions().len()];
    for (question, answer) in &witness.answers {
        assert_eq!(
            walk(playbook, &answers).next,
            Some(*question),
            "{witness:?}"
        );
        answers[question.index()] = Some(answer.clone());
    }
    assert_eq!(answers, witness.places(playbook));
    then(&walk(playbook, &answers))
}

/// The conditions of a list, and how many of it are shown.
struct List(Vec<Option<Condition>>, usize);

fn lists(playbook: &Playbook) -> [List; 4] {
    let passages = |list: &'_ [Passage]| -> Vec<Option<Condition>> {
        list.iter()
            .map(|passage| passage.show_when.clone())
            .collect()
    };
    let resources = playbook.resources().iter();
    let resources = resources.map(|resource| resource.show_when.clone());
    [
        List(passages(playbook.reassurance()), 1),
        List(
            passages(playbook.expectations()),
            Passage::MOST_EXPECTATIONS,
        ),
        List(passages(playbook.stories()), 1),
        List(resources.collect(), Resource::MOST),
    ]
}

/// What of a list stands on the result, while nothing in it has expired.
fn shown_of(playbook: &Playbook, list: &List, walk: &Walk<'_>) -> Vec<usize> {
    if playbook.route(walk.route(playbook)).emergency {
        return Vec::new();
    }
    let fits = |place: &usize| walk.holds(list.0[*place].as_ref());
    (0..list.0.len()).filter(fits).take(list.1).collect()
}

/// One answer of each class: of all answers there are, those that the playbook's tests tell apart.
fn classes(playbook: &Playbook, id: QuestionId) -> Vec<Answer> {
    let mut tests = Vec::new();
    let asks = playbook
        .questions()
        .iter()
        .map(|question| &question.ask_when);
    let routes = playbook.routes().iter().map(|route| &route.when);
    for condition in asks.chain(routes).flatten() {
        note_tests(condition, id, &mut tests);
    }
    for list in &lists(playbook) {
        for condition in list.0.iter().flatten() {
            note_tests(condition, id, &mut tests);
        }
    }
    let mut seen = Vec::new();
    let mut classes = Vec::new();
    for answer in every_answer(&playbook.question(id).kind) {
        let outcomes: Vec<bool> = tests
            .iter()
            .map(|test| passes(test, Some(&answer)))
            .collect();
        if !seen.contains(&outcomes) {
            seen.push(outcomes);
            classes.push(answer);
        }
    }
    classes
}

impl Fraction {
    fn plus(self, other: Self) -> Self {
        let top = self.0 * other.1 + other.0 * self.1;
        let bottom = self.1 * other.1;
        let common = common_divisor(top, bottom);
        Self(top / common, bottom / common)
    }

    fn divided(self, by: u128) -> Self {
        Self(self.0, self.1 * by)
    }

    /// In parts of one, half rounded up.
    fn rounded(self, parts: u128) -> u64 {
        let rounded = (2 * self.0 * parts + self.1) / (2 * self.1);
        u64::try_from(rounded).expect("a small number")
    }
}

fn common_divisor(one: u128, other: u128) -> u128 {
    if other == 0 {
        one
    } else {
        common_divisor(other, one % other)
    }
}
