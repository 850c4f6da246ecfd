//! Questions and answers, by mouse.

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::json;

use super::Visitor;

impl Visitor {
    /// Waits for a question.
    pub async fn is_asked(&self, question: &str) -> Result<()> {
        self.sees(&format!(
            "[data-step='question'][data-question='{question}']"
        ))
        .await?;
        Ok(())
    }

    /// Answers one question after the other.
    pub async fn walks(&self, answers: &[(&str, &str)]) -> Result<()> {
        for (question, answer) in answers {
            self.answers(question, answer).await?;
        }
        Ok(())
    }

    /// Answers a question and continues. Options are given by their ids, several of them separated
    /// by commas; a ranking in its order; `yes` and `no` as such; `not_sure` for every kind.
    pub async fn answers(&self, question: &str, answer: &str) -> Result<()> {
        self.fills_in(question, answer).await?;
        if answer == "not_sure" && !self.has_options(question).await? {
            self.presses("not_sure").await
        } else {
            self.presses("continue").await
        }
    }

    /// Fills in an answer without going on.
    pub async fn fills_in(&self, question: &str, answer: &str) -> Result<()> {
        self.is_asked(question).await?;
        let kind = self.kind_of(question).await?;
        match (kind.as_str(), answer) {
            ("choice" | "yes_no", _) => self.picks(answer).await,
            (_, "not_sure") => Ok(()),
            ("multiple", _) => {
                for option in answer.split(',') {
                    self.picks(option).await?;
                }
                Ok(())
            }
            ("ranking", _) => self.ranks(&answer.split(',').collect::<Vec<_>>()).await,
            ("number" | "text", _) => self.writes("[name='answer']", answer).await,
            _ => bail!("{kind} is no kind of question that the tests know"),
        }
    }

    /// Clicks the row of an option.
    async fn picks(&self, option: &str) -> Result<()> {
        let input = format!("input[name='answer'][value='{option}']");
        let script = "return probe.all(arguments[0])[0].checked";
        let chosen = async || self.finds_out(script, vec![json!(input)]).await;
        let label = format!("label:has({input})");
        let before = chosen().await?;
        self.clicks(&label).await?;
        // On a busy machine a driver may aim at where the option was before the step scrolled. People see that
        // nothing has changed, and click again.
        if before == json!(false) && chosen().await? == json!(false) {
            self.clicks(&label).await?;
        }
        Ok(())
    }

    /// Moves the options of a ranking up until they are in an order.
    async fn ranks(&self, order: &[&str]) -> Result<()> {
        for (place, option) in order.iter().enumerate() {
            while let Some(now) = self.ranking().await?.iter().position(|id| id == option)
                && now > place
            {
                self.clicks(&format!("[data-option='{option}'] [data-action='up']"))
                    .await?;
                self.sees_rank(option, now - 1).await?;
            }
        }
        ensure!(
            self.ranking().await? == order,
            "the order is {:?}",
            self.ranking().await?
        );
        Ok(())
    }

    /// Waits until an option stands at a place of the ranking, counted from 0.
    pub async fn sees_rank(&self, option: &str, place: usize) -> Result<()> {
        self.sees(&format!(
            "[data-option='{option}']:nth-child({})",
            place + 1
        ))
        .await?;
        Ok(())
    }

    /// The options of the ranking in their present order.
    pub async fn ranking(&self) -> Result<Vec<String>> {
        let script = "return probe.all('[data-option]').map(({ dataset }) => dataset.option)";
        Ok(serde_json::from_value(
            self.finds_out(script, Vec::new()).await?,
        )?)
    }

    /// What stands in the fields: the values of what is picked, or the text.
    pub async fn sees_answer(&self, question: &str, answer: &str) -> Result<()> {
        self.is_asked(question).await?;
        let script = "return probe.all('[name=answer]')
            .filter((field) => !/radio|checkbox/.test(field.type) || field.checked)
            .map(({ value }) => value).join()";
        let given = self.finds_out(script, Vec::new()).await?;
        ensure!(
            given == json!(answer),
            "{question} has the answer {given} instead of {answer}"
        );
        Ok(())
    }

    /// Waits for the complaint about an answer. It must have the focus, say the same above and at
    /// the field, and lead to the field. Gives its words.
    pub async fn sees_complaint(&self) -> Result<String> {
        self.has_focus_on(".error-summary[role='alert']").await?;
        let words = self.text_of(".error-summary a").await?;
        let at_field = self.text_of(".field-error").await?;
        ensure!(
            words == at_field,
            "{words:?} above, {at_field:?} at the field"
        );
        self.clicks(".error-summary a").await?;
        self.has_focus_on("[name='answer']").await?;
        Ok(words)
    }

    async fn kind_of(&self, question: &str) -> Result<String> {
        let script = "return probe.find(arguments[0])?.dataset.type";
        let selector = format!("[data-question='{question}'][data-step]");
        let kind = self.finds_out(script, vec![json!(selector)]).await?;
        Ok(kind
            .as_str()
            .context("the question has no kind")?
            .to_owned())
    }

    async fn has_options(&self, question: &str) -> Result<bool> {
        Ok(matches!(
            self.kind_of(question).await?.as_str(),
            "choice" | "yes_no"
        ))
    }
}
