//! Handing a message over. Posting it is the outbox's business (`loader/outbox.js`).

use js_sys::{Array, Object};
use triage::{Message, Outcome, fold::is_contact};
use wasm_bindgen::JsValue;

use super::object;

/// A message as the outbox takes it. What it posts is documented in docs/embed.md.
pub fn letter(message: &Message, channel: &str) -> Object {
    let draft = &message.draft;
    let answers: Array = message
        .told
        .iter()
        .map(|(question, answer)| {
            object(&[("question", question.into()), ("answer", answer.into())])
        })
        .collect();
    let route = message.route.as_deref();
    object(&[
        ("channel", channel.into()),
        ("endpoint", (&message.endpoint).into()),
        ("locale", (&message.locale).into()),
        ("name", draft.name.trim().into()),
        ("contact", draft.contact.trim().into()),
        ("message", draft.message.trim().into()),
        ("route", route.map_or(JsValue::NULL, JsValue::from)),
        ("answers", answers.into()),
        ("trap", (&draft.trap).into()),
        ("reachable", is_contact(&draft.contact).into()),
    ])
}

/// What the outbox says has come of a message, by the names of `data-outcome`.
pub fn outcome(name: &str) -> Outcome {
    match name {
        "sent" => Outcome::Sent,
        "sending" => Outcome::Sending,
        "queued" => Outcome::Queued,
        "unknown" => Outcome::Uncertain,
        _ => Outcome::Failed,
    }
}
