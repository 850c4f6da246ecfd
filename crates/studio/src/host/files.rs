//! Files: ready playbooks that are fetched, the author's own that are read, what is published, and the clipboard.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Url};
use yew::Callback;

use super::now;
use crate::event::Event;
use crate::state::Told;

/// Brings a ready playbook, which lies beside the studio.
pub fn fetch(name: &'static str, dispatch: Callback<Event>) {
    let file = [name, ".json"].concat();
    spawn_local(async move {
        let came = text_at(&["playbooks/", &file].concat()).await;
        dispatch.emit(opened(file, came));
    });
}

/// Reads a file of the author's.
pub fn read(file: File, dispatch: Callback<Event>) {
    spawn_local(async move {
        dispatch.emit(opened(file.name(), text_of(&file).await));
    });
}

/// Reads what a translator has sent.
pub fn read_translation(file: File, dispatch: Callback<Event>) {
    spawn_local(async move {
        let text = text_of(&file).await;
        dispatch.emit(text.map_or_else(|| Event::Unreadable(file.name()), Event::Translated));
    });
}

/// The text of a file.
pub async fn text_of(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}

fn opened(name: String, text: Option<String>) -> Event {
    match text {
        Some(text) => Event::Opened {
            name,
            text,
            now: now(),
        },
        None => Event::Unreadable(name),
    }
}

async fn text_at(address: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(address))
        .await
        .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
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
