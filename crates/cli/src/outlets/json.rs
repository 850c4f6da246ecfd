//! Texts as JSON. Other people's programs read this: fields may be added, and never change or go away.

use leeward_outlets::{Check, Made, Message, Outlet, Unit, Wishes, count, examine, html};
use serde_json::{Value, json};

use super::Texts;

/// All texts.
pub fn report(texts: &[Texts], wishes: Wishes) -> Value {
    let languages: Vec<Value> = texts
        .iter()
        .map(|texts| {
            let message = &texts.message;
            let made = texts
                .made
                .iter()
                .map(|made| self::made(made, message, wishes));
            json!({
                "language": message.language,
                "expired": message.expired.is_some(),
                "overdue": message.is_overdue,
                "untranslated": message.untranslated,
                "texts": made.collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "version": 1, "languages": languages })
}

fn made(made: &Made, message: &Message, wishes: Wishes) -> Value {
    let count = count(made.outlet, &made.text, wishes);
    let checks = examine(&made.whole(), message);
    let page = (made.outlet == Outlet::Email).then(|| {
        html(
            made.title.as_deref().unwrap_or_default(),
            &made.text,
            message,
        )
    });
    let unit = match count.unit {
        Unit::Segments => "segments",
        Unit::Characters => "characters",
        Unit::Weight => "weight",
    };
    let left_out: Vec<&str> = made.left_out.iter().map(|kind| kind.name()).collect();
    json!({
        "outlet": made.outlet.name(),
        "title": made.title,
        "text": made.text,
        "html": page,
        "length": { "unit": unit, "used": count.used, "most": count.most },
        "encoding": count.sms.map(|size| size.encoding.name()),
        "checks": checks.map(check),
        "left_out": left_out,
    })
}

fn check(check: Check) -> Value {
    json!({ "element": check.element.name(), "standing": check.standing.name(), "field": check.element.field() })
}
