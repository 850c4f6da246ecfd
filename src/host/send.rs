//! Sending a message. Nothing is called sent unless the other side has said so.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Date, JSON, Object, Reflect, Uint8Array};
use triage::{Message, Outcome};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortSignal, Headers, ReferrerPolicy, RequestCredentials, RequestInit, Response, Window,
};

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
    let answer = JsFuture::from(window.fetch_with_str_and_init(endpoint, &request)).await;
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

fn request(body: &Object) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&JSON::stringify(body)?.into());
    request.set_credentials(RequestCredentials::Omit);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    Ok(request)
}

/// What is posted; documented in docs/embed.md and must never change.
fn body(message: &Message, key: &str, suspect: bool) -> Object {
    let draft = &message.draft;
    let body = object(&[
        ("key", key),
        ("locale", &message.locale),
        ("name", draft.name.trim()),
        ("contact", draft.contact.trim()),
        ("message", draft.message.trim()),
    ]);
    let answers: Array = message
        .told
        .iter()
        .map(|(question, answer)| object(&[("question", question), ("answer", answer)]))
        .collect();
    let route = message
        .route
        .as_deref()
        .map_or(JsValue::NULL, JsValue::from_str);
    for (name, value) in [
        ("route", &route),
        ("answers", &answers),
        ("suspect", &JsValue::from_bool(suspect)),
    ] {
        let _ = Reflect::set(&body, &name.into(), value);
    }
    body
}

/// 128 random bits in hexadecimal digits; from the clock where the page has no `crypto`.
fn random_key() -> String {
    let mut bytes = [0_u8; 16];
    let random = web_sys::window().and_then(|window: Window| window.crypto().ok());
    match random {
        Some(crypto) => {
            let array = Uint8Array::new_with_length(16);
            if crypto
                .get_random_values_with_array_buffer_view(&array)
                .is_ok()
            {
                array.copy_to(&mut bytes);
            }
        }
        None => {
            for (byte, seed) in bytes.iter_mut().zip((Date::now() as u64).to_be_bytes()) {
                *byte = seed;
            }
        }
    }
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
