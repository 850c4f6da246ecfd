//! The checks pane: what must be fixed before publishing, and what should be looked at.

use yew::{Html, html};

use super::Ui;
use crate::{event::Event, fields::nearest, findings::Finding, naming, state::Work};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) = work
        .findings
        .all
        .iter()
        .partition(|finding| finding.is_error);
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("checks_title") }</h2>
            { if errors.is_empty() && warnings.is_empty() {
                html! { <p class="sound">{ ui.say("checks_sound") }</p> }
            } else {
                Html::default()
            } }
            { if work.findings.usable { Html::default() } else { html! { <p class="warm">{ ui.say("checks_unusable") }</p> } } }
            { list(&errors, "errors", ui.say("checks_errors"), work, ui) }
            { list(&warnings, "warnings", ui.say("checks_warnings"), work, ui) }
        </>
    }
}

fn list(findings: &[&Finding], kind: &'static str, title: String, work: &Work, ui: Ui<'_>) -> Html {
    if findings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="group">
            <h3>{ title }</h3>
            <ul class="findings" role="list" data-kind={kind}>
                { for findings.iter().map(|finding| item(finding, work, ui)) }
            </ul>
        </section>
    }
}

fn item(finding: &Finding, work: &Work, ui: Ui<'_>) -> Html {
    let place = naming::name(&finding.path, work.document().tree(), ui.words, ui.language);
    let show = nearest(&work.groups, &finding.path).map(|_| {
        let name = ui.words.fill("checks_show", &[("place", &place)]);
        html! {
            <button type="button" class="secondary" aria-label={name} onclick={ui.on_click(Event::Sought(finding.path.clone()))}>{ ui.say("checks_show_short") }</button>
        }
    });
    html! {
        <li>
            <div>
                <strong>{ place }</strong>
                <p lang="en">{ super::sentence(&finding.message) }</p>
            </div>
            { for show }
        </li>
    }
}
