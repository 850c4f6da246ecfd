//! How the draft was earlier.

use yew::{Html, html};

use super::{Ui, as_one, publishes};
use crate::{publish::Event, state::Work};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let item = |moment: i64, words: String| {
        html! {
            <li key={moment}>
                <button type="button" class="quiet" data-version={moment.to_string()} onclick={publishes(ui, Event::WentBack(moment))}>{ words }</button>
            </li>
        }
    };
    let earlier = work.publishing.versions.iter().map(|moment| {
        let words = ui.around.moment(ui.words.locale(), *moment);
        item(
            *moment,
            ui.words.fill("publish_back_to", &[("time", &words)]),
        )
    });
    html! {
        <section class="group">
            <h3>{ ui.say("publish_versions") }</h3>
            <p>{ ui.say("publish_versions_text") }</p>
            <ul class="versions" role="list">
                { as_one(earlier) }
                { item(work.id, ui.say("publish_back_to_start")) }
            </ul>
        </section>
    }
}
