//! The checked playbook. Its fields are private and only the checker makes one, so whatever it
//! refers to is there: nothing downstream meets a missing question, channel or opening hour.

mod channel;
mod content;
mod question;

pub use channel::{Channel, Hours, Kind, Target, Weekly};
pub use content::{Emergency, EmergencyLine, Notice, Passage, Resource, ResourceKind, StatusAbout};
pub use question::{Question, QuestionKind, QuestionOption};

use crate::{
    condition::Condition,
    hours::Date,
    label::Label,
    text::{Text, Words},
};

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) usize);

        impl $name {
            /// The place in the playbook, beginning with 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0
            }
        }
    )+};
}

ids! {
    /// A question of one playbook.
    QuestionId;
    /// A channel of one playbook.
    ChannelId;
    /// A route of one playbook.
    RouteId;
}

/// A rule: who goes where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The id in the file.
    pub id: String,
    /// When it is taken; `None` for the last route, which takes everybody who is left.
    pub when: Option<Condition>,
    /// What the best option's channel must be able to do.
    pub needs: Vec<String>,
    /// Channels for the best option, preferred ones first.
    pub first: Vec<ChannelId>,
    /// Channels for the second option, preferred ones first.
    pub second: Vec<ChannelId>,
    /// Why this is the right place.
    pub because: Option<Text>,
    /// Whether life may be in danger: the emergency line comes first, and little else is shown.
    pub emergency: bool,
}

/// A checked playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playbook {
    pub(crate) name: Text,
    pub(crate) locales: Vec<String>,
    pub(crate) translations: Vec<String>,
    pub(crate) launcher: Option<Text>,
    pub(crate) brand: Option<String>,
    pub(crate) labels: Vec<(Label, Text)>,
    pub(crate) notice: Option<Notice>,
    pub(crate) emergency: Option<Emergency>,
    pub(crate) questions: Vec<Question>,
    pub(crate) channels: Vec<Channel>,
    pub(crate) routes: Vec<Route>,
    pub(crate) reassurance: Vec<Passage>,
    pub(crate) expectations: Vec<Passage>,
    pub(crate) stories: Vec<Passage>,
    pub(crate) resources: Vec<Resource>,
    pub(crate) status_about: Vec<StatusAbout>,
    #[cfg(feature = "advice")]
    pub(crate) status_components: Vec<(String, ChannelId)>,
}

#[allow(
    clippy::indexing_slicing,
    reason = "ids are made by the checker, for this playbook"
)]
impl Playbook {
    /// The question of an id.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.0]
    }

    /// The channel of an id.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> &Channel {
        &self.channels[id.0]
    }

    /// The route of an id.
    #[must_use]
    pub fn route(&self, id: RouteId) -> &Route {
        &self.routes[id.0]
    }
}

impl Playbook {
    /// Who is speaking.
    #[must_use]
    pub const fn name(&self) -> &Text {
        &self.name
    }

    /// BCP 47 tags; the first is the default.
    #[must_use]
    pub fn locales(&self) -> &[String] {
        &self.locales
    }

    /// The languages between which a visitor can choose, as BCP 47 tags: those of this file, or of all files into
    /// which the playbook was split.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        if self.translations.is_empty() {
            &self.locales
        } else {
            &self.translations
        }
    }

    /// The words on the launcher, where the playbook has some.
    #[must_use]
    pub const fn launcher(&self) -> Option<&Text> {
        self.launcher.as_ref()
    }

    /// The brand colour as `#rrggbb`, where the playbook has one.
    #[must_use]
    pub fn brand(&self) -> Option<&str> {
        self.brand.as_deref()
    }

    /// What the playbook says instead of a built-in text.
    #[must_use]
    pub fn label(&self, label: Label) -> Option<&Text> {
        self.labels
            .iter()
            .find(|(known, _)| *known == label)
            .map(|(_, text)| text)
    }

    /// What the company knows and doesn't.
    #[must_use]
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The line for danger to life.
    #[must_use]
    pub const fn emergency(&self) -> Option<&Emergency> {
        self.emergency.as_ref()
    }

    /// All questions, in their order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The ids of all questions, in their order.
    pub fn question_ids(&self) -> impl DoubleEndedIterator<Item = QuestionId> + use<> {
        (0..self.questions.len()).map(QuestionId)
    }

    /// All channels, in the order of the file.
    #[must_use]
    pub fn channels(&self) -> &[Channel] {
        &self.channels
    }

    /// The ids of all channels, in the order of the file.
    pub fn channel_ids(&self) -> impl DoubleEndedIterator<Item = ChannelId> + use<> {
        (0..self.channels.len()).map(ChannelId)
    }

    /// All routes, in their order.
    #[must_use]
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The ids of all routes, in their order.
    pub fn route_ids(&self) -> impl DoubleEndedIterator<Item = RouteId> + use<> {
        (0..self.routes.len()).map(RouteId)
    }

    /// Short, kind and true; the first that fits is shown.
    #[must_use]
    pub fn reassurance(&self) -> &[Passage] {
        &self.reassurance
    }

    /// What happens next; all that fit are shown, up to [`Passage::MOST_EXPECTATIONS`].
    #[must_use]
    pub fn expectations(&self) -> &[Passage] {
        &self.expectations
    }

    /// People who got through; the first that fits is shown.
    #[must_use]
    pub fn stories(&self) -> &[Passage] {
        &self.stories
    }

    /// Links that help when nothing can be solved yet; all that fit are shown, up to [`Resource::MOST`].
    #[must_use]
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// Which answers a live feed's components are about.
    #[must_use]
    pub fn status_about(&self) -> &[StatusAbout] {
        &self.status_about
    }

    /// Which channel a status page's component is, by the component's name, where the playbook says so.
    #[cfg(feature = "advice")]
    #[must_use]
    pub fn status_components(&self) -> &[(String, ChannelId)] {
        &self.status_components
    }

    /// The playbook as it is from a day on: passages and resources whose last day is over are for nobody, so that
    /// nobody is asked for what only they depend on.
    #[must_use]
    pub fn without_expired(mut self, today: Date) -> Self {
        let passages = self.reassurance.iter_mut();
        let passages = passages
            .chain(&mut self.expectations)
            .chain(&mut self.stories)
            .map(|passage| (passage.expires_on, &mut passage.show_when));
        let resources = self.resources.iter_mut();
        let resources = resources.map(|resource| (resource.expires_on, &mut resource.show_when));
        for (last, show_when) in passages.chain(resources) {
            if last.is_some_and(|last| last < today) {
                // No alternative holds.
                *show_when = Some(Condition::Any(Vec::new()));
            }
        }
        self
    }

    /// Whether another playbook has the same questions, channels and routes, so that ids and answers mean the same.
    pub(crate) fn is_translation(&self, other: &Self) -> bool {
        self.ids() == other.ids()
    }

    fn ids(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        for question in &self.questions {
            ids.push(question.kind.name());
            ids.push(&question.id);
            for option in question.kind.options() {
                ids.push(&option.id);
            }
        }
        for channel in &self.channels {
            ids.push(&channel.id);
        }
        for route in &self.routes {
            ids.push(&route.id);
        }
        ids
    }

    /// The names of all time zones in which channels keep their hours, each once.
    #[must_use]
    pub fn timezones(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for channel in &self.channels {
            if let Hours::Weekly(weekly) = &channel.hours {
                let name = weekly.schedule.timezone();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The names of all time zones in which a line for danger to life helps.
    pub fn emergency_timezones(&self) -> impl Iterator<Item = &str> {
        let lines = self.emergency.iter().flat_map(|emergency| &emergency.lines);
        lines.flat_map(|line| &line.timezones).map(String::as_str)
    }

    /// The words of a text for the locale at that place.
    #[must_use]
    pub fn words<'a>(&'a self, text: &'a Text, locale: usize) -> Words<'a> {
        text.words(&self.locales, locale)
    }
}
