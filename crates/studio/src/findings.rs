//! What the checker and the advice have to say about the document.

use leeward_document::{Document, Path};
use triage::{Severity, Situation, advise, analyse, check};

/// Something to mend or to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it keeps the playbook from being published.
    pub is_error: bool,
    /// Where.
    pub path: Path,
    /// What is wrong and what to do, in the checker's words.
    pub message: String,
}

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Errors first, then in the order of the file.
    pub all: Vec<Finding>,
    /// Whether visitors could be helped with the playbook as it is.
    pub usable: bool,
}

impl Findings {
    /// How many keep the playbook from being published.
    pub fn errors(&self) -> usize {
        self.all.iter().filter(|finding| finding.is_error).count()
    }

    /// How many should be looked at.
    pub fn warnings(&self) -> usize {
        self.all.len() - self.errors()
    }
}

/// Whether visitors could be helped with the document as it is.
pub fn is_usable(document: &Document) -> bool {
    check(document.tree().clone()).playbook.is_some()
}

/// For each way, the share of visitors who end there, in millionths; nothing when the playbook can't be used, or has more
/// paths than can be looked at.
pub fn ends(document: &Document) -> Option<Vec<u32>> {
    let playbook = check(document.tree().clone()).playbook?;
    let analysis = analyse(&playbook);
    let routes = analysis.routes.iter();
    let shares = routes.map(|win| win.as_ref().map_or(0, |win| win.share_millionths.max(1)));
    analysis.proven.then(|| shares.collect())
}

/// Everything, at an instant in UTC seconds.
pub fn find(document: &Document, now: i64) -> Findings {
    let report = check(document.tree().clone());
    let mut problems = report.problems;
    let situation = Situation {
        now,
        ..Situation::default()
    };
    let sound = problems
        .iter()
        .all(|problem| problem.severity() == Severity::Warning);
    let playbook = report.playbook.as_ref().filter(|_| sound);
    problems.extend(advise(document.tree(), playbook, &situation));
    problems.sort_by_key(|problem| (problem.severity() == Severity::Warning, problem.span));
    problems.dedup();
    let all = problems.into_iter().map(|problem| Finding {
        is_error: problem.severity() == Severity::Error,
        path: Path::parse(&problem.path),
        message: problem.message,
    });
    Findings {
        all: all.collect(),
        usable: report.playbook.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use leeward_document::Document;

    /// 2026-11-24T03:00:00Z
    const NOW: i64 = 1_795_489_200;

    #[test]
    fn the_blank_playbook_is_sound_and_errors_come_first() {
        let blank = include_str!("../blank.json");
        let document = Document::read(blank).unwrap();
        assert_eq!(
            leeward_document::pretty(document.tree(), blank),
            blank,
            "its layout"
        );
        let found = find(&document, NOW);
        assert!(found.usable);
        assert_eq!(found.all, []);
        let broken = blank.replacen("\"version\": 1", "\"version\": true", 1);
        let found = find(&Document::read(&broken).unwrap(), NOW);
        assert!(
            !found.usable && found.all[0].is_error && found.errors() == 1,
            "{found:?}"
        );
    }
}
