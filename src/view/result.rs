//! Who can help: two options first, then everything that makes them easier to take.

use triage::{
    Event, Label, ResourceKind,
    screen::{ResourceLink, ResultScreen, Told},
};
use yew::{Html, html};

use super::{Ui, emergency, frame, offer, offer::Place, words};

pub fn view(result: &ResultScreen<'_>, ui: Ui<'_>) -> Html {
    html! {
        <div key="result" class="step" data-step="result" data-route={result.route.to_owned()}>
            <div class="scroll">
                { frame::top(ui, Label::Back, Event::WentBack, None) }
                <h3 tabindex="-1">{ ui.label(Label::Result) }</h3>
                if let Some(line) = &result.emergency { { emergency::view(line, ui) } }
                if let Some(text) = result.reassurance { <p>{ words(text) }</p> }
                if let Some(text) = result.because { <p>{ words(text) }</p> }
                { offer::view(&result.best, Place::Best, ui) }
                { passed_over(result, ui) }
                { offer::view(&result.second, Place::Second, ui) }
                { after(result, ui) }
                { told(&result.told, ui) }
                <button type="button" class="quiet" data-action="restart" onclick={ui.on(Event::Restarted)}>
                    { ui.label(Label::Restart) }
                </button>
            </div>
            { frame::bar(ui, html! {}) }
        </div>
    }
}

fn passed_over(result: &ResultScreen<'_>, ui: Ui<'_>) -> Html {
    html! {
        for (channel, reason) in &result.passed_over {
            <p class="soft passed">{ offer::passed_over(*channel, *reason, ui) }</p>
        }
    }
}

/// What comes after the two options.
fn after(result: &ResultScreen<'_>, ui: Ui<'_>) -> Html {
    html! {
        <>
            if !result.expectations.is_empty() {
                <h4>{ ui.label(Label::Expect) }</h4>
                <ul>{ for result.expectations.iter().map(|text| html! { <li>{ words(*text) }</li> }) }</ul>
            }
            if let Some(story) = result.story {
                <figure class="story">
                    <figcaption>{ ui.label(Label::Story) }</figcaption>
                    <blockquote>{ words(story) }</blockquote>
                </figure>
            }
            if !result.resources.is_empty() {
                <h4>{ ui.label(Label::Resources) }</h4>
                <ul class="resources">{ for result.resources.iter().map(|link| resource(link, ui)) }</ul>
            }
            if !result.others.is_empty() {
                <details class="others">
                    <summary>{ ui.label(Label::Others) }</summary>
                    { offer::list(&result.others, Place::Other, ui) }
                </details>
            }
        </>
    }
}

fn resource(link: &ResourceLink<'_>, ui: Ui<'_>) -> Html {
    let kind = link.kind.map(|kind| match kind {
        ResourceKind::Government => Label::Government,
        ResourceKind::Community => Label::Community,
        ResourceKind::SelfCare => Label::SelfCare,
        ResourceKind::Guide => Label::Guide,
    });
    html! {
        <li>
            <a href={link.url.to_owned()} target="_blank" rel="noopener noreferrer">
                { words(link.title) }<span class="unseen">{ ui.label(Label::NewTab) }</span>
            </a>
            if let Some(about) = link.about { <span>{ words(about) }</span> }
            <span class="kinds">
                if let Some(kind) = kind { <span>{ ui.label(kind) }</span> }
                if link.unlocked { <span class="unlocked">{ ui.label(Label::Unlocked) }</span> }
            </span>
        </li>
    }
}

fn told(told: &[Told<'_>], ui: Ui<'_>) -> Html {
    if told.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ ui.label(Label::Told) }</h4>
            <dl class="told">
                { for told.iter().map(|told| html! {
                    <div key={told.id}>
                        <dt>{ words(told.text) }</dt>
                        <dd>
                            <span>{ ui.vocabulary.said(&told.said) }</span>
                            <button
                                type="button" class="quiet" data-action="change" data-question={told.id.to_owned()}
                                aria-label={[&ui.label(Label::Change), ": ", told.text.text].concat()}
                                onclick={ui.on(Event::ChangeRequested(told.question))}
                            >{ ui.label(Label::Change) }</button>
                        </dd>
                    </div>
                }) }
            </dl>
        </>
    }
}
