//! One question.

use triage::{
    Answer, Complaint, Event, Label,
    screen::{Field, QuestionScreen},
};
use wasm_bindgen::JsCast as _;
use web_sys::{FormData, HtmlFormElement};
use yew::{Callback, Html, SubmitEvent, html};

use super::{Ui, field, frame, words};

/// The id of the first field, to which the error summary leads.
pub const FIRST_FIELD: &str = "answer";
/// The id of the message at the field.
pub const FIELD_ERROR: &str = "answer-error";

pub fn view(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    let complaint = question.complaint.map(|complaint| complaint_text(complaint, ui));
    let count = |number: usize| ui.vocabulary.number(i64::try_from(number).unwrap_or_default());
    let progress = ui.vocabulary.fill(Label::Progress, &[
        ("number", &count(question.number)),
        ("most", &count(question.most.max(question.number))),
    ]);
    html! {
        // The key keeps typed text and focus from leaking into the next question.
        <form
            key={question.id} class="step" novalidate=true onsubmit={submitted(question, ui)}
            data-step="question" data-question={question.id.to_owned()} data-type={question.kind}
        >
            <div class="scroll">
                { frame::top(ui, Label::Back, Event::WentBack, Some(progress)) }
                if let Some(complaint) = &complaint { { summary(complaint, ui) } }
                <fieldset aria-describedby={complaint.is_some().then_some(FIELD_ERROR)}>
                    <legend><h3 tabindex="-1">{ words(question.text) }</h3></legend>
                    if let Some(hint) = question.hint { <p class="soft">{ words(hint) }</p> }
                    if let Some(why) = question.why {
                        <details class="why">
                            <summary>{ ui.label(Label::Why) }</summary>
                            <p>{ words(why) }</p>
                        </details>
                    }
                    if let Some(complaint) = &complaint {
                        <p id={FIELD_ERROR} class="field-error">{ complaint }</p>
                    }
                    { field::view(question, ui) }
                </fieldset>
            </div>
            { frame::bar(ui, buttons(question, ui)) }
        </form>
    }
}

fn buttons(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Html {
    // Where there are options to pick from, "I'm not sure" is one of them.
    let among_options = matches!(question.field, Field::Choice(_) | Field::YesNo(_));
    let not_sure = Event::Answered {
        question: question.question,
        values: vec![Answer::NOT_SURE.to_owned()],
    };
    html! {
        <div class="buttons">
            <button type="submit" class="primary" data-action="continue">{ ui.label(Label::Continue) }</button>
            if !among_options {
                <button type="button" class="secondary" data-action="not_sure" onclick={ui.on(not_sure)}>
                    { ui.label(Label::NotSure) }
                </button>
            }
        </div>
    }
}

/// Reads the form's values. They are the DOM's until they are sent, so typing costs nothing.
fn submitted(question: &QuestionScreen<'_>, ui: Ui<'_>) -> Callback<SubmitEvent> {
    let question = question.question;
    ui.dispatch.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let data = form.and_then(|form| FormData::new_with_form(&form).ok());
        let values = data.map(|data| data.get_all(field::NAME));
        let values = values.iter().flat_map(js_sys::Array::iter).filter_map(|value| value.as_string());
        Event::Answered { question, values: values.collect() }
    })
}

fn summary(complaint: &str, ui: Ui<'_>) -> Html {
    html! {
        <div class="error-summary" role="alert" tabindex="-1">
            <h4>{ ui.label(Label::Check) }</h4>
            <a href={["#", FIRST_FIELD].concat()} onclick={field::focus_in_form("[name=answer]")}>{ complaint }</a>
        </div>
    }
}

fn complaint_text(complaint: Complaint, ui: Ui<'_>) -> String {
    let number = |number| ui.vocabulary.number(number);
    match complaint {
        Complaint::ChooseOne => ui.label(Label::ChooseOne),
        Complaint::ChooseSome => ui.label(Label::ChooseSome),
        Complaint::EnterNumber => ui.label(Label::EnterNumber),
        Complaint::OutOfRange { min, max } => {
            ui.vocabulary.fill(Label::OutOfRange, &[("min", &number(min)), ("max", &number(max))])
        }
        Complaint::EnterText => ui.label(Label::EnterText),
        Complaint::TooLong { most } => {
            let most = number(i64::try_from(most).unwrap_or_default());
            ui.vocabulary.fill(Label::TooLong, &[("most", &most)])
        }
    }
}
