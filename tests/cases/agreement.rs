//! The widget and the engine agree: whoever is led to a route natively is led there in the browser, asked the same
//! questions and offered the same two ways. The answers come from the analysis of all paths, so no route is left out.

use anyhow::{Result, ensure};
use leeward_tests::{
    engine::Engine,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};

/// A playbook, and how many routes it has: a way to each must be found.
const PLAYBOOKS: &[(&str, usize)] = &[
    ("service-crisis", 10),
    ("outage", 6),
    ("disaster", 5),
    ("hardship", 5),
    ("health", 5),
];

/// An evening on which some are open and some are not.
const MOMENT: &str = "2026-11-24T19:40:00+09:00";

pub fn cases() -> Vec<Case> {
    let cases = PLAYBOOKS.iter().map(|(playbook, routes)| {
        let name = format!("every route of {playbook} is reached in the browser as in the engine");
        case(name, async |visitor| {
            every_route(visitor, playbook, *routes).await
        })
    });
    cases.collect()
}

async fn every_route(visitor: &Visitor, playbook: &str, routes: usize) -> Result<()> {
    let path = format!("/playbooks/{playbook}.json");
    let engine = Engine::reads(&path)?;
    let ways = engine.ways();
    ensure!(
        ways.len() == routes,
        "there are ways to {} routes",
        ways.len()
    );
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(site::file(&path)?));
    visitor.comes_at(MOMENT, "Asia/Tokyo").await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    for (route, answers) in &ways {
        let answers: Vec<(&str, &str)> = answers
            .iter()
            .map(|(question, answer)| (question.as_str(), answer.as_str()))
            .collect();
        let expected = engine.walks("en", MOMENT, &answers)?;
        ensure!(
            expected.route == *route,
            "{answers:?} lead to {}",
            expected.route
        );
        visitor.starts().await?;
        visitor.walks(&answers).await?;
        visitor.comes_to(&expected).await?;
        visitor.presses("restart").await?;
        visitor.sees_step("welcome").await?;
    }
    Ok(())
}
