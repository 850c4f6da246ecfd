//! A channel as it is offered: one action, and what one should know before taking it.

use triage::{Availability, Event, Kind, Label, Reason, Words, screen::Offer};
use yew::{Html, classes, html};

use super::{Ui, words};

/// Where an offer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The best option.
    Best,
    /// The second option.
    Second,
    /// Among the others, below the two.
    Other,
    /// In the contact list.
    Contact,
}

impl Place {
    const fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Second => "second",
            Self::Other => "other",
            Self::Contact => "contact",
        }
    }
}

pub fn view(offer: &Offer<'_>, place: Place, ui: Ui<'_>) -> Html {
    let tag = match place {
        Place::Best => Some(Label::Best),
        Place::Second => Some(Label::Second),
        Place::Other | Place::Contact => None,
    };
    html! {
        <section
            key={offer.id} class={classes!("offer", place.name())}
            data-channel={offer.id.to_owned()} data-place={place.name()}
        >
            if let Some(tag) = tag { <h4>{ ui.label(tag) }</h4> }
            if let Some(about) = offer.about { <p class="about">{ words(about) }</p> }
            { action(offer, place, ui) }
            { facts(offer, ui) }
        </section>
    }
}

/// Offers, one below the other.
pub fn list(offers: &[Offer<'_>], place: Place, ui: Ui<'_>) -> Html {
    html! { <>{ for offers.iter().map(|offer| view(offer, place, ui)) }</> }
}

fn action(offer: &Offer<'_>, place: Place, ui: Ui<'_>) -> Html {
    let class = classes!("action", if place == Place::Best { "primary" } else { "secondary" });
    let name = html! {
        <span>
            { words(offer.name) }
            if let Some(shown) = offer.shown { <bdi class="digits" dir="ltr">{ shown }</bdi> }
        </span>
    };
    let Some(href) = offer.href.clone() else {
        return html! {
            <button type="button" {class} data-action="message" onclick={ui.on(Event::MessageRequested(offer.channel))}>
                { name }
            </button>
        };
    };
    let leaves = matches!(offer.kind, Kind::Chat | Kind::Portal | Kind::Social);
    html! {
        <a
            {class} {href} data-action="contact" onclick={ui.on(Event::ChannelChosen(offer.channel))}
            target={leaves.then_some("_blank")} rel={leaves.then_some("noopener noreferrer")}
        >
            { name }
            if leaves { <span class="unseen">{ ui.label(Label::NewTab) }</span> }
        </a>
    }
}

fn facts(offer: &Offer<'_>, ui: Ui<'_>) -> Html {
    let fill = |label, name, words: Words<'_>| ui.vocabulary.fill(label, &[(name, words.text)]);
    let wait = offer.wait_minutes.map(|(low, high)| {
        let number = |minutes| ui.vocabulary.number(i64::from(minutes));
        ui.vocabulary.fill(Label::Wait, &[("low", &number(low)), ("high", &number(high))])
    });
    let speaks = offer.languages.map(|tags| {
        ui.vocabulary.fill(Label::Speaks, &[("languages", &ui.vocabulary.language_list(tags))])
    });
    let facts = [
        offer.holiday.map(|holiday| fill(Label::Holiday, "holiday", holiday)),
        wait,
        offer.cost.map(|cost| fill(Label::Cost, "cost", cost)),
        offer.best_times.map(|times| fill(Label::BestTimes, "times", times)),
        speaks,
    ];
    html! {
        <ul class="facts">
            <li class={if offer.availability.is_open() { "open" } else { "shut" }}>{ availability(offer, ui) }</li>
            { for facts.into_iter().flatten().map(|fact| html! { <li>{ fact }</li> }) }
        </ul>
    }
}

fn availability(offer: &Offer<'_>, ui: Ui<'_>) -> String {
    let at = |label, utc| {
        let time = ui.vocabulary.moment_there(utc, offer.timezone);
        ui.vocabulary.fill(label, &[("time", &time)])
    };
    match offer.availability {
        Availability::Always => ui.label(Label::Always),
        Availability::Open { until: Some(until) } => at(Label::OpenUntil, until),
        Availability::Open { until: None } => ui.label(Label::Open),
        Availability::Closed { opens: Some(opens) } => at(Label::OpensAt, opens),
        Availability::Closed { opens: None } => ui.label(Label::Closed),
        Availability::Down => ui.label(Label::Down),
        Availability::Unknown => ui.label(Label::HoursUnknown),
    }
}

/// Why a channel that would have been preferred isn't the best one now.
pub fn passed_over(channel: Words<'_>, reason: Reason, ui: Ui<'_>) -> String {
    let name = ("channel", channel.text);
    match reason {
        Reason::Closed(Some(opens)) => {
            let time = ui.vocabulary.moment(opens);
            ui.vocabulary.fill(Label::PassedClosed, &[name, ("time", &time)])
        }
        Reason::Closed(None) => ui.vocabulary.fill(Label::PassedClosedNow, &[name]),
        Reason::Language => ui.vocabulary.fill(Label::PassedLanguage, &[name]),
        Reason::Down | Reason::CanNot => ui.vocabulary.fill(Label::PassedDown, &[name]),
    }
}
