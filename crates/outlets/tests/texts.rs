//! Every text of a ready playbook, as people would read it.

use leeward_outlets::{Message, Outlet, Wishes, count, examine, html, make};
use triage::{Playbook, source::Node};

/// 2026-11-22T10:00+09:00
const NOW: i64 = 1_795_309_200;

fn disaster() -> (Playbook, Node) {
    let text = include_str!("../../../playbooks/disaster.json");
    let source = triage::source::parse(text).unwrap();
    (triage::check(source.clone()).playbook.unwrap(), source)
}

fn all(language: &str) -> String {
    let (playbook, source) = disaster();
    let message = Message::new(&playbook, &source, language, NOW).unwrap();
    let mut page = String::new();
    for outlet in Outlet::ALL {
        let made = make(outlet, &message, Wishes::default());
        let count = count(outlet, &made.text, Wishes::default());
        let checks = examine(&made.whole(), &message);
        let checks =
            checks.map(|check| format!("{} {}", check.element.name(), check.standing.name()));
        page += &format!(
            "== {} ({} of {:?}; {})\n",
            outlet.name(),
            count.used,
            count.most,
            checks.join(", ")
        );
        if let Some(title) = &made.title {
            page += &format!("[{title}]\n");
        }
        page += &format!("{}\n\n", made.text);
        if outlet == Outlet::Email {
            page += &html(
                made.title.as_deref().unwrap_or_default(),
                &made.text,
                &message,
            );
            page += "\n";
        }
    }
    page
}

#[test]
fn the_texts_of_the_disaster_read_so_in_each_language() {
    for language in ["en", "ja", "hi", "ar"] {
        insta::assert_snapshot!(language, all(language));
    }
}
