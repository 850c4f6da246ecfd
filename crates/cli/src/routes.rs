//! `leeward routes`: the decision table, and what no visitor ever meets.

use std::{
    io::{self, IsTerminal as _},
    path::Path,
};

use comfy_table::{ContentArrangement, Table, presets};
use jiff::Timestamp;
use triage::{Analysis, Playbook, RouteId, Witness, analyse};

use crate::{load::rehearse, words};

/// Prints the decision table of a file.
pub fn table(file: &Path) -> Result<(), String> {
    let (playbook, _) = rehearse(file, Timestamp::now())?;
    let analysis = analyse(&playbook);
    say!("{}", decisions(&playbook, &analysis));
    say!("");
    print_numbers(&analysis);
    for (what, ids) in never(&playbook, &analysis) {
        for id in ids {
            say!("{what}: {id}");
        }
    }
    Ok(())
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
        say!("All {} paths were looked at.", analysis.paths);
    } else {
        say!(
            "Not proven: {} paths were looked at, and there are more.",
            analysis.paths
        );
    }
    say!("Shares are of visitors who give each kind of answer equally often.");
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
    say!(
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
    let asked_before = |id: &String| {
        let mut questions = playbook.questions().iter();
        questions.any(|question| question.id == *id && !question.for_agent)
    };
    let mut questions = missing(&analysis.questions, &question);
    questions.retain(asked_before);
    vec![
        ("never asked", questions),
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
