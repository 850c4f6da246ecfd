//! A channel as it is offered: one action, and what one should know before taking it.

use triage::{
    Availability, Event, Kind, Label, Reason, Words, hours::Schedule, screen::Offer, spans,
};
use yew::{Html, html};

use super::{
    Ui,
    parts::{heading, items, maybe, new_tab, paragraph, together},
    text, words,
};

/// Where an offer stands; the look follows from it.
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
    /// The name in `data-place`; must never change.
    const fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Second => "second",
            Self::Other => "other",
            Self::Contact => "contact",
        }
    }
}

/// An offer. `because` is said instead of what the channel is good for in general.
pub fn view(offer: &Offer<'_>, place: Place, because: Option<Words<'_>>, ui: Ui<'_>) -> Html {
    let title = match place {
        Place::Best => heading(ui.text(Label::Best)),
        Place::Second => heading(ui.text(Label::Second)),
        Place::Other | Place::Contact => Html::default(),
    };
    let content = vec![
        title,
        action(offer, ui),
        facts(offer, ui),
        maybe(because.or(offer.about), paragraph),
    ];
    let listed = matches!(place, Place::Other | Place::Contact);
    html! {
        <div
            key={offer.id} class="offer" role={listed.then_some("listitem")}
            data-channel={offer.id.to_owned()} data-place={place.name()}
        >
            { together(content) }
        </div>
    }
}

/// Offers, one below the other. Who listens hears how many there are, and jumps from one to the next.
pub fn list(offers: &[Offer<'_>], place: Place, ui: Ui<'_>) -> Html {
    let offers = offers.iter().map(|offer| view(offer, place, None, ui));
    html! { <div role="list">{ together(offers.collect()) }</div> }
}

fn action(offer: &Offer<'_>, ui: Ui<'_>) -> Html {
    let shown = offer.shown.clone().map(|shown| {
        html! { <bdi class="digits" dir="ltr" translate="no">{ text(shown) }</bdi> }
    });
    let mut content = vec![words(offer.name), shown.unwrap_or_default()];
    let Some(href) = offer.href.clone() else {
        let onclick = ui.on_click(Event::MessageRequested(offer.channel));
        return html! {
            <button type="button" class="action" data-action="message" {onclick}>{ together(content) }</button>
        };
    };
    let leaves = matches!(offer.kind, Kind::Chat | Kind::Portal | Kind::Social);
    if leaves {
        content.push(new_tab(ui));
    }
    html! {
        <a
            class="action" {href} data-action="contact" onclick={ui.on_click(Event::ChannelChosen(offer.channel))}
            target={leaves.then_some("_blank")} rel={leaves.then_some("noopener noreferrer")}
        >
            { together(content) }
        </a>
    }
}

fn facts(offer: &Offer<'_>, ui: Ui<'_>) -> Html {
    let mut facts = vec![availability(offer, ui)];
    if let (Availability::Unknown, Some(schedule)) = (offer.availability, offer.schedule) {
        facts.push(text(ui.vocabulary.week(schedule)));
    }
    if let Some(holiday) = offer.holiday {
        facts.push(ui.filled(Label::Holiday, &[("holiday", holiday.text)]));
    }
    if let Some(minutes) = offer.wait_minutes {
        facts.push(wait(minutes, ui));
    }
    if let Some(cost) = offer.cost {
        facts.push(ui.filled(Label::Cost, &[("cost", cost.text)]));
    }
    if let Some(times) = offer.best_times {
        facts.push(words(times));
    }
    if let Some(tags) = offer.languages {
        let languages = ui.vocabulary.language_list(tags);
        facts.push(ui.filled(Label::Speaks, &[("languages", &languages)]));
    }
    let open = offer.availability.is_open().then_some("");
    html! { <ul class="facts" data-open={open}>{ items(facts) }</ul> }
}

fn wait(minutes: (u32, u32), ui: Ui<'_>) -> Html {
    let [low, high] = spans(minutes);
    let time = ui.vocabulary.span(high);
    if low == high {
        return ui.filled(Label::WaitAbout, &[("time", &time)]);
    }
    // The unit is said once. Arabic and Hebrew have words for two hours in which there is no number to stand beside another.
    let count = ui.vocabulary.number(high.count.into());
    let is_shared = low.unit == high.unit && (time.starts_with(&count) || time.ends_with(&count));
    let low = if is_shared {
        ui.vocabulary.number(low.count.into())
    } else {
        ui.vocabulary.span(low)
    };
    ui.filled(Label::Wait, &[("low", &low), ("high", &time)])
}

fn availability(offer: &Offer<'_>, ui: Ui<'_>) -> Html {
    let at = |label, utc| {
        let zone = offer.schedule.map(Schedule::timezone);
        let time = ui.vocabulary.moment_there(utc, zone);
        ui.filled(label, &[("time", &time)])
    };
    match offer.availability {
        Availability::Always => ui.text(Label::Always),
        Availability::Open { until: Some(until) } => at(Label::OpenUntil, until),
        Availability::Open { until: None } => ui.text(Label::Open),
        Availability::Closed { opens: Some(opens) } => at(Label::OpensAt, opens),
        Availability::Closed { opens: None } => ui.text(Label::Closed),
        Availability::Down => ui.text(Label::Down),
        Availability::Unknown => ui.text(Label::HoursUnknown),
    }
}

/// Why a channel that would have been preferred isn't the best one now.
pub fn passed_over(channel: Words<'_>, reason: Reason, ui: Ui<'_>) -> Html {
    let (label, time) = match reason {
        Reason::Closed(Some(opens)) => (Label::PassedClosed, ui.vocabulary.moment(opens)),
        Reason::Closed(None) => (Label::PassedClosedNow, String::new()),
        Reason::Unknown => (Label::PassedUnknown, String::new()),
        Reason::Language => (Label::PassedLanguage, String::new()),
        Reason::Down | Reason::CanNot => (Label::PassedDown, String::new()),
    };
    let line = ui.filled(label, &[("channel", channel.text), ("time", &time)]);
    html! { <p class="passed">{ line }</p> }
}
