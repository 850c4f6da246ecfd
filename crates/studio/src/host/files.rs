//! Files: ready playbooks that are fetched, the author's own that are read, what is published, and the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, RequestInit, Response, Url};
use yew::Callback;

use super::now;
use crate::{
    arrival::{self, Answer},
    event::Event,
    state::Told,
};

/// Brings a ready playbook, which lies beside the studio.
pub fn fetch(name: &'static str, dispatch: Callback<Event>) {
    let file = [name, ".json"].concat();
    spawn_local(async move {
        let options = RequestInit::new();
        let address = ["playbooks/", &file].concat();
        let bytes = match answer(&address, &options).await {
            Answer::Bytes(bytes) => Some(bytes),
            Answer::Nothing | Answer::NotThere => None,
        };
        dispatch.emit(arrival::opened(file, bytes, now()));
    });
}

/// Reads a file of the author's.
pub fn read(file: File, dispatch: Callback<Event>) {
    spawn_local(async move {
        let bytes = bytes_of(&file).await;
        dispatch.emit(arrival::opened(file.name(), bytes, now()));
    });
}

/// Reads what a translator has sent.
pub fn read_translation(file: File, dispatch: Callback<Event>) {
    spawn_local(async move {
        let bytes = bytes_of(&file).await;
        dispatch.emit(arrival::translated(file.name(), bytes));
    });
}

/// Reads what is compared with.
pub fn read_comparison(file: File, dispatch: Callback<Event>) {
    spawn_local(async move {
        let bytes = bytes_of(&file).await;
        dispatch.emit(arrival::compared(file.name(), bytes));
    });
}

/// The bytes of a file.
pub async fn bytes_of(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// What a server answers.
pub async fn answer(address: &str, options: &RequestInit) -> Answer {
    let asked = || async {
        let window = web_sys::window()?;
        let response = window.fetch_with_str_and_init(address, options);
        let response: Response = JsFuture::from(response).await.ok()?.dyn_into().ok()?;
        if !response.ok() {
            return Some(Answer::NotThere);
        }
        let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        Some(Answer::Bytes(Uint8Array::new(&buffer).to_vec()))
    };
    asked().await.unwrap_or(Answer::Nothing)
}

/// Gives a text to the browser, to be saved as a file.
pub fn download(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type(name));
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows only links that stand in the page.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser has read it by then, or keeps a copy.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        drop(Url::revoke_object_url(&address));
    });
    let _ = web_sys::window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000);
    Some(())
}

/// What a file of such a name is.
fn media_type(name: &str) -> &'static str {
    let (_, end) = name.rsplit_once('.').unwrap_or_default();
    match end {
        "html" => "text/html",
        "svg" => "image/svg+xml",
        "xlf" => "application/xliff+xml",
        _ => "application/json",
    }
}

/// Puts a text into the clipboard.
pub fn copy(text: String, dispatch: Callback<Event>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    // There is none where the page isn't served safely.
    let navigator = window.navigator();
    let has = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !has.is_ok_and(|clipboard| clipboard.is_object()) {
        return dispatch.emit(Event::Told(Told::NotCopied));
    }
    let written = JsFuture::from(navigator.clipboard().write_text(&text));
    spawn_local(async move {
        let told = if written.await.is_ok() {
            Told::Copied
        } else {
            Told::NotCopied
        };
        dispatch.emit(Event::Told(told));
    });
}
