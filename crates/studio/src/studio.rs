//! The shell: one component that holds the state, performs effects, and draws.

use yew::{Callback, Component, Context, Html, html};

use crate::{
    event::{Effect, Event},
    host::Host,
    state::State,
    view::{self, Cards, Ui},
    words::Words,
};

/// The shell.
pub struct Studio {
    state: State,
    words: Words,
    host: Host,
    dispatch: Callback<Event>,
    cards: Cards,
    /// What can only be done when the page is drawn.
    after: Vec<Effect>,
}

impl Component for Studio {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let dispatch = context.link().callback(|event| event);
        let words = Words::for_wishes(&crate::host::wishes());
        crate::host::speaks(&words);
        let host = Host::new(dispatch.clone());
        let drafts = host.drafts();
        Self {
            state: State {
                drafts,
                speaks: words.locale(),
                ..State::default()
            },
            words,
            host,
            dispatch,
            cards: Cards::default(),
            after: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, event: Event) -> bool {
        let is_quiet = matches!(
            event,
            Event::Settled | Event::Rested | Event::Waiting | Event::Entered(..)
        );
        for effect in self.state.update(event) {
            match effect {
                Effect::Focus(_)
                | Effect::FocusLine(..)
                | Effect::FocusMover(..)
                | Effect::FocusBefore
                | Effect::ShowSearch
                | Effect::Begin
                | Effect::Stay
                | Effect::Preview(..)
                | Effect::Rehearse(_)
                    if !is_quiet =>
                {
                    self.after.push(effect);
                }
                // Nothing is drawn for it. What waits for another event to be drawn goes on waiting.
                now => self.host.perform(now),
            }
        }
        !is_quiet
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let clock = view::Clock {
            now: self.host.now(),
            offsets: &|zone| self.host.offsets(zone),
            zones: &|| self.host.zones(),
        };
        let ui = Ui {
            words: &self.words,
            dispatch: &self.dispatch,
            around: self.host.around(),
            cards: &self.cards,
            language: &|tag| self.host.language(&self.words, tag),
            day: &|date, length| crate::host::day(self.words.locale(), date, length),
            clock: &clock,
        };
        html! { <div class="studio" lang={self.words.locale()}>{ view::studio(&self.state, ui) }</div> }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            self.host.arrive();
        }
        self.perform_after();
    }
}

impl Studio {
    fn perform_after(&mut self) {
        for effect in std::mem::take(&mut self.after) {
            self.host.perform(effect);
        }
    }
}
