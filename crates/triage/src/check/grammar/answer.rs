//! What surrounds the answer: reassurances, expectations, stories, resources.

use super::{
    CONDITION, DATE, FLAG, LINK, List, Shape, TEXT, extra, list, object, optional, required,
};
use crate::playbook::ResourceKind;

/// Reassurances or expectations.
pub(super) static STATEMENTS: Shape = Shape::List(List {
    forgiving: true,
    ..list(&STATEMENT, 0, 50)
});

pub(super) static STATEMENT: Shape = object(&[
    required("text", "text: what it says", &TEXT),
    optional(
        "show_when",
        "a condition; without it, it may always be shown",
        &CONDITION,
    ),
]);

pub(super) static STORIES: Shape = Shape::List(List {
    forgiving: true,
    ..list(&STORY, 0, 50)
});

pub(super) static STORY: Shape = object(&[
    required("text", "text: what happened, and how it ended", &TEXT),
    optional(
        "show_when",
        "a condition; without it, it may always be shown",
        &CONDITION,
    ),
    optional(
        "expires_on",
        "a date: the last day on which it is shown, in UTC",
        &DATE,
    ),
]);

pub(super) static RESOURCES: Shape = Shape::List(List {
    forgiving: true,
    ..list(&RESOURCE, 0, 50)
});

pub(super) static RESOURCE: Shape = object(&[
    required("title", "text: what it is", &TEXT),
    extra("about", "text: what it is good for", &TEXT),
    required("url", "a link", &LINK),
    extra("kind", "who offers it", &Shape::OneOf(&ResourceKind::NAMES)),
    optional(
        "unlocked",
        "`true`: it is normally for members only and free now",
        &FLAG,
    ),
    optional(
        "show_when",
        "a condition; without it, it may always be shown",
        &CONDITION,
    ),
    optional(
        "expires_on",
        "a date: the last day on which it is shown, in UTC",
        &DATE,
    ),
]);
