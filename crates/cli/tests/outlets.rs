//! `leeward outlets`, as somebody sends a message everywhere with it.

mod common;

use std::io;

use common::{Folder, NOW, json, leeward, root};

#[test]
fn each_text_is_told_with_its_length_and_what_it_lacks() -> io::Result<()> {
    let file = "playbooks/disaster.json";
    let report = json(&["outlets", file, "--language", "hi", "--at", NOW, "--json"])?;
    let texts = report["languages"][0]["texts"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(texts.len(), 8);
    let sms = &texts[0];
    assert_eq!(sms["outlet"], "sms");
    assert_eq!(sms["encoding"], "UCS-2");
    assert_eq!(sms["length"]["used"], 2);
    assert_eq!(sms["checks"][3]["standing"], "absent");
    assert_eq!(sms["checks"][3]["field"], "notice.updated_at");
    let more = [
        "outlets",
        file,
        "--language",
        "hi",
        "--outlet",
        "sms",
        "--segments",
        "3",
        "--at",
        NOW,
        "--json",
    ];
    let report = json(&more)?;
    let sms = &report["languages"][0]["texts"][0];
    assert_eq!(sms["checks"][3]["standing"], "there");
    assert!(
        texts[1]["html"]
            .as_str()
            .is_some_and(|page| page.starts_with("<!doctype html>"))
    );
    Ok(())
}

#[test]
fn an_expired_notice_is_told_and_not_sent() -> io::Result<()> {
    let arguments = [
        "outlets",
        "playbooks/disaster.json",
        "--language",
        "en",
        "--outlet",
        "email",
    ];
    let output = leeward(
        &[&arguments[..], &["--at", "2027-03-01T09:00Z"]].concat(),
        "",
    )?;
    assert!(String::from_utf8_lossy(&output.stderr).contains("the notice has expired"));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        !told.contains("frightening") && told.contains("notice.text has expired"),
        "{told}"
    );
    let unknown = leeward(
        &["outlets", "playbooks/disaster.json", "--language", "jp"],
        "",
    )?;
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("did you mean \"ja\""));
    Ok(())
}

#[test]
fn each_text_becomes_a_file() {
    let folder = Folder::new();
    let playbook = root().join("playbooks/disaster.json");
    let playbook = playbook.to_string_lossy();
    let output = common::leeward_in(
        &folder.0,
        &["outlets", &playbook, "--at", NOW, "--output", "texts"],
    );
    assert!(output.status.success());
    let files = std::fs::read_dir(folder.0.join("texts")).unwrap().count();
    assert_eq!(files, 5 * 9);
    assert!(
        folder
            .read("texts/status.ja.txt")
            .starts_with("【風浜市】地震の相談窓口\n\n怖い夜")
    );
    assert!(
        folder
            .read("texts/email.zh-Hans.html")
            .contains("<html lang=\"zh-Hans\"")
    );
}
