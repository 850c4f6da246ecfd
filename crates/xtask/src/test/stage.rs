//! A stage of the test run: a name, something to do, and how to do only that again.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::command;

/// One thing that must pass.
pub struct Stage<'a> {
    name: &'static str,
    again: String,
    work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Stage<'a> {
    /// A stage of our own.
    pub fn new(
        name: &'static str,
        again: impl Into<String>,
        work: impl FnOnce() -> Result<()> + 'a,
    ) -> Self {
        Self {
            name,
            again: again.into(),
            work: Box::new(work),
        }
    }

    /// A stage that is another program, whose own output stays on the screen.
    pub fn command(name: &'static str, mut command: Command) -> Self {
        Self::new(name, as_typed(&command), move || command::run(&mut command))
    }
}

/// The command with the variables it needs, as one would type it.
fn as_typed(command: &Command) -> String {
    let variables = command
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    let variables =
        variables.map(|(name, value)| format!("{}={} ", name.display(), value.display()));
    variables.collect::<String>() + &command::line(command)
}

/// Runs the stages in order, stops at the first that fails, and lists what passed.
pub fn run_all(stages: Vec<Stage<'_>>) -> Result<()> {
    let count = stages.len();
    let start = Instant::now();
    let mut passed = Vec::new();
    for (index, Stage { name, again, work }) in stages.into_iter().enumerate() {
        let number = index + 1;
        command::step(&format!("[{number}/{count}] {name}"));
        let stage_start = Instant::now();
        work().with_context(|| {
            format!("stage {number} of {count}, {name}, failed; run only that again with `{again}`")
        })?;
        passed.push(format!(
            "{number:>3}. {name:<22} {:>12}",
            duration(stage_start.elapsed())
        ));
    }
    println!(
        "\nAll {count} stages passed in {}:\n{}",
        duration(start.elapsed()),
        passed.join("\n")
    );
    Ok(())
}

fn duration(elapsed: Duration) -> String {
    match elapsed.as_secs() {
        0..60 => format!("{:.1} s", elapsed.as_secs_f64()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use anyhow::bail;

    use super::*;

    #[test]
    fn the_first_failure_ends_the_run_and_says_how_to_run_that_stage_again() {
        let reached = Cell::new(0);
        let pass = || {
            reached.set(reached.get() + 1);
            Ok(())
        };
        let stages = vec![
            Stage::new("format", "cargo fmt", pass),
            Stage::new("tidy", "cargo xtask tidy", || bail!("a rule is broken")),
            Stage::new("tests", "cargo test", pass),
        ];
        let told = format!("{:#}", run_all(stages).unwrap_err());
        assert_eq!(
            told,
            "stage 2 of 3, tidy, failed; run only that again with `cargo xtask tidy`: a rule is broken"
        );
        assert_eq!(reached.get(), 1);
    }

    #[test]
    fn a_stage_is_run_again_with_the_variables_it_needs() {
        let mut command = Command::new("cargo");
        command
            .args(["test", "-p", "leeward-tests"])
            .env("LEEWARD_SITE", "target/leeward/site");
        assert_eq!(
            as_typed(&command),
            "LEEWARD_SITE=target/leeward/site cargo test -p leeward-tests"
        );
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
