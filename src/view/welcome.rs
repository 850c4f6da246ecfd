//! The first screen: what is known, the line for danger to life, and the way in.

use triage::{
    Event, Label, Words,
    screen::{Notice, Welcome},
};
use yew::{Html, html};

use super::{
    Ui, emergency,
    frame::{self, Step},
    parts::{points, primary, remark, span, title, titled, together},
    text, words,
};

pub fn view(welcome: &Welcome<'_>, ui: Ui<'_>) -> Html {
    let notice = welcome.notice.as_ref();
    let content = vec![
        languages(ui),
        title(notice.map_or_else(|| ui.text(Label::Greeting), |notice| words(notice.text))),
        emergency::view(welcome.emergency.as_ref(), ui),
        notice.map_or_else(Html::default, |notice| facts(notice, ui)),
    ];
    let buttons = together(vec![
        remark(ui.text(Label::StartHint)),
        primary("start", ui.text(Label::Start)),
    ]);
    let onsubmit = Some(ui.on_submit(Event::Started));
    frame::step(
        Step {
            name: "welcome",
            content,
            buttons,
            onsubmit,
            ..Step::default()
        },
        ui,
    )
}

/// A button for each language, before anything has to be read.
fn languages(ui: Ui<'_>) -> Html {
    let languages = ui.vocabulary.languages();
    if !(2..=6).contains(&languages.len()) {
        return Html::default();
    }
    let current = ui.vocabulary.locale();
    let buttons = languages.into_iter().map(|(tag, name)| {
        let pressed = if tag == current { "true" } else { "false" };
        let onclick = ui.on_click(Event::LocaleRequested(tag.clone()));
        html! {
            <button type="button" lang={tag.clone()} data-locale={tag.clone()} aria-pressed={pressed} {onclick}>
                { text(name) }
            </button>
        }
    });
    html! {
        <div class="languages" role="group" translate="no" aria-label={ui.vocabulary.label(Label::Language)}>
            { together(buttons.collect()) }
        </div>
    }
}

fn facts(notice: &Notice<'_>, ui: Ui<'_>) -> Html {
    let list = |texts: &[Words<'_>]| texts.iter().map(|text| words(*text)).collect();
    let time = |label, utc| {
        let time = ui.vocabulary.moment(utc);
        span(ui.filled(label, &[("time", &time)]))
    };
    let mut times: Vec<Html> = notice
        .place
        .map(|place| span(words(place)))
        .into_iter()
        .collect();
    times.push(time(Label::Updated, notice.updated_at));
    times.extend(
        notice
            .next_update_at
            .map(|next| time(Label::NextUpdate, next)),
    );
    together(vec![
        titled(ui.text(Label::Known), list(&notice.known), points),
        titled(ui.text(Label::Unknown), list(&notice.unknown), points),
        html! { <p class="times">{ together(times) }</p> },
    ])
}
