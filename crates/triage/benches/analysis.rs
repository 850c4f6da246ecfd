//! How long the engine takes: a decision, a screen, a check, and the analysis of all paths.
//!
//! `cargo bench -p triage --all-features` prints it; docs/performance.md has the figures of one machine.

#![allow(
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a bench that can't go on has failed"
)]

#[path = "../tests/common/flows.rs"]
mod flows;

fn main() {
    for reach in [1, 2, 3, 5, 10, 100] {
        for (q, r) in [(12, 21), (15, 31), (20, 31), (25, 31), (40, 60)] {
            let mut line = format!("reach {reach} {q}x{r}: ");
            for seed in 0..6 {
                let text = flows::flow(
                    flows::Size {
                        questions: q,
                        routes: r,
                        passages: 8,
                        reach,
                        locales: &["en"],
                    },
                    seed,
                );
                let playbook = triage::check(triage::source::parse(&text).unwrap())
                    .playbook
                    .unwrap();
                let t = std::time::Instant::now();
                let a = triage::analyse(&playbook);
                line += &format!(
                    "[{} {:.1}ms p={} n={} longest {} {:?}] ",
                    if a.proven { "ok" } else { "CAP" },
                    t.elapsed().as_secs_f64() * 1e3,
                    a.paths,
                    a.nodes,
                    a.asked.longest,
                    a.asked.mean_thousandths
                );
            }
            println!("{line}");
        }
    }
}
