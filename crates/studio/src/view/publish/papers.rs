//! What helps without a script and without a screen: the contact page, the contact data, the guide.

use yew::{Html, html};

use super::{Ui, publishes};
use crate::{
    event,
    publish::{Event, papers},
    state::Work,
    view::value_of,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let Some(playbook) = papers::playbook(work) else {
        return html! {
            <section class="group">
                <h3>{ ui.say("publish_page") }</h3>
                <p class="warm">{ ui.say("publish_no_page") }</p>
            </section>
        };
    };
    let site = &work.publishing.site;
    let refused = !site.trim().is_empty() && work.publishing.site().is_none();
    let oninput = ui.when(|event: yew::InputEvent| {
        let site = value_of(&event);
        Some(event::Event::Publishing(Event::SiteWritten(site)))
    });
    let described = refused.then_some("site-problem");
    // A team reads it in the language in which it writes, where visitors have that, too.
    let locales = playbook.locales();
    let spoken = locales.iter().find(|tag| *tag == ui.words.locale());
    let spoken = spoken.unwrap_or(&work.languages.0).clone();
    let data = papers::data(&playbook, ui.around, work.publishing.site());
    html! {
        <>
            <section class="group">
                <h3>{ ui.say("publish_page") }</h3>
                <p>{ ui.say("publish_page_text") }</p>
                <div class="box">
                    <label for="site">{ ui.say("publish_site") }</label>
                    <input id="site" type="text" dir="ltr" spellcheck="false" autocomplete="url" placeholder="https://" value={site.clone()} aria-invalid={refused.then_some("true")} aria-describedby={described} {oninput} />
                    if refused { <p class="problem" id="site-problem">{ ui.say("publish_site_problem") }</p> }
                </div>
                <button type="button" class="secondary" data-action="page" onclick={publishes(ui, Event::PageWanted)}>{ ui.say("publish_page_download") }</button>
                <p>{ ui.say("publish_data_text") }</p>
                <button type="button" class="secondary" data-action="copy-data" onclick={publishes(ui, Event::DataCopied(data.clone()))}>{ ui.say("publish_data_copy") }</button>
                <details>
                    <summary>{ ui.say("publish_data_show") }</summary>
                    <pre dir="ltr" tabindex="0" aria-label={ui.say("publish_data_show")}><code>{ data }</code></pre>
                </details>
            </section>
            <section class="group">
                <h3>{ ui.say("publish_guide") }</h3>
                <p>{ ui.say("publish_guide_text") }</p>
                <button type="button" class="secondary" data-action="guide" onclick={publishes(ui, Event::GuideTurned(Some(spoken)))}>{ ui.say("publish_guide_show") }</button>
            </section>
        </>
    }
}
