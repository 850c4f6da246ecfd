//! State to HTML, one file a pane. Pure: a view gets the state and the words, and sends events.

mod bar;
mod checks;
mod field;
mod live;
mod publish;
mod start;
mod words;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Html, MouseEvent, TargetCast as _, html};

use crate::{
    event::Event,
    publish::Around,
    state::{Pane, State, Told, Work},
    words::Words,
};

/// What every view needs beside its state.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The studio's own words.
    pub words: &'a Words,
    /// Where events go.
    pub dispatch: &'a Callback<Event>,
    /// What the page around knows and can do.
    pub around: &'a dyn Around,
    /// What a language is called.
    pub language: &'a dyn Fn(&str) -> String,
}

impl Ui<'_> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    /// A handler that sends an event where something has come of it.
    fn when<E: 'static>(self, happened: impl Fn(E) -> Option<Event> + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |what| {
            if let Some(event) = happened(what) {
                dispatch.emit(event);
            }
        })
    }

    fn on_click(self, event: Event) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_| event.clone())
    }
}

/// The whole studio.
pub fn studio(state: &State, ui: Ui<'_>) -> Html {
    html! {
        <>
            <div class="told" role="status">{ told(state.told.as_ref(), ui) }</div>
            {
                match &state.work {
                    Some(work) => at_work(work, ui),
                    None => start::view(state, ui),
                }
            }
        </>
    }
}

fn told(told: Option<&Told>, ui: Ui<'_>) -> Html {
    let words = match told {
        None => return Html::default(),
        Some(Told::Unreadable(name)) => ui.words.fill("told_unreadable", &[("name", name)]),
        Some(Told::NotKept) => ui.say("told_not_kept"),
        Some(Told::TooLarge) => ui.say("told_too_large"),
        Some(Told::Copied) => ui.say("told_copied"),
        Some(Told::NotCopied) => ui.say("told_not_copied"),
        Some(Told::Downloaded) => ui.say("told_downloaded"),
        Some(Told::Publishing(told)) => publish::told(told, ui),
    };
    html! { <p>{ words }</p> }
}

fn at_work(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <>
            { bar::view(work, ui) }
            <div class="desk" data-pane={work.pane.name()}>
                <main class="work" id="work" key="work">
                    {
                        match work.pane {
                            Pane::Words | Pane::Preview => words::view(work, ui),
                            Pane::Checks => checks::view(work, ui),
                            Pane::Live => live::view(work, ui),
                            Pane::Publish => publish::view(work, ui),
                        }
                    }
                </main>
                <section class="seen" key="seen" aria-labelledby="seen-title">
                    <header>
                        <h2 id="seen-title" tabindex="-1">{ ui.say("preview_title") }</h2>
                        <button type="button" class="quiet" onclick={ui.on_click(Event::Restarted)}>{ ui.say("preview_again") }</button>
                    </header>
                    <iframe id="preview" src="preview.html" title={ui.say("preview_frame")}></iframe>
                </section>
            </div>
        </>
    }
}

/// A message of the checker's, which begins small and has no full stop, as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

/// What stands in the field in which something happened.
fn value_of(event: &yew::Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// A choice with a name.
fn select(
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: &str,
    on_choice: Callback<String>,
) -> Html {
    let chosen = chosen.to_owned();
    let onchange = on_choice
        .reform(|event: yew::Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="choice">
            <label for={id}>{ label }</label>
            <select {id} {onchange}>
                { for options.into_iter().map(|(value, name)| {
                    let selected = value == chosen;
                    html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
                }) }
            </select>
        </div>
    }
}
