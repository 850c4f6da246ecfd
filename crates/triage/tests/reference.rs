//! The tables of `docs/playbook.md`, which are made of the grammar, where each field says what it means.

#![cfg(feature = "advice")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use triage::grammar::{FEED_OBJECTS, Field, OBJECTS, Shape};

/// The table of an object's fields, as it has to stand in the reference.
fn table(fields: &[Field]) -> String {
    let mut table = String::from("| field | | meaning |\n| --- | --- | --- |\n");
    for field in fields {
        let when = match (field.only_for.join(", "), field.required) {
            (only, true) if only.is_empty() => "required".to_owned(),
            (only, true) => format!("{only}: required"),
            (only, false) => only,
        };
        let gap = if when.is_empty() { "" } else { " " };
        table += &format!("| `{}` |{gap}{when} | {} |\n", field.name, meaning(field));
    }
    table
}

/// What a field means, with the words that may stand there when they are few.
fn meaning(field: &Field) -> String {
    match field.shape {
        Shape::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let (last, others) = words.split_last().expect("a word");
            match others {
                [] => format!("{}: {last}", field.meaning),
                others => format!("{}: {} or {last}", field.meaning, others.join(", ")),
            }
        }
        _ => field.meaning.to_owned(),
    }
}

#[test]
fn each_field_is_explained_in_the_reference() {
    let reference = include_str!("../../../docs/playbook.md");
    for (name, shape) in OBJECTS.iter().chain(FEED_OBJECTS) {
        let Shape::Object { fields, .. } = shape else {
            panic!("{name} is an object");
        };
        let (_, found) = reference
            .split_once(&format!("<!-- {name}:begin -->\n"))
            .unwrap_or_else(|| {
                panic!("docs/playbook.md needs <!-- {name}:begin --> and <!-- {name}:end -->")
            });
        let (found, _) = found
            .split_once(&format!("<!-- {name}:end -->"))
            .expect("the end");
        assert_eq!(
            found,
            table(fields),
            "copy the expected table into docs/playbook.md"
        );
    }
}
