//! What several tests share: running the real program, and folders to run it in.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// The moment for which the ready playbooks are written.
pub const NOW: &str = "2026-11-22T10:00:00+09:00";

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs `leeward` in the project's root, with a text on its standard input.
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

/// Runs `leeward` in a folder.
pub fn leeward_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leeward"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

/// What it prints.
pub fn told(arguments: &[&str]) -> io::Result<String> {
    let output = leeward(arguments, "")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What it prints when all is well.
pub fn written(arguments: &[&str]) -> String {
    let output = leeward_in(&root(), arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What it prints as JSON.
pub fn json(arguments: &[&str]) -> io::Result<serde_json::Value> {
    let told = told(arguments)?;
    serde_json::from_str(&told).map_err(io::Error::other)
}

/// An empty folder of a test's own, which goes away with it.
pub struct Folder(pub PathBuf, TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self(folder.path().to_owned(), folder)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file")
    }
}
