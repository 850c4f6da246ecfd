//! Lists of holidays: filled in by country, and their days with their names.

use leeward_document::{Path, holidays::COUNTRIES};
use triage::source::Node;
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, TargetCast as _, component, html, use_state,
};

use super::{
    super::field,
    actions, entries,
    table::{date_box, named},
    today, wishes,
};
use crate::{
    channels::{
        Wish,
        tables::{called, unsure, years},
    },
    event::Event,
    fields::{Field, Kind},
    state::Work,
    view::Ui,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let lists = entries(work.document().tree(), "holidays");
    html! {
        <section class="group" key="holidays">
            <h2>{ ui.say("holiday_title") }</h2>
            <p class="soft">{ ui.say("holiday_lead") }</p>
            <ol class="items" role="list">{ for lists.iter().map(|(name, node)| item(name, node, work, ui)) }</ol>
            <div data-path="holidays">
                <button type="button" class="secondary" data-add="holidays" onclick={wishes(Wish::Holidays, ui)}>{ ui.say("holiday_add_list") }</button>
            </div>
            { filler(None, ui) }
        </section>
    }
}

fn item(id: &str, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let list = Path::default().name("holidays");
    let path = list.name(id);
    let name = called(id);
    let days = node.entries();
    let last = days.iter().map(|(date, _)| date).max();
    let until = last.map(|last| ui.words.fill("holiday_until", &[("date", last)]));
    let count = ui.words.count("holiday_count", days.len());
    let line: Vec<String> = [count].into_iter().chain(until).collect();
    let others = entries(work.document().tree(), "holidays").iter();
    let others = others.filter(|(other, _)| other != id);
    let others = others.map(|(other, _)| (other.clone(), called(other)));
    let nothing = (String::new(), ui.say("way_nothing"));
    html! {
        <li class="item" key={id.to_owned()} data-id={id.to_owned()}>
            <div class="row">
                <details>
                    <summary>
                        <strong>{ name.clone() }</strong>
                        <small>{ line.join(&ui.say("list_dot")) }</small>
                    </summary>
                    <div class="inner">
                        { named(&path, &name, "holiday_list_name", ui) }
                        <ul class="dates" role="list">{ for days.iter().enumerate().map(|(place, (date, _))| day(&path, place, date, work, ui)) }</ul>
                        <div>
                            <button type="button" class="secondary" data-add={path.to_string()} onclick={wishes(Wish::Holiday(path.clone(), today("UTC", ui)), ui)}>{ ui.say("holiday_add") }</button>
                        </div>
                        { filler(Some(path.clone()), ui) }
                        { actions(&path, &name, others.chain([nothing]).collect(), work, ui) }
                    </div>
                </details>
            </div>
        </li>
    }
}

fn day(list: &Path, place: usize, date: &str, work: &Work, ui: Ui<'_>) -> Html {
    let at = list.name(date);
    let name = Field {
        path: at.clone(),
        label: "holiday_name".to_owned(),
        kind: Kind::Text,
        required: true,
    };
    let remove = ui.words.fill("edit_remove", &[("what", date)]);
    html! {
        <li class="dated" key={place}>
            { date_box(&at, date, work, ui) }
            { field::view(&name, work, ui) }
            <button type="button" class="quiet icon" data-action="remove" aria-label={remove} onclick={ui.on_click(Event::Removed(at.clone()))}></button>
        </li>
    }
}

fn filler(into: Option<Path>, ui: Ui<'_>) -> Html {
    let countries = COUNTRIES.map(|country| {
        let key = ["holiday_", &country.replace('-', "_")].concat();
        (AttrValue::from(country), AttrValue::from(ui.say(&key)))
    });
    let year = today("UTC", ui);
    let year: Option<u16> = year.get(..4).and_then(|year| year.parse().ok());
    html! {
        <Filler
            list={into} countries={countries.to_vec()} year={year.unwrap_or_default()}
            title={ui.say("holiday_fill")} country={ui.say("holiday_country")} when={ui.say("holiday_year")}
            add={ui.say("holiday_fill_in")} confirm={ui.say("holiday_confirm")} dispatch={ui.dispatch.clone()}
        />
    }
}

#[derive(PartialEq, Properties)]
struct FillerProperties {
    /// The list; a new one when there is none.
    list: Option<Path>,
    /// The countries, and what they are called.
    countries: Vec<(AttrValue, AttrValue)>,
    /// The year in which the author is.
    year: u16,
    title: AttrValue,
    country: AttrValue,
    when: AttrValue,
    add: AttrValue,
    /// What is to be ticked when somebody has looked up the days that only a government can settle.
    confirm: AttrValue,
    dispatch: Callback<Event>,
}

/// The holidays of a country in a year.
#[component]
fn Filler(properties: &FillerProperties) -> Html {
    let FillerProperties {
        list: into,
        countries,
        year,
        title,
        country,
        when,
        add,
        confirm,
        dispatch,
    } = properties;
    let chosen = use_state(|| COUNTRIES[0]);
    let in_year = use_state(|| None::<u16>);
    let confirmed = use_state(|| false);
    let (first, last) = years(*chosen);
    let first = first.max(*year);
    let wished = in_year.unwrap_or(*year).clamp(first, last.max(first));
    let to_confirm: Vec<_> = unsure(*chosen, wished).collect();
    let value = |event: &yew::Event| {
        event
            .target_unchecked_into::<web_sys::HtmlSelectElement>()
            .value()
    };
    let on_country = {
        let (chosen, confirmed) = (chosen.clone(), confirmed.clone());
        move |event: yew::Event| {
            let name = value(&event);
            confirmed.set(false);
            if let Some(country) = COUNTRIES.into_iter().find(|country| *country == name) {
                chosen.set(country);
            }
        }
    };
    let on_year = {
        let (in_year, confirmed) = (in_year.clone(), confirmed.clone());
        move |event: yew::Event| {
            confirmed.set(false);
            in_year.set(value(&event).parse().ok());
        }
    };
    let on_confirm = {
        let confirmed = confirmed.clone();
        move |_: yew::Event| confirmed.set(!*confirmed)
    };
    let onclick = {
        let (into, country, confirmed) = (into.clone(), *chosen, *confirmed);
        dispatch.reform(move |_: MouseEvent| {
            Event::Arranged(Wish::Country(into.clone(), country, wished, confirmed))
        })
    };
    let id = |what: &str| {
        let list = into.as_ref().map_or_else(String::new, ToString::to_string);
        format!("fill-{what}:{list}")
    };
    let ask = (!to_confirm.is_empty()).then(|| {
        let days: Vec<String> = to_confirm.iter().map(|day| format!("{} {}", day.date, day.names[0])).collect();
        html! {
            <>
                <ul class="soft unsure" lang="en">{ for days.iter().map(|day| html! { <li>{ day.clone() }</li> }) }</ul>
                <label class="tick"><input type="checkbox" checked={*confirmed} onchange={on_confirm} />{ confirm.clone() }</label>
            </>
        }
    });
    html! {
        <details class="filler">
            <summary>{ title.clone() }</summary>
            <div class="languages">
                <div class="choice">
                    <label for={id("country")}>{ country.clone() }</label>
                    <select id={id("country")} onchange={on_country}>
                        { for countries.iter().map(|(name, words)| html! { <option key={name.as_str()} value={name.clone()} selected={name.as_str() == *chosen}>{ words.clone() }</option> }) }
                    </select>
                </div>
                <div class="choice">
                    <label for={id("year")}>{ when.clone() }</label>
                    <select id={id("year")} onchange={on_year}>
                        { for (first..=last).map(|year| html! { <option key={year} value={year.to_string()} selected={year == wished}>{ year }</option> }) }
                    </select>
                </div>
            </div>
            { ask.unwrap_or_default() }
            <button type="button" class="secondary" data-action="fill" {onclick}>{ add.clone() }</button>
        </details>
    }
}
