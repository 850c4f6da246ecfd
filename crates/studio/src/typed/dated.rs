//! What was typed into a field for a day or a moment, as the playbook would have it.

use triage::hours::{Date, Offsets, parse_moment};

use super::moment::{self, Lean};
use crate::{
    fields::{Field, Kind},
    rehearse::moment::Reading,
};

/// Something that a text can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The day.
    pub date: Date,
    /// The time, where the field has one.
    pub time: Option<String>,
    /// As the format has it.
    pub written: String,
}

/// Everything that a text in a field can mean at an instant in UTC seconds, by a clock in the author's zone. Empty where it
/// isn't understood, is as the format has it already, or the field is of another kind.
pub fn choices(field: &Field, text: &str, now: i64, zone: &Offsets) -> Vec<Choice> {
    let now = Reading::at(now, zone);
    match field.kind {
        Kind::Moment if parse_moment(text).is_none() => {
            let meant = moment::read(text, now, lean(field));
            let choice = |meant: moment::Meant| Choice {
                date: meant.reading.date,
                time: Some(meant.reading.time()),
                written: meant.written(zone),
            };
            meant.into_iter().map(choice).collect()
        }
        Kind::Day if Date::parse(text).is_none() => {
            let choice = |date: Date| Choice {
                date,
                time: None,
                written: date.to_string(),
            };
            moment::days(text, now).into_iter().map(choice).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the moment of a field has been, is to come, or begins something.
fn lean(field: &Field) -> Lean {
    match field.path.last_name() {
        "updated_at" => Lean::Past,
        "next_update_at" => Lean::Future,
        _ => Lean::From,
    }
}

#[cfg(test)]
mod tests {
    use super::choices;
    use crate::fields::{Field, Kind};
    use leeward_document::Path;
    use triage::hours::Offsets;

    #[test]
    fn what_is_typed_is_written_as_the_format_has_it() {
        let tokyo = Offsets::new(vec![(0, 9 * 3600)]).unwrap();
        // 2026-11-30T21:10+09:00
        let now = 1_796_040_600;
        for (path, kind, typed, written) in [
            (
                "notice.updated_at",
                Kind::Moment,
                "21:00",
                &["2026-11-30T21:00:00+09:00"][..],
            ),
            (
                "notice.updated_at",
                Kind::Moment,
                "22:00",
                &["2026-11-29T22:00:00+09:00"],
            ),
            (
                "notice.next_update_at",
                Kind::Moment,
                "22:00",
                &["2026-11-30T22:00:00+09:00"],
            ),
            (
                "notice.expires_at",
                Kind::Moment,
                "2026-12-01",
                &["2026-12-01T00:00:00+09:00"],
            ),
            (
                "display.starts_at",
                Kind::Moment,
                "11/12 8:00",
                &["2026-12-11T08:00:00+09:00", "2026-11-12T08:00:00+09:00"],
            ),
            (
                "resources[0].expires_on",
                Kind::Day,
                "12月1日",
                &["2026-12-01"],
            ),
            (
                "notice.expires_at",
                Kind::Moment,
                "2026-12-01T00:00:00Z",
                &[],
            ),
            ("resources[0].expires_on", Kind::Day, "2026-12-01", &[]),
            ("notice.expires_at", Kind::Moment, "soon", &[]),
            ("notice.updates", Kind::Line, "22:00", &[]),
        ] {
            let field = Field {
                path: Path::parse(path),
                label: String::new(),
                kind,
                required: false,
            };
            let found: Vec<String> = choices(&field, typed, now, &tokyo)
                .into_iter()
                .map(|choice| choice.written)
                .collect();
            assert_eq!(found, written, "{path}: {typed}");
        }
    }
}
