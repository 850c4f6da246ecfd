//! What surrounds every step: the way back above, what can be done below. Both stay in the same
//! place on every step (WCAG 2.2, 3.2.6).

use triage::{Event, Label};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlSelectElement;
use yew::{Html, html};

use super::Ui;

/// The line above a step: Back, and how far the visitor has come.
pub fn top(ui: Ui<'_>, label: Label, back: Event, progress: Option<String>) -> Html {
    let action = if label == Label::Return { "return" } else { "back" };
    html! {
        <div class="top">
            <button type="button" class="quiet back" data-action={action} onclick={ui.on(back)}>
                <span class="chevron" aria-hidden="true"></span>{ ui.label(label) }
            </button>
            if let Some(progress) = progress { <p class="progress">{ progress }</p> }
        </div>
    }
}

/// The bar below a step: its own buttons, then the way to a person and the language.
pub fn bar(ui: Ui<'_>, buttons: Html) -> Html {
    html! {
        <div class="bar">
            { buttons }
            <div class="always">
                <button type="button" class="quiet" data-action="contacts" onclick={ui.on(Event::ContactsRequested)}>
                    { ui.label(Label::Contacts) }
                </button>
                { language(ui) }
            </div>
        </div>
    }
}

/// The bar of a step on which the contact list is what is shown already.
pub fn bare_bar(ui: Ui<'_>) -> Html {
    html! { <div class="bar"><div class="always">{ language(ui) }</div></div> }
}

/// The choice of language, each language in its own name.
fn language(ui: Ui<'_>) -> Html {
    let languages = ui.vocabulary.languages();
    if languages.len() < 2 {
        return html! {};
    }
    let current = ui.vocabulary.locale();
    let onchange = ui.dispatch.reform(|event: yew::Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Event::LocaleRequested(select.map(|select| select.value()).unwrap_or_default())
    });
    html! {
        <select name="locale" aria-label={ui.label(Label::Language)} {onchange}>
            { for languages.into_iter().map(|(tag, name)| html! {
                <option key={tag.clone()} value={tag.clone()} lang={tag.clone()} selected={tag == current}>{ name }</option>
            }) }
        </select>
    }
}
