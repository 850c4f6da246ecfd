//! Every ready playbook is a sample, and its author is told so by whoever asks; its advice says nothing of it.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use triage::{Code, Sample, Situation, advise, check, sample_of, samples, source::parse};

const READY: [&str; 5] = [
    include_str!("../../../playbooks/outage.json"),
    include_str!("../../../playbooks/disaster.json"),
    include_str!("../../../playbooks/hardship.json"),
    include_str!("../../../playbooks/health.json"),
    include_str!("../../../playbooks/service-crisis.json"),
];

#[test]
fn each_ready_playbook_is_a_sample_in_every_language() {
    for text in READY {
        let source = parse(text).unwrap();
        for (locale, name) in source.entry("name").unwrap().entries() {
            let sample = sample_of("name", name.text());
            assert_eq!(sample, Some(Sample::Name), "{locale}: {}", name.text());
        }
        let found = samples(&source);
        let numbers = found.iter().filter(|it| it.path.ends_with(".address"));
        assert!(numbers.count() >= 2 && found.len() > 7, "{found:?}");
    }
}

#[test]
fn advice_tells_samples_where_the_name_is_a_placeholder() {
    let advised = |text: &str| {
        let source = parse(text).unwrap();
        let playbook = check(source.clone()).playbook.unwrap();
        let advice = advise(&source, Some(&playbook), &Situation::default());
        advice.iter().filter(|it| it.code == Code::Sample).count()
    };
    assert_eq!(advised(READY[0]), 0);
    assert!(advised(&READY[0].replace("Kestrel Pay", "Your company")) > 7);
}
