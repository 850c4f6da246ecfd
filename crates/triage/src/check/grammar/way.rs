//! Channels, and the routes that lead to them.

use super::{
    ANY, CONDITION, EMAIL, ENDPOINT, FLAG, ID, IDS, LINK, List, NAMES, PHONE, SOME_NAMES, Shape,
    TAGS, TEXT, extra, list, object, optional, required,
};
use crate::playbook::Kind;

/// The safe layer reads it (`loader/chat.js`), and the visitor's engine passes it over.
#[cfg(feature = "advice")]
const VENDOR: &Shape = &Shape::OneOf(&[
    "intercom",
    "zendesk",
    "crisp",
    "chatwoot",
    "tawk",
    "hubspot",
    "livechat",
    "freshchat",
    "gorgias",
    "tidio",
    "helpscout",
    "salesforce",
    "own",
]);
#[cfg(not(feature = "advice"))]
const VENDOR: &Shape = &Shape::Anything;

/// Only those who judge numbers read it.
#[cfg(feature = "advice")]
const COUNTRY: &Shape = &Shape::String(super::Format::Country);
#[cfg(not(feature = "advice"))]
const COUNTRY: &Shape = &Shape::Anything;

/// The safe layer reads it (`loader/outbox.js`).
#[cfg(feature = "advice")]
const FORMAT: &Shape = &Shape::OneOf(&["json", "form", "zendesk", "hubspot", "chatwoot"]);
#[cfg(not(feature = "advice"))]
const FORMAT: &Shape = &Shape::Anything;
#[cfg(feature = "advice")]
const ASKS_FOR: &Shape = &Shape::OneOf(&["message", "callback"]);
#[cfg(not(feature = "advice"))]
const ASKS_FOR: &Shape = &Shape::Anything;
/// The safe layer reads it (`loader/handoff.js`).
#[cfg(feature = "advice")]
const PARAMETERS: &Shape = &super::forgiving_table(&ID, &ANY, 10);
#[cfg(not(feature = "advice"))]
const PARAMETERS: &Shape = &Shape::Anything;

pub(super) static CHANNEL: Shape = Shape::Object {
    tag: "kind",
    fields: &[
        required("kind", "how contact is made", &Shape::OneOf(&Kind::NAMES)),
        required("name", "text: what the button says, so begin with a verb: \"Call the claims team\"", &TEXT),
        extra("about", "text: what this channel is best for", &TEXT),
        required("address", "the number as it is dialled from abroad: `+` and 8 to 15 digits, country code first and without the 0 that is dialled at home (E.164). Write it as it is read, such as `+81 3-1234-5678`: one space or hyphen between groups. An extension follows as `;ext=12` (RFC 3966). A short code such as `988` stands as it is, and so does a number that works in one country only, with `country`", &PHONE).only_for(&["phone", "sms"]),
        extra("country", "the country in which the number can be called, where it can be called from no other, as many free numbers: two letters such as `JP` (ISO 3166). Say it in `about` too", COUNTRY).only_for(&["phone", "sms"]),
        required("address", "an e-mail address", &EMAIL).only_for(&["email"]),
        required("url", "a link, see below", &LINK).only_for(&["chat", "portal", "social"]),
        extra("vendor", "whose live chat it is, when your page has one: `own` for one that your page opens itself (the event `leeward-chat`). Then `url` is where it can be had without your page", VENDOR).only_for(&["chat"]),
        required("endpoint", "where the message is posted: a link, or a path on your own site such as `/messages`", &ENDPOINT).only_for(&["form"]),
        extra("format", "as what it is posted, see [Messages](embed.md#messages); `json` when not given", FORMAT).only_for(&["form"]),
        extra("asks_for", "`callback`: the form asks for a phone number, and when to call; `message` when not given", ASKS_FOR).only_for(&["form"]),
        extra("consent", "text: what a visitor agrees to by sending the form. It stands above the button", &TEXT).only_for(&["form"]),
        extra("parameters", "what your page is told behind `url`: a parameter's name, and what it is filled with, the id of a question, `route`, `locale` or `reference`: `{ \"topic\": \"topic\", \"ref\": \"reference\" }`. Of answers only ids and numbers, never a visitor's own words", PARAMETERS).only_for(&["chat", "portal", "social"]),
        extra("draft", "whether the visitor's answers are filled in where they write. `sms` and `email` have them unless it is `false`; `chat` and `social` only with `true`, as another site may read them before anything is sent", &FLAG).only_for(&["chat", "sms", "email", "social"]),
        optional("hours", "the name of an entry in `hours`; either this or `\"always\": true` must be there", &ANY),
        optional("always", "`true`: day and night, every day", &FLAG),
        extra("wait_minutes", "`[from, to]`, whole minutes of a usual day; the upper one is what visitors remember. It has no expiry: a wait of the hour belongs to a live feed, which has one and replaces it", &Shape::List(list(&MINUTES, 2, 2))),
        extra("cost", "text: \"Free\", \"¥10 a minute\"", &TEXT),
        extra("best_times", "text: when it is quietest", &TEXT),
        optional("languages", "BCP 47 tags of the languages in which you answer; all of `locales` when not given", &TAGS),
        optional("can", "ids of your own: what people there can do", &IDS),
    ],
};

/// At most a week.
static MINUTES: Shape = Shape::Whole(0, 7 * 24 * 60);

pub(super) static ROUTES: Shape = Shape::List(List {
    unique: true,
    ..list(&ROUTE, 1, 100)
});

pub(super) static ROUTE: Shape = object(&[
    required("id", "an id, unique among the routes", &ID),
    optional(
        "when",
        "a condition; the last route, and only the last, has none",
        &CONDITION,
    ),
    optional(
        "needs",
        "what a channel must have in `can` to be the best option here",
        &IDS,
    ),
    required(
        "first",
        "ids of channels for the best option, in the order you prefer",
        &SOME_NAMES,
    ),
    optional(
        "second",
        "ids of channels for the second option, in the order you prefer",
        &NAMES,
    ),
    extra("because", "text: why this is the right place", &TEXT),
    optional(
        "emergency",
        "`true`: the emergency line comes first on the result, and the story and the links stay away",
        &FLAG,
    ),
]);
