//! Reading channels.

use super::reader::{Reader, elements, flag, string, strings};
#[cfg(feature = "advice")]
use super::reader::{entries, field};
#[cfg(feature = "advice")]
use crate::{link, source::Value};
use crate::{
    playbook::{Channel, Hours, Kind, Target},
    problem::Code,
    source::Node,
};

impl Reader<'_> {
    /// Reads all channels. A broken one is left out: the others still help.
    pub fn read_channels(&mut self) {
        let mark = self.findings.mark();
        for (id, node) in self.entries("channels") {
            let channel = self.channel(id, node);
            self.findings.forgive_since(mark);
            self.channels.extend(channel);
        }
    }

    /// `None` when nothing sensible can be said of its hours.
    fn channel(&mut self, id: &str, node: &Node) -> Option<Channel> {
        #[cfg(feature = "advice")]
        {
            self.look_at_parameters(node);
            self.look_at_number(node);
        }
        let hours = self.opening(node);
        let wait = self.wait_minutes(node);
        let hours = hours?;
        let languages = match node.entry("languages") {
            Some(_) => strings(node, "languages"),
            None => self.locales.clone(),
        };
        Some(Channel {
            id: id.to_owned(),
            name: self.text(node, "name"),
            about: self.extra_text(node, "about"),
            target: target(node)?,
            hours,
            wait_minutes: wait,
            cost: self.extra_text(node, "cost"),
            best_times: self.extra_text(node, "best_times"),
            languages,
            can: strings(node, "can"),
            calls_back: string(node, "asks_for") == "callback",
            consent: self.extra_text(node, "consent"),
        })
    }

    /// Notes parameters that nothing fills.
    #[cfg(feature = "advice")]
    fn look_at_parameters(&mut self, node: &Node) {
        let questions: Vec<&str> = elements(self.file, "questions")
            .map(|question| string(question, "id"))
            .collect();
        for (_, source) in entries(node, "parameters") {
            let name = source.text();
            if !["route", "locale", "reference"].contains(&name) && !questions.contains(&name) {
                let known = questions.iter().copied();
                let otherwise = ["name a question, or \"route\", \"locale\" or \"reference\""];
                self.findings.unknown(source, "question", known, &otherwise);
            }
        }
    }

    /// Notes a number that can be dialled in one country only, without saying in which; and an extension of a phone
    /// that takes text messages, which none can have.
    #[cfg(feature = "advice")]
    fn look_at_number(&mut self, node: &Node) {
        let kind = string(node, "kind");
        let Some(address) = field(node, "address").filter(|_| ["phone", "sms"].contains(&kind))
        else {
            return;
        };
        let number = address.text();
        let quoted = ["\"", number, "\""].concat();
        if kind == "sms" && number.contains(';') {
            let cure =
                " has an extension, to which no text message can be sent; give a number without";
            self.findings
                .remark(address, Code::BadAddress, &[&quoted, cure]);
        } else if link::is_local(number) && node.entry("country").is_none() {
            let cure = " can't be dialled from other countries; write it with + and the country code in place of its first 0, such as +81 3-1234-5678; or add the \"country\" in which it works, such as \"JP\"";
            self.findings
                .remark(address, Code::BadAddress, &[&quoted, cure]);
        }
    }

    fn opening(&mut self, node: &Node) -> Option<Hours> {
        match (node.entry("hours"), flag(node, "always")) {
            (Some(name), false) => return self.named_hours(name),
            (None, true) => return Some(Hours::Always),
            (Some(hours), true) => {
                note!(
                    self.findings.report_name(hours, Code::BadHours),
                    "\"hours\" and \"always\" contradict each other; keep one",
                );
            }
            (None, false) => {
                note!(
                    self.findings.report(node, Code::BadHours),
                    "say when somebody is there, such as \"hours\": \"office\" or \"always\": true",
                );
            }
        }
        None
    }

    /// Notes what is wrong with the hours of a channel that is lost already.
    #[cfg(feature = "advice")]
    pub fn look_at_opening(&mut self, node: &Node) {
        let always = node.entry("always").map(|always| &always.value);
        // Whatever else stands there instead of `true` has been noted.
        if matches!(always, None | Some(Value::Bool(_))) {
            self.opening(node);
        }
    }

    /// The hours of that name; `None` when they are broken, which was reported.
    fn named_hours(&mut self, node: &Node) -> Option<Hours> {
        let name = node.text();
        if !self.is_written("hours", name) {
            self.report_unknown(node, "opening hours", "hours");
        }
        let (_, hours) = self.hours.iter().find(|(known, _)| *known == name)?;
        Some(hours.clone())
    }

    /// How long it takes until somebody answers; nothing when that makes no sense, which is reported.
    pub fn wait_minutes(&mut self, node: &Node) -> Option<(u32, u32)> {
        let mut minutes = elements(node, "wait_minutes")
            .map(|minutes| u32::try_from(minutes.whole()).unwrap_or_default());
        let (low, high) = (minutes.next()?, minutes.next()?);
        if low > high {
            let place = node.entry("wait_minutes").unwrap_or(node);
            note!(
                self.findings.remark(place, Code::BadNumber),
                "write the shorter wait first, such as [2, 6]",
            );
            return None;
        }
        Some((low, high))
    }
}

fn target(node: &Node) -> Option<Target> {
    let name = string(node, "kind");
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name)?;
    let string = |name| string(node, name).to_owned();
    Some(match kind {
        Kind::Phone => Target::Phone(string("address")),
        Kind::Sms => Target::Sms(string("address")),
        Kind::Chat => Target::Chat(string("url")),
        Kind::Portal => Target::Portal(string("url")),
        Kind::Email => Target::Email(string("address")),
        Kind::Social => Target::Social(string("url")),
        Kind::Form => Target::Form(string("endpoint")),
    })
}
