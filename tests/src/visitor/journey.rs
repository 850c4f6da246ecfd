//! The way from the launcher to the result and back.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Visitor;
use crate::engine::Outcome;

impl Visitor {
    /// Clicks the launcher and waits for the first screen of the smart layer.
    pub async fn opens(&self) -> Result<()> {
        self.clicks("#launcher").await?;
        if self.is_kept_by_the_list().await? {
            self.closes().await?;
            self.clicks("#launcher").await?;
        }
        self.sees_step("welcome").await
    }

    /// Waits for the smart layer, and finds out whether the contact list stays in front of it until the panel is
    /// opened anew. It does so after 3 s, which a busy machine may need.
    pub async fn is_kept_by_the_list(&self) -> Result<bool> {
        let script = "return probe.all('[data-step]').length > 0";
        self.waits_for("the smart layer", script, Vec::new())
            .await?;
        let script = "return probe.find('#contacts') !== undefined";
        Ok(self.finds_out(script, Vec::new()).await? == json!(true))
    }

    /// Picks a language on the first screen.
    pub async fn picks_language(&self, locale: &str) -> Result<()> {
        self.clicks(&format!("[data-locale='{locale}']")).await?;
        self.is_spoken_to_in(locale).await
    }

    /// Picks a language at the foot of any other step.
    pub async fn chooses_language(&self, locale: &str) -> Result<()> {
        self.picks_at_the_foot(locale).await?;
        self.is_spoken_to_in(locale).await
    }

    /// Picks a language at the foot of a step, and does not wait for it.
    pub async fn picks_at_the_foot(&self, locale: &str) -> Result<()> {
        self.sees("select[name='locale']").await?;
        // The list of a closed select can't be seen, but WebDriver knows how to pick from it.
        self.element(&format!("select[name='locale'] option[value='{locale}']"))
            .await?
            .click()
            .await?;
        Ok(())
    }

    /// Waits until the widget speaks a language.
    pub async fn is_spoken_to_in(&self, locale: &str) -> Result<()> {
        self.sees(&format!("#panel[lang='{locale}'] .smart[lang='{locale}']"))
            .await?;
        Ok(())
    }

    /// Goes on to the first question.
    pub async fn starts(&self) -> Result<()> {
        self.presses("start").await
    }

    /// Clicks a button by what it does.
    pub async fn presses(&self, action: &str) -> Result<()> {
        self.clicks(&format!("button[data-action='{action}']"))
            .await
    }

    /// Waits for a step, and makes sure that it is the only one.
    pub async fn sees_step(&self, step: &str) -> Result<()> {
        self.sees(&format!("[data-step='{step}']")).await?;
        let steps = self
            .finds_out("return probe.all('[data-step]').length", Vec::new())
            .await?;
        ensure!(steps == json!(1), "there are {steps} steps at once");
        Ok(())
    }

    /// Waits for the result of a route.
    pub async fn sees_result(&self, route: &str) -> Result<()> {
        self.sees(&format!("[data-step='result'][data-route='{route}']"))
            .await?;
        Ok(())
    }

    /// Makes sure which channels the result offers as the best and the second option.
    pub async fn is_offered(&self, best: &str, second: &str) -> Result<()> {
        let script = "return ['best', 'second'].map((place) =>
            probe.all(`[data-place=${place}]`).map(({ dataset }) => dataset.channel).join())";
        let offered = self.finds_out(script, Vec::new()).await?;
        ensure!(
            offered == json!([best, second]),
            "offered {offered} instead of {best} and {second}"
        );
        Ok(())
    }

    /// Makes sure where the action of an offer leads; a draft behind it is `cases/handoff.rs`'s to judge.
    pub async fn can_follow(&self, channel: &str, href: &str) -> Result<()> {
        self.sees(&format!(
            "[data-channel='{channel}'] a[data-action='contact']:is([href='{href}'], [href^='{href}?'], [href^='{href}&'])"
        ))
        .await?;
        Ok(())
    }

    /// Wants to answer a question differently, from the result.
    pub async fn changes(&self, question: &str) -> Result<()> {
        self.clicks(&format!(
            "[data-action='change'][data-question='{question}']"
        ))
        .await?;
        self.is_asked(question).await
    }

    /// Closes the panel by its button.
    pub async fn closes(&self) -> Result<()> {
        self.clicks("#close").await?;
        self.sees_panel_closed().await
    }

    /// Waits until the panel is closed.
    pub async fn sees_panel_closed(&self) -> Result<()> {
        let script = "return probe.all('#panel:not([open])').length === 1";
        self.waits_for("the closed panel", script, Vec::new())
            .await?;
        Ok(())
    }

    /// Waits for the contact list of the safe layer.
    pub async fn sees_contact_list(&self) -> Result<()> {
        self.sees("#contacts").await?;
        self.does_not_see("[data-step]").await
    }

    /// Expects what the engine decides: the two options, the questions that led there, and the name of every closed
    /// channel that was passed over.
    pub async fn comes_to(&self, expected: &Outcome) -> Result<()> {
        self.sees_result(&expected.route).await?;
        self.is_offered(&expected.best, &expected.second).await?;
        let script =
            "return probe.all('.told [data-question]').map(({ dataset }) => dataset.question)";
        let told = self.finds_out(script, Vec::new()).await?;
        ensure!(
            told == json!(expected.asked),
            "asked {told} instead of {:?}",
            expected.asked
        );
        let script = "return probe.all('.passed').map(({ textContent }) => textContent)";
        let passed: Vec<String> =
            serde_json::from_value(self.finds_out(script, Vec::new()).await?)?;
        for (name, opens) in &expected.closed {
            ensure!(opens.is_some(), "nobody knows when {name} opens");
            ensure!(
                passed.iter().any(|line| line.contains(name)),
                "{name} isn't named in {passed:?}"
            );
        }
        Ok(())
    }
}
