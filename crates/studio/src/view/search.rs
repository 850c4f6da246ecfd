//! The command list (Ctrl+K): a combobox over all that can be done or found (WAI-ARIA Authoring Practices, "Combobox").

use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, KeyboardEvent, MouseEvent, TargetCast as _, html};

use super::{Ui, as_one};
use crate::{
    commands::{Command, Search, found},
    event::Event,
    state::Work,
};

pub fn view(search: &Search, work: &Work, ui: Ui<'_>) -> Html {
    let commands = found(work, &search.query, ui.words);
    let chosen = search.chosen.min(commands.len().saturating_sub(1));
    let events: Vec<Event> = commands
        .iter()
        .map(|command| command.event.clone())
        .collect();
    let (now, count) = (search.clone(), commands.len());
    let onkeydown = ui.when(move |event: KeyboardEvent| {
        let search = match event.key().as_str() {
            "ArrowDown" => now.stepped(1, count),
            "ArrowUp" => now.stepped(-1, count),
            "Enter" => {
                return events
                    .get(chosen)
                    .map(|event| Event::Did(event.clone().into()));
            }
            _ => return None,
        };
        event.prevent_default();
        Some(Event::Searched(Some(search)))
    });
    let oninput = ui.dispatch.reform(|event: InputEvent| {
        let query = event.target_unchecked_into::<HtmlInputElement>().value();
        Event::Searched(Some(Search { query, chosen: 0 }))
    });
    // Beside the box, which is inside of the dialog, is the page behind it.
    let onclick = ui.when(|event: MouseEvent| {
        (event.target() == event.current_target()).then_some(Event::Searched(None))
    });
    let active = commands.get(chosen).map(|_| id(chosen));
    html! {
        <dialog class="search" aria-label={ui.say("command_title")} {onclick}>
            <input
                id="search" role="combobox" aria-expanded="true" aria-controls="commands" aria-activedescendant={active}
                aria-autocomplete="list" aria-label={ui.say("command_title")} placeholder={ui.say("command_hint")}
                autocomplete="off" spellcheck="false" value={search.query.clone()} {oninput} {onkeydown}
            />
            <ul id="commands" role="listbox" aria-label={ui.say("command_title")}>
                { for commands.iter().enumerate().map(|(place, command)| option(place, command, place == chosen, ui)) }
            </ul>
            { if commands.is_empty() { html! { <p class="soft" role="status">{ ui.say("command_none") }</p> } } else { Html::default() } }
        </dialog>
    }
}

fn id(place: usize) -> String {
    format!("command-{place}")
}

fn option(place: usize, command: &Command, is_chosen: bool, ui: Ui<'_>) -> Html {
    let event = Event::Did(command.event.clone().into());
    html! {
        <li id={id(place)} role="option" aria-selected={is_chosen.to_string()} onclick={ui.on_click(event)}>
            { command.name.clone() }
            { as_one(command.text.clone().map(|text| html! { <small>{ text }</small> })) }
        </li>
    }
}
