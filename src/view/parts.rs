//! The elements that recur on every screen.

use triage::{Label, Words};
use web_sys::{Element, Event, EventInit};
use yew::{Callback, Html, MouseEvent, TargetCast as _, html};

use super::{Ui, text, words};

/// The id of a step's heading; fields that it asks for are named by it.
pub const TITLE: &str = "step-title";

/// The id of the line that says how far the visitor has come.
pub const PROGRESS: &str = "step-progress";

/// The id of the hint of a field; no step has two.
pub const HINT: &str = "hint";

/// Several pieces, one after the other.
pub fn together(pieces: Vec<Html>) -> Html {
    pieces.into_iter().collect()
}

/// Words in an element, or nothing where there are none.
pub fn maybe(content: Option<Words<'_>>, element: fn(Html) -> Html) -> Html {
    content.map_or_else(Html::default, |content| element(words(content)))
}

/// The heading of a step, which gets the focus when the step is shown. How far the visitor has come stands above it,
/// where nobody listens any more, so it is read after the heading. Browsers pass over what isn't there.
pub fn title(content: Html) -> Html {
    html! { <h3 id={TITLE} tabindex="-1" aria-describedby={PROGRESS}>{ content }</h3> }
}

pub fn heading(content: Html) -> Html {
    html! { <h4>{ content }</h4> }
}

pub fn paragraph(content: Html) -> Html {
    html! { <p>{ content }</p> }
}

/// What matters less than what stands around it.
pub fn remark(content: Html) -> Html {
    html! { <p class="soft">{ content }</p> }
}

/// A remark on a field, which is read out with it.
pub fn hint(content: Html) -> Html {
    html! { <p id={HINT} class="soft">{ content }</p> }
}

pub fn span(content: Html) -> Html {
    html! { <span>{ content }</span> }
}

/// What is said to those who listen, as others see it.
pub fn unseen(content: Html) -> Html {
    html! { <span class="unseen">{ content }</span> }
}

/// That a link leaves the page, apart from the link's own words.
pub fn new_tab(ui: Ui<'_>) -> Html {
    let bracket = |bracket: &str| text(bracket.to_owned());
    unseen(together(vec![
        bracket("("),
        ui.text(Label::NewTab),
        bracket(")"),
    ]))
}

pub fn points(contents: Vec<Html>) -> Html {
    html! { <ul class="points">{ items(contents) }</ul> }
}

/// The entries of any list.
pub fn items(contents: Vec<Html>) -> Html {
    let items = contents
        .into_iter()
        .map(|content| html! { <li>{ content }</li> });
    together(items.collect())
}

/// A heading and what stands below it, or nothing where there is nothing to stand there.
pub fn titled(label: Html, contents: Vec<Html>, list: fn(Vec<Html>) -> Html) -> Html {
    if contents.is_empty() {
        return Html::default();
    }
    together(vec![heading(label), list(contents)])
}

/// The one thing to do on a step. A click on it sends the form's event from here, because browsers
/// send none in a sandboxed frame without `allow-forms`. Enter in a field is such a click too.
pub fn primary(action: &'static str, content: Html) -> Html {
    html! { <button type="submit" class="primary" data-action={action} onclick={submit}>{ content }</button> }
}

fn submit(click: MouseEvent) {
    click.prevent_default();
    if let Ok(Some(form)) = click.target_unchecked_into::<Element>().closest("form") {
        tell(&form, "submit");
    }
}

/// Sends an event as the browser does.
pub fn tell(element: &Element, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    // Firefox sends a form for an event of our making as well, unless the handler can prevent it.
    init.set_cancelable(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &init) {
        let _ = element.dispatch_event(&event);
    }
}

/// What can be done, but needn't.
pub fn quiet(action: &'static str, content: Html, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="quiet" data-action={action} {onclick}>{ content }</button> }
}
