//! Every cure on files with one slip for each kind of finding.

use leeward_document::{Document, History};
use triage::{Code, hours::Offsets};

use crate::{
    clocks::{Clocks, Zone},
    findings::{Finding, find},
    ways::Ways,
};

/// 2026-11-24T03:00:00Z
const NOW: i64 = 1_795_489_200;

const BROKEN: [(&str, &str); 5] = [
    (
        "clinic",
        include_str!("../../../cli/tests/broken/clinic.json"),
    ),
    ("maze", include_str!("../../../cli/tests/broken/maze.json")),
    (
        "older",
        include_str!("../../../cli/tests/broken/older.json"),
    ),
    ("shop", include_str!("../../../cli/tests/broken/shop.json")),
    (
        "storm",
        include_str!("../../../cli/tests/broken/storm.json"),
    ),
];

pub fn clocks() -> Clocks {
    let zone = |name: &str, hours: Option<i32>, near: Option<&str>| Zone {
        name: name.to_owned(),
        offsets: hours.and_then(|hours| Offsets::new(vec![(0, hours * 1800)])),
        near: near.map(str::to_owned).into_iter().collect(),
    };
    let mut clocks = Clocks::default();
    clocks.learn(vec![
        zone("Asia/Tokyo", Some(18), None),
        zone("Asia/Kolkata", Some(11), None),
        zone("Asia/Tokio", None, Some("Asia/Tokyo")),
    ]);
    clocks
}

fn errors(document: &Document) -> Vec<String> {
    let problems = find(document, NOW, &clocks(), &mut Ways::default()).all;
    let errors = problems.into_iter().filter(Finding::is_error);
    errors
        .map(|it| format!("{} {}: {}", it.code.as_str(), it.path, it.message))
        .collect()
}

/// What every cure of every finding does to a text.
fn assert_cures(name: &str, text: &str) -> Vec<(Code, String)> {
    let document = Document::read(text).unwrap();
    let before = errors(&document);
    let mut offered = Vec::new();
    for finding in find(&document, NOW, &clocks(), &mut Ways::default()).all {
        for fix in &finding.fixes {
            let told = format!(
                "{name}: {} at {}: {fix:?}",
                finding.code.as_str(),
                finding.path
            );
            let mut history = History::new(document.clone());
            history
                .change_all(&fix.operations, &finding.path)
                .expect(&told);
            let after = find(history.document(), NOW, &clocks(), &mut Ways::default()).all;
            let same = |it: &Finding| {
                it.code == finding.code && it.path == finding.path && it.message == finding.message
            };
            assert!(
                !after.iter().any(same),
                "it stays: {told}\n{}",
                history.document().text()
            );
            let after = errors(history.document());
            assert!(
                after.len() <= before.len(),
                "{told}\n{before:#?}\n{after:#?}"
            );
            history.undo();
            assert_eq!(history.document().text(), text, "{told}");
            offered.push((finding.code, finding.path.to_string()));
        }
    }
    offered
}

#[test]
fn every_cure_removes_its_finding_makes_no_new_error_and_is_taken_back_to_the_byte() {
    let mut offered: Vec<Code> = Vec::new();
    for (name, text) in BROKEN {
        offered.extend(assert_cures(name, text).into_iter().map(|(code, _)| code));
    }
    // What the others don't have.
    for (right, wrong) in [
        ("Asia/Tokyo", "EST"),
        ("\"09:00-12:00\", \"13:00-18:00\"", "\"00:00-00:00\""),
        ("+81312345678", "+81 120-279-338"),
    ] {
        let cured = assert_cures(wrong, &super::meaning::SOUND.replacen(right, wrong, 1));
        offered.extend(cured.into_iter().map(|(code, _)| code));
    }
    // What needs somebody's judgement, or words for visitors, is only shown.
    let shown = [
        Code::Syntax,
        Code::TooLarge,
        Code::Version,
        Code::MissingField,
        Code::MissingTranslation,
        Code::BadCondition,
        Code::NoWayOut,
        Code::Component,
        Code::Wording,
        Code::LongSentence,
        Code::LongText,
        Code::LongWord,
        Code::LookAlike,
        Code::UnknownNumber,
        Code::Sample,
        Code::HiddenSign,
        Code::BareYesNo,
        Code::NobodyThere,
        Code::ManyQuestions,
        Code::NotProven,
    ];
    for code in Code::ALL.iter().filter(|code| !shown.contains(code)) {
        assert!(offered.contains(code), "no cure for {}", code.as_str());
    }
    for code in shown {
        assert!(!offered.contains(&code), "a cure for {}", code.as_str());
    }
}

#[test]
fn whoever_presses_every_button_is_left_with_fewer_errors_each_time() {
    for (name, text) in BROKEN {
        let mut document = Document::read(text).unwrap();
        let mut count = errors(&document).len();
        for _ in 0..60 {
            let findings = find(&document, NOW, &clocks(), &mut Ways::default()).all;
            let Some(fix) = findings
                .iter()
                .filter(|it| it.is_error())
                .find_map(|it| it.fixes.first())
            else {
                break;
            };
            for operation in &fix.operations {
                document = document.apply(operation).unwrap().0;
            }
            let now = errors(&document).len();
            assert!(now < count, "{name}: {fix:?}");
            count = now;
        }
        let left = find(&document, NOW, &clocks(), &mut Ways::default()).all;
        let left = left.iter().filter(|it| it.is_error());
        let left: Vec<_> = left.map(|it| it.code.as_str()).collect();
        let expected: &[&str] = match name {
            "shop" => &["too_large", "wrong_kind", "bad_condition", "bad_condition"],
            "storm" => &["bad_address", "bad_date", "missing_field"],
            _ => &[],
        };
        assert_eq!(left, expected, "{name}: what somebody has to decide");
    }
}
