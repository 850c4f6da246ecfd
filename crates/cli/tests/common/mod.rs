//! Running the real program from the project's root.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// The moment for which the ready playbooks are written.
pub const NOW: &str = "2026-11-22T10:00:00+09:00";

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs `leeward` with a text on its standard input.
pub fn leeward(arguments: &[&str], input: &str) -> io::Result<Output> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leeward"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that reads only files closes its input early.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output()
}

/// What it prints.
pub fn told(arguments: &[&str]) -> io::Result<String> {
    let output = leeward(arguments, "")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What it prints as JSON.
pub fn json(arguments: &[&str]) -> io::Result<serde_json::Value> {
    let told = told(arguments)?;
    serde_json::from_str(&told).map_err(io::Error::other)
}
