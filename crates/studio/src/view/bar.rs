//! The bar above the work: undo and redo, what is found, and the way to each pane.

use yew::{Html, html};

use super::Ui;
use crate::commands::Search;
use crate::event::Event;
use crate::state::{Pane, Work};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <header class="bar" key="bar">
            <button type="button" class="quiet home" onclick={ui.on_click(Event::Left)}>{ ui.say("bar_start") }</button>
            <h1>{ work.name.clone() }</h1>
            <div class="steps">
                <button type="button" class="quiet" data-action="search" aria-keyshortcuts="Control+K" onclick={ui.on_click(Event::Searched(Some(Search::default())))}>{ ui.say("bar_find") }</button>
                <button type="button" class="quiet" data-action="undo" disabled={!work.history.can_undo()} onclick={ui.on_click(Event::Undone)}>{ ui.say("bar_undo") }</button>
                <button type="button" class="quiet" data-action="redo" disabled={!work.history.can_redo()} onclick={ui.on_click(Event::Redone)}>{ ui.say("bar_redo") }</button>
            </div>
            <nav aria-label={ui.say("bar_panes")}>
                { for Pane::ALL.map(|pane| self::pane(work, pane, ui)) }
            </nav>
        </header>
    }
}

fn found(work: &Work, ui: Ui<'_>) -> String {
    let found = &work.findings;
    match (found.errors(), found.samples(), found.warnings()) {
        (0, 0, 0) => ui.say("bar_sound"),
        (0, 0, warnings) => ui.words.count("bar_warnings", warnings),
        (0, samples, _) => ui.words.count("bar_samples", samples),
        (errors, ..) => ui.words.count("bar_errors", errors),
    }
}

fn pane(work: &Work, pane: Pane, ui: Ui<'_>) -> Html {
    let current = (work.pane == pane).then_some("page");
    let (words, state) = match pane {
        Pane::Checks if work.findings.errors() > 0 => (found(work, ui), Some("errors")),
        Pane::Checks if work.findings.samples() > 0 => (found(work, ui), Some("samples")),
        Pane::Checks if work.findings.warnings() > 0 => (found(work, ui), Some("warnings")),
        Pane::Checks => (found(work, ui), None),
        _ => (ui.say(&["bar_", pane.name()].concat()), None),
    };
    html! {
        <button key={pane.name()} type="button" data-pane={pane.name()} data-found={state} aria-current={current} onclick={ui.on_click(Event::Turned(pane))}>{ words }</button>
    }
}
