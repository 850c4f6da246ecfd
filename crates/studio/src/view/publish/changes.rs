//! What is different from what the author began with, or from another file, such as the published one.

use leeward_document::{Change, What, compare};
use web_sys::HtmlInputElement;
use yew::{Html, TargetCast as _, html};

use super::{Ui, as_one, opening, publishes};
use crate::{
    event::Event,
    naming,
    publish::{self, Purpose},
    state::Work,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let compared = work.publishing.compared.as_ref();
    let against = compared.map(|(name, _)| {
        let dropped = publishes(ui, publish::Event::ComparisonDropped);
        html! {
            <p>
                { ui.words.fill("publish_compared", &[("name", name)]) }
                { " " }
                <button type="button" class="quiet" onclick={dropped}>{ ui.say("publish_compare_drop") }</button>
            </p>
        }
    });
    html! {
        <section class="group">
            <h3>{ ui.say("publish_changes") }</h3>
            { as_one(against) }
            { changes(work, ui) }
            { other(ui) }
        </section>
    }
}

fn changes(work: &Work, ui: Ui<'_>) -> Html {
    let compared = work.publishing.compared.as_ref();
    let base = compared.map_or(&work.base, |(_, document)| document);
    let (before, after) = (base.tree(), work.document().tree());
    let changes = compare(before, after);
    if changes.is_empty() {
        return html! { <p class="soft">{ ui.say("publish_no_changes") }</p> };
    }
    let item = |change: &Change| {
        let (key, tree) = match change.what {
            What::Added => ("publish_added", after),
            What::Removed => ("publish_removed", before),
            What::Changed => ("publish_changed", after),
            What::Moved => ("publish_moved", after),
        };
        let place = naming::name(&change.path, tree, ui.words, ui.language);
        html! { <li>{ ui.words.fill(key, &[("place", &place)]) }</li> }
    };
    html! { <ul class="changes">{ for changes.iter().map(item) }</ul> }
}

/// What else to compare with.
fn other(ui: Ui<'_>) -> Html {
    let picked = ui.when(|event: yew::Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files()?.get(0)?;
        Some(Event::Publishing(publish::Event::ComparisonPicked(file)))
    });
    html! {
        <details class="compare">
            <summary>{ ui.say("publish_compare") }</summary>
            { opening::address("compare-address", "publish_compare_address", "publish_compare_now", Purpose::Compare, ui) }
            <div class="drop">
                <label for="compare-file">{ ui.say("publish_compare_file") }</label>
                <input id="compare-file" type="file" accept=".json,application/json" onchange={picked} />
            </div>
        </details>
    }
}
