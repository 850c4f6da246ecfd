//! Reading holidays and opening hours.

use std::rc::Rc;

use super::{place::Place, reader::Reader, report_unused, suggest::did_you_mean};
use crate::{
    hours::{Date, Schedule, Span, overlaps, parse_days},
    playbook::{Hours, Weekly},
    problem::Code,
    text::Text,
};

/// A named list of holidays.
type Holidays = Vec<(Date, Text)>;

/// The holidays and opening hours of a playbook, by name, and which of them are used.
pub(super) struct Book {
    holidays: Vec<(String, Holidays, bool)>,
    /// `None` for hours that are broken.
    hours: Vec<(String, Option<Hours>, bool)>,
}

impl Book {
    pub fn read(reader: &mut Reader, file: &Place<'_>) -> Self {
        let mut book = Self {
            holidays: Vec::new(),
            hours: Vec::new(),
        };
        let mark = reader.mark();
        if let Some(field) = file.field("holidays") {
            for entry in reader.entries(&field) {
                let name = reader.valid_id(&entry, entry.key());
                let list = holiday_list(reader, &entry);
                book.holidays.push((name, list, false));
            }
        }
        if let Some(field) = file.field("hours") {
            for entry in reader.entries(&field) {
                reader.forgive_since(mark);
                let name = reader.valid_id(&entry, entry.key());
                let hours = book.weekly(reader, &entry);
                book.hours
                    .push((name, reader.is_sound_since(mark).then_some(hours), false));
            }
        }
        reader.forgive_since(mark);
        book
    }

    /// The hours that a channel names; `None` when they are broken, which was reported.
    pub fn find(&mut self, reader: &mut Reader, place: &Place<'_>) -> Option<Hours> {
        let name = reader.string(place);
        if let Some((_, hours, used)) = self.hours.iter_mut().find(|(known, ..)| known == name) {
            *used = true;
            return hours.clone();
        }
        let known = self.hours.iter().map(|(known, ..)| known.as_str());
        let cure = did_you_mean(name, known, "add them to \"hours\"");
        reader.report(
            place,
            Code::UnknownReference,
            &["no opening hours \"", name, "\"; ", &cure],
        );
        None
    }

    pub fn report_unused(&self, reader: &mut Reader, file: &Place<'_>) {
        let cure = "no channel keeps these hours; remove them, or name them in a channel";
        report_unused(reader, file, "hours", cure, &|name| {
            self.hours
                .iter()
                .any(|(known, _, used)| known == name && *used)
        });
        let cure = "no opening hours are closed on these days; remove the list, or name it in \"closed_on\"";
        report_unused(reader, file, "holidays", cure, &|name| {
            self.holidays
                .iter()
                .any(|(known, _, used)| known == name && *used)
        });
    }

    fn weekly(&mut self, reader: &mut Reader, place: &Place<'_>) -> Hours {
        reader.object(place, &["timezone", "week", "closed_on", "dates"]);
        let timezone = timezone(reader, place);
        let week = week(reader, place);
        let holidays = self.closed_on(reader, place);
        let dates = dates(reader, place);
        let closures = holidays.iter().map(|(date, _)| *date).collect();
        let schedule = Schedule::new(timezone, week, dates, closures);
        Hours::Weekly(Rc::new(Weekly { schedule, holidays }))
    }

    fn closed_on(&mut self, reader: &mut Reader, place: &Place<'_>) -> Holidays {
        let mut holidays = Holidays::new();
        let Some(field) = place.field("closed_on") else {
            return holidays;
        };
        for element in reader.elements(&field, 20) {
            let name = reader.string(&element);
            if let Some((_, list, used)) =
                self.holidays.iter_mut().find(|(known, ..)| known == name)
            {
                *used = true;
                holidays.extend(list.iter().cloned());
                continue;
            }
            let known = self.holidays.iter().map(|(known, ..)| known.as_str());
            let cure = did_you_mean(name, known, "add it to \"holidays\"");
            let message = ["no list of holidays \"", name, "\"; ", &cure];
            reader.report(&element, Code::UnknownReference, &message);
        }
        holidays
    }
}

fn holiday_list(reader: &mut Reader, place: &Place<'_>) -> Holidays {
    let mut list = Holidays::new();
    for entry in reader.entries(place) {
        let mark = reader.mark();
        let date = reader.date(&entry, entry.key());
        let name = reader.text(&entry);
        if reader.forgive_since(mark) {
            list.push((date, name));
        }
    }
    reader.few_enough(place, list.len(), 400);
    list
}

fn timezone<'p>(reader: &mut Reader, place: &'p Place<'p>) -> &'p str {
    let Some(field) = reader.required(place, "timezone") else {
        return "";
    };
    let name = reader.string(&field);
    let allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-' | b'+');
    if name.is_empty() || name.len() > 64 || !name.bytes().all(allowed) {
        let cure = "\" is no time zone; write its IANA name, such as Asia/Tokyo";
        reader.report(&field, Code::BadHours, &["\"", name, cure]);
    }
    place
        .field("timezone")
        .and_then(|field| field.string())
        .unwrap_or_default()
}

fn week(reader: &mut Reader, place: &Place<'_>) -> [Vec<Span>; 7] {
    let mut week: [Option<Vec<Span>>; 7] = [const { None }; 7];
    let Some(field) = reader.required(place, "week") else {
        return Default::default();
    };
    for entry in reader.entries(&field) {
        let spans = spans(reader, &entry);
        let Some(days) = parse_days(entry.key()) else {
            let cure =
                "\" is no day; write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri";
            reader.report(&entry, Code::BadHours, &["\"", entry.key(), cure]);
            continue;
        };
        for day in days {
            let Some(slot) = week.get_mut(day) else {
                continue;
            };
            if slot.is_some() {
                let cure = "one of these days is named twice; name each day once";
                reader.report(&entry, Code::BadHours, &[cure]);
            }
            *slot = Some(spans.clone());
        }
    }
    week.map(Option::unwrap_or_default)
}

fn dates(reader: &mut Reader, place: &Place<'_>) -> Vec<(Date, Vec<Span>)> {
    let mut dates = Vec::new();
    let Some(field) = place.field("dates") else {
        return dates;
    };
    for entry in reader.entries(&field) {
        dates.push((reader.date(&entry, entry.key()), spans(reader, &entry)));
    }
    dates
}

fn spans(reader: &mut Reader, place: &Place<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for element in reader.elements(place, 10) {
        let text = reader.string(&element);
        match Span::parse(text) {
            Ok(span) => spans.push(span),
            Err(problem) => {
                reader.report(
                    &element,
                    Code::BadHours,
                    &["\"", text, "\": ", problem.cure()],
                );
            }
        }
    }
    if overlaps(&spans).is_some() {
        reader.report(
            place,
            Code::BadHours,
            &["two of these times overlap; join them"],
        );
    }
    spans
}
