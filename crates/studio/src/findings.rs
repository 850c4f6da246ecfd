//! What the checker and the advice have to say about the document.

use leeward_document::{Document, Path};
use triage::{
    Code, Problem, Severity, Situation, advise, check, samples,
    source::{Node, Value},
};

use crate::{
    clocks::Clocks,
    fixes::{Fix, fixes},
    said::{Said, said},
    shapes,
    ways::Ways,
};

/// Something to mend or to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which kind of finding.
    pub code: Code,
    /// Where.
    pub path: Path,
    /// Where somebody can do something about it: mostly where it is.
    pub place: Path,
    /// What it is about there, where the place alone doesn't say it: the name of a field that is missing, a plural
    /// category, two moments.
    pub about: Option<String>,
    /// What is wrong and what to do, in the checker's words, which are English and for developers.
    pub message: String,
    /// The same in plain words.
    pub said: Said,
    /// What a press of a button can do about it.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// Whether it keeps the playbook from being published.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// Whether it is still the sample's: the playbook works so, and nobody wants to publish it.
    pub fn is_sample(&self) -> bool {
        self.code == Code::Sample
    }

    /// Where somebody can do something about it.
    fn find_place(&self, tree: &Node) -> Path {
        match self.code {
            Code::MissingTranslation => {
                let missing = self.path.find(tree);
                let missing = missing.map(|text| crate::said::missing_languages(tree, text));
                let first = missing.into_iter().flatten().next();
                first.map_or_else(|| self.path.clone(), |locale| self.path.name(&locale))
            }
            Code::BareYesNo => self.path.name("hint"),
            Code::MissingField | Code::MissingFact => match &self.about {
                Some(name) => self.path.name(name),
                None => self.path.clone(),
            },
            _ => self.path.clone(),
        }
    }
}

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Errors first, then what is still the sample's, then the rest, each in the order of the file.
    pub all: Vec<Finding>,
    /// Whether visitors could be helped with the playbook as it is.
    pub usable: bool,
}

impl Findings {
    /// How many keep the playbook from being published.
    pub fn errors(&self) -> usize {
        self.all.iter().filter(|finding| finding.is_error()).count()
    }

    /// How many are still the sample's.
    pub fn samples(&self) -> usize {
        self.all
            .iter()
            .filter(|finding| finding.is_sample())
            .count()
    }

    /// How many should be looked at.
    pub fn warnings(&self) -> usize {
        self.all.len() - self.errors() - self.samples()
    }
}

/// Whether visitors could be helped with the document as it is.
pub fn is_usable(document: &Document) -> bool {
    check(document.tree().clone()).playbook.is_some()
}

/// Everything, at an instant in UTC seconds, with what is known of time zones and of the ways through the playbook.
pub fn find(document: &Document, now: i64, clocks: &Clocks, ways: &mut Ways) -> Findings {
    let tree = document.tree();
    let report = check(tree.clone());
    let mut problems = report.problems;
    problems.extend(clocks.unknown(tree, &problems));
    leeward_numbers::merge(tree, &mut problems);
    let situation = Situation {
        now,
        zones: clocks.zones(),
        ..Situation::default()
    };
    let sound = problems
        .iter()
        .all(|problem| problem.severity() == Severity::Warning);
    let playbook = report.playbook.as_ref().filter(|_| sound);
    problems.extend(advise(tree, None, &situation));
    // All of a ready playbook is a sample, which is no advice for those who only show it.
    problems.retain(|problem| problem.code != Code::Sample);
    problems.extend(samples(tree));
    let mut nobody = Vec::new();
    if let Some(playbook) = playbook {
        ways.look(tree, playbook, &situation);
        problems.extend(ways.told(tree));
        nobody.clone_from(&ways.nobody);
    }
    problems.sort_by_key(|problem| {
        let is_warning = problem.severity() == Severity::Warning;
        (is_warning, problem.code != Code::Sample, problem.span)
    });
    problems.dedup();
    let mut all: Vec<Finding> = Vec::new();
    for problem in problems {
        let path = Path::parse(&problem.path);
        let same = all
            .iter()
            .filter(|it| it.code == problem.code && it.path == path);
        let about = match problem.code {
            Code::NobodyThere if !nobody.is_empty() => nobody.remove(0),
            _ => about(&problem, tree, &path, same.count()),
        };
        let mut finding = Finding {
            code: problem.code,
            place: path.clone(),
            path,
            about,
            message: problem.message,
            said: Said::default(),
            fixes: Vec::new(),
        };
        finding.place = finding.find_place(tree);
        finding.said = said(&finding, tree);
        // What reads the same is said once.
        let is_said = |it: &Finding| it.path == finding.path && it.said == finding.said;
        if !all.iter().any(is_said) {
            finding.fixes = fixes(document, &finding, now, clocks);
            all.push(finding);
        }
    }
    Findings {
        all,
        usable: report.playbook.is_some(),
    }
}

/// What a problem is about, when it is the so-manieth of its kind at its place.
fn about(problem: &Problem, tree: &Node, path: &Path, before: usize) -> Option<String> {
    let node = path.find(tree)?;
    let nth = |names: Vec<&'static str>| names.get(before).map(|name| (*name).to_owned());
    match problem.code {
        Code::MissingField => nth(shapes::missing(shapes::at(tree, path)?, node)),
        Code::MissingFact if path.to_string() == "notice" => Some("next_update_at".to_owned()),
        Code::MissingFact => {
            let kind = node.entry("kind").map_or("", Node::text);
            let asked: [(&str, &[&str]); 2] = [
                ("wait_minutes", &["phone", "chat"]),
                ("cost", &["phone", "sms"]),
            ];
            let missing = asked
                .iter()
                .filter(|(name, kinds)| kinds.contains(&kind) && node.entry(name).is_none());
            nth(missing.map(|(name, _)| *name).collect())
        }
        Code::BadPlural if matches!(node.value, Value::Map(_)) => {
            let (_, step) = path.parent()?;
            let leeward_document::Step::Name(locale) = step else {
                return None;
            };
            let used = triage::grammar::Plural::used_by(locale)?.iter();
            let missing = used.map(|plural| plural.name());
            nth(missing.filter(|name| node.entry(name).is_none()).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::{clocks::Clocks, ways::Ways};
    use leeward_document::Document;

    /// 2026-11-24T03:00:00Z
    const NOW: i64 = 1_795_489_200;

    #[test]
    fn the_blank_playbook_works_and_is_not_to_be_published_as_it_is() {
        let blank = include_str!("../blank.json");
        let document = Document::read(blank).unwrap();
        assert_eq!(
            leeward_document::pretty(document.tree(), blank),
            blank,
            "its layout"
        );
        let found = find(&document, NOW, &Clocks::default(), &mut Ways::default());
        assert!(found.usable);
        let places: Vec<String> = found.all.iter().map(|it| it.path.to_string()).collect();
        assert_eq!(places, ["name.en", "channels.phone.address"]);
        assert_eq!(
            (found.errors(), found.samples(), found.warnings()),
            (0, 2, 0)
        );
        let own = blank
            .replace("Your company", "Harbour Water")
            .replace("+44 20 7946 0100", "+44 20 7123 4567");
        let own = Document::read(&own).unwrap();
        let found = find(&own, NOW, &Clocks::default(), &mut Ways::default());
        assert_eq!(found.all, []);
        let broken = blank.replacen("\"version\": 1", "\"version\": true", 1);
        let found = find(
            &Document::read(&broken).unwrap(),
            NOW,
            &Clocks::default(),
            &mut Ways::default(),
        );
        assert!(
            !found.usable && found.all[0].is_error() && found.errors() == 1,
            "{found:?}"
        );
    }
}
