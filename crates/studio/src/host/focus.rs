//! Moving the focus, and what has the focus into sight.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// To the box of a language in a field, or to its first one.
pub fn field(path: &str, locale: Option<&str>) {
    let Some(document) = document() else { return };
    let Ok(fields) = document.query_selector_all("[data-path]") else {
        return;
    };
    let fields =
        (0..fields.length()).filter_map(|place| fields.item(place)?.dyn_into::<Element>().ok());
    let Some(field) = fields
        .into_iter()
        .find(|field| field.get_attribute("data-path").as_deref() == Some(path))
    else {
        return;
    };
    while let Ok(Some(folded)) = field.closest("details:not([open])") {
        let _ = folded.set_attribute("open", "");
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    field.scroll_into_view_with_scroll_into_view_options(&options);
    let of_language = locale.and_then(|locale| {
        let boxes = field.query_selector_all("textarea, input").ok()?;
        let boxes = (0..boxes.length()).filter_map(|place| boxes.item(place)?.dyn_into().ok());
        let own = [path, ":", locale].concat();
        // A text with a count has a box for each of its forms.
        boxes.into_iter().find(|one: &Element| {
            let rest = one.id().strip_prefix(&own).map(str::to_owned);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        })
    });
    let first = |what: &str| field.query_selector(what).ok().flatten();
    let found = of_language.or_else(|| first("textarea, input"));
    focus(found.or_else(|| first("select, button")));
}

/// To the button that moves an item of a list further in the same way, or back when there is no further.
pub fn mover(list: &str, from: usize, to: usize) {
    let Some(document) = document() else { return };
    let item = format!(
        "[data-list='{list}'][data-place='{to}'] > * > .mover, [data-list='{list}'][data-place='{to}'] > .mover"
    );
    let way = if to < from { "up" } else { "down" };
    let Ok(Some(mover)) = document.query_selector(&item) else {
        return;
    };
    let same = mover.query_selector(&format!("[data-move={way}]:enabled"));
    let any = || mover.query_selector("button:enabled");
    focus(same.ok().flatten().or_else(|| any().ok().flatten()));
}

/// Into the command list; gives what had the focus before.
pub fn search() -> Option<HtmlElement> {
    let document = document()?;
    let before = document
        .active_element()
        .and_then(|element| element.dyn_into().ok());
    let list: HtmlDialogElement = document
        .query_selector("dialog.search")
        .ok()??
        .dyn_into()
        .ok()?;
    let _ = list.show_modal();
    focus(list.query_selector("input").ok()?);
    before
}

/// To what had the focus before.
pub fn back(before: Option<HtmlElement>) {
    focus(before.map(Into::into));
}

/// Whether a document is at work.
pub fn is_at_work() -> bool {
    document().is_some_and(|document| matches!(document.query_selector(".desk"), Ok(Some(_))))
}

/// To the heading of the work, where it is, when what had the focus is gone.
pub fn stay() {
    let Some(document) = document() else { return };
    let lost = document.active_element();
    if lost.is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"))
        && let Ok(Some(heading)) = document.query_selector(".work > [tabindex]")
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

/// Whether the focus is in a box of which the document knows nothing: there the browser takes steps back.
pub fn has_own_undo() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.has_attribute("data-own-undo"))
}

/// To the heading of what is shown now.
pub fn heading() {
    let Some(document) = document() else { return };
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    for place in [
        ".broken [tabindex]",
        ".desk[data-pane='preview'] .seen [tabindex]",
        ".work > [tabindex]",
        ".start > [tabindex]",
    ] {
        if let Ok(Some(heading)) = document.query_selector(place) {
            return focus(Some(heading));
        }
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
