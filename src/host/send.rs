//! Sending a message. Nothing is called sent unless the other side has said so.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Date, JSON, Math, Object};
use triage::{Message, Outcome};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortSignal, RequestInit, Response, Window};

use super::object;

/// How long an answer may take, in milliseconds.
const PATIENCE: u32 = 15_000;

/// People need longer than this for a form, in milliseconds; programs don't.
const HASTE: f64 = 3_000.0;

/// Sends messages of one widget.
pub struct Sender {
    since: f64,
    /// The same for every attempt at one message, so that the receiver can recognise a repetition.
    key: Rc<RefCell<Option<String>>>,
}

impl Sender {
    pub fn new() -> Self {
        Self {
            since: Date::now(),
            key: Rc::default(),
        }
    }

    /// Posts a message; `settled` is told what came of it.
    pub fn send(&self, message: Message, settled: impl FnOnce(Outcome) + 'static) {
        let slot = self.key.clone();
        let key = slot.borrow_mut().get_or_insert_with(random_key).clone();
        // A hint for the receiver only: nobody is turned away.
        let suspect = !message.draft.trap.is_empty() || Date::now() - self.since < HASTE;
        spawn_local(async move {
            let outcome = post(&message.endpoint, &body(&message, &key, suspect)).await;
            if outcome == Outcome::Sent {
                slot.borrow_mut().take();
            }
            settled(outcome);
        });
    }
}

async fn post(endpoint: &str, body: &Object) -> Outcome {
    let Some(window) = web_sys::window() else {
        return Outcome::Failed;
    };
    if !window.navigator().on_line() {
        return Outcome::Failed;
    }
    let Ok(request) = request(body) else {
        return Outcome::Failed;
    };
    let Ok(address) = address(&window, endpoint) else {
        return Outcome::Failed;
    };
    let answer = JsFuture::from(window.fetch_with_str_and_init(&address, &request)).await;
    match answer
        .ok()
        .and_then(|answer| answer.dyn_into::<Response>().ok())
    {
        Some(response) if response.ok() => Outcome::Sent,
        // Refused by a server that is well: it did not take the message.
        Some(response) if response.status() < 500 => Outcome::Failed,
        // It may have been taken before things went wrong.
        Some(_) | None => Outcome::Uncertain,
    }
}

/// The address of an endpoint, seen from the page. `fetch` alone would go by the page's `<base>`, and
/// that may be another server's.
fn address(window: &Window, endpoint: &str) -> Result<String, JsValue> {
    // The checker lets only whole links and paths of the page's own site pass.
    let site = match endpoint.starts_with('/') {
        true => window.location().origin()?,
        false => String::new(),
    };
    Ok(site + endpoint)
}

fn request(body: &Object) -> Result<RequestInit, JsValue> {
    let headers = object(&[("Content-Type", "application/json".into())]);
    let request = object(&[
        ("method", "POST".into()),
        ("headers", headers.into()),
        ("body", JSON::stringify(body)?.into()),
        ("credentials", "omit".into()),
        ("referrerPolicy", "no-referrer".into()),
        ("signal", AbortSignal::timeout_with_u32(PATIENCE).into()),
    ]);
    // From a polluted `Object.prototype`, `fetch` would take options such as `integrity`.
    Object::set_prototype_of(&request, JsValue::NULL.unchecked_ref());
    Ok(request.unchecked_into())
}

/// What is posted; documented in docs/embed.md and must never change.
fn body(message: &Message, key: &str, suspect: bool) -> Object {
    let draft = &message.draft;
    let answers: Array = message
        .told
        .iter()
        .map(|(question, answer)| {
            object(&[("question", question.into()), ("answer", answer.into())])
        })
        .collect();
    object(&[
        ("key", key.into()),
        ("locale", (&message.locale).into()),
        ("name", draft.name.trim().into()),
        ("contact", draft.contact.trim().into()),
        ("message", draft.message.trim().into()),
        (
            "route",
            message
                .route
                .as_deref()
                .map_or(JsValue::NULL, JsValue::from),
        ),
        ("answers", answers.into()),
        ("suspect", suspect.into()),
    ])
}

/// 128 random bits in hexadecimal digits. They needn't be secret, only unlike those of all other
/// messages, so the browser's everyday randomness will do.
fn random_key() -> String {
    (0..32)
        .filter_map(|_| char::from_digit((Math::random() * 16.0) as u32, 16))
        .collect()
}
