//! From what the browser's JSON parser made to the engine's source.

use js_sys::{Array, Object};
use triage::source::{MOST_LEVELS, Node, Value};
use wasm_bindgen::{JsCast as _, JsValue};

/// The source of a playbook. Only own properties are read, so that a polluted prototype adds
/// nothing. What is nested too deeply reads as `null`, which the checker refuses.
pub fn source(value: &JsValue) -> Node {
    node(value, 0)
}

fn node(value: &JsValue, level: usize) -> Node {
    Node::from(read(value, level))
}

fn read(value: &JsValue, level: usize) -> Value {
    if level > MOST_LEVELS {
        return Value::Null;
    }
    if let Some(text) = value.as_string() {
        return Value::String(text);
    }
    if let Some(flag) = value.as_bool() {
        return Value::Bool(flag);
    }
    if let Some(number) = value.as_f64() {
        return whole(number);
    }
    if Array::is_array(value) {
        let array: &Array = value.unchecked_ref();
        return Value::List(
            array
                .iter()
                .map(|element| node(&element, level + 1))
                .collect(),
        );
    }
    match value.dyn_ref::<Object>() {
        Some(object) => Value::Map(entries(object, level)),
        None => Value::Null,
    }
}

fn entries(object: &Object, level: usize) -> Vec<(String, Node)> {
    Object::entries(object)
        .iter()
        .filter_map(|entry| {
            let entry: &Array = entry.unchecked_ref();
            Some((entry.get(0).as_string()?, node(&entry.get(1), level + 1)))
        })
        .collect()
}

fn whole(number: f64) -> Value {
    let whole = number as i64;
    if whole as f64 == number && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER {
        Value::Whole(whole)
    } else {
        Value::OtherNumber
    }
}
