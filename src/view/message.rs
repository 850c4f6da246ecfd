//! The message form. The fields are controlled, so that not a word is lost on the way to the
//! contact list and back, or when sending fails.

use triage::{DraftField, Event, Label, Outcome, screen::MessageScreen};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, SubmitEvent, html};

use super::{Ui, field::focus_in_form, frame, offer, offer::Place};

/// The name of an outcome in `data-outcome`.
pub const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Writing => "",
        Outcome::Incomplete => "incomplete",
        Outcome::Sending => "sending",
        Outcome::Sent => "sent",
        Outcome::Failed => "failed",
        Outcome::Uncertain => "unknown",
    }
}

pub fn view(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let onsubmit = ui.dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::MessageSubmitted
    });
    let sent = message.outcome == Outcome::Sent;
    html! {
        <form key="message" class="step" data-step="message" novalidate=true {onsubmit}>
            <div class="scroll">
                { frame::top(ui, Label::Return, Event::Returned, None) }
                <h3 tabindex="-1">{ ui.label(Label::MessageTitle) }</h3>
                { outcome(message, ui) }
                if !sent { { fields(message, ui) } }
            </div>
            { frame::bar(ui, send_button(message, ui)) }
        </form>
    }
}

fn send_button(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let label = match message.outcome {
        Outcome::Sent => return html! {},
        Outcome::Sending => Label::Sending,
        _ => Label::Send,
    };
    html! { <button type="submit" class="primary" data-action="send">{ ui.label(label) }</button> }
}

fn outcome(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let text = match message.outcome {
        Outcome::Writing | Outcome::Sending => return html! {},
        Outcome::Incomplete => return complaints(message, ui),
        Outcome::Sent => ui.vocabulary.fill(Label::Sent, &[("contact", message.draft.contact.trim())]),
        Outcome::Failed => ui.label(Label::Failed),
        Outcome::Uncertain => ui.label(Label::Uncertain),
    };
    let another = !matches!(message.outcome, Outcome::Sent);
    html! {
        <div class="outcome" data-outcome={outcome_name(message.outcome)} role="status" tabindex="-1">
            <p>{ text }</p>
            if another { { for message.others.first().map(|other| offer::view(other, Place::Other, ui)) } }
        </div>
    }
}

fn complaints(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let missing = [
        (message.draft.contact.trim().is_empty(), "[name=contact]", Label::EnterContact),
        (message.draft.message.trim().is_empty(), "[name=message]", Label::EnterMessage),
    ];
    html! {
        <div class="error-summary" role="alert" tabindex="-1">
            <h4>{ ui.label(Label::Check) }</h4>
            { for missing.into_iter().filter(|(missing, ..)| *missing).map(|(_, field, label)| html! {
                <a href="#" onclick={focus_in_form(field)}>{ ui.label(label) }</a>
            }) }
        </div>
    }
}

fn fields(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let draft = message.draft;
    let incomplete = message.outcome == Outcome::Incomplete;
    let lacks = |text: &str| (incomplete && text.trim().is_empty()).then_some("true");
    html! {
        <>
            if message.sends_answers { <p class="soft">{ ui.label(Label::MessageHint) }</p> }
            <label for="message-text">{ ui.label(Label::MessageText) }</label>
            <textarea
                id="message-text" name="message" rows="5" required=true value={draft.message.clone()}
                aria-invalid={lacks(&draft.message)} oninput={edited(DraftField::Message, ui)}
            />
            <label for="message-contact">{ ui.label(Label::MessageContact) }</label>
            <p class="soft" id="message-contact-hint">{ ui.label(Label::MessageContactHint) }</p>
            <input
                id="message-contact" name="contact" type="text" autocomplete="email" required=true value={draft.contact.clone()}
                aria-describedby="message-contact-hint" aria-invalid={lacks(&draft.contact)}
                oninput={edited(DraftField::Contact, ui)}
            />
            <label for="message-name">{ ui.label(Label::MessageName) }</label>
            <input
                id="message-name" name="name" type="text" autocomplete="name" value={draft.name.clone()}
                oninput={edited(DraftField::Name, ui)}
            />
            // Programs fill in every field they find; people don't find this one.
            <input
                class="trap" name="website" type="text" tabindex="-1" autocomplete="off" aria-hidden="true"
                value={draft.trap.clone()} oninput={edited(DraftField::Trap, ui)}
            />
        </>
    }
}

fn edited(field: DraftField, ui: Ui<'_>) -> Callback<InputEvent> {
    ui.dispatch.reform(move |event: InputEvent| {
        let text = event.target().map(|target| match target.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(target) => target.unchecked_into::<HtmlInputElement>().value(),
        });
        Event::MessageEdited(field, text.unwrap_or_default())
    })
}
