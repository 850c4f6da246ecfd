//! The five things that a warning needs, and which of them a text has.

use leeward_document::Path;
use leeward_outlets::{Check, Message, Standing, examine};
use yew::{Html, html};

use crate::{
    event::Event,
    fields::nearest,
    naming,
    state::Work,
    view::{Ui, as_one},
};

/// What is there in one line; what isn't, each with the way to its field.
pub fn view(text: &str, message: &Message, work: &Work, ui: Ui<'_>) -> Html {
    let checks = examine(text, message);
    let (there, lacking): (Vec<&Check>, Vec<&Check>) =
        checks.iter().partition(|check| check.is_there());
    let names: Vec<String> = there.into_iter().map(|check| name(check, ui)).collect();
    let said = ui
        .words
        .fill("outlets_has", &[("what", &names.join(" · "))]);
    html! {
        <ul class="five" role="list">
            { if names.is_empty() { Html::default() } else { html! { <li data-standing="there">{ said }</li> } } }
            { as_one(lacking.into_iter().map(|check| lack(check, work, ui))) }
        </ul>
    }
}

fn lack(check: &Check, work: &Work, ui: Ui<'_>) -> Html {
    let key = match check.standing {
        Standing::Missing => "outlets_missing",
        Standing::Expired => "outlets_over",
        Standing::There | Standing::Absent => "outlets_absent",
    };
    let name = name(check, ui);
    let field = Path::parse(check.element.field());
    let place = naming::name(&field, work.document().tree(), ui.words, ui.language);
    let said = ui.words.fill(key, &[("what", &name), ("place", &place)]);
    html! {
        <li data-standing={check.standing.name()} data-element={check.element.name()}>
            <span>{ said }</span>
            { shows(field, work, ui) }
        </li>
    }
}

fn name(check: &Check, ui: Ui<'_>) -> String {
    ui.say(&["outlets_element_", check.element.name()].concat())
}

/// The way to where something is written, where there is one.
pub fn shows(path: Path, work: &Work, ui: Ui<'_>) -> Html {
    if nearest(&work.groups, &path).is_none() {
        return Html::default();
    }
    let place = naming::name(&path, work.document().tree(), ui.words, ui.language);
    let label = ui.words.fill("checks_show", &[("place", &place)]);
    html! { <button type="button" class="quiet" aria-label={label} onclick={ui.on_click(Event::Sought(path))}>{ ui.say("checks_show_short") }</button> }
}
