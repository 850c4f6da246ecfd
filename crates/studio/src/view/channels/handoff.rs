//! What a channel is told of a visitor: a draft, and parameters behind its link.

use leeward_document::Path;
use triage::{Kind, source::Node};
use yew::{Html, html};

use super::{problem, problem_line, tick};
use crate::view::entry::Entry;
use crate::{
    channels::{Wish, handoff},
    event::Event,
    state::Work,
    view::Ui,
};

/// Whether the visitor's answers are filled in where they write.
pub fn draft(path: &Path, node: &Node, kind: Kind, work: &Work, ui: Ui<'_>) -> Html {
    let is_set = handoff::has_draft(node, kind);
    let wish = Wish::Draft(path.clone(), kind, !is_set);
    let at = path.name("draft");
    let elsewhere = matches!(kind, Kind::Chat | Kind::Social);
    let warning = elsewhere.then(|| html! { <p class="soft">{ ui.say("way_draft_hint") }</p> });
    html! {
        <div class="field" data-path={at.to_string()}>
            <ul class="ticks" role="list">{ tick(is_set, wish, ui.say("way_draft"), false, ui) }</ul>
            { warning.unwrap_or_default() }
            { problem_line(problem(&at, work, ui)) }
        </div>
    }
}

/// What the link is told, as one line.
pub fn parameters(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let value = handoff::typed(node);
    let (channel, wrong, before) = (
        path.clone(),
        ui.say("way_parameters_wrong"),
        handoff::read(&value),
    );
    let judge = yew::Callback::from(move |text: String| match handoff::read(&text) {
        None => Err(wrong.clone()),
        read if read == before => Ok(None),
        Some(pairs) => Ok(Some(Event::Arranged(Wish::Parameters(
            channel.clone(),
            pairs,
        )))),
    });
    let at = path.name("parameters");
    html! {
        <div class="field" data-path={at.to_string()}>
            <Entry id={at.to_string()} label={ui.say("way_parameters")} {value} {judge} hint={ui.say("way_parameters_hint")} dispatch={ui.dispatch.clone()} />
            { problem_line(problem(&at, work, ui)) }
        </div>
    }
}
