//! The line for danger to life.

use triage::{Label, link::tel, screen::Emergency};
use yew::{Html, html};

use super::{Ui, words};

pub fn view(emergency: &Emergency<'_>, ui: Ui<'_>) -> Html {
    html! {
        <div class="emergency">
            <p>{ words(emergency.text) }</p>
            <ul>
                { for emergency.lines.iter().map(|(name, number)| {
                    let call = ui.vocabulary.fill(Label::Call, &[("number", number)]);
                    html! {
                        <li>
                            <a href={tel(number)} data-action="emergency" aria-label={[&call, ": ", name.text].concat()}>
                                <bdi class="digits">{ *number }</bdi>
                            </a>
                            <span>{ words(*name) }</span>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
