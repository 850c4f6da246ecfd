//! Writing what a command made: into a file, or to the standard output.

use std::{
    fs,
    io::{self, IsTerminal as _, Write as _},
    path::Path,
    process::ExitCode,
};

use crate::plain;

/// Writes a text into a file; without one, to the standard output.
pub fn write(into: Option<&Path>, text: &str) -> ExitCode {
    let Some(file) = into else {
        let mut out = io::stdout();
        // A file gets every byte; a terminal is shown what it can't be commanded by.
        let shown = if out.is_terminal() {
            plain::plain(text)
        } else {
            text.into()
        };
        // Whoever reads may have read enough.
        let _ = out.write_all(shown.as_bytes());
        return ExitCode::SUCCESS;
    };
    match fs::write(file, text) {
        Ok(()) => {
            tell!("wrote {}", plain::name(file));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("{}: can't be written: {error}", plain::name(file))),
    }
}

/// Says why a command can't do what it was asked.
pub fn fail(reason: &str) -> ExitCode {
    tell!("{reason}");
    ExitCode::from(2)
}
