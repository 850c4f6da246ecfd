//! Danger to life: what to do, and whom to call, before any question.

use leeward_document::Path;
use triage::source::Node;
use yew::{Html, html};

use super::strings;
use crate::{
    build::{Wish, warning::LINES},
    event::Event,
    fields::{Field, Kind},
    state::Work,
    view::{Ui, field, list::mover},
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let path = Path::default().name("emergency");
    let list = path.name("lines");
    let there = path.find(tree);
    let lines = list.find(tree).map_or(&[][..], Node::elements);
    let add = html! { <button type="button" class="secondary" data-add="emergency.lines" onclick={ui.on_click(Event::Wished(Wish::EmergencyLine))}>{ ui.say("emergency_add") }</button> };
    let remove = html! { <button type="button" class="quiet" data-action="remove" onclick={ui.on_click(Event::Removed(path.clone()))}>{ ui.say("emergency_remove") }</button> };
    html! {
        <section class="group" key="emergency">
            <h2>{ ui.say("group_emergency") }</h2>
            <p class="soft">{ ui.say("emergency_lead") }</p>
            { if there.is_some() { text(path.name("text"), "field_emergency", work, ui) } else { Html::default() } }
            <ol class="items" role="list">
                { for (0..lines.len()).map(|place| item(&list, place, lines.len(), work, ui)) }
            </ol>
            { if lines.len() < LINES { add } else { Html::default() } }
            { if there.is_some() { remove } else { Html::default() } }
        </section>
    }
}

fn item(list: &Path, place: usize, count: usize, work: &Work, ui: Ui<'_>) -> Html {
    let path = list.place(place);
    let name = ui
        .words
        .fill("emergency_line", &[("place", &(place + 1).to_string())]);
    let label = ui.words.fill("edit_remove", &[("what", &name)]);
    let number = Field {
        path: path.name("number"),
        label: "field_number".to_owned(),
        kind: Kind::Line,
        required: true,
    };
    html! {
        <li class="item" key={place.to_string()} data-list={list.to_string()} data-place={place.to_string()}>
            <div class="row">
                { mover(list, place, count, &name, ui) }
                <div class="texts">
                    { text(path.name("name"), "field_line", work, ui) }
                    { field::view(&number, work, ui) }
                    { strings(path.name("timezones"), "emergency_zones", work, ui) }
                </div>
                { if count > 1 {
                    html! { <button type="button" class="quiet icon" data-action="remove" aria-label={label} onclick={ui.on_click(Event::Removed(path))}></button> }
                } else {
                    Html::default()
                } }
            </div>
        </li>
    }
}

fn text(path: Path, label: &str, work: &Work, ui: Ui<'_>) -> Html {
    let text = Field {
        path,
        label: label.to_owned(),
        kind: Kind::Text,
        required: true,
    };
    field::view(&text, work, ui)
}
