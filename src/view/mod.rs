//! Screens to HTML. Pure: a view gets a screen and the words, and sends events; it knows nothing
//! of the page around it.
//!
//! One file a screen, and one for each piece that several screens share. The hooks for styles are
//! classes, those for tests and host pages `data-*` attributes.
//!
//! Two habits keep the download small. Every `html!` expands into code of its own, so what recurs
//! is written once, in `parts`. And every `class` is a literal: one that is put together while
//! running costs Yew's set of class names, which is more than all classes together.

mod complaint;
mod contacts;
mod emergency;
mod field;
mod frame;
mod message;
mod offer;
mod parts;
mod question;
mod ranking;
mod result;
mod welcome;

use triage::{Event, Label, Words, screen::Screen};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, MouseEvent, SubmitEvent, TargetCast as _, html};

use crate::vocabulary::Vocabulary;

/// What every view needs beside its screen.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// Where events go.
    pub dispatch: &'a Callback<Event>,
}

impl Ui<'_> {
    /// A built-in text, as a node.
    fn text(self, label: Label) -> Html {
        self.filled(label, &[])
    }

    /// A built-in text with its placeholders filled in, as a node.
    fn filled(self, label: Label, values: &[(&str, &str)]) -> Html {
        let text = self.vocabulary.fill(label, values);
        let lang = self.vocabulary.language_of(label);
        words(Words { text: &text, lang })
    }

    /// A handler of clicks that sends an event.
    fn on_click(self, event: Event) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_| event.clone())
    }

    /// A handler of forms that sends an event instead of the form.
    fn on_submit(self, event: Event) -> Callback<SubmitEvent> {
        self.dispatch.reform(move |submit: SubmitEvent| {
            submit.prevent_default();
            event.clone()
        })
    }
}

/// The view of a screen.
pub fn screen(screen: &Screen<'_>, ui: Ui<'_>) -> Html {
    match screen {
        Screen::Welcome(welcome) => welcome::view(welcome, ui),
        Screen::Question(question) => question::view(question, ui),
        Screen::Result(result) => result::view(result, ui),
        Screen::Message(message) => message::view(message, ui),
        Screen::Contacts(contacts) => contacts::view(contacts, ui),
    }
}

/// What tells one step from another. When it changes, the focus moves to the new heading, or to
/// the complaint.
pub fn step_key(screen: &Screen<'_>) -> String {
    match screen {
        Screen::Welcome(_) => "welcome".to_owned(),
        Screen::Question(question) => {
            let complaint = if question.complaint.is_some() {
                "!"
            } else {
                ""
            };
            ["question:", question.id, complaint].concat()
        }
        Screen::Result(result) => ["result:", result.route].concat(),
        Screen::Message(_) => "message".to_owned(),
        Screen::Contacts(_) => "contacts".to_owned(),
    }
}

/// What stands in the field in which something happened. Every kind of field has it under one name.
fn value_of(event: &yew::Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

fn text(text: String) -> Html {
    html! { { text } }
}

/// Words, marked with their language when it isn't the visitor's (WCAG 2.2, 3.1.2).
fn words(words: Words<'_>) -> Html {
    let content = text(words.text.to_owned());
    match words.lang {
        None => content,
        Some(lang) => {
            let direction = triage::locale::direction(lang).as_str();
            html! { <span lang={lang.to_owned()} dir={direction}>{ content }</span> }
        }
    }
}
