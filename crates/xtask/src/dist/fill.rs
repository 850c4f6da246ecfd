//! Fills in what the loader's scripts leave open: where the other files are, and what each of them must be.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};

use super::release::{Files, SAFE_LAYER, integrity as value_of};

/// The lines of the loader that are replaced. They must stand there to the letter.
const FOLDER: &str = "const FOLDER = './';";
const INTEGRITY: &str = "const INTEGRITY = { __proto__: null };";

/// Which script asks for which files; a name that ends with `/` stands for all below it. A script comes after those
/// that it asks for, as it holds their values.
const ASKS_FOR: [(&str, &[&str]); 7] = [
    ("display.js", &["triggers.js"]),
    ("explain.js", &["checker.js", "checker_bg.wasm"]),
    (
        "handoff.js",
        &[
            "drafts.js",
            "handoff/",
            "qr.js",
            "qr_bg.wasm",
            "summary.js",
            "translated.js",
        ],
    ),
    ("status.js", &["feed.js", "incidents.js"]),
    (
        "beside.js",
        &[
            "chat.js",
            "exit.js",
            "handoff.js",
            "keyboard.js",
            "outbox.js",
            "status.js",
            "translated.js",
        ],
    ),
    (
        "load.js",
        &[
            "beside.js",
            "boundary.js",
            "contacts.js",
            "display.js",
            "explain.js",
            "labels/",
            "widget.css",
        ],
    ),
    (SAFE_LAYER, &["load.js", "widget.js", "widget_bg.wasm"]),
];

/// What a page names by itself, if it wants it, and vouches for with an `integrity` of its own.
const NAMED_BY_PAGES: [&str; 2] = [SAFE_LAYER, "signals.js"];

/// Gives each script the integrity values of the files that it asks for, and shortens it. The safe layer stays long:
/// it isn't done yet.
pub fn integrity(files: &mut Files, shorten: impl Fn(&[u8]) -> Result<Vec<u8>>) -> Result<()> {
    let asks = |name: &str| ASKS_FOR.iter().any(|(script, _)| *script == name);
    for (name, content) in files.iter_mut() {
        if name.ends_with(".js") && !asks(name) {
            *content = shorten(content)?;
        }
    }
    let mut known = BTreeSet::from(NAMED_BY_PAGES.map(str::to_owned));
    for (script, asks_for) in ASKS_FOR {
        let values = values(files, script, asks_for, &mut known)?;
        let content = files
            .get_mut(script)
            .with_context(|| format!("{script} is not in the release"))?;
        let line = format!("const INTEGRITY = {{ __proto__: null{values} }};");
        *content = replace(script, content, INTEGRITY, &line)?;
        if script != SAFE_LAYER {
            *content = shorten(content)?;
        }
    }
    let unknown: Vec<_> = files.keys().filter(|name| !known.contains(*name)).collect();
    ensure!(
        unknown.is_empty(),
        "nothing vouches for {unknown:?}; say in crates/xtask/src/dist/fill.rs which script asks for it"
    );
    Ok(())
}

/// The values of what a script asks for, as an object's last entries; what has one becomes `known`.
fn values(
    files: &Files,
    script: &str,
    asks_for: &[&str],
    known: &mut BTreeSet<String>,
) -> Result<String> {
    let mut values = String::new();
    for wanted in asks_for {
        let is_wanted =
            |name: &str| name == *wanted || wanted.ends_with('/') && name.starts_with(wanted);
        let mut is_there = false;
        for (name, content) in files.iter().filter(|(name, _)| is_wanted(name)) {
            values += &format!(", '{name}': '{}'", value_of(content));
            // Two scripts may ask for the same one.
            known.insert(name.clone());
            is_there = true;
        }
        ensure!(
            is_there,
            "{script} asks for {wanted}, which is not in the release"
        );
    }
    Ok(values)
}

/// The same safe layer, with its other files in a folder below its own.
pub fn folder(safe_layer: &[u8], folder: &str) -> Result<Vec<u8>> {
    replace(
        SAFE_LAYER,
        safe_layer,
        FOLDER,
        &format!("const FOLDER = './{folder}/';"),
    )
}

/// Replaces a line that is there exactly once: a release without what is filled in would look as if it worked.
fn replace(script: &str, content: &[u8], line: &str, with: &str) -> Result<Vec<u8>> {
    let text = std::str::from_utf8(content).with_context(|| format!("{script} is not text"))?;
    let times = text.lines().filter(|found| *found == line).count();
    ensure!(
        times == 1,
        "`{line}` stands {times} times in {script}, not once; change loader/{script} and crates/xtask/src/dist/fill.rs together"
    );
    let lines: Vec<&str> = text
        .lines()
        .map(|found| if found == line { with } else { found })
        .collect();
    Ok(lines.join("\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files as the loader has them, each with the lines that are filled in.
    fn files() -> Files {
        let names = [
            "beside.js",
            "boundary.js",
            "checker.js",
            "checker_bg.wasm",
            "chat.js",
            "contacts.js",
            "display.js",
            "exit.js",
            "explain.js",
            "feed.js",
            "incidents.js",
            "keyboard.js",
            "outbox.js",
            "drafts.js",
            "handoff.js",
            "handoff/en.json",
            "qr.js",
            "qr_bg.wasm",
            "signals.js",
            "status.js",
            "summary.js",
            "translated.js",
            "labels/hi.json",
            "labels/ja.json",
            SAFE_LAYER,
            "load.js",
            "triggers.js",
            "widget.css",
            "widget.js",
            "widget_bg.wasm",
        ];
        let content = |name| format!("// {name}\n{FOLDER}\n{INTEGRITY}\nrest();");
        names
            .map(|name| (name.to_owned(), content(name).into_bytes()))
            .into()
    }

    /// A shorter script, for which our fill-ins must be there already.
    fn shorten(script: &[u8]) -> Result<Vec<u8>> {
        let text = std::str::from_utf8(script)?;
        Ok(text
            .lines()
            .skip(1)
            .collect::<Vec<_>>()
            .join("\n")
            .into_bytes())
    }

    fn text<'a>(files: &'a Files, name: &str) -> &'a str {
        std::str::from_utf8(&files[name]).unwrap()
    }

    #[test]
    fn each_script_vouches_for_the_filled_in_files_that_it_asks_for() {
        let mut filled = files();
        integrity(&mut filled, shorten).unwrap();
        for (script, asks_for) in [
            ("display.js", &["triggers.js"][..]),
            ("explain.js", &["checker.js", "checker_bg.wasm"]),
            (
                "handoff.js",
                &[
                    "drafts.js",
                    "handoff/en.json",
                    "qr.js",
                    "qr_bg.wasm",
                    "summary.js",
                    "translated.js",
                ],
            ),
            ("status.js", &["feed.js", "incidents.js"]),
            (
                "beside.js",
                &[
                    "chat.js",
                    "exit.js",
                    "handoff.js",
                    "keyboard.js",
                    "outbox.js",
                    "status.js",
                    "translated.js",
                ],
            ),
            (
                "load.js",
                &[
                    "beside.js",
                    "boundary.js",
                    "contacts.js",
                    "display.js",
                    "explain.js",
                    "labels/hi.json",
                    "labels/ja.json",
                    "widget.css",
                ],
            ),
            (SAFE_LAYER, &["load.js", "widget.js", "widget_bg.wasm"]),
        ] {
            let values: Vec<String> = asks_for
                .iter()
                .map(|name| format!("'{name}': '{}'", value_of(&filled[*name])))
                .collect();
            let line = format!(
                "const INTEGRITY = {{ __proto__: null, {} }};",
                values.join(", ")
            );
            let whole = text(&files(), script).replace(INTEGRITY, &line);
            let short = String::from_utf8(shorten(whole.as_bytes()).unwrap()).unwrap();
            let expected = if script == SAFE_LAYER { whole } else { short };
            assert_eq!(text(&filled, script), expected);
        }
        let contacts = &files()["contacts.js"];
        assert_eq!(filled["contacts.js"], shorten(contacts).unwrap());
        let signals = &files()["signals.js"];
        assert_eq!(filled["signals.js"], shorten(signals).unwrap());
        assert_eq!(filled["widget.css"], files()["widget.css"]);
    }

    #[test]
    fn a_file_that_is_missing_or_that_nobody_vouches_for_is_told() {
        let mut without = files();
        without.retain(|name, _| !name.starts_with("labels/"));
        assert!(
            integrity(&mut without, shorten)
                .unwrap_err()
                .to_string()
                .contains("labels/")
        );
        let mut with = files();
        with.insert("stray.js".into(), Vec::new());
        assert!(
            integrity(&mut with, shorten)
                .unwrap_err()
                .to_string()
                .contains("stray.js")
        );
    }

    #[test]
    fn a_line_that_is_not_there_exactly_once_is_refused() {
        for (content, times) in [
            ("rest();".to_owned(), 0),
            (format!(" {FOLDER}"), 0),
            (format!("{FOLDER}\n{FOLDER}"), 2),
        ] {
            let told = folder(content.as_bytes(), "1.0.0-0")
                .unwrap_err()
                .to_string();
            assert!(
                told.contains(&format!("stands {times} times in leeward.js")),
                "{told}"
            );
        }
    }
}
