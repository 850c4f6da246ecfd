//! The draft as a link, for a colleague who is to look at it.

use yew::{Html, html};

use super::{Ui, publishes};
use crate::{
    publish::{Event, share::LONG},
    state::Work,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let link = work.publishing.link.as_ref();
    // One that carries older words would be worse than none.
    let link = link.filter(|(_, text)| text == work.document().text());
    html! {
        <section class="group">
            <h3>{ ui.say("publish_link") }</h3>
            <p>{ ui.say("publish_link_text") }</p>
            {
                match link {
                    None => html! { <button type="button" class="secondary" data-action="link" onclick={publishes(ui, Event::LinkWanted)}>{ ui.say("publish_link_make") }</button> },
                    Some((link, _)) => made(link, ui),
                }
            }
        </section>
    }
}

fn made(link: &str, ui: Ui<'_>) -> Html {
    let length = ui
        .words
        .fill("publish_link_length", &[("count", &link.len().to_string())]);
    let long = link.len() > LONG;
    html! {
        <>
            <div class="box">
                <label for="link">{ ui.say("publish_link_label") }</label>
                <input id="link" type="text" dir="ltr" readonly={true} value={link.to_owned()} />
            </div>
            <p role="status" class={if long { "warm" } else { "soft" }} data-length={link.len().to_string()}>
                { length }{ if long { [" ", &ui.say("publish_link_long")].concat() } else { String::new() } }
            </p>
            <button type="button" class="secondary" data-action="copy-link" onclick={publishes(ui, Event::LinkCopied)}>{ ui.say("publish_link_copy") }</button>
        </>
    }
}
