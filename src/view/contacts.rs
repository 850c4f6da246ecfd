//! Every way to make contact.

use triage::{Label, screen::Contacts};
use yew::Html;

use super::{
    Ui, emergency,
    frame::{self, Step},
    offer::{self, Place},
    parts::title,
};

pub fn view(contacts: &Contacts<'_>, ui: Ui<'_>) -> Html {
    let content = vec![
        frame::leave(ui),
        title(ui.text(Label::ContactsTitle)),
        emergency::view(contacts.emergency.as_ref(), ui),
        offer::list(&contacts.offers, Place::Contact, ui),
    ];
    frame::step(
        Step {
            name: "contacts",
            content,
            ..Step::default()
        },
        ui,
    )
}
