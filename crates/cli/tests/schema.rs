//! `leeward schema`: whether the schema says what the checker says, judged by somebody else's validator.

mod common;

use std::fs;

use common::{root, written};
use jsonschema::Validator;
use serde_json::{Value, json};
use triage::{Code, Problem, Severity, check, source::parse};

/// A sound playbook in which every field of the format stands.
const EVERY_FIELD: &str = include_str!("cases/every-field.json");

fn schema() -> Value {
    serde_json::from_str(&written(&["schema"])).expect("JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("a schema")
}

#[test]
fn the_schema_is_current() {
    let file = fs::read_to_string(root().join("schema/playbook.schema.json")).unwrap();
    assert!(
        file == written(&["schema"]),
        "run `cargo run -p leeward-cli -- schema -o schema/playbook.schema.json`"
    );
}

#[test]
fn every_field_is_explained() {
    let schema = schema();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let Some(properties) = definition["properties"].as_object() else {
            continue;
        };
        for (field, property) in properties.iter().filter(|_| name != "forms") {
            let meaning = property["description"].as_str().unwrap_or_default();
            assert!(
                !meaning.is_empty() && !meaning.ends_with('.'),
                "{name}.{field}: {meaning}"
            );
            let written = format!("\"{field}\":");
            assert!(
                EVERY_FIELD.contains(&written),
                "put \"{field}\" into cases/every-field.json"
            );
        }
    }
}

#[test]
fn the_ready_playbooks_are_valid() {
    let validator = validator();
    let mut texts = vec![EVERY_FIELD.to_owned()];
    for entry in fs::read_dir(root().join("playbooks")).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    assert!(texts.len() >= 6);
    for text in texts {
        let playbook = serde_json::from_str(&text).unwrap();
        let told: Vec<String> = validator
            .iter_errors(&playbook)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert_eq!(told, [""; 0]);
    }
}

/// What somebody may write instead of a value.
fn slips() -> Vec<Value> {
    let mut slips: Vec<Value> = serde_json::from_str(include_str!("cases/slips.json")).unwrap();
    slips.extend([
        json!("a".repeat(2_001)),
        json!("a".repeat(41)),
        json!(vec!["x"; 101]),
    ]);
    slips
}

/// Whether the checker says something that is true of one value by itself. What follows from several values (a name
/// that nothing has, hours that overlap) is beyond a schema.
fn is_of_the_grammar(problem: &Problem) -> bool {
    let told = &problem.message;
    match problem.code {
        Code::WrongKind
        | Code::UnknownField
        | Code::BadId
        | Code::BadPage
        | Code::BadColour
        | Code::Version => true,
        Code::MissingField => !told.contains("it stands in for the others"),
        Code::BadDate => !told.contains("isn't later than"),
        Code::BadNumber => told.starts_with("write a number from"),
        Code::BadLocale => told.contains("no language tag"),
        // Which countries and kinds of channel a number suits takes two values.
        Code::BadAddress => {
            !told.contains("from other countries") && !told.contains("no text message")
        }
        Code::BadHours => {
            let is_of_a_table = told.contains("isn't the name of a time zone");
            told.starts_with('"') && !told.starts_with("\"hours\" and") && !is_of_a_table
        }
        Code::TooLarge => !told.contains("six levels"),
        _ => false,
    }
}

/// Compares checker and schema on one playbook.
fn judge(validator: &Validator, playbook: &Value, what: &str) {
    let report = check(parse(&playbook.to_string()).expect("JSON"));
    let valid = validator.is_valid(playbook);
    let refused: Vec<String> = report
        .problems
        .iter()
        .filter(|problem| is_of_the_grammar(problem))
        .map(ToString::to_string)
        .collect();
    assert!(
        !valid || refused.is_empty(),
        "{what}: the schema accepts what the checker refuses: {refused:?}"
    );
    let errors = report
        .problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Error);
    assert!(
        valid || errors.count() > 0,
        "{what}: the schema refuses what the checker accepts"
    );
}

/// The places of all values, as JSON pointers.
fn places(value: &Value, place: &str, all: &mut Vec<String>) {
    all.push(place.to_owned());
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, field)| places(field, &format!("{place}/{name}"), all)),
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(index, element)| places(element, &format!("{place}/{index}"), all));
        }
        _ => {}
    }
}

/// One place for each format of strings and for each range of numbers.
const FORMATS: &[&str] = &[
    "/theme/brand",
    "/notice/updated_at",
    "/emergency/lines/0/number",
    "/hours/office/timezone",
    "/hours/office/week/mon-fri/0",
    "/locales/1",
    "/questions/0/options/1/id",
    "/questions/4/min",
    "/questions/5/max_length",
    "/channels/phone/address",
    "/channels/phone/can/0",
    "/channels/chat/url",
    "/channels/form/endpoint",
    "/channels/mail/address",
    "/routes/0/when/all/6/mentions/en/0",
    "/stories/0/expires_on",
];

#[test]
fn schema_and_checker_agree_on_slips_at_every_place() {
    let validator = validator();
    let sound: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    let mut all = Vec::new();
    places(&sound, "", &mut all);
    for (index, place) in all.iter().enumerate().skip(1) {
        // Texts stand at many places, so that each may take its share; a format stands at one of these and takes all.
        let step = if FORMATS.contains(&place.as_str()) {
            1
        } else {
            9
        };
        for slip in slips().into_iter().skip(index % step).step_by(step) {
            let mut broken = sound.clone();
            *broken.pointer_mut(place).unwrap() = slip.clone();
            judge(&validator, &broken, &format!("{slip} at {place}"));
        }
    }
    assert!(
        FORMATS
            .iter()
            .all(|place| all.contains(&(*place).to_owned()))
    );
}

#[test]
fn schema_and_checker_agree_when_a_field_is_missing_renamed_or_new() {
    let validator = validator();
    let sound: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    let mut all = Vec::new();
    places(&sound, "", &mut all);
    for place in &all {
        let names: Vec<String> = match sound.pointer(place).unwrap() {
            Value::Object(fields) => fields.keys().cloned().collect(),
            _ => continue,
        };
        for name in names {
            for new in [
                None,
                Some("Tpyo"),
                Some("address"),
                Some("options"),
                Some("en"),
                Some("mon"),
            ] {
                let mut broken = sound.clone();
                let fields = broken.pointer_mut(place).unwrap().as_object_mut().unwrap();
                let old = fields.shift_remove(&name).unwrap();
                if let Some(new) = new {
                    fields.insert(new.to_owned(), old);
                }
                judge(&validator, &broken, &format!("{place}/{name} → {new:?}"));
            }
        }
        let mut broken = sound.clone();
        broken.pointer_mut(place).unwrap()["extra"] = json!(1);
        judge(&validator, &broken, &format!("{place}/extra"));
    }
}

#[test]
fn a_tag_decides_which_fields_may_stand() {
    let validator = validator();
    let sound: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    for kind in [
        "phone", "sms", "chat", "portal", "email", "social", "form", "fax",
    ] {
        for channel in sound["channels"].as_object().unwrap().keys() {
            let mut broken = sound.clone();
            broken["channels"][channel]["kind"] = json!(kind);
            judge(&validator, &broken, &format!("{channel} as {kind}"));
        }
    }
    for kind in [
        "choice", "multiple", "ranking", "yes_no", "number", "text", "essay",
    ] {
        for question in 0..6 {
            let mut broken = sound.clone();
            broken["questions"][question]["type"] = json!(kind);
            judge(
                &validator,
                &broken,
                &format!("questions[{question}] as {kind}"),
            );
        }
    }
}
