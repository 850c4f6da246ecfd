//! The result: two ways to reach somebody, why, and what surrounds them.

use super::Stage;
use crate::{
    answer::Answer,
    condition::Condition,
    decide::{PassedOver, Reason, decide},
    hours::{Date, Schedule},
    playbook::{
        Channel, ChannelId, EmergencyLine, Hours, Kind, Passage, Playbook, QuestionId, Resource,
        ResourceKind,
    },
    situation::Availability,
    text::{CountedText, Words, decimal},
    walk::Walk,
};

/// Who can help.
#[derive(Debug)]
pub struct ResultScreen<'a> {
    /// The id of the route.
    pub route: &'a str,
    /// The line for danger to life, on a route where life may be in danger.
    pub emergency: Option<Emergency<'a>>,
    /// Components of a live feed that the visitor's answers are about.
    pub about: Vec<&'a str>,
    /// What the visitor told, in order.
    pub told: Vec<Told<'a>>,
    /// Short, kind and true.
    pub reassurance: Option<Words<'a>>,
    /// Why this is the right place.
    pub because: Option<Words<'a>>,
    /// Whom to contact first.
    pub best: Offer<'a>,
    /// Another way.
    pub second: Offer<'a>,
    /// Channels that would have been better, and why they are not.
    pub passed_over: Vec<(Words<'a>, Reason)>,
    /// The other channels.
    pub others: Vec<Offer<'a>>,
    /// Whether there are questions for the agent that nobody has answered yet.
    pub asks_for_agent: bool,
    /// What happens next.
    pub expectations: Vec<Words<'a>>,
    /// Somebody who got through.
    pub story: Option<Words<'a>>,
    /// Links.
    pub resources: Vec<ResourceLink<'a>>,
}

/// The line for danger to life.
#[derive(Debug)]
pub struct Emergency<'a> {
    /// What to do, and when.
    pub text: Words<'a>,
    /// Whose numbers, and the numbers.
    pub lines: Vec<(Words<'a>, &'a str)>,
    /// The same for other places, when it seems to be known where the visitor is.
    pub elsewhere: Vec<(Words<'a>, &'a str)>,
}

/// A channel as it is offered. Moments are UTC seconds.
#[derive(Debug)]
pub struct Offer<'a> {
    /// Which one.
    pub channel: ChannelId,
    /// Its id in the file.
    pub id: &'a str,
    /// Its kind.
    pub kind: Kind,
    /// What the button says.
    pub name: Words<'a>,
    /// What it is best for.
    pub about: Option<Words<'a>>,
    /// The link to follow; `None` for the message form.
    pub href: Option<String>,
    /// The number or address to read, copy or dial by hand.
    pub shown: Option<String>,
    /// Whether somebody is there.
    pub availability: Availability,
    /// Its hours; `None` when it never closes.
    pub schedule: Option<&'a Schedule>,
    /// What today is called when it is closed for a holiday.
    pub holiday: Option<Words<'a>>,
    /// Minutes until somebody answers; only while somebody does.
    pub wait_minutes: Option<(u32, u32)>,
    /// What it costs.
    pub cost: Option<Words<'a>>,
    /// When it is quietest.
    pub best_times: Option<Words<'a>>,
    /// The languages in which it answers, when the visitor's is not among them.
    pub languages: Option<&'a [String]>,
}

/// An answer as it is repeated.
#[derive(Debug)]
pub struct Told<'a> {
    /// Which question.
    pub question: QuestionId,
    /// Its id in the file.
    pub id: &'a str,
    /// The question's words.
    pub text: Words<'a>,
    /// The answer.
    pub said: Said<'a>,
}

/// What was answered.
#[derive(Debug)]
pub enum Said<'a> {
    /// "I'm not sure".
    NotSure,
    /// One or more options; in a ranking, the most pressing first.
    Options(Vec<Words<'a>>),
    /// Yes or no.
    YesNo(bool),
    /// A number, with its unit where it has one.
    Number(i64, Option<&'a CountedText>),
    /// The visitor's own words.
    Text(&'a str),
}

/// A link.
#[derive(Debug)]
pub struct ResourceLink<'a> {
    /// What it is.
    pub title: Words<'a>,
    /// What it is good for.
    pub about: Option<Words<'a>>,
    /// Where it is.
    pub url: &'a str,
    /// Who offers it.
    pub kind: Option<ResourceKind>,
    /// Whether it is normally for members only.
    pub unlocked: bool,
}

impl<'a> Stage<'a> {
    pub(super) fn result(&self) -> ResultScreen<'a> {
        let playbook: &'a Playbook = &self.session.playbook;
        let walk = self.session.walk();
        let decision = decide(
            playbook,
            walk.route(playbook),
            self.session.locale(),
            self.situation,
        );
        let route = playbook.route(decision.route);
        let shown = [decision.best, decision.second];
        let rest = playbook.channel_ids().filter(|id| !shown.contains(id));
        let mut result = ResultScreen {
            route: &route.id,
            emergency: None,
            about: Vec::new(),
            told: told(playbook, &walk, self.session.locale),
            reassurance: None,
            because: self.maybe(&route.because),
            best: self.offer(decision.best),
            second: self.offer(decision.second),
            passed_over: self.passed_over(&decision.passed_over),
            others: self.offers(rest.collect()),
            asks_for_agent: false,
            expectations: Vec::new(),
            story: None,
            resources: Vec::new(),
        };
        if route.emergency {
            result.emergency = self.emergency();
            return result;
        }
        let about = playbook.status_about().iter();
        result.about = about
            .filter(|about| walk.holds(Some(&about.when)))
            .map(|about| about.component.as_str())
            .collect();
        result.asks_for_agent = walk.next_for_agent.is_some();
        let most = Passage::MOST_EXPECTATIONS;
        result.reassurance = self.passages(playbook.reassurance(), 1, &walk).pop();
        result.expectations = self.passages(playbook.expectations(), most, &walk);
        result.story = self.passages(playbook.stories(), 1, &walk).pop();
        result.resources = playbook
            .resources()
            .iter()
            .filter(|link| self.shows(link.show_when.as_ref(), link.expires_on, &walk))
            .take(Resource::MOST)
            .map(|link| self.resource(link))
            .collect();
        result
    }

    pub(super) fn emergency(&self) -> Option<Emergency<'a>> {
        let emergency = self.session.playbook.emergency()?;
        let is_here = |line: &EmergencyLine| line.timezones.contains(&self.situation.here);
        let located = emergency.lines.iter().any(is_here);
        let mut told = Emergency {
            text: self.words(&emergency.text),
            lines: Vec::new(),
            elsewhere: Vec::new(),
        };
        for line in &emergency.lines {
            let lines = match !located || line.timezones.is_empty() || is_here(line) {
                true => &mut told.lines,
                false => &mut told.elsewhere,
            };
            lines.push((self.words(&line.name), line.number.as_str()));
        }
        Some(told)
    }

    pub(super) fn offer(&self, id: ChannelId) -> Offer<'a> {
        let channel: &'a Channel = self.session.playbook.channel(id);
        let availability = self.situation.availability(id, channel);
        Offer {
            channel: id,
            id: &channel.id,
            kind: channel.kind(),
            name: self.words(&channel.name),
            about: self.maybe(&channel.about),
            href: channel.target.href(),
            shown: channel.target.shown(),
            availability,
            schedule: match &channel.hours {
                Hours::Always => None,
                Hours::Weekly(weekly) => Some(&weekly.schedule),
            },
            holiday: self.holiday_today(channel),
            wait_minutes: self
                .situation
                .wait_minutes(id, channel)
                .filter(|_| availability.is_open()),
            cost: self.maybe(&channel.cost),
            best_times: self.maybe(&channel.best_times),
            languages: (!channel.speaks(self.session.locale())).then_some(&channel.languages),
        }
    }

    fn holiday_today(&self, channel: &'a Channel) -> Option<Words<'a>> {
        let Hours::Weekly(weekly) = &channel.hours else {
            return None;
        };
        let offsets = self.situation.zones.get(weekly.schedule.timezone())?;
        let (today, _) = offsets.local(self.situation.now);
        let (_, name) = weekly.holidays.iter().find(|(date, _)| *date == today)?;
        let closed = weekly.schedule.spans_of(today).is_empty();
        closed.then(|| self.words(name))
    }

    /// The passed-over channels that a visitor can make sense of.
    fn passed_over(&self, passed: &[PassedOver]) -> Vec<(Words<'a>, Reason)> {
        passed
            .iter()
            .filter(|passed| passed.reason != Reason::CanNot)
            .map(|passed| {
                (
                    self.words(&self.session.playbook.channel(passed.channel).name),
                    passed.reason,
                )
            })
            .collect()
    }

    /// The first passages that fit, up to a number.
    fn passages(&self, passages: &'a [Passage], most: usize, walk: &Walk<'a>) -> Vec<Words<'a>> {
        passages
            .iter()
            .filter(|passage| self.shows(passage.show_when.as_ref(), passage.expires_on, walk))
            .take(most)
            .map(|passage| self.words(&passage.text))
            .collect()
    }

    fn shows(&self, when: Option<&Condition>, expires: Option<Date>, walk: &Walk<'a>) -> bool {
        expires.is_none_or(|last| self.situation.today() <= last) && walk.holds(when)
    }

    fn resource(&self, link: &'a Resource) -> ResourceLink<'a> {
        ResourceLink {
            title: self.words(&link.title),
            about: self.maybe(&link.about),
            url: &link.url,
            kind: link.kind,
            unlocked: link.unlocked,
        }
    }
}

/// What the visitor told, in the words of the locale at a place.
fn told<'a>(playbook: &'a Playbook, walk: &Walk<'a>, locale: usize) -> Vec<Told<'a>> {
    let words = |text| playbook.words(text, locale);
    let told = |id: &QuestionId| {
        let question = playbook.question(*id);
        let options = question.kind.options();
        let answer = walk.answer(*id)?;
        let said = match answer {
            Answer::NotSure => Said::NotSure,
            Answer::Choice(_) | Answer::Multiple(_) | Answer::Ranking(_) => {
                let chosen = answer
                    .places()
                    .iter()
                    .filter_map(|place| options.get(*place));
                Said::Options(chosen.map(|option| words(&option.text)).collect())
            }
            Answer::YesNo(yes) => Said::YesNo(*yes),
            Answer::Number(number) => Said::Number(*number, question.kind.unit()),
            Answer::Text(text) => Said::Text(text),
        };
        Some(Told {
            question: *id,
            id: &question.id,
            text: words(&question.text),
            said,
        })
    };
    walk.answered.iter().filter_map(told).collect()
}

/// Questions and answers in the playbook's default language, for the person who reads them.
pub(crate) fn told_in_plain<'a>(playbook: &'a Playbook, walk: &Walk<'a>) -> Vec<(String, String)> {
    let plain = |told: Told<'_>| {
        let answer = match told.said {
            Said::NotSure => Answer::NOT_SURE.to_owned(),
            Said::Options(options) => options
                .iter()
                .map(|words| words.text)
                .collect::<Vec<_>>()
                .join(", "),
            Said::YesNo(yes) => if yes { "yes" } else { "no" }.to_owned(),
            Said::Number(number, _) => decimal(number),
            Said::Text(text) => text.to_owned(),
        };
        (told.text.text.to_owned(), answer)
    };
    told(playbook, walk, 0).into_iter().map(plain).collect()
}
