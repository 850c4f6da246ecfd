//! The pane of texts for elsewhere: one message, ready for every outlet, to be changed and copied.

mod five;
mod text;

use leeward_document::Path;
use leeward_outlets::{Message, Outlet, make};
use yew::{Html, html};

use self::text::Text;
use super::{Ui, as_one, select};
use crate::{
    event::Event,
    naming,
    outlets::{Spot, message},
    state::{Pane, Work},
    writing::locales,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let language = &work.languages.0;
    let body = match message(work.document().tree(), language, work.now) {
        Some(message) => html! {
            <>
                { warnings(&message, work, ui) }
                { as_one(Outlet::ALL.map(|outlet| self::outlet(outlet, &message, work, ui))) }
            </>
        },
        None => html! {
            <div class="warm">
                <p>{ ui.say("outlets_unusable") }</p>
                <button type="button" class="secondary" onclick={ui.on_click(Event::Turned(Pane::Checks))}>{ ui.say("publish_to_checks") }</button>
            </div>
        },
    };
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("outlets_title") }</h2>
            <p>{ ui.say("outlets_lead") }</p>
            { languages(work, ui) }
            { body }
        </>
    }
}

fn languages(work: &Work, ui: Ui<'_>) -> Html {
    let all = locales(work.document().tree());
    if all.len() < 2 {
        return Html::default();
    }
    let named = all.iter().map(|tag| (tag.clone(), (ui.language)(tag)));
    let beside = work.languages.1.clone();
    let on_choice = ui
        .dispatch
        .reform(move |tag| Event::Spoken(tag, beside.clone()));
    select(
        "outlets-language",
        ui.say("edit_language"),
        named.collect(),
        &work.languages.0,
        on_choice,
    )
}

/// What is wrong with the message itself, whatever the outlet.
fn warnings(message: &Message, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let mut warnings: Vec<(String, Path)> = Vec::new();
    if message.expired.is_some() {
        let path = Path::parse("notice.expires_at");
        warnings.push((ui.say("outlets_expired"), path));
    }
    if message.is_overdue {
        let path = Path::parse("notice.next_update_at");
        warnings.push((ui.say("outlets_overdue"), path));
    }
    if let Some(first) = message.untranslated.first() {
        let name = |path: &String| naming::name(&Path::parse(path), tree, ui.words, ui.language);
        let places: Vec<String> = message.untranslated.iter().map(name).collect();
        let words = ui
            .words
            .fill("outlets_untranslated", &[("places", &places.join("; "))]);
        warnings.push((words, Path::parse(first)));
    }
    let warning = |(words, path): (String, Path)| {
        html! {
            <div class="warm">
                <p>{ words }</p>
                { five::shows(path, work, ui) }
            </div>
        }
    };
    warnings.into_iter().map(warning).collect()
}

/// An outlet with its boxes.
fn outlet(outlet: Outlet, message: &Message, work: &Work, ui: Ui<'_>) -> Html {
    let made = make(outlet, message, work.edits.wishes());
    let spot = |is_title| Spot {
        language: message.language.clone(),
        outlet,
        is_title,
    };
    let title = made.title.as_ref().map(|title| Text {
        spot: spot(true),
        made: title,
    });
    let text = Text {
        spot: spot(false),
        made: &made.text,
    };
    let (title_now, text_now) = (
        title.as_ref().map(|title| title.now(work).to_owned()),
        text.now(work).to_owned(),
    );
    let whole = match &title_now {
        Some(title) => [title, "\n", &text_now].concat(),
        None => text_now.clone(),
    };
    let page = (outlet == Outlet::Email).then(|| {
        let title = title_now.as_deref().unwrap_or_default();
        text::page(title, &text_now, message, ui)
    });
    let left_out = made.left_out.iter().map(|kind| {
        let key = ["outlets_left_", kind.name()].concat();
        ui.say(&key)
    });
    let left_out = left_out.collect::<Vec<_>>().join(" · ");
    html! {
        <section class="group outlet" key={outlet.name()} data-outlet={outlet.name()}>
            <h3>{ ui.say(&["outlets_", outlet.name()].concat()) }</h3>
            <p class="soft">{ ui.say(&["outlets_about_", outlet.name()].concat()) }</p>
            { if outlet == Outlet::Sms { segments(work, ui) } else { Html::default() } }
            { as_one(title.iter().map(|title| text::view(title, work, ui))) }
            { text::view(&text, work, ui) }
            { if left_out.is_empty() || work.edits.of(&text.spot).is_some() {
                Html::default()
            } else {
                html! { <p class="soft">{ ui.words.fill("outlets_left_out", &[("what", &left_out)]) }</p> }
            } }
            { five::view(&whole, message, work, ui) }
            { as_one(page) }
        </section>
    }
}

/// How many segments a text message may have.
fn segments(work: &Work, ui: Ui<'_>) -> Html {
    let usual = (String::new(), ui.say("outlets_segments_usual"));
    let counts = (1..=4).map(|count: usize| (count.to_string(), count.to_string()));
    let chosen = work.edits.segments.map(|count| count.to_string());
    let on_choice = ui
        .dispatch
        .reform(|count: String| Event::Segments(count.parse().ok()));
    select(
        "segments",
        ui.say("outlets_segments"),
        std::iter::once(usual).chain(counts).collect(),
        chosen.as_deref().unwrap_or_default(),
        on_choice,
    )
}
