//! Built-in words, and numbers and moments, in the visitor's language.
//!
//! A label comes from the playbook where it has one, else from the language's file, else in
//! English. Numbers, moments and names of languages are the browser's work (`Intl`): it has the
//! data, and it costs no bytes.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use triage::{Label, Playbook, Plural, Span, decimal, hours::Schedule, screen::Said};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::intl::{DateTimeFormat, DisplayNames, ListFormat, NumberFormat, PluralRules};

/// The words of one language, for one playbook, at one moment.
pub struct Vocabulary {
    playbook: Rc<Playbook>,
    locale: String,
    labels: JsValue,
    /// UTC seconds.
    now: i64,
}

impl Vocabulary {
    /// `labels` is a file of `labels/`, parsed; or undefined.
    pub fn new(playbook: Rc<Playbook>, locale: &str, labels: JsValue, now: i64) -> Self {
        Self {
            playbook,
            locale: locale.to_owned(),
            labels,
            now,
        }
    }

    pub const fn set_now(&mut self, now: i64) {
        self.now = now;
    }

    pub fn locale(&self) -> String {
        self.locale.clone()
    }

    pub fn direction(&self) -> &'static str {
        triage::locale::direction(&self.locale).as_str()
    }

    /// The languages of the playbook, each with its own name for itself.
    pub fn languages(&self) -> Vec<(String, String)> {
        self.playbook
            .languages()
            .iter()
            .map(|tag| (tag.clone(), language_name(tag, tag)))
            .collect()
    }

    pub fn label(&self, label: Label) -> String {
        if let Some(text) = self.playbook.label(label) {
            return self.playbook.words(text, self.place()).text.to_owned();
        }
        own_string(&self.labels, label.key()).unwrap_or_else(|| label.english().to_owned())
    }

    /// The language of a label, when it isn't the visitor's: without a file in `labels/` it is English.
    pub fn language_of(&self, label: Label) -> Option<&str> {
        match self.playbook.label(label) {
            Some(text) => self.playbook.words(text, self.place()).lang,
            None => (self.labels.is_undefined() && !self.locale.starts_with("en")).then_some("en"),
        }
    }

    /// The place of the visitor's locale among the playbook's.
    fn place(&self) -> usize {
        let mut locales = self.playbook.locales().iter();
        locales
            .position(|tag| *tag == self.locale)
            .unwrap_or_default()
    }

    /// A label with its placeholders filled in.
    pub fn fill(&self, label: Label, values: &[(&str, &str)]) -> String {
        fill(&self.label(label), values)
    }

    pub fn number(&self, number: i64) -> String {
        NumberFormat::new(&self.locale)
            .and_then(|format| format.format_number(number as f64))
            .unwrap_or_else(|_| decimal(number))
    }

    /// So many minutes, hours or days, in words that fit the number.
    pub fn span(&self, span: Span) -> String {
        let options = Object::new();
        for (name, value) in [
            ("style", "unit"),
            ("unit", span.unit.name()),
            ("unitDisplay", "long"),
        ] {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        NumberFormat::with_options(&self.locale, &options)
            .and_then(|format| format.format_number(span.count.into()))
            .unwrap_or_else(|_| decimal(span.count.into()))
    }

    /// A moment as people say it: the time today, with the weekday within a week, else with the date.
    pub fn moment(&self, utc: i64) -> String {
        self.moment_in(utc, None, false).unwrap_or_default()
    }

    /// A moment in a zone, with the zone's name; and on the visitor's clock, where that differs.
    pub fn moment_there(&self, utc: i64, zone: Option<&str>) -> String {
        let there = zone.and_then(|zone| self.moment_in(utc, Some(zone), true));
        let here = self.moment_in(utc, None, false).unwrap_or_default();
        let Some(there) = there else { return here };
        if self
            .moment_in(utc, zone, false)
            .is_some_and(|plain| plain == here)
        {
            return there;
        }
        self.fill(Label::YourTime, &[("there", &there), ("here", &here)])
    }

    fn moment_in(&self, utc: i64, zone: Option<&str>, named: bool) -> Option<String> {
        const DAY: i64 = 24 * 60 * 60;
        let options = Object::new();
        let set = |name: &str, value: &str| {
            // Setting a field of a fresh object can't fail.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        };
        if let Some(zone) = zone {
            set("timeZone", zone);
        }
        if !self.is_today(utc, zone) {
            set("weekday", "long");
            if (utc - self.now).abs() > 6 * DAY {
                set("month", "long");
                set("day", "numeric");
            }
        }
        set("hour", "numeric");
        set("minute", "2-digit");
        if named {
            set("timeZoneName", "shortGeneric");
        }
        format(&self.locale, &options, utc)
    }

    fn is_today(&self, utc: i64, zone: Option<&str>) -> bool {
        let options = Object::new();
        let _ = Reflect::set(&options, &"dateStyle".into(), &"short".into());
        if let Some(zone) = zone {
            let _ = Reflect::set(&options, &"timeZone".into(), &zone.into());
        }
        format("en", &options, utc) == format("en", &options, self.now)
    }

    /// The hours of a week as the file has them, for whoever has to work out themselves whether that is now. Days that
    /// are alike stand together, and the zone has the name that the file gives it: a browser may not know it.
    pub fn week(&self, schedule: &Schedule) -> String {
        let week = schedule.week();
        let mut hours = String::new();
        let mut first = 0;
        for (day, spans) in week.iter().enumerate() {
            if week.get(day + 1) == Some(spans) {
                continue;
            }
            if !spans.is_empty() {
                hours += &self.weekday(first);
                if first < day {
                    hours += "–";
                    hours += &self.weekday(day);
                }
                for span in spans {
                    hours += " ";
                    hours += &time(span.open());
                    hours += "–";
                    hours += &time(span.close());
                }
                hours += " · ";
            }
            first = day + 1;
        }
        hours + schedule.timezone()
    }

    fn weekday(&self, day: usize) -> String {
        // The fifth of January 1970 was a Monday.
        let utc = (4 + day as i64) * 24 * 60 * 60;
        let options = Object::new();
        for (name, value) in [("weekday", "short"), ("timeZone", "UTC")] {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        format(&self.locale, &options, utc).unwrap_or_default()
    }

    /// Several things as one phrase: "A, B and C".
    fn list(&self, things: &[&str]) -> String {
        let array: Array = things
            .iter()
            .map(|thing| JsValue::from_str(thing))
            .collect();
        ListFormat::new(&self.locale)
            .and_then(|format| format.format_list(&array))
            .unwrap_or_else(|_| things.join(", "))
    }

    /// Names of languages as one phrase, in the visitor's language.
    pub fn language_list(&self, tags: &[String]) -> String {
        let names: Vec<String> = tags
            .iter()
            .map(|tag| language_name(&self.locale, tag))
            .collect();
        self.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// An answer, repeated to the one who gave it.
    pub fn said(&self, said: &Said<'_>) -> String {
        match said {
            Said::NotSure => self.label(Label::NotSure),
            Said::YesNo(true) => self.label(Label::Yes),
            Said::YesNo(false) => self.label(Label::No),
            Said::Text(text) => (*text).to_owned(),
            Said::Options(options) => {
                let texts: Vec<&str> = options.iter().map(|words| words.text).collect();
                self.list(&texts)
            }
            Said::Number(number, unit) => {
                let count = self.number(*number);
                match unit.and_then(|unit| unit.words(self.place(), self.plural(*number))) {
                    Some(text) => fill(text, &[("count", &count)]),
                    None => count,
                }
            }
        }
    }

    fn plural(&self, number: i64) -> Plural {
        PluralRules::new(&self.locale)
            .and_then(|rules| rules.select(number as f64))
            .ok()
            .and_then(|name| Plural::from_name(&name))
            .unwrap_or(Plural::Other)
    }
}

/// A text with its placeholders filled in; those that have no value stay as they are.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => {
                filled.push_str(value);
                filled.push_str(rest);
            }
            None => {
                filled.push('{');
                filled.push_str(piece);
            }
        }
    }
    filled
}

/// A time of day, from minutes since midnight.
fn time(minutes: u16) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let digit = |number: u16| char::from_digit((number % 10).into(), 10).unwrap_or_default();
    String::from_iter([
        digit(hour / 10),
        digit(hour),
        ':',
        digit(minute / 10),
        digit(minute),
    ])
}

fn format(locale: &str, options: &Object, utc: i64) -> Option<String> {
    DateTimeFormat::new(locale, options)
        .and_then(|format| format.format_moment(utc as f64 * 1000.0))
        .ok()
}

/// The name of a language in a language; the bare tag where the browser has none.
fn language_name(locale: &str, tag: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(locale, &options)
        .and_then(|names| names.of(tag))
        .unwrap_or_else(|_| tag.to_owned())
}

/// An own string property; inherited ones might be a polluted prototype's.
fn own_string(object: &JsValue, key: &str) -> Option<String> {
    let object = object.dyn_ref::<Object>()?;
    let key = JsValue::from_str(key);
    Object::has_own(object, &key)
        .then(|| Reflect::get(object, &key).ok()?.as_string())
        .flatten()
}
