//! What a question is answered with. All fields are native ones, and none is controlled: the
//! answer is read when the form is sent.

use triage::{
    Answer, Label,
    screen::{Choice, Field, QuestionScreen},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, MouseEvent, html};

use super::{
    Ui,
    question::{FIELD_ERROR, FIRST_FIELD},
    ranking::{Ranked, Ranking},
    words,
};

/// The name of every answer field.
pub const NAME: &str = "answer";

pub fn view(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    match &question.field {
        Field::Choice(choices) => {
            let rows = choices.iter().map(|choice| row("radio", choice));
            options(rows.chain([not_sure(question, ui)]).collect())
        }
        Field::YesNo(answer) => {
            let yes = plain_row("yes", ui.label(Label::Yes), *answer == Some(true));
            let no = plain_row("no", ui.label(Label::No), *answer == Some(false));
            options(vec![yes, no, not_sure(question, ui)])
        }
        Field::Multiple(choices) => html! {
            <>
                <p class="soft">{ ui.label(Label::ChooseAll) }</p>
                { options(choices.iter().map(|choice| row("checkbox", choice)).collect()) }
            </>
        },
        Field::Ranking(choices) => {
            let options: Vec<Ranked> = choices
                .iter()
                .map(|choice| Ranked { id: choice.id.into(), text: choice.text.text.into() })
                .collect();
            html! { <Ranking {options} labels={ranking_labels(ui)} /> }
        }
        Field::Number(number) => number_field(*number, question),
        Field::Text { text, max_length } => text_field(text, *max_length, question),
    }
}

fn options(rows: Vec<(String, Html)>) -> Html {
    html! {
        <ul class="options">
            { for rows.into_iter().map(|(id, row)| html! { <li key={id}>{ row }</li> }) }
        </ul>
    }
}

fn row(kind: &'static str, choice: &Choice<'_>) -> (String, Html) {
    let row = html! {
        <label class="option">
            <input type={kind} name={NAME} value={choice.id.to_owned()} checked={choice.chosen} />
            <span>
                { words(choice.text) }
                if let Some(hint) = choice.hint { <small>{ words(hint) }</small> }
            </span>
        </label>
    };
    (choice.id.to_owned(), row)
}

fn plain_row(value: &'static str, text: String, chosen: bool) -> (String, Html) {
    let row = html! {
        <label class="option">
            <input type="radio" name={NAME} {value} checked={chosen} />
            <span>{ text }</span>
        </label>
    };
    (value.to_owned(), row)
}

fn not_sure(question: &QuestionScreen<'_>, ui: Ui<'_>) -> (String, Html) {
    plain_row(Answer::NOT_SURE, ui.label(Label::NotSure), question.not_sure)
}

fn number_field(number: Option<i64>, question: &QuestionScreen<'_>) -> Html {
    // Not `type=number`: it swallows what it can't read, and wheels and arrows change it by
    // accident (GOV.UK Design System, "Text input", numbers).
    html! {
        <input
            id={FIRST_FIELD} class="short" type="text" inputmode="numeric" autocomplete="off" name={NAME}
            value={number.map(|number| number.to_string())}
            aria-label={question.text.text.to_owned()}
            aria-invalid={question.complaint.map(|_| "true")}
            aria-describedby={question.complaint.map(|_| FIELD_ERROR)}
        />
    }
}

fn text_field(text: &str, max_length: usize, question: &QuestionScreen<'_>) -> Html {
    html! {
        <textarea
            id={FIRST_FIELD} name={NAME} rows="4" data-most={max_length.to_string()}
            defaultvalue={text.to_owned()}
            aria-label={question.text.text.to_owned()}
            aria-invalid={question.complaint.map(|_| "true")}
            aria-describedby={question.complaint.map(|_| FIELD_ERROR)}
        />
    }
}

fn ranking_labels(ui: Ui<'_>) -> [yew::AttrValue; 4] {
    [Label::RankHint, Label::MoveUp, Label::MoveDown, Label::Moved].map(|label| ui.label(label).into())
}

/// Moves the focus to a field of the form in which a link stands. A fragment in a link does not
/// reach into a shadow root.
pub fn focus_in_form(selector: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let form = link.and_then(|link| link.closest("form").ok().flatten());
        let field = form.and_then(|form| form.query_selector(selector).ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    })
}
