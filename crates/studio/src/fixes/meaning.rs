//! No cure makes a playbook that is clean and says something else than its author meant: each slip of the checker's
//! tests and those below are mended by every button that is offered, and what comes out is what was meant, or isn't clean,
//! or the button itself says what becomes of it.

use leeward_document::{Document, is_same};
use triage::source::{Node, Value as Written};

use super::{Fix, tests::clocks};
use crate::{
    findings::{Finding, find},
    said::Value,
    ways::Ways,
};

#[path = "../../../triage/tests/slips/mod.rs"]
#[allow(dead_code, reason = "the checker's own tests read the rest")]
mod slips;

pub use slips::SOUND;
use slips::{FATAL, HARMLESS};

/// 2026-11-24T03:00:00Z
const NOW: i64 = 1_795_489_200;

const PHONE: &str = "\"address\": \"+81312345678\"";
const ZONE: &str = "\"Asia/Tokyo\"";
const SPAN: &str = "\"09:00-12:00\", \"13:00-18:00\"";
const WHEN: &str = "{ \"question\": \"affected\", \"at_least\": 50 }";
const DAYS: &str = "\"mon-fri\"";

/// What stands in the sound playbook, what somebody wrote instead, and all that may stand there once a button was
/// pressed and nothing is left to mend; nothing where only a person knows.
const SLIPS: &[(&str, &str, &[&str])] = &[
    // Numbers.
    (
        PHONE,
        "\"address\": \"+49 (0)30 1234567\"",
        &["\"address\": \"+49 30 1234567\""],
    ),
    (
        PHONE,
        "\"address\": \"+49 030 1234567\"",
        &["\"address\": \"+49 30 1234567\""],
    ),
    (
        PHONE,
        "\"address\": \"+44 020 7123 4567\"",
        &["\"address\": \"+44 20 7123 4567\""],
    ),
    (
        PHONE,
        "\"address\": \"+81 03-1234-5678\"",
        &["\"address\": \"+81 3-1234-5678\""],
    ),
    (
        PHONE,
        "\"address\": \"+39 (0)6 6982 1234\"",
        &["\"address\": \"+39 06 6982 1234\""],
    ),
    (
        PHONE,
        "\"address\": \"03-1234-5678\"",
        &["\"address\": \"+81 3-1234-5678\""],
    ),
    (
        PHONE,
        "\"address\": \"+81 (0)3 1234 5678 ext. 12\"",
        &["\"address\": \"+81 3-1234-5678;ext=12\""],
    ),
    (
        PHONE,
        "\"address\": \"+81 3-1234-5678 内線12\"",
        &["\"address\": \"+81 3-1234-5678;ext=12\""],
    ),
    (PHONE, "\"address\": \"03-1234-5678 / 03-1234-5679\"", &[]),
    (PHONE, "\"address\": \"#7119\"", &[]),
    (PHONE, "\"address\": \"1-800-FLOWERS\"", &[]),
    (PHONE, "\"address\": \"+999 12345678\"", &[]),
    (PHONE, "\"address\": \"+81 3-1234-567\"", &[]),
    (
        PHONE,
        "\"address\": \"0120-279-338\"",
        &["\"address\": \"0120-279-338\", \"country\": \"JP\""],
    ),
    (
        PHONE,
        "\"address\": \"+81 120-279-338\"",
        &["\"address\": \"0120-279-338\", \"country\": \"JP\""],
    ),
    (
        PHONE,
        "\"address\": \"03-1234-5678\", \"country\": \"JP\"",
        &["\"address\": \"+81 3-1234-5678\", \"country\": \"JP\""],
    ),
    // Zones.
    (ZONE, "\"JST\"", &[ZONE]),
    (ZONE, "\"Asia/Tokio\"", &[ZONE]),
    (ZONE, "\"GMT+9\"", &[ZONE, "\"Asia/Seoul\""]),
    (ZONE, "\"+09:00\"", &[ZONE, "\"Asia/Seoul\""]),
    (
        ZONE,
        "\"Etc/GMT+9\"",
        &[ZONE, "\"Asia/Seoul\"", "\"America/Anchorage\""],
    ),
    (
        ZONE,
        "\"EST\"",
        &[
            "\"America/New_York\"",
            "\"America/Toronto\"",
            "\"America/Panama\"",
        ],
    ),
    (
        ZONE,
        "\"IST\"",
        &[
            "\"Asia/Kolkata\"",
            "\"Europe/Dublin\"",
            "\"Asia/Jerusalem\"",
        ],
    ),
    (ZONE, "\"BST\"", &["\"Europe/London\"", "\"Asia/Dhaka\""]),
    (
        ZONE,
        "\"PST\"",
        &["\"America/Los_Angeles\"", "\"Asia/Manila\""],
    ),
    // Hours and days.
    (SPAN, "\"00:00-00:00\"", &["\"00:00-24:00\"", ""]),
    (SPAN, "\"9-5\"", &["\"09:00-17:00\"", "\"09:00-05:00\""]),
    (SPAN, "\"9am - 5pm\"", &["\"09:00-17:00\""]),
    (SPAN, "\"10-11pm\"", &[]),
    (DAYS, "\"Mon, Wed, Fri\"", &[]),
    (DAYS, "\"Monday to Friday\"", &[DAYS]),
    (DAYS, "\"weekdays\"", &[]),
    ("\"2026-11-23\"", "\"2026-11-31\"", &[]),
    ("\"2026-11-23\"", "\"2026/11/23\"", &["\"2026-11-23\""]),
    (
        "\"closed_on\": [\"japan\"]",
        "\"closed\": [\"japan\"]",
        &["\"closed_on\": [\"japan\"]"],
    ),
    (
        "\"closed_on\": [\"japan\"]",
        "\"holidays\": [\"japan\"]",
        &["\"closed_on\": [\"japan\"]"],
    ),
    (
        "\"closed_on\": [\"japan\"], ",
        "",
        &["\"closed_on\": [\"japan\"], "],
    ),
    (
        "\"closed_on\": [\"japan\"]",
        "\"closed_on\": [\"japan\", \"company\"]",
        &[],
    ),
    // Conditions.
    (
        WHEN,
        "{ \"and\": [{ \"question\": \"affected\", \"at_least\": 50 }] }",
        &["{ \"all\": [{ \"question\": \"affected\", \"at_least\": 50 }] }"],
    ),
    (
        WHEN,
        "{ \"or\": [{ \"question\": \"affected\", \"at_least\": 50 }] }",
        &["{ \"any\": [{ \"question\": \"affected\", \"at_least\": 50 }] }"],
    ),
    (
        WHEN,
        "{ \"none\": [{ \"question\": \"affected\", \"at_least\": 50 }] }",
        &[],
    ),
    (
        WHEN,
        "{ \"question\": \"affected\", \"at_least\": 50, \"and\": [{ \"question\": \"topic\", \"is\": \"other\" }] }",
        &[],
    ),
    (WHEN, "{ \"question\": \"affected\", \"at_most\": 50 }", &[]),
    (
        WHEN,
        "{ \"question\": \"affected\", \"more_than\": 50 }",
        &[],
    ),
    (
        WHEN,
        "{ \"question\": \"affected\", \"under\": 50 }",
        &["{ \"question\": \"affected\", \"below\": 50 }"],
    ),
    (
        WHEN,
        "{ \"question\": \"affected\", \"unanswered\": true }",
        &[],
    ),
    (
        WHEN,
        "{ \"question\": \"topic\", \"is_any_of\": [\"other\", \"roof\"] }",
        &[],
    ),
    ("\"ask_when\": {", "\"skip_when\": {", &[]),
    ("\"id\": \"affected\"", "\"id\": \"topic\"", &[]),
    ("\"type\": \"choice\", ", "", &["\"type\": \"choice\", "]),
    // Kinds, languages and others.
    (
        "\"kind\": \"email\"",
        "\"kind\": \"mail\"",
        &["\"kind\": \"email\""],
    ),
    (
        "\"kind\": \"phone\"",
        "\"kind\": \"telephone\"",
        &["\"kind\": \"phone\""],
    ),
    ("\"kind\": \"phone\"", "\"kind\": \"fax\"", &[]),
    (
        PHONE,
        "\"languages\": \"en, ja\", \"address\": \"+81312345678\"",
        &["\"languages\": [\"en\", \"ja\"], \"address\": \"+81312345678\""],
    ),
    (
        PHONE,
        "\"languages\": [\"en\", \"jp\"], \"address\": \"+81312345678\"",
        &["\"languages\": [\"en\", \"ja\"], \"address\": \"+81312345678\""],
    ),
    (
        PHONE,
        "\"can\": \"urgent, claims\", \"address\": \"+81312345678\"",
        &["\"can\": [\"urgent\", \"claims\"], \"address\": \"+81312345678\""],
    ),
    (
        "\"wait_minutes\": [2, 6]",
        "\"wait_minutes\": [2, 99999]",
        &[],
    ),
    ("\"wait_minutes\": [2, 6]", "\"wait_hours\": [2, 6]", &[]),
    (
        "\"endpoint\": \"/messages\"",
        "\"endpoint\": \"messages\"",
        &["\"endpoint\": \"/messages\""],
    ),
    ("\"/claims/*\"", "\"/?page=claims\"", &[]),
    ("\"/claims/*\"", "\"/my claims\"", &["\"/my%20claims\""]),
    (
        "https://example.test/guide",
        "ftp://example.test/guide",
        &[],
    ),
    (
        "\"when\": { \"question\": \"affected\", \"at_least\": 50 }, ",
        "",
        &[],
    ),
];

/// Buttons of the checker's slips that say another text than the one that was there, and what they say.
const SAID: &[(&str, &str)] = &[
    ("\"id\": \"not_sure\"", "item"),
    (
        "\"when\": { \"and\": [{ \"question\": \"affected\", \"at_least\": 50 }] }",
        "all",
    ),
    ("teal", "#008080"),
    ("#4caf50", "#3a863d"),
    ("\"labels\": { \"contine\": \"Next\",", "continue"),
    ("\"after_seconds\": 0", "1"),
    ("\"https://example.test/claims\"", "/claims"),
    ("\"11:00-18:00\"", "09:00-18:00"),
    ("03-1234-5678", "+81 3-1234-5678"),
    ("+49 (0)30 1234567", "+49 30 1234567"),
    ("+81 3-1234-5678 ext. 12", "+81 3-1234-5678;ext=12"),
    ("IST", "Asia/Kolkata"),
    ("IST", "Europe/Dublin"),
    ("IST", "Asia/Jerusalem"),
    ("GMT+9", "Asia/Seoul"),
];

/// Buttons that say in words of their own what becomes of it, so that whoever presses them has decided.
const DECIDED: &[&str] = &[
    "fix_add",
    "fix_add_last",
    "fix_built_in",
    "fix_no_end",
    "fix_true_now",
    "fix_plural",
    "fix_offer",
];

fn findings(document: &Document) -> Vec<Finding> {
    find(document, NOW, &clocks(), &mut Ways::default()).all
}

fn read(text: &str) -> Document {
    Document::read(text).unwrap_or_else(|problem| panic!("{problem:?}: {text}"))
}

/// The same with the entries of each object by their names: their order means nothing.
fn in_order(node: &Node) -> Node {
    match &node.value {
        Written::Map(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|(name, it)| (name.clone(), in_order(it)))
                .collect();
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            Node::map(entries)
        }
        Written::List(elements) => Node::list(elements.iter().map(in_order)),
        value => Node::from(value.clone()),
    }
}

/// Presses every button for a slip; returns how many playbooks came out clean, and the buttons that made another than
/// was meant.
fn press(right: &str, wrong: &str, meant: &[&str]) -> (usize, Vec<Fix>) {
    assert!(
        SOUND.contains(right),
        "{right} stands in the sound playbook"
    );
    let text = SOUND.replacen(right, wrong, 1);
    let document = read(&text);
    let before = findings(&read(SOUND));
    let is_new = |it: &Finding| {
        !before
            .iter()
            .any(|other| (other.code, &other.path) == (it.code, &it.path))
    };
    let meant: Vec<Document> = meant
        .iter()
        .map(|it| read(&SOUND.replacen(right, it, 1)))
        .collect();
    let (mut clean, mut unmeant) = (0, Vec::new());
    for finding in findings(&document).into_iter().filter(is_new) {
        for fix in &finding.fixes {
            let mut after = document.clone();
            for operation in &fix.operations {
                after = after.apply(operation).unwrap().0;
            }
            if findings(&after).iter().any(is_new) {
                continue;
            }
            clean += 1;
            let made = in_order(after.tree());
            if !meant.iter().any(|it| is_same(&in_order(it.tree()), &made)) {
                unmeant.push(fix.clone());
            }
        }
    }
    (clean, unmeant)
}

#[test]
fn a_press_makes_what_was_meant_or_leaves_something_to_mend() {
    let mut all = Vec::new();
    for (right, wrong, meant) in SLIPS {
        let (clean, unmeant) = press(right, wrong, meant);
        all.extend(unmeant.iter().map(|fix| format!("{wrong}: {fix:?}")));
        if (clean > 0) == meant.is_empty() {
            all.push(format!("{wrong}: {clean} ways to mend it"));
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn the_slips_of_the_checker_are_mended_to_what_was_there() {
    let mut all = Vec::new();
    for slip in FATAL.iter().chain(HARMLESS) {
        let (_, unmeant) = press(slip.right, slip.wrong, &[slip.right]);
        let is_said = |fix: &&Fix| {
            let text = fix.said.values.iter().find(|(name, _)| *name == "text");
            let says =
                |wanted: &str| matches!(text, Some((_, Value::Text(text))) if text == wanted);
            DECIDED.contains(&fix.said.key.as_str())
                || SAID
                    .iter()
                    .any(|(wrong, wanted)| *wrong == slip.wrong && says(wanted))
        };
        let others = unmeant.iter().filter(|fix| !is_said(fix));
        all.extend(others.map(|fix| format!("{}: {fix:?}", slip.wrong)));
    }
    assert!(all.is_empty(), "{all:#?}");
}
