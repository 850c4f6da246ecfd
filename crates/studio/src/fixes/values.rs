//! Values that are written in another way than the format has them.

use leeward_document::Path;
use triage::{
    colour::Colour,
    grammar::{Format, Shape},
    hours::{Date, Span, overlaps, parse_days, parse_moment},
    nearest,
    source::{Node, Value},
};

use super::{Case, Fix, add, remove, set};
use crate::{said::Said, shapes};

/// What people write who mean one of the kinds of channels.
const KINDS: [(&str, &str); 10] = [
    ("line", "social"),
    ("whatsapp", "social"),
    ("facebook", "social"),
    ("instagram", "social"),
    ("telephone", "phone"),
    ("tel", "phone"),
    ("call", "phone"),
    ("mail", "email"),
    ("text", "sms"),
    ("website", "portal"),
];

/// Colours that people call by their names (CSS Color 4).
const COLOURS: [(&str, &str); 12] = [
    ("black", "000000"),
    ("gray", "808080"),
    ("grey", "808080"),
    ("maroon", "800000"),
    ("red", "ff0000"),
    ("purple", "800080"),
    ("green", "008000"),
    ("olive", "808000"),
    ("navy", "000080"),
    ("blue", "0000ff"),
    ("teal", "008080"),
    ("orange", "ffa500"),
];

impl Case<'_> {
    /// The same value as the format has it: `true` for "yes", 5 for "5", a list of one.
    pub(super) fn right_kind(&self) -> Option<Fix> {
        let node = self.node?;
        let text = node.text().trim().to_lowercase();
        let (value, written) = match (shapes::at(self.tree, self.path)?, &node.value) {
            (Shape::Version, _) => (Value::Whole(1), "1".to_owned()),
            (Shape::Flag, Value::String(_)) => {
                let is_yes = ["yes", "true", "on", "1"].contains(&text.as_str());
                let is_no = ["no", "false", "off", "0"].contains(&text.as_str());
                if !is_yes && !is_no {
                    return None;
                }
                (Value::Bool(is_yes), is_yes.to_string())
            }
            (Shape::Whole(least, most), Value::String(_)) => {
                let number: i64 = text.parse().ok()?;
                if !(least..=most).contains(&&number) {
                    return None;
                }
                (Value::Whole(number), number.to_string())
            }
            (Shape::Text | Shape::Line, Value::Whole(number)) => {
                (Value::String(number.to_string()), number.to_string())
            }
            (Shape::OneOf(known), Value::String(_)) => {
                let meant = KINDS.iter().find(|(word, _)| *word == text);
                let meant = meant
                    .map(|(_, kind)| *kind)
                    .filter(|kind| known.contains(kind));
                return meant
                    .or_else(|| nearest(&text, known))
                    .map(|word| self.written(word));
            }
            (Shape::List(list), Value::String(_)) if is_string(list.of) => {
                let element = Node::string(node.text());
                (Value::List(vec![element]), node.text().to_owned())
            }
            _ => return None,
        };
        Some(Fix {
            said: Said::plain("fix_write").text("text", &written),
            operations: vec![set(self.path, value.into())],
        })
    }

    /// The form that is missing, with the words of another one to begin with; or without one that nobody reads.
    pub(super) fn right_plural(&self) -> Option<Fix> {
        let Some(name) = self.about else {
            return Some(self.removed("fix_remove"));
        };
        let forms = self.node?.entries();
        let like = forms.last().map(|(_, form)| form.text())?;
        let value = Node::string(like);
        Some(Fix {
            said: Said::plain("fix_plural").text("text", like),
            operations: vec![add(self.tree, self.path, Some(name), value)?],
        })
    }

    /// The built-in words again; or the number before those of an own unit.
    pub(super) fn right_placeholder(&self) -> Option<Fix> {
        if self.path.first_name() != "labels" {
            let is_bare = !self.found().contains('{');
            return is_bare.then(|| self.written(&["{count} ", self.found()].concat()));
        }
        let label = self.path.steps().get(1)?.clone();
        let path = Path::default().name("labels").step(label);
        Some(Fix {
            said: Said::plain("fix_built_in"),
            operations: vec![remove(&path)],
        })
    }

    /// The date as the format has it; without a day that no calendar has; now, for what was last true.
    pub(super) fn right_date(&self) -> Option<Fix> {
        let Some(Shape::String(format)) = shapes::at(self.tree, self.path) else {
            return Some(self.removed("fix_remove"));
        };
        let found = self.found();
        if found.is_empty() {
            return Some(self.removed("fix_remove"));
        }
        if self.path.last_name() == "expires_at" && parse_moment(found).is_some() {
            return Some(self.removed("fix_no_end"));
        }
        let plain = narrow(found).replace(['/', '.'], "-");
        let day = plain.get(..10).unwrap_or_default();
        match format {
            Format::Date if Date::parse(day).is_some() => Some(self.written(day)),
            Format::Moment => {
                let moment = narrow(found).trim().replacen(' ', "T", 1);
                if parse_moment(&moment).is_some() {
                    return Some(self.written(&moment));
                }
                let is_update = self.path.to_string() == "notice.updated_at";
                is_update.then(|| Fix {
                    said: Said::plain("fix_true_now"),
                    operations: vec![set(self.path, Node::string(&self.moment(self.now)))],
                })
            }
            _ => None,
        }
    }

    /// Opening hours as the format has them.
    pub(super) fn right_hours(&self) -> Vec<Fix> {
        let found = self.found();
        let last = self.path.last_name();
        let is_zone = last == "timezone" || self.path.to_string().contains("timezones[");
        if is_zone {
            let near = self.clocks.near(found);
            return near.map(|near| self.written(near)).into_iter().collect();
        }
        if self.path.first_name() == "channels" {
            return self.one_opening();
        }
        let fix = if !found.is_empty() {
            span(found).map(|span| self.written(&span))
        } else if parse_days(last).is_none() {
            days(last).and_then(|days| self.renamed(&days))
        } else if let Some(merged) = self.node.and_then(overlapping) {
            let list = Node::list(merged.iter().map(|span| Node::string(span)));
            Some(Fix {
                said: Said::plain("fix_write").text("text", &merged.join(", ")),
                operations: vec![set(self.path, list)],
            })
        } else {
            self.shorter_range(last)
        };
        fix.into_iter().collect()
    }

    /// A channel that is there day and night and by its hours: one of the two.
    fn one_opening(&self) -> Vec<Fix> {
        let Some(channel) = self.outer().filter(|_| self.path.last_name() == "hours") else {
            return Vec::new();
        };
        let keep = |key: &str, path: Path| Fix {
            said: Said::plain(key),
            operations: vec![remove(&path)],
        };
        let always = keep("fix_keep_always", self.path.clone());
        let hours = keep("fix_keep_hours", channel.name("always"));
        // Without it, somebody might have no two ways that never close.
        let errors = |document: &leeward_document::Document| {
            let problems = triage::check(document.tree().clone()).problems;
            problems
                .iter()
                .filter(|it| it.code == triage::Code::NoWayOut)
                .count()
        };
        let may_close = hours.operations.first().is_some_and(|operation| {
            let after = self.document.apply(operation);
            after.is_ok_and(|(after, _)| errors(&after) == 0)
        });
        [Some(always), may_close.then_some(hours)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Saturday has hours of its own: `mon-sat` ends on Friday then.
    fn shorter_range(&self, day: &str) -> Option<Fix> {
        let week = self.outer()?;
        let range = week
            .find(self.tree)?
            .entries()
            .iter()
            .find_map(|(name, _)| {
                let (from, to) = name.split_once('-')?;
                (from == day || to == day).then_some((name, from, to))
            });
        let (name, from, to) = range?;
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let beside = |day: &str, by: usize| {
            let place = DAYS.iter().position(|known| *known == day)?;
            DAYS.get((place + by) % 7).copied()
        };
        let (from, to) = if to == day {
            (from, beside(to, 6)?)
        } else {
            (beside(from, 1)?, to)
        };
        let shorter = if from == to {
            from.to_owned()
        } else {
            [from, "-", to].concat()
        };
        Some(Fix {
            said: Said::plain("fix_write").text("text", &shorter),
            operations: super::rename(self.tree, &week.name(name), &shorter)?,
        })
    }

    /// The address as it can be called, written to or followed.
    pub(super) fn right_address(&self) -> Option<Fix> {
        let Some(Shape::String(format)) = shapes::at(self.tree, self.path) else {
            return None;
        };
        let found = narrow(self.found().trim());
        let candidates = match format {
            Format::Phone | Format::ShortNumber => {
                let digits = found.trim_start_matches("tel:");
                let grouped = grouped(digits);
                let whole = grouped.strip_prefix("00").map(|rest| ["+", rest].concat());
                vec![grouped.clone(), whole.unwrap_or_default()]
            }
            Format::Email => vec![found.trim_start_matches("mailto:").replace(' ', "")],
            _ => {
                let rest = found
                    .split_once("://")
                    .map_or(found.as_str(), |(_, rest)| rest);
                vec![["https://", rest].concat()]
            }
        };
        let right = |text: &String| *text != self.found() && format.fault(text).is_none();
        candidates
            .iter()
            .find(|text| right(text))
            .map(|text| self.written(text))
    }

    /// The path of a page, without the name of its site and what follows it.
    pub(super) fn right_page(&self) -> Option<Fix> {
        let found = self.found();
        let path = match found.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => found,
        };
        let path = path
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .replace(' ', "");
        let path = if path.starts_with(['/', '*']) {
            path
        } else {
            ["/", &path].concat()
        };
        Some(self.written(&path))
    }

    /// The nearest number that makes sense; two in their order.
    pub(super) fn right_number(&self) -> Option<Fix> {
        let whole = |node: &Node| match node.value {
            Value::Whole(number) => Some(number),
            _ => None,
        };
        if let [from, to] = self.node?.elements() {
            let (from, to) = (whole(from)?, whole(to)?);
            let list = Node::list([Value::Whole(to).into(), Value::Whole(from).into()]);
            return Some(Fix {
                said: Said::plain("fix_write").text("text", &format!("{to}–{from}")),
                operations: vec![set(self.path, list)],
            });
        }
        let Some(Shape::Whole(least, most)) = shapes::at(self.tree, self.path) else {
            return None;
        };
        let number = whole(self.node?)?;
        let right = number.clamp(*least, *most);
        if right != number {
            return Some(Fix {
                said: Said::plain("fix_write").text("text", &right.to_string()),
                operations: vec![set(self.path, Value::Whole(right).into())],
            });
        }
        let smallest = self.outer()?.name("min");
        let min = whole(smallest.find(self.tree)?)?;
        (number < min).then(|| Fix {
            said: Said::plain("fix_write").text("text", &format!("{number}–{min}")),
            operations: vec![
                set(&smallest, Value::Whole(number).into()),
                set(self.path, Value::Whole(min).into()),
            ],
        })
    }

    /// The colour with six digits, dark enough for white words.
    pub(super) fn right_colour(&self) -> Option<Fix> {
        let found = self.found().trim().to_lowercase();
        let named = COLOURS.iter().find(|(name, _)| *name == found);
        let found = named.map_or(found.trim_start_matches('#'), |(_, digits)| digits);
        let doubled: String = found.chars().flat_map(|digit| [digit, digit]).collect();
        let written = [found.to_owned(), doubled].map(|digits| ["#", &digits].concat());
        let right = written.iter().find_map(|text| Colour::parse(text))?;
        Some(self.written(&right.under_white_text().to_hex()))
    }

    /// The nearest shade on which white words can be read.
    pub(super) fn readable_colour(&self) -> Option<Fix> {
        let shade = Colour::parse(self.found())?.under_white_text();
        Some(self.written(&shade.to_hex()))
    }
}

const fn is_string(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::String(_) | Shape::OneOf(_) | Shape::Locale | Shape::Line | Shape::Text
    )
}

/// Digits and signs in full width, as Japanese keyboards give them, in half width.
fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '　' => ' ',
        '–' | '—' | '−' | '‐' | '‑' | 'ー' => '-',
        other => other,
    };
    text.chars().map(narrow).collect()
}

/// A number with one hyphen or space between its groups.
fn grouped(number: &str) -> String {
    let mut digits = String::new();
    let mut gap = None;
    for letter in number.chars() {
        match letter {
            '0'..='9' => {
                digits.extend(gap.take().filter(|_| !digits.is_empty() && digits != "+"));
                digits.push(letter);
            }
            '+' if digits.is_empty() => digits.push('+'),
            ' ' => gap = gap.or(Some(' ')),
            '-' | '.' | '/' | '(' | ')' => gap = Some('-'),
            _ => return String::new(),
        }
    }
    digits
}

/// Opening hours as the format has them: `09:00-17:00` for "9-17" or "9am to 5pm".
fn span(text: &str) -> Option<String> {
    let text = narrow(text)
        .to_lowercase()
        .replace("to", "-")
        .replace(['~', '〜'], "-");
    let (open, close) = text.split_once('-')?;
    let written = [time(open)?, "-".to_owned(), time(close)?].concat();
    Span::parse(&written).is_ok().then_some(written)
}

fn time(text: &str) -> Option<String> {
    let text = text.trim();
    let (digits, later) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(12)),
        (_, Some(digits)) => (digits, Some(0)),
        _ => (text, None),
    };
    let (hour, minute) = digits
        .trim()
        .split_once([':', '.'])
        .unwrap_or((digits.trim(), "0"));
    let (hour, minute): (u8, u8) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    let hour = later.map_or(hour, |later| hour % 12 + later);
    Some(format!("{hour:02}:{minute:02}"))
}

/// The days that somebody meant who wrote them out: `mon-fri` for "Monday - Friday".
fn days(word: &str) -> Option<String> {
    let short = |day: &str| day.trim().to_lowercase().get(..3).map(str::to_owned);
    let days: Option<Vec<String>> = narrow(word).split('-').map(short).collect();
    let days = days?.join("-");
    parse_days(&days).is_some().then_some(days)
}

/// The spans of a list of which two overlap, as one each; nothing where none do.
pub fn overlapping(list: &Node) -> Option<Vec<String>> {
    let spans: Option<Vec<Span>> = list
        .elements()
        .iter()
        .map(|it| Span::parse(it.text()).ok())
        .collect();
    let mut spans = spans?;
    overlaps(&spans)?;
    spans.sort_by_key(|span| (span.open(), span.close()));
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some((_, close)) if span.open() <= *close => *close = (*close).max(span.close()),
            _ => merged.push((span.open(), span.close())),
        }
    }
    let written = |(open, close): (u16, u16)| {
        let close = if close > 24 * 60 {
            close - 24 * 60
        } else {
            close
        };
        format!(
            "{:02}:{:02}-{:02}:{:02}",
            open / 60,
            open % 60,
            close / 60,
            close % 60
        )
    };
    Some(merged.into_iter().map(written).collect())
}

#[cfg(test)]
mod tests {
    use super::{days, grouped, narrow, span};

    #[test]
    fn hours_days_and_numbers_are_read_as_people_write_them() {
        for (written, right) in [
            ("9-17", Some("09:00-17:00")),
            ("9:30 – 17.00", Some("09:30-17:00")),
            ("9am to 5:30pm", Some("09:00-17:30")),
            ("９時", None),
            ("10:00～18:00", Some("10:00-18:00")),
            ("9-25", None),
        ] {
            assert_eq!(span(written).as_deref(), right, "{written}");
        }
        assert_eq!(days("Monday – Friday").as_deref(), Some("mon-fri"));
        assert_eq!(days("平日"), None);
        assert_eq!(grouped("+81 (3) 1234.5678"), "+81-3-1234-5678");
        assert_eq!(
            grouped(&narrow("＋８１－３－１２３４－５６７８")),
            "+81-3-1234-5678"
        );
        assert_eq!(grouped("call 119"), "");
    }
}
