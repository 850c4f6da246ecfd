//! The line for danger to life.

use triage::{link::tel, screen::Emergency};
use yew::{Html, html};

use super::{
    parts::{items, paragraph},
    text, words,
};

pub fn view(emergency: Option<&Emergency<'_>>) -> Html {
    let Some(emergency) = emergency else {
        return Html::default();
    };
    let lines = emergency.lines.iter().map(|(name, number)| {
        html! {
            <a href={tel(number)} data-action="emergency">
                <bdi class="digits">{ text((*number).to_owned()) }</bdi>
                <span>{ words(*name) }</span>
            </a>
        }
    });
    html! {
        <div class="emergency">
            { paragraph(words(emergency.text)) }
            <ul>{ items(lines.collect()) }</ul>
        </div>
    }
}
