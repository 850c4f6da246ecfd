//! The first screen: what is known, the line for danger to life, and the way in.

use triage::{
    Event, Label, Words,
    screen::{Notice, Welcome},
};
use yew::{Html, html};

use super::{Ui, emergency, frame, words};

pub fn view(welcome: &Welcome<'_>, ui: Ui<'_>) -> Html {
    let start = html! {
        <button type="button" class="primary" data-action="start" onclick={ui.on(Event::Started)}>
            { ui.label(Label::Start) }
        </button>
    };
    html! {
        <div key="welcome" class="step" data-step="welcome">
            <div class="scroll">
                { languages(ui) }
                <h3 tabindex="-1">
                    { welcome.notice.as_ref().map_or_else(|| ui.label(Label::Greeting).into(), |notice| words(notice.text)) }
                </h3>
                if let Some(notice) = &welcome.notice { { facts(notice, ui) } }
                if let Some(line) = &welcome.emergency { { emergency::view(line, ui) } }
                <p class="soft">{ ui.label(Label::StartHint) }</p>
            </div>
            { frame::bar(ui, start) }
        </div>
    }
}

/// A button for each language, before anything has to be read.
fn languages(ui: Ui<'_>) -> Html {
    let languages = ui.vocabulary.languages();
    if !(2..=6).contains(&languages.len()) {
        return html! {};
    }
    let current = ui.vocabulary.locale();
    html! {
        <div class="languages" role="group" aria-label={ui.label(Label::Language)}>
            { for languages.into_iter().map(|(tag, name)| html! {
                <button
                    key={tag.clone()} type="button" lang={tag.clone()} data-locale={tag.clone()}
                    aria-pressed={(tag == current).to_string()}
                    onclick={ui.on(Event::LocaleRequested(tag.clone()))}
                >{ name }</button>
            }) }
        </div>
    }
}

fn facts(notice: &Notice<'_>, ui: Ui<'_>) -> Html {
    let time = |label, utc| ui.vocabulary.fill(label, &[("time", &ui.vocabulary.moment(utc))]);
    html! {
        <>
            { list(ui.label(Label::Known), &notice.known) }
            { list(ui.label(Label::Unknown), &notice.unknown) }
            <p class="soft times">
                if let Some(place) = notice.place { <span>{ words(place) }</span> }
                <span>{ time(Label::Updated, notice.updated_at) }</span>
                if let Some(next) = notice.next_update_at { <span>{ time(Label::NextUpdate, next) }</span> }
            </p>
        </>
    }
}

fn list(heading: String, texts: &[Words<'_>]) -> Html {
    if texts.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ heading }</h4>
            <ul>{ for texts.iter().map(|text| html! { <li>{ words(*text) }</li> }) }</ul>
        </>
    }
}
