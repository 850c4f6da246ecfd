//! The `leeward` command: what authors do with playbooks until they are published.

/// Prints a line for people. Whoever reads may have read enough (`leeward check … | head`), which is no failure of ours.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), "{}", crate::plain::plain(&format!($($words)*)));
    }};
}

/// Prints a line as it is: for formats that have their own way with what acts.
macro_rules! write_line {
    ($line:expr) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), "{}", $line);
    }};
}

/// Says a line on standard error.
macro_rules! tell {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "{}", crate::plain::plain(&format!($($words)*)));
    }};
}

mod check;
mod clock;
mod completions;
mod contacts;
mod decide;
mod flow;
mod holidays;
mod hours;
mod load;
mod man;
mod new;
mod outlets;
mod output;
mod plain;
mod pretty;
mod report;
mod routes;
mod schema;
mod split;
mod translate;
mod words;
mod zones;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Begins, checks and rehearses Leeward's playbooks before they are published.
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
    /// Write the JSON Schema of playbooks, with which editors complete and explain what you type.
    ///
    /// Name it at the top of a playbook: `"$schema": "playbook.schema.json"`.
    #[command(after_help = "Examples:\n  leeward schema -o playbook.schema.json")]
    Schema {
        /// Where to write; standard output if not given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Show where every visitor goes: each route, for whom, to which channels, and answers that lead there.
    ///
    /// Then how many questions are asked, and what nobody is ever asked or shown.
    #[command(after_help = "Examples:\n  leeward routes playbooks/outage.json")]
    Routes {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
    },
    /// Draw questions, routes and channels, with the conditions between them.
    #[command(
        after_help = "Examples:\n  leeward flow playbooks/outage.json --format dot | dot -Tsvg > outage.svg"
    )]
    Flow {
        /// The playbook; `-` reads standard input.
        file: PathBuf,
        /// The language of the picture.
        #[arg(long, value_enum, default_value_t = flow::Format::Mermaid)]
        format: flow::Format,
    },
    /// Begin a playbook from a ready one.
    ///
    /// What is left to do is said on standard error.
    #[command(
        after_help = "Examples:\n  leeward new --kind outage --locales en,ja --name \"Minato Mutual\" -o playbook.json"
    )]
    New(new::New),
    /// Write a country's public holidays as a list for a playbook.
    #[command(
        after_help = "Examples:\n  leeward holidays --country jp --year 2027\n  leeward holidays --country jp --year 2027 --into playbook.json --list japan"
    )]
    Holidays(holidays::Holidays),
    /// Take the texts of a playbook to translators and back.
    #[command(
        after_help = "Examples:\n  leeward translate export playbook.json --to hi --format xliff -o hi.xlf\n  leeward translate import playbook.json hi.xlf -o playbook.json"
    )]
    Translate {
        #[command(subcommand)]
        command: translate::Translate,
    },
    /// Write a playbook as one file a language, so that visitors download only the words that they read.
    ///
    /// Put all files into one folder of your site and name the first one in the snippet, or on a page in Japanese the
    /// Japanese one. Visitors change the language as before.
    #[command(after_help = "Examples:\n  leeward split playbook.json --into public/leeward")]
    Split(split::Split),
    /// Make the texts for everywhere else: text message, e-mail, posts, status page, banner and phone greeting.
    ///
    /// Each is as long as its outlet allows; what doesn't fit is left out whole, the least important first. Each is
    /// checked for the five things that a warning needs: source, hazard, place, time and action.
    #[command(
        after_help = "Examples:\n  leeward outlets playbooks/disaster.json --language en\n  leeward outlets playbooks/disaster.json --outlet sms --segments 2\n  leeward outlets playbooks/disaster.json --output texts"
    )]
    Outlets(outlets::Outlets),
    /// Write every way to reach the organisation as a page without scripts, in each language of the playbook.
    #[command(
        after_help = "Examples:\n  leeward contacts playbook.json --site https://example.com -o contact.html\n  leeward contacts playbook.json --data"
    )]
    Contacts(contacts::Contacts),
    /// Show where visitors leave, from the lines that `signals.js` sends: funnel, questions, routes, channels.
    ///
    /// Lines that can't be used are named on standard error and left out.
    #[command(
        after_help = "Examples:\n  leeward report events.ndjson --playbook playbook.json\n  leeward report events.ndjson --html report.html\n  cat logs/*.ndjson | leeward report - --json"
    )]
    Report(report::Report),
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
        Command::Schema { output } => return schema::write(output.as_deref()),
        Command::New(arguments) => return new::run(&arguments),
        Command::Holidays(arguments) => return holidays::run(&arguments),
        Command::Translate { command } => return translate::run(&command),
        Command::Hours(arguments) => hours::run(&arguments),
        Command::Decide(arguments) => decide::run(&arguments),
        Command::Routes { file } => routes::table(&file),
        Command::Split(arguments) => split::run(&arguments),
        Command::Outlets(arguments) => outlets::run(&arguments),
        Command::Flow { file, format } => flow::picture(&file, format),
        Command::Contacts(arguments) => contacts::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            tell!("{message}");
            ExitCode::from(2)
        }
    }
}
