//! What may not stand where: one row for each rule about a line, and the rule about a file's first line.

use super::Finding;
use super::source::{code, mentions};

/// A list of terms that may not be used in some files.
struct Rule {
    /// The beginnings of the paths that the rule is about.
    within: &'static [&'static str],
    /// The beginnings of the paths that it spares.
    except: &'static [&'static str],
    /// How the paths end that it is about.
    ending: &'static str,
    /// Whether a comment breaks it as well.
    comments_too: bool,
    terms: &'static [&'static str],
    why: &'static str,
    cure: &'static str,
}

/// Everything that a browser runs.
const IN_THE_BROWSER: &[&str] = &["src/", "loader/", "demo/", "crates/studio/", "index.html"];

const RULES: &[Rule] = &[
    Rule {
        within: IN_THE_BROWSER,
        except: &[],
        ending: "",
        comments_too: false,
        terms: &[
            "inner_html",
            "set_inner_html",
            "from_html_unchecked",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "insert_adjacent_html",
            "document.write",
            "eval(",
        ],
        why: "text that becomes markup or code is how a page is taken over",
        cure: "make elements, and set text as text",
    },
    Rule {
        within: &["src/view/", "crates/studio/src/view/"],
        except: &[],
        ending: ".rs",
        comments_too: false,
        terms: &["host"],
        why: "a view turns a screen into Html and knows nothing else of the page",
        cure: "give it the value with the screen, or dispatch an event",
    },
    Rule {
        within: &["src/"],
        except: &["src/host/", "src/lib.rs"],
        ending: ".rs",
        comments_too: false,
        terms: &[
            "window()",
            "web_sys::window",
            "Window",
            "document()",
            "owner_document",
            "Document",
            "local_storage",
            "session_storage",
            "Storage",
            "fetch_with_str",
            "fetch_with_request",
            "XmlHttpRequest",
            "WebSocket",
        ],
        why: "only host/ touches the window, the document, storage and the network",
        cure: "move it into src/host/ and call it as an effect",
    },
    Rule {
        within: &["src/", "crates/studio/"],
        except: &[],
        ending: ".rs",
        comments_too: false,
        terms: &["style={", "style=\""],
        why: "a strict Content-Security-Policy blocks style attributes",
        cure: "use a class, or set a custom property in host/",
    },
    Rule {
        within: &[""],
        except: &[],
        ending: "",
        comments_too: true,
        // In halves, because this file is checked as well.
        terms: &[concat!("TO", "DO"), concat!("FIX", "ME")],
        why: "a loose end in the code is seen by nobody",
        cure: "do it now, or open an issue",
    },
    Rule {
        within: &["crates/studio/src/"],
        except: &["crates/studio/src/host/"],
        ending: ".rs",
        comments_too: false,
        // A document is something else there: a playbook that is being written.
        terms: &[
            "web_sys::window",
            "window()",
            "local_storage",
            "Storage",
            "Date::now",
            "fetch_with_str",
        ],
        why: "only host/ touches the window, storage, the clock and the network",
        cure: "make it an effect, and perform it in crates/studio/src/host/",
    },
];

/// The findings in one file.
pub fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = opening(path, text).into_iter().collect();
    for rule in RULES.iter().filter(|rule| rule.is_about(path)) {
        let lines = if rule.comments_too {
            raw(text)
        } else {
            code(text)
        };
        for (number, line) in lines {
            // One finding a line is enough: several terms often stand for one thing.
            if let Some(term) = rule.terms.iter().find(|term| mentions(&line, term)) {
                let place = format!("{path}:{number}");
                findings.push(Finding {
                    place,
                    what: format!("`{term}` is used"),
                    why: rule.why,
                    cure: rule.cure,
                });
            }
        }
    }
    findings
}

impl Rule {
    fn is_about(&self, path: &str) -> bool {
        let begins = |beginnings: &[&str]| {
            beginnings
                .iter()
                .any(|beginning| path.starts_with(beginning))
        };
        begins(self.within) && !begins(self.except) && path.ends_with(self.ending)
    }
}

fn raw(text: &str) -> Vec<(usize, String)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.to_owned()))
        .collect()
}

/// Every Rust file opens by saying what it owns.
fn opening(path: &str, text: &str) -> Option<Finding> {
    let opens = text
        .lines()
        .next()
        .is_some_and(|line| line.starts_with("//! "));
    (path.ends_with(".rs") && !opens).then(|| Finding {
        place: format!("{path}:1"),
        what: "no `//!` at the top".into(),
        why: "somebody who opens a file at random should know where they are",
        cure: "say what the file owns, and what it leaves to others",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a Rust file with an opening and one line.
    fn file(line: &str) -> String {
        format!("//! Opens.\n{line}\n")
    }

    /// For each rule: a file and a line that break it, and a file in which the same line is fine.
    const CASES: &[(&str, &str, &str)] = &[
        (
            "crates/studio/src/state.rs",
            "let now = js_sys::Date::now();",
            "crates/studio/src/host/mod.rs",
        ),
        (
            "src/widget.rs",
            "Html::from_html_unchecked(text)",
            "crates/xtask/src/x.rs",
        ),
        (
            "src/host/dom.rs",
            "element.set_inner_html(text);",
            "crates/xtask/src/x.rs",
        ),
        ("loader/leeward.js", "el.innerHTML = text;", "tests/page.js"),
        (
            "loader/leeward.js",
            "el.insertAdjacentHTML('beforeend', text);",
            "tests/page.js",
        ),
        ("demo/demo.js", "document.write(text);", "tests/page.js"),
        (
            "index.html",
            "<script>eval(code)</script>",
            "tests/page.html",
        ),
        (
            "src/view/result.rs",
            "use crate::host::time;",
            "src/widget.rs",
        ),
        (
            "src/widget.rs",
            "let window = web_sys::window();",
            "src/host/page.rs",
        ),
        (
            "src/view/result.rs",
            "gloo::utils::document()",
            "src/lib.rs",
        ),
        (
            "src/widget.rs",
            "storage.local_storage()",
            "src/host/page.rs",
        ),
        (
            "src/widget.rs",
            "page.fetch_with_str(url)",
            "src/host/page.rs",
        ),
        ("src/view/result.rs", "<p style={colour}>", "tests/page.rs"),
    ];

    #[test]
    fn each_rule_finds_what_it_forbids_and_spares_the_rest() {
        for (guilty, line, innocent) in CASES {
            let found = check(guilty, &file(line));
            assert_eq!(found.len(), 1, "{guilty}: {line}: {found:?}");
            assert_eq!(found[0].place, format!("{guilty}:2"));
            assert_eq!(check(innocent, &file(line)), [], "{innocent}: {line}");
        }
    }

    #[test]
    fn a_comment_may_name_what_is_forbidden() {
        assert_eq!(
            check("src/widget.rs", &file("call(); // never set_inner_html")),
            []
        );
    }

    #[test]
    fn a_loose_end_is_found_in_comments_as_well() {
        let line = format!("call(); // {} later", RULES[4].terms[0]);
        assert_eq!(check("crates/triage/src/lib.rs", &file(&line)).len(), 1);
        assert_eq!(
            check("demo/demo.css", &format!("/* {} */", RULES[4].terms[1])).len(),
            1
        );
    }

    #[test]
    fn a_rust_file_that_opens_without_saying_what_it_owns_is_found() {
        assert_eq!(check("src/lib.rs", "use a::b;\n//! Too late.\n").len(), 1);
        assert_eq!(check("src/lib.rs", "").len(), 1);
        assert_eq!(check("src/lib.rs", "//! Owns it.\n"), []);
        assert_eq!(check("loader/leeward.js", "export {};\n"), []);
    }
}
