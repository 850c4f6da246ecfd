//! The words between a session and the page: what happened, and what is to be done about it.

use crate::playbook::{ChannelId, Kind, QuestionId};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The visitor began.
    Started,
    /// A question's form was sent. The values are read by [`Answer::read`].
    Answered {
        /// Which question.
        question: QuestionId,
        /// The values of its fields.
        values: Vec<String>,
    },
    /// The visitor changed a question's fields.
    AnswerEdited {
        /// Which question.
        question: QuestionId,
        /// The values of its fields now.
        values: Vec<String>,
    },
    /// The visitor went a step back.
    WentBack,
    /// The visitor wants to answer a question differently.
    ChangeRequested(QuestionId),
    /// The visitor began anew; answers are forgotten, the draft of a message is not.
    Restarted,
    /// The visitor asked for the contact list.
    ContactsRequested,
    /// The visitor wants to write a message.
    MessageRequested(ChannelId),
    /// The visitor wants to answer the questions for the agent.
    AgentQuestionsRequested,
    /// The visitor returned from the contact list, the message form, or the questions for the agent.
    Returned,
    /// The visitor followed a channel's link.
    ChannelChosen(ChannelId),
    /// The visitor wrote in the message form.
    MessageEdited(DraftField, String),
    /// The visitor sent the message form.
    MessageSubmitted,
    /// It became known, or remained unknown, what came of the message to a channel.
    MessageSettled(ChannelId, Outcome),
    /// The visitor picked a language.
    LocaleRequested(String),
}

/// What the page is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell the host page.
    Signal(Signal),
    /// Fetch the words of a language, then go on with [`Session::translated`](crate::Session::translated).
    RequestLocale(String),
    /// Post a message, then send [`Event::MessageSettled`].
    Send(Message),
}

/// What the host page is told. Ids only, never words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A result is shown.
    Routed {
        /// The id of the route.
        route: String,
        /// The id of the best option's channel.
        best: String,
        /// The id of the second option's channel.
        second: String,
    },
    /// The visitor follows a channel, or a message has arrived.
    Contacted {
        /// The id of the channel.
        channel: String,
        /// Its kind.
        kind: Kind,
    },
}

/// A message as it is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The channel that takes it.
    pub channel: ChannelId,
    /// Where to.
    pub endpoint: String,
    /// What the visitor wrote.
    pub draft: Draft,
    /// The visitor's locale.
    pub locale: String,
    /// The id of the route, once there is a result.
    pub route: Option<String>,
    /// What was asked and answered, in the playbook's default language, which is the agents'.
    pub told: Vec<(String, String)>,
}

/// What stands in the message form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The visitor's name, possibly empty.
    pub name: String,
    /// An e-mail address or phone number.
    pub contact: String,
    /// The message.
    pub message: String,
    /// A field that people don't see; programs fill it in. A hint only: nobody is turned away.
    pub trap: String,
}

/// A field of the message form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftField {
    /// [`Draft::name`]
    Name,
    /// [`Draft::contact`]
    Contact,
    /// [`Draft::message`]
    Message,
    /// [`Draft::trap`]
    Trap,
}

/// What keeps a message from being sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// The form asks for a message, and there is none.
    pub message: bool,
    /// There is nothing to answer to.
    pub contact: bool,
    /// What is there to answer to is neither an address nor a number. Sent again as it is, it is taken.
    pub address: bool,
}

/// What came of the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// It is being written.
    #[default]
    Writing,
    /// It was sent off with something missing.
    Incomplete,
    /// It is under way.
    Sending,
    /// The other side has confirmed it.
    Sent,
    /// It waits until the visitor is online again.
    Queued,
    /// It certainly did not arrive.
    Failed,
    /// Nobody knows whether it arrived.
    Uncertain,
}
