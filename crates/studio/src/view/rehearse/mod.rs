//! The rehearse pane: be another visitor at another moment, see who can be reached in that week, and walk every path.

mod flow;
mod strips;
mod visitor;
mod week;

use yew::{Html, html};

use super::{Length, Ui};
use crate::{
    event::Event,
    rehearse::{Change, Page, city, moment::Reading},
    state::Work,
    writing::channel_name,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let played = match &work.played {
        Some(played) => html! {
            <>
                { week::view(&played.weeks, work, ui) }
                { strips::view(&played.strips, work, ui) }
                { flow::view(played, work, ui) }
            </>
        },
        None if work.findings.usable => Html::default(),
        None => html! { <p class="warm">{ ui.say("rehearse_unusable") }</p> },
    };
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("rehearse_title") }</h2>
            <p>{ ui.say("rehearse_lead") }</p>
            { visitor::view(work, ui) }
            { played }
        </>
    }
}

/// Says on every pane that the preview's visitor lives in another world, with the way back.
pub fn banner(work: &Work, ui: Ui<'_>) -> Html {
    if !work.rehearsal.is_elsewhere() {
        return Html::default();
    }
    html! {
        <div class="rehearsing" key="rehearsing">
            <p>{ ui.words.fill("rehearse_banner", &[("what", &differences(work, ui))]) }</p>
            <button type="button" class="secondary" data-action="now" onclick={ui.on_click(Event::Rehearsed(Change::Over))}>{ ui.say("rehearse_over") }</button>
        </div>
    }
}

/// What is different from the author's own world.
fn differences(work: &Work, ui: Ui<'_>) -> String {
    let rehearsal = &work.rehearsal;
    let world = work.world.as_ref();
    let place = world.map_or_else(String::new, |world| city(rehearsal.zone(world)));
    let mut parts = vec![match rehearsal.moment {
        Some(moment) => at(moment, &place, ui),
        None => ui.words.fill("rehearse_now_there", &[("place", &place)]),
    }];
    if rehearsal.page != Page::Whole {
        parts.push(ui.say(&["rehearse_", rehearsal.page.name()].concat()));
    }
    let tree = work.document().tree();
    for told in &rehearsal.live.channels {
        let name = channel_name(tree, &told.channel, &work.languages.0);
        let standing = ui.say(told.standing.key());
        parts.push(ui.words.fill(
            "rehearse_standing",
            &[("channel", name), ("standing", &standing)],
        ));
    }
    parts.join(" · ")
}

/// A moment in words: "Sunday 29 November, 03:00, Kolkata".
fn at(moment: Reading, place: &str, ui: Ui<'_>) -> String {
    let day = (ui.day)(moment.date, Length::Long);
    let values = [
        ("day", day.as_str()),
        ("time", &moment.time()),
        ("place", place),
    ];
    ui.words.fill("rehearse_moment", &values)
}

/// A moment of the week: "Sunday 02:00".
fn of_week(moment: Reading, ui: Ui<'_>) -> String {
    let day = (ui.day)(moment.date, Length::Weekday);
    let values = [("day", day.as_str()), ("time", &moment.time())];
    ui.words.fill("rehearse_of_week", &values)
}
