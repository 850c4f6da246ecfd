//! A live feed of our own. The engine takes of it what it can read (`status/feed.rs`); here it is judged for those who
//! write it.

use super::{ID, MOMENT, Shape, object, optional, required, table};

pub static FEED: Shape = object(&[
    required("version", "`1`", &Shape::Version),
    optional(
        "updated_at",
        "a moment: when it was written, for you",
        &MOMENT,
    ),
    // Without it a forgotten feed would close a channel for ever.
    required(
        "expires_at",
        "a moment: from then on nothing in it counts any more",
        &MOMENT,
    ),
    required(
        "channels",
        "channels of which something is known, by their ids",
        &Shape::Table(table(&ID, &CHANNEL)),
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
