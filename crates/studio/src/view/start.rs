//! The start: ready playbooks, a file of one's own, a draft to carry on with.

use web_sys::HtmlTextAreaElement;
use yew::{DragEvent, Html, TargetCast as _, html};

use super::{Ui, as_one, picked, publish};
use crate::broken::Broken;
use crate::event::Event;
use crate::publish::Purpose;
use crate::state::{Draft, State};

/// The ready playbooks, in the order of the cards: the name of the file, the keys of its words, and a picture, as a line
/// on a field of 48 by 48.
const READY: [(&str, &str, &str, &str); 6] = [
    (
        "service-crisis",
        "ready_service",
        "ready_service_text",
        "M24 6v4M6 27a18 17 0 0 1 36 0zM24 27v11a4 4 0 0 0 8 0",
    ),
    (
        "outage",
        "ready_outage",
        "ready_outage_text",
        "M27 5 11 27h11l-3 16 18-24H25z",
    ),
    (
        "disaster",
        "ready_disaster",
        "ready_disaster_text",
        "M10 23 24 10l14 13M14 20v9M34 20v9M4 35c4-4 7-4 10 0s7 4 10 0 7-4 10 0 7 4 10 0M4 43c4-4 7-4 10 0s7 4 10 0 7-4 10 0 7 4 10 0",
    ),
    (
        "hardship",
        "ready_hardship",
        "ready_hardship_text",
        "M10 15h28a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V17l26-9v7M42 25h-8a3 3 0 0 0 0 6h8",
    ),
    (
        "health",
        "ready_health",
        "ready_health_text",
        "M24 42S6 31 6 18a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 13-18 24-18 24zM13 24h6l3-6 5 11 3-5h5",
    ),
    (
        "blank",
        "ready_blank",
        "ready_blank_text",
        "M12 5h16l9 9v29H12zM28 5v9h9M24 23v12M18 29h12",
    ),
];

pub fn view(state: &State, ui: Ui<'_>) -> Html {
    html! {
        <main class="start" key="start" ondragover={ui.when(held)} ondrop={ui.when(dropped)}>
            <h1 tabindex="-1">{ ui.say("start_title") }</h1>
            <p class="lead">{ ui.say("start_lead") }</p>
            { as_one(state.broken.iter().map(|broken| self::broken(broken, ui))) }
            { drafts(&state.drafts, ui) }
            <section aria-labelledby="ready">
                <h2 id="ready">{ ui.say("start_ready") }</h2>
                <ul class="cards" role="list">
                    { for READY.iter().map(|(name, title, text, line)| card(name, title, text, line, ui)) }
                </ul>
            </section>
            <section aria-labelledby="own">
                <h2 id="own">{ ui.say("start_own") }</h2>
                { own(ui) }
            </section>
        </main>
    }
}

fn card(name: &'static str, title: &str, text: &str, line: &'static str, ui: Ui<'_>) -> Html {
    html! {
        <li key={name}>
            <button type="button" data-ready={name} onclick={ui.on_click(Event::Chosen(name))}>
                <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><path d={line} /></svg>
                <strong>{ ui.say(title) }</strong>
                <span>{ ui.say(text) }</span>
            </button>
        </li>
    }
}

fn drafts(drafts: &[Draft], ui: Ui<'_>) -> Html {
    if drafts.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="drafts">
            <h2 id="drafts">{ ui.say("start_drafts") }</h2>
            <ul class="drafts" role="list">
                { for drafts.iter().map(|draft| html! {
                    <li key={draft.id}>
                        <button type="button" class="primary" data-draft={draft.id.to_string()} onclick={ui.on_click(Event::CarriedOn(draft.id))}>
                            { ui.words.fill("start_carry_on", &[("name", &draft.name)]) }
                        </button>
                        <button type="button" class="quiet" onclick={ui.on_click(Event::Dismissed(draft.id))} aria-label={ui.words.fill("start_forget", &[("name", &draft.name)])}>
                            { ui.say("start_forget_short") }
                        </button>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn own(ui: Ui<'_>) -> Html {
    let on_file = ui.when(|event: yew::Event| picked(&event).map(Event::Picked));
    html! {
        <div class="own">
            <div class="drop">
                <label for="file">{ ui.say("start_file") }</label>
                <input id="file" type="file" accept=".json,application/json" onchange={on_file} />
                <p class="soft">{ ui.say("start_drop") }</p>
            </div>
            <details>
                <summary>{ ui.say("start_paste") }</summary>
                { text_to_open("paste", ui.say("start_paste_label"), "playbook.json", "", ui) }
            </details>
            <details>
                <summary>{ ui.say("publish_open") }</summary>
                { publish::address("address", "publish_open_label", "publish_open_now", Purpose::Open, ui) }
            </details>
            { publish::in_place(ui) }
        </div>
    }
}

fn broken(broken: &Broken, ui: Ui<'_>) -> Html {
    let name = [("name", broken.name.as_str())];
    let place = broken.place.map(|(line, column)| {
        let (line, column) = (line.to_string(), column.to_string());
        let place = [("line", line.as_str()), ("column", column.as_str())];
        html! { <><strong>{ ui.words.fill("broken_place", &place) }</strong>{ " " }</> }
    });
    let mended = broken.mended.as_ref().map(|text| mended(broken, text, ui));
    let by_hand = (!broken.text.is_empty()).then(|| {
        text_to_open(
            "mend",
            ui.say("broken_text"),
            &broken.name,
            &broken.text,
            ui,
        )
    });
    html! {
        <section class="broken" aria-labelledby="broken">
            <h2 id="broken" tabindex="-1">{ ui.words.fill("broken_title", &name) }</h2>
            <p>{ as_one(place) }{ broken.said.words(ui.words, ui.language) }</p>
            { as_one(mended) }
            { as_one(by_hand) }
        </section>
    }
}

/// What a press does about it, and the button.
fn mended(broken: &Broken, text: &str, ui: Ui<'_>) -> Html {
    let pasted = Event::Pasted(broken.name.clone(), text.to_owned());
    html! {
        <div class="group">
            <p>{ ui.say("mend_lead") }</p>
            <ul>
                { for broken.repairs.iter().map(|said| html! {
                    <li key={said.key.clone()}>{ said.words(ui.words, ui.language) }</li>
                }) }
            </ul>
            <button type="button" class="primary" data-action="mend" onclick={ui.on_click(pasted)}>{ ui.say("mend_press") }</button>
        </div>
    }
}

/// A text that is opened as it stands in its field.
fn text_to_open(id: &'static str, label: String, name: &str, text: &str, ui: Ui<'_>) -> Html {
    let name = name.to_owned();
    let submit = ui.when(move |event: yew::SubmitEvent| {
        event.prevent_default();
        let form: web_sys::Element = event.target_unchecked_into();
        let field = form.query_selector("textarea").ok()??;
        let text = wasm_bindgen::JsCast::unchecked_into::<HtmlTextAreaElement>(field).value();
        Some(Event::Pasted(name.clone(), text))
    });
    html! {
        <form onsubmit={submit}>
            <label for={id}>{ label }</label>
            <textarea {id} rows="8" spellcheck="false" dir="ltr" value={text.to_owned()} />
            <button type="submit" class="secondary">{ ui.say("start_open") }</button>
        </form>
    }
}

/// Files may be dropped here.
fn held(event: DragEvent) -> Option<Event> {
    event.prevent_default();
    None
}

fn dropped(event: DragEvent) -> Option<Event> {
    event.prevent_default();
    let file = event.data_transfer()?.files()?.get(0)?;
    Some(Event::Picked(file))
}
