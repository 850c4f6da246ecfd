//! Files that are written in their place, where the browser has the File System Access API.
//!
//! A file belongs to one document: its handle is known by the id of the work that was opened from it, so nothing is ever
//! written into another's file. What somebody else has written since isn't overwritten unasked.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

use super::{files, now, told};
use crate::{
    arrival,
    event::Event,
    publish::{self, Told},
    state,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    fn show_open(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save(options: &Object) -> Result<Promise, JsValue>;

    #[derive(Clone)]
    type Handle;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Handle) -> String;
    #[wasm_bindgen(catch, method, js_name = getFile)]
    fn get_file(this: &Handle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = createWritable)]
    fn create_writable(this: &Handle) -> Result<Promise, JsValue>;

    type Writable;
    #[wasm_bindgen(catch, method)]
    fn write(this: &Writable, text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;
}

/// A file, and when it was last written, as far as we know.
#[derive(Clone)]
struct Place {
    handle: Handle,
    written_at: f64,
}

/// The files of the works that were opened from one, or saved into one.
#[derive(Default)]
pub struct Places(Rc<RefCell<HashMap<i64, Place>>>);

/// Whether the browser lets files be picked that can be written in their place.
pub fn is_possible() -> bool {
    let window = web_sys::window();
    window.is_some_and(|window| {
        ["showOpenFilePicker", "showSaveFilePicker"]
            .iter()
            .all(|name| Reflect::has(&window, &(*name).into()) == Ok(true))
    })
}

impl Places {
    /// Has a file picked, and opens it.
    pub fn pick(&self, dispatch: Callback<Event>) {
        let places = self.0.clone();
        spawn_local(async move {
            let Some((handle, file)) = picked().await else {
                return;
            };
            let name = handle.name();
            let bytes = files::bytes_of(&file).await;
            let opened = arrival::opened(name.clone(), bytes, now());
            let id = match &opened {
                Event::Opened { now, .. } => Some(*now),
                _ => None,
            };
            dispatch.emit(opened);
            if let Some(id) = id {
                let written_at = file.last_modified();
                places.borrow_mut().insert(id, Place { handle, written_at });
                dispatch.emit(told(publish::Event::Placed(id, name)));
            }
        });
    }

    /// Writes a work's text into its file; asks for one where it has none yet.
    pub fn write(&self, id: i64, name: String, text: String, dispatch: Callback<Event>) {
        let places = self.0.clone();
        spawn_local(async move {
            let known = places.borrow().get(&id).cloned();
            let is_new = known.is_none();
            let place = match known {
                Some(place) => place,
                None => match asked(&name).await {
                    Some(handle) => Place {
                        handle,
                        written_at: 0.0,
                    },
                    None => return,
                },
            };
            let name = place.handle.name();
            let tell = |what: Told| dispatch.emit(Event::Told(state::Told::Publishing(what)));
            let found = written_at(&place.handle).await;
            if !is_new && found.is_some_and(|found| found > place.written_at) {
                let written_at = found.unwrap_or_default();
                places.borrow_mut().insert(
                    id,
                    Place {
                        written_at,
                        ..place
                    },
                );
                return tell(Told::Overtaken(name));
            }
            if write(&place.handle, &text).await.is_err() {
                return tell(Told::NotWritten(name));
            }
            let written_at = written_at(&place.handle).await;
            let written_at = written_at.unwrap_or_else(|| now() as f64);
            places.borrow_mut().insert(
                id,
                Place {
                    written_at,
                    ..place
                },
            );
            dispatch.emit(told(publish::Event::Placed(id, name.clone())));
            tell(Told::Written(name));
        });
    }
}

/// Nothing when the author has thought better of it.
async fn picked() -> Option<(Handle, File)> {
    let handles = JsFuture::from(show_open(&kinds()).ok()?).await.ok()?;
    let handle: Handle = Array::from(&handles).get(0).unchecked_into();
    let file = file_of(&handle).await?;
    Some((handle, file))
}

async fn asked(name: &str) -> Option<Handle> {
    let options = kinds();
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    let handle = JsFuture::from(show_save(&options).ok()?).await.ok()?;
    Some(handle.unchecked_into())
}

/// Which files are offered: `{ types: [{ accept: { "application/json": [".json"] } }] }`.
fn kinds() -> Object {
    let with = |name: &str, value: &JsValue| {
        let object = Object::new();
        // Setting a field of a fresh object can't fail.
        let _ = Reflect::set(&object, &name.into(), value);
        object
    };
    let accept = with("application/json", &Array::of1(&".json".into()));
    with("types", &Array::of1(&with("accept", &accept)))
}

async fn file_of(handle: &Handle) -> Option<File> {
    let file = JsFuture::from(handle.get_file().ok()?).await.ok()?;
    file.dyn_into().ok()
}

async fn written_at(handle: &Handle) -> Option<f64> {
    Some(file_of(handle).await?.last_modified())
}

/// The browser writes a copy, and puts it into the file's place when it is closed.
async fn write(handle: &Handle, text: &str) -> Result<(), JsValue> {
    let writable = JsFuture::from(handle.create_writable()?).await?;
    let writable: Writable = writable.unchecked_into();
    JsFuture::from(writable.write(text)?).await?;
    JsFuture::from(writable.close()?).await?;
    Ok(())
}
