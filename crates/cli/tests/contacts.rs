//! `leeward contacts`, as somebody at a terminal meets it.

mod common;

use common::{leeward, told};

const AT: [&str; 2] = ["--at", "2026-11-28T10:00+09:00"];

#[test]
fn the_page_has_numbers_hours_and_languages_without_a_browser() -> std::io::Result<()> {
    let file = ["contacts", "playbooks/service-crisis.json"];
    let page = told(&[&file[..], &AT].concat())?;
    for part in [
        "<!DOCTYPE html>",
        "href=\"tel:119\"",
        "href=\"tel:+81300000119\"",
        "月–金 09:00–12:00, 13:00–18:00; 土 09:00–12:00 (Asia/Tokyo)",
        "हिन्दी",
    ] {
        assert!(page.contains(part), "{part}");
    }
    Ok(())
}

#[test]
fn the_data_is_json_and_names_the_site() -> std::io::Result<()> {
    let file = ["contacts", "playbooks/outage.json", "--data"];
    let site = ["--site", "https://kestrel.example"];
    let data = told(&[&file[..], &site, &AT].concat())?;
    let data: serde_json::Value = serde_json::from_str(&data)?;
    assert_eq!(data["url"], "https://kestrel.example");
    assert_eq!(data["contactPoint"][0]["telephone"], "+442079460101");
    Ok(())
}

#[test]
fn what_is_no_address_is_refused() -> std::io::Result<()> {
    let output = leeward(
        &["contacts", "playbooks/outage.json", "--site", "kestrel"],
        "",
    )?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("begin with https://"), "{said}");
    Ok(())
}
