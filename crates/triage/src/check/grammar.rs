//! The format of playbooks, version 1, as data: which fields there are, and what each must be.
//!
//! `shape` holds a file against it; what depends on more than one value (a condition on the
//! question that it names, a channel on its hours) is for the readers that come after.
//! `docs/playbook.md` tells the same to people.

use super::format::Format;
use crate::{
    Label,
    playbook::{Kind, ResourceKind},
    text::Plural,
};

/// What a value must be.
pub(super) enum Shape {
    /// The number 1.
    Version,
    Flag,
    /// A whole number between two bounds, both of which are allowed.
    Whole(i64, i64),
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
    List(List),
    /// An object whose names are the marketer's own.
    Table(Table),
    /// An object whose names are given. The string of the field `tag` decides which of the others
    /// there may be.
    Object {
        tag: &'static str,
        fields: &'static [Field],
    },
}

/// A list.
pub(super) struct List {
    pub of: &'static Shape,
    pub least: usize,
    pub most: usize,
    /// Whether no two elements may be the same, or have the same `id`.
    pub unique: bool,
    /// Whether what is wrong with an element costs only this element.
    pub forgiving: bool,
}

/// An object whose names are the marketer's own.
pub(super) struct Table {
    pub names: &'static Shape,
    pub of: &'static Shape,
    pub most: usize,
    /// Whether what is wrong with an entry costs only this entry.
    pub forgiving: bool,
}

/// A field of an object.
pub(super) struct Field {
    pub name: &'static str,
    pub shape: &'static Shape,
    pub required: bool,
    /// Whether what is wrong with it costs only this field.
    pub forgiving: bool,
    /// The strings of the tag with which it may stand; with any when there are none.
    pub only_for: &'static [&'static str],
}

const fn optional(name: &'static str, shape: &'static Shape) -> Field {
    Field {
        name,
        shape,
        required: false,
        forgiving: false,
        only_for: &[],
    }
}

const fn required(name: &'static str, shape: &'static Shape) -> Field {
    Field {
        required: true,
        ..optional(name, shape)
    }
}

/// A field that is left out when something is wrong with it.
const fn extra(name: &'static str, shape: &'static Shape) -> Field {
    Field {
        forgiving: true,
        ..optional(name, shape)
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
static COLOUR: Shape = Shape::String(Format::Colour);
static DATE: Shape = Shape::String(Format::Date);
static DAYS: Shape = Shape::String(Format::Days);
static EMAIL: Shape = Shape::String(Format::Email);
static ENDPOINT: Shape = Shape::String(Format::Endpoint);
static ID: Shape = Shape::String(Format::Id);
static LINK: Shape = Shape::String(Format::Link);
static MOMENT: Shape = Shape::String(Format::Moment);
static OPTION_ID: Shape = Shape::String(Format::OptionId);
static PHONE: Shape = Shape::String(Format::Phone);
static SHORT_NUMBER: Shape = Shape::String(Format::ShortNumber);
static SPAN: Shape = Shape::String(Format::Span);
static TAG: Shape = Shape::String(Format::LanguageTag);
static TIMEZONE: Shape = Shape::String(Format::Timezone);
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

/// The whole file.
pub(super) static PLAYBOOK: Shape = object(&[
    required("version", &Shape::Version),
    required("locales", &LOCALES),
    required("name", &TEXT),
    extra("launcher", &object(&[required("text", &TEXT)])),
    extra("theme", &object(&[required("brand", &COLOUR)])),
    extra(
        "labels",
        &forgiving_table(&Shape::OneOf(Label::KEYS), &TEXT, 400),
    ),
    extra("notice", &NOTICE),
    extra("emergency", &EMERGENCY),
    extra("holidays", &forgiving_table(&ID, &HOLIDAYS, 40)),
    extra("hours", &forgiving_table(&ID, &HOURS, 60)),
    required("questions", &QUESTIONS),
    required("channels", &forgiving_table(&ID, &CHANNEL, 60)),
    required("routes", &ROUTES),
    extra("reassurance", &STATEMENTS),
    extra("expectations", &STATEMENTS),
    extra("stories", &STORIES),
    extra("resources", &RESOURCES),
]);

static NOTICE: Shape = object(&[
    required("text", &TEXT),
    extra("place", &TEXT),
    optional("known", &TEXTS),
    optional("unknown", &TEXTS),
    required("updated_at", &MOMENT),
    optional("next_update_at", &MOMENT),
    // When its end can't be read, the notice is left out: it might be shown for ever.
    optional("expires_at", &MOMENT),
]);

static EMERGENCY: Shape = object(&[
    required("text", &TEXT),
    required("lines", &Shape::List(list(&EMERGENCY_LINE, 1, 4))),
]);

static EMERGENCY_LINE: Shape =
    object(&[required("name", &TEXT), required("number", &SHORT_NUMBER)]);

static HOLIDAYS: Shape = forgiving_table(&DATE, &TEXT, 400);

static HOURS: Shape = object(&[
    required("timezone", &TIMEZONE),
    required("week", &Shape::Table(table(&DAYS, &SPANS))),
    optional("closed_on", &NAMES),
    optional("dates", &Shape::Table(table(&DATE, &SPANS))),
]);

static QUESTIONS: Shape = Shape::List(List {
    unique: true,
    ..list(&QUESTION, 0, 40)
});

static QUESTION: Shape = Shape::Object {
    tag: "type",
    fields: &[
        required("id", &ID),
        required(
            "type",
            &Shape::OneOf(&["choice", "multiple", "ranking", "yes_no", "number", "text"]),
        ),
        required("text", &TEXT),
        extra("why", &TEXT),
        extra("hint", &TEXT),
        optional("ask_when", &CONDITION),
        optional("for", &Shape::OneOf(&["agent"])),
        required("options", &OPTIONS).only_for(&["choice", "multiple", "ranking"]),
        required("min", &WHOLE).only_for(&["number"]),
        required("max", &WHOLE).only_for(&["number"]),
        extra("unit", &Shape::CountedText).only_for(&["number"]),
        optional("max_length", &Shape::Whole(1, 2_000)).only_for(&["text"]),
    ],
};

static OPTIONS: Shape = Shape::List(List {
    unique: true,
    ..list(&OPTION, 2, 8)
});

static OPTION: Shape = object(&[
    required("id", &OPTION_ID),
    required("text", &TEXT),
    extra("hint", &TEXT),
]);

/// The fields that say what a condition is about, then those that test a question.
static CONDITION: Shape = object(&[
    optional("all", &CONDITIONS),
    optional("any", &CONDITIONS),
    optional("not", &CONDITION),
    optional("question", &ANY),
    optional("is", &Shape::FlagOrString),
    optional("is_any_of", &SOME_NAMES),
    optional("includes", &ANY),
    optional("first", &ANY),
    optional("at_least", &WHOLE),
    optional("below", &WHOLE),
    optional("answered", &FLAG),
    optional("mentions", &forgiving_table(&LOCALE, &KEYWORDS, 40)),
]);

static CONDITIONS: Shape = Shape::List(list(&CONDITION, 1, 40));

static KEYWORDS: Shape = Shape::List(list(&Shape::String(Format::Keyword), 1, 100));

static CHANNEL: Shape = Shape::Object {
    tag: "kind",
    fields: &[
        required("kind", &Shape::OneOf(&Kind::NAMES)),
        required("name", &TEXT),
        extra("about", &TEXT),
        required("address", &PHONE).only_for(&["phone", "sms"]),
        required("address", &EMAIL).only_for(&["email"]),
        required("url", &LINK).only_for(&["chat", "portal", "social"]),
        required("endpoint", &ENDPOINT).only_for(&["form"]),
        optional("hours", &ANY),
        optional("always", &FLAG),
        extra("wait_minutes", &Shape::List(list(&MINUTES, 2, 2))),
        extra("cost", &TEXT),
        extra("best_times", &TEXT),
        optional("languages", &TAGS),
        optional("can", &IDS),
    ],
};

/// At most a week.
static MINUTES: Shape = Shape::Whole(0, 7 * 24 * 60);

static ROUTES: Shape = Shape::List(List {
    unique: true,
    ..list(&ROUTE, 1, 100)
});

static ROUTE: Shape = object(&[
    required("id", &ID),
    optional("when", &CONDITION),
    optional("needs", &IDS),
    required("first", &SOME_NAMES),
    optional("second", &NAMES),
    extra("because", &TEXT),
    optional("emergency", &FLAG),
]);

/// Reassurances or expectations.
static STATEMENTS: Shape = Shape::List(List {
    forgiving: true,
    ..list(&STATEMENT, 0, 50)
});

static STATEMENT: Shape = object(&[required("text", &TEXT), optional("show_when", &CONDITION)]);

static STORIES: Shape = Shape::List(List {
    forgiving: true,
    ..list(&STORY, 0, 50)
});

static STORY: Shape = object(&[
    required("text", &TEXT),
    optional("show_when", &CONDITION),
    optional("expires_on", &DATE),
]);

static RESOURCES: Shape = Shape::List(List {
    forgiving: true,
    ..list(&RESOURCE, 0, 50)
});

static RESOURCE: Shape = object(&[
    required("title", &TEXT),
    extra("about", &TEXT),
    required("url", &LINK),
    extra("kind", &Shape::OneOf(&ResourceKind::NAMES)),
    optional("unlocked", &FLAG),
    optional("show_when", &CONDITION),
    optional("expires_on", &DATE),
]);
