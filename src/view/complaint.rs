//! What is said when a form can't be taken: first above everything, with a way to the field; then
//! the same words at the field.

use triage::Label;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, MouseEvent, TargetCast as _, html};

use super::{
    Ui,
    parts::{paragraph, together},
    text,
};

/// The id of the words at the field of a question.
pub const AT_FIELD: &str = "answer-error";

/// The summary, which gets the focus.
pub fn summary(mut links: Vec<Html>, ui: Ui<'_>) -> Html {
    links.insert(0, paragraph(ui.text(Label::Check)));
    html! { <div key="summary" class="error-summary" role="alert" tabindex="-1">{ together(links) }</div> }
}

/// A complaint in the summary, which leads to the field.
pub fn link(field: &'static str, complaint: Html) -> Html {
    html! { <a href="#" onclick={focus(field)}>{ complaint }</a> }
}

/// A complaint at the field.
pub fn at_field(complaint: String) -> Html {
    html! { <p id={AT_FIELD} class="field-error">{ text(complaint) }</p> }
}

/// Moves the focus to a field of the form in which a link stands. A fragment in a link does not
/// reach into a shadow root.
fn focus(selector: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let link = event.target_dyn_into::<Element>();
        let form = link.and_then(|link| link.closest("form").ok().flatten());
        let field = form.and_then(|form| form.query_selector(selector).ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    })
}
