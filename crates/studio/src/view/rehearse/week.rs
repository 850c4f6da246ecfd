//! The week: who can be reached, hour by hour, for each language; and in words, when nobody can.

use triage::hours::Date;
use yew::{Html, html};

use super::{
    super::{Length, Ui, as_one},
    of_week,
};
use crate::{
    rehearse::{city, moment::Reading, week::Week},
    state::Work,
};

/// Cells are drawn for none, one, two, three, and more channels.
const MOST_DRAWN: usize = 4;

pub fn view(weeks: &[Week], work: &Work, ui: Ui<'_>) -> Html {
    let Some(world) = &work.world else {
        return Html::default();
    };
    let place = city(work.rehearsal.zone(world));
    let moment = work.rehearsal.reading(world);
    let one = |week: &Week| self::week(week, moment, week.locale == work.locale(), ui);
    html! {
        <section class="group" aria-labelledby="rehearse-week">
            <h3 id="rehearse-week">{ ui.words.fill("rehearse_week", &[("place", &place)]) }</h3>
            <p class="soft">{ ui.say("rehearse_week_text") }</p>
            { as_one(weeks.iter().map(one)) }
        </section>
    }
}

fn week(week: &Week, moment: Option<Reading>, is_chosen: bool, ui: Ui<'_>) -> Html {
    let language = (ui.language)(&week.locale);
    let verdict = match (week.is_empty, week.gaps.len()) {
        (true, _) => ui.words.fill("rehearse_never", &[("language", &language)]),
        (false, 0) => ui.words.fill("rehearse_always", &[("language", &language)]),
        (false, gaps) => {
            let said = ui.words.count("rehearse_gaps", gaps);
            said.replace("{language}", &language)
        }
    };
    let gaps = week
        .gaps
        .iter()
        .filter(|_| !week.is_empty)
        .map(|(from, to)| {
            let same_day = from.date == to.date;
            let to = if same_day {
                to.time()
            } else {
                of_week(*to, ui)
            };
            let values = [
                ("from", of_week(*from, ui)),
                ("to", to),
                ("language", language.clone()),
            ];
            let values = values
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            html! { <li>{ ui.words.fill("rehearse_gap", &values) }</li> }
        });
    html! {
        <details class="week" key={week.locale.clone()} data-week={week.locale.clone()} open={is_chosen}>
            <summary>{ verdict }</summary>
            <ul class="gaps">{ for gaps }</ul>
            { map(week, &language, moment, ui) }
        </details>
    }
}

fn map(week: &Week, language: &str, moment: Option<Reading>, ui: Ui<'_>) -> Html {
    let caption = ui.words.fill("rehearse_map", &[("language", language)]);
    let hours = (0..24).map(|hour| html! { <th scope="col">{ hour }</th> });
    html! {
        <div class="map" role="group" tabindex="0" aria-label={caption.clone()}>
            <table>
                <caption class="unseen">{ caption }</caption>
                <thead><tr><td></td>{ as_one(hours) }</tr></thead>
                <tbody>{ for week.days.iter().map(|(date, cells)| day(*date, cells, moment, ui)) }</tbody>
            </table>
        </div>
    }
}

fn day(date: Date, cells: &[Option<usize>], moment: Option<Reading>, ui: Ui<'_>) -> Html {
    let cell = |(hour, open): (i32, &Option<usize>)| {
        let is_now = moment.is_some_and(|now| now.date == date && now.minute / 60 == hour);
        let current = is_now.then_some("time");
        match open {
            Some(open) => {
                let drawn = (*open).min(MOST_DRAWN);
                html! { <td data-open={drawn.to_string()} aria-current={current}>{ *open }</td> }
            }
            None => html! { <td aria-current={current}>{ "–" }</td> },
        }
    };
    html! {
        <tr>
            <th scope="row">{ (ui.day)(date, Length::Short) }</th>
            { as_one((0..).zip(cells).map(cell)) }
        </tr>
    }
}
