//! Publishing and opening, as far as the page is concerned: addresses, files that are written in their place, earlier
//! versions, paper, and what the browser knows of names.

mod address;
mod names;
mod place;
pub mod versions;

use wasm_bindgen::{JsValue, closure::Closure};
use yew::Callback;

use super::{files, listen, now};
use crate::{
    event::Event,
    publish::{self, Around, Effect, share},
    state::{Draft, Told},
};
use names::Intl;
use place::Places;

/// What publishes and opens.
pub struct Publisher {
    dispatch: Callback<Event>,
    names: Intl,
    places: Places,
    /// Kept for as long as the browser may call it.
    _arrivals: Closure<dyn FnMut(JsValue)>,
}

impl Publisher {
    /// Listens for links that are opened in the page that is there already.
    pub fn new(dispatch: Callback<Event>) -> Self {
        let arriving = dispatch.clone();
        Self {
            names: Intl::default(),
            places: Places::default(),
            _arrivals: listen(
                "hashchange",
                Closure::new(move |_| address::arrive(&arriving)),
            ),
            dispatch,
        }
    }

    /// What the browser knows and can do.
    pub const fn around(&self) -> &dyn Around {
        &self.names
    }

    /// Opens what the address of the page carries or names.
    pub fn arrive(&self) {
        address::arrive(&self.dispatch);
    }

    /// A draft was kept: it may be worth a version.
    pub fn kept(&self, draft: &Draft) {
        if versions::keep(draft.id, draft.saved_at, &draft.text) {
            self.tell_versions(draft.id);
        }
    }

    /// Does what is to be done.
    pub fn perform(&self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::Fetch(address, purpose) => address::fetch(address, purpose, dispatch),
            Effect::Compare(file) => files::read_comparison(file, dispatch),
            Effect::Link(name, text) => {
                let page = address::page().unwrap_or_default();
                let link = share::link(&page, &name, &text);
                dispatch.emit(told(publish::Event::LinkMade(link, text)));
            }
            Effect::Page(playbook, site) => {
                let today = self.names.today();
                let page =
                    leeward_pages::contact_page(&playbook, &self.names, today, site.as_deref());
                if files::download("contact.html", &page).is_some() {
                    dispatch.emit(Event::Told(Told::Downloaded));
                }
            }
            Effect::Print => {
                if let Some(window) = web_sys::window() {
                    let _ = window.print();
                }
            }
            Effect::Pick => self.places.pick(dispatch),
            Effect::Write(id, name, text) => self.places.write(id, name, text, dispatch),
            Effect::Versions(id) => self.tell_versions(id),
            Effect::Keep(id, moment, text) => {
                if versions::keep(id, moment, &text) {
                    self.tell_versions(id);
                }
            }
            Effect::Read(id, moment) => {
                if let Some(text) = versions::read(id, moment) {
                    dispatch.emit(told(publish::Event::VersionRead(text)));
                }
            }
        }
    }

    fn tell_versions(&self, id: i64) {
        let known = publish::Event::VersionsKnown(id, versions::of(id));
        self.dispatch.emit(told(known));
    }
}

const fn told(event: publish::Event) -> Event {
    Event::Publishing(event)
}
