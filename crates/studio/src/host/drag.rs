//! Dragging an item of a list by its handle (`view/list.rs`), with a mouse or a finger.

use std::{cell::RefCell, rc::Rc};

use leeward_document::Path;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Element, PointerEvent};
use yew::Callback;

use crate::event::Event;

/// The item that is dragged, and the one over which it is.
#[derive(Default)]
struct Drag {
    held: Option<Element>,
    over: Option<Element>,
}

/// Listens for as long as what is returned is kept.
pub fn listen(dispatch: Callback<Event>) -> Vec<Closure<dyn FnMut(JsValue)>> {
    let drag = Rc::new(RefCell::new(Drag::default()));
    let on = |name: &str, heard: fn(&mut Drag, &PointerEvent) -> Option<Event>| {
        let (drag, dispatch) = (drag.clone(), dispatch.clone());
        super::listen(
            name,
            Closure::new(move |event: JsValue| {
                let event: PointerEvent = event.unchecked_into();
                let happened = heard(&mut drag.borrow_mut(), &event);
                if let Some(happened) = happened {
                    dispatch.emit(happened);
                }
            }),
        )
    };
    vec![
        on("pointerdown", Drag::grab),
        on("pointermove", Drag::go),
        on("pointerup", Drag::drop),
        on("pointercancel", Drag::cancel),
    ]
}

impl Drag {
    fn grab(&mut self, event: &PointerEvent) -> Option<Event> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let handle = target.closest("[data-handle]").ok()??;
        let item = handle.closest("[data-list]").ok()??;
        event.prevent_default();
        let _ = item.set_attribute("data-held", "");
        self.held = Some(item);
        None
    }

    fn go(&mut self, event: &PointerEvent) -> Option<Event> {
        let held = self.held.as_ref()?;
        let over = self.neighbour(event).filter(|over| over != held);
        if self.over != over {
            mark(self.over.take().as_ref(), None);
            let way = if place(over.as_ref()?)? < place(held)? {
                "before"
            } else {
                "behind"
            };
            mark(over.as_ref(), Some(way));
            self.over = over;
        }
        None
    }

    fn drop(&mut self, _: &PointerEvent) -> Option<Event> {
        let (held, over) = self.end();
        let (held, over) = (held?, over?);
        let list = Path::parse(&held.get_attribute("data-list")?);
        Some(Event::Moved(list, place(&held)?, place(&over)?))
    }

    fn cancel(&mut self, _: &PointerEvent) -> Option<Event> {
        self.end();
        None
    }

    fn end(&mut self) -> (Option<Element>, Option<Element>) {
        let (held, over) = (self.held.take(), self.over.take());
        mark(over.as_ref(), None);
        if let Some(held) = &held {
            let _ = held.remove_attribute("data-held");
        }
        (held, over)
    }

    /// The item of the same list below the pointer, when its place can be taken.
    fn neighbour(&self, event: &PointerEvent) -> Option<Element> {
        let held = self.held.as_ref()?;
        let (x, y) = (event.client_x() as f32, event.client_y() as f32);
        let below = web_sys::window()?.document()?.element_from_point(x, y)?;
        let list = held.get_attribute("data-list")?;
        let mut item = below.closest("[data-list]").ok()?;
        // Lists may stand in items of other lists.
        while let Some(candidate) = item {
            if candidate.get_attribute("data-list").as_ref() == Some(&list) {
                return Some(candidate)
                    .filter(|item| matches!(item.query_selector("[data-handle]"), Ok(Some(_))));
            }
            item = candidate.parent_element()?.closest("[data-list]").ok()?;
        }
        None
    }
}

fn place(item: &Element) -> Option<usize> {
    item.get_attribute("data-place")?.parse().ok()
}

fn mark(item: Option<&Element>, way: Option<&str>) {
    let Some(item) = item else { return };
    let _ = match way {
        Some(way) => item.set_attribute("data-over", way),
        None => item.remove_attribute("data-over"),
    };
}
