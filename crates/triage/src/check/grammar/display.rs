//! How the help stands on a page, and by what it opens by itself. The safe layer reads it (`loader/triggers.js`);
//! here it is only judged for its authors.

use super::{FLAG, MOMENT, PAGES, Shape, extra, object, optional};

pub(super) static DISPLAY: Shape = object(&[
    extra(
        "mode",
        "`popup` is a button that opens a panel, `inline` a part of an article, `banner` a slim line with your number, `page` a whole contact page; `popup` when not given. The attribute `mode` of the element wins",
        &Shape::OneOf(&["popup", "inline", "banner", "page"]),
    ),
    extra(
        "corner",
        "the lower corner in which the button of a `popup` stands, where a line of your page begins or where it ends (the right one in English); `end` when not given",
        &Shape::OneOf(&["start", "end"]),
    ),
    extra(
        "open_when",
        "the signs at the first of which the panel of a `popup` opens by itself; without them only visitors open it",
        &OPEN_WHEN,
    ),
    extra(
        "once_per",
        "how often it opens by itself, and how long a closed banner or panel stays away. A `visit` and a `day` are only known where your developer has set `remember`",
        &Shape::OneOf(&["view", "visit", "day"]),
    ),
    optional(
        "starts_at",
        "a moment: until then there is only the button",
        &MOMENT,
    ),
    optional(
        "expires_at",
        "a moment: from then on there is only the button",
        &MOMENT,
    ),
    optional(
        "on_pages",
        "paths such as `/claims/*`, in which `*` stands for anything; elsewhere there is only the button",
        &PAGES,
    ),
]);

pub(super) static OPEN_WHEN: Shape = object(&[
    optional(
        "after_seconds",
        "this much time has passed on the page, 1 to 3,600",
        &Shape::Whole(1, 3_600),
    ),
    optional(
        "scrolled_percent",
        "this much of the page has been seen, 1 to 100",
        &Shape::Whole(1, 100),
    ),
    optional(
        "leaving",
        "`true`: the mouse leaves the page upwards, towards tabs and address. Phones have no such sign",
        &FLAG,
    ),
]);
