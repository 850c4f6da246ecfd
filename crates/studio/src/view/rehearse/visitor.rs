//! Who the visitor is: when, where, in which language, with what in their hands, and what fails.

use triage::source::Node;
use yew::{Callback, Html, html};

use super::super::{Ui, live, select, value_of};
use crate::{
    event::Event,
    rehearse::{Change, Device, Page, Theme, city, moment::Reading, picks::Pick},
    state::Work,
    writing::locales,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <section class="group" aria-labelledby="rehearse-visitor">
            <h3 id="rehearse-visitor">{ ui.say("rehearse_visitor") }</h3>
            { picks(work, ui) }
            <div class="who">
                { moment(work, ui) }
                { zone(work, ui) }
                { language(work, ui) }
                { choice("rehearse-device", "rehearse_device", Device::ALL.iter().map(|one| (*one, one.name())), work.rehearsal.device, Change::Device, ui) }
                { choice("rehearse-theme", "rehearse_theme", Theme::ALL.iter().map(|one| (*one, one.name())), work.rehearsal.theme, Change::Theme, ui) }
                { choice("rehearse-page", "rehearse_page", Page::ALL.iter().map(|one| (*one, one.name())), work.rehearsal.page, Change::Page, ui) }
            </div>
            { channels(work, ui) }
        </section>
    }
}

fn changes<T: 'static>(ui: Ui<'_>, change: impl Fn(T) -> Option<Change> + 'static) -> Callback<T> {
    ui.when(move |what| change(what).map(Event::Rehearsed))
}

fn picks(work: &Work, ui: Ui<'_>) -> Html {
    let now = [(ui.say("rehearse_now"), "now", None)];
    let picked = work.played.iter().flat_map(|played| &played.picks);
    let picked = picked.map(|(pick, reading)| {
        let time = reading.time();
        let (words, name) = match pick {
            Pick::Night => (ui.words.fill("rehearse_night", &[("time", &time)]), "night"),
            Pick::Sunday => (
                ui.words.fill("rehearse_sunday", &[("time", &time)]),
                "sunday",
            ),
            Pick::Holiday(name) => (
                ui.words
                    .fill("rehearse_holiday", &[("name", name), ("time", &time)]),
                "holiday",
            ),
        };
        (words, name, Some(*reading))
    });
    let button = |(words, name, moment): (String, &'static str, Option<Reading>)| {
        let pressed = (work.rehearsal.moment == moment).to_string();
        let event = Event::Rehearsed(Change::Moment(moment));
        html! { <button key={name} type="button" class="secondary" data-pick={name} aria-pressed={pressed} onclick={ui.on_click(event)}>{ words }</button> }
    };
    html! {
        <div class="picks" role="group" aria-label={ui.say("rehearse_at")}>
            { for now.into_iter().chain(picked).map(button) }
        </div>
    }
}

fn moment(work: &Work, ui: Ui<'_>) -> Html {
    let shown = work
        .world
        .as_ref()
        .and_then(|world| work.rehearsal.reading(world));
    // An emptied field is now.
    let onchange = changes(ui, |event: yew::Event| {
        Some(Change::Moment(Reading::parse(&value_of(&event))))
    });
    html! {
        <div class="choice">
            <label for="rehearse-moment">{ ui.say("rehearse_at") }</label>
            <input id="rehearse-moment" type="datetime-local" value={shown.map(|shown| shown.to_string())} {onchange} />
        </div>
    }
}

fn zone(work: &Work, ui: Ui<'_>) -> Html {
    let Some(world) = &work.world else {
        return Html::default();
    };
    let chosen = work.rehearsal.zone(world);
    let tree = work.document().tree();
    let mut near = vec![world.here.as_str()];
    let hours = tree.entry("hours").map_or(&[][..], Node::entries);
    for zone in hours
        .iter()
        .filter_map(|(_, hours)| hours.entry("timezone"))
    {
        if !near.contains(&zone.text()) {
            near.push(zone.text());
        }
    }
    let far = world.zones.iter().map(String::as_str);
    let far: Vec<&str> = far.filter(|zone| !near.contains(zone)).collect();
    if !near.contains(&chosen) && !far.contains(&chosen) {
        near.push(chosen);
    }
    let option = |zone: &&str| {
        let selected = *zone == chosen;
        let words = match zone.rsplit_once('/') {
            Some((region, _)) => format!("{} ({})", city(zone), region.replace('_', " ")),
            None => (*zone).to_owned(),
        };
        html! { <option key={zone.to_string()} value={zone.to_string()} {selected}>{ words }</option> }
    };
    let here = world.here.clone();
    let onchange = changes(ui, move |event: yew::Event| {
        Some(Change::Zone(
            Some(value_of(&event)).filter(|zone| *zone != here),
        ))
    });
    html! {
        <div class="choice">
            <label for="rehearse-zone">{ ui.say("rehearse_zone") }</label>
            <select id="rehearse-zone" {onchange}>
                <optgroup label={ui.say("rehearse_near")}>{ for near.iter().map(option) }</optgroup>
                <optgroup label={ui.say("rehearse_far")}>{ for far.iter().map(option) }</optgroup>
            </select>
        </div>
    }
}

fn language(work: &Work, ui: Ui<'_>) -> Html {
    let written = &work.languages.0;
    let all = locales(work.document().tree());
    let named = all.iter().map(|tag| (tag.clone(), (ui.language)(tag)));
    let written = written.clone();
    let on_choice = changes(ui, move |tag: String| {
        Some(Change::Language(Some(tag).filter(|tag| *tag != written)))
    });
    select(
        "rehearse-language",
        ui.say("rehearse_language"),
        named.collect(),
        work.locale(),
        on_choice,
    )
}

fn choice<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &str,
    all: impl Iterator<Item = (T, &'static str)>,
    chosen: T,
    change: fn(T) -> Change,
    ui: Ui<'_>,
) -> Html {
    let all: Vec<(T, &'static str)> = all.collect();
    let words = |name: &str| ui.say(&["rehearse_", name].concat());
    let options = all
        .iter()
        .map(|(_, name)| ((*name).to_owned(), words(name)));
    let options = options.collect();
    let known = all.iter().find(|(one, _)| *one == chosen);
    let chosen = known.map_or("", |(_, name)| name);
    let all = all.clone();
    let on_choice = changes(ui, move |name: String| {
        let (one, _) = all.iter().find(|(_, known)| *known == name)?;
        Some(change(*one))
    });
    select(id, ui.say(label), options, chosen, on_choice)
}

fn channels(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let channels = tree.entry("channels").map_or(&[][..], Node::entries);
    let told = &work.rehearsal.live;
    let row = |(id, _): &(String, Node)| {
        let row = live::Row {
            of: "rehearse-channel",
            id,
            told: told.of(id),
            stands: |id, standing| Event::Rehearsed(Change::Standing(id, standing)),
            waits: |id, minutes| Event::Rehearsed(Change::Waits(id, minutes)),
        };
        live::row(row, work, ui)
    };
    html! {
        <details open={!told.channels.is_empty()}>
            <summary>{ ui.say("rehearse_channels") }</summary>
            <ul class="channels" role="list">{ for channels.iter().map(row) }</ul>
        </details>
    }
}
