//! The report for programs. Fields may be added, none will change or go away.

use serde_json::{Value, json};

use super::{
    read::Lines,
    tally::{Group, Tally},
};

/// All numbers, and the lines that were left out.
pub fn report(tally: &Tally, read: &Lines) -> Value {
    let groups = |groups: &[Group]| -> Vec<Value> {
        let one = |group: &Group| json!({ "id": group.id, "visits": group.visits, "reached": group.reached });
        groups.iter().map(one).collect()
    };
    let questions = tally.questions.iter().map(
        |question| json!({ "id": question.id, "asked": question.asked, "left": question.left }),
    );
    let channels = tally.channels.iter().map(|channel| {
        let [first, second] = channel.offered;
        json!({ "id": channel.id, "first": first, "second": second, "followed": channel.chosen })
    });
    let broken = read
        .broken
        .iter()
        .map(|broken| json!({ "file": broken.file, "line": broken.line, "why": broken.why }));
    let [questions_out, routes_out, channels_out, languages_out] = tally.left_out;
    let median = tally.twice_median_questions;
    let median = median.and_then(|twice| u32::try_from(twice).ok());
    let median = median.map(|twice| f64::from(twice) / 2.0);
    json!({
        "version": 1,
        "signals": tally.signals,
        "visits": tally.visits,
        "started": tally.started,
        "routed": tally.routed,
        "reached": tally.reached,
        "sent": tally.sent,
        "not_helped": tally.not_helped,
        "left": tally.left,
        "failed": tally.failed,
        "median_questions": median,
        "questions": questions.collect::<Vec<_>>(),
        "routes": groups(&tally.routes),
        "channels": channels.collect::<Vec<_>>(),
        "languages": groups(&tally.languages),
        "left_out": { "questions": questions_out, "routes": routes_out, "channels": channels_out, "languages": languages_out },
        "broken": broken.collect::<Vec<_>>(),
        "broken_lines": read.broken_count,
    })
}
