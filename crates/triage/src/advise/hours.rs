//! Opening hours that may be read otherwise than they are meant: zones of no place, and days that close when they open.

use super::Advisor;
use crate::{
    hours::Span,
    problem::Code,
    source::{Node, Value},
    zones,
};

impl Advisor<'_> {
    pub(super) fn look_at_hours(&mut self) {
        let table = self.source.entry("hours").map_or(&[][..], Node::entries);
        for (_, hours) in table {
            if let Some(zone) = hours.entry("timezone") {
                self.look_at_zone(zone);
            }
            for name in ["week", "dates"] {
                let days = hours.entry(name).map_or(&[][..], Node::entries);
                for (_, spans) in days {
                    spans
                        .elements()
                        .iter()
                        .for_each(|span| self.look_at_span(span));
                }
            }
        }
        let emergency = self.source.entry("emergency");
        let lines = emergency.and_then(|emergency| emergency.entry("lines"));
        for line in lines.map_or(&[][..], Node::elements) {
            let zones = line.entry("timezones").map_or(&[][..], Node::elements);
            zones.iter().for_each(|zone| self.look_at_zone(zone));
        }
    }

    fn look_at_zone(&mut self, node: &Node) {
        let Value::String(name) = &node.value else {
            return;
        };
        if !zones::is_of_no_place(name) {
            return;
        }
        let fault = match zones::turned(name) {
            Some(hours) if hours < 0 => [
                " is ",
                &(-hours).to_string(),
                " hours behind UTC, though it has a +",
            ]
            .concat(),
            Some(hours) => [
                " is ",
                &hours.to_string(),
                " hours ahead of UTC, though it has a -",
            ]
            .concat(),
            None => " is the clock of no place, and may not change when yours does".to_owned(),
        };
        let cure = zones::cure(name);
        let message = ["\"", name, "\"", &fault, "; ", &cure];
        self.remark(node, Code::FixedZone, &message);
    }

    /// Search engines read the same pair of times as closed, and so do many people.
    fn look_at_span(&mut self, node: &Node) {
        let Ok(span) = Span::parse(node.text()) else {
            return;
        };
        if !span.is_whole_day() || node.text().ends_with("24:00") {
            return;
        }
        let message = [
            "\"",
            node.text(),
            "\" is read as open for 24 hours; write \"00:00-24:00\" where that is meant, or [] for a day on which nobody is there",
        ];
        self.remark(node, Code::WholeDay, &message);
    }
}
