//! What a question is answered with. All fields are native ones, and none is controlled: the
//! answer is read when the form is sent. What is entered until then is kept, but nothing is drawn anew for it.

use triage::{
    Answer, Label,
    screen::{Choice, Field, QuestionScreen},
};
use yew::{Html, html};

use super::{
    Ui,
    parts::{TITLE, remark, together},
    ranking, words,
};

/// The name of every answer field.
pub const NAME: &str = "answer";

/// What is read after the name of a field. Browsers pass over what isn't there.
pub const DESCRIPTION: &str = "hint answer-error";

pub fn view(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    match &question.field {
        Field::Choice(choices) => {
            let mut rows = rows("radio", choices);
            rows.push(not_sure(question, ui));
            options(rows)
        }
        Field::YesNo(answer) => options(vec![
            row("radio", "yes", *answer == Some(true), ui.text(Label::Yes)),
            row("radio", "no", *answer == Some(false), ui.text(Label::No)),
            not_sure(question, ui),
        ]),
        Field::Multiple(choices) => together(vec![
            remark(ui.text(Label::ChooseAll)),
            options(rows("checkbox", choices)),
        ]),
        Field::Ranking(choices) => ranking::view(choices, question.hint.is_none(), ui),
        Field::Number(number) => number_field(number, question),
        Field::Text { text, .. } => text_field(text, question),
    }
}

fn options(rows: Vec<Html>) -> Html {
    // No list: a group of radio buttons is counted aloud already.
    html! { <div class="options">{ together(rows) }</div> }
}

fn rows(kind: &'static str, choices: &[Choice<'_>]) -> Vec<Html> {
    let content = |choice: &Choice<'_>| {
        let hint = choice
            .hint
            .map(|hint| html! { <small>{ words(hint) }</small> });
        together(vec![words(choice.text), hint.unwrap_or_default()])
    };
    choices
        .iter()
        .map(|choice| row(kind, choice.id, choice.chosen, content(choice)))
        .collect()
}

fn not_sure(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    row(
        "radio",
        Answer::NOT_SURE,
        question.not_sure,
        ui.text(Label::NotSure),
    )
}

fn row(kind: &'static str, value: &str, checked: bool, content: Html) -> Html {
    html! {
        <label class="option">
            <input type={kind} name={NAME} value={value.to_owned()} {checked} />
            <span>{ content }</span>
        </label>
    }
}

fn number_field(number: &str, question: &QuestionScreen<'_>) -> Html {
    // Not `type=number`: it swallows what it can't read, and wheels and arrows change it by
    // accident (GOV.UK Design System, "Text input", numbers).
    html! {
        <input
            class="short" type="text" inputmode="numeric" autocomplete="off" name={NAME}
            value={(!number.is_empty()).then(|| number.to_owned())} aria-labelledby={TITLE}
            aria-invalid={question.complaint.map(|_| "true")}
            aria-describedby={DESCRIPTION}
        />
    }
}

fn text_field(text: &str, question: &QuestionScreen<'_>) -> Html {
    html! {
        <textarea
            name={NAME} rows="4" defaultvalue={text.to_owned()} aria-labelledby={TITLE}
            aria-invalid={question.complaint.map(|_| "true")}
            aria-describedby={DESCRIPTION}
        />
    }
}
