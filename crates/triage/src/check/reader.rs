//! Reading values. Reading goes on after a mistake, with a stand-in for what could not be read, so
//! that one pass finds everything. The mistakes are counted: whoever reads a whole thing (a
//! question, a channel) compares the count before and after, and keeps it or leaves it out.
//!
//! The functions here are deliberately not generic. They are called from some hundred places, and
//! generic ones made the widget 20 kB larger.

use super::{
    place::{Children, Place},
    suggest::did_you_mean,
};
use crate::{
    hours::{Date, parse_moment},
    playbook::{ChannelId, Question},
    problem::{Code, Problem},
    source::Value,
};

/// What the checker has found wrong, and what later places may refer to.
#[derive(Default)]
pub(super) struct Reader {
    pub problems: Vec<Problem>,
    faults: usize,
    /// The playbook's locales.
    pub locales: Vec<String>,
    /// The questions read so far.
    pub questions: Vec<Question>,
    /// The ids of all channels; `None` for one that was left out because it is broken.
    pub channels: Vec<(String, Option<ChannelId>)>,
}

/// How many mistakes there were at some point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(usize);

impl Reader {
    /// Notes a mistake that makes what is being read unusable.
    #[inline(never)]
    pub fn report(&mut self, place: &Place<'_>, code: Code, message: &[&str]) {
        self.faults += 1;
        self.remark(place, code, message);
    }

    /// Notes a problem that what is being read can be used in spite of.
    #[inline(never)]
    pub fn remark(&mut self, place: &Place<'_>, code: Code, message: &[&str]) {
        self.problems.push(Problem::new(
            code,
            place.path(),
            place.node.span,
            message.concat(),
        ));
    }

    /// The present count of mistakes, for [`Self::is_sound_since`].
    pub const fn mark(&self) -> Mark {
        Mark(self.faults)
    }

    /// Whether nothing was mistaken since a mark.
    pub const fn is_sound_since(&self, mark: Mark) -> bool {
        self.faults == mark.0
    }

    /// Whether nothing was mistaken since a mark; what was is forgiven, because it is left out.
    pub const fn forgive_since(&mut self, mark: Mark) -> bool {
        let sound = self.is_sound_since(mark);
        self.faults = mark.0;
        sound
    }

    #[inline(never)]
    pub fn wrong_kind(&mut self, place: &Place<'_>, expected: &str) {
        let found = place.node.value.kind();
        self.report(
            place,
            Code::WrongKind,
            &["expected ", expected, ", found ", found],
        );
    }

    /// Checks that this is an object with no other fields than these.
    #[inline(never)]
    pub fn object(&mut self, place: &Place<'_>, known: &[&str]) {
        for field in self.entries(place) {
            let name = field.key();
            if !known.contains(&name) {
                let cure = did_you_mean(name, known.iter().copied(), "remove it");
                let message = ["there is no field \"", name, "\" here; ", &cure];
                self.remark(&field, Code::UnknownField, &message);
            }
        }
    }

    /// The entries of an object.
    #[inline(never)]
    pub fn entries<'p>(&mut self, place: &'p Place<'p>) -> Children<'p> {
        if let Value::Map(entries) = &place.node.value {
            // Comparing each with each is fine for what people write, and for no more than that.
            for (index, child) in place.children().enumerate().take(500) {
                if entries
                    .iter()
                    .take(index)
                    .any(|(earlier, _)| earlier == child.key())
                {
                    let message = [
                        "\"",
                        child.key(),
                        "\" stands here twice; remove one of them",
                    ];
                    self.remark(&child, Code::Duplicate, &message);
                }
            }
        } else {
            self.wrong_kind(place, "an object");
        }
        place.children()
    }

    /// The elements of a list.
    #[inline(never)]
    pub fn elements<'p>(&mut self, place: &'p Place<'p>, most: usize) -> Children<'p> {
        match &place.node.value {
            Value::List(nodes) => self.few_enough(place, nodes.len(), most),
            _ => self.wrong_kind(place, "a list"),
        }
        place.children()
    }

    /// Refuses more than a page should have to read.
    pub fn few_enough(&mut self, place: &Place<'_>, count: usize, most: usize) {
        if count > most {
            let (count, most) = (count.to_string(), most.to_string());
            self.report(
                place,
                Code::TooLarge,
                &[&count, " entries; at most ", &most, " are read"],
            );
        }
    }

    /// A field that must be there.
    #[inline(never)]
    pub fn required<'p>(&mut self, place: &'p Place<'p>, name: &str) -> Option<Place<'p>> {
        let field = place.field(name);
        if field.is_none() {
            self.report(place, Code::MissingField, &["add the field \"", name, "\""]);
        }
        field
    }

    #[inline(never)]
    pub fn string<'p>(&mut self, place: &Place<'p>) -> &'p str {
        place.string().unwrap_or_else(|| {
            self.wrong_kind(place, "a string");
            ""
        })
    }

    /// A string that must be there.
    #[inline(never)]
    pub fn string_field<'p>(&mut self, place: &'p Place<'p>, name: &str) -> &'p str {
        let Some(field) = self.required(place, name) else {
            return "";
        };
        self.string(&field)
    }

    pub fn flag(&mut self, place: &Place<'_>) -> bool {
        if let Value::Bool(flag) = place.node.value {
            return flag;
        }
        self.wrong_kind(place, "true or false");
        false
    }

    /// A flag that is false when it isn't there.
    #[inline(never)]
    pub fn flag_field(&mut self, place: &Place<'_>, name: &str) -> bool {
        place.field(name).is_some_and(|field| self.flag(&field))
    }

    pub fn whole(&mut self, place: &Place<'_>) -> i64 {
        if let Value::Whole(number) = place.node.value {
            return number;
        }
        self.wrong_kind(place, "a whole number");
        0
    }

    /// An id of the marketer's own.
    pub fn id(&mut self, place: &Place<'_>) -> String {
        let id = self.string(place);
        self.valid_id(place, id)
    }

    /// An id that must be there.
    #[inline(never)]
    pub fn id_field(&mut self, place: &Place<'_>, name: &str) -> String {
        self.required(place, name)
            .map(|field| self.id(&field))
            .unwrap_or_default()
    }

    /// Ids that may be there.
    #[inline(never)]
    pub fn ids_field(&mut self, place: &Place<'_>, name: &str) -> Vec<String> {
        let Some(field) = place.field(name) else {
            return Vec::new();
        };
        self.elements(&field, 40)
            .map(|element| self.id(&element))
            .collect()
    }

    #[inline(never)]
    pub fn valid_id(&mut self, place: &Place<'_>, id: &str) -> String {
        let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-');
        let begins = id
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_lowercase());
        if !begins || id.len() > 40 || !id.bytes().all(allowed) {
            let cure =
                "\" is no id; use a-z, 0-9, _ and -, begin with a letter, at most 40 characters";
            self.report(place, Code::BadId, &["\"", id, cure]);
        }
        id.to_owned()
    }

    /// A date, given as a value or as a key.
    #[inline(never)]
    pub fn date(&mut self, place: &Place<'_>, text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| {
            let message = [
                "\"",
                text,
                "\" is no date of the calendar; write it as 2026-11-23",
            ];
            self.report(place, Code::BadDate, &message);
            Date::from_days(0)
        })
    }

    /// A date that may be there.
    #[inline(never)]
    pub fn date_field(&mut self, place: &Place<'_>, name: &str) -> Option<Date> {
        let field = place.field(name)?;
        let text = self.string(&field);
        Some(self.date(&field, text))
    }

    /// A moment that may be there.
    #[inline(never)]
    pub fn moment_field(&mut self, place: &Place<'_>, name: &str) -> Option<i64> {
        let field = place.field(name)?;
        let text = self.string(&field);
        let moment = parse_moment(text);
        if moment.is_none() {
            let message = [
                "\"",
                text,
                "\" is no moment; write it as 2026-11-22T09:30:00+09:00",
            ];
            self.report(&field, Code::BadDate, &message);
        }
        moment
    }
}
