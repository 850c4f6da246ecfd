//! `leeward routes`: the decision table, and what no visitor ever meets.

use std::{
    io::{self, IsTerminal as _},
    path::Path,
    process::ExitCode,
};

use comfy_table::{ContentArrangement, Table, presets};
use triage::{Analysis, Playbook, RouteId, Witness, analyse};

use crate::{load::playbook, words};

/// Prints the decision table of a file.
pub fn table(file: &Path) -> ExitCode {
    let playbook = match playbook(file) {
        Ok(playbook) => playbook,
        Err(code) => return code,
    };
    let analysis = analyse(&playbook);
    println!("{}", decisions(&playbook, &analysis));
    println!();
    print_numbers(&analysis);
    for (what, ids) in never(&playbook, &analysis) {
        for id in ids {
            println!("{what}: {id}");
        }
    }
    ExitCode::SUCCESS
}

fn decisions(playbook: &Playbook, analysis: &Analysis) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::ASCII_HORIZONTAL_ONLY);
    if io::stdout().is_terminal() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table.set_header([
        "route",
        "when",
        "needs",
        "first",
        "second",
        "share",
        "for example",
    ]);
    for (id, win) in playbook.route_ids().zip(&analysis.routes) {
        let route = playbook.route(id);
        let (share, example) = match win {
            Some(win) => (
                percent(win.share_millionths),
                example(&win.witness, playbook),
            ),
            None if analysis.proven => ("never".to_owned(), "no answers lead here".to_owned()),
            None => ("not seen".to_owned(), "not proven".to_owned()),
        };
        table.add_row([
            name(playbook, id),
            words::condition(playbook, route.when.as_ref()),
            route.needs.join(", "),
            words::channels(playbook, &route.first),
            words::channels(playbook, &route.second),
            share,
            example,
        ]);
    }
    table
}

fn name(playbook: &Playbook, id: RouteId) -> String {
    let route = playbook.route(id);
    let mark = if route.emergency { " (emergency)" } else { "" };
    format!("{}{mark}", route.id)
}

fn example(witness: &Witness, playbook: &Playbook) -> String {
    if witness.answers.is_empty() {
        return "without a question".to_owned();
    }
    witness.words(playbook)
}

fn percent(millionths: u32) -> String {
    let tenths = (millionths + 500) / 1_000;
    if tenths == 0 {
        return "under 0.1 %".to_owned();
    }
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn print_numbers(analysis: &Analysis) {
    if analysis.proven {
        println!("All {} paths were looked at.", analysis.paths);
    } else {
        println!(
            "Not proven: {} paths were looked at, and there are more.",
            analysis.paths
        );
    }
    println!("Shares are of visitors who give each kind of answer equally often.");
    let mean = |length: &triage::Length| match length.mean_thousandths {
        Some(mean) => {
            let tenths = (mean + 50) / 100;
            format!(
                "{}.{} on average, {} at most",
                tenths / 10,
                tenths % 10,
                length.longest
            )
        }
        None => format!("{} or more at most", length.longest),
    };
    let (asked, all) = (&analysis.asked, &analysis.asked_without_early_stop);
    println!(
        "Questions: {}; without stopping early {}.",
        mean(asked),
        mean(all)
    );
}

/// What was never met, if all paths were looked at.
fn never(playbook: &Playbook, analysis: &Analysis) -> Vec<(&'static str, Vec<String>)> {
    if !analysis.proven {
        return Vec::new();
    }
    let missing = |list: &[Option<Witness>], name: &dyn Fn(usize) -> String| -> Vec<String> {
        let places = (0..list.len()).filter(|place| list.get(*place) == Some(&None));
        places.map(name).collect()
    };
    let place = |list: &'static str| move |place: usize| format!("{list}[{place}]");
    let question = |place: usize| {
        let question = playbook.questions().get(place);
        question.map_or_else(String::new, |question| question.id.clone())
    };
    vec![
        ("never asked", missing(&analysis.questions, &question)),
        (
            "never shown",
            missing(&analysis.reassurance, &place("reassurance")),
        ),
        (
            "never shown",
            missing(&analysis.expectations, &place("expectations")),
        ),
        ("never shown", missing(&analysis.stories, &place("stories"))),
        (
            "never shown",
            missing(&analysis.resources, &place("resources")),
        ),
    ]
}
