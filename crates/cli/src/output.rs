//! Writing what a command made: into a file, or to the standard output.

use std::{fs, path::Path, process::ExitCode};

/// Writes a text into a file; without one, to the standard output.
pub fn write(into: Option<&Path>, text: &str) -> ExitCode {
    let Some(file) = into else {
        print!("{text}");
        return ExitCode::SUCCESS;
    };
    match fs::write(file, text) {
        Ok(()) => {
            eprintln!("wrote {}", file.display());
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("{}: can't be written: {error}", file.display())),
    }
}

/// Says why a command can't do what it was asked.
pub fn fail(reason: &str) -> ExitCode {
    eprintln!("{reason}");
    ExitCode::from(2)
}
