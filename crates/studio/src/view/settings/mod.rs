//! The settings pane: languages, danger to life, look, and how the help stands on the page.

mod display;
mod emergency;
mod languages;
mod look;

use leeward_document::Path;
use triage::source::Node;
use yew::{Html, html};

use super::{Ui, choice, chosen, value_of};
use crate::{
    build::Wish,
    event::Event,
    fields::{Field, Kind},
    state::Work,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <>
            <h2 class="unseen" tabindex="-1">{ ui.say("bar_settings") }</h2>
            { languages::view(work, ui) }
            { emergency::view(work, ui) }
            { look::view(work, ui) }
            { display::view(work, ui) }
        </>
    }
}

/// A line that the playbook can do without.
fn line(path: &str, label: &str, kind: Kind, work: &Work, ui: Ui<'_>) -> Html {
    let field = Field {
        path: Path::parse(path),
        label: label.to_owned(),
        kind,
        required: false,
    };
    super::field::view(&field, work, ui)
}

/// A list of short strings, written with commas between them.
fn strings(path: Path, label: &str, work: &Work, ui: Ui<'_>) -> Html {
    let id = path.to_string();
    let there = path
        .find(work.document().tree())
        .map_or(&[][..], Node::elements);
    let value = there.iter().map(Node::text).collect::<Vec<_>>().join(", ");
    let onchange = ui.dispatch.reform(move |event: yew::Event| {
        let typed = value_of(&event);
        let all = typed
            .split([',', '、'])
            .map(str::trim)
            .filter(|one| !one.is_empty());
        let all: Vec<Node> = all.map(Node::string).collect();
        let list = (!all.is_empty()).then(|| Node::list(all));
        Event::Wished(Wish::Put(path.clone(), list))
    });
    html! {
        <div class="choice wide" data-path={id.clone()}>
            <label for={id.clone()}>{ ui.say(label) }</label>
            <input {id} dir="ltr" autocomplete="off" spellcheck="false" {value} {onchange} />
        </div>
    }
}
