//! Runs other programs and turns their failures into sentences; says which step is under way.

use std::io::{ErrorKind, Write};
use std::process::{Command, ExitStatus};

use anyhow::{Result, anyhow, bail};

/// Says what happens next, before it happens, so that a long wait has a name.
pub fn step(what: &str) {
    println!("==> {what}");
    // A pipe would keep the line back until the step is over. That the reader went away is no reason to stop.
    let _ = std::io::stdout().flush();
}

/// Runs a program that talks to the user directly, and fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    if status(command)?.success() {
        return Ok(());
    }
    bail!("`{}` failed; its own message is above", line(command))
}

/// Runs a program that talks to the user directly, and leaves the verdict to the caller.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .status()
        .map_err(|error| not_started(command, &error))
}

/// Runs a program for what it prints, and fails with what it complained about.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        bail!(
            "`{}` failed: {}",
            line(command),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name can be started at all.
pub fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let mut line = program(command);
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// The name of the program without its folder: cargo tells us its full path, which helps nobody.
fn program(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = program(command);
    match (error.kind(), program.as_str()) {
        (ErrorKind::NotFound, "cargo" | "rustc" | "rustup") => {
            anyhow!(
                "{program} was not found; install Rust from https://rustup.rs and open a new terminal"
            )
        }
        (ErrorKind::NotFound, _) => anyhow!("{program} was not found; install it and try again"),
        _ => anyhow!("{program} could not be started: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_told_in_one_sentence_with_a_cure() {
        let told = run(&mut Command::new("no-such-program-anywhere"))
            .unwrap_err()
            .to_string();
        assert_eq!(
            told,
            "no-such-program-anywhere was not found; install it and try again"
        );

        let told = output(&mut Command::new("/nowhere/cargo"))
            .unwrap_err()
            .to_string();
        assert!(told.contains("https://rustup.rs"), "{told}");
    }

    #[test]
    fn a_command_is_quoted_without_the_folder_of_its_program() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["test", "-p", "triage"]);
        assert_eq!(line(&command), "cargo test -p triage");
    }
}
