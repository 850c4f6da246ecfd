//! One question.

use triage::{
    Answer, Complaint, Event, Label,
    screen::{Field, QuestionScreen},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FormData};
use yew::{Callback, Html, InputEvent, MouseEvent, SubmitEvent, TargetCast as _, html};

use super::{
    Ui, complaint, field,
    frame::{self, Step},
    parts::{PROGRESS, hint, maybe, paragraph, primary, title, together},
    text, words,
};

pub fn view(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    let top = if question.for_agent {
        frame::leave(ui)
    } else {
        frame::back(progress(question, ui), ui)
    };
    let mut content = vec![top];
    let mut asked = vec![
        html! { <legend>{ title(words(question.text)) }</legend> },
        maybe(question.hint, hint),
        why(question, ui),
    ];
    if let Some(problem) = question.complaint {
        let problem = complaint_text(problem, ui);
        content.push(complaint::summary(
            vec![complaint::link("[name=answer]", text(problem.clone()))],
            ui,
        ));
        asked.push(complaint::at_field(problem));
    }
    asked.push(field::view(question, ui));
    // A single field has it itself, and nobody wants to hear it twice.
    let single = matches!(question.field, Field::Number(_) | Field::Text { .. });
    let described_by = (!single).then_some(field::DESCRIPTION);
    content
        .push(html! { <fieldset aria-describedby={described_by}>{ together(asked) }</fieldset> });
    let step = Step {
        name: "question",
        question: Some((question.id, question.kind)),
        content,
        buttons: buttons(question, ui),
        onsubmit: Some(on_submit(question, ui)),
        oninput: Some(on_input(question, ui)),
        ..Step::default()
    };
    frame::step(step, ui)
}

/// The most questions that are announced in advance.
const MOST_TOLD: usize = 5;

fn progress(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    let count = |number: usize| ui.vocabulary.number(number as i64);
    let (number, most) = (
        count(question.number),
        count(question.most.max(question.number)),
    );
    // The bound counts every question that is still possible, also such as exclude each other. A
    // large one would only discourage.
    let label = if question.most <= MOST_TOLD {
        Label::Progress
    } else {
        Label::Number
    };
    let content = ui.filled(label, &[("number", &number), ("most", &most)]);
    html! { <p id={PROGRESS} class="soft">{ content }</p> }
}

fn why(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    let Some(why) = question.why else {
        return Html::default();
    };
    html! {
        <details class="why">
            <summary>{ ui.text(Label::Why) }</summary>
            { paragraph(words(why)) }
        </details>
    }
}

fn buttons(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    let go_on = primary("continue", ui.text(Label::Continue));
    // Where there are options to pick from, "I'm not sure" is one of them.
    if let Field::Choice(_) | Field::YesNo(_) = question.field {
        return go_on;
    }
    let question = question.question;
    // What was entered goes along: it is there again for whoever comes back.
    let onclick = ui.dispatch.reform(move |event: MouseEvent| {
        let mut values = values(event.target_dyn_into());
        values.insert(0, Answer::NOT_SURE.to_owned());
        Event::Answered { question, values }
    });
    html! {
        <div class="buttons">
            { go_on }
            <button type="button" class="secondary" data-action="not_sure" {onclick}>{ ui.text(Label::NotSure) }</button>
        </div>
    }
}

/// Reads the form's values. They are the DOM's until they are sent, so typing costs nothing.
fn on_submit(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Callback<SubmitEvent> {
    let question = question.question;
    ui.dispatch.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let values = values(event.target_dyn_into());
        Event::Answered { question, values }
    })
}

fn on_input(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Callback<InputEvent> {
    let question = question.question;
    ui.dispatch.reform(move |event: InputEvent| {
        let values = values(event.target_dyn_into());
        Event::AnswerEdited { question, values }
    })
}

/// The values of the fields around something in a form.
fn values(inside: Option<Element>) -> Vec<String> {
    let form = inside.and_then(|inside| inside.closest("form").ok().flatten());
    let form = form.and_then(|form| form.dyn_into().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    let values = data.map(|data| data.get_all(field::NAME));
    let values = values
        .iter()
        .flat_map(js_sys::Array::iter)
        .filter_map(|value| value.as_string());
    values.collect()
}

fn complaint_text(complaint: Complaint, ui: Ui<'_>) -> String {
    let number = |number| ui.vocabulary.number(number);
    match complaint {
        Complaint::ChooseOne => ui.vocabulary.label(Label::ChooseOne),
        Complaint::ChooseSome => ui.vocabulary.label(Label::ChooseSome),
        Complaint::EnterNumber => ui.vocabulary.label(Label::EnterNumber),
        Complaint::OutOfRange { min, max } => ui.vocabulary.fill(
            Label::OutOfRange,
            &[("min", &number(min)), ("max", &number(max))],
        ),
        Complaint::EnterText => ui.vocabulary.label(Label::EnterText),
        Complaint::TooLong { most } => ui
            .vocabulary
            .fill(Label::TooLong, &[("most", &number(most as i64))]),
    }
}
