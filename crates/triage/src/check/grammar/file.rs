//! The whole file, and what stands at its top: the notice, the emergency line, holidays and opening hours.

use super::{
    ANY, CONDITION, DATE, DAYS, ID, LINK, LOCALES, List, MOMENT, NAMES, SHORT_NUMBER, SPANS, Shape,
    TAG, TEXT, TEXTS, TIMEZONE, TIMEZONES,
    answer::{RESOURCES, STATEMENTS, STORIES},
    extra, forgiving_table, list, object, optional,
    question::QUESTIONS,
    required, table,
    way::{CHANNEL, ROUTES},
};
#[cfg(feature = "advice")]
use crate::Label;

/// The safe layer reads these, and the visitor's engine passes them over.
#[cfg(feature = "advice")]
const DISPLAY: &Shape = &super::display::DISPLAY;
#[cfg(not(feature = "advice"))]
const DISPLAY: &Shape = &Shape::Anything;
/// Some are for what comes beside a result, which the visitor's engine has no words for.
#[cfg(feature = "advice")]
const LABELS: &Shape = &Shape::OneOf(Label::KEYS);
#[cfg(not(feature = "advice"))]
const LABELS: &Shape = &ANY;
#[cfg(feature = "advice")]
const LOOK: &Shape = &THEME;
#[cfg(not(feature = "advice"))]
const LOOK: &Shape = &Shape::Anything;
#[cfg(feature = "advice")]
const COMPONENTS: &Shape = &forgiving_table(&ANY, &ID, 400);
#[cfg(not(feature = "advice"))]
const COMPONENTS: &Shape = &Shape::Anything;

/// The whole file.
pub static PLAYBOOK: Shape = object(&[
    extra(
        "$schema",
        "where the JSON Schema lies, for your editor; nothing else reads it",
        &ANY,
    ),
    required("version", "`1`", &Shape::Version),
    required(
        "locales",
        "BCP 47 tags, best written first; the first is the default",
        &LOCALES,
    ),
    extra(
        "translations",
        "this playbook in each of its languages: `{ \"en\": \"help.json\", \"ja\": \"help.ja.json\" }`, seen from this file, on the same server. `leeward split` writes it; don't write it yourself",
        &forgiving_table(&TAG, &ANY, 40),
    ),
    required(
        "name",
        "text: who is speaking, as the visitor knows you. Also the heading of the panel",
        &TEXT,
    ),
    extra("launcher", "the button that opens the panel", &LAUNCHER),
    extra("theme", "your colour, corners, font and logo", LOOK),
    extra(
        "display",
        "how the help stands on the page, and by what it opens by itself, see below",
        DISPLAY,
    ),
    extra(
        "labels",
        "built-in words to replace: `{ \"continue\": text }`; the keys are in `labels/ja.json` and, with `beside_` before them, in `loader/handoff/en.json`",
        &forgiving_table(LABELS, &TEXT, 400),
    ),
    extra("notice", "what you know, see below", &NOTICE),
    extra(
        "emergency",
        "the line for danger to life, see below",
        &EMERGENCY,
    ),
    extra(
        "status",
        "a live feed that closes channels, tells waits, and says what is wrong right now, see below",
        &STATUS,
    ),
    extra(
        "exit",
        "a quick exit for visitors who may be watched, see below; without it there is none",
        &EXIT,
    ),
    extra(
        "holidays",
        "named lists of dates: `{ \"japan\": { \"2026-11-23\": text } }`; `leeward holidays` fills them",
        &forgiving_table(&ID, &HOLIDAYS, 40),
    ),
    extra(
        "hours",
        "named opening hours, see below",
        &forgiving_table(&ID, &HOURS, 60),
    ),
    required(
        "questions",
        "in the order in which they may be asked",
        &QUESTIONS,
    ),
    required(
        "channels",
        "every way to reach you, by id",
        &forgiving_table(&ID, &CHANNEL, 60),
    ),
    required("routes", "who goes where, see below", &ROUTES),
    extra(
        "reassurance",
        "true, short, kind: the first that fits is shown",
        &STATEMENTS,
    ),
    extra(
        "expectations",
        "what happens next, complications included: all that fit, at most three",
        &STATEMENTS,
    ),
    extra(
        "stories",
        "somebody who got through, in about forty words: the first that fits is shown",
        &STORIES,
    ),
    extra(
        "resources",
        "links that help when nothing can be solved yet: all that fit, at most five",
        &RESOURCES,
    ),
]);

pub(super) static LAUNCHER: Shape = object(&[required(
    "text",
    "text: the words on the button; at most 24 characters read well",
    &TEXT,
)]);

#[cfg(feature = "advice")]
pub(super) static THEME: Shape = object(&[
    required(
        "brand",
        "one colour, `#` and six hexadecimal digits, at least 4.5:1 against white",
        &super::COLOUR,
    ),
    extra(
        "corners",
        "how round button, panel and cards are; `round` when not given",
        &Shape::OneOf(&["round", "soft", "square"]),
    ),
    extra(
        "font",
        "the visitor's own, which they read best, or the one of your page's `<body>`; `system` when not given",
        &Shape::OneOf(&["system", "page"]),
    ),
    extra(
        "logo",
        "a small square picture beside the name: a link, or a path on your own site such as `/logo.svg`. It stands on white, by day and by night",
        &super::ENDPOINT,
    ),
]);

pub(super) static EXIT: Shape = object(&[required(
    "url",
    "a link to a page that looks like any other, such as the weather of a public broadcaster",
    &LINK,
)]);

pub(super) static STATUS: Shape = object(&[
    required(
        "url",
        "where the feed is: a link, or a path on your own site such as `/leeward/status.json`",
        &super::ENDPOINT,
    ),
    extra(
        "about",
        "which answers the feed's components are about, at most forty",
        &Shape::List(List {
            forgiving: true,
            ..list(&STATUS_ABOUT, 0, 40)
        }),
    ),
    extra(
        "components",
        "which channel a component of a status page is, where they aren't called alike: its name, and the channel's id",
        COMPONENTS,
    ),
]);

pub(super) static STATUS_ABOUT: Shape = object(&[
    required(
        "component",
        "what the feed calls it, or words of that; capitals and accents don't matter",
        &ANY,
    ),
    required(
        "when",
        "a condition: whom it concerns when something is wrong with it",
        &CONDITION,
    ),
]);

pub(super) static NOTICE: Shape = object(&[
    required(
        "text",
        "text: one short, kind clause first, then the fact",
        &TEXT,
    ),
    extra("place", "text: where it holds", &TEXT),
    optional("known", "texts: what you know, at most ten", &TEXTS),
    optional(
        "unknown",
        "texts: what you don't know yet, at most ten",
        &TEXTS,
    ),
    required("updated_at", "a moment: when this was last true", &MOMENT),
    optional(
        "next_update_at",
        "a moment: when you will say more; not shown any more once it has passed",
        &MOMENT,
    ),
    extra(
        "updates",
        "a link, see below: where you tell people when there is news, such as your newsletter for it. It stands on the result",
        &LINK,
    ),
    // When its end can't be read, the notice is left out: it might be shown for ever.
    optional(
        "expires_at",
        "a moment: from then on the notice isn't shown any more",
        &MOMENT,
    ),
]);

pub(super) static EMERGENCY: Shape = object(&[
    required("text", "text: what to do, and when", &TEXT),
    required(
        "lines",
        "whom to call, one to four",
        &Shape::List(list(&EMERGENCY_LINE, 1, 4)),
    ),
]);

pub(super) static EMERGENCY_LINE: Shape = object(&[
    required("name", "text: whose number it is, and where", &TEXT),
    required(
        "number",
        "what is dialled: 2 to 15 digits, with an optional leading `+`. Write it as it is read, such as `0120-279-338`: one space or hyphen between groups",
        &SHORT_NUMBER,
    ),
    extra(
        "timezones",
        "IANA names such as `Europe/London` of the time zones of those whom it helps; everybody when not given",
        &TIMEZONES,
    ),
]);

static HOLIDAYS: Shape = forgiving_table(&DATE, &TEXT, 400);

pub(super) static HOURS: Shape = object(&[
    required("timezone", "an IANA name such as `Asia/Tokyo`", &TIMEZONE),
    required(
        "week",
        "spans by day: `mon` `tue` `wed` `thu` `fri` `sat` `sun`, or a range such as `mon-fri` (`sat-sun`, `fri-mon` too). A day that is not named is closed. A day may be named once",
        &Shape::Table(table(&DAYS, &SPANS)),
    ),
    optional("closed_on", "names of lists in `holidays`", &NAMES),
    optional(
        "dates",
        "spans for single days; they replace both the week and the holiday. An empty list is a closed day",
        &Shape::Table(table(&DATE, &SPANS)),
    ),
]);
