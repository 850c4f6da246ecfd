//! Other places from which a playbook comes: an address on the same site, a file that is written in its place.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, SubmitEvent};
use yew::{Html, TargetCast as _, html};

use super::{Ui, publishes};
use crate::{
    event::Event,
    publish::{self, Purpose},
};

/// Where a published playbook usually lies.
const USUAL: &str = "/leeward/playbook.json";

/// A form for an address on the same site.
pub fn address(id: &'static str, label: &str, button: &str, purpose: Purpose, ui: Ui<'_>) -> Html {
    let submit = ui.when(move |event: SubmitEvent| {
        event.prevent_default();
        let form: Element = event.target_unchecked_into();
        let field = form.query_selector("input").ok()??;
        let address = field.unchecked_into::<HtmlInputElement>().value();
        let event = publish::Event::Addressed(address.trim().to_owned(), purpose);
        Some(Event::Publishing(event))
    });
    html! {
        <form class="address" onsubmit={submit}>
            <label for={id}>{ ui.say(label) }</label>
            <input {id} type="text" dir="ltr" spellcheck="false" autocomplete="off" value={USUAL} />
            <button type="submit" class="secondary">{ ui.say(button) }</button>
        </form>
    }
}

/// A button that has a file picked which is written in its place, where the browser can.
pub fn in_place(ui: Ui<'_>) -> Html {
    if !ui.around.keeps_files() {
        return Html::default();
    }
    let picked = publishes(ui, publish::Event::PickedInPlace);
    html! {
        <div class="group">
            <button type="button" class="secondary" data-action="pick" onclick={picked}>{ ui.say("publish_pick") }</button>
            <p class="soft">{ ui.say("publish_pick_text") }</p>
        </div>
    }
}
