//! Opening hours: a box for each day, the week as a picture, exceptions and holidays.

use leeward_document::Path;
use triage::{hours::Date, source::Node};
use yew::{AttrValue, Callback, Html, html};

use super::{
    super::list::mover, actions, day_name, entries, grid::Grid, now_in, problem, problem_line,
    slip, special, tick, today, wishes,
};
use crate::{
    channels::{
        Wish,
        tables::called,
        typed,
        week::{self, DAYS, texts},
    },
    event::Event,
    state::Work,
    view::{Ui, entry::Entry},
};

pub fn view(work: &Work, zone: &str, ui: Ui<'_>) -> Html {
    let tables = entries(work.document().tree(), "hours");
    let wish = Wish::Hours(zone.to_owned());
    html! {
        <section class="group" key="hours">
            <h2>{ ui.say("table_title") }</h2>
            <p class="soft">{ ui.say("table_lead") }</p>
            <ol class="items" role="list">
                { for tables.iter().enumerate().map(|(place, (name, node))| item(name, node, place, work, ui)) }
            </ol>
            <div data-path="hours"><button type="button" class="secondary" data-add="hours" onclick={wishes(wish, ui)}>{ ui.say("table_add") }</button></div>
        </section>
    }
}

fn item(id: &str, node: &Node, place: usize, work: &Work, ui: Ui<'_>) -> Html {
    let all = entries(work.document().tree(), "hours");
    let list = Path::default().name("hours");
    let path = list.name(id);
    let name = called(id);
    let zone = node.entry("timezone").map_or("", Node::text);
    let others = all.iter().filter(|(other, _)| other != id);
    let others = others.map(|(other, _)| (other.clone(), called(other)));
    let always = (String::new(), ui.say("opens_always"));
    html! {
        <li class="item" key={id.to_owned()} data-list={list.to_string()} data-place={place.to_string()} data-id={id.to_owned()}>
            <div class="row">
                { mover(&list, place, all.len(), &name, ui) }
                <details>
                    <summary>
                        <strong>{ name.clone() }</strong>
                        <small>{ super::city(zone) }{ ui.say("list_dot") }{ summary(node, ui) }</small>
                    </summary>
                    <div class="inner">
                        { named(&path, &name, "table_name", ui) }
                        { self::zone(&path, zone, work, ui) }
                        { days(&path, node, work, ui) }
                        { exceptions(&path, node, zone, work, ui) }
                        { closed_on(&path, node, work, ui) }
                        { actions(&path, &name, others.chain([always]).collect(), work, ui) }
                    </div>
                </details>
            </div>
        </li>
    }
}

/// What a table or a list is called.
pub fn named(path: &Path, name: &str, label: &str, ui: Ui<'_>) -> Html {
    let at = path.clone();
    let wrong = ui.say("table_name_wrong");
    let judge = Callback::from(
        move |text: String| match crate::channels::tables::id(&text) {
            Some(_) => Ok(Some(Event::Arranged(Wish::Name(at.clone(), text)))),
            None => Err(wrong.clone()),
        },
    );
    let path = path.name("name").to_string();
    html! {
        <div class="field" data-path={path.clone()}>
            <Entry id={path} label={ui.say(label)} value={name.to_owned()} {judge} dispatch={ui.dispatch.clone()} />
        </div>
    }
}

/// The week in a line: `Mon–Fri 09:00-18:00`.
fn summary(node: &Node, ui: Ui<'_>) -> String {
    let short = |day: usize| ui.say(&["day_short_", DAYS[day]].concat());
    let week = week::read(node);
    let mut parts = Vec::new();
    let mut day = 0;
    while day < 7 {
        let same = week[day..].iter().take_while(|spans| **spans == week[day]);
        let last = day + same.count() - 1;
        let days = if last == day {
            short(day)
        } else {
            [short(day), short(last)].join("–")
        };
        if !week[day].is_empty() {
            parts.push([days, shown(&week[day], ui)].join(" "));
        }
        day = last + 1;
    }
    if parts.is_empty() {
        return ui.say("day_closed");
    }
    parts.join(&ui.say("list_dot"))
}

fn shown(spans: &[String], ui: Ui<'_>) -> String {
    let (closed, always) = (ui.say("day_closed"), ui.say("day_always"));
    typed::shown(spans, special(&closed, &always))
}

fn zone(path: &Path, zone: &str, work: &Work, ui: Ui<'_>) -> Html {
    let at = path.clone();
    let known = (ui.clock.zones)();
    let wrong = ui.say("table_zone_wrong");
    let own = zone.to_owned();
    let judge = Callback::from(move |text: String| {
        let text = text.trim().replace(' ', "_");
        let same = |name: &&String| {
            name.eq_ignore_ascii_case(&text)
                || name
                    .rsplit('/')
                    .next()
                    .is_some_and(|city| city.eq_ignore_ascii_case(&text))
        };
        match known.iter().find(same) {
            Some(name) if *name == own => Ok(None),
            Some(name) => Ok(Some(Event::Arranged(Wish::Zone(at.clone(), name.clone())))),
            None if text == own => Ok(None),
            None => Err(wrong.clone()),
        }
    });
    let path = path.name("timezone");
    let id = path.to_string();
    html! {
        <div class="field" data-path={id.clone()}>
            <Entry {id} label={ui.say("table_zone")} value={zone.to_owned()} {judge} list="zones" hint={now_in(zone, ui).map(AttrValue::from)} problem={problem(&path, work, ui).map(AttrValue::from)} dispatch={ui.dispatch.clone()} />
        </div>
    }
}

fn days(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let week = week::read(node);
    let at = path.name("week");
    let boxes = (0..7).map(|day| {
        let (table, spans) = (path.clone(), week[day].clone());
        let event = move |spans: Vec<String>| Wish::Day(table.clone(), day, spans);
        let id = at.name(DAYS[day]);
        html! {
            <div class="field" key={day} data-path={id.to_string()}>
                { spans_box(&id, day_name(day, ui), &spans, event, ui) }
            </div>
        }
    });
    let same = (week[1..5].iter().any(|day| *day != week[0])).then(|| html! {
        <button type="button" class="quiet" data-action="weekdays" onclick={wishes(Wish::Weekdays(path.clone()), ui)}>{ ui.say("table_weekdays") }</button>
    });
    let short = DAYS.map(|day| AttrValue::from(ui.say(&["day_short_", day].concat())));
    html! {
        <fieldset class="field week">
            <legend>{ ui.say("table_week") }</legend>
            <p class="soft">{ ui.words.fill("table_week_hint", &[("closed", &ui.say("day_closed")), ("always", &ui.say("day_always"))]) }</p>
            <div class="days">{ for boxes }</div>
            { same.unwrap_or_default() }
            { problem_line(problem(&at, work, ui)) }
            <p class="soft" aria-hidden="true">{ ui.say("table_paint") }</p>
            <Grid path={path.clone()} {week} days={short.to_vec()} dispatch={ui.dispatch.clone()} />
        </fieldset>
    }
}

/// A box for the spans of a day.
fn spans_box(
    id: &Path,
    label: String,
    spans: &[String],
    wish: impl Fn(Vec<String>) -> Wish + 'static,
    ui: Ui<'_>,
) -> Html {
    let (closed, always) = (ui.say("day_closed"), ui.say("day_always"));
    let value = typed::shown(spans, special(&closed, &always));
    let own = spans.to_vec();
    // Reading is pure, so its reasons are put into words before anything is typed.
    let reasons = [
        ui.say("day_slip"),
        ui.say("day_overlap"),
        ui.say("day_many"),
    ];
    let judge =
        Callback::from(
            move |text: String| match typed::read(&text, special(&closed, &always)) {
                Ok(spans) if spans == own => Ok(None),
                Ok(spans) => Ok(Some(Event::Arranged(wish(spans)))),
                Err(wrong) => Err(slip(&wrong, &reasons)),
            },
        );
    let id = id.to_string();
    html! { <Entry {id} {label} {value} {judge} live=true dispatch={ui.dispatch.clone()} /> }
}

fn exceptions(path: &Path, node: &Node, zone: &str, work: &Work, ui: Ui<'_>) -> Html {
    let dates = path.name("dates");
    let there = node.entry("dates").map_or(&[][..], Node::entries);
    let rows = there.iter().enumerate().map(|(place, (date, node))| {
        let at = dates.name(date);
        let (table, day) = (path.clone(), date.clone());
        let wish = move |spans: Vec<String>| Wish::On(table.clone(), day.clone(), spans);
        let hours = at.name("hours");
        let remove = ui.words.fill("edit_remove", &[("what", date)]);
        html! {
            <li key={place} class="dated" data-path={at.to_string()}>
                { date_box(&at, date, work, ui) }
                { spans_box(&hours, ui.say("table_hours"), &texts(node), wish, ui) }
                <button type="button" class="quiet icon" data-action="remove" aria-label={remove} onclick={ui.on_click(Event::Removed(at.clone()))}></button>
                { problem_line(problem(&at, work, ui)) }
            </li>
        }
    });
    let tomorrow = Date::parse(&today(zone, ui)).map(|today| today.plus_days(1).to_string());
    let wish = Wish::Exception(path.clone(), tomorrow.unwrap_or_default());
    html! {
        <fieldset class="field">
            <legend>{ ui.say("table_exceptions") }</legend>
            <p class="soft">{ ui.say("table_exceptions_hint") }</p>
            <ul class="dates" role="list">{ for rows }</ul>
            <button type="button" class="secondary" data-add={dates.to_string()} onclick={wishes(wish, ui)}>{ ui.say("table_exception") }</button>
        </fieldset>
    }
}

/// A box for the date of something that has one as its name.
pub fn date_box(at: &Path, date: &str, work: &Work, ui: Ui<'_>) -> Html {
    let (path, own) = (at.clone(), date.to_owned());
    let wrong = ui.say("table_date_wrong");
    let outer = at.parent().map(|(outer, _)| outer).unwrap_or_default();
    let list = outer.find(work.document().tree());
    let there = list.map_or(&[][..], Node::entries).iter();
    let there: Vec<String> = there.map(|(date, _)| date.clone()).collect();
    let taken = ui.say("table_date_taken");
    let judge = Callback::from(move |text: String| match Date::parse(&text) {
        Some(_) if text == own => Ok(None),
        Some(_) if there.contains(&text) => Err(taken.clone()),
        Some(_) => Ok(Some(Event::Arranged(Wish::Date(path.clone(), text)))),
        None => Err(wrong.clone()),
    });
    let id = outer.name("date").name(date).to_string();
    html! { <Entry {id} label={ui.say("table_date")} value={date.to_owned()} kind="date" {judge} dispatch={ui.dispatch.clone()} /> }
}

fn closed_on(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let lists = entries(work.document().tree(), "holidays");
    let at = path.name("closed_on");
    let closed = node.entry("closed_on").map_or_else(Vec::new, texts);
    let ticks = lists.iter().map(|(list, _)| {
        let is_set = closed.contains(list);
        let wish = Wish::ClosedOn(path.clone(), list.clone(), !is_set);
        tick(is_set, wish, called(list), false, ui)
    });
    let none = lists
        .is_empty()
        .then(|| html! { <p class="soft">{ ui.say("table_no_holidays") }</p> });
    html! {
        <fieldset class="field" data-path={at.to_string()}>
            <legend>{ ui.say("table_closed_on") }</legend>
            <ul class="ticks" role="list">{ for ticks }</ul>
            { none.unwrap_or_default() }
            { problem_line(problem(&at, work, ui)) }
        </fieldset>
    }
}
