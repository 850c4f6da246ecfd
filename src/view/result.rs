//! Who can help: two options first, then everything that makes them easier to take.

use triage::{
    Event, Label, ResourceKind, Words,
    screen::{Offer, ResourceLink, ResultScreen, Told},
};
use yew::{Html, html};

use super::{
    Ui, emergency,
    frame::{self, Step},
    offer::{self, Place},
    parts::{
        items, maybe, new_tab, paragraph, points, quiet, span, title, titled, together, unseen,
    },
    text, words,
};

pub fn view(result: &ResultScreen<'_>, ui: Ui<'_>) -> Html {
    let passed = result
        .passed_over
        .iter()
        .map(|(name, reason)| offer::passed_over(*name, *reason, ui));
    let content = vec![
        frame::back(Html::default(), ui),
        title(ui.text(Label::Result)),
        emergency::view(result.emergency.as_ref(), ui),
        maybe(result.reassurance, paragraph),
        offer::view(&result.best, Place::Best, result.because, ui),
        offer::view(&result.second, Place::Second, None, ui),
        together(passed.collect()),
        titled(
            ui.text(Label::Expect),
            result
                .expectations
                .iter()
                .map(|text| words(*text))
                .collect(),
            points,
        ),
        story(result.story, ui),
        titled(
            ui.text(Label::Resources),
            result
                .resources
                .iter()
                .map(|link| resource(link, ui))
                .collect(),
            links,
        ),
        others(&result.others, ui),
        for_agent(result.asks_for_agent, ui),
        titled(
            ui.text(Label::Told),
            result.told.iter().map(|told| answer(told, ui)).collect(),
            answers,
        ),
        quiet(
            "restart",
            ui.text(Label::Restart),
            ui.on_click(Event::Restarted),
        ),
    ];
    let route = Some(result.route);
    frame::step(
        Step {
            name: "result",
            route,
            about: Some(result.about.join("\n")).filter(|about| !about.is_empty()),
            content,
            ..Step::default()
        },
        ui,
    )
}

fn for_agent(asks: bool, ui: Ui<'_>) -> Html {
    if !asks {
        return Html::default();
    }
    quiet(
        "for_agent",
        ui.text(Label::ForAgent),
        ui.on_click(Event::AgentQuestionsRequested),
    )
}

fn story(story: Option<Words<'_>>, ui: Ui<'_>) -> Html {
    let Some(story) = story else {
        return Html::default();
    };
    html! {
        <figure class="story">
            <figcaption>{ ui.text(Label::Story) }</figcaption>
            <blockquote>{ words(story) }</blockquote>
        </figure>
    }
}

fn links(links: Vec<Html>) -> Html {
    html! { <ul class="resources">{ items(links) }</ul> }
}

fn resource(link: &ResourceLink<'_>, ui: Ui<'_>) -> Html {
    let kind = link.kind.map(|kind| match kind {
        ResourceKind::Government => Label::Government,
        ResourceKind::Community => Label::Community,
        ResourceKind::SelfCare => Label::SelfCare,
        ResourceKind::Guide => Label::Guide,
    });
    let kinds = kind
        .into_iter()
        .chain(link.unlocked.then_some(Label::Unlocked));
    let title = together(vec![words(link.title), new_tab(ui)]);
    together(vec![
        html! { <a href={link.url.to_owned()} target="_blank" rel="noopener noreferrer">{ title }</a> },
        maybe(link.about, span),
        html! { <ul class="kinds">{ items(kinds.map(|kind| ui.text(kind)).collect()) }</ul> },
    ])
}

fn others(offers: &[Offer<'_>], ui: Ui<'_>) -> Html {
    if offers.is_empty() {
        return Html::default();
    }
    html! {
        <details class="others">
            <summary>{ ui.text(Label::Others) }</summary>
            { offer::list(offers, Place::Other, ui) }
        </details>
    }
}

fn answers(answers: Vec<Html>) -> Html {
    html! { <dl class="told">{ together(answers) }</dl> }
}

fn answer(told: &Told<'_>, ui: Ui<'_>) -> Html {
    // The question makes the name of each button differ from the others', for those who list them.
    let change = together(vec![ui.text(Label::Change), unseen(words(told.text))]);
    let onclick = ui.on_click(Event::ChangeRequested(told.question));
    html! {
        <div>
            <dt>{ words(told.text) }</dt>
            <dd>
                <span>{ text(ui.vocabulary.said(&told.said)) }</span>
                <button type="button" class="quiet" data-action="change" data-question={told.id.to_owned()} {onclick}>
                    { change }
                </button>
            </dd>
        </div>
    }
}
