//! From a click to a delivered mail: the relay of docs/recipes between the popup and a mail server.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};

const RELAY: &str = include_str!("../../docs/recipes/mail-relay.mjs");
const RECEIVER: &str = include_str!("../mail/receiver.mjs");

pub fn cases() -> Vec<Case> {
    vec![case(
        "a message becomes a mail by the relay of the recipes, and nobody else gets one",
        mailed,
    )]
}

/// A program of Node's, and what it writes. It ends with the test.
struct Program {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Program {
    /// Runs a module that finds its packages below `tests`.
    fn start(module: &str, settings: &[(&str, &str)]) -> Result<Self> {
        let mut child = Command::new("node")
            .args(["--input-type=module", "-"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .envs(settings.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut input = child.stdin.take().context("no input")?;
        input.write_all(module.as_bytes())?;
        drop(input);
        let lines = BufReader::new(child.stdout.take().context("no output")?);
        Ok(Self { child, lines })
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.lines.read_line(&mut line)?;
        ensure!(!line.is_empty(), "the program has ended");
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn mailed(visitor: &Visitor) -> Result<()> {
    let mut receiver = Program::start(RECEIVER, &[])?;
    let smtp = receiver.line()?;
    let origin = visitor.site.url("");
    let settings = [
        ("PORT", "0"),
        ("SMTP", &smtp),
        ("FROM", "popup@example.test"),
        ("TO", "support@example.test"),
        ("ORIGIN", &origin),
    ];
    let mut relay = Program::start(RELAY, &settings)?;
    let relay = relay.line().map(|address| (address, relay))?;

    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["channels"]["message_form"]["endpoint"] = json!(format!("{}/messages", relay.0));
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor
        .composes("अनु", "anu@example.test", "屋根が壊れました。")
        .await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let mail: Value = serde_json::from_str(&receiver.line()?)?;
    ensure!(mail["to"] == json!(["support@example.test"]), "{mail}");
    let text = mail["text"].as_str().unwrap_or_default();
    ensure!(text.contains("Reply-To: anu@example.test"), "{text}");

    // What no form of ours sends: somebody who wants copies of their own. The page may talk to the relay, so it asks.
    let attack = "const letter = { key: 'k', name: 'Ann\\r\\nBcc: evil@example.test', contact: 'ann@example.test\\r\\nBcc: evil@example.test', message: 'Hello', reference: 'x\\r\\nBcc: evil@example.test', answers: [] };
        const headers = { 'Content-Type': 'application/json' };
        fetch(arguments[0], { method: 'POST', headers, body: JSON.stringify(letter) }).then(({ status }) => (window.answered = status))";
    visitor
        .finds_out(attack, vec![json!(format!("{}/messages", relay.0))])
        .await?;
    visitor
        .waits_for("an answer", "return window.answered === 202", Vec::new())
        .await?;
    let mail: Value = serde_json::from_str(&receiver.line()?)?;
    ensure!(mail["to"] == json!(["support@example.test"]), "{mail}");
    let text = mail["text"].as_str().unwrap_or_default();
    let (head, _) = text.split_once("\r\n\r\n").context("no head")?;
    ensure!(
        !head.to_lowercase().contains("\nbcc:") && !head.contains("Reply-To"),
        "{head}"
    );
    Ok(())
}
