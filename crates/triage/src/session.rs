//! A session: where one visitor stands. Immutable; an event makes a new one.
//!
//! Answers are kept by question and walked anew on every change, so nothing has to be kept in
//! step with anything else. An answer that a change has made pointless stays in memory, without
//! effect, and counts again when the visitor changes back.

use std::rc::Rc;

use crate::{
    answer::{Answer, Complaint},
    decide::{Decision, decide},
    event::{Draft, DraftField, Effect, Event, Message, Missing, Outcome, Signal},
    fold::is_contact,
    playbook::{ChannelId, Playbook, QuestionId, Target},
    screen::{self, Screen},
    situation::Situation,
    walk::{Walk, walk},
};

/// Where one visitor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub(crate) playbook: Rc<Playbook>,
    pub(crate) locale: usize,
    pub(crate) answers: Vec<Option<Answer>>,
    /// What stands in the fields of each question, answered or not.
    pub(crate) entered: Vec<Vec<String>>,
    pub(crate) place: Place,
    pub(crate) detour: Option<Detour>,
    pub(crate) complaint: Option<Complaint>,
    pub(crate) draft: Draft,
    /// What the visitor has been asked about, as it is neither an address nor a number. Sent again, it is taken.
    pub(crate) doubted: String,
    pub(crate) outcome: Outcome,
}

/// The place on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before the first question.
    Welcome,
    /// At a question that was answered before.
    Again(QuestionId),
    /// At the next open question, or at the result when there is none.
    Onward,
    /// Behind the result, at the next question for the agent; at the result when there is none.
    ForAgent,
}

/// What lies over the way and leads back to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detour {
    /// The contact list.
    Contacts,
    /// The message form of a channel.
    Message(ChannelId),
}

impl Session {
    /// A new session in one of the playbook's locales; an unknown tag means the default one.
    #[must_use]
    pub fn new(playbook: Rc<Playbook>, locale: &str) -> Self {
        Self {
            locale: position(&playbook, locale),
            answers: vec![None; playbook.questions().len()],
            entered: vec![Vec::new(); playbook.questions().len()],
            playbook,
            place: Place::Welcome,
            detour: None,
            complaint: None,
            draft: Draft::default(),
            doubted: String::new(),
            outcome: Outcome::Writing,
        }
    }

    /// The visitor's locale, one of the playbook's.
    #[must_use]
    pub fn locale(&self) -> &str {
        self.playbook
            .locales()
            .get(self.locale)
            .map_or("", String::as_str)
    }

    /// The playbook that is walked through.
    #[must_use]
    pub fn playbook(&self) -> &Rc<Playbook> {
        &self.playbook
    }

    /// The answer to a question, as long as it counts: one that an earlier answer has made
    /// pointless does not.
    #[must_use]
    pub fn answer(&self, question: QuestionId) -> Option<&Answer> {
        self.walk().answer(question)
    }

    /// The session with an answer put in its place, as [`Event::Answered`] does with what a form sends.
    #[must_use]
    pub fn with_answer(mut self, question: QuestionId, answer: Answer) -> Self {
        self.put(question, answer);
        self
    }

    /// The session in another language: in the same playbook, or in the file that has this language of it. Everything
    /// stays as it is. Only when that file asks or offers other things (somebody has published one and not yet the
    /// other) does the visitor begin anew: their answers would mean something else.
    ///
    /// An unknown tag means the default locale.
    #[must_use]
    pub fn translated(mut self, playbook: Rc<Playbook>, locale: &str) -> Self {
        if !self.playbook.is_translation(&playbook) {
            return Self::new(playbook, locale);
        }
        self.locale = position(&playbook, locale);
        self.playbook = playbook;
        self
    }

    /// Why the last attempt at the present question was not taken.
    #[must_use]
    pub const fn complaint(&self) -> Option<Complaint> {
        self.complaint
    }

    /// What the visitor is shown now.
    #[must_use]
    pub fn screen<'a>(&'a self, situation: &'a Situation) -> Screen<'a> {
        screen::of(self, situation)
    }

    /// The session after an event, and what the page is to do. Every event is taken at every
    /// step; one that makes no sense there changes nothing.
    #[must_use]
    pub fn update(&self, event: Event, situation: &Situation) -> (Self, Vec<Effect>) {
        let mut session = self.clone();
        let mut effects = session.apply(event);
        let shown = session.decision(situation);
        if let Some(decision) = &shown
            && shown != self.decision(situation)
        {
            effects.push(Effect::Signal(session.routed(decision)));
        }
        (session, effects)
    }

    /// The walk through the questions, as far as the answers go.
    pub(crate) fn walk(&self) -> Walk<'_> {
        walk(&self.playbook, &self.answers)
    }

    /// The decision, while the result is what the way has come to.
    pub(crate) fn decision(&self, situation: &Situation) -> Option<Decision> {
        let walk = self.walk();
        let at_result = match self.place {
            Place::Onward => walk.next.is_none(),
            Place::ForAgent => walk.next.is_none() && walk.next_for_agent.is_none(),
            Place::Welcome | Place::Again(_) => false,
        };
        at_result.then(|| {
            decide(
                &self.playbook,
                walk.route(&self.playbook),
                self.locale(),
                situation,
            )
        })
    }

    fn apply(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Started => self.go(Place::Onward),
            Event::Answered { question, values } => self.take_answer(question, values),
            Event::AnswerEdited { question, values } => self.judge_anew(question, values),
            Event::WentBack => self.go_back(),
            Event::ChangeRequested(question) => {
                if self.walk().answered.contains(&question) {
                    self.go(Place::Again(question));
                }
            }
            Event::Restarted => {
                self.answers.fill(None);
                self.entered.fill(Vec::new());
                self.go(Place::Welcome);
            }
            Event::ContactsRequested => self.detour = Some(Detour::Contacts),
            Event::MessageRequested(channel) => {
                if self.outcome == Outcome::Sent {
                    self.outcome = Outcome::Writing;
                }
                self.detour = Some(Detour::Message(channel));
            }
            Event::AgentQuestionsRequested => self.go(Place::ForAgent),
            Event::Returned => {
                let behind = matches!(self.place, Place::ForAgent | Place::Again(_));
                if self.detour.take().is_none() && behind {
                    self.go(Place::Onward);
                }
            }
            Event::ChannelChosen(channel) => return vec![Effect::Signal(self.contacted(channel))],
            Event::MessageEdited(field, text) => self.edit(field, text),
            Event::MessageSubmitted => return self.submit(),
            Event::MessageSettled(channel, outcome) => return self.settle(channel, outcome),
            Event::LocaleRequested(tag) => return vec![Effect::RequestLocale(tag)],
        }
        Vec::new()
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.detour = None;
        self.complaint = None;
    }

    fn take_answer(&mut self, id: QuestionId, mut values: Vec<String>) {
        let answer = Answer::read(self.playbook.question(id), &values);
        // What was entered before "I'm not sure" stays, for whoever comes back.
        if values.len() > 1
            && values
                .first()
                .is_some_and(|value| value == Answer::NOT_SURE)
        {
            values.remove(0);
        }
        self.enter(id, values);
        match answer {
            Ok(answer) => self.put(id, answer),
            Err(complaint) => self.complaint = Some(complaint),
        }
    }

    /// A complaint goes with its mistake, and comes back only when the form is sent again.
    fn judge_anew(&mut self, id: QuestionId, values: Vec<String>) {
        if self.complaint.is_some() {
            self.complaint = Answer::read(self.playbook.question(id), &values).err();
        }
        self.enter(id, values);
    }

    fn enter(&mut self, id: QuestionId, values: Vec<String>) {
        if let Some(slot) = self.entered.get_mut(id.0) {
            *slot = values;
        }
    }

    fn put(&mut self, id: QuestionId, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(id.0) {
            *slot = Some(answer);
        }
        self.go(if self.playbook.question(id).for_agent {
            Place::ForAgent
        } else {
            Place::Onward
        });
    }

    fn go_back(&mut self) {
        if self.detour.is_some() {
            self.detour = None;
            return;
        }
        let walk = self.walk();
        let before = match self.place {
            Place::Again(question) => walk.answered.iter().rev().find(|id| **id < question),
            Place::Onward | Place::ForAgent => walk.answered.last(),
            Place::Welcome => None,
        };
        let place = before.map_or(Place::Welcome, |id| Place::Again(*id));
        self.go(place);
    }

    fn edit(&mut self, field: DraftField, text: String) {
        // What waits to be sent is no longer what the visitor wants to say.
        if self.outcome == Outcome::Queued {
            self.outcome = Outcome::Writing;
        }
        match field {
            DraftField::Name => self.draft.name = text,
            DraftField::Contact => self.draft.contact = text,
            DraftField::Message => self.draft.message = text,
            DraftField::Trap => self.draft.trap = text,
        }
        // What was missing, and isn't any more, is complained about no longer.
        if self.outcome == Outcome::Incomplete && self.missing() == Missing::default() {
            self.outcome = Outcome::Writing;
        }
    }

    /// What keeps the message form from being sent.
    pub(crate) fn missing(&self) -> Missing {
        let Some(Detour::Message(channel)) = self.detour else {
            return Missing::default();
        };
        let contact = self.draft.contact.trim();
        Missing {
            message: !self.playbook.channel(channel).calls_back
                && self.draft.message.trim().is_empty(),
            contact: contact.is_empty(),
            address: !self.doubted.is_empty() && is_doubtful(contact),
        }
    }

    fn submit(&mut self) -> Vec<Effect> {
        let Some(Detour::Message(channel)) = self.detour else {
            return Vec::new();
        };
        let Target::Form(endpoint) = &self.playbook.channel(channel).target else {
            return Vec::new();
        };
        if self.outcome == Outcome::Sending {
            return Vec::new();
        }
        let mut missing = self.missing();
        let contact = &self.draft.contact;
        // Whoever says it twice means it: nobody is turned away for having neither an address nor a number.
        missing.address = self.doubted != *contact && is_doubtful(contact);
        if missing.address {
            self.doubted.clone_from(contact);
        }
        if missing != Missing::default() {
            self.outcome = Outcome::Incomplete;
            return Vec::new();
        }
        let walk = self.walk();
        let message = Message {
            channel,
            endpoint: endpoint.clone(),
            draft: self.draft.clone(),
            locale: self.locale().to_owned(),
            route: walk
                .next
                .is_none()
                .then(|| self.playbook.route(walk.route(&self.playbook)).id.clone()),
            told: screen::told_in_plain(&self.playbook, &walk),
        };
        self.outcome = Outcome::Sending;
        vec![Effect::Send(message)]
    }

    fn settle(&mut self, channel: ChannelId, outcome: Outcome) -> Vec<Effect> {
        self.outcome = outcome;
        if outcome != Outcome::Sent {
            return Vec::new();
        }
        self.draft.message.clear();
        vec![Effect::Signal(self.contacted(channel))]
    }

    fn routed(&self, decision: &Decision) -> Signal {
        let channel = |id| self.playbook.channel(id).id.clone();
        Signal::Routed {
            route: self.playbook.route(decision.route).id.clone(),
            best: channel(decision.best),
            second: channel(decision.second),
        }
    }

    fn contacted(&self, id: ChannelId) -> Signal {
        let channel = self.playbook.channel(id);
        Signal::Contacted {
            channel: channel.id.clone(),
            kind: channel.kind(),
        }
    }
}

/// Whether what stands there to answer to is neither an address nor a number.
fn is_doubtful(contact: &str) -> bool {
    !contact.trim().is_empty() && !is_contact(contact)
}

fn position(playbook: &Playbook, tag: &str) -> usize {
    playbook
        .locales()
        .iter()
        .position(|known| known.eq_ignore_ascii_case(tag))
        .unwrap_or(0)
}
