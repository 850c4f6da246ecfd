//! The guide for the support team, as it is printed: one page of paper.

use leeward_pages::{Guide, Row, Sent};
use triage::locale::direction;
use yew::{Html, html};

use super::{Ui, as_one, publishes};
use crate::{
    live,
    publish::{Event, papers},
    state::Work,
    view::select,
    words::Words,
    writing::locales,
};

pub fn view(work: &Work, locale: &str, ui: Ui<'_>) -> Html {
    let back = html! { <button type="button" class="quiet" data-action="guide-back" onclick={publishes(ui, Event::GuideTurned(None))}>{ ui.say("guide_back") }</button> };
    let words = papers::words(locale, ui.words);
    let Some(guide) = papers::guide(work, locale, ui.around, &words) else {
        return html! {
            <>
                <h2 tabindex="-1">{ ui.say("publish_guide") }</h2>
                <p class="warm">{ ui.say("publish_no_page") }</p>
                { back }
            </>
        };
    };
    let tree = work.document().tree();
    let tags = locales(tree).into_iter();
    let tags: Vec<(String, String)> = tags.map(|tag| (tag.clone(), (ui.language)(&tag))).collect();
    let spoken = ui
        .dispatch
        .reform(|tag| crate::event::Event::Publishing(Event::GuideSpoken(tag)));
    let today = ui.around.date(words.locale(), ui.around.today());
    html! {
        <>
            <h2 class="screen-only" tabindex="-1">{ ui.say("publish_guide") }</h2>
            <div class="screen-only languages">
                if tags.len() > 1 { { select("guide-language", ui.say("edit_language"), tags, locale, spoken) } }
                <button type="button" class="primary" data-action="print" onclick={publishes(ui, Event::Printed)}>{ ui.say("guide_print") }</button>
                { back }
            </div>
            <article class="guide" lang={words.locale()} dir={direction(words.locale()).as_str()}>
                <header>
                    <h3><span lang={locale.to_owned()}>{ guide.company.clone() }</span>{ ": " }{ words.say("guide_title") }</h3>
                    <p>{ words.fill("guide_as_of", &[("date", &today)]) }</p>
                </header>
                { channels(&guide, locale, &words) }
                { sent(&guide, locale, &words) }
                { closing(live::address(tree), &words) }
            </article>
        </>
    }
}

fn channels(guide: &Guide, locale: &str, words: &Words) -> Html {
    let dir = direction(locale).as_str();
    let numbers = |key: &str, numbers: &[usize]| {
        let list: Vec<String> = numbers.iter().map(usize::to_string).collect();
        (!list.is_empty())
            .then(|| html! { <div>{ words.fill(key, &[("numbers", &list.join(", "))]) }</div> })
    };
    let row = |row: &Row| {
        let cost = row
            .cost
            .iter()
            .map(|cost| words.fill("guide_cost", &[("cost", cost)]));
        let spoken = words.fill("guide_languages", &[("languages", &row.languages)]);
        let nobody = row.first_for.is_empty() && row.second_for.is_empty();
        html! {
            <tr key={row.id.clone()}>
                <th scope="row" lang={locale.to_owned()} {dir}>{ row.name.clone() }<div class="reach"><bdi dir="ltr">{ row.reach.clone() }</bdi></div></th>
                <td lang={locale.to_owned()} {dir}>{ row.about.clone().unwrap_or_default() }</td>
                <td>
                    <div lang={locale.to_owned()} {dir}>{ row.hours.clone() }</div>
                    <div class="facts">
                        { as_one(row.wait.iter().map(|wait| html! { <span lang={locale.to_owned()} {dir}>{ wait.clone() }</span> })) }
                        { as_one(cost.map(|cost| html! { <span>{ cost }</span> })) }
                        <span>{ spoken }</span>
                    </div>
                </td>
                <td>
                    { as_one(numbers("guide_first_for", &row.first_for)) }
                    { as_one(numbers("guide_second_for", &row.second_for)) }
                    if nobody { <div>{ words.say("guide_listed") }</div> }
                </td>
            </tr>
        }
    };
    let heads = ["guide_channel", "guide_for", "guide_when", "guide_who"];
    html! {
        <div class="table" tabindex="0" role="group" aria-label={words.say("guide_channels")}>
            <table>
                <thead><tr>{ for heads.map(|key| html! { <th scope="col">{ words.say(key) }</th> }) }</tr></thead>
                <tbody>{ for guide.channels.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn sent(guide: &Guide, locale: &str, words: &Words) -> Html {
    let item = |sent: &Sent| {
        let list = |names: &[String]| names.join(" → ");
        html! {
            <li>
                if sent.emergency { <strong>{ words.say("guide_emergency") }{ " " }</strong> }
                <span>{ sent.who.clone() }</span>
                <span class="soft" lang={locale.to_owned()}>
                    { " ⇒ " }{ list(&sent.first) }
                    if !sent.second.is_empty() { { "; " }{ words.fill("guide_or_else", &[("channels", &list(&sent.second))]) } }
                </span>
            </li>
        }
    };
    html! {
        <section>
            <h4>{ words.say("guide_sent") }</h4>
            <ol>{ for guide.sent.iter().map(item) }</ol>
        </section>
    }
}

fn closing(feed: Option<&str>, words: &Words) -> Html {
    let text = match feed {
        Some(url) => words.fill("guide_close_text", &[("url", url)]),
        None => words.say("guide_close_none"),
    };
    html! {
        <section>
            <h4>{ words.say("guide_close") }</h4>
            <p>{ text }</p>
        </section>
    }
}
