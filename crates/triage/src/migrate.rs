//! Older versions of the format, one step at a time: each step makes of a file of one version the same file of
//! the next. The checker takes them before anything else, so that nothing behind it knows of older versions.
//!
//! | version | what was different |
//! | --- | --- |
//! | 0, the drafts before the first release | the ways to make contact were called `lines` instead of `channels` |
//!
//! A file of the version before the present one stays readable for good, in the widget as well: a playbook and
//! the program that reads it are seldom published on the same day. So steps must stay small.

use crate::source::{Node, Value};

/// The steps, beginning with the one from version 0.
const STEPS: [fn(&mut Node); 1] = [from_0];

/// Brings a file to the present version. Returns whether it was older; what isn't is left as it is.
pub(crate) fn migrate(source: &mut Node) -> bool {
    let Some(Value::Whole(version)) = source.entry("version").map(|node| &node.value) else {
        return false;
    };
    let Some(steps) = usize::try_from(*version)
        .ok()
        .and_then(|done| STEPS.get(done..))
    else {
        return false;
    };
    for step in steps {
        step(source);
    }
    !steps.is_empty()
}

fn from_0(source: &mut Node) {
    let Value::Map(entries) = &mut source.value else {
        return;
    };
    for (name, node) in entries {
        match name.as_str() {
            "version" => node.value = Value::Whole(1),
            "lines" => "channels".clone_into(name),
            _ => {}
        }
    }
}
