//! Addresses: of the page itself, which may carry or name a playbook, and of a playbook on the same site.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{RequestCache, RequestInit, Url};
use yew::Callback;

use super::{files, now, told};
use crate::{
    arrival,
    event::Event,
    publish::{self, Purpose, share},
    state::Told,
};

/// The address of the page without what it carries.
pub fn page() -> Option<String> {
    let location = web_sys::window()?.location();
    let (origin, path) = (location.origin().ok()?, location.pathname().ok()?);
    Some(origin + &path)
}

/// Opens what the page's address carries (`#playbook=…`) or names (`?open=…`), and takes it out of the address: loading
/// the page again must not put it into the place of what was made of it.
pub fn arrive(dispatch: &Callback<Event>) {
    let Some(address) = here() else { return };
    if let Some(draft) = share::arrived(&address.hash()) {
        address.set_hash("");
        stand_at(&address);
        dispatch.emit(told(publish::Event::Arrived(draft, now())));
        return;
    }
    let query = address.search_params();
    if let Some(named) = query.get("open") {
        query.delete("open");
        stand_at(&address);
        let addressed = publish::Event::Addressed(named, Purpose::Open);
        dispatch.emit(told(addressed));
    }
}

/// Brings what lies at an address on the same site.
pub fn fetch(address: String, purpose: Purpose, dispatch: Callback<Event>) {
    let Some(url) = on_this_site(&address) else {
        let elsewhere = publish::Told::Elsewhere(address);
        return dispatch.emit(Event::Told(Told::Publishing(elsewhere)));
    };
    let path = url.pathname();
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = if last.is_empty() {
        "playbook.json"
    } else {
        last
    }
    .to_owned();
    spawn_local(async move {
        let options = RequestInit::new();
        // What is there now, not what a cache has kept.
        options.set_cache(RequestCache::NoCache);
        let answer = files::answer(&url.href(), &options).await;
        dispatch.emit(arrival::brought(address, name, purpose, answer, now()));
    });
}

fn here() -> Option<Url> {
    Url::new(&web_sys::window()?.location().href().ok()?).ok()
}

/// Puts an address into the address bar, without a step in the browser's history.
fn stand_at(address: &Url) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let href = address.href();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
    }
}

/// The address, where it is one of this site.
fn on_this_site(address: &str) -> Option<Url> {
    let here = here()?;
    let url = Url::new_with_base(address, &here.href()).ok()?;
    (url.origin() == here.origin() && url.origin() != "null").then_some(url)
}
