//! A live feed of our own. The engine takes of it what it can read (`status/feed.rs`); here it is judged for those who
//! write it.

use super::{ID, MOMENT, SOME_NAMES, Shape, list, object, optional, required, table};

pub static FEED: Shape = object(&[
    required("version", "`1`", &Shape::Version),
    optional(
        "updated_at",
        "a moment: when it was written. Without `expires_at` it counts for a day from then on",
        &MOMENT,
    ),
    // Without it a forgotten feed would close a channel for a day.
    required(
        "expires_at",
        "a moment: from then on nothing in it counts any more",
        &MOMENT,
    ),
    optional(
        "channels",
        "channels of which something is known, by their ids",
        &Shape::Table(table(&ID, &CHANNEL)),
    ),
    optional(
        "incidents",
        "what is wrong or being worked on, at most twenty; what is taken out is told as over to those who have seen it",
        &Shape::List(list(&INCIDENT, 0, 20)),
    ),
]);

pub(super) static INCIDENT: Shape = object(&[
    optional(
        "id",
        "what tells it from others, when its name may change",
        &ID,
    ),
    required(
        "name",
        "one short sentence, or one for each language: `{ \"en\": \"Payments are failing\", \"ja\": … }`; at most 200 characters are shown",
        &Shape::Text,
    ),
    required(
        "state",
        "`maintenance` is planned work, `over` is told to those who have seen it",
        &Shape::OneOf(&["incident", "maintenance", "over"]),
    ),
    optional(
        "since",
        "a moment: when it began; planned work isn't shown before",
        &MOMENT,
    ),
    optional(
        "until",
        "a moment: when planned work ends, or when it was over; an incident isn't shown from then on",
        &MOMENT,
    ),
    optional(
        "next_update_at",
        "a moment: when you will say more; not shown any more once it has passed",
        &MOMENT,
    ),
    optional(
        "components",
        "what is affected, by the names in the playbook's `status`, `about`",
        &SOME_NAMES,
    ),
]);

pub(super) static CHANNEL: Shape = object(&[
    required(
        "state",
        "whether it takes anybody: `open` is as its hours say, and `busy` is that with a wait of its own",
        &Shape::OneOf(&["open", "busy", "closed", "down"]),
    ),
    optional(
        "wait_seconds",
        "how long people who were answered just now have waited",
        &Shape::Whole(0, 7 * 24 * 60 * 60),
    ),
    optional("until", "a moment: when the state ends", &MOMENT),
]);
