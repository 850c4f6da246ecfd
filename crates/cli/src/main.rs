//! The `leeward` command: checks and rehearses playbooks before they are published.

/// Prints a line. Whoever reads may have read enough (`leeward check … | head`), which is no failure of ours.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

mod check;
mod clock;
mod completions;
mod decide;
mod hours;
mod load;
mod man;
mod zones;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks and rehearses Leeward's playbooks before they are published.
#[derive(Parser)]
#[command(name = "leeward", version, arg_required_else_help = true)]
#[command(
    after_help = "Examples:\n  leeward check playbooks/*.json\n  leeward hours playbooks/outage.json --locale ja\n  leeward decide playbooks/outage.json --answer topic=shop\n\nExit codes of every command: 0 fine, 1 problems, 2 a file or an argument is of no use."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with a playbook, where, and what to do about it.
    ///
    /// Exit code 0: it may be published. 1: it must not. 2: a file could not be read, or is no JSON.
    #[command(
        after_help = "Examples:\n  leeward check playbooks/outage.json\n  leeward check playbooks/*.json --format github\n  leeward check playbooks/*.json --format sarif > leeward.sarif\n  leeward check next-week.json --at 2026-12-01T09:00+09:00"
    )]
    Check(check::Check),
    /// Show who can be reached and when: the next seven days, each channel, and the gaps of the year.
    #[command(
        after_help = "Examples:\n  leeward hours playbooks/health.json\n  leeward hours playbooks/outage.json --locale ja --timezone Asia/Tokyo\n  leeward hours playbooks/outage.json --at 2026-12-31T18:00+00:00"
    )]
    Hours(hours::Hours),
    /// Walk through a playbook with some answers, and show what a visitor is offered and why.
    #[command(
        after_help = "Examples:\n  leeward decide playbooks/outage.json --answer topic=shop --answer affected=120\n  leeward decide playbooks/service-crisis.json --answer topic=coverage --answer safe=yes --answer touched=home,work --locale ja\n  leeward decide playbooks/outage.json --answer topic=charged --at 2026-11-19T08:25+09:00 --down any_hour_phone --json"
    )]
    Decide(decide::Decide),
    /// Print completions for a shell.
    #[command(
        after_help = "Examples:\n  leeward completions bash > ~/.local/share/bash-completion/completions/leeward\n  leeward completions zsh > \"${fpath[1]}/_leeward\"\n  leeward completions fish > ~/.config/fish/completions/leeward.fish"
    )]
    Completions(completions::Completions),
    /// Print the manual page, or that of one command.
    #[command(
        after_help = "Examples:\n  leeward man > leeward.1\n  leeward man check > leeward-check.1"
    )]
    Man(man::Man),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => return check::run(&arguments),
        Command::Hours(arguments) => hours::run(&arguments),
        Command::Decide(arguments) => decide::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
