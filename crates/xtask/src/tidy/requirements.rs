//! Whether the pages that promise something still tell the truth: each test that they name is looked up in its file.

use std::fs;
use std::path::Path;

use super::Finding;

/// The pages, from the top of the checkout.
const PAGES: &[&str] = &["docs/requirements.md", "docs/accessibility.md"];

/// What the pages name and the checkout doesn't have.
pub fn check(root: &Path) -> Vec<Finding> {
    let read = |path: &str| fs::read_to_string(root.join(path)).ok();
    let pages = PAGES.iter();
    pages
        .flat_map(|page| findings(page, &read(page).unwrap_or_default(), read))
        .collect()
}

fn findings(page: &str, text: &str, read: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    let finding = |place: String, what: String| Finding {
        place,
        what,
        why: "a promise that nothing proves is soon broken",
        cure: "name the test that proves it now, or write one",
    };
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let place = format!("{page}:{}", index + 1);
        if is_promise(line) && proofs(line).next().is_none() {
            findings.push(finding(place.clone(), "a promise without a test".into()));
        }
        for (path, words) in proofs(line) {
            if !read(path).is_some_and(|text| text.contains(words)) {
                let what = format!("{path} has no {words:?}");
                findings.push(finding(place.clone(), what));
            }
        }
    }
    findings
}

/// Whether a line is the row of a promise: a letter and a number.
fn is_promise(line: &str) -> bool {
    let cell = line
        .strip_prefix("| ")
        .and_then(|rest| rest.split(' ').next());
    let number = cell.and_then(|cell| cell.strip_prefix(['A', 'R', 'S']));
    number.is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Each file that a line names, and the words that must stand in it.
fn proofs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let cells = line.split(" | ").flat_map(|cell| cell.split("<br>"));
    cells.filter_map(|proof| {
        let (_, proof) = proof.split_once('`')?;
        let (path, words) = proof.split_once("`: ")?;
        Some((path, words.trim_end_matches([' ', '|', '.'])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        let read = |path: &str| (path == "tests/a.rs").then(|| "case(\"it holds\")".to_owned());
        let findings = findings("page.md", page, read);
        findings.into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_test_that_is_there_is_found_with_others_in_its_row() {
        assert_eq!(told("| S1 | it | `tests/a.rs`: it holds |"), [""; 0]);
        let both = "| S1 | it | `tests/a.rs`: it holds<br>`tests/a.rs`: it breaks |";
        assert_eq!(told(both), ["tests/a.rs has no \"it breaks\""]);
    }

    #[test]
    fn a_file_that_is_gone_and_a_row_without_a_test_are_found() {
        let gone = "In words: `tests/b.rs`: it holds.";
        assert_eq!(told(gone), ["tests/b.rs has no \"it holds\""]);
        assert_eq!(told("| R2 | it | |"), ["a promise without a test"]);
        assert_eq!(told("| Safari | on | what |"), [""; 0]);
    }
}
