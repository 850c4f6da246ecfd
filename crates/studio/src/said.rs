//! What is said of a finding in plain words: which words, and what is filled into them. The words themselves are in
//! `words/problems/`, one file a language.

use leeward_document::{Path, Step};
use triage::{
    Code, Label, Sample,
    colour::Colour,
    grammar::{Format, Shape},
    hours::{Date, parse_moment},
    link::{check_link, check_phone, is_local},
    nearest, nearest_locale, placeholders,
    source::{Node, Value as Written},
    zones,
};

use leeward_numbers::{Fault, Verdict, judge};

use crate::{findings::Finding, shapes, words::Words, writing::locales};

/// Words by their key, with what belongs into their placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Said {
    /// The key of the studio's words.
    pub key: String,
    /// What is filled in, by name.
    pub values: Vec<(&'static str, Value)>,
}

/// What is filled into words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// As it stands there.
    Text(String),
    /// A field, by its name in the format.
    Field(String),
    /// A plural category.
    Plural(String),
    /// Languages.
    Languages(Vec<String>),
}

impl Said {
    /// Words without placeholders.
    pub fn plain(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            values: Vec::new(),
        }
    }

    /// The same with something filled in.
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    /// The same with a text filled in.
    pub fn text(self, name: &'static str, text: &str) -> Self {
        const MOST: usize = 60;
        let mut short: String = text.chars().take(MOST).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        self.with(name, Value::Text(short))
    }

    /// In the words of a language.
    pub fn words(&self, words: &Words, language: &dyn Fn(&str) -> String) -> String {
        let told = |value: &Value| match value {
            Value::Text(text) => text.clone(),
            Value::Field(name) => words
                .known(&["what_", name].concat())
                .map_or_else(|| name.replace('_', " "), str::to_owned),
            Value::Plural(name) => words.say(&["plural_", name].concat()),
            Value::Languages(tags) => {
                let names: Vec<String> = tags.iter().map(|tag| language(tag)).collect();
                names.join(&words.say("problem_and"))
            }
        };
        let values: Vec<(&str, String)> = self
            .values
            .iter()
            .map(|(name, value)| (*name, told(value)))
            .collect();
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        words.fill(&self.key, &values)
    }
}

/// What is said of a finding.
pub fn said(finding: &Finding, tree: &Node) -> Said {
    let path = &finding.path;
    let place = Place {
        tree,
        path,
        node: path.find(tree),
        shape: shapes::at(tree, path),
        about: finding.about.as_deref(),
    };
    let key = ["problem_", finding.code.as_str()].concat();
    place
        .said(finding.code)
        .unwrap_or_else(|| Said::plain(&key))
}

/// A place at which something was found.
struct Place<'a> {
    tree: &'a Node,
    path: &'a Path,
    node: Option<&'a Node>,
    shape: Option<&'static Shape>,
    about: Option<&'a str>,
}

impl Place<'_> {
    /// The words for what can be told apart; nothing where those of the code say it all.
    fn said(&self, code: Code) -> Option<Said> {
        let found = self.node.map_or("", Node::text);
        let plain = |key: &str| Some(Said::plain(key));
        match code {
            Code::TooLarge => match self.node.map(|node| &node.value) {
                Some(Written::String(_)) => plain("problem_too_large_text"),
                Some(Written::List(_)) => plain("problem_too_large_list"),
                _ if self.is_condition() => plain("problem_too_large_condition"),
                _ => None,
            },
            Code::WrongKind => self.wrong_kind(),
            Code::UnknownField => {
                let near = self.near_name();
                let name = self.path.last_name();
                Some(near_or(
                    near,
                    name,
                    "problem_unknown_field",
                    "problem_unknown_field_near",
                ))
            }
            Code::MissingField => self.missing(),
            Code::Duplicate if self.path.last_name() == "id" => {
                Some(Said::plain("problem_duplicate_id").text("found", found))
            }
            Code::Duplicate => {
                let name = if found.is_empty() {
                    self.path.last_name()
                } else {
                    found
                };
                Some(Said::plain("problem_duplicate").text("found", name))
            }
            Code::BadId => Some(Said::plain("problem_bad_id").text(
                "found",
                if found.is_empty() {
                    self.path.last_name()
                } else {
                    found
                },
            )),
            Code::UnknownReference => {
                let known = known_at(self.tree, self.path);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let near = nearest(found, &known);
                Some(near_or(
                    near,
                    found,
                    "problem_unknown_reference",
                    "problem_unknown_reference_near",
                ))
            }
            Code::BadLocale => {
                let is_value = !found.is_empty() && matches!(self.shape, Some(Shape::String(_)));
                let name = if is_value {
                    found
                } else {
                    self.path.last_name()
                };
                // A country's code stands for a language of the playbook, or for none that could be told.
                let known = locales(self.tree);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let near = nearest_locale(name, &known).filter(|_| !is_value);
                Some(near_or(
                    near,
                    name,
                    if is_value {
                        "problem_bad_locale_tag"
                    } else {
                        "problem_bad_locale"
                    },
                    "problem_bad_locale_near",
                ))
            }
            Code::MissingTranslation => Some(Said::plain("problem_missing_translation").with(
                "languages",
                Value::Languages(missing_languages(self.tree, self.node?)),
            )),
            Code::BadPlural if self.about.is_some() => {
                let form = Value::Plural(self.about?.to_owned());
                Some(Said::plain("problem_bad_plural_missing").with("form", form))
            }
            Code::BadPlaceholder => self.placeholder(found),
            Code::BadDate if found.is_empty() => {
                Some(Said::plain("problem_bad_date").text("found", self.path.last_name()))
            }
            Code::BadDate if parse_moment(found).is_some() => plain("problem_bad_date_order"),
            Code::BadDate => Some(Said::plain("problem_bad_date").text("found", found)),
            Code::BadHours => self.hours(found),
            Code::BadAddress => self.address(found),
            Code::BadPage => Some(Said::plain("problem_bad_page").text("found", found)),
            Code::BadNumber => self.number(),
            Code::AgentQuestion if self.path.last_name() == "question" => {
                plain("problem_agent_question_used")
            }
            Code::BadColour => Some(Said::plain("problem_bad_colour").text("found", found)),
            Code::WeakContrast => {
                let shade = Colour::parse(found)?.under_white_text().to_hex();
                Some(Said::plain("problem_weak_contrast").text("shade", &shade))
            }
            Code::RouteOrder if self.node?.entry("when").is_some() => {
                plain("problem_route_order_last")
            }
            Code::Unused => match self.path.first_name() {
                "channels" => plain("problem_unused_channel"),
                "hours" => plain("problem_unused_hours"),
                "holidays" => plain("problem_unused_holidays"),
                _ => None,
            },
            Code::MissingFact => match self.about {
                Some("wait_minutes") => plain("problem_missing_fact_wait"),
                Some("cost") => plain("problem_missing_fact_cost"),
                _ => None,
            },
            Code::Expired => self.expired(),
            Code::FixedZone => {
                let key = match zones::turned(found) {
                    Some(_) => "problem_fixed_zone_turned",
                    None => "problem_fixed_zone",
                };
                Some(Said::plain(key).text("found", found))
            }
            Code::WholeDay => Some(Said::plain("problem_whole_day").text("found", found)),
            Code::UnknownNumber => Some(Said::plain("problem_unknown_number").text("found", found)),
            Code::HomeNumber => Some(Said::plain("problem_home_number").text("found", found)),
            Code::Sample => {
                let key = match triage::sample_of(self.path.first_name(), found)? {
                    Sample::Name => "problem_sample_name",
                    Sample::Number => "problem_sample_number",
                    Sample::Address => "problem_sample_address",
                    Sample::Filler => "problem_sample_filler",
                };
                Some(Said::plain(key).text("found", found))
            }
            Code::LookAlike => Some(Said::plain("problem_look_alike").text("found", found)),
            Code::NobodyThere => {
                let (from, to) = self.about?.split_once('/')?;
                let said = Said::plain("problem_nobody_there_from");
                Some(said.text("from", from).text("to", to))
            }
            Code::UnreachableQuestion if crate::fixes::is_unused(self.tree, self.path) => {
                plain("problem_unreachable_question_unused")
            }
            Code::DeadRoute if self.node?.entry("when").is_none() => {
                plain("problem_dead_route_last")
            }
            _ => None,
        }
    }

    fn is_condition(&self) -> bool {
        let named = |step: &Step| matches!(step, Step::Name(name) if name.ends_with("when"));
        self.path.steps().iter().any(named)
    }

    fn near_name(&self) -> Option<&'static str> {
        let (outer, _) = self.path.parent()?;
        let names = shapes::names(shapes::at(self.tree, &outer)?, outer.find(self.tree));
        nearest(self.path.last_name(), &names)
    }

    fn wrong_kind(&self) -> Option<Said> {
        let found = match &self.node?.value {
            Written::String(text) => text.clone(),
            Written::Whole(number) => number.to_string(),
            Written::Bool(flag) => flag.to_string(),
            _ => String::new(),
        };
        Some(match self.shape? {
            Shape::Flag => Said::plain("problem_wrong_kind_flag").text("found", &found),
            Shape::Whole(..) => Said::plain("problem_wrong_kind_number").text("found", &found),
            Shape::OneOf(known) if !found.is_empty() => Said::plain("problem_wrong_kind_choice")
                .text("found", &found)
                .with("choices", Value::Text(known.join(", "))),
            Shape::List(_) => Said::plain("problem_wrong_kind_list"),
            Shape::Text | Shape::Line | Shape::CountedText => {
                Said::plain("problem_wrong_kind_text")
            }
            Shape::Object { .. } if self.is_condition() => {
                Said::plain("problem_wrong_kind_condition")
            }
            _ => return None,
        })
    }

    fn missing(&self) -> Option<Said> {
        Some(match (&self.node?.value, self.shape?) {
            (Written::String(_), _) => Said::plain("problem_missing_field_empty"),
            (Written::List(_), _) => Said::plain("problem_missing_field_list"),
            (_, Shape::Text | Shape::CountedText) => Said::plain("problem_missing_field_language")
                .with(
                    "languages",
                    Value::Languages(locales(self.tree).into_iter().take(1).collect()),
                ),
            _ => Said::plain("problem_missing_field")
                .with("what", Value::Field(self.about?.to_owned())),
        })
    }

    fn placeholder(&self, found: &str) -> Option<Said> {
        let Some(Step::Name(key)) = self.path.steps().get(1) else {
            return None;
        };
        let Some(label) = Label::from_key(key).filter(|_| self.path.first_name() == "labels")
        else {
            return Some(Said::plain("problem_bad_placeholder_count"));
        };
        let wanted: Vec<String> = placeholders(label.english())
            .map(|name| ["{", name, "}"].concat())
            .collect();
        let key = match wanted.iter().any(|name| !found.contains(name.as_str())) {
            true => "problem_bad_placeholder_missing",
            false => "problem_bad_placeholder",
        };
        Some(Said::plain(key).with("parts", Value::Text(wanted.join(", "))))
    }

    fn hours(&self, found: &str) -> Option<Said> {
        let last = self.path.last_name();
        let is_zone = last == "timezone" || self.path.to_string().contains("timezones[");
        Some(if is_zone {
            Said::plain("problem_bad_hours_zone").text("found", found)
        } else if self.path.first_name() == "channels" {
            match self.node.map(|node| &node.value) {
                Some(Written::String(_)) => Said::plain("problem_bad_hours_both"),
                _ => Said::plain("problem_bad_hours_none"),
            }
        } else if !found.is_empty() {
            Said::plain("problem_bad_hours_span").text("found", found)
        } else if triage::hours::parse_days(last).is_none() && Date::parse(last).is_none() {
            Said::plain("problem_bad_hours_day").text("found", last)
        } else if crate::fixes::overlapping(self.node?).is_some() {
            Said::plain("problem_bad_hours_overlap")
        } else {
            Said::plain("problem_bad_hours_twice")
        })
    }

    fn address(&self, found: &str) -> Option<Said> {
        let key = match self.shape? {
            Shape::String(Format::Phone | Format::ShortNumber) if found.contains(['#', '*']) => {
                "problem_bad_address_keys"
            }
            Shape::String(Format::Phone) => self.number_fault(found),
            Shape::String(Format::ShortNumber) => "problem_bad_address_phone",
            Shape::String(Format::Email) => "problem_bad_address_email",
            _ if found.starts_with("http://") => "problem_bad_address_http",
            _ if check_link(&["https://", found].concat()).is_ok() => "problem_bad_address_half",
            _ => return None,
        };
        Some(Said::plain(key).text("found", found))
    }

    /// Why a number can't be dialled.
    fn number_fault(&self, found: &str) -> &'static str {
        if check_phone(found).is_err() {
            return "problem_bad_address_phone";
        }
        if is_local(found) && self.country().is_none() {
            return "problem_bad_address_country";
        }
        match judge(found, self.country()) {
            Verdict::Wrong(Fault::Code) => "problem_bad_address_code",
            Verdict::Wrong(Fault::Short) => "problem_bad_address_short",
            Verdict::Wrong(Fault::Long) => "problem_bad_address_long",
            Verdict::Wrong(Fault::Trunk) => "problem_bad_address_trunk",
            _ if found.contains(';') => "problem_bad_address_extension",
            _ => "problem_bad_address_phone",
        }
    }

    /// The country that stands beside a number.
    fn country(&self) -> Option<&str> {
        let (channel, _) = self.path.parent()?;
        let country = channel.find(self.tree)?.entry("country")?;
        Some(country.text())
    }

    fn number(&self) -> Option<Said> {
        Some(match self.shape? {
            _ if self.path.last_name() == "wait_minutes" => Said::plain("problem_bad_number_wait"),
            Shape::Whole(least, most) if !self.is_bound() => {
                Said::plain("problem_bad_number_range")
                    .with("least", Value::Text(least.to_string()))
                    .with("most", Value::Text(most.to_string()))
            }
            _ => Said::plain("problem_bad_number_bounds"),
        })
    }

    /// Whether it is the largest number that a question takes, and is a number that the format has.
    fn is_bound(&self) -> bool {
        let is_within = matches!((self.shape, self.node.map(|node| &node.value)), (Some(Shape::Whole(least, most)), Some(Written::Whole(number))) if (least..=most).contains(&number));
        self.path.last_name() == "max" && is_within
    }

    fn expired(&self) -> Option<Said> {
        let key = match (self.path.first_name(), self.path.last_name()) {
            ("notice", "expires_at") => "problem_expired_notice",
            ("notice", _) => "problem_expired_news",
            ("display", _) => "problem_expired_display",
            ("holidays", _) => {
                let dates = self
                    .node?
                    .entries()
                    .iter()
                    .filter_map(|(date, _)| Date::parse(date));
                let last = dates.max()?.to_string();
                return Some(Said::plain("problem_expired_holidays").text("date", &last));
            }
            _ => return None,
        };
        Some(Said::plain(key))
    }
}

fn near_or(near: Option<&str>, found: &str, plain: &str, with_near: &str) -> Said {
    match near {
        Some(near) => Said::plain(with_near)
            .text("found", found)
            .text("near", near),
        None => Said::plain(plain).text("found", found),
    }
}

/// The languages in which a text isn't there.
pub fn missing_languages(tree: &Node, text: &Node) -> Vec<String> {
    let mut all = locales(tree);
    all.dedup();
    all.retain(|locale| text.entry(locale).is_none());
    all
}

/// The names that may stand at a place that names something else: a question, an option, a channel, hours, holidays.
pub fn known_at(tree: &Node, path: &Path) -> Vec<String> {
    let root = Path::default();
    let entries = |name: &str| -> Vec<String> {
        let table = root.name(name);
        let entries = table.find(tree).map_or(&[][..], Node::entries);
        entries.iter().map(|(name, _)| name.clone()).collect()
    };
    let ids = |list: &Path| -> Vec<String> {
        let list = list.find(tree).map_or(&[][..], Node::elements);
        let ids = list.iter().filter_map(|node| node.entry("id"));
        ids.map(|id| id.text().to_owned()).collect()
    };
    let steps = path.steps();
    let named = |place: usize| match steps.get(place) {
        Some(Step::Name(name)) => name.as_str(),
        _ => "",
    };
    match (named(0), named(2)) {
        ("channels", "hours") => return entries("hours"),
        ("hours", "closed_on") => return entries("holidays"),
        ("routes", "first" | "second") => return entries("channels"),
        _ => {}
    }
    if path
        .parent()
        .is_some_and(|(_, step)| *step == Step::Name("question".to_owned()))
    {
        return ids(&root.name("questions"));
    }
    let around = (1..steps.len()).rev().find_map(|count| {
        let outer = steps
            .iter()
            .take(count)
            .cloned()
            .fold(root.clone(), |path, step| path.step(step));
        outer.find(tree)?.entry("question").map(Node::text)
    });
    let questions = root.name("questions");
    let list = questions.find(tree).map_or(&[][..], Node::elements);
    let place = list
        .iter()
        .position(|question| Some(question.entry("id").map_or("", Node::text)) == around);
    place.map_or_else(Vec::new, |place| {
        ids(&questions.place(place).name("options"))
    })
}
