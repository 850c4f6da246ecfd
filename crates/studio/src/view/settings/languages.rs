//! Languages: which there are, which comes first, and what is not written in each.

use leeward_document::Path;
use triage::source::Node;
use yew::{Html, html};

use crate::{
    build::{
        Wish,
        language::{KNOWN, missing},
    },
    channels::{Wish::Speaks, edits},
    event::Event,
    state::Work,
    view::{Ui, as_one, list::mover, picked, select, tick},
    writing::{channel_name, locales},
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let all = locales(tree);
    let rest = KNOWN
        .iter()
        .filter(|tag| !all.iter().any(|known| known == *tag));
    let mut named: Vec<(String, String)> = rest
        .map(|tag| ((*tag).to_owned(), (ui.language)(tag)))
        .collect();
    named.sort_by_key(|(_, name)| name.to_lowercase());
    let options = std::iter::once((String::new(), ui.say("route_choose")))
        .chain(named)
        .collect();
    let on_choice =
        ui.when(|tag: String| (!tag.is_empty()).then(|| Event::Wished(Wish::Language(tag))));
    let on_file = ui.when(|event: yew::Event| picked(&event).map(Event::Returned));
    html! {
        <section class="group" key="languages">
            <h2>{ ui.say("language_title") }</h2>
            <p class="soft">{ ui.say("language_lead") }</p>
            <ol class="items" role="list">
                { for all.iter().enumerate().map(|(place, tag)| item(place, tag, &all, work, ui)) }
            </ol>
            { select("add-language", ui.say("language_add"), options, "", on_choice) }
            <div class="choice">
                <label for="translation">{ ui.say("language_import") }</label>
                <input id="translation" type="file" accept=".xlf,.xliff,.json" onchange={on_file} />
            </div>
        </section>
    }
}

fn item(place: usize, tag: &str, all: &[String], work: &Work, ui: Ui<'_>) -> Html {
    let list = Path::default().name("locales");
    let name = (ui.language)(tag);
    let gaps = missing(work.document().tree(), tag);
    let first = all.first().filter(|first| *first != tag);
    let about = match (first, gaps.len()) {
        (None, _) => ui.say("language_first"),
        (Some(_), 0) => ui.say("language_whole"),
        (Some(_), count) => ui.words.count("language_gaps", count),
    };
    let write = gaps.first().map(|gap| {
        let event = Event::Sought(gap.name(tag));
        let label = ui.words.fill("language_write", &[("language", &name)]);
        html! { <button key="write" type="button" class="quiet" data-action="write" onclick={ui.on_click(event)}>{ label }</button> }
    });
    let copy = first.filter(|_| !gaps.is_empty()).map(|first| {
        let event = Event::Wished(Wish::CopyLanguage(first.clone(), tag.to_owned()));
        let label = ui.words.fill("language_copy", &[("language", &(ui.language)(first))]);
        html! { <button key="copy" type="button" class="quiet" data-action="copy-language" onclick={ui.on_click(event)}>{ label }</button> }
    });
    let export = first.map(|_| {
        let event = Event::Exported(tag.to_owned());
        html! { <button key="export" type="button" class="quiet" data-action="export" onclick={ui.on_click(event)}>{ ui.say("language_export") }</button> }
    });
    let remove = (all.len() > 1).then(|| {
        let event = Event::Wished(Wish::NoLanguage(tag.to_owned()));
        let label = ui.words.fill("language_remove", &[("language", &name)]);
        html! { <button key="remove" type="button" class="quiet" data-action="remove" onclick={ui.on_click(event)}>{ label }</button> }
    });
    let who = (all.len() > 1).then(|| who(tag, &name, work, ui));
    html! {
        <li class="item" key={tag.to_owned()} data-list="locales" data-place={place.to_string()} data-language={tag.to_owned()}>
            <div class="row">
                { mover(&list, place, all.len(), &name, ui) }
                <div class="texts">
                    <strong>{ name.clone() }</strong>
                    <small>{ about }</small>
                    { as_one(who) }
                    <div class="actions">{ as_one(write) }{ as_one(copy) }{ as_one(export) }{ as_one(remove) }</div>
                </div>
            </div>
        </li>
    }
}

/// Who answers in a language: nobody knows but the author.
fn who(tag: &str, name: &str, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let channels = tree.entry("channels").map_or(&[][..], Node::entries);
    let ticks = channels.iter().map(|(id, channel)| {
        let spoken = edits::languages(tree, channel);
        let is_set = spoken.iter().any(|spoken| spoken == tag);
        let path = Path::default().name("channels").name(id);
        let event = Event::Arranged(Speaks(path, tag.to_owned(), !is_set));
        let called = channel_name(tree, id, &work.languages.0).to_owned();
        let is_only = is_set && spoken.len() == 1;
        html! { <li key={id.clone()} data-answers={id.clone()}>{ tick(is_set, is_only, event, called, ui) }</li> }
    });
    html! {
        <fieldset class="field">
            <legend>{ ui.words.fill("language_who", &[("language", name)]) }</legend>
            <ul class="ticks" role="list">{ for ticks }</ul>
        </fieldset>
    }
}
