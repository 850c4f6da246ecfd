//! The live pane: what works right now, for those who have to say so in mid-storm.

use triage::source::Node;
use yew::{Callback, Html, html};

use super::{Ui, as_one, entry::Entry, select, value_of};
use crate::{
    event::Event,
    live::{self, HOURS, Standing},
    state::Work,
    typed::minutes,
    writing::channel_name,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let address = live::address_or_usual(tree);
    let hours = HOURS.map(|hours| {
        let words = ui.words.count("live_hours", hours as usize);
        (hours.to_string(), words)
    });
    let chosen = work.live.hours.to_string();
    let on_hours = ui.when(|hours: String| hours.parse().ok().map(Event::Lasting));
    let channel = |(id, _): &(String, Node)| {
        let row = Row {
            of: "live",
            id,
            told: work.live.of(id),
            stands: Event::Standing,
            waits: Event::Waits,
        };
        self::row(row, work, ui)
    };
    html! {
        <>
            <h2 tabindex="-1">{ ui.say("live_title") }</h2>
            <p>{ ui.say("live_lead") }</p>
            { connection(tree, address, ui) }
            <ul class="channels" role="list">
                { for tree.entry("channels").map_or(&[][..], Node::entries).iter().map(channel) }
            </ul>
            <section class="group">
                { select("live-hours", ui.say("live_until"), hours.to_vec(), &chosen, on_hours) }
                <p class="soft">{ ui.say("live_after") }</p>
                <button type="button" class="primary" data-action="feed" onclick={ui.on_click(Event::FeedWanted)}>{ ui.say("live_download") }</button>
                <p>{ ui.words.fill("live_where", &[("url", address)]) }</p>
            </section>
        </>
    }
}

/// Without an address in the playbook nobody would look.
fn connection(tree: &Node, address: &str, ui: Ui<'_>) -> Html {
    if live::address(tree).is_some() {
        return Html::default();
    }
    let connect = live::connect();
    let path = connect.path();
    let connected = Event::Changed(vec![connect], path);
    html! {
        <div class="warm">
            <p>{ ui.say("live_none") }</p>
            <button type="button" class="secondary" data-action="connect" onclick={ui.on_click(connected)}>{ ui.words.fill("live_connect", &[("url", address)]) }</button>
        </div>
    }
}

/// A channel about which something can be said.
pub struct Row<'a> {
    /// What the ids of its fields begin with.
    pub of: &'static str,
    /// Its id.
    pub id: &'a str,
    /// What is said.
    pub told: Option<&'a live::Channel>,
    /// What happens when its standing is another one.
    pub stands: fn(String, Standing) -> Event,
    /// What happens when minutes are typed.
    pub waits: fn(String, String) -> Event,
}

pub fn row(row: Row<'_>, work: &Work, ui: Ui<'_>) -> Html {
    let Row { id, told, .. } = row;
    let standing = told.map_or(Standing::Usual, |told| told.standing);
    let name = channel_name(work.document().tree(), id, &work.languages.0).to_owned();
    let options = Standing::ALL.map(|one| {
        let selected = one == standing;
        html! { <option key={one.name()} value={one.name()} {selected}>{ ui.say(one.key()) }</option> }
    });
    let (channel_id, wait_id) = ([row.of, "-", id].concat(), [row.of, "-wait-", id].concat());
    let (stands, waits) = (id.to_owned(), id.to_owned());
    let (on_standing, on_wait) = (row.stands, row.waits);
    let onchange = ui.when(move |event: yew::Event| {
        let value = value_of(&event);
        let standing = Standing::ALL.into_iter().find(|one| one.name() == value)?;
        Some(on_standing(stands.clone(), standing))
    });
    let shown = told.and_then(|told| told.minutes);
    let wrong = ui.say("live_wait_wrong");
    let judge = Callback::from(move |text: String| match minutes::read(&text) {
        Ok(wait) => {
            // Of "30-40", whoever waits is told the longer one.
            let wait = wait.map(|(_, most)| most);
            let typed = wait.map_or_else(String::new, |wait| wait.to_string());
            Ok((wait != shown).then(|| on_wait(waits.clone(), typed)))
        }
        Err(()) => Err(wrong.clone()),
    });
    let wait = (standing == Standing::Busy).then(|| {
        let value = shown.map_or_else(String::new, |minutes| minutes.to_string());
        html! { <Entry id={wait_id} label={ui.say("live_wait")} {value} {judge} inputmode="numeric" dispatch={ui.dispatch.clone()} /> }
    });
    html! {
        <li key={id.to_owned()} data-standing={standing.name()}>
            <div class="choice">
                <label for={channel_id.clone()}>{ name }</label>
                <select id={channel_id} {onchange}>{ for options }</select>
            </div>
            { as_one(wait) }
        </li>
    }
}
