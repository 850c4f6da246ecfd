//! The checks pane: what must be fixed before publishing, and what should be looked at.

use yew::{Html, html};

use super::{Ui, as_one, findings};
use crate::state::Work;

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let unusable = (!work.findings.usable)
        .then(|| html! { <p class="warm">{ ui.say("checks_unusable") }</p> });
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("checks_title") }</h2>
            { as_one(unusable) }
            { findings::view(work, false, ui) }
        </>
    }
}
