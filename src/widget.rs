//! The shell: one component that holds the session, takes messages, performs effects, and draws
//! the present screen.

use std::rc::Rc;

use js_sys::Function;
use triage::{
    ChannelId, Effect, Event, Outcome, Playbook, Session,
    screen::Screen,
    source::{Node, Value},
    status,
};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::{Callback, Component, Context, Html, NodeRef, html};

use crate::{
    host::{Clock, Host},
    view::{self, Ui},
    vocabulary::Vocabulary,
};

/// What a widget is made from. Nobody changes it afterwards.
#[derive(Clone, yew::Properties)]
pub struct Properties {
    /// The checked playbook.
    pub playbook: Rc<Playbook>,
    /// The `<leeward-help>` element.
    pub element: HtmlElement,
    /// The visitor's locale.
    pub locale: String,
    /// Built-in words in that locale; undefined for English.
    pub labels: JsValue,
    /// Whether the visitor's clock may be wrong.
    pub skewed: bool,
    /// Takes messages to be sent.
    pub post: Function,
}

/// Yew asks whether properties have changed. Derived, this would compare playbooks word by word.
impl PartialEq for Properties {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.playbook, &other.playbook)
    }
}

/// What can happen to the shell.
pub enum Msg {
    /// Something happened to the session.
    Event(Event),
    /// The panel was opened, or the page came back.
    Shown,
    /// Time has passed.
    Ticked,
    /// The playbook and the built-in words are there in a language.
    Translated(Rc<Playbook>, String, JsValue),
    /// A live feed has said something.
    Told(Node),
    /// The visitor has tried a channel in vain.
    Failed(String),
    /// Something has come of the message to a channel.
    Settled(String, Outcome),
}

/// The shell.
pub struct Widget {
    session: Session,
    vocabulary: Vocabulary,
    clock: Clock,
    host: Host,
    /// What a live feed said last.
    feed: Node,
    /// The ids of the channels that the visitor has tried in vain.
    failed: Vec<String>,
    dispatch: Callback<Event>,
    body: NodeRef,
    /// The step whose heading has, or is about to get, the focus; `None` asks for it anew.
    focused: Option<String>,
}

impl Component for Widget {
    type Message = Msg;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let Properties {
            playbook,
            element,
            locale,
            labels,
            skewed,
            post,
        } = context.props().clone();
        let session = Session::new(playbook.clone(), &locale);
        let tick = context.link().callback(|()| Msg::Ticked);
        let clock = Clock::new(&playbook, skewed);
        Self {
            vocabulary: Vocabulary::new(playbook, session.locale(), labels, clock.now()),
            host: Host::new(element, post, tick),
            feed: Value::Null.into(),
            failed: Vec::new(),
            dispatch: context.link().callback(Msg::Event),
            // The safe layer calls `show` when the panel is open; until then focus isn't ours.
            focused: Some(view::step_key(&session.screen(clock.situation()))),
            body: NodeRef::default(),
            clock,
            session,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        self.clock.advance();
        self.vocabulary.set_now(self.clock.now());
        match message {
            Msg::Event(event) => {
                let is_edit = matches!(event, Event::AnswerEdited { .. });
                let before = self.session.complaint();
                self.happen(event);
                if is_edit {
                    // A complaint that has gone calls nobody away from the field.
                    self.focused = Some(self.step_key());
                    return before != self.session.complaint();
                }
            }
            Msg::Settled(channel, outcome) => {
                let focused = self.focused.clone();
                if let Some(id) = self.channel(&channel) {
                    self.happen(Event::MessageSettled(id, outcome));
                }
                // Whoever has left the form is not called away from what they do now. The outbox tells them.
                let screen = self.session.screen(self.clock.situation());
                if !matches!(screen, Screen::Message(_)) {
                    self.focused = focused;
                    return false;
                }
            }
            // Drawn anew, a question's fields would go back to the last answer, and no time is told on it.
            Msg::Ticked if self.asks() => return false,
            Msg::Ticked => {}
            Msg::Shown if self.asks() => {
                self.host.focus_step(&self.body);
                return false;
            }
            Msg::Shown => self.focused = None,
            Msg::Translated(playbook, locale, labels) => {
                self.session = self.session.clone().translated(playbook.clone(), &locale);
                self.vocabulary =
                    Vocabulary::new(playbook, self.session.locale(), labels, self.clock.now());
                self.hear();
            }
            Msg::Told(feed) => {
                self.feed = feed;
                self.hear();
                return !self.asks();
            }
            Msg::Failed(channel) => {
                self.failed.push(channel);
                self.hear();
                // Where to turn instead must be heard.
                self.focused = None;
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let ui = Ui {
            vocabulary: &self.vocabulary,
            dispatch: &self.dispatch,
        };
        let screen = self.session.screen(self.clock.situation());
        html! {
            <div ref={self.body.clone()} class="smart" lang={ui.vocabulary.locale()} dir={ui.vocabulary.direction()}>
                { view::screen(&screen, ui) }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        let key = self.step_key();
        if self.focused.as_ref() != Some(&key) {
            self.host.focus_step(&self.body);
            self.focused = Some(key);
        }
    }
}

impl Widget {
    fn channel(&self, id: &str) -> Option<ChannelId> {
        let playbook = self.session.playbook();
        playbook
            .channel_ids()
            .find(|known| playbook.channel(*known).id == id)
    }

    fn step_key(&self) -> String {
        view::step_key(&self.session.screen(self.clock.situation()))
    }

    fn asks(&self) -> bool {
        let screen = self.session.screen(self.clock.situation());
        matches!(screen, Screen::Question(_))
    }

    /// Takes what is known of channels into the situation. They are numbered by playbook, so it is read anew for another.
    fn hear(&mut self) {
        let playbook = self.session.playbook();
        let status = status::read(&self.feed, playbook, self.clock.now());
        let ids = playbook.channel_ids();
        let down = ids.filter(|id| self.failed.contains(&playbook.channel(*id).id));
        self.clock.hear(status, down.collect());
    }

    fn happen(&mut self, event: Event) {
        // A second mistake leaves the step as it is, but must be heard like the first one.
        if matches!(
            event,
            Event::Answered { .. } | Event::MessageSubmitted | Event::MessageSettled(..)
        ) {
            self.focused = None;
        }
        let (session, effects) = self.session.update(event, self.clock.situation());
        self.session = session;
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Signal(signal) => self.host.signal(&signal),
            Effect::RequestLocale(tag) => self.host.request_locale(&tag),
            Effect::Send(message) => {
                let channel = &self.session.playbook().channel(message.channel).id;
                self.host.send(&message, channel);
            }
        }
    }
}
