//! Ranking: each option can be moved by two buttons, and dragged as well.
//!
//! Like what is typed into a field, the order is the DOM's until the form is sent: hidden fields
//! carry it, and CSS counts the places. A component with state of its own would cost more than all
//! other fields together.

use triage::{Label, decimal, screen::Choice};
use web_sys::Element;
use yew::{Html, MouseEvent, PointerEvent, TargetCast as _, html};

use super::{
    Ui,
    field::NAME,
    parts::{remark, tell, together},
    words,
};
use crate::vocabulary::fill;

/// `explained`: whether to say what to do, because the question does not.
pub fn view(options: &[Choice<'_>], explained: bool, ui: Ui<'_>) -> Html {
    // Said beside a place, which the DOM knows in these digits only.
    let count = decimal(options.len() as i64);
    let entries = options.iter().map(|option| entry(option, &count, ui));
    // The entries are moved in the DOM: in another order they are drawn anew.
    let key: String = options.iter().map(|option| option.id).collect();
    together(vec![
        if explained {
            remark(ui.text(Label::RankHint))
        } else {
            Html::default()
        },
        html! {
            <ol {key} class="ranking" onclick={press} onpointerdown={grab} onpointermove={drag}>
                { together(entries.collect()) }
            </ol>
        },
        html! { <p class="unseen" role="status"></p> },
    ])
}

fn entry(option: &Choice<'_>, count: &str, ui: Ui<'_>) -> Html {
    let values = [("option", option.text.text), ("count", count)];
    let filled = |label| ui.vocabulary.fill(label, &values);
    let button = |action, label| {
        html! { <button type="button" class="move" data-action={action} aria-label={filled(label)} /> }
    };
    html! {
        <li data-option={option.id.to_owned()} data-moved={filled(Label::Moved)}>
            <i class="place" />
            <span>{ words(option.text) }</span>
            <input type="hidden" name={NAME} value={option.id.to_owned()} />
            { button("up", Label::MoveUp) }
            { button("down", Label::MoveDown) }
        </li>
    }
}

/// A button moves its entry by one place.
fn press(event: MouseEvent) {
    if let Some(button) = closest(&event, "button")
        && let Some(entry) = closest(&event, "li")
    {
        shift(
            &entry,
            button.get_attribute("data-action").as_deref() == Some("up"),
        );
    }
}

/// From now on the pointer is the entry's, wherever it goes. The sheet says where a finger drags, and where it scrolls
/// the page; then the browser takes the pointer away again.
fn grab(event: PointerEvent) {
    if closest(&event, "button").is_none()
        && let Some(entry) = closest(&event, "li")
    {
        let _ = entry.set_pointer_capture(event.pointer_id());
    }
}

/// The entry passes every neighbour whose middle the pointer has passed.
fn drag(event: PointerEvent) {
    let Some(entry) = closest(&event, "li") else {
        return;
    };
    if !entry.has_pointer_capture(event.pointer_id()) {
        return;
    }
    let y = f64::from(event.client_y());
    let middle = |neighbour: Element| {
        let place = neighbour.get_bounding_client_rect();
        place.top() + place.height() / 2.
    };
    while entry
        .previous_element_sibling()
        .is_some_and(|before| y < middle(before))
    {
        shift(&entry, true);
    }
    while entry
        .next_element_sibling()
        .is_some_and(|after| y > middle(after))
    {
        shift(&entry, false);
    }
}

fn closest(event: &MouseEvent, selector: &str) -> Option<Element> {
    let target = event.target_dyn_into::<Element>();
    target.and_then(|target| target.closest(selector).ok().flatten())
}

/// Moves an entry by one place, and says where it is now. The neighbour is what moves: taking the entry itself out of
/// the page would take away the focus, and the pointer.
fn shift(entry: &Element, up: bool) {
    let _ = if up {
        let before = entry.previous_element_sibling();
        before.map(|before| entry.after_with_node_1(&before))
    } else {
        let after = entry.next_element_sibling();
        after.map(|after| entry.before_with_node_1(&after))
    };
    let status = entry
        .parent_element()
        .and_then(|list| list.next_element_sibling());
    if let Some(status) = status
        && let Some(moved) = entry.get_attribute("data-moved")
    {
        let place = decimal(place(entry) as i64);
        status.set_text_content(Some(&fill(&moved, &[("place", &place)])));
    }
    tell(entry, "input");
}

/// The place of an entry, counted from 1.
fn place(entry: &Element) -> usize {
    std::iter::successors(Some(entry.clone()), Element::previous_element_sibling).count()
}
