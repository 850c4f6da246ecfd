//! The page around the studio. Only here are window, document, storage and network touched; what comes from them may
//! fail or lie, so nothing here panics.

mod clock;
mod drafts;
mod drag;
mod files;
mod focus;
mod language;
mod picture;
mod preview;
mod publish;
mod timer;
mod zones;

use std::cell::RefCell;

use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{HtmlElement, KeyboardEvent, MessageEvent};
use yew::Callback;

use crate::{
    commands::Search,
    event::{Effect, Event},
    publish::Around,
    state::{Draft, Told},
    writing::Voice,
};
pub use language::{speaks, wishes};
use timer::Timer;
pub use zones::day;

/// After how long a rest the preview follows, in milliseconds. The next letter comes first, if it is there already.
const REST: i32 = 0;

/// After how long a rest problems are looked for and the draft is saved, in milliseconds.
const CONSIDER: i32 = 350;

/// The page, as the studio sees it.
pub struct Host {
    dispatch: Callback<Event>,
    resting: Timer,
    considering: Timer,
    languages: language::Languages,
    /// What had the focus before the command list.
    before: RefCell<Option<HtmlElement>>,
    publisher: publish::Publisher,
    clock: clock::Clock,
    /// Kept for as long as the browser may call them.
    _listeners: Vec<Closure<dyn FnMut(JsValue)>>,
}

impl Host {
    /// Listens to the keyboard and to the preview from now on.
    pub fn new(dispatch: Callback<Event>) -> Self {
        let keys = dispatch.clone();
        let pressed = move |event: JsValue| {
            let event: KeyboardEvent = event.unchecked_into();
            if let Some(step) = step(&event) {
                event.prevent_default();
                keys.emit(step);
            }
        };
        let closing = dispatch.clone();
        let waiting = dispatch.clone();
        let told = move |event: JsValue| {
            let event: MessageEvent = event.unchecked_into();
            if event.origin() != preview::origin() {
                return;
            }
            let data = event.data();
            match preview::text(&data, "kind").as_deref() {
                Some("waiting") => waiting.emit(Event::Waiting),
                Some("pointed") => {
                    let sentence = preview::text(&data, "text").unwrap_or_default();
                    waiting.emit(Event::Pointed(sentence));
                }
                _ => {}
            }
        };
        let mut listeners = drag::listen(dispatch.clone());
        listeners.extend([
            listen("keydown", Closure::new(pressed)),
            listen("message", Closure::new(told)),
            // The last letters, too, are in the draft.
            listen(
                "pagehide",
                Closure::new(move |_| closing.emit(Event::Considered(now() / 1000))),
            ),
        ]);
        // A dialog is closed by Escape, or by a phone's way back; its event does not bubble.
        let cancelled = dispatch.clone();
        let cancelled = Closure::new(move |event: JsValue| {
            let event: web_sys::Event = event.unchecked_into();
            event.prevent_default();
            cancelled.emit(Event::Searched(None));
        });
        if let Some(window) = web_sys::window() {
            let heard = cancelled.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool("cancel", heard, true);
        }
        listeners.push(cancelled);
        let rested = dispatch.clone();
        let considered = dispatch.clone();
        Self {
            resting: Timer::new(REST, move || rested.emit(Event::Rested)),
            considering: Timer::new(CONSIDER, move || {
                considered.emit(Event::Considered(now() / 1000));
            }),
            publisher: publish::Publisher::new(dispatch.clone()),
            dispatch,
            languages: language::Languages::default(),
            before: RefCell::default(),
            clock: clock::Clock::default(),
            _listeners: listeners,
        }
    }

    /// The drafts that the browser keeps, the newest first.
    pub fn drafts(&self) -> Vec<Draft> {
        drafts::all()
    }

    /// What a language is called in another.
    pub fn language(&self, words: &crate::words::Words, tag: &str) -> String {
        self.languages.name(words.locale(), tag)
    }

    /// What the browser knows and can do.
    pub const fn around(&self) -> &dyn Around {
        self.publisher.around()
    }

    /// Opens what the address of the page carries or names.
    pub fn arrive(&self) {
        self.publisher.arrive();
    }

    /// Now, in UTC seconds.
    pub fn now(&self) -> i64 {
        now() / 1000
    }

    /// The offsets of a time zone around now; nothing when the browser doesn't know the zone.
    pub fn offsets(&self, zone: &str) -> Option<triage::hours::Offsets> {
        self.clock.offsets(zone, self.now())
    }

    /// The time zones that the browser knows, its own first.
    pub fn zones(&self) -> Vec<String> {
        self.clock.zones()
    }

    /// Does what is to be done.
    pub fn perform(&self, effect: Effect) {
        match effect {
            Effect::Fetch(name) => files::fetch(name, self.dispatch.clone()),
            Effect::Read(file) => files::read(file, self.dispatch.clone()),
            Effect::ReadTranslation(file) => files::read_translation(file, self.dispatch.clone()),
            Effect::Open(name, text) => self.dispatch.emit(Event::Opened {
                name,
                text,
                now: now(),
            }),
            Effect::Wait => {
                self.resting.start();
                self.considering.start();
            }
            Effect::Consider => self.considering.start(),
            Effect::Preview(text, locale) => preview::show(&text, &locale),
            Effect::Letter(path, text) => preview::follow(&path, &text),
            Effect::DownloadPicture(name) => {
                // Browsers say themselves that there is a file.
                let _ = picture::download(&name);
            }
            Effect::Rehearse(visitor) => preview::rehearse(&visitor),
            Effect::Situate(zones, moment) => {
                let world = zones::world(&zones, moment);
                self.dispatch.emit(Event::Situated(world));
            }
            Effect::Point(is_on) => preview::point(is_on),
            Effect::Mark(sentence) => preview::mark(&sentence),
            Effect::Restart => preview::restart(),
            Effect::Stamp(field) => {
                let moment = moment_in(0.0);
                self.dispatch.emit(Event::Settled);
                self.dispatch
                    .emit(Event::Wrote(field, Voice::default(), moment));
                self.dispatch.emit(Event::Settled);
            }
            Effect::Date(field, typed) => {
                if let Some(written) = self.clock.dated(&field, &typed, self.now()) {
                    let wrote = Event::Wrote(field, Voice::default(), written);
                    self.dispatch.emit(wrote);
                }
                self.dispatch.emit(Event::Settled);
            }
            Effect::Save(draft) => {
                if drafts::save(&draft).is_none() {
                    self.dispatch.emit(Event::Told(Told::NotKept));
                } else {
                    self.publisher.kept(&draft);
                }
            }
            Effect::Forget(id) => drafts::forget(id),
            Effect::Remember => self.dispatch.emit(Event::Remembered(drafts::all())),
            Effect::Focus(path) => focus::field(&path.to_string(), None),
            Effect::FocusLine(path, locale) => focus::field(&path.to_string(), Some(&locale)),
            Effect::FocusMover(list, from, to) => focus::mover(&list.to_string(), from, to),
            Effect::ShowSearch => drop(self.before.replace(focus::search())),
            Effect::FocusBefore => focus::back(self.before.take()),
            Effect::Begin => focus::heading(),
            Effect::Stay => focus::stay(),
            Effect::AskZones(names) => {
                let known = zones::known(&names, now() / 1000);
                self.dispatch.emit(Event::Zoned(known));
            }
            Effect::Download(name, text) => {
                if files::download(&name, &text).is_some() {
                    self.dispatch.emit(Event::Told(Told::Downloaded));
                }
            }
            Effect::DownloadFeed(live) => {
                let over = f64::from(live.hours) * 3_600_000.0;
                let feed = live.feed(&moment_in(0.0), &moment_in(over));
                if files::download("status.json", &feed).is_some() {
                    self.dispatch.emit(Event::Told(Told::Downloaded));
                }
            }
            Effect::Copy(text) => files::copy(text, self.dispatch.clone()),
            Effect::Publishing(effect) => self.publisher.perform(effect),
        }
    }
}

fn listen(name: &str, listener: Closure<dyn FnMut(JsValue)>) -> Closure<dyn FnMut(JsValue)> {
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener
}

/// Ctrl+S; Ctrl+Z and Ctrl+Shift+Z, or with the command key; Ctrl+Y as well, as some are used to it. While a document is at
/// work: a field's own undo would know nothing of the other fields. Ctrl+K opens the command list.
fn step(event: &KeyboardEvent) -> Option<Event> {
    if !(event.ctrl_key() || event.meta_key())
        || event.alt_key()
        || !focus::is_at_work()
        || focus::has_own_undo()
    {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("k", false) => Some(Event::Searched(Some(Search::default()))),
        ("z", false) => Some(Event::Undone),
        ("z", true) | ("y", false) => Some(Event::Redone),
        ("s", false) => Some(Event::Publishing(crate::publish::Event::Saved)),
        _ => None,
    }
}

/// The moment in so many milliseconds, to the minute, as playbooks have it: by the author's own clock, with its offset.
fn moment_in(milliseconds: f64) -> String {
    let now = js_sys::Date::new(&(js_sys::Date::now() + milliseconds).into());
    let west = now.get_timezone_offset();
    let shifted = js_sys::Date::new(&(now.get_time() - west * 60_000.0).into());
    let local = shifted.to_iso_string().as_string().unwrap_or_default();
    let minutes = west.abs() as u32;
    let sign = if west > 0.0 { '-' } else { '+' };
    let local = local.get(..16).unwrap_or_default();
    format!("{local}:00{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Now, in milliseconds.
fn now() -> i64 {
    js_sys::Date::now() as i64
}
