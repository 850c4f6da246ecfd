//! Away with something: at once, or once it is said what takes its place.

use leeward_document::Path;
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, TargetCast as _, component, html, use_state,
};

use crate::{channels::Wish, event::Event};

#[derive(PartialEq, Properties)]
pub struct LeaveProperties {
    pub path: Path,
    /// What the button says in full.
    pub name: AttrValue,
    /// What it says.
    pub short: AttrValue,
    /// The question, when something names what is to go.
    pub asked: Option<AttrValue>,
    /// What may take its place, and what it is called; an empty name is for nothing.
    pub others: Vec<(String, String)>,
    pub keep: AttrValue,
    pub replace: AttrValue,
    pub dispatch: Callback<Event>,
}

#[component]
pub fn Leave(properties: &LeaveProperties) -> Html {
    let LeaveProperties {
        path,
        name,
        short,
        asked,
        others,
        keep,
        replace,
        dispatch,
    } = properties;
    let asking = use_state(|| false);
    let chosen = use_state(|| None::<String>);
    let leaves = |other: Option<String>| {
        let path = path.clone();
        dispatch.reform(move |_: MouseEvent| {
            let other = other.clone().filter(|other| !other.is_empty());
            Event::Arranged(Wish::Leave(path.clone(), other))
        })
    };
    let Some(asked) = asked else {
        return html! { <button type="button" class="quiet" data-action="remove" aria-label={name.clone()} onclick={leaves(None)}>{ short.clone() }</button> };
    };
    let set = |to: bool| {
        let asking = asking.clone();
        move |_: MouseEvent| asking.set(to)
    };
    if !*asking {
        return html! { <button type="button" class="quiet" data-action="remove" aria-label={name.clone()} aria-expanded="false" onclick={set(true)}>{ short.clone() }</button> };
    }
    let first = others.first().map(|(id, _)| id.clone());
    let other = (*chosen).clone().or(first);
    let id = ["instead-", &path.to_string()].concat();
    let onchange = {
        let chosen = chosen.clone();
        move |event: yew::Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            chosen.set(Some(select.value()));
        }
    };
    let replaced = other.is_some().then(|| html! {
        <button type="button" class="secondary" data-action="replace" onclick={leaves(other.clone())}>{ replace.clone() }</button>
    });
    html! {
        <div class="warm asked">
            <div class="choice">
                <label for={id.clone()}>{ asked.clone() }</label>
                <select {id} {onchange}>
                    { for others.iter().map(|(id, name)| html! { <option key={id.clone()} value={id.clone()} selected={other.as_ref() == Some(id)}>{ name.clone() }</option> }) }
                </select>
            </div>
            { replaced.unwrap_or_default() }
            <button type="button" class="quiet" onclick={set(false)}>{ keep.clone() }</button>
        </div>
    }
}
