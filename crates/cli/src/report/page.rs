//! The report as one page: tables with a bar in each row, no scripts, nothing from elsewhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    human::{funnel, half, left_out, percent},
    names::{Names, plain},
    tally::{Group, Tally},
};

const STYLE: &str = include_str!("page.css");

/// A row: what it is about, its numbers, and the part of a whole that its bar shows.
struct Row {
    what: String,
    numbers: Vec<usize>,
    part: usize,
    whole: usize,
    is_loss: bool,
}

/// The page.
pub fn page(tally: &Tally, names: &Names, broken: usize) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "Where visitors leave · Leeward" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "Where visitors leave" }
                    p {
                        (tally.visits) " visits, " (tally.signals) " signals."
                        @if broken > 0 { " " (broken) " lines could not be used." }
                    }
                    @if let Some(twice) = tally.twice_median_questions {
                        p { "Questions until the route, median: " (half(twice)) "." }
                    }
                    @if tally.failed > 0 {
                        p { "Questions could not be shown in " (tally.failed) " visits." }
                    }
                    (table("What became of the visits", &["visitors who", "visits"], "share of visits", &of_funnel(tally)))
                    (table("Questions, and who left there", &["question", "asked", "left there"], "share who left", &of_questions(tally, names)))
                    (table("Routes", &["route", "visits", "reached a channel"], "share who reached one", &of_groups(&tally.routes)))
                    (table("Channels", &["channel", "offered first", "offered second", "followed"], "followed, of all visits", &of_channels(tally, names)))
                    (table("Languages", &["language", "visits", "reached a channel"], "share who reached one", &of_groups(&tally.languages)))
                    @if let Some(sentence) = left_out(tally) { p { (sentence) } }
                    p { "Who dials on another device looks like somebody who could not be helped." }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn of_funnel(tally: &Tally) -> Vec<Row> {
    let lost = ["could not be helped", "left before"];
    let row = |(what, count): (&str, usize)| Row {
        what: what.trim().to_owned(),
        numbers: vec![count],
        part: count,
        whole: tally.visits,
        is_loss: lost.contains(&what),
    };
    funnel(tally).map(row).into()
}

fn of_questions(tally: &Tally, names: &Names) -> Vec<Row> {
    let rows = tally.questions.iter().map(|question| Row {
        what: names.question(&question.id),
        numbers: vec![question.asked, question.left],
        part: question.left,
        whole: question.asked,
        is_loss: true,
    });
    rows.collect()
}

fn of_groups(groups: &[Group]) -> Vec<Row> {
    let rows = groups.iter().map(|group| Row {
        what: plain(&group.id),
        numbers: vec![group.visits, group.reached],
        part: group.reached,
        whole: group.visits,
        is_loss: false,
    });
    rows.collect()
}

fn of_channels(tally: &Tally, names: &Names) -> Vec<Row> {
    let rows = tally.channels.iter().map(|channel| Row {
        what: names.channel(&channel.id),
        numbers: vec![channel.offered[0], channel.offered[1], channel.chosen],
        part: channel.chosen,
        whole: tally.visits,
        is_loss: false,
    });
    rows.collect()
}

fn table(caption: &str, header: &[&str], share: &str, rows: &[Row]) -> Markup {
    html! {
        @if !rows.is_empty() {
            div.wide role="region" aria-label=(caption) tabindex="0" {
                table {
                    caption { (caption) }
                    thead { tr {
                        @for (place, name) in header.iter().enumerate() { th.number[place > 0] scope="col" { (name) } }
                        th scope="col" colspan="2" { (share) }
                    } }
                    tbody {
                        @for row in rows {
                            tr.lost[row.is_loss] {
                                th scope="row" { (row.what) }
                                @for number in &row.numbers { td.number { (number) } }
                                td.number { (percent(row.part, row.whole)) }
                                td.picture { (bar(row)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Its number stands beside it, so whoever doesn't see it misses nothing; a name says so all the same.
fn bar(row: &Row) -> Markup {
    let width = (row.part * 1_000).checked_div(row.whole).unwrap_or(0);
    let name = format!("{} of {}", row.part, row.whole);
    html! {
        svg viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label=(name) {
            rect.track width="1000" height="16" {}
            rect.bar width=(width) height="16" {}
        }
    }
}
