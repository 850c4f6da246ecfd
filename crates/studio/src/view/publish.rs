//! The publish pane: the file, the snippet, and what is different from what the author began with.

use leeward_document::{Change, What, compare};
use yew::{Html, html};

use super::Ui;
use crate::{
    event::Event,
    naming,
    snippet::snippet,
    state::{Pane, Work},
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let errors = work.findings.errors();
    let gate = if errors > 0 {
        html! {
            <div class="warm">
                <p>{ ui.words.count("publish_errors", errors) }</p>
                <button type="button" class="secondary" onclick={ui.on_click(Event::Turned(Pane::Checks))}>{ ui.say("publish_to_checks") }</button>
            </div>
        }
    } else {
        html! { <p class="sound">{ ui.say("publish_sound") }</p> }
    };
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("publish_title") }</h2>
            { gate }
            <section class="group">
                <h3>{ ui.say("publish_file") }</h3>
                <p>{ ui.say("publish_file_text") }</p>
                <button type="button" class="primary" data-action="download" onclick={ui.on_click(Event::Downloaded)}>{ ui.words.fill("publish_download", &[("name", &work.name)]) }</button>
            </section>
            <section class="group">
                <h3>{ ui.say("publish_snippet") }</h3>
                <p>{ ui.say("publish_snippet_text") }</p>
                <pre dir="ltr" tabindex="0" aria-label={ui.say("publish_snippet")}><code>{ snippet(work.document().tree()) }</code></pre>
                <button type="button" class="secondary" data-action="copy" onclick={ui.on_click(Event::Copied)}>{ ui.say("publish_copy") }</button>
            </section>
            <section class="group">
                <h3>{ ui.say("publish_changes") }</h3>
                { changes(work, ui) }
            </section>
        </>
    }
}

fn changes(work: &Work, ui: Ui<'_>) -> Html {
    let (before, after) = (work.base.tree(), work.document().tree());
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
