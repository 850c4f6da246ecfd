//! Reading what surrounds the questions. What is broken here is left out, never fatal.

use super::reader::{Reader, elements, field, flag, string, strings};
#[cfg(feature = "advice")]
use crate::playbook::ChannelId;
use crate::{
    Label, Text,
    colour::{Colour, LOWEST_CONTRAST},
    hours::{Date, parse_moment},
    label::placeholders,
    playbook::{Emergency, EmergencyLine, Notice, Passage, Resource, ResourceKind, StatusAbout},
    problem::Code,
    source::Node,
};

impl Reader<'_> {
    /// The brand's colour. It is for authors to see that white text can be read on it: the widget shows
    /// what the safe layer has made of it, and carries no table of luminances.
    pub fn brand(&mut self) -> Option<String> {
        let node = self.file.entry("theme")?.entry("brand")?;
        let colour = Colour::parse(node.text())?;
        if cfg!(feature = "advice") && colour.contrast(Colour::WHITE) < LOWEST_CONTRAST {
            note!(
                self.findings.remark(node, Code::WeakContrast),
                "white text can't be read on this colour; the nearest shade on which it can is ",
                &colour.under_white_text().to_hex(),
            );
            return None;
        }
        Some(node.text().to_owned())
    }

    /// The labels that the playbook has words of its own for.
    pub fn labels(&mut self) -> Vec<(Label, Text)> {
        let mut labels = Vec::new();
        for (key, node) in self.entries("labels") {
            if let Some((label, text)) = Label::from_key(key).zip(self.words(node))
                && self.has_placeholders_of(label, node)
            {
                labels.push((label, text));
            }
        }
        labels
    }

    /// Whether every string of a label has exactly the placeholders of the English one.
    fn has_placeholders_of(&mut self, label: Label, node: &Node) -> bool {
        let wanted: Vec<_> = placeholders(label.english()).collect();
        let differs = |text: &str| {
            let names: Vec<_> = placeholders(text).collect();
            let all = wanted.iter().all(|name| names.contains(name));
            !text.is_empty() && (!all || names.len() != wanted.len())
        };
        let lines = node.entries().iter().map(|(_, line)| line);
        let mut right = true;
        for line in lines.chain([node]).filter(|line| differs(line.text())) {
            right = false;
            note!(
                self.findings.remark(line, Code::BadPlaceholder),
                &placeholder_fault(label, line.text(), &wanted),
            );
        }
        right
    }

    pub fn launcher(&self) -> Option<Text> {
        self.extra_text(self.file.entry("launcher")?, "text")
    }

    pub fn notice(&self) -> Option<Notice> {
        let node = field(self.file, "notice")?;
        let texts = |name| {
            elements(node, name)
                .filter_map(|text| self.words(text))
                .collect()
        };
        let moment = |name| parse_moment(string(node, name));
        Some(Notice {
            text: self.text(node, "text"),
            place: self.extra_text(node, "place"),
            known: texts("known"),
            unknown: texts("unknown"),
            updated_at: moment("updated_at")?,
            next_update_at: moment("next_update_at"),
            expires_at: moment("expires_at"),
        })
    }

    pub fn emergency(&self) -> Option<Emergency> {
        let node = field(self.file, "emergency")?;
        let line = |line: &Node| EmergencyLine {
            name: self.text(line, "name"),
            number: string(line, "number").to_owned(),
            timezones: strings(line, "timezones"),
        };
        Some(Emergency {
            text: self.text(node, "text"),
            lines: elements(node, "lines").map(line).collect(),
        })
    }

    /// Reassurance, expectations or stories.
    #[inline(never)]
    pub fn passages(&mut self, name: &str) -> Vec<Passage> {
        let mark = self.findings.mark();
        let mut passages = Vec::new();
        for node in elements(self.file, name) {
            let passage = Passage {
                text: self.text(node, "text"),
                show_when: self.condition(node, "show_when"),
                expires_on: Date::parse(string(node, "expires_on")),
            };
            if self.findings.forgive_since(mark) {
                passages.push(passage);
            }
        }
        passages
    }

    pub fn resources(&mut self) -> Vec<Resource> {
        let mark = self.findings.mark();
        let mut resources = Vec::new();
        for node in elements(self.file, "resources") {
            let resource = Resource {
                title: self.text(node, "title"),
                about: self.extra_text(node, "about"),
                url: string(node, "url").to_owned(),
                kind: ResourceKind::from_name(string(node, "kind")),
                unlocked: flag(node, "unlocked"),
                show_when: self.condition(node, "show_when"),
                expires_on: Date::parse(string(node, "expires_on")),
            };
            if self.findings.forgive_since(mark) {
                resources.push(resource);
            }
        }
        resources
    }
}

impl Reader<'_> {
    /// Which answers a live feed's components are about.
    pub fn status_about(&mut self) -> Vec<StatusAbout> {
        let mark = self.findings.mark();
        let mut all = Vec::new();
        let Some(status) = self.file.entry("status") else {
            return all;
        };
        for node in elements(status, "about") {
            let when = self.condition(node, "when");
            if let Some(when) = when.filter(|_| self.findings.forgive_since(mark)) {
                let component = string(node, "component").to_owned();
                all.push(StatusAbout { component, when });
            }
        }
        all
    }
}

#[cfg(feature = "advice")]
impl Reader<'_> {
    /// Which channels a status page's components are. Whatever is wrong with them costs only them.
    pub fn status_components(&mut self) -> Vec<(String, ChannelId)> {
        let mark = self.findings.mark();
        let mut all = Vec::new();
        let components = self
            .file
            .entry("status")
            .and_then(|it| it.entry("components"));
        for (component, node) in components.map_or(&[][..], Node::entries) {
            let name = node.text();
            match self.channels.iter().position(|channel| channel.id == name) {
                Some(place) => all.push((component.clone(), ChannelId(place))),
                None if self.is_written("channels", name) => {}
                None => self.report_unknown(node, "channel", "channels"),
            }
        }
        self.findings.forgive_since(mark);
        all
    }
}

/// Which placeholder is wrong in a string of a label, and what to write.
fn placeholder_fault(label: Label, text: &str, wanted: &[&str]) -> String {
    let names: Vec<_> = placeholders(text).collect();
    let foreign = names.iter().find(|name| !wanted.contains(name));
    let missing = wanted.iter().find(|name| !names.contains(name));
    let fault = match (foreign, missing) {
        (Some(name), _) => ["{", name, "} isn't filled in here; "].concat(),
        (None, Some(name)) => ["{", name, "} is missing; "].concat(),
        (None, None) => "one of the placeholders stands twice; ".to_owned(),
    };
    let cure = match wanted {
        [] => "write it without".to_owned(),
        [one] => ["use {", one, "} once"].concat(),
        several => ["use {", &several.join("} and {"), "} once each"].concat(),
    };
    [&fault, &cure, ", as in \"", label.english(), "\""].concat()
}
