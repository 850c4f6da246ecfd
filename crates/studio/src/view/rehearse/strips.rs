//! Every path as a strip: what is asked, what is answered, who is recommended. Those that end in the same place stand
//! together.

use triage::Reason;
use yew::{Html, html};

use super::{
    super::{Ui, as_one},
    of_week,
};
use crate::{
    event::Event,
    rehearse::{
        Change,
        moment::Reading,
        strip::{Group, Offered, Reply, Strip, Strips},
    },
    state::Work,
};

/// More strips than that are folded.
const FEW: usize = 4;

pub fn view(strips: &Strips, work: &Work, ui: Ui<'_>) -> Html {
    let count = strips.groups.iter().map(|group| group.strips.len()).sum();
    let count = ui.words.count("rehearse_paths_count", count);
    let more = (!strips.complete).then(|| ui.say("rehearse_paths_more"));
    html! {
        <section class="group" aria-labelledby="rehearse-paths">
            <h3 id="rehearse-paths">{ ui.say("rehearse_paths") }</h3>
            <p class="soft">{ count }{ " " }{ more.unwrap_or_default() }</p>
            { as_one(strips.groups.iter().map(|group| self::group(group, work, ui))) }
        </section>
    }
}

fn group(group: &Group, work: &Work, ui: Ui<'_>) -> Html {
    let [first, second] = &group.offers;
    let passed = group.passed_over.iter().map(|(name, reason)| {
        let reason = self::reason(*reason, work, ui);
        let values = [("channel", name.as_str()), ("standing", &reason)];
        html! { <li>{ ui.words.fill("rehearse_standing", &values) }</li> }
    });
    html! {
        <div class="end" key={group.route.clone()} data-route={group.route.clone()}>
            <h4>{ ui.words.fill("rehearse_end", &[("route", &group.route.replace('_', " "))]) }</h4>
            <dl>
                <dt>{ ui.say("rehearse_first") }</dt><dd>{ offered(first, work, ui) }</dd>
                <dt>{ ui.say("rehearse_second") }</dt><dd>{ offered(second, work, ui) }</dd>
            </dl>
            if !group.passed_over.is_empty() {
                <p class="soft">{ ui.say("rehearse_passed") }</p>
                <ul>{ for passed }</ul>
            }
            <details open={group.strips.len() <= FEW}>
                <summary>{ ui.words.count("rehearse_group_count", group.strips.len()) }</summary>
                <ol class="strips" role="list">{ for group.strips.iter().enumerate().map(|(place, strip)| self::strip(place, strip, group, work, ui)) }</ol>
            </details>
        </div>
    }
}

fn offered(offer: &Offered, work: &Work, ui: Ui<'_>) -> Html {
    let state = if offer.is_open {
        "rehearse_open"
    } else {
        "rehearse_shut"
    };
    html! { <><strong lang={work.locale().to_owned()}>{ offer.name.clone() }</strong>{ " " }<span class="soft">{ ui.say(state) }</span></> }
}

fn reason(reason: Reason, work: &Work, ui: Ui<'_>) -> String {
    let zone = work
        .world
        .as_ref()
        .and_then(|world| work.rehearsal.offsets(world));
    match reason {
        Reason::Closed(Some(opens)) => {
            let opens = zone.map(|zone| of_week(Reading::at(opens, zone), ui));
            ui.words.fill(
                "rehearse_closed_until",
                &[("moment", &opens.unwrap_or_default())],
            )
        }
        Reason::Closed(None) => ui.say("rehearse_closed"),
        Reason::Down => ui.say("live_down"),
        Reason::Language => ui.say("rehearse_other_language"),
        Reason::CanNot => ui.say("rehearse_can_not"),
        Reason::Unknown => ui.say("rehearse_unknown"),
    }
}

fn strip(place: usize, strip: &Strip, group: &Group, work: &Work, ui: Ui<'_>) -> Html {
    let lang = work.locale().to_owned();
    let steps = strip
        .steps
        .iter()
        .enumerate()
        .map(|(place, (question, reply))| {
            html! {
                <li key={place}>
                    <span class="soft" lang={lang.clone()}>{ question.clone() }</span>
                    { said_by(reply, &lang, ui) }
                </li>
            }
        });
    let [first, second] = &group.offers;
    let show = Event::Rehearsed(Change::Path(strip.path.clone()));
    let answers: Vec<String> = strip
        .steps
        .iter()
        .map(|(_, reply)| said(reply, ui))
        .collect();
    let label = ui
        .words
        .fill("rehearse_show", &[("answers", &answers.join(", "))]);
    html! {
        <li key={place}>
            <ol class="strip" role="list">
                { as_one(steps) }
                <li class="result" lang={lang.clone()}><strong>{ first.name.clone() }</strong><span class="soft">{ second.name.clone() }</span></li>
            </ol>
            if !strip.path.is_empty() {
                <button type="button" class="quiet" data-path={place.to_string()} aria-label={label} onclick={ui.on_click(show)}>{ ui.say("rehearse_show_short") }</button>
            }
        </li>
    }
}

/// An answer, in the language that it is in.
fn said_by(reply: &Reply, lang: &str, ui: Ui<'_>) -> Html {
    let lang = matches!(reply, Reply::Words(_)).then(|| lang.to_owned());
    html! { <strong {lang}>{ said(reply, ui) }</strong> }
}

fn said(reply: &Reply, ui: Ui<'_>) -> String {
    match reply {
        Reply::NotSure => ui.say("rehearse_not_sure"),
        Reply::YesNo(true) => ui.say("rehearse_yes"),
        Reply::YesNo(false) => ui.say("rehearse_no"),
        Reply::Words(words) => words.clone(),
        Reply::Anything => ui.say("rehearse_anything"),
    }
}
