//! What surrounds every step: the way back above, what can be done below. Both stay in the same
//! place on every step (WCAG 2.2, 3.2.6).

use triage::{Event, Label};
use yew::{Callback, Html, InputEvent, SubmitEvent, html};

use super::{
    Ui,
    parts::{quiet, together},
    text, value_of,
};

/// A step, as the frame sees it.
#[derive(Default)]
pub struct Step<'a> {
    /// Its name in `data-step`.
    pub name: &'static str,
    /// The id and the kind of the question that is asked.
    pub question: Option<(&'a str, &'static str)>,
    /// The id of the route that was found.
    pub route: Option<&'a str>,
    /// Components of a live feed that the answers are about, a line each.
    pub about: Option<String>,
    /// What is read, from top to bottom.
    pub content: Vec<Html>,
    /// What is done.
    pub buttons: Html,
    /// What the step's main button does.
    pub onsubmit: Option<Callback<SubmitEvent>>,
    /// What happens while its fields change.
    pub oninput: Option<Callback<InputEvent>>,
}

/// What is read scrolls; what is done stays in sight.
///
/// Every step is a form, because a question is one, and the others differ in nothing that matters.
pub fn step(step: Step<'_>, ui: Ui<'_>) -> Html {
    // The key keeps typed text and focus from leaking into the next question.
    let key = step.question.map_or(step.name, |(id, _)| id);
    html! {
        // `method=dialog`: should our handler ever fail, the panel closes. The default would put the
        // answers into the page's address.
        <form
            {key} class="step" method="dialog" novalidate=true onsubmit={step.onsubmit} oninput={step.oninput}
            data-step={step.name}
            data-question={step.question.map(|(id, _)| id.to_owned())}
            data-type={step.question.map(|(_, kind)| kind)}
            data-route={step.route.map(str::to_owned)}
            data-about={step.about}
        >
            <div class="scroll">{ together(step.content) }</div>
            <div class="bar">{ together(vec![step.buttons, always(step.name, ui)]) }</div>
        </form>
    }
}

/// The way to a person, and the language. The contact list is where that way leads, so it has none.
fn always(step: &'static str, ui: Ui<'_>) -> Html {
    let contacts = if step == "contacts" {
        Html::default()
    } else {
        quiet(
            "contacts",
            ui.text(Label::Contacts),
            ui.on_click(Event::ContactsRequested),
        )
    };
    html! { <div class="always">{ together(vec![contacts, language(ui)]) }</div> }
}

/// The line above a step: back to the step before, and how far the visitor has come.
pub fn back(progress: Html, ui: Ui<'_>) -> Html {
    top(
        quiet("back", ui.text(Label::Back), ui.on_click(Event::WentBack)),
        progress,
    )
}

/// The line above a detour: back to where it began.
pub fn leave(ui: Ui<'_>) -> Html {
    top(
        quiet(
            "return",
            ui.text(Label::Return),
            ui.on_click(Event::Returned),
        ),
        Html::default(),
    )
}

fn top(way: Html, progress: Html) -> Html {
    html! { <div class="top">{ together(vec![way, progress]) }</div> }
}

/// The choice of language, each language in its own name.
fn language(ui: Ui<'_>) -> Html {
    let languages = ui.vocabulary.languages();
    if languages.len() < 2 {
        return Html::default();
    }
    let onchange = ui
        .dispatch
        .reform(|event: yew::Event| Event::LocaleRequested(value_of(&event)));
    let current = ui.vocabulary.locale();
    let options = languages.into_iter().map(|(tag, name)| {
        let selected = tag == current;
        html! { <option value={tag.clone()} lang={tag.clone()} {selected}>{ text(name) }</option> }
    });
    html! {
        <select name="locale" translate="no" aria-label={ui.vocabulary.label(Label::Language)} {onchange}>
            { together(options.collect()) }
        </select>
    }
}
