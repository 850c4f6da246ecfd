//! The checker's findings: one small slip each in an otherwise sound playbook, with the sentence
//! that names its place and its cure.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

mod common;

use common::report;
use triage::{Code, Severity};

/// A sound playbook, as small as one can be.
const SOUND: &str = r##"{
  "version": 1,
  "name": "Example",
  "locales": ["en", "ja"],
  "theme": { "brand": "#0b5c58" },
  "labels": { "progress": { "en": "{number} of {most}", "ja": "{most}問中{number}問目" } },
  "notice": { "text": { "en": "We know.", "ja": "把握しています。" }, "updated_at": "2026-11-22T09:30:00+09:00" },
  "emergency": { "text": { "en": "In danger?", "ja": "危険ですか。" }, "lines": [{ "name": { "en": "Japan", "ja": "日本" }, "number": "119" }] },
  "holidays": { "japan": { "2026-11-23": { "en": "Labour Thanksgiving Day", "ja": "勤労感謝の日" } } },
  "hours": { "office": { "timezone": "Asia/Tokyo", "week": { "mon-fri": ["09:00-12:00", "13:00-18:00"] }, "closed_on": ["japan"], "dates": { "2026-12-31": [] } } },
  "questions": [
    { "id": "topic", "type": "choice", "text": { "en": "What?", "ja": "何ですか。" }, "options": [
      { "id": "outage", "text": { "en": "Outage", "ja": "障害" } }, { "id": "other", "text": { "en": "Other", "ja": "その他" } } ] },
    { "id": "affected", "type": "number", "min": 1, "max": 100, "unit": { "en": { "one": "{count} person", "other": "{count} people" }, "ja": { "other": "{count}人" } },
      "text": { "en": "How many?", "ja": "何人ですか。" }, "ask_when": { "question": "topic", "is": "outage" } }
  ],
  "channels": {
    "phone": { "kind": "phone", "name": { "en": "Call", "ja": "電話する" }, "address": "+81312345678", "hours": "office", "wait_minutes": [2, 6] },
    "form": { "kind": "form", "name": { "en": "Write", "ja": "送る" }, "endpoint": "/messages", "always": true },
    "mail": { "kind": "email", "name": { "en": "Email", "ja": "メール" }, "address": "help@example.test", "always": true }
  },
  "routes": [
    { "id": "many", "when": { "question": "affected", "at_least": 50 }, "first": ["phone"], "second": ["form"] },
    { "id": "rest", "first": ["form"], "second": ["mail"] }
  ],
  "stories": [{ "text": { "en": "It went well.", "ja": "うまくいきました。" }, "expires_on": "2027-03-31" }],
  "resources": [{ "title": { "en": "Guide", "ja": "手引き" }, "url": "https://example.test/guide" }]
}"##;

/// A slip: what stands in the sound playbook, what somebody wrote instead, and what they are told.
struct Slip {
    code: Code,
    right: &'static str,
    wrong: &'static str,
    told: &'static str,
}

const fn slip(code: Code, right: &'static str, wrong: &'static str, told: &'static str) -> Slip {
    Slip {
        code,
        right,
        wrong,
        told,
    }
}

/// Slips that leave a playbook that can't be used.
const FATAL: &[Slip] = &[
    slip(
        Code::Version,
        "\"version\": 1",
        "\"version\": 2",
        "version: this playbook is newer than this program; update Leeward, or write version 1",
    ),
    slip(
        Code::Duplicate,
        "\"locales\": [\"en\", \"ja\"]",
        "\"locales\": [\"en\", \"ja\", \"ja\"]",
        "locales[2]: \"ja\" is taken already",
    ),
    slip(
        Code::BadCondition,
        "\"id\": \"many\", \"when\": { \"question\": \"affected\", \"at_least\": 50 }",
        "\"id\": \"many\", \"when\": { \"question\": \"topic\", \"is\": \"outage\", \"is_any_of\": [\"other\"] }",
        "routes[0].when: write exactly one of \"is\"",
    ),
    slip(
        Code::WrongKind,
        "\"locales\": [\"en\", \"ja\"]",
        "\"locales\": \"en\"",
        "locales: expected a list such as [\"en\"], found \"en\"",
    ),
    slip(
        Code::MissingField,
        "\"name\": \"Example\",",
        "",
        "add the field \"name\", such as \"name\": { \"en\": \"…\", \"ja\": \"…\" }",
    ),
    slip(
        Code::WrongKind,
        "\"type\": \"choice\"",
        "\"type\": \"choise\"",
        "questions[0].type: there is no \"choise\" here; did you mean \"choice\"?",
    ),
    slip(
        Code::Duplicate,
        "\"id\": \"affected\"",
        "\"id\": \"topic\"",
        "questions[1].id: \"topic\" is taken already; choose another",
    ),
    slip(
        Code::BadId,
        "\"id\": \"other\"",
        "\"id\": \"not_sure\"",
        "questions[0].options[1].id: \"not_sure\" is taken, since every question offers \"I'm not sure\" already; remove this option or choose another id",
    ),
    slip(
        Code::UnknownReference,
        "{ \"question\": \"topic\"",
        "{ \"question\": \"topc\"",
        "questions[1].ask_when.question: no earlier question \"topc\"; did you mean \"topic\"?",
    ),
    slip(
        Code::UnknownReference,
        "{ \"question\": \"topic\"",
        "{ \"question\": \"affected\"",
        "questions[1].ask_when.question: no earlier question \"affected\"; name one that stands further up in \"questions\"",
    ),
    slip(
        Code::UnknownReference,
        "\"is\": \"outage\"",
        "\"is\": \"outrage\"",
        "questions[1].ask_when.is: no option \"outrage\"; did you mean \"outage\"?",
    ),
    slip(
        Code::BadCondition,
        "\"at_least\": 50",
        "\"is\": \"50\"",
        "routes[0].when.is: \"is\" doesn't fit a question of type number; use \"at_least\" or \"below\"",
    ),
    slip(
        Code::BadCondition,
        "\"at_least\": 50",
        "\"is\": 50",
        "routes[0].when.is: \"is\" doesn't fit a question of type number; use \"at_least\" or \"below\"",
    ),
    slip(
        Code::BadCondition,
        "\"is\": \"outage\"",
        "\"is\": 1",
        "questions[1].ask_when.is: \"is\" takes the id of an option in quotes, such as \"outage\"",
    ),
    slip(
        Code::WrongKind,
        "{ \"question\": \"affected\", \"at_least\": 50 }",
        "\"other\"",
        "routes[0].when: expected a condition such as { \"question\": \"topic\", \"is\": \"other\" }, found \"other\"",
    ),
    slip(
        Code::WrongKind,
        "\"min\": 1",
        "\"min\": \"1\"",
        "questions[1].min: expected a whole number, without quotes, found \"1\"",
    ),
    slip(
        Code::MissingField,
        "\"min\": 1, ",
        "",
        "questions[1]: add the field \"min\", such as \"min\": 1",
    ),
    slip(
        Code::AgentQuestion,
        "\"questions\": [",
        "\"questions\": [{ \"id\": \"age\", \"for\": \"agent\", \"type\": \"yes_no\", \"text\": \"Adult?\" },",
        "questions[0].for: \"age\" is for the agent and comes after the result, but \"topic\" below it is for visitors; move \"topic\" up",
    ),
    slip(
        Code::BadNumber,
        "\"max\": 100",
        "\"max\": 1",
        "questions[1].max: \"max\" is 1 and \"min\" is 1; write a \"max\" above 1",
    ),
    slip(
        Code::UnknownReference,
        "\"first\": [\"phone\"]",
        "\"first\": [\"fhone\"]",
        "routes[0].first[0]: no channel \"fhone\"; did you mean \"phone\"?",
    ),
    slip(
        Code::RouteOrder,
        "\"when\": { \"question\": \"affected\", \"at_least\": 50 }, ",
        "",
        "routes[0]: this route has no \"when\" and takes everybody, so that \"rest\" after it is never reached; move this one to the end",
    ),
    slip(
        Code::RouteOrder,
        "{ \"id\": \"rest\", ",
        "{ \"id\": \"rest\", \"when\": { \"question\": \"topic\", \"is\": \"other\" }, ",
        "routes[1]: the last route must take everybody who is left; add one without \"when\" after this, such as { \"id\": \"everyone_else\",",
    ),
    slip(
        Code::TooLarge,
        "\"options\": [",
        "\"options\": [1, 2, 3, 4, 5, 6, 7, 8,",
        "questions[0].options: \"options\" has 10 entries, of which 8 are read; remove 2",
    ),
    slip(
        Code::MissingField,
        ", { \"id\": \"other\", \"text\": { \"en\": \"Other\", \"ja\": \"その他\" } } ]",
        "]",
        "questions[0].options: put at least 2 entries into \"options\"",
    ),
    slip(
        Code::NoWayOut,
        "\"address\": \"help@example.test\", \"always\": true",
        "\"address\": \"help@example.test\", \"hours\": \"office\"",
        "channels: visitors in \"en\", \"ja\" need two channels of different kinds that have \"always\": true, so that they find two ways to reach you at any hour; only \"form\" counts so far; add an e-mail address, for example",
    ),
];

/// Slips that leave something out, or nothing at all.
const HARMLESS: &[Slip] = &[
    slip(
        Code::WrongKind,
        "\"version\": 1",
        "\"$schema\": 2020, \"version\": 1",
        "$schema: expected text in quotes, such as \"…\", found 2020",
    ),
    slip(
        Code::WrongKind,
        "\"labels\": {",
        "\"labels\": [], \"labels\": {",
        "labels: expected { \"language\": { \"en\": \"…\", \"ja\": \"…\" } }, found a list",
    ),
    slip(
        Code::UnknownField,
        "\"updated_at\"",
        "\"updatd_at\": 1, \"updated_at\"",
        "notice.updatd_at: there is no field \"updatd_at\" here; did you mean \"updated_at\"?",
    ),
    slip(
        Code::BadColour,
        "#0b5c58",
        "teal",
        "theme.brand: \"teal\" isn't a colour; write # and six hexadecimal digits, such as #0b5c58",
    ),
    slip(
        Code::WeakContrast,
        "#0b5c58",
        "#4caf50",
        "theme.brand: white text can't be read on this colour; the nearest shade on which it can is #3a863d",
    ),
    slip(
        Code::BadPlaceholder,
        "{number} of {most}",
        "{number} of {more}",
        "labels.progress.en: {more} isn't filled in here; use {number} and {most} once each, as in \"Question {number} of at most {most}\"",
    ),
    slip(
        Code::BadPlaceholder,
        "{number} of {most}",
        "{number} of {number}",
        "labels.progress.en: {most} is missing; use {number} and {most} once each, as in",
    ),
    slip(
        Code::BadPlaceholder,
        "{number} of {most}",
        "{number} of {most}, {most}",
        "labels.progress.en: one of the placeholders stands twice; use {number} and {most} once each, as in",
    ),
    slip(
        Code::BadPlaceholder,
        "\"labels\": {",
        "\"labels\": { \"back\": \"Back to {number}\",",
        "labels.back: {number} isn't filled in here; write it without, as in \"Back\"",
    ),
    slip(
        Code::UnknownField,
        "\"labels\": {",
        "\"labels\": { \"contine\": \"Next\",",
        "labels.contine: there is no \"contine\" here; did you mean \"continue\"?",
    ),
    slip(
        Code::BadNumber,
        "[2, 6]",
        "[6, 2]",
        "channels.phone.wait_minutes: write the shorter wait first",
    ),
    slip(
        Code::BadLocale,
        "{ \"en\": \"Outage\", \"ja\": \"障害\" }",
        "{ \"en\": \"Outage\", \"jp\": \"障害\" }",
        "questions[0].options[0].text.jp: this isn't among the locales; did you mean \"ja\"?",
    ),
    slip(
        Code::MissingTranslation,
        "{ \"en\": \"Outage\", \"ja\": \"障害\" }",
        "{ \"en\": \"Outage\" }",
        "questions[0].options[0].text: add the text in \"ja\"; \"en\" is shown until then",
    ),
    slip(
        Code::BadPlural,
        "\"one\": \"{count} person\", ",
        "",
        "questions[1].unit.en: add the plural category \"one\", such as \"one\": \"{count} person\"",
    ),
    slip(
        Code::BadDate,
        "\"2026-11-23\"",
        "\"2026-11-31\"",
        "holidays.japan.2026-11-31: November 2026 has no day 31; correct the date, or remove it",
    ),
    slip(
        Code::BadDate,
        "\"2026-11-23\"",
        "\"2026-13-01\"",
        "holidays.japan.2026-13-01: there is no month 13; write year, month and day, such as 2026-11-23",
    ),
    slip(
        Code::BadDate,
        "\"2026-11-23\"",
        "\"23 November\"",
        "holidays.japan.23 November: this isn't a date; write it as 2026-11-23",
    ),
    slip(
        Code::BadDate,
        "\"2026-11-22T09:30:00+09:00\"",
        "\"2026-11-00T09:30:00+09:00\"",
        "notice.updated_at: November 2026 has no day 0; correct the date, or remove it",
    ),
    slip(
        Code::BadHours,
        "\"mon-fri\"",
        "\"Monday - Friday\"",
        "hours.office.week.Monday - Friday: this isn't a day; did you mean \"mon-fri\"?",
    ),
    slip(
        Code::BadHours,
        "\"mon-fri\"",
        "\"fri\": [], \"mon-fri\"",
        "hours.office.week.mon-fri: \"fri\" is in \"fri\" already; name each day once",
    ),
    slip(
        Code::BadHours,
        "\"13:00-18:00\"",
        "\"11:00-18:00\"",
        "hours.office.week.mon-fri: \"09:00-12:00\" and \"11:00-18:00\" overlap; write one span instead of the two",
    ),
    slip(
        Code::BadAddress,
        "\"number\": \"119\"",
        "\"number\": \"one one nine\"",
        "emergency.lines[0].number: \"one one nine\" can't be dialled; write it in digits, such as 119",
    ),
    slip(
        Code::BadAddress,
        "https://example.test/guide",
        "example.test/guide",
        "resources[0].url: \"example.test/guide\" isn't a whole link; write \"https://example.test/guide\"",
    ),
    slip(
        Code::BadHours,
        "\"09:00-12:00\"",
        "\"9-12\"",
        "hours.office.week.mon-fri[0]: \"9-12\" isn't a span of hours; write it as HH:MM-HH:MM, such as \"09:00-17:30\"",
    ),
    slip(
        Code::BadAddress,
        "+81312345678",
        "03-1234-5678",
        "channels.phone.address: \"03-1234-5678\" can't be dialled; ",
    ),
    slip(
        Code::BadAddress,
        "https://example.test/guide",
        "javascript:alert(1)",
        "resources[0].url: \"javascript:alert(1)\" isn't a safe link; ",
    ),
    slip(
        Code::Unused,
        "\"first\": [\"phone\"]",
        "\"first\": [\"mail\"]",
        "channels.phone: no route names this channel; visitors find it in the contact list only",
    ),
    slip(
        Code::TooLarge,
        "It went well.",
        LONG,
        "stories[0].text.en: shorten this to 2,000 characters",
    ),
];

const LONG: &str = {
    const BYTES: [u8; 2_001] = [b'a'; 2_001];
    match std::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

/// Whether there is a playbook in spite of a slip. With words, they must be the right ones; without them, nothing else
/// may be different.
fn is_usable(slip: &Slip) -> bool {
    assert!(
        SOUND.contains(slip.right),
        "{} stands in the sound playbook",
        slip.right
    );
    let report = report(&SOUND.replacen(slip.right, slip.wrong, 1));
    if cfg!(feature = "advice") {
        let found = report
            .problems
            .iter()
            .find(|problem| problem.code == slip.code);
        let message = found.map(ToString::to_string).unwrap_or_default();
        assert!(
            message.starts_with(slip.told),
            "{message}\nis not\n{}\nin {:?}",
            slip.told,
            report.problems
        );
    }
    report.playbook.is_some()
}

#[test]
fn the_sound_playbook_has_no_problem() {
    let report = report(SOUND);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert!(report.playbook.is_some());
}

#[test]
fn a_slip_on_which_the_way_depends_makes_the_playbook_unusable_and_names_the_cure() {
    for slip in FATAL {
        let usable = is_usable(slip);
        assert!(!usable, "{}", slip.told);
        assert_eq!(slip.code.severity(), Severity::Error, "{}", slip.told);
    }
}

#[test]
fn a_slip_in_something_else_leaves_a_playbook_and_names_the_cure() {
    for slip in HARMLESS {
        let usable = is_usable(slip);
        assert!(usable, "{}", slip.told);
    }
}

#[test]
fn a_broken_channel_is_left_out_and_the_others_stay() {
    let report = report(&SOUND.replace("+81312345678", "call us"));
    let playbook = report.playbook.expect("a playbook");
    let ids: Vec<&str> = playbook
        .channels()
        .iter()
        .map(|channel| channel.id.as_str())
        .collect();
    assert_eq!(ids, ["form", "mail"]);
}

#[test]
fn a_translation_that_is_refused_leaves_the_default_one() {
    let report = report(&SOUND.replace("電話する", " "));
    let playbook = report.playbook.expect("a playbook");
    let words = playbook.words(&playbook.channels()[0].name, 1);
    assert_eq!((words.text, words.lang), ("Call", Some("en")));
    if cfg!(feature = "advice") {
        assert_eq!(report.problems[0].path, "channels.phone.name.ja");
    }
}

#[test]
#[cfg(feature = "advice")]
fn a_test_for_words_needs_words() {
    let text = SOUND
        .replace("\"type\": \"number\", \"min\": 1, \"max\": 100, \"unit\": { \"en\": { \"one\": \"{count} person\", \"other\": \"{count} people\" }, \"ja\": { \"other\": \"{count}人\" } }", "\"type\": \"text\"")
        .replace("\"at_least\": 50", "\"mentions\": {}");
    let report = report(&text);
    assert!(report.playbook.is_none());
    assert_eq!(
        report.problems[0].to_string(),
        "routes[0].when.mentions: write at least one keyword"
    );
}

#[test]
fn a_file_full_of_slips_is_judged_at_once() {
    let fields: String = (0..20_000)
        .map(|number| format!("\"f{number}\":0,"))
        .collect();
    let report = report(&SOUND.replacen('{', &format!("{{{fields}"), 1));
    assert!(report.playbook.is_none());
    assert_eq!(report.problems[0].code, Code::TooLarge);
}

#[test]
#[cfg(feature = "advice")]
fn every_problem_of_a_file_is_found_at_once_with_its_place_in_the_text() {
    let text = SOUND
        .replacen("\"topic\", \"is\"", "\"topc\", \"is\"", 1)
        .replace("#0b5c58", "teal");
    let report = report(&text);
    let marked: Vec<&str> = report
        .problems
        .iter()
        .filter_map(|problem| problem.span)
        .filter_map(|(from, to)| text.get(from..to))
        .collect();
    assert_eq!(marked, ["\"teal\"", "\"topc\""]);
}

#[test]
#[cfg(feature = "advice")]
fn one_slip_in_a_channel_hides_no_other_and_makes_up_none() {
    let text = SOUND
        .replace("+81312345678", "03-1234-5678")
        .replace("\"hours\": \"office\"", "\"hours\": \"ofice\"")
        .replace("[2, 6]", "[6, 2]")
        .replace("\"first\": [\"phone\"]", "\"first\": [\"phon\"]")
        .replace("\"kind\": \"form\"", "\"kind\": \"from\"");
    let mut problems = report(&text).problems;
    problems.sort_by_key(|problem| problem.span);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "channels: visitors in \"en\", \"ja\" need two channels of different kinds that have \"always\": true, so that they find two ways to reach you at any hour; only \"mail\" counts so far, but \"form\" will count once it is mended",
            "channels.phone.address: \"03-1234-5678\" can't be dialled; begin with + and the country code, such as +81312345678",
            "channels.phone.hours: no opening hours \"ofice\"; did you mean \"office\"?",
            "channels.phone.wait_minutes: write the shorter wait first, such as [2, 6]",
            "channels.form.kind: there is no kind of channel \"from\"; did you mean \"form\"?",
            "routes[0].first[0]: no channel \"phon\"; did you mean \"phone\"?",
        ]
    );
}

#[test]
fn text_that_is_no_json_gets_one_problem_with_its_place() {
    let problem = triage::source::parse("{ \"version\": 1,, }").expect_err("two commas");
    assert_eq!(problem.code, Code::Syntax);
    assert_eq!(problem.span.map(|(from, _)| from), Some(15));
    let deep = "[".repeat(65) + &"]".repeat(65);
    assert_eq!(
        triage::source::parse(&deep).expect_err("too deep").code,
        Code::TooLarge
    );
    let long = format!("\"{}\"", "a".repeat(256 * 1024));
    assert_eq!(
        triage::source::parse(&long).expect_err("too long").code,
        Code::TooLarge
    );
}

#[test]
fn each_code_is_explained_in_the_reference() {
    let reference = include_str!("../../../docs/playbook.md");
    let (_, codes) = reference
        .split_once("<!-- codes:begin -->\n")
        .expect("the beginning");
    let (codes, _) = codes.split_once("<!-- codes:end -->").expect("the end");
    let mut expected = String::from("| code | | what it means |\n| --- | --- | --- |\n");
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        expected += &format!(
            "| `{}` | {severity} | {} |\n",
            code.as_str(),
            code.explanation().trim()
        );
    }
    assert_eq!(
        codes, expected,
        "copy the expected table into docs/playbook.md"
    );
}
