//! `leeward translate`, from the export to the playbook in a new language.

mod common;

use common::{Folder, leeward_in, root};

const OUTAGE: &str = include_str!("../../../playbooks/outage.json");

#[test]
fn an_export_that_comes_back_unchanged_leaves_the_file_as_it_was() {
    let folder = Folder::new();
    folder.write("p.json", OUTAGE);
    for format in ["json", "xliff"] {
        let export = [
            "translate",
            "export",
            "p.json",
            "--to",
            "hi",
            "--format",
            format,
            "-o",
            "hi.txt",
        ];
        assert!(leeward_in(&folder.0, &export).status.success());
        let output = leeward_in(
            &folder.0,
            &["translate", "import", "p.json", "hi.txt", "-o", "p.json"],
        );
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(
            told.starts_with("hi: ") && told.contains(" texts taken, 0 not used, 0 not translated"),
            "{told}"
        );
        assert_eq!(folder.read("p.json"), OUTAGE);
    }
}

#[test]
fn a_translator_gets_source_meaning_and_placeholders() {
    let folder = Folder::new();
    folder.write("p.json", OUTAGE);
    let output = leeward_in(
        &folder.0,
        &[
            "translate",
            "export",
            "p.json",
            "--to",
            "pl",
            "--from",
            "ja",
            "--format",
            "xliff",
        ],
    );
    let text = String::from_utf8(output.stdout).unwrap();
    for part in [
        "version=\"2.0\" srcLang=\"ja\" trgLang=\"pl\"",
        "<unit id=\"questions.affected.unit.few\" xml:space=\"preserve\">",
        "<note category=\"placeholders\">keep as they are: {count}</note>",
        "<note category=\"meaning\">text: why you ask. People answer sooner when they know</note>",
        "<source>1日{count}人</source>",
        "<segment state=\"initial\">",
    ] {
        assert!(text.contains(part), "{part}\nis not in\n{text}");
    }
}

#[test]
fn what_could_not_be_used_is_told_and_fails() {
    let folder = Folder::new();
    folder.write("p.json", OUTAGE);
    let sent = r#"{ "@@locale": "fr", "channels.support_chat.cost": "Gratuit", "questions.affected.unit.other": "{nombre} clients", "old.key": "x" }"#;
    folder.write("fr.json", sent);
    let output = leeward_in(
        &folder.0,
        &["translate", "import", "p.json", "fr.json", "-o", "new.json"],
    );
    let told = String::from_utf8_lossy(&output.stderr);
    for part in [
        "not used: old.key: the playbook has no such text",
        "not used: questions.affected.unit.other: use the placeholders of the source, no others: {count}",
        "not translated, left as it was: questions.topic.text",
        "fr: 1 texts taken, 2 not used, ",
    ] {
        assert!(told.contains(part), "{part}\nis not in\n{told}");
    }
    assert_eq!(output.status.code(), Some(1));
    let expected = OUTAGE
        .replace(
            r#""locales": ["en", "ja", "hi", "ar", "zh-Hans"]"#,
            r#""locales": ["en", "ja", "hi", "ar", "zh-Hans", "fr"]"#,
        )
        .replacen(
            r#""zh-Hans": "免费" }"#,
            r#""zh-Hans": "免费", "fr": "Gratuit" }"#,
            1,
        );
    assert_eq!(
        folder.read("new.json"),
        expected,
        "and nothing else has changed"
    );
}

#[test]
fn a_file_that_is_no_translation_is_refused() {
    let folder = Folder::new();
    folder.write("p.json", OUTAGE);
    for (sent, told) in [
        ("{}", "sent: the language is missing; add \"@@locale\""),
        ("[]", "sent: no flat JSON: "),
        (
            r#"{ "@@locale": "fr", "name": { "fr": "x" } }"#,
            "sent: name: no string",
        ),
        (r#"<xliff version="1.2"/>"#, "sent: no XLIFF 2"),
        (
            r#"<xliff version="1.2"></xliff>"#,
            "sent: this is not XLIFF 2",
        ),
        (
            r#"<xliff version="2.0" trgLang="fr"><unit id="name"><target>a<ph id="1"/></target></unit></xliff>"#,
            "sent: name: <ph> in a target",
        ),
        (
            r#"<xliff version="2.0" trgLang="fr"><unit id="name"><target>a</unit></xliff>"#,
            "sent: no XLIFF, at byte ",
        ),
    ] {
        folder.write("sent", sent);
        let output = leeward_in(&folder.0, &["translate", "import", "p.json", "sent"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with(told), "{said}\nis not\n{told}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
}

#[test]
fn a_file_that_nobody_can_have_translated_is_not_read_to_its_end() {
    let folder = Folder::new();
    let huge = folder.write("ja.json", &"x".repeat(20_000_000));
    let before = std::fs::read(root().join("playbooks/outage.json")).unwrap();
    let playbook = folder.write("playbook.json", &String::from_utf8(before.clone()).unwrap());
    let output = leeward_in(
        &folder.0,
        &["translate", "import", &playbook, &huge, "-o", &playbook],
    );
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("ja.json: can't be read: it is larger than 4 MiB"),
        "{told}"
    );
    assert_eq!(std::fs::read(&playbook).unwrap(), before);
}
