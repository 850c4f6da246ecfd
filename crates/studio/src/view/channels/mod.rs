//! The channels pane: ways to reach the company, when somebody is there, and the holidays. Each item is folded to a line.

mod grid;
mod handoff;
mod holidays;
mod leave;
mod table;
mod way;

use leeward_document::Path;
use triage::{
    hours::{Date, Offsets},
    source::Node,
};
use yew::{Html, html};

use super::Ui;
use crate::{
    channels::{
        Wish,
        standing::{Reading, Standing, reading},
        tables::called,
        typed::{Slip, Special},
        week::DAYS,
    },
    event::Event,
    naming,
    state::Work,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let zones = (ui.clock.zones)();
    html! {
        <>
            <h2 class="unseen" tabindex="-1">{ ui.say("bar_channels") }</h2>
            { super::words::languages(work, ui) }
            { way::view(work, ui) }
            { table::view(work, zones.first().map_or("UTC", String::as_str), ui) }
            { holidays::view(work, ui) }
            <datalist id="zones">
                { for zones.iter().map(|zone| html! { <option key={zone.clone()} value={zone.clone()} /> }) }
            </datalist>
        </>
    }
}

/// The entries of a table at the top of the file.
fn entries<'n>(tree: &'n Node, table: &str) -> &'n [(String, Node)] {
    tree.entry(table).map_or(&[], Node::entries)
}

fn wishes(wish: Wish, ui: Ui<'_>) -> yew::Callback<yew::MouseEvent> {
    ui.on_click(Event::Arranged(wish))
}

/// What is wrong with a place or anything in it.
fn problem(path: &Path, work: &Work, ui: Ui<'_>) -> Option<String> {
    let mut all = work.findings.all.iter();
    let found = all.find(|finding| finding.path.is_within(path));
    found.map(|finding| super::findings::words(finding, ui))
}

fn problem_line(problem: Option<String>) -> Html {
    match problem {
        Some(problem) => html! { <p class="problem">{ problem }</p> },
        None => Html::default(),
    }
}

/// A box to tick, in a list of them.
fn tick(is_set: bool, wish: Wish, words: String, disabled: bool, ui: Ui<'_>) -> Html {
    let key = words.clone();
    html! { <li {key}>{ super::tick(is_set, disabled, Event::Arranged(wish), words, ui) }</li> }
}

/// A second one like it, and away with it: at once when nothing names it, else with what takes its place.
fn actions(
    path: &Path,
    name: &str,
    others: Vec<(String, String)>,
    work: &Work,
    ui: Ui<'_>,
) -> Html {
    let uses = crate::channels::uses::uses(work.document().tree(), path);
    let copy = ui.words.fill("list_copy", &[("what", name)]);
    let asked = (!uses.is_empty()).then(|| ui.words.fill("way_instead", &[("what", name)]));
    html! {
        <>
            { used(&uses, work, ui) }
            <div class="actions">
                <button type="button" class="quiet" data-action="double" aria-label={copy} onclick={wishes(Wish::Copy(path.clone()), ui)}>{ ui.say("list_copy_short") }</button>
                <leave::Leave
                    path={path.clone()} name={ui.words.fill("edit_remove", &[("what", name)])} short={ui.say("edit_remove_short")}
                    asked={asked} others={others} keep={ui.say("way_keep")} replace={ui.say("way_replace")} dispatch={ui.dispatch.clone()}
                />
            </div>
        </>
    }
}

/// What names it, each once.
fn used(uses: &[Path], work: &Work, ui: Ui<'_>) -> Html {
    let mut places: Vec<String> = Vec::new();
    for path in uses {
        let steps = path.steps().iter().take(2).cloned();
        let item = steps.fold(Path::default(), |path, step| path.step(step));
        let place = match crate::channels::uses::split(&item) {
            Some(("hours", name)) => called(name),
            _ => naming::name(&item, work.document().tree(), ui.words, ui.language),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        return Html::default();
    }
    let what = places.join(&ui.say("way_and"));
    html! { <p class="soft">{ ui.words.fill("way_used", &[("what", &what)]) }</p> }
}

/// Today in a time zone, as playbooks write dates.
fn today(zone: &str, ui: Ui<'_>) -> String {
    let utc = || Offsets::new(vec![(0, 0)]);
    let offsets = (ui.clock.offsets)(zone).or_else(utc);
    let date = offsets.map(|offsets| offsets.local(ui.clock.now).0);
    date.unwrap_or_else(|| Date::from_days(0)).to_string()
}

/// The words for hours that aren't spans.
fn special<'a>(closed: &'a str, always: &'a str) -> Special<'a> {
    Special { closed, always }
}

/// What is wrong with hours that were typed. The reasons: no hours, hours that overlap, too many.
fn slip(slip: &Slip, reasons: &[String; 3]) -> String {
    match slip {
        Slip::Span(what) => reasons[0].replace("{what}", what),
        Slip::Overlap(one, other) => reasons[1].replace("{one}", one).replace("{other}", other),
        Slip::TooMany => reasons[2].clone(),
    }
}

fn day_name(weekday: usize, ui: Ui<'_>) -> String {
    ui.say(&["day_", DAYS[weekday.min(6)]].concat())
}

/// A reading in words: `18:00`, `tomorrow 08:00`, `Monday 08:00`.
fn moment(reading: Reading, ui: Ui<'_>) -> String {
    let clock = reading.clock();
    match reading.days {
        0 => clock,
        1 => ui.words.fill("opens_tomorrow", &[("time", &clock)]),
        2..=6 => {
            let day = day_name(reading.weekday, ui);
            ui.words
                .fill("opens_day", &[("day", &day), ("time", &clock)])
        }
        days => {
            let days = ui.words.count("opens_days", days.unsigned_abs() as usize);
            [days, clock].join(" ")
        }
    }
}

/// The city of a zone.
pub fn city(zone: &str) -> String {
    let city = zone.rsplit('/').next().unwrap_or(zone);
    city.replace('_', " ")
}

/// What a visitor would be told now, with whose clock it is.
fn said(standing: &Standing, zone: Option<&str>, ui: Ui<'_>) -> String {
    let said = match standing {
        Standing::Always => return ui.say("opens_always"),
        Standing::Unknown => return ui.say("opens_unknown"),
        Standing::Open(None) => ui.say("opens_open"),
        Standing::Closed(None) => ui.say("opens_closed"),
        Standing::Open(Some(until)) => ui
            .words
            .fill("opens_until", &[("time", &moment(*until, ui))]),
        Standing::Closed(Some(opens)) => {
            ui.words.fill("opens_at", &[("time", &moment(*opens, ui))])
        }
    };
    match zone {
        Some(zone) => ui
            .words
            .fill("opens_in", &[("said", &said), ("city", &city(zone))]),
        None => said,
    }
}

/// What a clock in a zone shows now; nothing when nobody knows.
fn now_in(zone: &str, ui: Ui<'_>) -> Option<String> {
    let offsets = (ui.clock.offsets)(zone)?;
    let reading = reading(ui.clock.now, ui.clock.now, &offsets);
    let day = day_name(reading.weekday, ui);
    Some(ui.words.fill(
        "table_now",
        &[
            ("city", &city(zone)),
            ("day", &day),
            ("time", &reading.clock()),
        ],
    ))
}
