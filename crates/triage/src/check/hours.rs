//! Reading holidays and opening hours.

use std::rc::Rc;

use super::reader::{Reader, elements, entries, string};
use crate::{
    hours::{Date, Schedule, Span, WEEKDAYS, overlaps, parse_days},
    playbook::{Hours, Weekly},
    problem::Code,
    source::Node,
    text::Text,
};

impl Reader<'_> {
    /// Reads all opening hours. What is wrong with some costs the channels that keep them.
    pub fn read_hours(&mut self) {
        let mark = self.findings.mark();
        for (name, node) in self.entries("hours") {
            let hours = self.weekly(node);
            if self.findings.forgive_since(mark) {
                self.hours.push((name, hours));
            }
        }
    }

    fn weekly(&mut self, node: &Node) -> Hours {
        let week = self.week(node);
        let mut dates = Vec::new();
        for (date, spans) in entries(node, "dates") {
            dates.extend(Date::parse(date).map(|date| (date, self.spans(spans))));
        }
        let holidays = self.holidays(node);
        let closures = holidays.iter().map(|(date, _)| *date).collect();
        let schedule = Schedule::new(string(node, "timezone"), week, dates, closures);
        Hours::Weekly(Rc::new(Weekly { schedule, holidays }))
    }

    fn week(&mut self, node: &Node) -> [Vec<Span>; 7] {
        let mut week: [Option<Vec<Span>>; 7] = [const { None }; 7];
        for (days, entry) in entries(node, "week") {
            let spans = self.spans(entry);
            for day in parse_days(days).into_iter().flatten() {
                let Some(slot) = week.get_mut(day) else {
                    continue;
                };
                if slot.is_some() {
                    note!(
                        self.findings.report_name(entry, Code::BadHours),
                        "\"",
                        WEEKDAYS.get(day).unwrap_or(&days),
                        "\" is in \"",
                        naming(node, day),
                        "\" already; name each day once",
                    );
                    break;
                }
                *slot = Some(spans.clone());
            }
        }
        week.map(Option::unwrap_or_default)
    }

    #[inline(never)]
    fn spans(&mut self, node: &Node) -> Vec<Span> {
        let mut spans = Vec::new();
        for span in node.elements() {
            spans.extend(Span::parse(span.text()));
        }
        if let Some((one, other)) = overlaps(&spans) {
            let text = |place: usize| node.elements().get(place).map_or("", Node::text);
            note!(
                self.findings.report(node, Code::BadHours),
                "\"",
                text(one),
                "\" and \"",
                text(other),
                "\" overlap; write one span instead of the two",
            );
        }
        spans
    }

    /// The days of the lists on which hours are closed, and what they are called.
    fn holidays(&mut self, node: &Node) -> Vec<(Date, Text)> {
        let mut holidays = Vec::new();
        for name in elements(node, "closed_on") {
            if !self.is_written("holidays", name.text()) {
                self.report_unknown(name, "list of holidays", "holidays");
            }
            let Some(lists) = self.file.entry("holidays") else {
                continue;
            };
            for (date, name) in entries(lists, name.text()) {
                holidays.extend(Date::parse(date).zip(self.words(name)));
            }
        }
        holidays
    }
}

/// The first entry of a week that names a day.
fn naming(node: &Node, day: usize) -> &str {
    let names =
        |days: &str| parse_days(days).is_some_and(|mut days| days.any(|named| named == day));
    let mut week = entries(node, "week").map(|(days, _)| days);
    week.find(|days| names(days)).unwrap_or_default()
}
