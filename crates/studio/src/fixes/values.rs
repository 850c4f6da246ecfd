//! Values that are written in another way than the format has them.

use leeward_document::Path;
use triage::{
    colour::Colour,
    grammar::{Format, Shape},
    hours::{Date, Span, overlaps, parse_days, parse_moment, read_days},
    nearest,
    source::{Node, Value},
    zones,
};

use leeward_numbers::{Verdict, judge};

use super::{Case, Fix, add, remove, set};
use crate::{said::Said, shapes};

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
                return nearest(&text, known).map(|word| self.written(word));
            }
            (Shape::List(list), Value::String(_)) if is_string(list.of) => {
                let elements = elements(node.text(), list.of);
                let written = elements.join(", ");
                let nodes = elements.iter().map(|it| Node::string(it));
                (Value::List(nodes.collect()), written)
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
            // Taken away, a holiday would be a day like any other.
            let name = narrow(self.path.last_name())
                .trim()
                .replace(['/', '.'], "-");
            return Date::parse(&name).and_then(|_| self.renamed(&name));
        };
        let found = self.found();
        if found.is_empty() {
            return Some(self.removed("fix_remove"));
        }
        let day = narrow(found).trim().replace(['/', '.'], "-");
        match format {
            Format::Date if Date::parse(&day).is_some() => Some(self.written(&day)),
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
            return self.places();
        }
        if self.path.first_name() == "channels" {
            return self.one_opening();
        }
        if !found.is_empty() {
            let spans = spans(found);
            return spans.iter().map(|span| self.written(span)).collect();
        }
        let fix = if parse_days(last).is_none() {
            read_days(&narrow(last)).and_then(|days| self.renamed(&days))
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

    /// The places whose clocks may be meant; where there are several, a person chooses.
    pub(super) fn places(&self) -> Vec<Fix> {
        const MOST: usize = 3;
        let found = self.found();
        let mut places = zones::places(found);
        if places.is_empty() {
            places = self.clocks.near(found);
        }
        let places = places.iter().take(MOST);
        places.map(|place| self.written(place)).collect()
    }

    /// A day that closes when it opens: open from midnight to midnight, or closed.
    pub(super) fn whole_or_closed(&self) -> Vec<Fix> {
        // From nine to nine may be a slip for any other hours.
        if !self.found().starts_with("00:00") {
            return Vec::new();
        }
        let open = Fix {
            said: Said::plain("fix_all_day"),
            operations: vec![set(self.path, Node::string("00:00-24:00"))],
        };
        let day = self.outer();
        let is_only = |day: &Path| {
            day.find(self.tree)
                .is_some_and(|it| it.elements().len() == 1)
        };
        let closed = day.filter(is_only).map(|day| Fix {
            said: Said::plain("fix_closed"),
            operations: vec![set(&day, Node::list([]))],
        });
        [Some(open), closed].into_iter().flatten().collect()
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
    pub(super) fn right_address(&self) -> Vec<Fix> {
        let Some(Shape::String(format)) = shapes::at(self.tree, self.path) else {
            return Vec::new();
        };
        let found = narrow(self.found().trim());
        let right = match format {
            Format::Phone => return self.numbers(),
            // What stands in brackets, or behind a word, may be anything.
            Format::ShortNumber => grouped(found.trim_start_matches("tel:")),
            Format::Email => found.trim_start_matches("mailto:").replace(' ', ""),
            Format::Country => return self.country_code().into_iter().collect(),
            _ => whole_link(&found, matches!(format, Format::Endpoint)).unwrap_or_default(),
        };
        let is_right = right != self.found() && format.fault(&right).is_none();
        is_right.then(|| self.written(&right)).into_iter().collect()
    }

    /// The numbers that may be meant, each with the country in which alone it is answered.
    fn numbers(&self) -> Vec<Fix> {
        const MOST: usize = 3;
        let Some(channel) = self.outer() else {
            return Vec::new();
        };
        let entry = |name: &str| channel.name(name).find(self.tree).map_or("", Node::text);
        let countries = leeward_numbers::countries(self.tree);
        let own = entry("country");
        let mut countries: Vec<&str> = countries.iter().map(String::as_str).collect();
        countries.sort_by_key(|country| *country != own);
        if !own.is_empty() {
            countries.truncate(1);
        }
        let readings = leeward_numbers::readings(self.found(), &countries);
        let takes = |(number, _): &&(String, Option<String>)| {
            entry("kind") != "sms" || !number.contains(';')
        };
        let fixes = readings.iter().filter(takes).take(MOST);
        fixes
            .filter_map(|(number, country)| match country {
                Some(country) if own.is_empty() => self.for_home(number, country),
                _ => (number != self.found()).then(|| self.written(number)),
            })
            .collect()
    }

    /// A number for callers of one country, which is said beside it.
    fn for_home(&self, number: &str, country: &str) -> Option<Fix> {
        let channel = self.outer()?;
        let mut operations = vec![add(
            self.tree,
            &channel,
            Some("country"),
            Node::string(country),
        )?];
        if number != self.found() {
            operations.push(set(self.path, Node::string(number)));
        }
        Some(Fix {
            said: Said::plain("fix_home")
                .text("text", number)
                .text("country", country),
            operations,
        })
    }

    /// The number as it is dialled at home, with its country; or as it is dialled from everywhere.
    pub(super) fn home_number(&self) -> Vec<Fix> {
        let country = self.outer().map(|channel| channel.name("country"));
        let country = country
            .and_then(|path| path.find(self.tree))
            .map(Node::text);
        let Verdict::Home(home) = judge(self.found(), country) else {
            return Vec::new();
        };
        let fix = match &home.international {
            Some(number) => Some(self.written(number)),
            None => self.for_home(&home.national, &home.country),
        };
        fix.into_iter().collect()
    }

    /// The letters of a country in capitals.
    fn country_code(&self) -> Option<Fix> {
        let code = self.found().trim().to_uppercase();
        let code = if code == "UK" { "GB".to_owned() } else { code };
        Format::Country
            .fault(&code)
            .is_none()
            .then(|| self.written(&code))
    }

    /// The path of a page, without the name of its site.
    pub(super) fn right_page(&self) -> Option<Fix> {
        let found = self.found();
        let path = match found.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => found,
        };
        // What stands behind it may be all that tells a page from others.
        if path.contains(['?', '#']) {
            return None;
        }
        let path = path.trim().replace(' ', "%20");
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
        // The longest text that is allowed is what was wished for, and "at once" is the first second. Of other numbers
        // nobody knows what they count.
        let is_clear = self.path.last_name() == "max_length" || (number, *least) == (0, 1);
        let right = number.clamp(*least, *most);
        if right != number && !is_clear {
            return None;
        }
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
            '-' | '.' => gap = Some('-'),
            _ => return String::new(),
        }
    }
    digits
}

/// The elements of a list that was written as one text. Words for visitors have commas of their own.
fn elements(text: &str, of: &Shape) -> Vec<String> {
    if matches!(of, Shape::Text | Shape::Line) {
        return vec![text.to_owned()];
    }
    let parts = text.split([',', ';', '、', '，', '،', '\n']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// A link with its beginning, or the path of a place on the site itself. Nothing for one that begins in another way.
fn whole_link(found: &str, may_be_path: bool) -> Option<String> {
    if let Some((scheme, rest)) = found.split_once(":") {
        let is_web = ["http", "https", "htp", "htps", "ttp", "ttps"]
            .contains(&scheme.to_lowercase().as_str());
        let is_port = rest.starts_with(|it: char| it.is_ascii_digit());
        if is_web {
            return Some(["https://", rest.trim_start_matches('/')].concat());
        }
        if !is_port {
            return None;
        }
    }
    let host = found.split(['/', '?', '#']).next().unwrap_or_default();
    let is_script = [".php", ".asp", ".aspx", ".cgi", ".jsp", ".html"];
    let is_host = host.contains('.') && !is_script.iter().any(|end| host.ends_with(end));
    if is_host {
        Some(["https://", found].concat())
    } else {
        (may_be_path && !found.starts_with('/')).then(|| ["/", found].concat())
    }
}

/// The opening hours that may be meant, as the format has them: `09:00-17:00` for "9am to 5pm"; for "9-5" that, and the
/// night from nine to five.
fn spans(text: &str) -> Vec<String> {
    let text = narrow(text)
        .to_lowercase()
        .replace(" to ", "-")
        .replace(" until ", "-")
        .replace(['~', '〜'], "-");
    let Some((open, close)) = text.split_once('-') else {
        return Vec::new();
    };
    let (Some(open), Some(close)) = (time(open), time(close)) else {
        return Vec::new();
    };
    let later = |(minute, _): (u16, Half)| minute % 720 + 720;
    let pairs: Vec<(u16, u16)> = match (open.1, close.1) {
        (Half::Said, Half::Said) | (Half::Day, _) | (_, Half::Day) => vec![(open.0, close.0)],
        // "9-5pm" begins in the morning; "10-11pm" may do so or not.
        (Half::Open, Half::Said) if open.0 % 720 > close.0 % 720 => vec![(open.0 % 720, close.0)],
        (Half::Open, Half::Open) if open.0 < close.0 && open.0 >= 6 * 60 => vec![(open.0, close.0)],
        (Half::Open, Half::Open) if open.0 < close.0 => {
            vec![(later(open), later(close)), (open.0, close.0)]
        }
        (Half::Open, Half::Open) if open.0 > close.0 => {
            vec![(open.0, later(close)), (open.0, close.0)]
        }
        _ => Vec::new(),
    };
    let written = |(open, close): (u16, u16)| {
        let span = format!(
            "{:02}:{:02}-{:02}:{:02}",
            open / 60,
            open % 60,
            close / 60,
            close % 60
        );
        (open != close && Span::parse(&span).is_ok()).then_some(span)
    };
    pairs.into_iter().filter_map(written).collect()
}

/// Which half of the day a time is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    /// It says so: "5pm".
    Said,
    /// Only one can be meant: "17", "09:30".
    Day,
    /// Nobody knows: "5", "5:30".
    Open,
}

fn time(text: &str) -> Option<(u16, Half)> {
    let text = text.trim().replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, later) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(12)),
        (_, Some(digits)) => (digits, Some(0)),
        _ => (text.as_str(), None),
    };
    let digits = digits.trim();
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "00"));
    let is_short = |part: &str, least: usize| {
        (least..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
    };
    // "9.5" is half past nine to some.
    if !is_short(hour, 1) || !is_short(minute, 2) {
        return None;
    }
    let is_padded = hour.starts_with('0');
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    match later {
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(later) => Some(((hour % 12 + later) * 60 + minute, Half::Said)),
        None if hour > 12 || is_padded => Some((hour * 60 + minute, Half::Day)),
        None => Some((hour * 60 + minute, Half::Open)),
    }
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
    use super::{elements, grouped, narrow, spans, whole_link};
    use triage::grammar::{Format, Shape};

    #[test]
    fn hours_are_read_as_people_write_them_and_doubtful_ones_in_each_way() {
        for (written, right) in [
            ("9-17", &["09:00-17:00"][..]),
            ("9:30 – 17.00", &["09:30-17:00"]),
            ("9am to 5:30pm", &["09:00-17:30"]),
            ("9 a.m. - 5 p.m.", &["09:00-17:00"]),
            ("９時", &[]),
            ("10:00～18:00", &["10:00-18:00"]),
            ("8-12", &["08:00-12:00"]),
            ("22-06", &["22:00-06:00"]),
            ("9-25", &[]),
            ("9-5", &["09:00-17:00", "09:00-05:00"]),
            ("1-5", &["13:00-17:00", "01:00-05:00"]),
            ("9-5pm", &["09:00-17:00"]),
            ("10-11pm", &[]),
            ("9am-5", &[]),
            ("9.5-17", &[]),
            ("13am-5pm", &[]),
            ("0-0", &[]),
            ("9-9", &[]),
        ] {
            assert_eq!(spans(written), right, "{written}");
        }
    }

    #[test]
    fn numbers_links_and_lists_are_read_as_people_write_them() {
        assert_eq!(grouped("116.123"), "116-123");
        assert_eq!(grouped(&narrow("１１９")), "119");
        assert_eq!(grouped("call 119"), "");
        assert_eq!(grouped("+44 (0)20"), "");
        for (written, may_be_path, right) in [
            (
                "http://example.test/a",
                false,
                Some("https://example.test/a"),
            ),
            ("example.test", false, Some("https://example.test")),
            ("messages", true, Some("/messages")),
            ("api/messages.php", true, Some("/api/messages.php")),
            ("send.php", true, Some("/send.php")),
            (
                "example.test/messages",
                true,
                Some("https://example.test/messages"),
            ),
            ("help", false, None),
            ("ftp://example.test", false, None),
            ("javascript:alert(1)", false, None),
        ] {
            assert_eq!(
                whole_link(written, may_be_path).as_deref(),
                right,
                "{written}"
            );
        }
        let ids = Shape::String(Format::Id);
        assert_eq!(
            elements("urgent, claims、it", &ids),
            ["urgent", "claims", "it"]
        );
        assert_eq!(elements("Roads, schools", &Shape::Text), ["Roads, schools"]);
    }
}
