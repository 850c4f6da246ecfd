//! What must and what should be fixed, in plain words, each with its cure and the way to its place. The checks pane and
//! the publish pane show the same list.

use yew::{Html, html};

use super::{Ui, as_one};
use crate::{event::Event, findings::Finding, naming, state::Work};

/// All findings, errors first. Where they are not what somebody came for, those that can wait are folded.
pub fn view(work: &Work, folds: bool, ui: Ui<'_>) -> Html {
    let all = work.findings.all.iter();
    let (errors, rest): (Vec<&Finding>, Vec<&Finding>) = all.partition(|it| it.is_error());
    let (samples, warnings): (Vec<&Finding>, Vec<&Finding>) =
        rest.into_iter().partition(|finding| finding.is_sample());
    if work.findings.all.is_empty() {
        return html! {
            <div class="sound">
                <p>{ ui.say("checks_sound") }</p>
                <p>{ ui.say("checks_sound_lead") }</p>
            </div>
        };
    }
    html! {
        <>
            { unless_empty(&errors, || html! {
                <section class="group" key="errors">
                    <h3>{ ui.say("checks_errors") }</h3>
                    <p>{ ui.words.count("checks_count_errors", errors.len()) }</p>
                    { list(&errors, "errors", work, ui) }
                </section>
            }) }
            { unless_empty(&samples, || html! {
                <section class="group" key="samples">
                    <h3>{ ui.say("checks_samples") }</h3>
                    <p>{ ui.words.count("checks_count_samples", samples.len()) }</p>
                    { list(&samples, "samples", work, ui) }
                </section>
            }) }
            { unless_empty(&warnings, || self::warnings(&warnings, folds, errors.is_empty() && samples.is_empty(), work, ui)) }
        </>
    }
}

/// What can wait. Whoever came to publish reads first that they can.
fn warnings(warnings: &[&Finding], folds: bool, is_ready: bool, work: &Work, ui: Ui<'_>) -> Html {
    let count = ui.words.count("checks_count_warnings", warnings.len());
    let list = list(warnings, "warnings", work, ui);
    if !folds {
        return html! {
            <section class="group" key="warnings">
                <h3>{ ui.say("checks_warnings") }</h3>
                <p>{ count }</p>
                { list }
            </section>
        };
    }
    let ready = is_ready.then(|| html! { <p class="sound">{ ui.say("checks_sound_lead") }</p> });
    html! {
        <>
            { as_one(ready) }
            <details class="group" key="folded"><summary>{ count }</summary>{ list }</details>
        </>
    }
}

fn unless_empty(findings: &[&Finding], view: impl FnOnce() -> Html) -> Html {
    if findings.is_empty() {
        Html::default()
    } else {
        view()
    }
}

fn list(findings: &[&Finding], kind: &'static str, work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <ul class="findings" role="list" data-kind={kind}>
            { for findings.iter().map(|finding| item(finding, work, ui)) }
        </ul>
    }
}

fn item(finding: &Finding, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let place = naming::name(&finding.path, tree, ui.words, ui.language);
    let show = work.way_to(&finding.place).map(|_| {
        let name = ui.words.fill("checks_show", &[("place", &place)]);
        html! {
            <button type="button" class="quiet" aria-label={name} onclick={ui.on_click(Event::Sought(finding.place.clone()))}>{ ui.say("checks_show_short") }</button>
        }
    });
    let key = [
        finding.code.as_str(),
        " ",
        &finding.path.to_string(),
        " ",
        &finding.message,
    ]
    .concat();
    html! {
        <li {key} data-code={finding.code.as_str()}>
            <strong>{ place.clone() }</strong>
            <p>{ words(finding, ui) }</p>
            <div class="cures">
                { fixes(finding, &place, ui) }
                { as_one(show) }
            </div>
            { exactly(finding, ui) }
        </li>
    }
}

/// What is wrong and what to do, in plain words.
pub fn words(finding: &Finding, ui: Ui<'_>) -> String {
    finding.said.words(ui.words, ui.language)
}

/// A button for each cure; the place in its name tells it from the others for whoever hears it.
pub fn fixes(finding: &Finding, place: &str, ui: Ui<'_>) -> Html {
    let button = |(which, fix): (usize, &crate::fixes::Fix)| {
        let what = fix.said.words(ui.words, ui.language);
        let name = ui
            .words
            .fill("checks_with", &[("what", &what), ("place", place)]);
        let event = Event::Mended(Box::new(finding.clone()), which);
        html! { <button key={which} type="button" class="secondary" data-fix={which.to_string()} aria-label={name} onclick={ui.on_click(event)}>{ what }</button> }
    };
    finding.fixes.iter().enumerate().map(button).collect()
}

/// The checker's own sentence, which a developer may want.
fn exactly(finding: &Finding, ui: Ui<'_>) -> Html {
    html! {
        <details class="exactly">
            <summary>{ ui.say("checks_exactly") }</summary>
            <p lang="en">{ super::sentence(&finding.message) }</p>
        </details>
    }
}
