//! Channels: the ways to make contact.

use std::rc::Rc;

use crate::{
    hours::{Date, Schedule},
    link,
    text::Text,
};

/// A way to make contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The id in the file.
    pub id: String,
    /// What the button says.
    pub name: Text,
    /// What it is best for.
    pub about: Option<Text>,
    /// Where it leads.
    pub target: Target,
    /// When somebody is there.
    pub hours: Hours,
    /// Minutes until somebody answers, from and to.
    pub wait_minutes: Option<(u32, u32)>,
    /// What making contact costs.
    pub cost: Option<Text>,
    /// When it is quietest.
    pub best_times: Option<Text>,
    /// Languages in which it answers, as BCP 47 tags; never empty.
    pub languages: Vec<String>,
    /// What people there can do.
    pub can: Vec<String>,
    /// Whether a form asks for a number to call back, and not for a message.
    pub calls_back: bool,
    /// What a visitor agrees to by sending a form.
    pub consent: Option<Text>,
}

impl Channel {
    /// What kind of channel it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.target {
            Target::Phone(_) => Kind::Phone,
            Target::Sms(_) => Kind::Sms,
            Target::Chat(_) => Kind::Chat,
            Target::Portal(_) => Kind::Portal,
            Target::Email(_) => Kind::Email,
            Target::Social(_) => Kind::Social,
            Target::Form(_) => Kind::Form,
        }
    }

    /// Whether it is there day and night.
    #[must_use]
    pub const fn is_always(&self) -> bool {
        matches!(self.hours, Hours::Always)
    }

    /// Whether somebody there speaks a visitor's language.
    #[must_use]
    pub fn speaks(&self, locale: &str) -> bool {
        self.languages
            .iter()
            .any(|language| crate::locale::covers(language, locale))
    }
}

/// The kinds of channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A call.
    Phone,
    /// A text message.
    Sms,
    /// A live chat.
    Chat,
    /// An online service where the visitor helps themself.
    Portal,
    /// An e-mail.
    Email,
    /// A messaging app or social network.
    Social,
    /// A message from within the panel.
    Form,
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 7] = [
        Self::Phone,
        Self::Sms,
        Self::Chat,
        Self::Portal,
        Self::Email,
        Self::Social,
        Self::Form,
    ];

    /// Their names in the file and in signals, in the same order; must never change.
    pub(crate) const NAMES: [&'static str; 7] =
        ["phone", "sms", "chat", "portal", "email", "social", "form"];

    /// The name in the file and in signals.
    #[must_use]
    #[allow(
        clippy::indexing_slicing,
        reason = "there is a name for each, in the same order"
    )]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// Where a channel leads. What stands in here passed the checks of [`crate::link`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A phone number in E.164 form, perhaps in groups for reading and with an extension; or a short code.
    Phone(String),
    /// The same, of a phone that takes text messages.
    Sms(String),
    /// The link that opens the chat.
    Chat(String),
    /// The link to the service.
    Portal(String),
    /// An e-mail address.
    Email(String),
    /// The link to the profile or conversation.
    Social(String),
    /// The address to which a message is posted.
    Form(String),
}

impl Target {
    /// The link to follow; `None` for a form, which is filled in within the panel.
    #[must_use]
    pub fn href(&self) -> Option<String> {
        match self {
            Self::Phone(number) => Some(link::tel(number)),
            Self::Sms(number) => Some(link::sms(number, "")),
            Self::Email(address) => Some(link::mailto(address, "", "")),
            Self::Chat(url) | Self::Portal(url) | Self::Social(url) => Some(url.clone()),
            Self::Form(_) => None,
        }
    }

    /// The number or address to show beside the button, so that it can be read, copied and
    /// dialled by hand; `None` where the button is all there is.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::Phone(shown) | Self::Sms(shown) | Self::Email(shown) => {
                Some(link::shown_number(shown))
            }
            Self::Chat(_) | Self::Portal(_) | Self::Social(_) | Self::Form(_) => None,
        }
    }
}

/// When a channel is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always,
    /// By the week, with exceptions; shared by all channels that keep the same hours.
    Weekly(Rc<Weekly>),
}

/// Opening hours by the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// The opening hours.
    pub schedule: Schedule,
    /// What the days are called on which it is closed.
    pub holidays: Vec<(Date, Text)>,
}
