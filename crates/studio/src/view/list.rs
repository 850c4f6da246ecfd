//! Lists whose order matters: a handle to drag, and two buttons that do the same by keyboard.

use leeward_document::Path;
use yew::{Html, html};

use super::Ui;
use crate::event::Event;

/// What moves an item. It belongs into an element with the attributes `data-list` (the list's path) and `data-place` (from
/// 0), which the page looks for while something is dragged. `name` is what the item is known by; only the first `count`
/// places can be taken.
pub fn mover(list: &Path, place: usize, count: usize, name: &str, ui: Ui<'_>) -> Html {
    if count < 2 || place >= count {
        return Html::default();
    }
    let button = |key: &str, way: &'static str, to: Option<usize>| {
        let label = ui.words.fill(key, &[("what", name)]);
        let moved = to.map(|to| ui.on_click(Event::Moved(list.clone(), place, to)));
        html! { <button type="button" class="quiet icon" data-move={way} aria-label={label} disabled={to.is_none()} onclick={moved}></button> }
    };
    html! {
        <span class="mover">
            <i class="handle" data-handle="" aria-hidden="true"></i>
            { button("list_up", "up", place.checked_sub(1)) }
            { button("list_down", "down", Some(place + 1).filter(|to| *to < count)) }
        </span>
    }
}
