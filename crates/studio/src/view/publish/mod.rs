//! The publish pane: the file, the snippet, a link for colleagues, what is put on paper, and what is different from
//! before.

mod changes;
mod guide;
mod link;
mod opening;
mod papers;
mod versions;

use yew::{Html, html};

use super::{Ui, as_one, findings};
use crate::{
    event::Event,
    publish::{self, Told, share::Unusable},
    snippet::snippet,
    state::Work,
};
pub use opening::{address, in_place};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    if let Some(locale) = &work.publishing.guide {
        return guide::view(work, locale, ui);
    }
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("publish_title") }</h2>
            <section class="group gate">{ findings::view(work, true, ui) }</section>
            { file(work, ui) }
            <section class="group">
                <h3>{ ui.say("publish_snippet") }</h3>
                <p>{ ui.say("publish_snippet_text") }</p>
                <pre dir="ltr" tabindex="0" aria-label={ui.say("publish_snippet")}><code>{ snippet(work.document().tree()) }</code></pre>
                <button type="button" class="secondary" data-action="copy" onclick={ui.on_click(Event::Copied)}>{ ui.say("publish_copy") }</button>
            </section>
            { changes::view(work, ui) }
            { link::view(work, ui) }
            { papers::view(work, ui) }
            { versions::view(work, ui) }
        </>
    }
}

fn file(work: &Work, ui: Ui<'_>) -> Html {
    let placed = work.publishing.placed.as_ref();
    let words = match placed {
        Some(name) => ui.words.fill("publish_save", &[("name", name)]),
        None => ui.say("publish_save_as"),
    };
    let (save, download) = match placed {
        Some(_) => ("primary", "secondary"),
        None => ("secondary", "primary"),
    };
    let save = ui.around.keeps_files().then(|| {
        let saved = publishes(ui, publish::Event::SavedInPlace);
        html! { <button type="button" class={save} data-action="save" onclick={saved}>{ words }</button> }
    });
    html! {
        <section class="group">
            <h3>{ ui.say("publish_file") }</h3>
            <p>{ ui.say("publish_file_text") }</p>
            <div class="choices">
                <button type="button" class={download} data-action="download" onclick={ui.on_click(Event::Downloaded)}>{ ui.words.fill("publish_download", &[("name", &work.name)]) }</button>
                { as_one(save) }
            </div>
        </section>
    }
}

/// What the author is told.
pub fn told(told: &Told, ui: Ui<'_>) -> String {
    let (key, name) = match told {
        Told::Unusable(Unusable::Cut) => ("publish_link_cut", ""),
        Told::Unusable(Unusable::Spoilt) => ("publish_link_spoilt", ""),
        Told::Unusable(Unusable::TooLarge) => ("publish_link_too_large", ""),
        Told::Unusable(Unusable::Newer) => ("publish_link_newer", ""),
        Told::Elsewhere(address) => ("publish_elsewhere", address.as_str()),
        Told::NoPlaybook(address) => ("publish_no_playbook", address.as_str()),
        Told::NotComparable(name) => ("publish_not_comparable", name.as_str()),
        Told::Written(name) => ("publish_written", name.as_str()),
        Told::NotWritten(name) => ("publish_not_written", name.as_str()),
        Told::Overtaken(name) => ("publish_overtaken", name.as_str()),
    };
    ui.words.fill(key, &[("name", name)])
}

fn publishes(ui: Ui<'_>, event: publish::Event) -> yew::Callback<yew::MouseEvent> {
    ui.on_click(Event::Publishing(event))
}
