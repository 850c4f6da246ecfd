//! Signs that nobody sees: the author is told of exactly those that visitors are not shown.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]
#![cfg(feature = "advice")]

mod common;

use common::ready_playbooks;
use triage::{Code, Situation, advise, check, is_hidden, source::parse};

/// Where a sign is put.
const PLACE: &str = "Your balance is safe.";

/// Whether it is told with its place, and whether visitors are shown it.
fn told_and_shown(playbook: &str, sign: char) -> (bool, bool) {
    let escaped = format!("\\u{:04x}", u32::from(sign));
    let text = playbook.replacen(PLACE, &format!("Your balance{escaped} is safe."), 1);
    let source = parse(&text).expect("JSON");
    let playbook = check(source.clone()).playbook.expect("a sound playbook");
    let told = advise(&source, None, &Situation::default());
    let told: Vec<_> = told
        .into_iter()
        .filter(|problem| problem.code == Code::HiddenSign)
        .collect();
    let is_told = told.len() == 1
        && told.iter().all(|problem| {
            let name = format!("U+{:04X}", u32::from(sign));
            problem.path == "notice.known[0].en" && problem.message.contains(&name)
        });
    assert!(is_told || told.is_empty(), "{told:?}");
    let words = format!("{:?}", format!("Your balance{sign} is safe."));
    let shown = format!("{playbook:?}").contains(words.trim_matches('"'));
    (is_told, shown)
}

#[test]
fn the_author_is_told_of_each_sign_that_visitors_are_not_shown() {
    let all = ready_playbooks();
    let (_, outage) = all
        .iter()
        .find(|(name, _)| name == "outage")
        .expect("outage.json");
    assert!(outage.contains(PLACE));
    let signs = ('\0'..=' ').chain('\u{7f}'..='\u{a0}');
    let signs = signs.chain('\u{2000}'..='\u{2070}');
    let others = ['\u{61c}', '\u{ad}', '\u{feff}', '電', 'क'];
    for sign in signs.chain(others) {
        let (told, shown) = told_and_shown(outage, sign);
        assert_eq!(
            (told, shown),
            (is_hidden(sign), !is_hidden(sign)),
            "{sign:?}"
        );
    }
}
