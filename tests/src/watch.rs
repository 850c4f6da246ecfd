//! What must not happen on the way. Every page of every test is judged when the visitor leaves it:
//! an error, a warning, a failed request or a policy violation that the test did not announce fails it,
//! and so does one that was announced and did not come.

use std::sync::{MutexGuard, PoisonError};

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::visitor::Visitor;

/// What a test has announced for the page that it is on, and what was noted there.
#[derive(Debug, Default)]
pub struct Expected {
    /// For each line on the console, the words that must stand in it.
    console: Vec<Vec<String>>,
    /// Addresses whose loading fails; the browser reports each on the console.
    failing: Vec<String>,
    /// Whether the page's policy is violated.
    violations: bool,
    /// What the page's own scripts throw, once or more often.
    errors: Vec<String>,
    /// What was found on the way, and did not keep the visitor from going on.
    faults: Vec<String>,
}

/// A DOM event that the host page heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// `leeward-open`
    pub event: String,
    /// Its detail; null when it has none.
    pub detail: Value,
}

impl Visitor {
    /// Announces one line on the console, with all of these words in it.
    pub fn expects_line(&self, words: &[&str]) -> &Self {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.expected().console.push(words);
        self
    }

    /// Announces that loading an address fails, once or more often.
    pub fn expects_failing(&self, path: &str) -> &Self {
        self.expected().failing.push(path.to_owned());
        self
    }

    /// Announces violations of the page's policy.
    pub fn expects_violations(&self) -> &Self {
        self.expected().violations = true;
        self
    }

    /// Announces an uncaught error of the page's own scripts, once or more often.
    pub fn expects_error(&self, message: &str) -> &Self {
        self.expected().errors.push(message.to_owned());
        self
    }

    /// Notes faults, for the judgement at the end.
    pub(crate) fn notes_faults(&self, screen: &str, faults: Vec<String>) {
        let noted = faults.into_iter().map(|fault| format!("{screen}: {fault}"));
        self.expected().faults.extend(noted);
    }

    fn expected(&self) -> MutexGuard<'_, Expected> {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Judges what happened on this page, and forgets what was announced for it.
    pub async fn is_undisturbed(&self) -> Result<()> {
        let expected = std::mem::take(&mut *self.expected());
        // The checker's words come after what the visitor sees.
        let announced = json!(expected.console.len());
        let script = "return !globalThis.probe || probe.seen.console.length >= arguments[0]";
        let _ = self.waits_for("the console", script, vec![announced]).await;
        let seen = self
            .finds_out("return globalThis.probe?.seen ?? null", Vec::new())
            .await?;
        let list = |name: &str| strings(&seen[name]);

        judge_errors(&list("errors"), &expected.errors)?;
        // The browser's own wish, see `Site::requests`: Firefox counts it as the page's.
        let mut violations = list("violations");
        violations.retain(|violation| !violation.contains("/favicon.ico"));
        ensure!(
            violations.is_empty() != expected.violations,
            "violations of the policy: {violations:#?}, announced: {}",
            expected.violations
        );
        judge_lines(&list("console"), &expected.console)?;
        ensure!(
            expected.faults.is_empty(),
            "found\n{}",
            expected.faults.join("\n")
        );
        self.judge_log(&expected).await
    }

    /// The browser's own messages, where it has some.
    async fn judge_log(&self, expected: &Expected) -> Result<()> {
        for entry in self.tab.log().await? {
            let icon = entry.message.contains("/favicon.ico");
            let own = entry.source.as_deref() == Some("console-api");
            let announced = expected
                .failing
                .iter()
                .any(|path| entry.message.contains(path))
                || expected
                    .errors
                    .iter()
                    .any(|error| entry.message.contains(error))
                || (expected.violations && entry.source.as_deref() == Some("security"));
            let severe = matches!(entry.level.as_str(), "SEVERE" | "WARNING");
            ensure!(
                own || announced || icon || !severe,
                "the browser reports: {}",
                entry.message
            );
        }
        Ok(())
    }

    /// The events that the host page has heard so far.
    pub async fn heard(&self) -> Result<Vec<Heard>> {
        let signals = self
            .finds_out("return probe.seen.signals", Vec::new())
            .await?;
        let heard = |signal: &Value| Heard {
            event: signal["type"].as_str().unwrap_or_default().to_owned(),
            detail: signal["detail"].clone(),
        };
        Ok(signals
            .as_array()
            .into_iter()
            .flatten()
            .map(heard)
            .collect())
    }

    /// Waits until the host page has heard an event, and gives the last one of its name.
    pub async fn hears(&self, event: &str) -> Result<Value> {
        let script = "return probe.seen.signals.findLast(({ type }) => type === arguments[0])";
        let signal = self.waits_for(event, script, vec![json!(event)]).await?;
        Ok(signal["detail"].clone())
    }
}

/// Every error was announced, and every announced one came.
fn judge_errors(errors: &[String], expected: &[String]) -> Result<()> {
    let unexpected: Vec<&String> = errors
        .iter()
        .filter(|error| !expected.iter().any(|words| error.contains(words)))
        .collect();
    ensure!(
        unexpected.is_empty(),
        "uncaught on the page: {unexpected:#?}"
    );
    for words in expected {
        ensure!(
            errors.iter().any(|error| error.contains(words)),
            "{words:?} was not thrown; there are {errors:#?}"
        );
    }
    Ok(())
}

/// Every line was announced, and every announced line came exactly once.
fn judge_lines(lines: &[String], expected: &[Vec<String>]) -> Result<()> {
    let mut left: Vec<&String> = lines.iter().collect();
    for words in expected {
        let found = left
            .iter()
            .position(|line| words.iter().all(|word| line.contains(word)));
        let Some(place) = found else {
            anyhow::bail!("no line on the console has all of {words:?}; there are {left:#?}");
        };
        left.remove(place);
    }
    ensure!(left.is_empty(), "unexpected on the console: {left:#?}");
    Ok(())
}

/// The strings of a list that a script returned.
#[must_use]
pub fn strings(list: &Value) -> Vec<String> {
    let strings = list.as_array().into_iter().flatten();
    strings
        .filter_map(|value| value.as_str().map(ToOwned::to_owned))
        .collect()
}
