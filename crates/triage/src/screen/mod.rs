//! Screens: what the visitor is shown next, ready for a view.
//!
//! Words are picked by language here; moments, numbers and built-in texts are left as values,
//! because only the page knows how to write them.

mod question;
mod result;

pub use question::{Choice, Field, QuestionScreen};
pub use result::{Emergency, Offer, ResourceLink, ResultScreen, Said, Told};

use crate::{
    event::{Draft, Missing, Outcome},
    fold::is_contact,
    playbook::ChannelId,
    session::{Detour, Place, Session},
    situation::Situation,
    text::{Text, Words},
};
pub(crate) use result::told_in_plain;

/// One step of the way.
#[derive(Debug)]
pub enum Screen<'a> {
    /// Before the first question.
    Welcome(Welcome<'a>),
    /// A question.
    Question(QuestionScreen<'a>),
    /// Who can help.
    Result(Box<ResultScreen<'a>>),
    /// The message form.
    Message(MessageScreen<'a>),
    /// Every way to make contact.
    Contacts(Contacts<'a>),
}

/// The first screen.
#[derive(Debug)]
pub struct Welcome<'a> {
    /// Who is speaking.
    pub name: Words<'a>,
    /// What is known, unless it has expired.
    pub notice: Option<Notice<'a>>,
    /// The line for danger to life.
    pub emergency: Option<Emergency<'a>>,
}

/// What is known and what isn't. Moments are UTC seconds.
#[derive(Debug)]
pub struct Notice<'a> {
    /// One kind clause, then the fact.
    pub text: Words<'a>,
    /// Where it holds.
    pub place: Option<Words<'a>>,
    /// What is known.
    pub known: Vec<Words<'a>>,
    /// What isn't known yet.
    pub unknown: Vec<Words<'a>>,
    /// When it was last true.
    pub updated_at: i64,
    /// When more will be said; never in the past.
    pub next_update_at: Option<i64>,
}

/// The message form.
#[derive(Debug)]
pub struct MessageScreen<'a> {
    /// The channel that takes the message.
    pub channel: ChannelId,
    /// Its name.
    pub name: Words<'a>,
    /// What stands in the fields.
    pub draft: &'a Draft,
    /// What came of it.
    pub outcome: Outcome,
    /// What is missing, once it was sent off like that.
    pub missing: Missing,
    /// Whether the company can answer, as far as anybody can tell from what stands there.
    pub reachable: bool,
    /// Whether answers are sent along.
    pub sends_answers: bool,
    /// Whether it asks for a number to call back, and not for a message.
    pub calls_back: bool,
    /// What the visitor agrees to by sending it.
    pub consent: Option<Words<'a>>,
    /// The other channels, for when the message doesn't get through.
    pub others: Vec<Offer<'a>>,
}

/// The contact list.
#[derive(Debug)]
pub struct Contacts<'a> {
    /// The line for danger to life.
    pub emergency: Option<Emergency<'a>>,
    /// Every channel, those that can be reached now first.
    pub offers: Vec<Offer<'a>>,
}

/// What all screens are made with.
pub(crate) struct Stage<'a> {
    pub session: &'a Session,
    pub situation: &'a Situation,
}

impl<'a> Stage<'a> {
    fn words(&self, text: &'a Text) -> Words<'a> {
        self.session.playbook.words(text, self.session.locale)
    }

    fn maybe(&self, text: &'a Option<Text>) -> Option<Words<'a>> {
        text.as_ref().map(|text| self.words(text))
    }

    fn list(&self, texts: &'a [Text]) -> Vec<Words<'a>> {
        texts.iter().map(|text| self.words(text)).collect()
    }

    /// Offers of channels: those that can be reached now first, the playbook's order kept.
    fn offers(&self, ids: Vec<ChannelId>) -> Vec<Offer<'a>> {
        let (mut offers, shut): (Vec<_>, Vec<_>) = ids
            .into_iter()
            .map(|id| self.offer(id))
            .partition(|offer| offer.availability.is_open());
        offers.extend(shut);
        offers
    }
}

/// The screen of a session.
pub(crate) fn of<'a>(session: &'a Session, situation: &'a Situation) -> Screen<'a> {
    let stage = Stage { session, situation };
    match (session.detour, session.place) {
        (Some(Detour::Contacts), _) => Screen::Contacts(stage.contacts()),
        (Some(Detour::Message(channel)), _) => Screen::Message(stage.message(channel)),
        (None, Place::Welcome) => Screen::Welcome(stage.welcome()),
        (None, Place::Again(question)) => Screen::Question(stage.question(question)),
        (None, Place::Onward | Place::ForAgent) => {
            let walk = session.walk();
            let for_agent = walk
                .next_for_agent
                .filter(|_| session.place == Place::ForAgent);
            match walk.next.or(for_agent) {
                Some(question) => Screen::Question(stage.question(question)),
                None => Screen::Result(Box::new(stage.result())),
            }
        }
    }
}

impl<'a> Stage<'a> {
    fn welcome(&self) -> Welcome<'a> {
        let playbook = &*self.session.playbook;
        let now = self.situation.now;
        let current = playbook
            .notice()
            .filter(|notice| notice.expires_at.is_none_or(|at| now < at));
        Welcome {
            name: self.words(playbook.name()),
            notice: current.map(|notice| Notice {
                text: self.words(&notice.text),
                place: self.maybe(&notice.place),
                known: self.list(&notice.known),
                unknown: self.list(&notice.unknown),
                updated_at: notice.updated_at,
                next_update_at: notice.next_update_at.filter(|at| now < *at),
            }),
            emergency: self.emergency(),
        }
    }

    fn contacts(&self) -> Contacts<'a> {
        Contacts {
            emergency: self.emergency(),
            offers: self.offers(self.session.playbook.channel_ids().collect()),
        }
    }

    fn message(&self, channel: ChannelId) -> MessageScreen<'a> {
        let session: &'a Session = self.session;
        let playbook = &*session.playbook;
        // Whoever was sent here by a result has been shown two ways; the other one comes first.
        let shown = session.decision(self.situation);
        let mut others = shown.map_or_else(Vec::new, |shown| vec![shown.best, shown.second]);
        for id in playbook.channel_ids() {
            if !others.contains(&id) {
                others.push(id);
            }
        }
        others.retain(|id| *id != channel);
        let shown_channel = playbook.channel(channel);
        MessageScreen {
            channel,
            name: self.words(&shown_channel.name),
            draft: &session.draft,
            outcome: session.outcome,
            missing: match session.outcome {
                Outcome::Incomplete => session.missing(),
                _ => Missing::default(),
            },
            reachable: is_contact(&session.draft.contact),
            sends_answers: !session.walk().answered.is_empty(),
            calls_back: shown_channel.calls_back,
            consent: self.maybe(&shown_channel.consent),
            others: self.offers(others),
        }
    }
}
