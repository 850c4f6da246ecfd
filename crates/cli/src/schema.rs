//! `leeward schema`: the format of playbooks as a JSON Schema (2020-12), so that editors complete and explain what one
//! types. It is made of the same data that the checker holds files against.

use std::{path::Path, process::ExitCode};

use serde_json::{Map, Value, json};
use triage::{
    Label,
    grammar::{
        Field, Format, JOINS, List, MOST_CHARACTERS, OBJECTS, OPERATORS, Plural, Shape, Table,
    },
};

use crate::output;

/// Writes the schema into a file, or to the standard output.
pub fn write(into: Option<&Path>) -> ExitCode {
    output::write(into, &crate::pretty::pretty(&document()))
}

fn document() -> Value {
    let mut definitions = Map::new();
    for (name, shape) in OBJECTS {
        definitions.insert((*name).to_owned(), anonymous(shape));
    }
    if let Some(condition) = definitions.get_mut("condition") {
        condition["oneOf"] = one_of(JOINS);
        condition["dependentSchemas"] = json!({ "question": { "oneOf": one_of(OPERATORS) } });
    }
    let by_locale = |of: &str| {
        json!({
            "type": "object",
            "propertyNames": { "$ref": "#/$defs/locale" },
            "additionalProperties": { "$ref": format!("#/$defs/{of}") },
            "minProperties": 1,
            "maxProperties": 40,
        })
    };
    let forms: Map<String, Value> = Plural::NAMES
        .iter()
        .map(|name| ((*name).to_owned(), json!({ "$ref": "#/$defs/line" })))
        .collect();
    let rest = json!({
        "locale": { "type": "string", "pattern": Format::LanguageTag.pattern() },
        "line": { "type": "string", "pattern": r"\S", "maxLength": MOST_CHARACTERS },
        "text": { "anyOf": [{ "$ref": "#/$defs/line" }, by_locale("line")] },
        "forms": { "type": "object", "properties": forms, "additionalProperties": false },
        "counted_text": by_locale("forms"),
    });
    definitions.extend(rest.as_object().cloned().unwrap_or_default());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `leeward schema`; change the grammar, not this file.",
        "title": "Leeward playbook, version 1",
        "description": "Every word a visitor sees, the questions, the ways to make contact, and the rules between them.",
        "$ref": "#/$defs/playbook",
        "$defs": definitions,
    })
}

fn one_of(names: &[&str]) -> Value {
    names
        .iter()
        .map(|name| json!({ "required": [name] }))
        .collect()
}

/// What a value must be; by its name, where it has one.
fn schema(shape: &'static Shape) -> Value {
    match OBJECTS
        .iter()
        .find(|(_, named)| std::ptr::eq(*named, shape))
    {
        Some((name, _)) => json!({ "$ref": format!("#/$defs/{name}") }),
        None => anonymous(shape),
    }
}

fn anonymous(shape: &'static Shape) -> Value {
    match shape {
        Shape::Version => json!({ "const": 1 }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::String(format) => match format.pattern() {
            Some(pattern) => json!({ "type": "string", "pattern": pattern }),
            None => json!({ "type": "string" }),
        },
        Shape::FlagOrString => json!({ "type": ["boolean", "string"] }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Locale => json!({ "$ref": "#/$defs/locale" }),
        Shape::Line => json!({ "$ref": "#/$defs/line" }),
        Shape::Text => json!({ "$ref": "#/$defs/text" }),
        Shape::CountedText => json!({ "$ref": "#/$defs/counted_text" }),
        Shape::List(list) => array(list),
        Shape::Table(table) => self::table(table),
        Shape::Object { tag, fields } => object(tag, fields),
    }
}

fn array(list: &List) -> Value {
    let mut array = json!({ "type": "array", "items": schema(list.of) });
    if list.least > 0 {
        array["minItems"] = json!(list.least);
    }
    array["maxItems"] = json!(list.most);
    // That no two ids are the same, no schema can say.
    if list.unique && matches!(list.of, Shape::String(_)) {
        array["uniqueItems"] = json!(true);
    }
    array
}

fn table(table: &Table) -> Value {
    if let Shape::OneOf(words) = table.names {
        let properties: Map<String, Value> = words
            .iter()
            .map(|word| ((*word).to_owned(), entry(word, table.of)))
            .collect();
        return json!({ "type": "object", "properties": properties, "additionalProperties": false });
    }
    json!({
        "type": "object",
        "propertyNames": schema(table.names),
        "additionalProperties": schema(table.of),
        "maxProperties": table.most,
    })
}

/// An entry whose name is given. The names of labels are explained by what they say in English.
fn entry(name: &str, of: &'static Shape) -> Value {
    let mut entry = schema(of);
    if let Some(label) = Label::from_key(name) {
        entry["description"] = json!(format!("replaces “{}”", label.english()));
    }
    entry
}

/// An object. A field that may stand only with some strings of the tag is described for everybody, and judged under
/// each of these strings.
fn object(tag: &str, fields: &'static [Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut property = if field.only_for.is_empty() {
            schema(field.shape)
        } else {
            json!({})
        };
        let others: Vec<&str> = fields
            .iter()
            .filter(|other| other.name == field.name)
            .map(|other| other.meaning)
            .collect();
        property["description"] = json!(others.join("; or "));
        properties.insert(field.name.to_owned(), property);
    }
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "required": required(fields, ""),
        "additionalProperties": false,
    });
    let branches = branches(tag, fields);
    if !branches.is_empty() {
        object["allOf"] = json!(branches);
    }
    object
}

/// For each string of the tag: what else there must be, and what there may not be.
fn branches(tag: &str, fields: &'static [Field]) -> Vec<Value> {
    let tag_field = fields.iter().find(|field| field.name == tag);
    let Some(Shape::OneOf(words)) = tag_field.map(|field| field.shape) else {
        return Vec::new();
    };
    let branch = |word: &&str| {
        let mut properties = Map::new();
        for field in fields.iter().filter(|field| !field.only_for.is_empty()) {
            if field.only_for.contains(word) {
                properties.insert(field.name.to_owned(), schema(field.shape));
            } else if !properties.contains_key(field.name) {
                properties.insert(field.name.to_owned(), json!(false));
            }
        }
        json!({
            "if": { "properties": { tag: { "const": word } }, "required": [tag] },
            "then": { "properties": properties, "required": required(fields, word) },
        })
    };
    words.iter().map(branch).collect()
}

/// The fields that must be there with a string of the tag; those that must always be there, with none.
fn required(fields: &[Field], word: &str) -> Vec<&'static str> {
    fields
        .iter()
        .filter(|field| field.required)
        .filter(|field| match word {
            "" => field.only_for.is_empty(),
            word => field.only_for.contains(&word),
        })
        .map(|field| field.name)
        .collect()
}
