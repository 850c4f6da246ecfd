//! The report for people at a terminal.

use std::io::{self, IsTerminal as _};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use super::{
    names::{Names, plain},
    tally::{Group, MOST, Tally},
};

/// The funnel's lines: what, and how many visits.
pub fn funnel(tally: &Tally) -> [(&'static str, usize); 7] {
    [
        ("opened the help", tally.visits),
        ("saw a question", tally.started),
        ("came to a route", tally.routed),
        ("reached a channel", tally.reached),
        ("  of these, sent a message", tally.sent),
        ("could not be helped", tally.not_helped),
        ("left before", tally.left),
    ]
}

/// Prints all of it.
pub fn print(tally: &Tally, names: &Names) {
    say!("{} visits, {} signals.", tally.visits, tally.signals);
    if tally.visits == 0 {
        return;
    }
    say!("\n{}", funnel_table(tally));
    if let Some(twice) = tally.twice_median_questions {
        say!("Questions until the route, median: {}.", half(twice));
    }
    if tally.failed > 0 {
        say!("Questions could not be shown in {} visits.", tally.failed);
    }
    if !tally.questions.is_empty() {
        say!("\n{}", questions(tally, names));
    }
    if !tally.routes.is_empty() {
        say!("\n{}", groups("route", &tally.routes));
    }
    if !tally.channels.is_empty() {
        say!("\n{}", channels(tally, names));
    }
    if !tally.languages.is_empty() {
        say!("\n{}", groups("language", &tally.languages));
    }
    if let Some(sentence) = left_out(tally) {
        say!("\n{sentence}");
    }
    say!("\nWho dials on another device looks like somebody who could not be helped.");
}

/// What was left out of the tables, if anything was.
pub fn left_out(tally: &Tally) -> Option<String> {
    let kinds = ["questions", "routes", "channels", "languages"];
    let kinds = kinds.into_iter().zip(tally.left_out);
    let counts: Vec<String> = kinds
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    (!counts.is_empty()).then(|| {
        format!(
            "Left out: {}. No playbook has so many ids, so somebody has posted lines of their own. Told are those of --playbook, then the {MOST} most frequent.",
            counts.join(", ")
        )
    })
}

/// A whole number, or one with a half.
pub fn half(twice: usize) -> String {
    let rest = if twice % 2 == 1 { ".5" } else { "" };
    format!("{}{rest}", twice / 2)
}

/// `33 %`, rounded.
pub fn percent(part: usize, whole: usize) -> String {
    match (part * 200 + whole).checked_div(whole * 2) {
        Some(percent) => format!("{percent} %"),
        None => "-".to_owned(),
    }
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::ASCII_HORIZONTAL_ONLY);
    if io::stdout().is_terminal() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table.set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn funnel_table(tally: &Tally) -> Table {
    let mut table = table(&["visitors who", "visits", "share"]);
    for (what, count) in funnel(tally) {
        table.add_row([
            what.to_owned(),
            count.to_string(),
            percent(count, tally.visits),
        ]);
    }
    table
}

fn questions(tally: &Tally, names: &Names) -> Table {
    let mut table = table(&["question", "asked", "left there", "share"]);
    for question in &tally.questions {
        table.add_row([
            names.question(&question.id),
            question.asked.to_string(),
            question.left.to_string(),
            percent(question.left, question.asked),
        ]);
    }
    table
}

fn groups(what: &str, groups: &[Group]) -> Table {
    let mut table = table(&[what, "visits", "reached a channel", "share"]);
    for group in groups {
        table.add_row([
            plain(&group.id),
            group.visits.to_string(),
            group.reached.to_string(),
            percent(group.reached, group.visits),
        ]);
    }
    table
}

fn channels(tally: &Tally, names: &Names) -> Table {
    let mut table = table(&["channel", "offered first", "offered second", "followed"]);
    for channel in &tally.channels {
        let [first, second] = channel.offered;
        table.add_row([
            names.channel(&channel.id),
            first.to_string(),
            second.to_string(),
            channel.chosen.to_string(),
        ]);
    }
    table
}
