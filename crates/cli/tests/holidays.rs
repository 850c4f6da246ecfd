//! `leeward holidays`: which days, under which names, and what it does to a playbook.

mod common;

use std::collections::BTreeSet;

use common::{Folder, leeward_in, root, written};
use jiff::civil::{Date, Weekday};
use serde_json::Value;
use triage::{Severity, check, source::parse};

fn list(arguments: &[&str]) -> Value {
    serde_json::from_str(&written(&[&["holidays"], arguments].concat())).unwrap()
}

fn dates(country: &str, years: &str) -> Vec<Date> {
    let list = list(&["--country", country, "--year", years]);
    let days = list["holidays"].as_object().unwrap();
    days.keys().map(|date| date.parse().unwrap()).collect()
}

#[test]
fn japan_has_the_days_of_its_law() {
    let days = dates("jp", "2024-2035");
    assert_eq!(days.len(), 218);
    let known: BTreeSet<Date> = days.iter().copied().collect();
    for year in 2024..=2035 {
        let nth = |month, n| {
            Date::new(year, month, 1)
                .unwrap()
                .nth_weekday_of_month(n, Weekday::Monday)
                .unwrap()
        };
        let fixed = [
            (1, 1),
            (2, 11),
            (2, 23),
            (4, 29),
            (5, 3),
            (5, 4),
            (5, 5),
            (8, 11),
            (11, 3),
            (11, 23),
        ];
        let fixed = fixed.map(|(month, day)| Date::new(year, month, day).unwrap());
        for day in fixed
            .into_iter()
            .chain([nth(1, 2), nth(7, 3), nth(9, 3), nth(10, 2)])
        {
            assert!(known.contains(&day), "{day}");
            // Article 3: a holiday on a Sunday moves to the next day that is none.
            if day.weekday() == Weekday::Sunday {
                assert!(
                    (1..4).any(|later| {
                        let day = day.checked_add(jiff::Span::new().days(later)).unwrap();
                        known.contains(&day) && day.weekday() != Weekday::Sunday
                    }),
                    "{day}"
                );
            }
        }
    }
}

#[test]
fn the_ready_playbooks_have_the_same_days() {
    for (playbook, list, country) in [
        ("outage", "england", "uk"),
        ("service-crisis", "japan", "jp"),
    ] {
        let text =
            std::fs::read_to_string(root().join(format!("playbooks/{playbook}.json"))).unwrap();
        let ready: Value = serde_json::from_str(&text).unwrap();
        let listed = ready["holidays"][list].as_object().unwrap();
        let of_2027 = listed.keys().filter(|date| date.starts_with("2027"));
        let listed: Vec<Date> = of_2027.map(|date| date.parse().unwrap()).collect();
        assert_eq!(dates(country, "2027"), listed, "{playbook}");
    }
}

#[test]
fn what_a_person_must_confirm_is_said_and_marked() {
    let output = leeward_in(
        &root(),
        &[
            "holidays",
            "--country",
            "in-dl",
            "--year",
            "2026",
            "--locales",
            "hi,en,ja",
        ],
    );
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(list["holidays"].as_object().unwrap().len(), 18);
    assert_eq!(list["holidays"]["2026-08-15"]["hi"], "स्वतंत्रता दिवस");
    let marked = list["confirm"].as_array().unwrap();
    assert!(marked.contains(&"2026-11-08".into()) && !marked.contains(&"2026-08-15".into()));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("confirm in the official gazette: 2026-11-08 Diwali (Deepavali)\n"),
        "{told}"
    );
    assert_eq!(dates("in-ka", "2026").len(), 22);
}

#[test]
fn days_are_put_into_a_playbook_and_those_that_are_there_stay() {
    let folder = Folder::new();
    let before = include_str!("../../../playbooks/service-crisis.json");
    folder.write("p.json", before);
    let put = |years, list| {
        let arguments = [
            "holidays",
            "--country",
            "jp",
            "--year",
            years,
            "--into",
            "p.json",
            "--list",
            list,
        ];
        let output = leeward_in(&folder.0, &arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        folder.read("p.json")
    };
    assert_eq!(put("2027", "japan"), before, "they were there already");
    let after = put("2026-2028", "japan");
    let playbook: Value = serde_json::from_str(&after).unwrap();
    let dates: Vec<&String> = playbook["holidays"]["japan"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert!(
        dates.is_sorted() && dates.iter().any(|date| *date == "2028-11-23"),
        "{dates:?}"
    );
    let removed = before
        .lines()
        .filter(|line| !after.contains(line.trim_end_matches(',')));
    assert_eq!(removed.count(), 0, "nothing of the file is lost");
    let report = check(parse(&after).unwrap());
    assert!(
        report
            .problems
            .iter()
            .all(|problem| problem.severity() == Severity::Warning),
        "{:?}",
        report.problems
    );
    assert!(put("2027", "tokyo").contains("\n    \"tokyo\": {\n      \"2027-01-01\": "));
}

#[test]
fn days_that_are_not_confirmed_stay_out_of_a_playbook() {
    let folder = Folder::new();
    folder.write("p.json", "{\n  \"locales\": [\"en\"]\n}\n");
    let arguments = [
        "holidays",
        "--country",
        "in-dl",
        "--year",
        "2027",
        "--into",
        "p.json",
        "--list",
        "delhi",
    ];
    leeward_in(&folder.0, &arguments);
    let text = folder.read("p.json");
    assert!(
        text.contains("Republic Day") && !text.contains("Holi"),
        "{text}"
    );
    leeward_in(&folder.0, &[&arguments[..], &["--confirmed"]].concat());
    assert!(folder.read("p.json").contains("Holi"));
}

#[test]
fn a_year_or_a_language_that_is_not_known_is_named() {
    for (arguments, told) in [
        (
            ["--year", "2036", "--locales", "en"],
            "holidays of this country are known from 2024 to 2035 only",
        ),
        (
            ["--year", "2027", "--locales", "fr"],
            "there are no names in \"fr\"",
        ),
    ] {
        let output = leeward_in(
            &root(),
            &[&["holidays", "--country", "jp"], &arguments[..]].concat(),
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(told), "{said}");
        assert_eq!(output.status.code(), Some(2));
    }
}
