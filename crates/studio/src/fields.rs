//! What of a playbook can be written, grouped by where a visitor meets it.
//!
//! Fields are listed from the tree as it is, so that a playbook with mistakes has its fields, too.

use leeward_document::{Path, Step};
use triage::{
    Label,
    source::{Node, Value},
};

/// How a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words for visitors, a line for each language.
    Text,
    /// Words for visitors that differ by a count, for each language and plural category.
    Counted,
    /// One line for everybody: an address, a number, a moment.
    Line,
    /// A moment that is often "now".
    Moment,
    /// A day.
    Day,
    /// A whole number.
    Whole,
}

impl Kind {
    /// Whether it is one line for everybody, whatever their language.
    pub const fn is_line(self) -> bool {
        matches!(self, Self::Line | Self::Moment | Self::Day | Self::Whole)
    }
}

/// Something that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it stands, or would.
    pub path: Path,
    /// Its name: a key of the studio's words (`field_text`), or for built-in words the English ones.
    pub label: String,
    /// How it is written.
    pub kind: Kind,
    /// Whether the playbook needs it.
    pub required: bool,
}

impl Field {
    /// Whether it is one of several lines, which can be taken away.
    pub fn is_line(&self) -> bool {
        matches!(self.path.parent(), Some((_, Step::Place(_))))
    }
}

impl Card {
    /// Whether it is decoration, which can be taken away: no question and no way leads there.
    pub fn can_go(&self) -> bool {
        const DECORATION: [&str; 4] = ["reassurance", "expectations", "stories", "resources"];
        let list = self.path.parent().map(|(list, _)| list.to_string());
        list.is_some_and(|list| DECORATION.contains(&list.as_str()))
    }

    /// The lists of lines in it to which one can be added, with their labels.
    pub fn lists(&self) -> Vec<(Path, &'static str)> {
        if self.path != Path::default().name("notice") {
            return Vec::new();
        }
        vec![
            (self.path.name("known"), "field_known"),
            (self.path.name("unknown"), "field_unknown"),
        ]
    }
}

/// Fields that belong together: one question, one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What they are fields of.
    pub path: Path,
    /// The fields.
    pub fields: Vec<Field>,
}

/// A stretch of the visitor's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name: a key of the studio's words (`group_first`).
    pub key: &'static str,
    /// Its cards, in the order of the playbook.
    pub cards: Vec<Card>,
}

/// Everything that can be written. Groups without a card are left out, but for the notice.
pub fn groups(tree: &Node) -> Vec<Group> {
    let root = Path::default();
    let one = |name: &str, fields: &[Of]| card(tree, &root.name(name), fields);
    let groups = [
        Group {
            key: "group_first",
            cards: vec![Card {
                path: root.clone(),
                fields: vec![
                    text(&root.name("name"), "field_company", true),
                    text(&root.name("launcher").name("text"), "field_launcher", false),
                ],
            }],
        },
        Group {
            key: "group_notice",
            cards: one("notice", NOTICE).into_iter().collect(),
        },
        Group {
            key: "group_emergency",
            cards: emergency(tree),
        },
        Group {
            key: "group_questions",
            cards: questions(tree),
        },
        Group {
            key: "group_channels",
            cards: entries(tree, "channels", CHANNEL),
        },
        Group {
            key: "group_routes",
            cards: elements(
                tree,
                "routes",
                &[Of::Text("because", "field_because", false)],
            ),
        },
        Group {
            key: "group_reassurance",
            cards: elements(tree, "reassurance", STATEMENT),
        },
        Group {
            key: "group_expectations",
            cards: elements(tree, "expectations", STATEMENT),
        },
        Group {
            key: "group_stories",
            cards: elements(tree, "stories", STATEMENT),
        },
        Group {
            key: "group_resources",
            cards: elements(tree, "resources", RESOURCE),
        },
        Group {
            key: "group_labels",
            cards: vec![labels()],
        },
    ];
    groups
        .into_iter()
        // A notice is missed the most when there is none.
        .filter(|group| !group.cards.is_empty() || group.key == "group_notice")
        .collect()
}

/// The field to go to for a place: the field itself, the first one in it, or the one that is nearest around it.
pub fn nearest(groups: &[Group], wanted: &Path) -> Option<Path> {
    let fields = || {
        groups
            .iter()
            .flat_map(|group| &group.cards)
            .flat_map(|card| &card.fields)
    };
    let cards = || groups.iter().flat_map(|group| &group.cards);
    let around = || fields().filter(|field| wanted.is_within(&field.path));
    let inside = || fields().find(|field| field.path.is_within(wanted));
    let card = || {
        let around =
            cards().filter(|card| wanted.is_within(&card.path) && !card.path.steps().is_empty());
        let card = around.max_by_key(|card| card.path.steps().len())?;
        card.fields.first()
    };
    let field = around().next().or_else(inside).or_else(card)?;
    Some(field.path.clone())
}

/// The last field in a list.
pub fn last_in(groups: &[Group], list: &Path) -> Option<Path> {
    let fields = groups
        .iter()
        .flat_map(|group| &group.cards)
        .flat_map(|card| &card.fields);
    let last = fields.rev().find(|field| field.path.is_within(list))?;
    Some(last.path.clone())
}

/// A field of an object: its name, its label, whether it is required.
#[derive(Clone, Copy)]
enum Of {
    Text(&'static str, &'static str, bool),
    /// A text that only a form has.
    Form(&'static str, &'static str),
    /// Several texts, one below the other.
    Texts(&'static str, &'static str),
    Counted(&'static str, &'static str),
    Line(&'static str, &'static str),
    /// A line that needn't be there, and can be written.
    Link(&'static str, &'static str),
    Whole(&'static str, &'static str),
    Day(&'static str, &'static str),
    Moment(&'static str, &'static str, bool),
}

const NOTICE: &[Of] = &[
    Of::Text("text", "field_notice", true),
    Of::Text("place", "field_where", false),
    Of::Texts("known", "field_known"),
    Of::Texts("unknown", "field_unknown"),
    Of::Moment("updated_at", "field_updated_at", true),
    Of::Moment("next_update_at", "field_next_update_at", false),
    Of::Link("updates", "field_updates"),
    Of::Moment("expires_at", "field_expires_at", false),
];
const QUESTION: &[Of] = &[
    Of::Text("text", "field_question", true),
    Of::Text("why", "field_why", false),
    Of::Text("hint", "field_hint", false),
    Of::Whole("min", "field_min"),
    Of::Whole("max", "field_max"),
    Of::Counted("unit", "field_unit"),
];
const OPTION: &[Of] = &[
    Of::Text("text", "field_option", true),
    Of::Text("hint", "field_option_hint", false),
];
/// Which lines a channel has depends on its kind, so only those that stand there are listed.
const CHANNEL: &[Of] = &[
    Of::Text("name", "field_channel", true),
    Of::Text("about", "field_about", false),
    Of::Line("address", "field_address"),
    Of::Line("url", "field_url"),
    Of::Line("endpoint", "field_endpoint"),
    Of::Form("consent", "field_consent"),
    Of::Text("cost", "field_cost", false),
    Of::Text("best_times", "field_best_times", false),
];
const STATEMENT: &[Of] = &[Of::Text("text", "field_text", true)];
const RESOURCE: &[Of] = &[
    Of::Text("title", "field_title", true),
    Of::Text("about", "field_resource_about", false),
    Of::Line("url", "field_url"),
    Of::Day("expires_on", "field_expires_on"),
];

fn text(path: &Path, label: &str, required: bool) -> Field {
    Field {
        path: path.clone(),
        label: label.to_owned(),
        kind: Kind::Text,
        required,
    }
}

/// The fields of an object that is there.
fn card(tree: &Node, path: &Path, fields: &[Of]) -> Option<Card> {
    let node = path
        .find(tree)
        .filter(|node| matches!(node.value, Value::Map(_)))?;
    let fields = fields
        .iter()
        .flat_map(|of| listed(node, path, *of))
        .collect();
    Some(Card {
        path: path.clone(),
        fields,
    })
}

fn listed(node: &Node, path: &Path, of: Of) -> Vec<Field> {
    let field = |name: &str, label: &str, kind, required| Field {
        path: path.name(name),
        label: label.to_owned(),
        kind,
        required,
    };
    match of {
        Of::Text(name, label, required) => vec![field(name, label, Kind::Text, required)],
        Of::Link(name, label) => vec![field(name, label, Kind::Line, false)],
        Of::Moment(name, label, required) => vec![field(name, label, Kind::Moment, required)],
        Of::Counted(name, label) if node.entry(name).is_some() => {
            vec![field(name, label, Kind::Counted, true)]
        }
        Of::Line(name, label) if node.entry(name).is_some() => {
            vec![field(name, label, Kind::Line, true)]
        }
        Of::Day(name, label) if node.entry(name).is_some() => {
            vec![field(name, label, Kind::Day, true)]
        }
        Of::Whole(name, label) if node.entry(name).is_some() => {
            vec![field(name, label, Kind::Whole, true)]
        }
        Of::Form(name, label)
            if node.entry(name).is_some()
                || node.entry("kind").is_some_and(|kind| kind.text() == "form") =>
        {
            vec![field(name, label, Kind::Text, false)]
        }
        Of::Counted(..) | Of::Line(..) | Of::Whole(..) | Of::Day(..) | Of::Form(..) => Vec::new(),
        Of::Texts(name, label) => {
            let texts = node.entry(name).map_or(&[][..], Node::elements);
            let path = path.name(name);
            (0..texts.len())
                .map(|place| text(&path.place(place), label, true))
                .collect()
        }
    }
}

fn elements(tree: &Node, name: &str, fields: &[Of]) -> Vec<Card> {
    let path = Path::default().name(name);
    let count = path.find(tree).map_or(0, |list| list.elements().len());
    (0..count)
        .filter_map(|place| card(tree, &path.place(place), fields))
        .collect()
}

fn entries(tree: &Node, name: &str, fields: &[Of]) -> Vec<Card> {
    let path = Path::default().name(name);
    let entries = path.find(tree).map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|(id, _)| card(tree, &path.name(id), fields))
        .collect()
}

fn emergency(tree: &Node) -> Vec<Card> {
    let path = Path::default().name("emergency");
    let Some(mut first) = card(tree, &path, &[Of::Text("text", "field_emergency", true)]) else {
        return Vec::new();
    };
    let lines = path.name("lines");
    let count = lines.find(tree).map_or(0, |list| list.elements().len());
    let line = &[
        Of::Text("name", "field_line", true),
        Of::Line("number", "field_number"),
    ];
    let below = (0..count).filter_map(|place| card(tree, &lines.place(place), line));
    first.fields.extend(below.flat_map(|card| card.fields));
    vec![first]
}

fn questions(tree: &Node) -> Vec<Card> {
    let mut cards = elements(tree, "questions", QUESTION);
    for card in &mut cards {
        let options = card.path.name("options");
        let count = options.find(tree).map_or(0, |list| list.elements().len());
        let below = (0..count).filter_map(|place| self::card(tree, &options.place(place), OPTION));
        card.fields.extend(below.flat_map(|card| card.fields));
    }
    cards
}

/// Built-in words, each of which may be replaced.
fn labels() -> Card {
    let path = Path::default().name("labels");
    let fields = Label::ALL
        .iter()
        .map(|label| text(&path.name(label.key()), label.english(), false));
    Card {
        fields: fields.collect(),
        path,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, groups, nearest};
    use leeward_document::Path;
    use triage::{
        grammar::{PLAYBOOK, Shape},
        source::{Node, Value, parse},
    };

    const READY: [&str; 6] = [
        include_str!("../../../playbooks/outage.json"),
        include_str!("../../../playbooks/disaster.json"),
        include_str!("../../../playbooks/hardship.json"),
        include_str!("../../../playbooks/health.json"),
        include_str!("../../../playbooks/service-crisis.json"),
        include_str!("../blank.json"),
    ];

    /// Every place of the tree at which the format has a text for visitors.
    fn texts(node: &Node, shape: &Shape, path: &Path, found: &mut Vec<Path>) {
        match (shape, &node.value) {
            (Shape::Text | Shape::CountedText, _) => found.push(path.clone()),
            (Shape::List(list), Value::List(elements)) => {
                for (place, node) in elements.iter().enumerate() {
                    texts(node, list.of, &path.place(place), found);
                }
            }
            (Shape::Table(table), Value::Map(entries)) => {
                for (name, node) in entries {
                    texts(node, table.of, &path.name(name), found);
                }
            }
            (Shape::Object { fields, .. }, Value::Map(entries)) => {
                for (name, node) in entries {
                    if let Some(field) = fields.iter().find(|field| field.name == name) {
                        texts(node, field.shape, &path.name(name), found);
                    }
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_text_of_every_ready_playbook_has_a_field_except_the_names_of_holidays() {
        for text in READY {
            let tree = parse(text).unwrap();
            let mut found = Vec::new();
            texts(&tree, &PLAYBOOK, &Path::default(), &mut found);
            let groups = groups(&tree);
            let fields = groups
                .iter()
                .flat_map(|group| &group.cards)
                .flat_map(|card| &card.fields);
            let words: Vec<&Path> = fields
                .filter(|field| matches!(field.kind, Kind::Text | Kind::Counted))
                .map(|field| &field.path)
                .collect();
            let holidays = Path::parse("holidays");
            let missing: Vec<_> = found
                .iter()
                .filter(|path| !words.contains(path) && !path.is_within(&holidays))
                .collect();
            assert!(found.len() > 5 && missing.is_empty(), "{missing:?}");
        }
    }

    #[test]
    fn a_finding_leads_to_the_field_that_is_nearest() {
        let tree = parse(READY[0]).unwrap();
        let groups = groups(&tree);
        for (wanted, found) in [
            ("notice.text.ja", Some("notice.text")),
            (
                "questions[0].options[1]",
                Some("questions[0].options[1].text"),
            ),
            (
                "channels.any_hour_phone.hours",
                Some("channels.any_hour_phone.name"),
            ),
            ("routes[2].when", Some("routes[2].because")),
            ("hours.chat_shift", None),
        ] {
            let field = nearest(&groups, &Path::parse(wanted)).map(|path| path.to_string());
            assert_eq!(field.as_deref(), found, "{wanted}");
        }
    }
}
