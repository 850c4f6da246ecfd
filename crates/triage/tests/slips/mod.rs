//! A sound playbook, and small slips that can be made in it, each with what its author is told.

use triage::Code;

/// A sound playbook, as small as one can be.
pub const SOUND: &str = r##"{
  "version": 1,
  "name": "Example",
  "locales": ["en", "ja"],
  "theme": { "brand": "#0b5c58" },
  "display": { "mode": "popup", "open_when": { "after_seconds": 20 }, "starts_at": "2026-11-20T00:00:00+09:00", "expires_at": "2026-12-20T00:00:00+09:00", "on_pages": ["/claims/*"] },
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
pub struct Slip {
    pub code: Code,
    pub right: &'static str,
    pub wrong: &'static str,
    pub told: &'static str,
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
pub const FATAL: &[Slip] = &[
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
        Code::UnknownField,
        "\"when\": { \"question\": \"affected\", \"at_least\": 50 }",
        "\"when\": { \"and\": [{ \"question\": \"affected\", \"at_least\": 50 }] }",
        "routes[0].when.and: there is no field \"and\" here; did you mean \"all\"?",
    ),
    slip(
        Code::UnknownField,
        "\"at_least\": 50",
        "\"at_most\": 50",
        "routes[0].when.at_most: there is no field \"at_most\" here; write \"below\" with the next number",
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
pub const HARMLESS: &[Slip] = &[
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
        "labels: expected { \"close\": { \"en\": \"…\", \"ja\": \"…\" } }, found a list",
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
        Code::WrongKind,
        "\"mode\": \"popup\"",
        "\"mode\": \"baner\"",
        "display.mode: there is no \"baner\" here; did you mean \"banner\"?",
    ),
    slip(
        Code::UnknownField,
        "\"after_seconds\": 20",
        "\"after_second\": 20",
        "display.open_when.after_second: there is no field \"after_second\" here; did you mean \"after_seconds\"?",
    ),
    slip(
        Code::BadNumber,
        "\"after_seconds\": 20",
        "\"after_seconds\": 0",
        "display.open_when.after_seconds: write a number from 1 to 3600",
    ),
    slip(
        Code::BadPage,
        "\"/claims/*\"",
        "\"claims/*\"",
        "display.on_pages[0]: \"claims/*\" isn't a path; begin with /, such as /claims/*",
    ),
    slip(
        Code::BadPage,
        "\"/claims/*\"",
        "\"https://example.test/claims\"",
        "display.on_pages[0]: \"https://example.test/claims\" isn't a path; leave out the name of the site, and begin with /",
    ),
    slip(
        Code::BadPage,
        "\"/claims/*\"",
        "\"/claims?new\"",
        "display.on_pages[0]: \"/claims?new\" isn't a path; leave out blanks, and everything from ? or # on",
    ),
    slip(
        Code::BadDate,
        "\"2026-12-20T00:00:00+09:00\"",
        "\"2026-11-20T00:00:00+09:00\"",
        "display.expires_at: this isn't later than \"starts_at\", so that it never holds; write a later moment",
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
        "channels.phone.address: \"03-1234-5678\" can't be dialled from other countries; write it with + and the country code in place of its first 0",
    ),
    slip(
        Code::BadAddress,
        "+81312345678",
        "+49 (0)30 1234567",
        "channels.phone.address: \"+49 (0)30 1234567\" can't be dialled; leave out (0), which is dialled at home only",
    ),
    slip(
        Code::BadAddress,
        "+81312345678",
        "+81 3-1234-5678 ext. 12",
        "channels.phone.address: \"+81 3-1234-5678 ext. 12\" can't be dialled; write the extension as ;ext= and its digits",
    ),
    slip(
        Code::BadAddress,
        "+81312345678",
        "#7119",
        "channels.phone.address: \"#7119\" can't be dialled from a page, as phones refuse # and * in links",
    ),
    slip(
        Code::BadAddress,
        "\"kind\": \"phone\", \"name\": { \"en\": \"Call\", \"ja\": \"電話する\" }, \"address\": \"+81312345678\"",
        "\"kind\": \"sms\", \"name\": { \"en\": \"Call\", \"ja\": \"電話する\" }, \"address\": \"+81312345678;ext=1\"",
        "channels.phone.address: \"+81312345678;ext=1\" has an extension, to which no text message can be sent",
    ),
    slip(
        Code::BadHours,
        "Asia/Tokyo",
        "JST",
        "hours.office.timezone: \"JST\" isn't the name of a time zone; write the place: \"Asia/Tokyo\"",
    ),
    slip(
        Code::BadHours,
        "Asia/Tokyo",
        "IST",
        "hours.office.timezone: \"IST\" isn't the name of a time zone; write the place: \"Asia/Kolkata\", \"Europe/Dublin\", \"Asia/Jerusalem\" or another",
    ),
    slip(
        Code::BadHours,
        "Asia/Tokyo",
        "GMT+9",
        "hours.office.timezone: \"GMT+9\" isn't the name of a time zone; write the place: \"Asia/Tokyo\", \"Asia/Seoul\" or another",
    ),
    slip(
        Code::BadHours,
        "\"mon-fri\"",
        "\"Mon, Wed, Fri\"",
        "hours.office.week.Mon, Wed, Fri: this isn't a day; write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri",
    ),
    slip(
        Code::WrongKind,
        "\"kind\": \"phone\"",
        "\"kind\": \"wechat\"",
        "channels.phone.kind: there is no kind of channel \"wechat\"; did you mean \"social\"?",
    ),
    slip(
        Code::BadLocale,
        "\"address\": \"+81312345678\"",
        "\"languages\": [\"jp\"], \"address\": \"+81312345678\"",
        "channels.phone.languages[0]: \"jp\" is a country's code; did you mean the language \"ja\"?",
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
