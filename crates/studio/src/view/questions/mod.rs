//! The questions pane: what is asked, who goes where, and what is said beside it. Each item is folded to a sentence.

mod condition;
mod question;
mod route;
mod statement;

use leeward_document::Path;
use triage::source::Node;
use yew::{Html, html};

use super::{Ui, field};
use crate::{build::Wish, event::Event, fields::Card, shape::ids, state::Work};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <>
            <h2 class="unseen" tabindex="-1">{ ui.say("bar_questions") }</h2>
            { question::view(work, ui) }
            { route::view(work, ui) }
            { statement::view(work, ui) }
        </>
    }
}

/// The elements of a list of the file.
fn elements<'n>(tree: &'n Node, name: &str) -> &'n [Node] {
    tree.entry(name).map_or(&[], Node::elements)
}

/// By what the page knows an item again when it has moved: its id when no other has it, else its place.
fn key(list: &[Node], place: usize) -> String {
    let id = list
        .get(place)
        .and_then(|node| node.entry("id"))
        .map_or("", Node::text);
    let is_own = !id.is_empty() && ids(list).filter(|other| *other == id).count() == 1;
    if is_own {
        id.to_owned()
    } else {
        place.to_string()
    }
}

/// The fields of a card, those in it and those below.
fn fields(work: &Work, path: &Path, ui: Ui<'_>) -> Html {
    let own = card(work, path).into_iter().flat_map(|card| &card.fields);
    let own = own.filter(|field| {
        field
            .path
            .parent()
            .is_some_and(|(parent, _)| parent == *path)
    });
    own.map(|one| field::view(one, work, ui)).collect()
}

fn card<'w>(work: &'w Work, path: &Path) -> Option<&'w Card> {
    let mut cards = work.groups.iter().flat_map(|group| &group.cards);
    cards.find(|card| path.is_within(&card.path) && !card.path.steps().is_empty())
}

/// A button that adds something. The focus goes to where it is to be written then.
fn adds(wish: Wish, words: String, name: &str, ui: Ui<'_>) -> Html {
    html! { <button type="button" class="secondary" data-add={name.to_owned()} onclick={ui.on_click(Event::Wished(wish))}>{ words }</button> }
}

/// A box to tick, with the wish when that is done.
fn tick(is_set: bool, wish: Wish, words: String, ui: Ui<'_>) -> Html {
    super::tick(is_set, false, Event::Wished(wish), words, ui)
}

/// What can be done with any item of a list: a second one like it, and away with it.
fn actions(path: &Path, name: &str, ui: Ui<'_>) -> Html {
    let named = |key| ui.words.fill(key, &[("what", name)]);
    let copy = Event::Wished(Wish::Copy(path.clone()));
    html! {
        <div class="actions">
            <button type="button" class="quiet" data-action="double" aria-label={named("list_copy")} onclick={ui.on_click(copy)}>{ ui.say("list_copy_short") }</button>
            <button type="button" class="quiet" data-action="remove" aria-label={named("edit_remove")} onclick={ui.on_click(Event::Removed(path.clone()))}>{ ui.say("edit_remove_short") }</button>
        </div>
    }
}
