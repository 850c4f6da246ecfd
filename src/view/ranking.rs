//! Ranking by buttons: each option can be moved up and down.
//!
//! Like what is typed into a field, the order is the DOM's until the form is sent: hidden fields
//! carry it, and CSS counts the places. A component with state of its own would cost more than all
//! other fields together.

use triage::{Label, decimal, screen::Choice};
use web_sys::Element;
use yew::{Callback, Html, MouseEvent, TargetCast as _, html};

use super::{
    Ui,
    field::NAME,
    parts::{remark, together},
    words,
};
use crate::vocabulary::fill;

/// `explained`: whether to say what to do, because the question does not.
pub fn view(options: &[Choice<'_>], explained: bool, ui: Ui<'_>) -> Html {
    // Said beside a place, which the DOM knows in these digits only.
    let count = decimal(options.len() as i64);
    let entries = options.iter().map(|option| entry(option, &count, ui));
    together(vec![
        if explained {
            remark(ui.text(Label::RankHint))
        } else {
            Html::default()
        },
        html! { <ol class="ranking">{ together(entries.collect()) }</ol> },
        html! { <p class="unseen" role="status"></p> },
    ])
}

fn entry(option: &Choice<'_>, count: &str, ui: Ui<'_>) -> Html {
    let values = [("option", option.text.text), ("count", count)];
    let button = |action, label| {
        let moved = ui.vocabulary.fill(Label::Moved, &values);
        html! {
            <button
                type="button" class="move" data-action={action}
                aria-label={ui.vocabulary.fill(label, &values)} onclick={on_move(action == "up", moved)}
            />
        }
    };
    html! {
        <li data-option={option.id.to_owned()}>
            <span>{ words(option.text) }</span>
            <input type="hidden" name={NAME} value={option.id.to_owned()} />
            { button("up", Label::MoveUp) }
            { button("down", Label::MoveDown) }
        </li>
    }
}

/// Moves the entry of a button by one place, and says where it is now.
fn on_move(up: bool, moved: String) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let button = event.target_dyn_into::<Element>();
        if let Some(entry) = button.and_then(|button| button.closest("li").ok().flatten()) {
            shift(&entry, up);
            say(
                &entry,
                &fill(&moved, &[("place", &decimal(place(&entry) as i64))]),
            );
        }
    })
}

/// The neighbour is what moves: taking the entry itself out of the page would take away the focus.
fn shift(entry: &Element, up: bool) {
    let _ = if up {
        let before = entry.previous_element_sibling();
        before.map(|before| entry.after_with_node_1(&before))
    } else {
        let after = entry.next_element_sibling();
        after.map(|after| entry.before_with_node_1(&after))
    };
}

/// The place of an entry, counted from 1.
fn place(entry: &Element) -> usize {
    std::iter::successors(Some(entry.clone()), Element::previous_element_sibling).count()
}

fn say(entry: &Element, text: &str) {
    let status = entry
        .parent_element()
        .and_then(|list| list.next_element_sibling());
    if let Some(status) = status {
        status.set_text_content(Some(text));
    }
}
