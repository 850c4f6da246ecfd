//! How a day or a moment that was typed is understood: said below its box while it is typed, and asked where it can mean
//! several things.

use triage::hours::{Offsets, parse_moment};
use yew::{Html, html};

use super::{Length, Ui};
use crate::{
    event::Event,
    fields::{Field, Kind},
    rehearse::moment::Reading,
    state::Work,
    typed::dated::{Choice, choices},
    writing::{Voice, write},
};

/// What is said of what was typed.
pub enum Understood {
    /// Nothing: it isn't understood, there is nothing, or it is no day and no moment.
    Nothing,
    /// How it reads.
    As(String),
    /// How it will be written, and the button that does so now.
    Means(String, Html),
    /// It can mean several things: a button for each.
    Which(Html),
}

/// How a text in a field is understood.
pub fn understood(field: &Field, text: &str, work: &Work, ui: Ui<'_>) -> Understood {
    if !matches!(field.kind, Kind::Moment | Kind::Day) {
        return Understood::Nothing;
    }
    let (city, zone) = here(ui);
    if let Some(at) = parse_moment(text).filter(|_| field.kind == Kind::Moment) {
        // It reads as it is written, on a clock of its own where that is another one than the author's.
        let Some(reading) = text.get(..16).and_then(Reading::parse) else {
            return Understood::Nothing;
        };
        let is_here = Reading::at(at, &zone) == reading;
        let own = text.get(19..).unwrap_or_default();
        let city = if is_here { city } else { ["UTC", own].concat() };
        let day = (ui.day)(reading.date, Length::Long);
        return Understood::As(moment(&day, Some(&reading.time()), &city, ui));
    }
    let all = choices(field, text, ui.clock.now, &zone);
    let said = |choice: &Choice| {
        let day = (ui.day)(choice.date, Length::Long);
        let year = choice.written.get(..4).unwrap_or_default();
        moment(
            &[&day, " ", year].concat(),
            choice.time.as_deref(),
            &city,
            ui,
        )
    };
    let button = |choice: &Choice, words: String| {
        let tree = work.document().tree();
        let operation = write(tree, field, &Voice::default(), &choice.written);
        let event = Event::Changed(operation.into_iter().collect(), field.path.clone());
        html! { <button key={choice.written.clone()} type="button" class="secondary" data-meant={choice.written.clone()} onclick={ui.on_click(event)}>{ words }</button> }
    };
    match all.as_slice() {
        [] => Understood::Nothing,
        [one] => {
            let words = ui.words.fill("moment_means", &[("moment", &said(one))]);
            Understood::Means(words, button(one, ui.say("moment_write")))
        }
        several => Understood::Which(several.iter().map(|one| button(one, said(one))).collect()),
    }
}

/// A day and a time, by whose clock.
fn moment(day: &str, time: Option<&str>, city: &str, ui: Ui<'_>) -> String {
    match time {
        Some(time) => ui.words.fill(
            "moment_said",
            &[("day", day), ("time", time), ("city", city)],
        ),
        None => day.to_owned(),
    }
}

/// The author's own clock: its city, and its offsets; UTC where the browser doesn't know it.
fn here(ui: Ui<'_>) -> (String, Offsets) {
    let zone = (ui.clock.zones)().into_iter().next();
    let known =
        zone.and_then(|zone| Some((super::channels::city(&zone), (ui.clock.offsets)(&zone)?)));
    known.unwrap_or_else(|| ("UTC".to_owned(), Offsets::utc()))
}
