//! Every way to make contact.

use triage::{Event, Label, screen::Contacts};
use yew::{Html, html};

use super::{Ui, emergency, frame, offer, offer::Place};

pub fn view(contacts: &Contacts<'_>, ui: Ui<'_>) -> Html {
    html! {
        <div key="contacts" class="step" data-step="contacts">
            <div class="scroll">
                { frame::top(ui, Label::Return, Event::Returned, None) }
                <h3 tabindex="-1">{ ui.label(Label::ContactsTitle) }</h3>
                if let Some(line) = &contacts.emergency { { emergency::view(line, ui) } }
                { offer::list(&contacts.offers, Place::Contact, ui) }
            </div>
            { frame::bare_bar(ui) }
        </div>
    }
}
