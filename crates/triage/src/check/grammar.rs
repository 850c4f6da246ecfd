//! The format of playbooks, version 1, as data: which fields there are, and what each must be.
//!
//! `shape` holds a file against it; what depends on more than one value (a condition on the
//! question that it names, a channel on its hours) is for the readers that come after.
//!
//! Each field says here, and nowhere else, what it means: the tables of `docs/playbook.md` and
//! `schema/playbook.schema.json` are made of it. Without the feature `advice` the meanings are dropped.

mod answer;
#[cfg(feature = "advice")]
mod display;
#[cfg(feature = "advice")]
mod feed;
mod file;
mod question;
mod way;

pub use super::format::Format;
#[cfg(feature = "advice")]
use crate::source::{Node, Value};
use crate::text::Plural;
pub(super) use question::CONDITION;

/// The objects that have a name, from the whole file inwards.
#[cfg(feature = "advice")]
pub static OBJECTS: &[(&str, &Shape)] = &[
    ("playbook", &PLAYBOOK),
    ("launcher", &file::LAUNCHER),
    ("theme", &file::THEME),
    ("status", &file::STATUS),
    ("status_about", &file::STATUS_ABOUT),
    ("exit", &file::EXIT),
    ("display", &display::DISPLAY),
    ("open_when", &display::OPEN_WHEN),
    ("notice", &file::NOTICE),
    ("emergency", &file::EMERGENCY),
    ("emergency_line", &file::EMERGENCY_LINE),
    ("hours", &file::HOURS),
    ("question", &question::QUESTION),
    ("option", &question::OPTION),
    ("condition", &CONDITION),
    ("channel", &way::CHANNEL),
    ("route", &way::ROUTE),
    ("statement", &answer::STATEMENT),
    ("story", &answer::STORY),
    ("resource", &answer::RESOURCE),
];

#[cfg(feature = "advice")]
pub(super) use feed::FEED;
/// The same for a live feed.
#[cfg(feature = "advice")]
pub static FEED_OBJECTS: &[(&str, &Shape)] = &[
    ("feed", &FEED),
    ("feed_channel", &feed::CHANNEL),
    ("feed_incident", &feed::INCIDENT),
];

pub use file::PLAYBOOK;

/// What a value must be.
pub enum Shape {
    /// Anything at all: only authors look at it.
    #[cfg(not(feature = "advice"))]
    Anything,
    /// The number 1.
    Version,
    /// `true` or `false`.
    Flag,
    /// A whole number between two bounds, both of which are allowed.
    Whole(i64, i64),
    /// A string that isn't for reading.
    String(Format),
    /// `true`, `false` or a string.
    FlagOrString,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// One of the playbook's locales.
    Locale,
    /// One string that a visitor reads.
    Line,
    /// A line for everybody, or one per locale.
    Text,
    /// Per locale one line per plural category.
    CountedText,
    /// Several values in their order.
    List(List),
    /// An object whose names are the marketer's own.
    Table(Table),
    /// An object whose names are given. The string of the field `tag` decides which of the others
    /// there may be.
    Object {
        /// The name of that field; empty where every field may always stand.
        tag: &'static str,
        /// The fields, in the order in which people write them.
        fields: &'static [Field],
    },
}

#[cfg(feature = "advice")]
impl Shape {
    /// What an entry of an object must be.
    fn part(&self, name: &str) -> Option<&'static Self> {
        match self {
            Self::Table(table) => Some(table.of),
            Self::Object { fields, .. } => {
                let field = fields.iter().find(|field| field.name == name);
                field.map(|field| field.shape)
            }
            _ => None,
        }
    }

    /// A node of this shape, told anew: what `tell` gives for a part takes its place, with all that is below.
    pub(crate) fn retold(&self, node: &Node, tell: &dyn Fn(&Self, &Node) -> Option<Node>) -> Node {
        if let Some(told) = tell(self, node) {
            return told;
        }
        match (&node.value, self) {
            (Value::Map(entries), _) => Node::map(entries.iter().map(|(name, node)| {
                let part = self.part(name);
                let told = part.map_or_else(|| node.clone(), |part| part.retold(node, tell));
                (name.clone(), told)
            })),
            (Value::List(elements), Self::List(list)) => {
                Node::list(elements.iter().map(|node| list.of.retold(node, tell)))
            }
            _ => node.clone(),
        }
    }

    /// Whether it is a table with an entry a locale, as keywords are.
    pub(crate) const fn is_by_locale(&self) -> bool {
        matches!(self, Self::Table(table) if matches!(table.names, Self::Locale))
    }
}

/// A list.
pub struct List {
    /// What each element must be.
    pub of: &'static Shape,
    /// How many there must be.
    pub least: usize,
    /// How many there may be.
    pub most: usize,
    /// Whether no two elements may be the same, or have the same `id`.
    pub unique: bool,
    /// Whether what is wrong with an element costs only this element.
    pub forgiving: bool,
}

/// An object whose names are the marketer's own.
pub struct Table {
    /// What each name must be.
    pub names: &'static Shape,
    /// What each entry must be.
    pub of: &'static Shape,
    /// How many entries there may be.
    pub most: usize,
    /// Whether what is wrong with an entry costs only this entry.
    pub forgiving: bool,
}

/// A field of an object.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it means, for its author: Markdown, without a full stop at its end.
    #[cfg(feature = "advice")]
    pub meaning: &'static str,
    /// What its value must be.
    pub shape: &'static Shape,
    /// Whether it must be there.
    pub required: bool,
    /// Whether what is wrong with it costs only this field.
    pub forgiving: bool,
    /// The strings of the tag with which it may stand; with any when there are none.
    pub only_for: &'static [&'static str],
}

#[cfg_attr(
    not(feature = "advice"),
    allow(unused_variables, reason = "visitors have no use for it")
)]
const fn optional(name: &'static str, meaning: &'static str, shape: &'static Shape) -> Field {
    Field {
        name,
        #[cfg(feature = "advice")]
        meaning,
        shape,
        required: false,
        forgiving: false,
        only_for: &[],
    }
}

const fn required(name: &'static str, meaning: &'static str, shape: &'static Shape) -> Field {
    Field {
        required: true,
        ..optional(name, meaning, shape)
    }
}

/// A field that is left out when something is wrong with it.
const fn extra(name: &'static str, meaning: &'static str, shape: &'static Shape) -> Field {
    Field {
        forgiving: true,
        ..optional(name, meaning, shape)
    }
}

impl Field {
    const fn only_for(self, tags: &'static [&'static str]) -> Self {
        Self {
            only_for: tags,
            ..self
        }
    }
}

const fn object(fields: &'static [Field]) -> Shape {
    Shape::Object { tag: "", fields }
}

const fn list(of: &'static Shape, least: usize, most: usize) -> List {
    List {
        of,
        least,
        most,
        unique: false,
        forgiving: false,
    }
}

const fn table(names: &'static Shape, of: &'static Shape) -> Table {
    Table {
        names,
        of,
        most: 400,
        forgiving: false,
    }
}

const fn forgiving_table(names: &'static Shape, of: &'static Shape, most: usize) -> Shape {
    Shape::Table(Table {
        most,
        forgiving: true,
        ..table(names, of)
    })
}

static ANY: Shape = Shape::String(Format::Any);
#[cfg(feature = "advice")]
static COLOUR: Shape = Shape::String(Format::Colour);
static DATE: Shape = Shape::String(Format::Date);
static DAYS: Shape = Shape::String(Format::Days);
static EMAIL: Shape = Shape::String(Format::Email);
static ENDPOINT: Shape = Shape::String(Format::Endpoint);
static ID: Shape = Shape::String(Format::Id);
static LINK: Shape = Shape::String(Format::Link);
static MOMENT: Shape = Shape::String(Format::Moment);
#[cfg(feature = "advice")]
static PAGES: Shape = Shape::List(list(&Shape::String(Format::Pages), 1, 40));
static OPTION_ID: Shape = Shape::String(Format::OptionId);
static PHONE: Shape = Shape::String(Format::Phone);
static SHORT_NUMBER: Shape = Shape::String(Format::ShortNumber);
static SPAN: Shape = Shape::String(Format::Span);
static TAG: Shape = Shape::String(Format::LanguageTag);
static TIMEZONE: Shape = Shape::String(Format::Timezone);
static TIMEZONES: Shape = Shape::List(list(&TIMEZONE, 1, 40));
static FLAG: Shape = Shape::Flag;
static LOCALE: Shape = Shape::Locale;
static TEXT: Shape = Shape::Text;
/// What every JSON reader keeps exactly.
static WHOLE: Shape = Shape::Whole(1 - (1 << 53), (1 << 53) - 1);

static IDS: Shape = Shape::List(list(&ID, 0, 40));
static NAMES: Shape = Shape::List(list(&ANY, 0, 60));
static SOME_NAMES: Shape = Shape::List(list(&ANY, 1, 60));
static SPANS: Shape = Shape::List(list(&SPAN, 0, 10));
static TAGS: Shape = Shape::List(list(&TAG, 1, 40));
static LOCALES: Shape = Shape::List(List {
    unique: true,
    ..list(&TAG, 1, 40)
});
static TEXTS: Shape = Shape::List(list(&TEXT, 0, 10));

/// A text with one line per locale.
pub(super) static BY_LOCALE: Table = Table {
    forgiving: true,
    ..table(&LOCALE, &Shape::Line)
};

/// A counted text, with its forms per locale.
pub(super) static FORMS_BY_LOCALE: Table = Table {
    forgiving: true,
    ..table(&LOCALE, &FORMS)
};

static FORMS: Shape = Shape::Table(table(&Shape::OneOf(&Plural::NAMES), &Shape::Line));
