//! The line for danger to life.

use triage::{Label, Words, link::tel, screen::Emergency};
use yew::{Html, html};

use super::{
    Ui,
    parts::{items, paragraph},
    text, words,
};

pub fn view(emergency: Option<&Emergency<'_>>, ui: Ui<'_>) -> Html {
    let Some(emergency) = emergency else {
        return Html::default();
    };
    html! {
        <div class="emergency">
            { paragraph(words(emergency.text)) }
            { calls(&emergency.lines) }
            { elsewhere(&emergency.elsewhere, ui) }
        </div>
    }
}

/// Where the visitor is, is a guess: the numbers of other places are one press away.
fn elsewhere(lines: &[(Words<'_>, &str)], ui: Ui<'_>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ ui.text(Label::Elsewhere) }</summary>
            { calls(lines) }
        </details>
    }
}

fn calls(lines: &[(Words<'_>, &str)]) -> Html {
    let calls = lines.iter().map(|(name, number)| {
        html! {
            <a href={tel(number)} data-action="emergency">
                <bdi class="digits" translate="no">{ text((*number).to_owned()) }</bdi>
                <span>{ words(*name) }</span>
            </a>
        }
    });
    html! { <ul>{ items(calls.collect()) }</ul> }
}
