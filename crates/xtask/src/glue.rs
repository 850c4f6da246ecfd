//! Makes wasm-bindgen's JavaScript shorter: what only people read goes, and the long names that the two halves of
//! the widget know each other by become short ones in both. What the code does stays as wasm-bindgen wrote it.

use std::collections::HashMap;

use anyhow::Result;

use crate::bare;

/// How the names begin that wasm-bindgen makes up. Most of them end with a hash, which nothing can compress.
const MADE_UP: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// What is called once, before everything else.
const START: &str = "__wbindgen_start";

/// Short names, by the long ones.
#[derive(Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// The short name for a name between the two halves, always the same one. Names that wasm-bindgen didn't make up
    /// stay, and so does the start: the safe layer knows them.
    pub fn shorten(&mut self, name: &str) -> String {
        if name == START || !MADE_UP.iter().any(|beginning| name.starts_with(beginning)) {
            return name.to_owned();
        }
        let number = self.0.len();
        let short = self
            .0
            .entry(name.to_owned())
            // No name of wasm-bindgen's begins with a dollar sign.
            .or_insert_with(|| format!("${number}"));
        short.clone()
    }
}

/// The bare glue with short names.
pub fn shorten(glue: &str, names: &Names) -> Result<String> {
    let mut short = String::new();
    for line in bare::lines(glue)? {
        rename(line, names, &mut short);
        short.push('\n');
    }
    Ok(short)
}

/// Appends a line, every name in it replaced by its short one.
fn rename(line: &str, names: &Names, to: &mut String) {
    let is_border = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$');
    for part in line.split_inclusive(is_border) {
        let name = part.trim_end_matches(is_border);
        to.push_str(names.0.get(name).map_or(name, String::as_str));
        to.push_str(&part[name.len()..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOCUS: &str = "__wbg_focus_d5e2fdbdb56416f0";
    const INVOKE: &str = "wasm_bindgen__convert__closures_____invoke__h367b94193cd0f927";

    #[test]
    fn a_name_that_was_made_up_gets_one_short_name_and_others_stay() {
        let mut names = Names::default();
        assert_eq!(names.shorten(FOCUS), "$0");
        assert_eq!(names.shorten(INVOKE), "$1");
        assert_eq!(names.shorten(FOCUS), "$0");
        for name in [
            "mount",
            "mounted_show",
            "memory",
            "__externref_table_alloc",
            START,
        ] {
            assert_eq!(names.shorten(name), name);
        }
    }

    #[test]
    fn names_are_replaced_as_wholes_wherever_they_stand() {
        let mut names = Names::default();
        names.shorten(FOCUS);
        let glue = format!("// Why.\n  {FOCUS}: f(a.{FOCUS}, x{FOCUS}, {FOCUS}_)\n");
        assert_eq!(
            shorten(&glue, &names).unwrap(),
            format!("$0: f(a.$0, x{FOCUS}, {FOCUS}_)\n")
        );
    }
}
