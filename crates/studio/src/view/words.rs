//! The words pane: every text of the playbook, where a visitor meets it.

use yew::{Html, TargetCast as _, html};

use super::{
    Ui, as_one, field,
    kept::{Kept, stamp},
    select,
};
use crate::{
    build::Wish,
    event::Event,
    fields::{Card, Group},
    naming,
    state::Work,
    writing::locales,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <>
            <h2 class="unseen" tabindex="-1">{ ui.say("bar_words") }</h2>
            { languages(work, ui) }
            { as_one(work.groups.iter().map(|group| self::group(group, work, ui))) }
        </>
    }
}

pub fn languages(work: &Work, ui: Ui<'_>) -> Html {
    let all = locales(work.document().tree());
    if all.len() < 2 {
        return Html::default();
    }
    let named = |tags: &[String]| -> Vec<(String, String)> {
        tags.iter()
            .map(|tag| (tag.clone(), (ui.language)(tag)))
            .collect()
    };
    let (one, other) = &work.languages;
    let rest: Vec<String> = all.iter().filter(|tag| *tag != one).cloned().collect();
    let mut beside = vec![(String::new(), ui.say("edit_no_other"))];
    beside.extend(named(&rest));
    let kept = other.clone();
    let first = ui
        .dispatch
        .reform(move |tag| Event::Spoken(tag, kept.clone()));
    let one_tag = one.clone();
    let second = ui.dispatch.reform(move |tag: String| {
        Event::Spoken(one_tag.clone(), Some(tag).filter(|tag| !tag.is_empty()))
    });
    html! {
        <div class="languages">
            { select("language", ui.say("edit_language"), named(&all), one, first) }
            { select("beside", ui.say("edit_beside"), beside, other.as_deref().unwrap_or_default(), second) }
        </div>
    }
}

fn group(group: &Group, work: &Work, ui: Ui<'_>) -> Html {
    let title = ui.say(group.key);
    let cards = || -> Html {
        let cards = group.cards.iter();
        cards
            .map(|card| self::card(card, group.cards.len() > 1, work, ui))
            .collect()
    };
    // Nobody begins with the two hundred words that are there already, so they are drawn when they are asked for.
    if group.key == "group_labels" {
        let ontoggle = ui.when(|event: yew::Event| {
            let details: web_sys::Element = event.target_unchecked_into();
            Some(Event::Unfolded(details.has_attribute("open")))
        });
        let open = work.unfolded;
        let cards = if open { cards() } else { Html::default() };
        return html! {
            <details class="group" key={group.key} {open} {ontoggle}>
                <summary>{ title }</summary>
                <p class="soft">{ ui.say("edit_labels") }</p>
                { cards }
            </details>
        };
    }
    let notice = match (group.key, group.cards.first()) {
        ("group_notice", None) => {
            html! { <button type="button" class="secondary" data-add="notice" onclick={ui.on_click(Event::Wished(Wish::Notice))}>{ ui.say("notice_begin") }</button> }
        }
        ("group_notice", Some(card)) => {
            html! { <button type="button" class="quiet" data-action="over" onclick={ui.on_click(Event::Removed(card.path.clone()))}>{ ui.say("notice_over") }</button> }
        }
        _ => Html::default(),
    };
    html! {
        <section class="group" key={group.key}>
            <h2>{ title }</h2>
            { cards() }
            { notice }
        </section>
    }
}

fn card(card: &Card, has_title: bool, work: &Work, ui: Ui<'_>) -> Html {
    let key = card.path.to_string();
    let stamp = stamp(card, has_title, work);
    let html = ui
        .cards
        .drawn(&key, stamp, || drawn(card, has_title, work, ui));
    html! { <Kept {key} {stamp} {html} /> }
}

/// A form of its own: what browsers look at whenever something is written, to fill in forms, is then a card and not the
/// whole playbook. With this method, outside of a dialog, Enter does nothing.
fn drawn(card: &Card, has_title: bool, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let title = has_title.then(|| naming::name(&card.path, tree, ui.words, ui.language));
    html! {
        <form class="card" method="dialog">
            { as_one(title.clone().map(|title| html! { <h3>{ title }</h3> })) }
            { as_one(card.fields.iter().map(|field| field::view(field, work, ui))) }
            { actions(card, title, ui) }
        </form>
    }
}

fn actions(card: &Card, title: Option<String>, ui: Ui<'_>) -> Html {
    let adds = card.lists().into_iter().map(|(list, label)| {
        let words = ui.words.fill("edit_add", &[("what", &ui.say(label))]);
        let name = list.to_string();
        html! { <button key={name.clone()} type="button" class="quiet" data-add={name} onclick={ui.on_click(Event::Added(list))}>{ words }</button> }
    });
    let remove = card.can_go().then(|| {
        let name = ui.words.fill("edit_remove", &[("what", &title.unwrap_or_default())]);
        html! { <button key="remove" type="button" class="quiet" aria-label={name} onclick={ui.on_click(Event::Removed(card.path.clone()))}>{ ui.say("edit_remove_short") }</button> }
    });
    let all: Vec<Html> = adds.chain(remove).collect();
    if all.is_empty() {
        return Html::default();
    }
    html! { <div class="actions">{ for all }</div> }
}
