//! The message form. The fields are controlled, so that not a word is lost on the way to the
//! contact list and back, or when sending fails.

use triage::{DraftField, Event, Label, Outcome, screen::MessageScreen};
use yew::{Callback, Html, InputEvent, html};

use super::{
    Ui, complaint,
    frame::{self, Step},
    offer::{self, Place},
    parts::{HINT, hint, maybe, paragraph, primary, remark, title, together},
    value_of,
};

/// The name of an outcome in `data-outcome`; must never change.
const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Writing => "",
        Outcome::Incomplete => "incomplete",
        Outcome::Sending => "sending",
        Outcome::Sent => "sent",
        Outcome::Queued => "queued",
        Outcome::Failed => "failed",
        Outcome::Uncertain => "unknown",
    }
}

pub fn view(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let mut content = vec![
        frame::leave(ui),
        title(ui.text(if message.calls_back {
            Label::CallbackTitle
        } else {
            Label::MessageTitle
        })),
        outcome(message, ui),
    ];
    let mut buttons = primary("done", ui.text(Label::Done));
    let mut next = Event::Returned;
    if message.outcome != Outcome::Sent {
        content.extend(fields(message, ui));
        // The outbox offers to keep what is written. Without its key it would become what is drawn next, with the offer in it.
        content.push(html! { <div key="keep" class="keep" /> });
        content.push(maybe(message.consent, remark));
        let sending = message.outcome == Outcome::Sending;
        let under_way = sending.then(|| ui.text(Label::Sending));
        // A button that changes its name is not heard.
        content.push(html! { <p class="unseen" role="status">{ under_way.clone() }</p> });
        buttons = primary("send", under_way.unwrap_or_else(|| ui.text(Label::Send)));
        next = Event::MessageSubmitted;
    }
    let onsubmit = Some(ui.on_submit(next));
    frame::step(
        Step {
            name: "message",
            content,
            buttons,
            onsubmit,
            ..Step::default()
        },
        ui,
    )
}

fn outcome(message: &MessageScreen<'_>, ui: Ui<'_>) -> Html {
    let mut content = match message.outcome {
        Outcome::Writing | Outcome::Sending => return Html::default(),
        Outcome::Incomplete => return complaint::summary(complaints(message, ui), ui),
        Outcome::Sent => {
            let label = if message.reachable {
                Label::Sent
            } else {
                Label::Arrived
            };
            let contact = ("contact", message.draft.contact.trim());
            vec![paragraph(ui.filled(label, &[contact]))]
        }
        Outcome::Queued => vec![paragraph(ui.text(Label::Queued))],
        Outcome::Failed => vec![paragraph(ui.text(Label::Failed))],
        Outcome::Uncertain => vec![paragraph(ui.text(Label::Uncertain))],
    };
    if message.outcome != Outcome::Sent {
        content.push(offer::list(
            message.others.get(..2).unwrap_or(&message.others),
            Place::Other,
            ui,
        ));
    }
    html! {
        <div key="outcome" class="outcome" data-outcome={outcome_name(message.outcome)} role="status" tabindex="-1">
            { together(content) }
        </div>
    }
}

fn complaints(message: &MessageScreen<'_>, ui: Ui<'_>) -> Vec<Html> {
    let mut complaints = Vec::new();
    if message.missing.message {
        complaints.push(complaint::link(
            "[name=message]",
            ui.text(Label::EnterMessage),
        ));
    }
    complaints.extend(
        contact_complaint(message, ui).map(|words| complaint::link("[name=contact]", words)),
    );
    complaints
}

/// What is wrong with where to answer. Whoever has neither an address nor a number is told how to send it all the same.
fn contact_complaint(message: &MessageScreen<'_>, ui: Ui<'_>) -> Option<Html> {
    let label = if message.calls_back {
        Label::EnterPhone
    } else {
        Label::EnterContact
    };
    if message.missing.contact {
        return Some(ui.text(label));
    }
    let anyway = || ui.filled(Label::Anyway, &[("enter", &ui.vocabulary.label(label))]);
    message.missing.address.then(anyway)
}

fn fields(message: &MessageScreen<'_>, ui: Ui<'_>) -> Vec<Html> {
    let draft = message.draft;
    let calls_back = message.calls_back;
    let no_text = message.missing.message;
    let complaint = contact_complaint(message, ui);
    let sent_along = if message.sends_answers {
        remark(ui.text(Label::MessageHint))
    } else {
        Html::default()
    };
    let area = html! {
        <textarea
            name="message" rows="5" required={!calls_back} value={draft.message.clone()}
            aria-invalid={no_text.then_some("true")} oninput={on_input(DraftField::Message, ui)}
        />
    };
    let contact = line(
        "contact",
        if calls_back { "tel" } else { "email" },
        complaint.is_some(),
        &draft.contact,
        on_input(DraftField::Contact, ui),
    );
    let name = line(
        "name",
        "name",
        false,
        &draft.name,
        on_input(DraftField::Name, ui),
    );
    // Programs fill in every field they find; people don't find this one.
    let trap = line(
        "website",
        "off",
        false,
        &draft.trap,
        on_input(DraftField::Trap, ui),
    );
    let (text_label, contact_label) = if calls_back {
        (Label::CallbackTime, Label::CallbackNumber)
    } else {
        (Label::MessageText, Label::MessageContact)
    };
    let no_text = no_text.then(|| ui.text(Label::EnterMessage));
    let text = labelled(text_label, no_text, area, ui);
    let contact = together(vec![
        labelled(contact_label, complaint, contact, ui),
        hint(ui.text(Label::MessageContactHint)),
    ]);
    let [first, then] = if calls_back {
        [contact, text]
    } else {
        [text, contact]
    };
    vec![
        sent_along,
        first,
        then,
        labelled(Label::MessageName, None, name, ui),
        html! { <div class="trap">{ trap }</div> },
    ]
}

fn labelled(label: Label, complaint: Option<Html>, field: Html, ui: Ui<'_>) -> Html {
    let complaint = complaint.map(|words| html! { <span class="field-error">{ words }</span> });
    html! { <label class="field">{ together(vec![ui.text(label), complaint.unwrap_or_default(), field]) }</label> }
}

fn line(
    name: &'static str,
    autocomplete: &'static str,
    invalid: bool,
    value: &str,
    oninput: Callback<InputEvent>,
) -> Html {
    html! {
        <input
            type="text" {name} {autocomplete} inputmode={(autocomplete == "tel").then_some("tel")} value={value.to_owned()} required={name == "contact"}
            aria-invalid={invalid.then_some("true")} aria-describedby={(name == "contact").then_some(HINT)}
            dir={(name == "contact").then_some("auto")} {oninput}
        />
    }
}

fn on_input(field: DraftField, ui: Ui<'_>) -> Callback<InputEvent> {
    ui.dispatch
        .reform(move |event: InputEvent| Event::MessageEdited(field, value_of(&event)))
}
